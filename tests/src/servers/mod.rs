//! PostgreSQL and MariaDB servers for one test process.

mod account;
mod install;
mod lifeline;
mod mariadb;
mod own;
mod postgres;
mod programs;

use std::{
    io,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use limbeck_schema::Dialect;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use tokio::sync::OnceCell;

use lifeline::Lifeline;
pub use own::{End, OwnServer};

/// Why there is no server to test with. Nothing is skipped: the test that wanted it fails with this.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// It is not installed, and this user may not install it.
    #[error("{program} is not installed; run `{command}`, or set {variable} to the URL of a server")]
    Missing {
        /// The program that was looked for.
        program: &'static str,
        /// What installs it.
        command: String,
        /// The environment variable that names another server.
        variable: &'static str,
    },
    /// A client is not installed, and this user may not install it.
    #[error("{program} is not installed; run `{command}`")]
    MissingClient {
        /// The program that was looked for.
        program: &'static str,
        /// What installs it.
        command: String,
    },
    /// Installing it failed.
    #[error("`{command}` failed: {reason}")]
    Install {
        /// What was run.
        command: String,
        /// Its exit status or error.
        reason: String,
    },
    /// The operating system refused something.
    #[error("{what}: {source}")]
    System {
        /// What was tried.
        what: String,
        /// Its answer.
        source: io::Error,
    },
    /// A program of the server failed.
    #[error("{program} failed:\n{log}")]
    Failed {
        /// The program.
        program: String,
        /// The end of its output.
        log: String,
    },
    /// The server that a variable names does not answer.
    #[error("the server of {variable} does not answer: {source}")]
    Unreachable {
        /// The environment variable.
        variable: &'static str,
        /// The driver's error.
        source: DbErr,
    },
}

impl ServerError {
    fn system(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::System { what, source }
    }
}

/// A server that tests make their databases on.
pub struct Server {
    /// Its URL, with a database that is always there.
    pub url: String,
    /// A connection that makes and drops databases.
    pub connection: DatabaseConnection,
}

impl Server {
    /// What it says of its version.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn version(&self) -> Result<String, DbErr> {
        let backend = self.connection.get_database_backend();
        let query = match backend {
            DbBackend::Postgres => "SHOW server_version",
            _ => "SELECT VERSION()",
        };
        let row = self.connection.query_one_raw(Statement::from_string(backend, query)).await?;
        row.map_or(Ok(String::new()), |row| row.try_get_by_index(0))
    }
}

/// The server of `dialect`, started at the first call; `None` for SQLite, which has none, and MySQL, which is not tested.
///
/// # Errors
/// It is not there and can't be brought here; the message names the way out.
pub async fn server(dialect: Dialect) -> Result<Option<&'static Server>, ServerError> {
    static POSTGRES: OnceCell<Server> = OnceCell::const_new();
    static MARIADB: OnceCell<Server> = OnceCell::const_new();
    let (cell, kind) = match dialect {
        Dialect::Postgres => (&POSTGRES, &postgres::KIND),
        Dialect::MariaDb => (&MARIADB, &mariadb::KIND),
        Dialect::Sqlite | Dialect::MySql => return Ok(None),
    };
    cell.get_or_try_init(|| open(kind)).await.map(Some)
}

/// What of the data has to outlive what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Durability {
    /// Nothing: the data go with the server.
    None,
    /// What was committed outlives the server, however that ends; not the machine.
    OfTheServer,
}

/// What differs between the two servers.
struct Kind {
    /// What it speaks.
    dialect: Dialect,
    /// Its name for people.
    name: &'static str,
    /// The environment variable that points at another server.
    variable: &'static str,
    /// Debian's package.
    package: &'static str,
    /// The user that it runs as if the tests run as root.
    account: &'static str,
    /// The program whose absence means that the server is not installed.
    program: &'static str,
    /// Finds that program.
    find: fn() -> Option<PathBuf>,
    /// Makes the data in a folder.
    make: fn(&account::Account, &Path) -> Result<(), ServerError>,
    /// The command that serves the data of a folder on a port.
    command: fn(&Path, u16, Durability) -> Result<Command, ServerError>,
    /// The URL of a database that is always there.
    url: fn(u16) -> String,
    /// The signal that ends the server fast, and in order.
    ends_fast: &'static str,
}

impl Kind {
    /// The user that the server runs as; the server is installed if it is not.
    fn account(&self) -> Result<account::Account, ServerError> {
        if (self.find)().is_none() {
            let missing = |command| ServerError::Missing { program: self.program, command, variable: self.variable };
            install::install(self.name, self.package, || (self.find)().is_some(), missing)?;
        }
        account::Account::for_server(self.account)
    }
}

async fn open(kind: &'static Kind) -> Result<Server, ServerError> {
    if let Ok(url) = std::env::var(kind.variable) {
        let variable = kind.variable;
        let connection = connect(&url).await.map_err(|source| ServerError::Unreachable { variable, source })?;
        return Ok(Server { url, connection });
    }
    let account = kind.account()?;
    let mut attempts = 3;
    loop {
        attempts -= 1;
        // Another process may take the port between this look and the server's start.
        let port = free_port()?;
        let folder = account.folder(kind.account)?;
        (kind.make)(&account, &folder)?;
        let command = (kind.command)(&folder, port, Durability::None)?;
        let lifeline = Lifeline::start(&account, folder, kind.ends_fast, &command)?;
        let url = (kind.url)(port);
        match wait_for(&url, lifeline, kind.name).await {
            Ok((connection, lifeline)) => {
                lifeline.keep();
                return Ok(Server { url, connection });
            }
            Err(error) if attempts == 0 => return Err(error),
            Err(_) => {}
        }
    }
}

/// Where the program `name` is, which Debian's `package` brings; installed now if it is not there.
///
/// # Errors
/// It is not there and can't be brought here; the message names the way out.
pub(crate) fn installed(name: &'static str, package: &str) -> Result<PathBuf, ServerError> {
    let find = || programs::find(name, &programs::postgres_folders());
    let missing = |command| ServerError::MissingClient { program: name, command };
    if find().is_none() {
        install::install(name, package, || find().is_some(), missing)?;
    }
    find().ok_or_else(|| ServerError::MissingClient { program: name, command: format!("apt-get install -y {package}") })
}

fn free_port() -> Result<u16, ServerError> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(ServerError::system("looking for a free port"))?;
    let address = listener.local_addr().map_err(ServerError::system("looking for a free port"))?;
    Ok(address.port())
}

/// Connects as soon as the server answers; fails when it has ended, or after a minute.
async fn wait_for(
    url: &str,
    mut lifeline: Lifeline,
    name: &str,
) -> Result<(DatabaseConnection, Lifeline), ServerError> {
    for _ in 0..600 {
        if let Ok(connection) = connect(url).await {
            return Ok((connection, lifeline));
        }
        if lifeline.has_ended() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Err(ServerError::Failed { program: name.to_owned(), log: lifeline.log() })
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(2).sqlx_logging(false).acquire_timeout(std::time::Duration::from_secs(60));
    let connection = Database::connect(options).await?;
    connection.ping().await?;
    Ok(connection)
}
