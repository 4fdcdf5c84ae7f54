//! What a proof came to.

use limbeck_prove::{Note, Outcome, Proof};
use serde::Serialize;

use super::{DIM, GREEN, RED, YELLOW, paint};

/// Prints an outcome in a line, for what `subject` names; notes below it if `verbose`.
pub(crate) fn print_outcome(outcome: &Outcome, subject: &str, verbose: bool) {
    let of = if subject.is_empty() { String::new() } else { format!(" {subject}") };
    match outcome {
        Outcome::Proved(proof) => {
            say!("{}", proved(proof, &of));
            for line in below(proof, verbose) {
                say!("  {}", paint(DIM, line));
            }
        }
        Outcome::Refuted(refutation) => say!("{}{of} {refutation}", paint(RED, "refuted")),
        Outcome::NotProvable(reason) => say!("{}{of}: {reason}", paint(YELLOW, "not provable")),
    }
}

/// `proved (up, down and up again; 2 tables, 6 rows)`.
fn proved(proof: &Proof, of: &str) -> String {
    let tables = super::count(proof.tables, "table");
    let detail = format!("(up, down and up again; {tables}, {})", super::count(proof.rows, "row"));
    let word = match &proof.only_without_rows {
        Some(_) => paint(YELLOW, "proved without rows only"),
        None => paint(GREEN, "proved"),
    };
    format!("{word}{of} {}", paint(DIM, detail))
}

/// What makes the proof weaker than it seems; all notes if `verbose`.
fn below(proof: &Proof, verbose: bool) -> impl Iterator<Item = &str> {
    let notes = proof.notes.iter().filter(move |note| verbose || note.weakens()).map(Note::text);
    proof.only_without_rows.as_deref().into_iter().chain(notes)
}

/// An outcome as JSON.
#[derive(Serialize)]
pub(crate) struct ProofObject {
    outcome: &'static str,
    when: Option<String>,
    reason: Option<String>,
    tables: usize,
    rows: usize,
    only_without_rows: Option<String>,
    notes: Vec<String>,
}

impl ProofObject {
    /// The object of an outcome; `None` is a proof that nobody asked for.
    pub(crate) fn new(outcome: Option<&Outcome>) -> Self {
        let object = |outcome| Self {
            outcome,
            when: None,
            reason: None,
            tables: 0,
            rows: 0,
            only_without_rows: None,
            notes: Vec::new(),
        };
        match outcome {
            None => object("not_asked"),
            Some(Outcome::Proved(Proof { tables, rows, only_without_rows, notes })) => Self {
                tables: *tables,
                rows: *rows,
                only_without_rows: only_without_rows.clone(),
                notes: notes.iter().map(|note| note.text().to_owned()).collect(),
                ..object("proved")
            },
            Some(Outcome::Refuted(refutation)) => Self {
                when: Some(refutation.when.to_string()),
                reason: Some(refutation.what.clone()),
                ..object("refuted")
            },
            Some(Outcome::NotProvable(reason)) => Self { reason: Some(reason.clone()), ..object("not_provable") },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_weakens_a_proof_is_always_said() {
        let notes = vec![Note::Weakens("not run: a".to_owned()), Note::Aside("no row for b".to_owned())];
        let whole = Proof { tables: 2, rows: 6, only_without_rows: None, notes };
        let bare =
            Proof { rows: 0, only_without_rows: Some("with rows the upgrade fails".to_owned()), ..whole.clone() };
        for (name, proof, verbose, word, expected) in [
            ("whole", &whole, false, "proved", &["not run: a"][..]),
            ("whole, verbose", &whole, true, "proved", &["not run: a", "no row for b"]),
            ("bare", &bare, false, "proved without rows only", &["with rows the upgrade fails", "not run: a"]),
        ] {
            assert_eq!(below(proof, verbose).collect::<Vec<_>>(), expected, "{name}");
            let shown = anstream::adapter::strip_str(&proved(proof, " it")).to_string();
            assert!(shown.starts_with(&format!("{word} it (up, down and up again; 2 tables, ")), "{name}: {shown}");
        }
    }
}
