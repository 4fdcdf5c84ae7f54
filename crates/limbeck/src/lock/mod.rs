//! One run at a time: any number of processes may ask for the same upgrade, one does it, the others wait and find it done.
//!
//! PostgreSQL, MySQL and MariaDB have locks of a session, which end with it, by a crash too. SQLite has none; there each revision's transaction is the
//! lock, and the history is read again inside it. For a database in memory, which is one session of one process, the process has a lock.

mod in_memory;

use std::time::{Duration, Instant};

use limbeck_operations::ddl::quote::object;
use limbeck_schema::{Dialect, ObjectName, Server};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement, Value};

pub(crate) use in_memory::Held;

use crate::{
    Settings,
    connection::{Connection, is_busy, server_words},
    history::fnv1a,
};

/// Why there is no lock.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another run has it, and did not end in time.
    #[error("another run is under way on this database; waited {} s for it to end", waited.as_secs())]
    TimedOut {
        /// How long.
        waited: Duration,
    },
    /// It was taken and is gone, though the session is still there: something between here and the server changes sessions.
    #[error("the lock of this run is gone")]
    Lost,
    /// The server refuses to lock.
    #[error("the database can't be locked: {}", server_words(.0))]
    Refused(#[from] DbErr),
}

impl LockError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::TimedOut { .. } => {
                "let the other run end, or wait longer with `lock_wait`; it ends by itself when its process does"
                    .to_owned()
            }
            Self::Lost => {
                "connect to the server itself: a pooler that hands out sessions by transaction can't keep a lock"
                    .to_owned()
            }
            Self::Refused(_) => "the server's words say what it lacks".to_owned(),
        }
    }
}

/// A lock that is held until it is released, or the session ends.
#[derive(Debug)]
pub(crate) enum Lock {
    /// `pg_advisory_lock` with this key, which belongs to the database.
    Postgres(i64),
    /// `GET_LOCK` with this name, which belongs to the whole server.
    MySqlLike(String),
    /// Each revision's transaction.
    Sqlite,
    /// A lock of this process.
    InMemory(Held),
    /// None: nothing is written.
    Unneeded,
}

/// The first pause between two tries, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(500));

impl Lock {
    /// Takes the lock of `settings`' history table, and waits for it up to `wait`. `waiting` is called once if it has to.
    pub(crate) async fn acquire(
        connection: &Connection,
        server: &Server,
        settings: &Settings,
        wait: Duration,
        waiting: impl FnOnce(),
    ) -> Result<Self, LockError> {
        let table = settings.history_table();
        let found = place(connection, &table, server.dialect).await?;
        let schema = table.schema.as_ref().or(found.as_ref()).unwrap_or(&server.default_schema);
        let hash = fnv1a(["limbeck", schema, &table.name].iter().flat_map(|part| [part.as_bytes(), b"\n"]));
        let mut waiting = Some(waiting);
        let mut patience = Patience::new(wait);
        loop {
            let taken = match server.dialect {
                Dialect::Postgres => Self::Postgres(hash.cast_signed()).attempt(connection).await?,
                Dialect::MySql | Dialect::MariaDb => {
                    Self::MySqlLike(format!("limbeck-{hash:016x}")).attempt(connection).await?
                }
                Dialect::Sqlite => Self::sqlite(connection, wait).await?,
            };
            if let Some(lock) = taken {
                return Ok(lock);
            }
            if let Some(waiting) = waiting.take() {
                waiting();
            }
            patience.pause().await?;
        }
    }

    /// A session of its own waits for other writers by itself; that of a database in memory has to be this run's alone.
    async fn sqlite(connection: &Connection, wait: Duration) -> Result<Option<Self>, LockError> {
        if let Some(name) = connection.in_memory() {
            return Ok(in_memory::attempt(name).map(Self::InMemory));
        }
        let milliseconds = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
        connection.database().execute_unprepared(&format!("PRAGMA busy_timeout = {milliseconds}")).await?;
        Ok(Some(Self::Sqlite))
    }

    /// What has to be kept until a session in memory is set right, also by a run that is dropped half-way.
    pub(crate) fn held_in_memory(&self) -> Option<Held> {
        match self {
            Self::InMemory(held) => Some(Held::clone(held)),
            Self::Postgres(_) | Self::MySqlLike(_) | Self::Sqlite | Self::Unneeded => None,
        }
    }

