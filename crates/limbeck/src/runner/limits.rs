//! How long statements wait and run, and what is done when one did not get its lock.

use std::time::Duration;

use limbeck_schema::Dialect;
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};

use super::{Event, Run, session::Session};
use crate::{Blocker, Cause, Error, Settings, Timeout, connection::is_blocked};

/// The first pause before what did not get its lock is tried again, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(16));

/// How long the statements of a run may wait and run.
pub(super) struct Limits {
    lock: Timeout,
    statement: Timeout,
    retries: u32,
    /// How often the revision at hand did not get its locks.
    refusals: u32,
}

impl Limits {
    /// What the run says, else the settings.
    pub(super) fn of(run: &Run<'_>, settings: &Settings) -> Self {
        Self {
            lock: run.lock_timeout.unwrap_or(settings.lock_timeout),
            statement: run.statement_timeout.unwrap_or(settings.statement_timeout),
            retries: run.lock_retries.unwrap_or(settings.lock_retries),
            refusals: 0,
        }
    }

    /// A revision is done, and stays: the next begins to count anew.
    pub(super) const fn forget_refusals(&mut self) {
        self.refusals = 0;
    }
}

/// The statements that set both limits for a session. SQLite has none: each revision waits for other writers before it begins.
pub(crate) fn statements(dialect: Dialect, lock: Timeout, statement: Timeout) -> Vec<String> {
    match dialect {
        Dialect::Sqlite => Vec::new(),
        Dialect::Postgres => vec![
            format!("SET lock_timeout = {}", lock.milliseconds()),
            format!("SET statement_timeout = {}", statement.milliseconds()),
        ],
        Dialect::MySql | Dialect::MariaDb => {
            // Whole seconds; the longest is a year (manual, lock_wait_timeout). The first is for tables, the second for rows.
            let seconds =
                lock.duration().map_or(31_536_000, |lock| lock.as_millis().div_ceil(1000).clamp(1, 31_536_000));
            let mut list = vec![format!(
                "SET SESSION lock_wait_timeout = {seconds}, SESSION innodb_lock_wait_timeout = {seconds}"
            )];
            if dialect == Dialect::MariaDb {
                let milliseconds = statement.milliseconds();
                list.push(format!(
                    "SET SESSION max_statement_time = {}.{:03}",
                    milliseconds / 1000,
                    milliseconds % 1000
                ));
            }
            list
        }
    }
}

impl Session<'_> {
    /// Sets the limits of this session.
    pub(super) async fn limit(&self) -> Result<(), Error> {
        self.set_limits(self.limits.lock, self.limits.statement).await
    }

    /// Takes the limits away: building an index while others write waits for all of them to end their transactions, and keeps nobody waiting.
    pub(super) async fn unlimit(&self) -> Result<(), Error> {
        self.set_limits(Timeout::OFF, Timeout::OFF).await
    }

    async fn set_limits(&self, lock: Timeout, statement: Timeout) -> Result<(), Error> {
        for sql in statements(self.dialect(), lock, statement) {
            self.send(&sql).await?;
        }
        Ok(())
    }

    /// Pauses, if `error` says that a lock was not given and there are tries left: who waited behind this run goes first.
    ///
    /// # Errors
    /// Any other error; and the same as `Blocked`, with who is in the way, if there are none left.
    pub(super) async fn pause_if_blocked(&mut self, error: Error) -> Result<(), Error> {
        let (id, sql) = match error.cause() {
            Cause::Statement { id, sql, source, .. } if is_blocked(source) => (id.clone(), sql.clone()),
            Cause::DataStep { id, source, .. } if is_blocked(source) => (id.clone(), String::new()),
            _ => return Err(error),
        };
        // Who may not look at other sessions learns nothing, and is still right.
        let blockers = self.blockers(&sql).await.unwrap_or_default();
        self.limits.refusals += 1;
        let (number, retries) = (self.limits.refusals, self.limits.retries);
        if number > retries {
            return Err(error.blocked(number, blockers));
        }
        let pause = PAUSES.0.saturating_mul(1 << (number - 1).min(10)).min(PAUSES.1);
        self.run.tell(&Event::Blocked { id: &id, number, retries, pause, blockers: &blockers });
        tokio::time::sleep(pause).await;
        Ok(())
    }

    /// The sessions that have locks on tables which `sql` names, or any, if it is empty; those with the longest transactions.
    async fn blockers(&self, sql: &str) -> Result<Vec<Blocker>, DbErr> {
        match self.dialect() {
            Dialect::Sqlite => Ok(Vec::new()),
            Dialect::Postgres => self.found_by(include_str!("blockers/postgres.sql"), vec![Value::from(sql)]).await,
            Dialect::MySql | Dialect::MariaDb => {
                // Who has a lock on a table is known to a plugin of MariaDB's and to the performance schema, neither of which has to be on. What can't
                // be asked is an error, and nobody is who is not seen.
                for query in
                    [include_str!("blockers/metadata_lock_info.sql"), include_str!("blockers/metadata_locks.sql")]
                {
                    let found = self.found_by(query, vec![Value::from(sql), Value::from(sql)]).await;
                    if let Ok(found) = found
                        && !found.is_empty()
                    {
                        return Ok(found);
                    }
                }
                self.found_by(include_str!("blockers/mysql.sql"), Vec::new()).await
            }
        }
    }

    async fn found_by(&self, query: &str, values: Vec<Value>) -> Result<Vec<Blocker>, DbErr> {
        let database = self.connection.database();
        let statement = Statement::from_sql_and_values(database.get_database_backend(), query, values);
        let rows = database.query_all_raw(statement).await?;
        let blocker = |row: &sea_orm::QueryResult| {
            Ok(Blocker {
                session: row.try_get("", "session")?,
                user: row.try_get("", "owner")?,
                seconds: row.try_get("", "seconds")?,
                statement: row.try_get::<String>("", "statement")?.split_whitespace().collect::<Vec<_>>().join(" "),
                tables: row.try_get("", "tables")?,
            })
        };
        rows.iter().map(blocker).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_is_told_in_its_own_words() {
        let (lock, statement) = (Timeout::of(Duration::from_millis(1500)), Timeout::seconds(90));
        for (dialect, lock, statement, expected) in [
            (Dialect::Sqlite, lock, statement, &[][..]),
            (Dialect::Postgres, lock, statement, &["SET lock_timeout = 1500", "SET statement_timeout = 90000"]),
            (Dialect::Postgres, Timeout::OFF, Timeout::OFF, &["SET lock_timeout = 0", "SET statement_timeout = 0"]),
            (
                Dialect::MariaDb,
                lock,
                Timeout::of(Duration::from_millis(90_050)),
                &[
                    "SET SESSION lock_wait_timeout = 2, SESSION innodb_lock_wait_timeout = 2",
                    "SET SESSION max_statement_time = 90.050",
                ],
            ),
            (
                Dialect::MySql,
                Timeout::OFF,
                statement,
                &["SET SESSION lock_wait_timeout = 31536000, SESSION innodb_lock_wait_timeout = 31536000"],
            ),
        ] {
            assert_eq!(statements(dialect, lock, statement), expected, "{dialect}");
        }
    }
}
