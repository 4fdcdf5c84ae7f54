//! Operations as statements.
//!
//! In: operations, the schema before them, the server they are for. Out: SQL text, or the reason why there is none, found before the first
//! statement. What sea-query renders right is rendered by it (`builder`); the rest is our own quoted text.

mod builder;
mod check;
mod constraint;
mod error;
mod expression;
mod fill;
pub mod guard;
mod index;
mod mysql_like;
mod postgres;
pub mod quote;
mod script;
mod sqlite;
mod statement;
mod steps;

use limbeck_schema::{ColumnType, ObjectName, Schema, Server};

pub(crate) use self::expression::is_present_time;
pub use self::{
    error::DdlError,
    expression::default_value,
    fill::value as fill_value,
    index::is_done_concurrently,
    script::script,
    sqlite::MADE as REBUILT_PREFIX,
    statement::{Needs, Statement},
    steps::{StepStatements, statements},
};
use crate::{Operation, Step};

/// The statements that do `operation` on `server`.
///
/// `before` is the schema as that server has it: introspected and reconciled, or replayed for an offline script. What a database keeps
/// and no revision mentions is restated from it (MariaDB's MODIFY, SQLite's rebuild), so for a live database it has to be the
/// introspected one. A data step has no statement, and neither has what the dialect knows nothing of (comments and enumerated types on
/// SQLite).
///
/// # Errors
/// The operation does not fit `before`, or the server can't do it.
pub fn ddl(operation: &Operation, before: &Schema, server: &Server) -> Result<Vec<Statement>, DdlError> {
    let steps = [Step::new(operation.clone())];
    Ok(statements(&steps, before, server)?.into_iter().flat_map(|group| group.statements).collect())
}

/// Whether PostgreSQL gets a new type in the place of the one that is called `name`, which writes every row with a column of it; else it gets the
/// labels added.
pub(crate) fn replaces_type(name: &ObjectName, previous: &[String], next: &[String]) -> bool {
    postgres::enumeration::replaces(postgres::enumeration::Labels { name, previous, next })
}

/// Whether SQLite may have to make a table anew for `operation`, or needs foreign keys off for it, as far as can be told without the schema before it.
pub fn may_rebuild(operation: &Operation) -> bool {
    sqlite::may_rebuild(operation)
}

/// Whether the step at `at` ends a transaction on PostgreSQL: it, or one directly before it, adds labels to an enumerated type that later steps use, and
/// these can't before it is committed. The steps behind it run in another transaction.
pub fn commits_behind(steps: &[Step], at: usize) -> bool {
    postgres::enumeration::commits_behind(steps, at)
}

/// Whether PostgreSQL keeps long values of the type apart, so that a column of it may say how.
pub(crate) fn is_stored_apart(column_type: &ColumnType) -> bool {
    postgres::is_stored_apart(column_type)
}

#[cfg(test)]
mod tests;
