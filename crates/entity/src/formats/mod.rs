//! The formats in which an entity is written. Compact and dense are one struct: the derive's columns, and in the dense format
//! fields that are relations.

mod compact;
mod dense;

pub(crate) use compact::{case_style, entity};
