//! Rows at the limits of what their columns hold: put in before a revision, looked for after it.

mod domain;
mod fill;
mod look;
mod passage;

pub use fill::{Becomes, Filled, Refusal, fill, is_linked};
pub use look::{Seen, look};
pub use passage::Passage;

/// How many rows each table gets.
const ROWS: usize = 3;
