//! What SeaORM 2 builds of the entities in this crate.

#![allow(
    missing_docs,
    dead_code,
    clippy::let_and_return,
    clippy::module_inception,
    clippy::non_minimal_cfg,
    reason = "entities as users write them"
)]

mod describe;
pub mod entities;
mod list;
pub mod migration;
mod spec;

pub use list::GROUPS;
