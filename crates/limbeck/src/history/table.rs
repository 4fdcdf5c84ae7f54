//! The history table as SQL. Values are always parameters.

use limbeck_schema::{Dialect, ObjectName};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement, Value};

use super::{HistoryError, InFlight, Row, State};
use crate::connection::server_words;

pub(super) const COLUMNS: [&str; 15] = [
    "id",
    "position",
    "parents",
    DEPENDENCIES,
    "message",
    "applied_at",
    "duration_ms",
    "state",
    "done",
    IN_FLIGHT,
    "tool_version",
    "format",
    "checksum",
    "upgrade",
    "downgrade",
];

/// Added in later versions than the others: tables of earlier ones get them when they are next written.
const LATER: [&str; 2] = [DEPENDENCIES, IN_FLIGHT];

const DEPENDENCIES: &str = "depends_on";
pub(super) const IN_FLIGHT: &str = "in_flight";

/// What is there of the history table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Nothing.
    #[default]
    Missing,
    /// The table, but for these columns, if an earlier version made it.
    Lacking(Vec<&'static str>),
}

impl Layout {
    /// Whether there is a table.
    pub(crate) const fn is_there(&self) -> bool {
        matches!(self, Self::Lacking(_))
    }

    /// The table as this version makes it.
    pub(crate) const fn complete() -> Self {
        Self::Lacking(Vec::new())
    }
}

/// The history table on a server.
#[derive(Clone, Debug)]
pub(crate) struct HistoryTable {
    pub(super) dialect: Dialect,
    name: ObjectName,
}

impl HistoryTable {
    pub(crate) const fn new(dialect: Dialect, name: ObjectName) -> Self {
        Self { dialect, name }
    }

