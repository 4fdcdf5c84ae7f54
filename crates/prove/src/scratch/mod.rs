//! Databases to try things on, made and dropped by Limbeck.

mod name;
mod url;

use std::fmt;

use limbeck::{Access, Connection, connection::server_words, dialect_of_url, display_url};
use limbeck_operations::ddl::quote;
use limbeck_schema::{Dialect, Server};
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement};
use tempfile::TempDir;

/// Where scratch databases are made.
#[derive(Clone, PartialEq, Eq)]
pub enum Workshop {
    /// SQLite: files in the system's folder for temporary ones.
    Files,
    /// Databases of their own on this server, by a URL that leads to any database there.
    Server {
        /// The URL; it may hold a password and is never shown.
        url: String,
    },
}

/// Why there is no scratch database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoScratch {
    /// The connected server is another machine, where nothing is made unasked.
    #[error("the server is not on this machine: name one for scratch databases with `--scratch-url` or `scratch_url`")]
    Remote,
    /// No server of this kind is known.
    #[error("no {0} server is known: name one for scratch databases with `--scratch-url` or `scratch_url`")]
    Unknown(Dialect),
    /// The server is of another kind than the dialect.
    #[error("the URL for scratch databases leads to no {0} server")]
    OtherKind(Dialect),
    /// It can't be made or opened.
    #[error("no scratch database can be made: {0}")]
    Refused(String),
}

impl Workshop {
    /// The place for scratch databases of `dialect`: at `scratch_url` if one is stated, else beside the database of `url` if that is on this machine.
    ///
    /// # Errors
    /// The server is another machine, or of another kind.
    pub fn of(dialect: Dialect, url: Option<&str>, scratch_url: Option<&str>) -> Result<Self, NoScratch> {
        if dialect == Dialect::Sqlite {
            return Ok(Self::Files);
        }
        match (scratch_url, url.filter(|url| leads_to(url, dialect))) {
            (Some(scratch), _) if leads_to(scratch, dialect) => Ok(Self::Server { url: scratch.to_owned() }),
            // Who names a server means no other.
            (Some(_), _) => Err(NoScratch::OtherKind(dialect)),
            (None, Some(near)) if url::is_local(near, default_host(dialect).as_deref()) => {
                Ok(Self::Server { url: near.to_owned() })
            }
            (None, Some(_)) => Err(NoScratch::Remote),
            (None, None) => Err(NoScratch::Unknown(dialect)),
        }
    }
}

impl fmt::Debug for Workshop {
    /// The URL without its password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files => f.write_str("Files"),
            Self::Server { url } => f.debug_struct("Server").field("url", &display_url(url)).finish(),
        }
    }
}

/// Whether `url` is of a server of `dialect`, as far as it tells: a `mysql:` URL may lead to MariaDB.
pub fn leads_to(url: &str, dialect: Dialect) -> bool {
    dialect_of_url(url).is_some_and(|of| of == dialect || both_mysql_like(of, dialect))
}

const fn both_mysql_like(one: Dialect, other: Dialect) -> bool {
    one.is_mysql_like() && other.is_mysql_like()
}

/// The host that the driver takes where a URL has none.
fn default_host(dialect: Dialect) -> Option<String> {
    match dialect {
        // libpq's variable, which sqlx obeys too (manual, section 34.15).
        Dialect::Postgres => std::env::var("PGHOSTADDR").or_else(|_| std::env::var("PGHOST")).ok(),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => None,
    }
}

/// A database that Limbeck made to try things on. It has to be [dropped](Self::close); one that is left, the next one made on its server drops after some hours.
#[derive(Debug)]
pub struct Scratch {
    connection: Connection,
    server: Server,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// The folder goes with it.
    File(TempDir),
    /// A database, and the connection that made it.
    Database { control: Connection, name: String },
}

impl Scratch {
    /// Makes an empty one of `dialect`, with the encoding and collation of the database that the workshop's URL leads to.
    ///
    /// # Errors
    /// The server refuses it, or is of another kind, which is found out before anything is made.
    pub async fn make(workshop: &Workshop, dialect: Dialect) -> Result<Self, NoScratch> {
        let (connection, place) = match workshop {
            Workshop::Files => {
                let folder = TempDir::with_prefix("limbeck").map_err(|error| NoScratch::Refused(error.to_string()))?;
                let file = folder.path().join("scratch.db");
                let path = file.to_string_lossy().replace('%', "%25").replace('?', "%3F");
                (open(&format!("sqlite://{path}")).await?, Place::File(folder))
            }
            Workshop::Server { url } => {
                let control = open(url).await?;
                let (name, path) = match make_database(&control, url, dialect).await {
                    Ok(made) => made,
                    Err(error) => {
                        control.close().await;
                        return Err(error);
                    }
                };
                match open(&path).await {
                    Ok(connection) => (connection, Place::Database { control, name }),
                    Err(error) => {
                        drop_database(&control, &name).await;
                        control.close().await;
                        return Err(error);
                    }
                }
            }
        };
        match limbeck_introspect::server(connection.database()).await {
            Ok(server) => Ok(Self { connection, server, place }),
            Err(error) => {
                discard(connection, place).await;
                Err(NoScratch::Refused(error.to_string()))
            }
        }
    }

    /// The connection to it.
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// What answers there.
    pub const fn server(&self) -> &Server {
        &self.server
    }

    /// Drops it.
    pub async fn close(self) {
        discard(self.connection, self.place).await;
    }
}

