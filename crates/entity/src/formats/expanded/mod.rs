//! The expanded format: `EntityName`, a `Column` enum with its `ColumnTrait`, a `PrimaryKey` enum with its `PrimaryKeyTrait`, written by hand. Its
//! relations are read where all `RelationTrait`s are.

mod definition;
mod parts;
mod unite;

pub(crate) use definition::Definitions;
pub(crate) use parts::{body, implementation, iterated, model, names_entity};
pub(crate) use unite::{United, unite};
