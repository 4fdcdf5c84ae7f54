//! D: the statement fails if the data is not as it has to be.

pub(super) mod check;
pub(super) mod conversion;
pub(super) mod foreign_key;
pub(super) mod label;
pub(super) mod narrowing;
pub(super) mod not_null;
pub(super) mod primary_key;
pub(super) mod unique;
