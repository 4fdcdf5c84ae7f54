//! What SeaORM 2 builds of the entities in this crate.

#![allow(missing_docs, dead_code, reason = "entities as users write them")]

pub mod describe;
pub mod entities;
mod list;

pub use describe::Sample;
pub use list::{GROUPS, Group};
