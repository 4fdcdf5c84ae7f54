//! What SeaORM 1 builds of the entities in this crate.

#![allow(
    missing_docs,
    dead_code,
    clippy::let_and_return,
    clippy::module_inception,
    clippy::non_minimal_cfg,
    reason = "entities as users write them"
)]

#[path = "../../seaorm-2/src/describe/mod.rs"]
mod describe;
pub mod entities;
mod list;
pub mod migration;
mod spec;

pub use list::GROUPS;
