//! Pools of one, from sqlx's options. The only place that names a driver.

#![cfg_attr(
    not(any(feature = "sqlite", feature = "postgres", feature = "mysql")),
    allow(unused_imports, unused_variables)
)]

use std::path::PathBuf;

use sea_orm::{DatabaseConnection, DatabaseConnectionType, DbErr};

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
use super::url::scrub;
use super::{Access, ConnectError, display_url};

/// How long a server may take to answer a first connection.
#[cfg(any(feature = "postgres", feature = "mysql"))]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
mod one {
    use sea_orm::sqlx::{ConnectOptions, Connection, Database, Error, Pool, pool::PoolOptions};

    type Options<DB> = <<DB as Database>::Connection as Connection>::Options;

    /// A pool of exactly one connection, which is opened now. `nowhere` are options that lead to no database: with them the pool can't replace
    /// a session that is lost, which would quietly go on without its lock and outside its transaction.
    pub(super) async fn pool_of_one<DB: Database>(
        options: PoolOptions<DB>,
        connect: Options<DB>,
        nowhere: Options<DB>,
    ) -> Result<Pool<DB>, Error> {
        let pool = options
            .max_connections(1)
            .min_connections(0)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            // The application's own hooks might reset the session between two statements.
            .before_acquire(|_, _| Box::pin(async { Ok(true) }))
            .after_release(|_, _| Box::pin(async { Ok(true) }))
            .connect_with(connect)
            .await?;
        pool.set_connect_options(nowhere);
        Ok(pool)
    }

    /// The application's options, but that its log is spared the hundreds of statements of a run.
    pub(super) fn quiet<O: ConnectOptions>(options: &O) -> O {
        options.clone().disable_statement_logging()
    }

    /// One try, so that a server that is down is known at once, with the system's reason. A pool would try again for half a minute.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(super) async fn try_once<DB: Database>(connect: &Options<DB>) -> Result<(), Error> {
        let connection = tokio::time::timeout(super::PATIENCE, DB::Connection::connect_with(connect))
            .await
            .map_err(|_| Error::PoolTimedOut)??;
        connection.close().await
    }
}

/// A path that no system has.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
const NOWHERE: &str = "/nonexistent/limbeck-session-was-lost";

