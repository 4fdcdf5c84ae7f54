//! Value types that are written by hand: what their columns hold is said by `ValueType::column_type` alone.

mod numbers;
mod version;

pub use numbers::*;
pub use version::Version;
