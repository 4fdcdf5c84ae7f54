//! C: others wait, for a lock or until rows are read or written anew.

pub(super) mod again;
pub(super) mod backfill;
pub(super) mod check;
pub(super) mod collation;
pub(super) mod computed_default;
pub(super) mod foreign_key;
pub(super) mod index;
pub(super) mod not_null;
pub(super) mod numbered_column;
pub(super) mod primary_key;
pub(super) mod referenced;
pub(super) mod retype;
pub(super) mod stored_column;
pub(super) mod unique;

use super::{Rule, Scene};
use crate::Operation;

/// Whether the operation reads or writes its whole table through on the scene's dialect.
pub(super) fn works(operation: &Operation, scene: &Scene<'_>) -> bool {
    const RULES: [Rule; 11] = [
        index::rule,
        primary_key::rule,
        unique::rule,
        foreign_key::rule,
        check::rule,
        not_null::rule,
        computed_default::rule,
        numbered_column::rule,
        stored_column::rule,
        retype::rule,
        collation::rule,
    ];
    RULES.iter().any(|rule| rule(operation, scene).is_some())
}
