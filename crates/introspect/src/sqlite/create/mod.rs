//! Reads the stored text of CREATE TABLE and CREATE INDEX for what the pragmas leave out: names of constraints, checks, collations,
//! generated expressions, AUTOINCREMENT, DEFERRABLE, ON CONFLICT, predicates.
//!
//! Grammar: SQLite's `parse.y` (lang_createtable.html, lang_createindex.html). The text was accepted by SQLite, so what is not valid is
//! not looked for; what is not understood is an error, or, behind a column, kept as it stands.

mod column;
mod constraint;
mod cursor;
mod index;
mod table;
mod token;

use std::fmt;

use limbeck_schema::{Deferrable, Generated, ReferentialAction};

pub(super) use index::parse_index;
pub(super) use table::parse_table;
pub(super) use token::{Kind, tokens};

/// What a CREATE TABLE says beside types, defaults and NOT NULL.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CreateTable {
    pub(super) columns: Vec<ColumnClauses>,
    /// Those of the columns too, in the order of the text.
    pub(super) constraints: Vec<Constraint>,
    pub(super) without_rowid: bool,
    pub(super) strict: bool,
}

/// What stands behind a column.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnClauses {
    pub(super) name: String,
    pub(super) auto_increment: bool,
    pub(super) collation: Option<String>,
    pub(super) generated: Option<Generated>,
    /// Clauses that have no field, as they stand.
    pub(super) extra: Vec<String>,
}

/// A constraint of a table or column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Constraint {
    pub(super) name: Option<String>,
    pub(super) kind: ConstraintKind,
    /// The text from its keyword on.
    pub(super) text: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum ConstraintKind {
    PrimaryKey(Members),
    Unique(Members),
    /// The expression without its parentheses.
    Check(String),
    ForeignKey(References),
}

/// The columns of a key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Members {
    pub(super) columns: Vec<String>,
    /// Whether there is nothing but the columns: no DESC, COLLATE or ON CONFLICT.
    pub(super) plain: bool,
}

/// What a foreign key says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct References {
    pub(super) columns: Vec<String>,
    pub(super) table: String,
    /// Empty where the text leaves them out, which means the primary key.
    pub(super) target_columns: Vec<String>,
    pub(super) on_delete: Option<ReferentialAction>,
    pub(super) on_update: Option<ReferentialAction>,
    pub(super) deferrable: Option<Deferrable>,
}

/// What a CREATE INDEX says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CreateIndex {
    /// The text of each member without order and collation.
    pub(super) parts: Vec<PartText>,
    pub(super) filter: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct PartText {
    /// The column or expression, without outer parentheses.
    pub(super) text: String,
    pub(super) collation: Option<String>,
}

/// A place in a statement that is not understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotUnderstood {
    pub(super) expected: &'static str,
    /// What stands there, empty at the end.
    pub(super) found: String,
    /// The byte at which it stands.
    pub(super) at: usize,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found, at } = self;
        if found.is_empty() {
            write!(f, "expected {expected} where its statement ends")
        } else {
            write!(f, "expected {expected}, found `{found}` at byte {at} of its statement")
        }
    }
}
