//! The compact format as most projects write it.

pub mod author;
pub mod library;
pub mod ranch;
pub mod wide;
