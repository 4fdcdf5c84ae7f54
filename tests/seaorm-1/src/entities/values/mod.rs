//! Types of the application's own: newtypes, JSON structures, types written by hand, types that a macro makes.

pub mod by_hand;
pub mod by_macro;
pub mod generic;
pub mod json;
pub mod newtypes;
pub mod strings;
