//! What compiled revisions send, without asking a server.

use limbeck::Migrations;
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Pair, Schema, Server};

use crate::CliError;

/// The statements of a direction, or why the dialect can't do it.
pub(super) type Statements = Result<Vec<String>, CliError>;

/// The statements of the revision `id`: down in `previous`, up in `next`. `schema` is recorded before it, and then after it.
///
/// # Errors
/// What it does not fit what is recorded, so that nothing is known of what comes behind it.
pub(super) fn of_revision(
    migrations: &Migrations,
    id: &str,
    schema: &mut Schema,
    dialect: Dialect,
) -> Result<Pair<Statements>, CliError> {
    let Some(entry) = migrations.entry(id) else { return Ok(Pair::new(Ok(Vec::new()), Ok(Vec::new()))) };
    let server = Server::assumed(dialect);
    let refused = |error: ddl::DdlError| CliError::Ddl { dialect, problem: format!("{id}: {error}") };
    let next = ddl::script(&entry.revision.upgrade(), schema, &server).map_err(refused);
    migrations.record(id, schema, dialect)?;
    let previous = ddl::script(&entry.revision.downgrade(), schema, &server).map_err(refused);
    Ok(Pair { previous, next })
}
