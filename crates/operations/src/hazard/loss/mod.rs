//! A: data is lost, or what guards it.

pub(super) mod beyond;
pub(super) mod constraint;
pub(super) mod conversion;
pub(super) mod counter;
pub(super) mod drop_column;
pub(super) mod drop_table;
pub(super) mod index;
pub(super) mod label;
pub(super) mod narrowing;
