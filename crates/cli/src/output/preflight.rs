//! Rows that are in the way.

use limbeck_prove::preflight::{Answer, Preflight};
use serde::Serialize;

use super::{DIM, YELLOW, paint};

/// Prints what is in the way, and what could not be asked; how much is fine is only counted.
pub(crate) fn print_preflight(answers: &[Preflight]) {
    for answer in answers {
        let line = format!("{}: {}", answer.object, answer.answer);
        match &answer.answer {
            Answer::Rows(rows) if rows.count == 0 => {}
            Answer::Rows(_) => say!("{} {} {line}", paint(YELLOW, "rows:"), paint(YELLOW, answer.code)),
            Answer::NotAnswered(_) => say!("{}", paint(DIM, format!("rows: {} {line}", answer.code))),
        }
    }
    let asked = answers.iter().filter(|answer| matches!(answer.answer, Answer::Rows(_))).count();
    if asked > 0 && !answers.iter().any(Preflight::is_in_the_way) {
        super::note(format!("no row is in the way ({} asked)", super::count(asked, "question")));
    }
}

/// A question and its answer.
#[derive(Serialize)]
pub(crate) struct PreflightObject {
    code: &'static str,
    operation: String,
    object: String,
    /// How many rows; `null` where it was not answered.
    rows: Option<u64>,
    certain: Option<bool>,
    key: Vec<String>,
    keys: Vec<Vec<Option<String>>>,
    /// Why it was not answered.
    reason: Option<String>,
}

impl PreflightObject {
    /// The object of an answer.
    pub(crate) fn new(preflight: &Preflight) -> Self {
        let (rows, reason) = match &preflight.answer {
            Answer::Rows(rows) => (Some(rows), None),
            Answer::NotAnswered(reason) => (None, Some(reason.clone())),
        };
        Self {
            code: preflight.code.name(),
            operation: preflight.operation.clone(),
            object: preflight.object.clone(),
            rows: rows.map(|rows| rows.count),
            certain: rows.map(|rows| rows.certain),
            key: rows.map(|rows| rows.key.clone()).unwrap_or_default(),
            keys: rows.map(|rows| rows.keys.clone()).unwrap_or_default(),
            reason,
        }
    }
}
