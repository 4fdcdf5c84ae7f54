//! Defaults, comments, and what `extra` appends.

pub mod expressions;
pub mod extras;
pub mod hard;
pub mod literals;
