//! What is dangerous about an operation. One rule an item, each with a stable code, its test and its explanation.

mod code;
mod conversion;
mod drop_column;
mod drop_table;
mod enum_label;
mod may_fail;
mod narrowing;
mod not_null;
mod rename;
mod required_column;
mod watch;

use limbeck_schema::Schema;

pub use self::{
    code::{HazardCode, HazardGroup},
    watch::HazardWatch,
};
use crate::Operation;

/// A danger of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hazard {
    /// Which rule.
    pub code: HazardCode,
    /// What happens, with the object's name.
    pub message: String,
}

impl Hazard {
    fn new(code: HazardCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// A rule: the danger of an operation, read against the schema before it.
type Rule = fn(&Operation, &Schema) -> Option<Hazard>;

/// Every rule, in the order of the codes.
const RULES: [Rule; 13] = [
    drop_table::rule,
    drop_column::rule,
    narrowing::rule,
    conversion::rule,
    enum_label::rule,
    rename::column,
    rename::table,
    required_column::rule,
    not_null::rule,
    may_fail::unique,
    may_fail::foreign_key,
    may_fail::check,
    may_fail::primary_key,
];

/// The dangers of `operation`, read against the schema before it, in the order of their codes.
///
/// They are the same for all dialects: a revision is applied on each that the project declares.
pub fn hazards(operation: &Operation, before: &Schema) -> Vec<Hazard> {
    RULES.iter().filter_map(|rule| rule(operation, before)).collect()
}

/// The column that an alteration changes, as it is before.
fn altered<'a>(
    operation: &'a Operation,
    before: &'a Schema,
) -> Option<(&'a limbeck_schema::ObjectName, &'a limbeck_schema::Column, &'a crate::Alteration)> {
    let Operation::AlterColumn { table, column, changes } = operation else {
        return None;
    };
    Some((table, before.table(table)?.column(column)?, changes))
}

#[cfg(test)]
mod tests;
