//! Operations as statements.
mod statement;
pub use statement::{Needs, Statement};
