//! A revision as the text of its file.
//!
//! In: a [`RevisionFile`], which is the steps of both directions and what the head of the file says. Out: Rust source. It compiles, and what it records
//! is what went in. Each operation is formatted on its own, so that a comment on what is dangerous stands right above it. The same revision gives
//! the same bytes.

mod alteration;
mod column;
mod column_type;
mod comment;
mod constraint;
mod expression;
mod file_name;
mod function;
mod index;
pub(crate) mod literal;
mod operation;
pub(crate) mod source;
mod table;

pub(crate) use comment::comment;
pub use file_name::file_name;

use limbeck_operations::{ReplayError, Step};
use limbeck_schema::{Dialect, Schema};

use crate::head::{self, Head};

/// What a revision file says.
#[derive(Clone, Copy, Debug)]
pub struct RevisionFile<'a> {
    /// What it says of itself.
    pub head: &'a Head,
    /// What it does.
    pub upgrade: &'a [Step],
    /// What undoes it.
    pub downgrade: &'a [Step],
    /// The schema before the upgrade, by which the dangers are told.
    pub before: &'a Schema,
    /// The dialect that `before` belongs to.
    pub dialect: Dialect,
    /// The dialects that the revision is for, by which the dangers are told.
    pub dialects: &'a [Dialect],
}

/// Why a revision can't be written as a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The body of a data step is Rust code, of which only the name is known here.
    #[error(
        "the data step `{name}` can't be rendered, only its name is known: write it into the revision file by hand"
    )]
    DataStep {
        /// The step's name.
        name: String,
    },
    /// A created table brings indexes, which are operations of their own.
    #[error("`create_table` of `{table}` brings the index `{index}`: make it a `create_index` behind it")]
    TableWithIndex {
        /// The table's name.
        table: String,
        /// The first index's name.
        index: String,
    },
    /// A step does not fit the schema before it, so that the file would fail when it is applied.
    #[error("{direction}: {operation}: {source}")]
    Replay {
        /// `upgrade` or `downgrade`.
        direction: &'static str,
        /// The operation in a few words.
        operation: String,
        /// Why it does not fit.
        source: Box<ReplayError>,
    },
    /// What was rendered is not Rust: a defect of Limbeck.
    #[error("{item} was rendered as invalid Rust, which is a defect of Limbeck; please report it: {reason}")]
    Syntax {
        /// What was rendered.
        item: String,
        /// What the parser says.
        reason: String,
    },
}

/// The text of a revision file: its head, then `upgrade` and `downgrade`.
///
/// # Errors
/// A data step, a created table with indexes in it, or a step that does not fit the schema before it.
pub fn render(file: &RevisionFile<'_>) -> Result<String, RenderError> {
    let mut schema = file.before.clone();
    let mut text = head::write(file.head)?;
    for (name, steps) in [("upgrade", file.upgrade), ("downgrade", file.downgrade)] {
        text.push('\n');
        text.push_str(&function::function(name, steps, &mut schema, file.dialect, file.dialects)?);
    }
    Ok(text)
}
