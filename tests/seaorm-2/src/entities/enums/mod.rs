//! Enums: of the database, of strings, of numbers; all in one file, or beside their entity.

pub mod hard;
pub mod natives;
pub mod numbers;
pub mod shared;
pub mod strings;
