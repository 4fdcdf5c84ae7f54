//! The history table as SQL. Values are always parameters.

use limbeck_schema::{Dialect, ObjectName};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement, Value};

use super::{HistoryError, Row, State};
use crate::connection::server_words;

const COLUMNS: [&str; 13] = [
    "id",
    "position",
    "parents",
    "message",
    "applied_at",
    "duration_ms",
    "state",
    "done",
    "tool_version",
    "format",
    "checksum",
    "upgrade",
    "downgrade",
];

/// The history table on a server.
#[derive(Clone, Debug)]
pub(crate) struct HistoryTable {
    dialect: Dialect,
    name: ObjectName,
}

impl HistoryTable {
    pub(crate) const fn new(dialect: Dialect, name: ObjectName) -> Self {
        Self { dialect, name }
    }

    fn quoted(&self, name: &str) -> String {
        match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
            Dialect::MySql | Dialect::MariaDb => format!("`{}`", name.replace('`', "``")),
        }
    }

    fn quoted_table(&self) -> String {
        match &self.name.schema {
            Some(schema) => format!("{}.{}", self.quoted(schema), self.quoted(&self.name.name)),
            None => self.quoted(&self.name.name),
        }
    }

    /// The `number`-th parameter, from 1.
    fn parameter(&self, number: usize) -> String {
        match self.dialect {
            Dialect::Postgres => format!("${number}"),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => "?".to_owned(),
        }
    }

    fn statement<C: ConnectionTrait>(&self, connection: &C, sql: String, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(connection.get_database_backend(), sql, values)
    }

    fn unreadable(&self, error: &DbErr) -> HistoryError {
        HistoryError::Unreadable { table: self.name.clone(), reason: server_words(error) }
    }

    fn unwritable(&self, error: DbErr) -> HistoryError {
        HistoryError::Unwritable { table: self.name.clone(), source: error }
    }

    /// Whether the table is there.
    pub(crate) async fn exists<C: ConnectionTrait>(&self, connection: &C) -> Result<bool, HistoryError> {
        let (sql, values) = match self.dialect {
            Dialect::Sqlite => {
                let schema = self.name.schema.as_deref().map_or_else(String::new, |schema| self.quoted(schema) + ".");
                let sql = format!(
                    "SELECT COUNT(*) AS present FROM {schema}sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE"
                );
                (sql, vec![Value::from(self.name.name.as_str())])
            }
            Dialect::Postgres => {
                let sql = "SELECT COUNT(to_regclass($1)) AS present".to_owned();
                (sql, vec![Value::from(self.quoted_table())])
            }
            Dialect::MySql | Dialect::MariaDb => {
                let sql = "SELECT COUNT(*) AS present FROM information_schema.tables \
                           WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?"
                    .to_owned();
                (sql, vec![Value::from(self.name.schema.clone()), Value::from(self.name.name.as_str())])
            }
        };
        let statement = self.statement(connection, sql, values);
        let row = connection.query_one_raw(statement).await.map_err(|error| self.unreadable(&error))?;
        let present: i64 =
            row.map_or(Ok(0), |row| row.try_get("", "present")).map_err(|error| self.unreadable(&error))?;
        Ok(present > 0)
    }

    /// The statement that makes the table if it is not there.
    pub(crate) fn create(&self) -> String {
        // utf8mb4_bin: ids that differ in case are different ids. InnoDB: a data step and its record are one transaction.
        let (long_text, end) = match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => ("text", ""),
            Dialect::MySql | Dialect::MariaDb => {
                ("longtext", " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
            }
        };
        let columns: Vec<String> = COLUMNS
            .iter()
            .map(|column| {
                let sql_type = match *column {
                    "id" => "varchar(64) NOT NULL PRIMARY KEY",
                    "position" | "duration_ms" | "done" | "format" => "bigint NOT NULL",
                    "applied_at" | "state" | "tool_version" | "checksum" => "varchar(32) NOT NULL",
                    _ => return format!("{} {long_text} NOT NULL", self.quoted(column)),
                };
                format!("{} {sql_type}", self.quoted(column))
            })
            .collect();
        format!("CREATE TABLE IF NOT EXISTS {} ({}){end}", self.quoted_table(), columns.join(", "))
    }

    fn column_list(&self) -> String {
        COLUMNS.map(|column| self.quoted(column)).join(", ")
    }

    /// All rows, in the order of application.
    pub(crate) async fn rows<C: ConnectionTrait>(&self, connection: &C) -> Result<Vec<Row>, HistoryError> {
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}, {}",
            self.column_list(),
            self.quoted_table(),
            self.quoted("position"),
            self.quoted("id")
        );
        let statement = self.statement(connection, sql, Vec::new());
        let rows = connection.query_all_raw(statement).await.map_err(|error| self.unreadable(&error))?;
        rows.iter().map(|row| self.row(row)).collect()
    }

    fn row(&self, row: &QueryResult) -> Result<Row, HistoryError> {
        let read = |error: DbErr| self.unreadable(&error);
        let text = |column: &str| row.try_get::<String>("", column).map_err(read);
        let number = |column: &str| row.try_get::<i64>("", column).map_err(read);
        let (id, state, done) = (text("id")?, text("state")?, number("done")?);
        let state = State::parse(&state, done).ok_or_else(|| HistoryError::Unreadable {
            table: self.name.clone(),
            reason: format!("revision `{id}` has the state `{state}`, {done} done, which this version does not know"),
        })?;
        Ok(Row {
            position: number("position")?,
            parents: text("parents")?.split_whitespace().map(str::to_owned).collect(),
            message: text("message")?,
            applied_at: text("applied_at")?,
            duration: std::time::Duration::from_millis(u64::try_from(number("duration_ms")?).unwrap_or(0)),
            state,
            tool_version: text("tool_version")?,
            format: number("format")?,
            checksum: text("checksum")?,
            upgrade: text("upgrade")?,
            downgrade: text("downgrade")?,
            id,
        })
    }

    /// Adds a row.
    pub(crate) async fn insert<C: ConnectionTrait>(&self, connection: &C, row: &Row) -> Result<(), HistoryError> {
        let values: Vec<Value> = vec![
            row.id.as_str().into(),
            row.position.into(),
            row.parents.join(" ").into(),
            row.message.as_str().into(),
            row.applied_at.as_str().into(),
            milliseconds(row).into(),
            row.state.name().into(),
            row.state.done().into(),
            row.tool_version.as_str().into(),
            row.format.into(),
            row.checksum.as_str().into(),
            row.upgrade.as_str().into(),
            row.downgrade.as_str().into(),
        ];
        let parameters: Vec<_> = (1..=values.len()).map(|number| self.parameter(number)).collect();
        let sql =
            format!("INSERT INTO {} ({}) VALUES ({})", self.quoted_table(), self.column_list(), parameters.join(", "));
        self.write_one(connection, sql, values, &row.id).await
    }

    /// Writes what of a row may change: its state, its times, and what undoes it.
    pub(crate) async fn update<C: ConnectionTrait>(&self, connection: &C, row: &Row) -> Result<(), HistoryError> {
        let columns = ["state", "done", "duration_ms", "applied_at", "downgrade", "checksum"];
        let set: Vec<_> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{} = {}", self.quoted(column), self.parameter(at + 1)))
            .collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE {} = {}",
            self.quoted_table(),
            set.join(", "),
            self.quoted("id"),
            self.parameter(columns.len() + 1)
        );
        let values: Vec<Value> = vec![
            row.state.name().into(),
            row.state.done().into(),
            milliseconds(row).into(),
            row.applied_at.as_str().into(),
            row.downgrade.as_str().into(),
            row.checksum.as_str().into(),
            row.id.as_str().into(),
        ];
        self.write_one(connection, sql, values, &row.id).await
    }

    /// Takes a row away.
    pub(crate) async fn delete<C: ConnectionTrait>(&self, connection: &C, id: &str) -> Result<(), HistoryError> {
        let sql = format!("DELETE FROM {} WHERE {} = {}", self.quoted_table(), self.quoted("id"), self.parameter(1));
        self.write_one(connection, sql, vec![id.into()], id).await
    }

    /// Runs a statement that has to write exactly one row.
    async fn write_one<C: ConnectionTrait>(
        &self,
        connection: &C,
        sql: String,
        values: Vec<Value>,
        id: &str,
    ) -> Result<(), HistoryError> {
        let statement = self.statement(connection, sql, values);
        let written = connection.execute_raw(statement).await.map_err(|error| self.unwritable(error))?;
        match written.rows_affected() {
            1 => Ok(()),
            _ => Err(HistoryError::Changed { table: self.name.clone(), id: id.to_owned() }),
        }
    }
}

fn milliseconds(row: &Row) -> i64 {
    i64::try_from(row.duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_made_in_each_dialects_words() {
        for (dialect, part) in [
            (
                Dialect::Sqlite,
                "\"a\"\"b\".\"h\" (\"id\" varchar(64) NOT NULL PRIMARY KEY, \"position\" bigint NOT NULL, \"parents\" text",
            ),
            (Dialect::Postgres, "\"upgrade\" text NOT NULL, \"downgrade\" text NOT NULL)"),
            (Dialect::MySql, "`a\"b`.`h` (`id` varchar(64)"),
            (Dialect::MariaDb, "`downgrade` longtext NOT NULL) ENGINE = InnoDB"),
        ] {
            let sql = HistoryTable::new(dialect, ObjectName::qualified("a\"b", "h")).create();
            assert!(sql.contains(part), "{dialect}: {sql}");
        }
    }
}
