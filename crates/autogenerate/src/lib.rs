//! Compares schemas and renders the difference as a revision file.

mod difference;
mod render;

pub use difference::{Line, LineKind, difference, difference_lines};
pub use render::{RenderError, RevisionFile, file_name, render};
