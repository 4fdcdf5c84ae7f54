//! Names: case styles, exceptions from them, words that have to be quoted.

pub mod exceptions;
pub mod hard;
pub mod reserved;
pub mod styles;
