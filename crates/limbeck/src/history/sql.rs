//! The history table's statements as whole texts, for scripts. The time is that of the server, the position the next one there.

use limbeck_operations::ddl::quote::string;
use limbeck_schema::Dialect;
use sea_orm::Value;

use super::{
    Row,
    table::{COLUMNS, HistoryTable, IN_FLIGHT, values},
};

impl HistoryTable {
    /// Adds a row.
    pub(crate) fn insert_sql(&self, row: &Row) -> String {
        let values: Vec<_> = COLUMNS
            .into_iter()
            .zip(values(row))
            .map(|(column, value)| match column {
                "position" => format!("COALESCE(MAX({}), 0) + 1", self.quoted(column)),
                "applied_at" => self.now().to_owned(),
                _ => self.literal(&value),
            })
            .collect();
        let table = self.quoted_table();
        format!("INSERT INTO {table} ({}) SELECT {} FROM {table}", self.column_list(), values.join(", "))
    }

    /// Writes how far a row's revision has come, and what undoes it.
    pub(crate) fn update_sql(&self, row: &Row) -> String {
        let chosen = ["state", "done", IN_FLIGHT, "downgrade", "checksum"];
        let set = COLUMNS.into_iter().zip(values(row)).filter(|(column, _)| chosen.contains(column));
        let set = set.map(|(column, value)| format!("{} = {}", self.quoted(column), self.literal(&value)));
        self.set(set.collect(), &row.id)
    }

    /// Writes how far a row's revision has come.
    pub(crate) fn progress_sql(&self, row: &Row) -> String {
        let set =
            COLUMNS.into_iter().zip(values(row)).filter(|(column, _)| ["state", "done", IN_FLIGHT].contains(column));
        let set = set.map(|(column, value)| format!("{} = {}", self.quoted(column), self.literal(&value)));
        self.set(set.collect(), &row.id)
    }

    /// Writes that a row's revision is applied as a whole, as of now.
    pub(crate) fn applied_sql(&self, row: &Row) -> String {
        let set = COLUMNS.into_iter().zip(values(row)).filter_map(|(column, value)| match column {
            "state" | "done" | IN_FLIGHT => Some(format!("{} = {}", self.quoted(column), self.literal(&value))),
            "applied_at" => Some(format!("{} = {}", self.quoted(column), self.now())),
            _ => None,
        });
        self.set(set.collect(), &row.id)
    }

    fn set(&self, set: Vec<String>, id: &str) -> String {
        format!("UPDATE {} SET {} WHERE {}", self.quoted_table(), set.join(", "), self.is(id))
    }

    /// Takes a row away.
    pub(crate) fn delete_sql(&self, id: &str) -> String {
        format!("DELETE FROM {} WHERE {}", self.quoted_table(), self.is(id))
    }

    /// Makes the table if it is not there.
    pub(crate) fn make_sql(&self) -> Vec<String> {
        self.make(&super::Layout::Missing)
    }

    /// That all of `applied` are applied as a whole, and `absent` have no row.
    pub(crate) fn stands_sql<'a>(
        &self,
        applied: impl IntoIterator<Item = &'a str>,
        absent: impl IntoIterator<Item = &'a str>,
    ) -> String {
        let table = self.quoted_table();
        let list = |ids: &[String]| format!("{} IN ({})", self.quoted("id"), ids.join(", "));
        let quoted = |id: &str| string(id, self.dialect);
        let applied: Vec<_> = applied.into_iter().map(quoted).collect();
        let absent: Vec<_> = absent.into_iter().map(quoted).collect();
        let mut conditions = Vec::new();
        if !applied.is_empty() {
            conditions.push(format!(
                "(SELECT COUNT(*) FROM {table} WHERE {} AND {} = 'applied') = {}",
                list(&applied),
                self.quoted("state"),
                applied.len()
            ));
        }
        if !absent.is_empty() {
            conditions.push(format!("(SELECT COUNT(*) FROM {table} WHERE {}) = 0", list(&absent)));
        }
        if conditions.is_empty() { "1 = 1".to_owned() } else { conditions.join(" AND ") }
    }

    /// That a row's revision has come as far as the row says.
    pub(crate) fn is_at_sql(&self, row: &Row) -> String {
        format!(
            "(SELECT COUNT(*) FROM {} WHERE {} AND {} = {} AND {} = {}) = 1",
            self.quoted_table(),
            self.is(&row.id),
            self.quoted("state"),
            string(row.state.name(), self.dialect),
            self.quoted("done"),
            row.state.done()
        )
    }

    /// That a row is there as it is written.
    pub(crate) fn is_recorded_sql(&self, row: &Row) -> String {
        format!(
            "(SELECT COUNT(*) FROM {} WHERE {} AND {} = 'applied' AND {} = {}) = 1",
            self.quoted_table(),
            self.is(&row.id),
            self.quoted("state"),
            self.quoted("checksum"),
            string(&row.checksum, self.dialect)
        )
    }

    /// That the operations of the way up which ran are those of a row.
    pub(crate) fn ran_sql(&self, row: &Row) -> String {
        let (column, steps) = (self.quoted("upgrade"), string(&row.upgrade, self.dialect));
        // Collations of MySQL and MariaDB take some texts for the same that are not.
        let is_same = match self.dialect {
            Dialect::Sqlite | Dialect::Postgres => format!("{column} = {steps}"),
            Dialect::MySql | Dialect::MariaDb => format!("CAST({column} AS BINARY) = CAST({steps} AS BINARY)"),
        };
        format!("(SELECT COUNT(*) FROM {} WHERE {} AND {is_same}) = 1", self.quoted_table(), self.is(&row.id))
    }

    fn is(&self, id: &str) -> String {
        format!("{} = {}", self.quoted("id"), string(id, self.dialect))
    }

    /// The server's time in UTC, as [`Row::applied_at`] has it.
    const fn now(&self) -> &'static str {
        match self.dialect {
            Dialect::Sqlite => "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')",
            Dialect::Postgres => "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
            Dialect::MySql | Dialect::MariaDb => "DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%dT%H:%i:%sZ')",
        }
    }

    fn literal(&self, value: &Value) -> String {
        match value {
            Value::BigInt(Some(number)) => number.to_string(),
            Value::String(Some(text)) => string(text, self.dialect),
            // The columns are numbers and texts.
            _ => "NULL".to_owned(),
        }
    }
}
