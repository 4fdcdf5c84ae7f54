//! What is printed, and how. Colours go through `anstream`, which leaves them out for pipes and NO_COLOR.

mod changes;
mod diagnostics;
mod edited;
mod json;
mod picture;
mod preflight;
mod progress;
mod proofs;
mod revisions;
mod style;
mod tables;
mod understood;

pub(crate) use changes::{conflict_text, count, print_changes, print_drifts, print_left_alone, print_questions};
pub(crate) use diagnostics::{print_problems, print_refused, refused};
pub(crate) use edited::edited;
pub(crate) use json::{ComparisonObject, FileObject, RevisionObject};
pub(crate) use picture::picture;
pub(crate) use preflight::{PreflightObject, print_preflight};
pub(crate) use progress::Progress;
pub(crate) use proofs::{ProofObject, print_outcome};
pub(crate) use revisions::Lines;
pub(crate) use style::{BOLD, DIM, GREEN, RED, YELLOW, note, paint};
pub(crate) use tables::print_table_differences;
pub(crate) use understood::{EntitiesObject, print_entities};

use crate::CliError;

/// Prints why a command could not be done, and what to do about it.
pub(crate) fn print_error(error: &CliError) {
    print_problems(error.problems());
    for line in error.objects() {
        tell!("{line}");
    }
    tell!("{} {error}", paint(RED.bold(), "error:"));
    for hint in error.hints() {
        tell!("{} {hint}", paint(BOLD, "hint:"));
    }
}

/// A statement with its semicolon. What only remarks something has none.
pub(crate) fn ended(statement: &str) -> String {
    let remarks = statement.lines().all(|line| line.trim_start().starts_with("--"));
    if remarks { statement.to_owned() } else { format!("{statement};") }
}
