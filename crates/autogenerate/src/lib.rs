//! Compares schemas and renders the difference as a revision file.
//!
//! In: what the entities want, what the applied revisions made, and what the database has, as [`limbeck_schema::Schema`]s. Out: a [`Comparison`] with
//! ordered changes, and a revision's text. Never here: I/O.

mod bookkeeping;
mod compare;
mod difference;
mod fill;
mod head;
mod plan;
mod render;

pub use bookkeeping::is_bookkeeping;
pub use compare::{
    Actual, Change, Comparing, Comparison, Conflict, Drift, ExpressionKind, Kind, Label, Leaving, Noted, Question,
    Refused, Rename, Skipped, Undecided, Unfilled, Verdict, Verdicts, baseline, compare, repair,
};
pub use difference::{Line, LineKind, difference, difference_lines};
pub use fill::{Fill, FillError, Fills, filled_column, filling, filling_value, neutral};
pub use head::{Head, HeadError};
pub use render::{RenderError, RevisionFile, file_name, render};
