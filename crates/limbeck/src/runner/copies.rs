use limbeck_operations::ddl::{
    REBUILT_PREFIX,
    quote::{identifier, string},
};
use limbeck_schema::Dialect;
use sea_orm::DbErr;

use super::{Event, session::Session};
use crate::{Cause, Error};

impl Session<'_> {
    /// SQLite: drops the copies of tables that a rebuild has left. A run leaves none, as it is a transaction; statements that somebody took out of a script
    /// may. Where the table itself is gone, the copy is all that there is of it, and stays; so does one with rows that the table has not: somebody may have
    /// made that anew.
    ///
    /// # Errors
    /// `OnlyCopy`, `FullerCopy`, or SQLite's words.
    pub(super) async fn drop_copies(&self) -> Result<(), Error> {
        let sql = format!(
            "SELECT copy.name AS copy, (SELECT name FROM sqlite_master WHERE type = 'table' \
             AND lower(name) = lower(substr(copy.name, length({prefix}) + 1))) AS original \
             FROM sqlite_master AS copy WHERE copy.type = 'table' AND substr(copy.name, 1, length({prefix})) = {prefix}",
            prefix = string(REBUILT_PREFIX, Dialect::Sqlite)
        );
        for row in self.rows(&sql, Vec::new()).await? {
            let copy: String = row.try_get("", "copy").map_err(failed)?;
            let Some(table) = row.try_get::<Option<String>>("", "original").map_err(failed)? else {
                return Err(Cause::OnlyCopy { copy }.into());
            };
            let rows = self.rows_beyond(&copy, &table).await?;
            if rows > 0 {
                return Err(Cause::FullerCopy { copy, table, rows }.into());
            }
            self.run.tell(&Event::CopyDropped { copy: &copy });
            self.send(&format!("DROP TABLE {}", identifier(&copy, Dialect::Sqlite))).await?;
        }
        Ok(())
    }

    /// How many rows of `copy` are not in `table`, by the columns that both have.
    async fn rows_beyond(&self, copy: &str, table: &str) -> Result<i64, Error> {
        let sql = format!(
            "SELECT one.name AS name FROM pragma_table_info({}) AS one JOIN pragma_table_info({}) AS other ON lower(one.name) = lower(other.name)",
            string(copy, Dialect::Sqlite),
            string(table, Dialect::Sqlite)
        );
        let shared = self.rows(&sql, Vec::new()).await?;
        let shared = shared.iter().map(|row| row.try_get::<String>("", "name"));
        let shared = shared.collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let columns: Vec<_> = shared.iter().map(|name| identifier(name, Dialect::Sqlite)).collect();
        let (copy, table, columns) =
            (identifier(copy, Dialect::Sqlite), identifier(table, Dialect::Sqlite), columns.join(", "));
        let beyond = if columns.is_empty() {
            format!("SELECT 1 FROM {copy}")
        } else {
            format!("SELECT {columns} FROM {copy} EXCEPT SELECT {columns} FROM {table}")
        };
        let counted = self.rows(&format!("SELECT count(*) AS number FROM ({beyond})"), Vec::new()).await?;
        Ok(counted.first().map_or(Ok(0), |row| row.try_get("", "number")).map_err(failed)?)
    }
}

fn failed(source: DbErr) -> Cause {
    Cause::Database { what: "looking for copies of tables".to_owned(), source }
}
