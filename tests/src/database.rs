use std::{
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::pin,
    sync::atomic::{AtomicU32, Ordering},
    task::Poll,
    time::Duration,
};

use limbeck_schema::Dialect;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection};

use crate::servers;

/// A database that only one test uses.
#[derive(Clone)]
pub struct Database {
    /// The kind of server.
    pub dialect: Dialect,
    /// Where it is.
    pub url: String,
    /// A pool on it.
    pub connection: DatabaseConnection,
}

impl Database {
    /// Makes an empty database of `dialect`. `name` is for people who look at the server.
    ///
    /// # Errors
    /// There is no server, with what to do about it, or it refuses.
    pub async fn create(dialect: Dialect, name: &str) -> Result<Self, BoxedError> {
        let name = unique_name(name);
        let url = create(dialect, &name).await?;
        let connection = connect(&url).await.map_err(|error| format!("cannot open {url}: {error}"))?;
        Ok(Self { dialect, url, connection })
    }

    /// The last part of its URL.
    fn name(&self) -> &str {
        let base = self.url.split('?').next().unwrap_or_default();
        base.rsplit('/').next().unwrap_or_default().trim_end_matches(".sqlite")
    }

    /// Closes its connections and drops it.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn remove(self) -> Result<(), BoxedError> {
        let name = self.name().to_owned();
        let _ = self.connection.close().await;
        let dropped = drop_database(self.dialect, &name).await;
        dropped.map_err(|error| format!("cannot drop the test's database {name}: {error}").into())
    }
}

/// Makes an empty database of `dialect`, gives it to `body`, and drops it, also when `body` panics. `name` is for people who look at the server.
///
/// # Panics
/// Where `body` does; where there is no server, with what to do about it.
pub async fn with_database<T, R>(dialect: Dialect, name: &str, body: impl FnOnce(Database) -> R) -> T
where
    R: Future<Output = T>,
{
    let database =
        Database::create(dialect, name).await.unwrap_or_else(|error| panic!("no database for the test: {error}"));
    let outcome = caught(body(database.clone())).await;
    let removed = database.remove().await;
    let value = outcome.unwrap_or_else(|panic| resume_unwind(panic));
    removed.unwrap_or_else(|error| panic!("{error}"));
    value
}

/// What `body` returns, or what it panics with. It stays on the test's own thread, whose output the test runner keeps apart.
async fn caught<T>(body: impl Future<Output = T>) -> std::thread::Result<T> {
    let mut body = pin!(body);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| body.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// Why a database is not there.
pub type BoxedError = Box<dyn std::error::Error + Send + Sync>;

/// `limbeck_NAME_PID_NUMBER`, at most 63 bytes: unique on a server that other processes use too.
fn unique_name(name: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(32).collect();
    format!("limbeck_{}_{}_{number}", plain.to_ascii_lowercase(), std::process::id())
}

async fn create(dialect: Dialect, name: &str) -> Result<String, BoxedError> {
    let Some(server) = servers::server(dialect).await? else {
        return match dialect {
            Dialect::Sqlite => Ok(format!("sqlite://{}?mode=rwc", sqlite_file(name).display())),
            dialect => Err(format!("there is no test server for {dialect}").into()),
        };
    };
    server.connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
    let (base, query) = server.url.split_once('?').map_or((server.url.as_str(), ""), |(base, query)| (base, query));
    let (base, _) = base.rsplit_once('/').ok_or("the server's URL names no database")?;
    let mark = if query.is_empty() { "" } else { "?" };
    Ok(format!("{base}/{name}{mark}{query}"))
}

async fn drop_database(dialect: Dialect, name: &str) -> Result<(), BoxedError> {
    let Some(server) = servers::server(dialect).await? else {
        std::fs::remove_file(sqlite_file(name))?;
        return Ok(());
    };
    let force = match dialect {
        // Connections that a failed test left behind.
        Dialect::Postgres => " WITH (FORCE)",
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => "",
    };
    server.connection.execute_unprepared(&format!("DROP DATABASE {name}{force}")).await?;
    Ok(())
}

fn sqlite_file(name: &str) -> std::path::PathBuf {
    crate::folder().join(format!("{name}.sqlite"))
}

pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, sea_orm::DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(4).acquire_timeout(Duration::from_secs(60)).sqlx_logging(false);
    sea_orm::Database::connect(options).await
}
