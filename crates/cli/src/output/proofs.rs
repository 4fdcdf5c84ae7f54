//! What a proof came to.

use limbeck_prove::{Outcome, Proof};
use serde::Serialize;

use super::{DIM, GREEN, RED, YELLOW, paint};

/// Prints an outcome in a line, for what `subject` names; notes below it if `verbose`.
pub(crate) fn print_outcome(outcome: &Outcome, subject: &str, verbose: bool) {
    let of = if subject.is_empty() { String::new() } else { format!(" {subject}") };
    match outcome {
        Outcome::Proved(Proof { tables, rows, notes }) => {
            let tables = super::count(*tables, "table");
            let detail = format!("(up, down and up again; {tables}, {})", super::count(*rows, "row"));
            say!("{}{of} {}", paint(GREEN, "proved"), paint(DIM, detail));
            for note in notes.iter().filter(|note| verbose || note.starts_with("only")) {
                say!("  {}", paint(DIM, note));
            }
        }
        Outcome::Refuted(refutation) => say!("{}{of} {refutation}", paint(RED, "refuted")),
        Outcome::NotProvable(reason) => say!("{}{of}: {reason}", paint(YELLOW, "not provable")),
    }
}

/// An outcome as JSON.
#[derive(Serialize)]
pub(crate) struct ProofObject {
    outcome: &'static str,
    when: Option<String>,
    reason: Option<String>,
    tables: usize,
    rows: usize,
    notes: Vec<String>,
}

impl ProofObject {
    /// The object of an outcome; `None` is a proof that nobody asked for.
    pub(crate) fn new(outcome: Option<&Outcome>) -> Self {
        let object = |outcome| Self { outcome, when: None, reason: None, tables: 0, rows: 0, notes: Vec::new() };
        match outcome {
            None => object("not_asked"),
            Some(Outcome::Proved(Proof { tables, rows, notes })) => {
                Self { tables: *tables, rows: *rows, notes: notes.clone(), ..object("proved") }
            }
            Some(Outcome::Refuted(refutation)) => Self {
                when: Some(refutation.when.to_string()),
                reason: Some(refutation.what.clone()),
                ..object("refuted")
            },
            Some(Outcome::NotProvable(reason)) => Self { reason: Some(reason.clone()), ..object("not_provable") },
        }
    }
}
