//! Reads a live database into a [`Schema`].
//!
//! In: a connection of SeaORM, a pool or a transaction. Out: everything that the catalog knows of the tables, also what no entity can
//! say, because rebuilds, downgrades and reports need it. Each dialect asks a constant number of set-based questions, kept in `.sql`
//! files beside the code that reads the answers, by column name.
//!
//! How things are spelt: types and defaults are raised to portable ones where they have such a form. All other SQL text is the
//! server's own: on PostgreSQL `pg_get_expr` without pretty printing (index members with it), on MySQL and MariaDB the text of
//! `information_schema` with `\'` in strings written as `''`, on SQLite the words of the stored statement.
//!
//! Never here: writes, one query per table, comparing.

mod error;
mod mariadb;
mod mysql;
mod mysql_like;
mod postgres;
mod reply;
mod server;
mod sql_text;
mod sqlite;

use limbeck_schema::{Dialect, Schema, Server};
use sea_orm::ConnectionTrait;

pub use error::IntrospectError;
pub use server::server;

/// What to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Schemas (PostgreSQL) or databases (MySQL, MariaDB) to read beside the default one: those that the entities state. SQLite has none
    /// of them; attached databases are not read. The server's own schemas are never read on request.
    pub schemas: Vec<String>,
}

/// Reads the default schema of `server`, and those of `request`, into one schema.
///
/// What is in the default schema has a bare name, the rest a qualified one. Left out are the server's own objects, those of
/// extensions, temporary ones, partitions (their parent is an ordinary table) and virtual tables with their shadow tables.
///
/// # Errors
/// A query that fails, a reply that lacks something, or a stored statement (SQLite) that can't be read.
pub async fn schema<C: ConnectionTrait>(
    connection: &C,
    server: &Server,
    request: &Request,
) -> Result<Schema, IntrospectError> {
    match server.dialect {
        Dialect::Sqlite => sqlite::read(connection, server).await,
        Dialect::Postgres => postgres::read(connection, server, request).await,
        Dialect::MySql => mysql_like::read(connection, server, request, &mysql::FLAVOUR).await,
        Dialect::MariaDb => mysql_like::read(connection, server, request, &mariadb::FLAVOUR).await,
    }
}
