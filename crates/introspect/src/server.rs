//! What the server is.

use limbeck_schema::{Dialect, Server, SqliteTypes, Version};
use sea_orm::{ConnectionTrait, DatabaseBackend};

use crate::{IntrospectError, reply};

/// Asks the server what it is: its kind, version, and what unqualified names mean.
///
/// MariaDB speaks MySQL's protocol; it is told apart by `VERSION()`.
///
/// # Errors
/// A kind or version that is not supported, a connection without a default schema, or a query that fails.
pub async fn server<C: ConnectionTrait>(connection: &C) -> Result<Server, IntrospectError> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Sqlite => include_str!("sqlite/server.sql"),
        DatabaseBackend::Postgres => include_str!("postgres/server.sql"),
        DatabaseBackend::MySql => include_str!("mysql_like/server.sql"),
        other => return Err(IntrospectError::UnsupportedBackend(format!("{other:?}"))),
    };
    let rows = reply::query(connection, "server's version", sql).await?;
    let row = rows.first().ok_or(IntrospectError::Missing { what: "the server's version", column: "version" })?;
    let text = row.text("version")?;
    let dialect = match backend {
        DatabaseBackend::Sqlite => Dialect::Sqlite,
        DatabaseBackend::Postgres => Dialect::Postgres,
        _ => mysql_or_mariadb(&text),
    };
    let default_schema = row.optional_text("default_schema")?.ok_or(IntrospectError::NoDefaultSchema(dialect))?;
    supported(Server { dialect, version: version(&text), default_schema, sqlite_types: SqliteTypes::Meaning })
}

fn mysql_or_mariadb(version: &str) -> Dialect {
    if version.to_ascii_lowercase().contains("mariadb") { Dialect::MariaDb } else { Dialect::MySql }
}

/// MariaDB 10 once called itself `5.5.5-10.x` so that MySQL's replication would accept it.
fn version(text: &str) -> Version {
    Version::find(text.strip_prefix("5.5.5-").unwrap_or(text))
}

fn supported(server: Server) -> Result<Server, IntrospectError> {
    let least = Server::assumed(server.dialect).version;
    if server.version < least {
        return Err(IntrospectError::UnsupportedVersion { dialect: server.dialect, found: server.version, least });
    }
    Ok(server)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mariadb_is_told_from_mysql() {
        for (text, dialect, expected) in [
            ("10.11.19-MariaDB-0+deb12u1", Dialect::MariaDb, Version::new(10, 11, 19)),
            ("5.5.5-10.6.16-MariaDB-log", Dialect::MariaDb, Version::new(10, 6, 16)),
            ("11.4.2-mariadb", Dialect::MariaDb, Version::new(11, 4, 2)),
            ("8.0.36", Dialect::MySql, Version::new(8, 0, 36)),
            ("8.4.0-commercial", Dialect::MySql, Version::new(8, 4, 0)),
        ] {
            assert_eq!((mysql_or_mariadb(text), version(text)), (dialect, expected), "{text}");
        }
    }

    #[test]
    fn old_servers_are_refused() {
        for (dialect, version, accepted) in [
            (Dialect::MySql, Version::new(5, 7, 44), false),
            (Dialect::MySql, Version::new(8, 0, 19), true),
            (Dialect::MariaDb, Version::new(10, 4, 30), false),
            (Dialect::Postgres, Version::new(11, 22, 0), false),
            (Dialect::Postgres, Version::new(12, 0, 0), true),
            (Dialect::Sqlite, Version::new(3, 34, 1), false),
        ] {
            let server = Server { version, ..Server::assumed(dialect) };
            assert_eq!(supported(server).is_ok(), accepted, "{dialect} {version}");
        }
    }
}
