//! The formats in which an entity is written. Compact and dense are one struct: the derive's columns, and in the dense format
//! fields that are relations. Expanded is everything by hand.

mod compact;
mod dense;
pub(crate) mod expanded;

pub(crate) use compact::{case_style, entity};
pub(crate) use expanded::Definitions;
