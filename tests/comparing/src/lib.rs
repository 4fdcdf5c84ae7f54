//! Compares what SeaORM builds of entities with what Limbeck reads from their source, property by property.
//!
//! In: descriptions of tables as SeaORM builds them, and what was read. Out: every property in which the two differ, and twins: a
//! description with one property changed, which has to be reported, alone. Never here: SeaORM itself, so that both of its releases
//! are compared by the same code.

mod described;
mod difference;
mod extra;
mod known;
mod merge;
mod review;
mod sample;
mod table;
mod twins;

pub use described::Described;
pub use difference::{Difference, differences};
pub use extra::read_extra;
pub use known::{Known, unreviewed};
pub use review::{Review, read_entities};
pub use sample::{Group, Sample, Statements, describe_all};
