use limbeck_operations::ddl::{
    REBUILT_PREFIX,
    quote::{identifier, string},
};
use limbeck_schema::Dialect;

use super::session::Session;
use crate::{Cause, Error};

impl Session<'_> {
    /// SQLite: drops the copies of tables that a rebuild has left. A run leaves none, as it is a transaction; statements that somebody took out of a script
    /// may. Where the table itself is gone, the copy is all that there is of it, and stays.
    ///
    /// # Errors
    /// `OnlyCopy`, or SQLite's words.
    pub(super) async fn drop_copies(&self) -> Result<(), Error> {
        let sql = format!(
            "SELECT copy.name AS copy, (SELECT name FROM sqlite_master WHERE type = 'table' \
             AND lower(name) = lower(substr(copy.name, length({prefix}) + 1))) AS original \
             FROM sqlite_master AS copy WHERE copy.type = 'table' AND substr(copy.name, 1, length({prefix})) = {prefix}",
            prefix = string(REBUILT_PREFIX, Dialect::Sqlite)
        );
        for row in self.rows(&sql, Vec::new()).await? {
            let failed = |source| Cause::Database { what: "looking for copies of tables".to_owned(), source };
            let copy: String = row.try_get("", "copy").map_err(failed)?;
            if row.try_get::<Option<String>>("", "original").map_err(failed)?.is_none() {
                return Err(Cause::OnlyCopy { copy }.into());
            }
            self.send(&format!("DROP TABLE {}", identifier(&copy, Dialect::Sqlite))).await?;
        }
        Ok(())
    }
}
