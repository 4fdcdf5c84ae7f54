//! What SeaORM 2 builds of the entities in this crate.

#![allow(missing_docs, dead_code, reason = "entities as users write them")]

mod describe;
pub mod entities;
mod list;
mod spec;

pub use list::GROUPS;
