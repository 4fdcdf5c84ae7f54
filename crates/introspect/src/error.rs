use limbeck_schema::{Dialect, Version};
use sea_orm::DbErr;

/// Why a database could not be read.
#[derive(Debug, thiserror::Error)]
pub enum IntrospectError {
    /// The server refused a question.
    #[error("cannot read the {what} of the database: {source}")]
    Query {
        /// What was asked for, in the plural: `columns`.
        what: &'static str,
        /// The server's answer.
        #[source]
        source: DbErr,
    },
    /// A reply lacks a column, or has NULL where a value must be.
    #[error("the server's reply about {what} has no `{column}`; is this version of it supported?")]
    Missing {
        /// What was asked for.
        what: &'static str,
        /// The column of the reply.
        column: &'static str,
    },
    /// A column of a reply has another type than the question asks for.
    #[error("the server's reply about {what} has an unexpected `{column}`: {source}")]
    Unexpected {
        /// What was asked for.
        what: &'static str,
        /// The column of the reply.
        column: &'static str,
        /// What the driver says.
        #[source]
        source: DbErr,
    },
    /// A statement in the catalog, or what the catalog says of an object, is not understood.
    #[error("cannot read the definition of `{object}`: {reason}")]
    Unreadable {
        /// The table or index.
        object: String,
        /// What stood where something else was expected.
        reason: String,
    },
    /// The server is older than what is supported.
    #[error("{dialect} {found} is not supported; {dialect} {least} or later is needed")]
    UnsupportedVersion {
        /// The kind of server.
        dialect: Dialect,
        /// Its version.
        found: Version,
        /// The oldest version that is supported.
        least: Version,
    },
    /// The connection is of a kind that Limbeck does not know.
    #[error("a connection of the kind `{0}` is not supported; use SQLite, PostgreSQL, MySQL or MariaDB")]
    UnsupportedBackend(String),
    /// Unqualified names mean nothing on this connection.
    #[error("the connection has no default schema; {}", no_default_hint(.0))]
    NoDefaultSchema(Dialect),
}

fn no_default_hint(dialect: &Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "open a database file",
        Dialect::Postgres => "none of the schemas of `search_path` exists; create one, or set another path",
        Dialect::MySql | Dialect::MariaDb => "name the database in the URL",
    }
}
