//! Primary keys of every kind, unique groups, indexes.

pub mod groups;
pub mod hard;
pub mod numbered;
pub mod several;
pub mod unnumbered;
