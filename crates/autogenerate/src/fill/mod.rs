//! What rows hold in a column that may not be NULL from a revision on: the answers, where one is needed, and what is written for the way back.

mod back;
mod checked;
mod need;
mod parse;
mod reserved;
mod value;

use std::collections::BTreeMap;

use limbeck_schema::{Expression, ObjectName};

pub(crate) use self::{
    back::{comes_back_empty, fill_back},
    need::fill,
};
pub use self::{
    parse::{FillError, filled_column, filling, filling_value},
    value::neutral,
};

/// What becomes of the rows that hold NULL in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// They get this value.
    Value(Expression),
    /// There are none, by a person's word: NULL is forbidden without more ado.
    Nothing,
}

/// Answers by table and column, in the names after all renames.
pub type Fills = BTreeMap<(ObjectName, String), Fill>;
