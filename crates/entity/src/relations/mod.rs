//! Relations that make foreign keys: variants of a `Relation` enum, fields of the dense format, and `RelationTrait` by hand.

mod derived;
mod ends;
mod foreign_keys;
mod written;

pub(crate) use derived::derived;
pub(crate) use ends::{Ends, action, columns, ends, path};
pub(crate) use foreign_keys::{KeyOwner, foreign_key, may_be_referred_to, owner, same_shape, unite};
pub(crate) use written::written;