async fn discard(connection: Connection, place: Place) {
    connection.close().await;
    match place {
        // A folder that can't be removed is the system's to clean.
        Place::File(folder) => drop(folder),
        Place::Database { control, name } => {
            drop_database(&control, &name).await;
            control.close().await;
        }
    }
}

async fn open(url: &str) -> Result<Connection, NoScratch> {
    Connection::open(url, Access::Write).await.map_err(|error| NoScratch::Refused(error.to_string()))
}

/// Makes a database of `dialect`; its name and its URL.
async fn make_database(control: &Connection, url: &str, dialect: Dialect) -> Result<(String, String), NoScratch> {
    let refused = |error: DbErr| NoScratch::Refused(server_words(&error));
    let server = limbeck_introspect::server(control.database()).await;
    if server.map_err(|error| NoScratch::Refused(error.to_string()))?.dialect != dialect {
        return Err(NoScratch::OtherKind(dialect));
    }
    sweep(control, dialect).await.map_err(refused)?;
    let name = name::new();
    let path = url::with_database(url, &name)
        .ok_or_else(|| NoScratch::Refused("the URL names no server, as `postgres://host/database` does".to_owned()))?;
    let options = options(control, dialect).await.map_err(refused)?;
    let create = format!("CREATE DATABASE {}{options}", quote::identifier(&name, dialect));
    control.database().execute_unprepared(&create).await.map_err(refused)?;
    Ok((name, path))
}

/// Encoding and collation as those of the connected database, whose order of values unique keys and indexes depend on.
async fn options(control: &Connection, dialect: Dialect) -> Result<String, DbErr> {
    let sql = match dialect {
        Dialect::Sqlite => return Ok(String::new()),
        Dialect::Postgres => include_str!("postgres.sql"),
        Dialect::MySql | Dialect::MariaDb => include_str!("mysql_like.sql"),
    };
    let rows = texts(control, sql).await?;
    Ok(rows.into_iter().next().unwrap_or_default())
}

/// Drops what runs that did not end well have left.
async fn sweep(control: &Connection, dialect: Dialect) -> Result<(), DbErr> {
    let sql = match dialect {
        Dialect::Sqlite => return Ok(()),
        Dialect::Postgres => {
            "SELECT datname AS text FROM pg_catalog.pg_database WHERE datname LIKE 'limbeck!_scratch!_%' ESCAPE '!'"
        }
        Dialect::MySql | Dialect::MariaDb => {
            "SELECT CAST(schema_name AS CHAR) AS text FROM information_schema.schemata WHERE schema_name LIKE 'limbeck!_scratch!_%' ESCAPE '!'"
        }
    };
    for name in texts(control, sql).await?.iter().filter(|name| name::is_left(name)) {
        drop_database(control, name).await;
    }
    Ok(())
}

/// Drops a scratch database. One that can't be dropped now is swept later.
async fn drop_database(control: &Connection, name: &str) {
    let database = control.database();
    let plain = match database.get_database_backend() {
        DatabaseBackend::Postgres => format!("DROP DATABASE IF EXISTS {}", quote::identifier(name, Dialect::Postgres)),
        _ => format!("DROP DATABASE IF EXISTS {}", quote::identifier(name, Dialect::MySql)),
    };
    // PostgreSQL from 13 on ends sessions whose goodbye it has not heard yet; the others don't know the words.
    if database.execute_unprepared(&format!("{plain} WITH (FORCE)")).await.is_err() {
        let _ = database.execute_unprepared(&plain).await;
    }
}

async fn texts(control: &Connection, sql: &str) -> Result<Vec<String>, DbErr> {
    let database = control.database();
    let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "text")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_made_on_another_machine_unasked() {
        let near = "postgres://app@localhost/app";
        let far = "postgres://app@db.example.com/app";
        let at = |url: &str| Ok(Workshop::Server { url: url.to_owned() });
        for (name, dialect, url, scratch, expected) in [
            ("sqlite", Dialect::Sqlite, Some("sqlite://dev.db"), None, Ok(Workshop::Files)),
            ("near", Dialect::Postgres, Some(near), None, at(near)),
            ("far", Dialect::Postgres, Some(far), None, Err(NoScratch::Remote)),
            ("far, with a place", Dialect::Postgres, Some(far), Some(near), at(near)),
            ("far place", Dialect::Postgres, Some(near), Some(far), at(far)),
            ("no URL", Dialect::Postgres, None, None, Err(NoScratch::Unknown(Dialect::Postgres))),
            ("another kind near", Dialect::MariaDb, Some(near), None, Err(NoScratch::Unknown(Dialect::MariaDb))),
            ("another kind", Dialect::MariaDb, Some(far), Some(near), Err(NoScratch::OtherKind(Dialect::MariaDb))),
            (
                "another kind, with a server near",
                Dialect::Postgres,
                Some(near),
                Some("mysql://root@localhost/a"),
                Err(NoScratch::OtherKind(Dialect::Postgres)),
            ),
            ("no kind", Dialect::Postgres, Some(near), Some("x"), Err(NoScratch::OtherKind(Dialect::Postgres))),
            (
                "mariadb by mysql",
                Dialect::MariaDb,
                Some("mysql://root@127.0.0.1/a"),
                None,
                at("mysql://root@127.0.0.1/a"),
            ),
        ] {
            assert_eq!(Workshop::of(dialect, url, scratch), expected, "{name}");
        }
    }

    #[test]
    fn no_password_is_shown() {
        let workshop = Workshop::Server { url: "postgres://app:secret@localhost/app".to_owned() };
        let shown = format!("{workshop:?}");
        assert!(shown.contains("localhost") && !shown.contains("secret"), "{shown}");
    }
}