#[cfg(feature = "sqlite")]
pub(super) async fn open_sqlite(url: &str, access: Access) -> Result<DatabaseConnection, ConnectError> {
    use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
    let options: SqliteConnectOptions = url.parse().map_err(|error: sea_orm::sqlx::Error| invalid(url, &error))?;
    let creates = access == Access::Write;
    // `mode=` in the URL is the last word.
    let options = if creates && !url.contains("mode=") { options.create_if_missing(true) } else { options };
    let pool = sqlite_of_one(SqlitePoolOptions::new(), options.foreign_keys(true))
        .await
        .map_err(|error| refused(url, &error, creates))?;
    Ok(sea_orm::SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

#[cfg(feature = "sqlite")]
async fn sqlite_of_one(
    pool: sea_orm::sqlx::sqlite::SqlitePoolOptions,
    options: sea_orm::sqlx::sqlite::SqliteConnectOptions,
) -> Result<sea_orm::sqlx::SqlitePool, sea_orm::sqlx::Error> {
    use sea_orm::sqlx::sqlite::SqliteConnectOptions;
    let nowhere = SqliteConnectOptions::new().filename(NOWHERE).create_if_missing(false);
    one::pool_of_one(pool, options, nowhere).await
}

#[cfg(not(feature = "sqlite"))]
pub(super) async fn open_sqlite(url: &str, _: Access) -> Result<DatabaseConnection, ConnectError> {
    Err(ConnectError::NoDriver { url: display_url(url), feature: "sqlite" })
}

#[cfg(feature = "postgres")]
pub(super) async fn open_postgres(url: &str) -> Result<DatabaseConnection, ConnectError> {
    use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
    let options: PgConnectOptions = url.parse().map_err(|error: sea_orm::sqlx::Error| invalid(url, &error))?;
    one::try_once::<sea_orm::sqlx::Postgres>(&options).await.map_err(|error| refused(url, &error, false))?;
    let pool = postgres_of_one(PgPoolOptions::new(), options).await.map_err(|error| refused(url, &error, false))?;
    Ok(sea_orm::SqlxPostgresConnector::from_sqlx_postgres_pool(pool))
}

#[cfg(feature = "postgres")]
async fn postgres_of_one(
    pool: sea_orm::sqlx::postgres::PgPoolOptions,
    options: sea_orm::sqlx::postgres::PgConnectOptions,
) -> Result<sea_orm::sqlx::PgPool, sea_orm::sqlx::Error> {
    use sea_orm::sqlx::postgres::PgConnectOptions;
    let nowhere = PgConnectOptions::new_without_pgpass().socket(NOWHERE);
    one::pool_of_one(pool, options, nowhere).await
}

#[cfg(not(feature = "postgres"))]
pub(super) async fn open_postgres(url: &str) -> Result<DatabaseConnection, ConnectError> {
    Err(ConnectError::NoDriver { url: display_url(url), feature: "postgres" })
}

#[cfg(feature = "mysql")]
pub(super) async fn open_mysql(url: &str) -> Result<DatabaseConnection, ConnectError> {
    use sea_orm::sqlx::mysql::{MySqlConnectOptions, MySqlPoolOptions};
    let options: MySqlConnectOptions = url.parse().map_err(|error: sea_orm::sqlx::Error| invalid(url, &error))?;
    one::try_once::<sea_orm::sqlx::MySql>(&options).await.map_err(|error| refused(url, &error, false))?;
    let pool = mysql_of_one(MySqlPoolOptions::new(), options).await.map_err(|error| refused(url, &error, false))?;
    Ok(sea_orm::SqlxMySqlConnector::from_sqlx_mysql_pool(pool))
}

#[cfg(feature = "mysql")]
async fn mysql_of_one(
    pool: sea_orm::sqlx::mysql::MySqlPoolOptions,
    options: sea_orm::sqlx::mysql::MySqlConnectOptions,
) -> Result<sea_orm::sqlx::MySqlPool, sea_orm::sqlx::Error> {
    use sea_orm::sqlx::mysql::MySqlConnectOptions;
    let nowhere = MySqlConnectOptions::new().socket(NOWHERE);
    one::pool_of_one(pool, options, nowhere).await
}

#[cfg(not(feature = "mysql"))]
pub(super) async fn open_mysql(url: &str) -> Result<DatabaseConnection, ConnectError> {
    Err(ConnectError::NoDriver { url: display_url(url), feature: "mysql" })
}

/// A pool of one to the database of an application's pool; for SQLite in memory that pool itself, and the driver's name of the database.
pub(super) async fn beside(
    database: &DatabaseConnection,
) -> Result<(DatabaseConnection, Option<PathBuf>), ConnectError> {
    match &database.inner {
        #[cfg(feature = "sqlite")]
        DatabaseConnectionType::SqlxSqlitePoolConnection(_) => beside_sqlite(database).await,
        #[cfg(feature = "postgres")]
        DatabaseConnectionType::SqlxPostgresPoolConnection(_) => {
            let pool = database.get_postgres_connection_pool();
            let own = postgres_of_one(pool.options().clone(), one::quiet(&pool.connect_options())).await;
            let own = own.map_err(|error| refused(OF_APPLICATION, &error, false))?;
            Ok((sea_orm::SqlxPostgresConnector::from_sqlx_postgres_pool(own), None))
        }
        #[cfg(feature = "mysql")]
        DatabaseConnectionType::SqlxMySqlPoolConnection(_) => {
            let pool = database.get_mysql_connection_pool();
            let own = mysql_of_one(pool.options().clone(), one::quiet(&pool.connect_options())).await;
            let own = own.map_err(|error| refused(OF_APPLICATION, &error, false))?;
            Ok((sea_orm::SqlxMySqlConnector::from_sqlx_mysql_pool(own), None))
        }
        // Not a dialect: closed connections, mocks, proxies, and drivers whose feature is on in `sea-orm` and off here.
        _ => Err(ConnectError::NoPool),
    }
}

/// What stands for the URL, which a pool does not give away.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
const OF_APPLICATION: &str = "application:pool";

#[cfg(feature = "sqlite")]
async fn beside_sqlite(database: &DatabaseConnection) -> Result<(DatabaseConnection, Option<PathBuf>), ConnectError> {
    let pool = database.get_sqlite_connection_pool();
    // The file is empty for a database in memory and for a temporary one (pragma.html, database_list).
    let file: Option<String> = sea_orm::sqlx::query_scalar("SELECT file FROM pragma_database_list WHERE name = 'main'")
        .fetch_one(pool)
        .await
        .map_err(|error| refused(OF_APPLICATION, &error, false))?;
    if file.is_some_and(|file| !file.is_empty()) {
        let own = sqlite_of_one(pool.options().clone(), one::quiet(&pool.connect_options())).await;
        let own = own.map_err(|error| refused(OF_APPLICATION, &error, false))?;
        return Ok((sea_orm::SqlxSqliteConnector::from_sqlx_sqlite_pool(own), None));
    }
    match pool.options().get_max_connections() {
        1 => Ok((database.clone(), Some(pool.connect_options().get_filename().to_owned()))),
        connections => Err(ConnectError::ApartInMemory { connections }),
    }
}

/// The driver's own error in SeaORM's.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
pub(super) fn driver_error(error: &DbErr) -> Option<&sea_orm::sqlx::Error> {
    use sea_orm::RuntimeErr::SqlxError;
    match error {
        DbErr::Conn(SqlxError(error)) | DbErr::Exec(SqlxError(error)) | DbErr::Query(SqlxError(error)) => Some(error),
        _ => None,
    }
}

#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
fn invalid(url: &str, error: &sea_orm::sqlx::Error) -> ConnectError {
    ConnectError::InvalidUrl { url: display_url(url), reason: scrub(&error.to_string(), url) }
}

/// What a driver's error means. `creates`: whether a missing SQLite file would have been made.
#[cfg(any(feature = "sqlite", feature = "postgres", feature = "mysql"))]
fn refused(url: &str, error: &sea_orm::sqlx::Error, creates: bool) -> ConnectError {
    use sea_orm::sqlx::Error;
    let shown = if url == OF_APPLICATION { "the application's database".to_owned() } else { display_url(url) };
    match error {
        Error::Database(error) => {
            let reason = scrub(error.message(), url);
            // PostgreSQL: 28P01, 28000, 3D000 (manual, appendix A). MySQL and MariaDB: 28000 for error 1045, and 42000 for 1044 and 1049.
            // SQLite: 14 is SQLITE_CANTOPEN.
            match error.code().as_deref() {
                Some("28P01" | "28000") => ConnectError::Credentials { url: shown, reason },
                Some("3D000") => ConnectError::NoDatabase { url: shown, reason },
                Some("42000") if reason.starts_with("Access denied") => {
                    ConnectError::Credentials { url: shown, reason }
                }
                Some("42000") if reason.starts_with("Unknown database") => {
                    ConnectError::NoDatabase { url: shown, reason }
                }
                Some("14") => ConnectError::NoFile { url: shown, reason, creates },
                _ => ConnectError::Refused { url: shown, reason },
            }
        }
        Error::Io(error) => ConnectError::Unreachable { url: shown, reason: scrub(&error.to_string(), url) },
        Error::PoolTimedOut => {
            ConnectError::Unreachable { url: shown, reason: "no answer within the time-out".to_owned() }
        }
        Error::PoolClosed => ConnectError::NoPool,
        Error::Configuration(_) => ConnectError::InvalidUrl { url: shown, reason: scrub(&error.to_string(), url) },
        other => ConnectError::Refused { url: shown, reason: scrub(&other.to_string(), url) },
    }
}
