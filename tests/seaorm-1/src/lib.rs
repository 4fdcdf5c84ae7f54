//! What SeaORM 1 builds of the entities in this crate.

#![allow(missing_docs, dead_code, reason = "entities as users write them")]

#[path = "../../seaorm-2/src/describe/mod.rs"]
mod describe;
pub mod entities;
mod list;
mod spec;

pub use list::GROUPS;