    /// Takes a session's lock; `None` if another has it.
    async fn attempt(self, connection: &Connection) -> Result<Option<Self>, LockError> {
        let database = connection.database();
        let taken = match &self {
            Self::Postgres(key) => {
                let statement = with_value(database, "SELECT pg_try_advisory_lock($1) AS answer", (*key).into());
                let row = database.query_one_raw(statement).await?;
                row.map_or(Ok(false), |row| row.try_get::<bool>("", "answer"))?
            }
            Self::MySqlLike(name) => {
                let statement = with_value(database, "SELECT GET_LOCK(?, 0) AS answer", name.as_str().into());
                answer(database, statement).await?
            }
            Self::Sqlite | Self::InMemory(_) | Self::Unneeded => true,
        };
        Ok(taken.then_some(self))
    }

    /// Makes sure that the lock is still held, by this session.
    ///
    /// # Errors
    /// `Lost`, or the server's words.
    pub(crate) async fn assert_held(&self, connection: &Connection) -> Result<(), LockError> {
        let database = connection.database();
        let held = match self {
            Self::Postgres(key) => {
                // The key is shown in two halves of 32 bits; `objsubid` 1 says that it was given as one of 64 (manual, pg_locks).
                let sql = "SELECT COUNT(*) AS answer FROM pg_locks WHERE locktype = 'advisory' AND granted \
                           AND pid = pg_backend_pid() AND objsubid = 1 \
                           AND ((classid::bigint << 32) | objid::bigint) = $1";
                answer(database, with_value(database, sql, (*key).into())).await?
            }
            Self::MySqlLike(name) => {
                let sql = "SELECT COALESCE(IS_USED_LOCK(?) = CONNECTION_ID(), 0) AS answer";
                answer(database, with_value(database, sql, name.as_str().into())).await?
            }
            Self::Sqlite | Self::InMemory(_) | Self::Unneeded => true,
        };
        if held { Ok(()) } else { Err(LockError::Lost) }
    }

    /// Gives the lock back. That it fails changes nothing: the end of the session gives it back too.
    pub(crate) async fn release(self, connection: &Connection) {
        let database = connection.database();
        let statement = match &self {
            Self::Postgres(key) => with_value(database, "SELECT pg_advisory_unlock($1)", (*key).into()),
            Self::MySqlLike(name) => with_value(database, "SELECT RELEASE_LOCK(?)", name.as_str().into()),
            Self::Sqlite | Self::InMemory(_) | Self::Unneeded => return,
        };
        let _ = database.query_one_raw(statement).await;
    }
}

/// PostgreSQL: the schema of the search path in which a table is found that is named without one. Roles with different paths may mean the same.
async fn place(connection: &Connection, table: &ObjectName, dialect: Dialect) -> Result<Option<String>, LockError> {
    let sql = match dialect {
        Dialect::Postgres if table.schema.is_none() => {
            "SELECT nspname::text AS place FROM pg_catalog.pg_class AS c \
             JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($1)"
        }
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => return Ok(None),
    };
    let database = connection.database();
    let row = database.query_one_raw(with_value(database, sql, object(table, dialect).into())).await?;
    Ok(row.map(|row| row.try_get("", "place")).transpose()?)
}

/// Opens the transaction that is SQLite's lock: only one session can be in one, and the others wait.
///
/// # Errors
/// `TimedOut` after `wait`, or SQLite's words.
pub(crate) async fn begin_immediate(connection: &Connection, wait: Duration) -> Result<(), LockError> {
    let mut patience = Patience::new(wait);
    loop {
        match connection.database().execute_unprepared("BEGIN IMMEDIATE").await {
            Ok(_) => return Ok(()),
            Err(error) if is_busy(&error) => patience.pause().await?,
            Err(error) => return Err(error.into()),
        }
    }
}

/// Pauses that grow, until the wait is over.
struct Patience {
    since: Instant,
    wait: Duration,
    pause: Duration,
}

impl Patience {
    fn new(wait: Duration) -> Self {
        Self { since: Instant::now(), wait, pause: PAUSES.0 }
    }

    async fn pause(&mut self) -> Result<(), LockError> {
        let waited = self.since.elapsed();
        if waited >= self.wait {
            return Err(LockError::TimedOut { waited });
        }
        tokio::time::sleep(self.pause.min(self.wait.saturating_sub(waited))).await;
        self.pause = (self.pause * 2).min(PAUSES.1);
        Ok(())
    }
}

fn with_value(database: &DatabaseConnection, sql: &str, value: Value) -> Statement {
    Statement::from_sql_and_values(database.get_database_backend(), sql, [value])
}

/// Whether `answer` is 1.
async fn answer(database: &DatabaseConnection, statement: Statement) -> Result<bool, LockError> {
    let row = database.query_one_raw(statement).await?;
    Ok(row.map_or(Ok(None), |row| row.try_get::<Option<i64>>("", "answer"))? == Some(1))
}