    pub(super) fn quoted(&self, name: &str) -> String {
        match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
            Dialect::MySql | Dialect::MariaDb => format!("`{}`", name.replace('`', "``")),
        }
    }

    pub(super) fn quoted_table(&self) -> String {
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

    /// What is there of it.
    pub(crate) async fn layout<C: ConnectionTrait>(&self, connection: &C) -> Result<Layout, HistoryError> {
        let (sql, values) = match self.dialect {
            Dialect::Sqlite => {
                let sql = "SELECT name AS name FROM pragma_table_info(?, ?)";
                let schema = self.name.schema.as_deref().unwrap_or("main");
                (sql, vec![Value::from(self.name.name.as_str()), Value::from(schema)])
            }
            Dialect::Postgres => {
                let sql = "SELECT attname::text AS name FROM pg_catalog.pg_attribute \
                           WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped";
                (sql, vec![Value::from(self.quoted_table())])
            }
            Dialect::MySql | Dialect::MariaDb => {
                let sql = "SELECT CAST(column_name AS CHAR) AS name FROM information_schema.columns \
                           WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?";
                (sql, vec![Value::from(self.name.schema.clone()), Value::from(self.name.name.as_str())])
            }
        };
        let statement = self.statement(connection, sql.to_owned(), values);
        let rows = connection.query_all_raw(statement).await.map_err(|error| self.unreadable(&error))?;
        let names = rows.iter().map(|row| row.try_get::<String>("", "name"));
        let names: Vec<String> = names.collect::<Result<_, _>>().map_err(|error| self.unreadable(&error))?;
        if names.is_empty() {
            return Ok(Layout::Missing);
        }
        Ok(Layout::Lacking(LATER.into_iter().filter(|column| !names.iter().any(|it| it == column)).collect()))
    }

    /// The statements that make of what is there the table as this version has it.
    pub(crate) fn make(&self, layout: &Layout) -> Vec<String> {
        match layout {
            Layout::Missing => vec![self.create()],
            Layout::Lacking(columns) => {
                let add = |column: &&str| {
                    let words = self.column(column);
                    format!("ALTER TABLE {} ADD COLUMN {words}", self.quoted_table())
                };
                columns.iter().map(add).collect()
            }
        }
    }

    /// The statement that makes the table if it is not there.
    fn create(&self) -> String {
        // utf8mb4_bin: ids that differ in case are different ids. InnoDB: a data step and its record are one transaction.
        let end = match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => "",
            Dialect::MySql | Dialect::MariaDb => " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        };
        let columns = COLUMNS.map(|column| self.column(column));
        format!("CREATE TABLE IF NOT EXISTS {} ({}){end}", self.quoted_table(), columns.join(", "))
    }

    /// A column as a statement defines it.
    fn column(&self, name: &str) -> String {
        let long_text = match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => "text",
            Dialect::MySql | Dialect::MariaDb => "longtext",
        };
        let sql_type = match name {
            "id" => "varchar(64) NOT NULL PRIMARY KEY".to_owned(),
            "position" | "duration_ms" | "done" | "format" => "bigint NOT NULL".to_owned(),
            "applied_at" | "state" | "tool_version" | "checksum" => "varchar(32) NOT NULL".to_owned(),
            // Rows that were there before the column have nothing in it.
            DEPENDENCIES | IN_FLIGHT => long_text.to_owned(),
            _ => format!("{long_text} NOT NULL"),
        };
        format!("{} {sql_type}", self.quoted(name))
    }

    pub(super) fn column_list(&self) -> String {
        COLUMNS.map(|column| self.quoted(column)).join(", ")
    }

    /// All rows, in the order of application, of a table that has this layout.
    pub(crate) async fn rows<C: ConnectionTrait>(
        &self,
        connection: &C,
        layout: &Layout,
    ) -> Result<Vec<Row>, HistoryError> {
        let lacking = match layout {
            Layout::Missing => return Ok(Vec::new()),
            Layout::Lacking(columns) => columns,
        };
        let columns: Vec<_> = COLUMNS
            .iter()
            .map(|column| {
                let quoted = self.quoted(column);
                if lacking.contains(column) { format!("NULL AS {quoted}") } else { quoted }
            })
            .collect();
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}, {}",
            columns.join(", "),
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
        let optional = |column: &str| row.try_get::<Option<String>>("", column).map_err(read);
        Ok(Row {
            position: number("position")?,
            in_flight: self.in_flight(&id, optional(IN_FLIGHT)?)?,
            parents: words(&text("parents")?),
            dependencies: words(&optional(DEPENDENCIES)?.unwrap_or_default()),
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

    fn in_flight(&self, id: &str, text: Option<String>) -> Result<Option<InFlight>, HistoryError> {
        let parsed = text.map(|text| serde_json::from_str(&text)).transpose();
        parsed.map_err(|error| HistoryError::Unreadable {
            table: self.name.clone(),
            reason: format!("what revision `{id}` has in flight is not understood: {error}"),
        })
    }

    /// Adds a row.
    pub(crate) async fn insert<C: ConnectionTrait>(&self, connection: &C, row: &Row) -> Result<(), HistoryError> {
        let values = values(row);
        let parameters: Vec<_> = (1..=values.len()).map(|number| self.parameter(number)).collect();
        let sql =
            format!("INSERT INTO {} ({}) VALUES ({})", self.quoted_table(), self.column_list(), parameters.join(", "));
        self.write_one(connection, sql, values.to_vec(), &row.id).await
    }

    /// Writes all of a row but its id and its place.
    pub(crate) async fn update<C: ConnectionTrait>(&self, connection: &C, row: &Row) -> Result<(), HistoryError> {
        let all = COLUMNS.into_iter().zip(values(row));
        self.write(connection, &row.id, all.filter(|(column, _)| !["id", "position"].contains(column)).collect()).await
    }

    /// Writes how far a revision has come. Its operations, which are long, stay as they are.
    pub(crate) async fn update_progress<C: ConnectionTrait>(
        &self,
        connection: &C,
        row: &Row,
    ) -> Result<(), HistoryError> {
        let (state, done) = (row.state.name().into(), row.state.done().into());
        let set = vec![("state", state), ("done", done), (IN_FLIGHT, in_flight_text(row).into())];
        self.write(connection, &row.id, set).await
    }

    async fn write<C: ConnectionTrait>(
        &self,
        connection: &C,
        id: &str,
        set: Vec<(&str, Value)>,
    ) -> Result<(), HistoryError> {
        let number = set.len() + 1;
        let (columns, mut values): (Vec<_>, Vec<_>) = set.into_iter().unzip();
        let columns = columns.iter().enumerate();
        let set: Vec<_> =
            columns.map(|(at, column)| format!("{} = {}", self.quoted(column), self.parameter(at + 1))).collect();
        let sql = format!(
            "UPDATE {} SET {} WHERE {} = {}",
            self.quoted_table(),
            set.join(", "),
            self.quoted("id"),
            self.parameter(number)
        );
        values.push(id.into());
        self.write_one(connection, sql, values, id).await
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

/// What a row has in each of [`COLUMNS`].
pub(super) fn values(row: &Row) -> [Value; COLUMNS.len()] {
    [
        row.id.as_str().into(),
        row.position.into(),
        row.parents.join(" ").into(),
        row.dependencies.join(" ").into(),
        row.message.as_str().into(),
        row.applied_at.as_str().into(),
        milliseconds(row).into(),
        row.state.name().into(),
        row.state.done().into(),
        in_flight_text(row).into(),
        row.tool_version.as_str().into(),
        row.format.into(),
        row.checksum.as_str().into(),
        row.upgrade.as_str().into(),
        row.downgrade.as_str().into(),
    ]
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn in_flight_text(row: &Row) -> Option<String> {
    // Texts and numbers: there is nothing in it that JSON can't say.
    row.in_flight.as_ref().and_then(|flight| serde_json::to_string(flight).ok())
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
            let sql = HistoryTable::new(dialect, ObjectName::qualified("a\"b", "h")).make(&Layout::Missing);
            assert!(matches!(&sql[..], [sql] if sql.contains(part)), "{dialect}: {sql:?}");
        }
    }

    #[test]
    fn a_table_of_an_earlier_version_gets_what_it_lacks() {
        let table = HistoryTable::new(Dialect::MariaDb, ObjectName::bare("h"));
        assert_eq!(table.make(&Layout::complete()), [""; 0]);
        let added = table.make(&Layout::Lacking(vec![DEPENDENCIES]));
        assert_eq!(added, ["ALTER TABLE `h` ADD COLUMN `depends_on` longtext"]);
        let added = table.make(&Layout::Lacking(LATER.to_vec()));
        assert_eq!(added[1..], ["ALTER TABLE `h` ADD COLUMN `in_flight` longtext"]);
    }
}
