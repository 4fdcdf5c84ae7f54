//! The expanded format: everything by hand, in the shapes in which people write it.

pub mod cellar;
pub mod defs;
pub mod keys;
pub mod names;
pub mod relations;
