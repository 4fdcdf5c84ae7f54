//! How things look that a statement changes: asked before it is sent, and again by the run that finds it in flight.

use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step, ddl::quote::object};
use limbeck_schema::{Dialect, ObjectName};
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};

use super::session::Session;
use crate::{Cause, Error, history::fnv1a};

/// What an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IndexState {
    /// It is not there.
    Missing,
    /// It is there, and used.
    Valid,
    /// A build or a drop that did not end has left it: it costs every write and helps nothing.
    Invalid,
}

impl Session<'_> {
    /// MySQL and MariaDB: a hash of how the tables look that `steps` change by `statements`.
    pub(super) async fn look(&self, steps: &[Step], statements: &[String]) -> Result<String, Error> {
        let counting = steps.iter().filter(|step| step.counts_on(self.dialect())).map(|step| &step.operation);
        let (mut tables, mut labels) = (BTreeSet::new(), false);
        counting.for_each(|operation| touched(operation, &mut tables, &mut labels));
        if labels {
            // The labels stand in the columns, and which tables have them no operation says, but their statements do.
            let sql = "SELECT DISTINCT CAST(NULLIF(table_schema, DATABASE()) AS CHAR) AS place, CAST(table_name AS CHAR) AS name \
                       FROM information_schema.columns WHERE data_type IN ('enum', 'set')";
            for row in self.rows(sql, Vec::new()).await? {
                let schema = row.try_get("", "place").map_err(unreadable)?;
                let table = ObjectName { schema, name: row.try_get("", "name").map_err(unreadable)? };
                let words = object(&table, self.dialect());
                if statements.iter().any(|sql| sql.contains(&words)) {
                    tables.insert(table);
                }
            }
        }
        let mut seen = Vec::with_capacity(tables.len());
        for table in &tables {
            seen.push(format!("{table}\n{}\n", self.definition(table).await?.unwrap_or_default()));
        }
        Ok(format!("{:016x}", fnv1a(seen.iter().map(String::as_bytes))))
    }

    /// How the server defines a table; `None` if it is not there.
    async fn definition(&self, table: &ObjectName) -> Result<Option<String>, Error> {
        let sql =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?";
        let values = vec![Value::from(table.schema.clone()), Value::from(table.name.as_str())];
        if self.rows(sql, values).await?.is_empty() {
            return Ok(None);
        }
        let rows = self.rows(&format!("SHOW CREATE TABLE {}", object(table, self.dialect())), Vec::new()).await?;
        let text = rows.first().map(|row| row.try_get_by_index::<String>(1)).transpose().map_err(unreadable)?;
        Ok(text.map(|text| without_next_number(&text)))
    }

    /// PostgreSQL: what the index is that `name` means, as SQL spells it, on the table of `operation`: another table's of that name is none of its.
    pub(super) async fn index_state(&self, operation: &Operation, name: &str) -> Result<IndexState, Error> {
        let sql = "SELECT indisvalid AS valid FROM pg_catalog.pg_index \
                   WHERE indexrelid = to_regclass($1) AND indrelid = to_regclass($2)";
        let table = operation.table().map(|table| object(table, self.dialect()));
        let rows = self.rows(sql, vec![Value::from(name), Value::from(table)]).await?;
        Ok(match rows.first().map(|row| row.try_get("", "valid")).transpose().map_err(unreadable)? {
            None => IndexState::Missing,
            Some(true) => IndexState::Valid,
            Some(false) => IndexState::Invalid,
        })
    }

    pub(super) async fn rows(&self, sql: &str, values: Vec<Value>) -> Result<Vec<sea_orm::QueryResult>, Error> {
        let database = self.connection.database();
        let statement = Statement::from_sql_and_values(database.get_database_backend(), sql, values);
        Ok(database.query_all_raw(statement).await.map_err(unreadable)?)
    }
}

fn unreadable(source: DbErr) -> Cause {
    Cause::Database { what: "looking at the catalog".to_owned(), source }
}

/// The tables that an operation changes, and whether it changes labels.
fn touched(operation: &Operation, tables: &mut BTreeSet<ObjectName>, labels: &mut bool) {
    match operation {
        Operation::RenameTable { table, to } => tables.extend([table.clone(), to.clone()]),
        Operation::CreateTable { definition } => _ = tables.insert(definition.name.clone()),
        Operation::AlterEnum { .. } | Operation::RenameEnumLabel { .. } => *labels = true,
        Operation::Execute { records, .. } => records.iter().for_each(|step| touched(&step.operation, tables, labels)),
        other => tables.extend(other.table().cloned()),
    }
}

/// The words of a table without the number that its next row gets, which other sessions change.
fn without_next_number(text: &str) -> String {
    const WORD: &str = " AUTO_INCREMENT=";
    let options = text.rfind("\n) ").unwrap_or(0);
    let Some(at) = text[options..].find(WORD).map(|at| options + at) else { return text.to_owned() };
    let rest = text[at + WORD.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{}{rest}", &text[..at])
}

/// PostgreSQL: the name, as SQL spells it, of the index that `operation` makes; or that `sql` drops.
pub(super) fn index_name(operation: &Operation, sql: &str) -> Option<String> {
    match operation {
        Operation::CreateIndex { table, index } => {
            let name = ObjectName { schema: table.schema.clone(), name: index.name.clone() };
            Some(object(&name, Dialect::Postgres))
        }
        _ => sql.strip_prefix("DROP INDEX CONCURRENTLY ").map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_of_a_table_is_no_part_of_its_looks() {
        for (name, text, expected) in [
            (
                "none",
                "CREATE TABLE `t` (\n  `a` int\n) ENGINE=InnoDB",
                "CREATE TABLE `t` (\n  `a` int\n) ENGINE=InnoDB",
            ),
            (
                "a number",
                "CREATE TABLE `t` (\n  `a` int AUTO_INCREMENT\n) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4",
                "CREATE TABLE `t` (\n  `a` int AUTO_INCREMENT\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
            ),
            (
                "the word in a column's comment",
                "CREATE TABLE `t` (\n  `a` int COMMENT ' AUTO_INCREMENT=1'\n) ENGINE=InnoDB",
                "CREATE TABLE `t` (\n  `a` int COMMENT ' AUTO_INCREMENT=1'\n) ENGINE=InnoDB",
            ),
        ] {
            assert_eq!(without_next_number(text), expected, "{name}");
        }
    }
}
