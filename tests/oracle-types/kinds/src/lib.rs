//! Types of a crate beside the entities: newtypes of a third crate's types, enums, JSON, aliases, re-exported through globs.

mod enums;
pub mod money;
pub mod names;
mod prelude;

pub use prelude::*;
