use std::collections::BTreeMap;

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, ObjectName};
use sea_orm::{ConnectionTrait, Statement};

use super::session::Session;
use crate::{
    Cause, Connection, Error,
    lock::{Held, begin_immediate},
};

/// A transaction on the run's one connection, made with plain statements: SeaORM's own would take the connection away from data steps.
///
/// On SQLite it can have foreign keys switched off around it, which has no effect inside of one (pragma.html, foreign_keys).
pub(super) struct Transaction<'a> {
    connection: &'a Connection,
    open: bool,
    /// Whether foreign keys were switched off for this, and have to be on again.
    switched_off: bool,
    /// The lock of a session in memory, which is kept until that is set right.
    held: Option<Held>,
    /// How many rows referred to nothing before, by tables; `None` if that does not matter.
    orphans: Option<Orphans>,
}

/// How many rows of one table refer to nothing in another.
type Orphans = BTreeMap<(String, String), i64>;

/// A rebuild that did not come to its end may have left it on; no rollback undoes a PRAGMA.
const NOT_LEGACY: &str = "PRAGMA legacy_alter_table = OFF";

impl<'a> Transaction<'a> {
    /// Begins one. On SQLite it waits for other writers.
    pub(super) async fn begin(session: &Session<'a>, id: &str, foreign_keys_off: bool) -> Result<Self, Error> {
        let mut transaction = Self {
            connection: session.connection,
            open: false,
            switched_off: false,
            held: session.held_in_memory(),
            orphans: None,
        };
        match session.dialect() {
            Dialect::Sqlite => {
                if foreign_keys_off && session.pragma("foreign_keys").await? != 0 {
                    transaction.switched_off = true;
                    session.send("PRAGMA foreign_keys = OFF").await?;
                }
                if let Err(error) = begin_immediate(session.connection, session.run.lock_wait).await {
                    transaction.rollback().await;
                    return Err(error.into());
                }
                transaction.open = true;
                if let Err(error) = transaction.count_orphans(session, id, foreign_keys_off).await {
                    transaction.rollback().await;
                    return Err(error);
                }
            }
            Dialect::Postgres => {
                session.send("BEGIN").await?;
                transaction.open = true;
            }
            Dialect::MySql | Dialect::MariaDb => {
                session.send("START TRANSACTION").await?;
                transaction.open = true;
            }
        }
        Ok(transaction)
    }

    async fn count_orphans(&mut self, session: &Session<'_>, id: &str, foreign_keys_off: bool) -> Result<(), Error> {
        if foreign_keys_off {
            if session.pragma("foreign_keys").await? != 0 {
                return Err(Cause::ForeignKeysStay { id: id.to_owned() }.into());
            }
            self.orphans = Some(orphans(session).await?);
        }
        Ok(())
    }

    /// Makes sure that `steps` have not left rows that refer to nothing, beyond those that did before.
    ///
    /// # Errors
    /// `ForeignKeys`, with the tables.
    pub(super) async fn check_foreign_keys(
        &self,
        session: &Session<'_>,
        id: &str,
        steps: &[Step],
    ) -> Result<(), Error> {
        let Some(before) = &self.orphans else { return Ok(()) };
        let before = renamed(before, steps);
        let after = orphans(session).await?;
        let violations: Vec<String> = after
            .into_iter()
            .filter(|(tables, count)| *count > before.get(tables).copied().unwrap_or(0))
            .map(|((child, parent), count)| format!("{count} of `{child}` to `{parent}`"))
            .collect();
        if violations.is_empty() { Ok(()) } else { Err(Cause::ForeignKeys { id: id.to_owned(), violations }.into()) }
    }

    /// PostgreSQL: keeps what was done so far, and steps out of the transaction.
    pub(super) async fn pause(&mut self, session: &Session<'_>) -> Result<(), Error> {
        session.send("COMMIT").await?;
        self.open = false;
        Ok(())
    }

    /// PostgreSQL: begins another transaction after a pause.
    pub(super) async fn resume(&mut self, session: &Session<'_>) -> Result<(), Error> {
        session.send("BEGIN").await?;
        self.open = true;
        Ok(())
    }

    /// Ends it and keeps what was done.
    pub(super) async fn commit(mut self, session: &Session<'_>) -> Result<(), Error> {
        if let Err(error) = session.send("COMMIT").await {
            self.rollback().await;
            return Err(error);
        }
        self.open = false;
        self.switch_on().await;
        Ok(())
    }

    /// Ends it and takes back what was done. If that fails, the session is of no use any more, and its end does the same.
    pub(super) async fn rollback(&mut self) {
        if self.open {
            let _ = self.connection.database().execute_unprepared("ROLLBACK").await;
            self.open = false;
        }
        if self.orphans.is_some() {
            let _ = self.connection.database().execute_unprepared(NOT_LEGACY).await;
        }
        self.switch_on().await;
    }

    async fn switch_on(&mut self) {
        if self.switched_off {
            // It can't fail but with the session.
            let _ = self.connection.database().execute_unprepared("PRAGMA foreign_keys = ON").await;
            self.switched_off = false;
        }
    }
}

impl Drop for Transaction<'_> {
    /// A run that is dropped half-way ends its session, and with it the transaction; the application's own session in memory has to be set right.
    fn drop(&mut self) {
        if !self.connection.is_borrowed() || !(self.open || self.switched_off) {
            return;
        }
        let (database, open, off) = (self.connection.database().clone(), self.open, self.switched_off);
        let is_legacy = self.orphans.is_some();
        let held = self.held.take();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                if open {
                    let _ = database.execute_unprepared("ROLLBACK").await;
                }
                if is_legacy {
                    let _ = database.execute_unprepared(NOT_LEGACY).await;
                }
                if off {
                    let _ = database.execute_unprepared("PRAGMA foreign_keys = ON").await;
                }
                drop(held);
            });
        }
    }
}

/// SQLite: the rows that refer to nothing now.
async fn orphans(session: &Session<'_>) -> Result<Orphans, Error> {
    const CHECK: &str =
        "SELECT \"table\" AS child, parent AS parent, COUNT(*) AS orphans FROM pragma_foreign_key_check GROUP BY 1, 2";
    let failed = |source| Cause::Database { what: "the check of foreign keys".to_owned(), source };
    let database = session.connection.database();
    let statement = Statement::from_string(database.get_database_backend(), CHECK);
    let rows = database.query_all_raw(statement).await.map_err(failed)?;
    let mut orphans = Orphans::new();
    for row in rows {
        let child = row.try_get("", "child").map_err(failed)?;
        let parent = row.try_get("", "parent").map_err(failed)?;
        orphans.insert((child, parent), row.try_get("", "orphans").map_err(failed)?);
    }
    Ok(orphans)
}

/// The same counts under the names that tables have behind `steps`.
fn renamed(orphans: &Orphans, steps: &[Step]) -> Orphans {
    let rename = |mut name: String| {
        for step in steps.iter().filter(|step| step.counts_on(Dialect::Sqlite)) {
            if let Operation::RenameTable { table, to } = &step.operation
                && *table == ObjectName::bare(name.as_str())
            {
                name.clone_from(&to.name);
            }
        }
        name
    };
    orphans.iter().map(|((child, parent), count)| ((rename(child.clone()), rename(parent.clone())), *count)).collect()
}
