//! One module for each table.

// What SeaORM's derives add has no documentation of its own.
#![allow(missing_docs)]

pub mod animals;
pub mod shelters;
pub mod users;
