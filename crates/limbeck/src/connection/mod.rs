//! The one connection of a run. SeaORM's `DatabaseConnection` is a pool; locks, PRAGMAs and open transactions belong to one session of it,
//! so a run makes a pool of exactly one and does everything on that.

mod error;
mod pool;
mod url;

use std::path::{Path, PathBuf};

use limbeck_schema::Dialect;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

pub use error::ConnectError;
pub use url::{dialect_of_url, display_url};

/// What a command is going to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Look only: a missing SQLite file is an error.
    Read,
    /// Write: a missing SQLite file is made.
    Write,
}

/// The one connection of a run.
///
/// It never reconnects: a session that was lost took its lock and its transaction along, and what is sent afterwards has to fail.
#[derive(Debug)]
pub struct Connection {
    database: DatabaseConnection,
    shown: String,
    /// The driver's name of a database in memory, which lives in the application's own connection and is used through that.
    in_memory: Option<PathBuf>,
}

impl Connection {
    /// Opens the database of `url`, for example `postgres://user:password@host/database` or `sqlite://dev.db`.
    ///
    /// A `tracing` or `log` subscriber of the program is told each statement when it is done, by the driver: target `sqlx::query`, level DEBUG.
    ///
    /// # Errors
    /// The URL is not understood, its driver is not compiled in, or the database can't be reached; after 10 seconds without an answer too.
    pub async fn open(url: &str, access: Access) -> Result<Self, ConnectError> {
        let dialect = dialect_of_url(url).ok_or_else(|| ConnectError::UnknownScheme { url: display_url(url) })?;
        let database = match dialect {
            Dialect::Sqlite => pool::open_sqlite(url, access).await?,
            Dialect::Postgres => pool::open_postgres(url).await?,
            Dialect::MySql | Dialect::MariaDb => pool::open_mysql(url).await?,
        };
        Ok(Self { database, shown: display_url(url), in_memory: None })
    }

    /// A connection of its own to the database of an application's pool, with that pool's options. An SQLite database in memory is used through
    /// the given pool, since another connection would see another database; the application has to leave it alone meanwhile, or its statements become part of the run's transactions.
    ///
    /// # Errors
    /// The pool is closed or none, or the database can't be reached within the pool's own time-out.
    pub async fn of(database: &DatabaseConnection) -> Result<Self, ConnectError> {
        let (database, in_memory) = pool::beside(database).await?;
        Ok(Self { database, shown: "the application's database".to_owned(), in_memory })
    }

    /// The session, as a pool of one.
    pub const fn database(&self) -> &DatabaseConnection {
        &self.database
    }

    /// What it is connected to, as it may be shown: never with a password.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether the session is gone, which is asked of the server. Of a session of the application's own it is never said.
    pub(crate) async fn is_lost(&self) -> bool {
        !self.is_borrowed() && self.database.execute_unprepared("SELECT 1").await.is_err()
    }

    /// Whether the session is the application's own.
    pub(crate) const fn is_borrowed(&self) -> bool {
        self.in_memory.is_some()
    }

    /// The name of a database in memory.
    pub(crate) fn in_memory(&self) -> Option<&Path> {
        self.in_memory.as_deref()
    }

    /// Ends the session. Dropping it does the same without waiting for the server's goodbye.
    pub async fn close(self) {
        if !self.is_borrowed() {
            // A goodbye that fails changes nothing: the server ends a session whose client is gone.
            let _ = self.database.close().await;
        }
    }
}

/// The server's words of an error, without SeaORM's and the driver's introductions.
pub fn server_words(error: &DbErr) -> String {
    #[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
    if let Some(sea_orm::sqlx::Error::Database(error)) = pool::driver_error(error) {
        return error.message().to_owned();
    }
    error.to_string()
}

/// Whether another session holds what a statement of this one needs, and it would work later. SQLite only; the others wait by themselves.
pub(crate) fn is_busy(error: &DbErr) -> bool {
    let words = error.to_string();
    // SQLITE_BUSY and SQLITE_LOCKED, and a transaction that another user of the same session in memory has open.
    ["database is locked", "database table is locked", "database schema is locked", "within a transaction"]
        .iter()
        .any(|part| words.contains(part))
}

/// MySQL and MariaDB: what a session needs to take statements as they are meant, whatever the server's own settings are: strings with escapes, `||` that
/// concatenates, times in UTC, and nothing that waits for a COMMIT unless a transaction was begun. The driver sets no more than a part of it.
pub(crate) const MYSQL_SESSION: [&str; 3] = [
    "SET SESSION autocommit = 1",
    "SET SESSION time_zone = '+00:00'",
    "SET SESSION sql_mode = CONCAT(REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', ''), ',PIPES_AS_CONCAT,NO_ENGINE_SUBSTITUTION')",
];

/// PostgreSQL: the code of a server's answer (manual, appendix A).
pub(crate) fn server_code(error: &DbErr) -> Option<String> {
    #[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
    if let Some(sea_orm::sqlx::Error::Database(error)) = pool::driver_error(error) {
        return error.code().map(|code| code.into_owned());
    }
    None
}

/// Whether another session had a lock for too long: the statement did nothing, and may work later.
pub(crate) fn is_blocked(error: &DbErr) -> bool {
    #[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
    if let Some(sea_orm::sqlx::Error::Database(error)) = pool::driver_error(error) {
        #[cfg(feature = "mysql")]
        if let Some(error) = error.try_downcast_ref::<sea_orm::sqlx::mysql::MySqlDatabaseError>() {
            // ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK.
            return matches!(error.number(), 1205 | 1213);
        }
        // lock_not_available and deadlock_detected (manual, appendix A). SQLite's codes are numbers.
        return matches!(error.code().as_deref(), Some("55P03" | "40P01"));
    }
    false
}
