//! Rows at the limits of what their columns hold: put in before a revision, looked for after it.

mod domain;
mod fill;
mod look;

pub use fill::{Becomes, fill, is_linked};
pub use look::look;
