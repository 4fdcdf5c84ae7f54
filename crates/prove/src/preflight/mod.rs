//! Whether rows are in the way of a revision: for each operation that may fail on data one read-only query, with a time limit, against the live database.
//!
//! In: the steps that are to run, the schema as it is now, a connection. Out: a [`Preflight`] for each question. Nothing is written. Steps are asked about
//! under the names that the live database has; what they make themselves is left out, since no row can be in its way.

mod ask;
mod fit;
mod held;
mod names;
mod offence;
mod query;
mod question;

use std::fmt;

use limbeck_operations::{HazardCode, Step};
use limbeck_schema::{Schema, Server};
use sea_orm::DatabaseConnection;

pub use question::{Question, questions};

/// What was asked about a step, and what the database answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preflight {
    /// The position of the step among those that were given.
    pub step: usize,
    /// The operation in a few words: `add_unique animals.uq-animals-chip`.
    pub operation: String,
    /// What may fail: a code of the group D.
    pub code: HazardCode,
    /// What was asked about, under the revision's names: `animals.chip`.
    pub object: String,
    /// The answer.
    pub answer: Answer,
}

/// What the database answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// So many rows are in the way.
    Rows(Rows),
    /// It can't be said, for this reason.
    NotAnswered(String),
}

/// Rows that are in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// How many.
    pub count: u64,
    /// Whether each of them is surely in the way; else the server may take some of them in a form that can't be told beforehand.
    pub certain: bool,
    /// The columns that `keys` are of: the primary key, or where there is none the columns that were asked about.
    pub key: Vec<String>,
    /// Up to three of the rows, each a text for each column of `key`; `None` is NULL. A long text is cut.
    pub keys: Vec<Vec<Option<String>>>,
}

/// Asks whether rows are in the way of `steps`, which are to run one after the other. `actual` is the schema as it is now, in the revisions' words.
///
/// It never fails: what can't be answered says why.
pub async fn preflight(
    database: &DatabaseConnection,
    server: &Server,
    steps: &[Step],
    actual: &Schema,
) -> Vec<Preflight> {
    let mut answers = Vec::new();
    for question in questions(steps, actual, server) {
        let answer = ask::answer(database, server.dialect, &question).await;
        let Question { step, operation, code, object, .. } = question;
        answers.push(Preflight { step, operation, code, object, answer });
    }
    answers
}

impl Preflight {
    /// Whether rows are in the way, surely or maybe.
    pub fn is_in_the_way(&self) -> bool {
        matches!(&self.answer, Answer::Rows(rows) if rows.count > 0)
    }
}

impl fmt::Display for Preflight {
    /// `D01 animals.chip: 3 rows in the way (id 4, 9, 12)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.code, self.object, self.answer)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows(rows) => rows.fmt(f),
            Self::NotAnswered(reason) => write!(f, "not answered: {reason}"),
        }
    }
}

impl fmt::Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let maybe = if self.certain { "in the way" } else { "may be in the way" };
        match self.count {
            0 => return f.write_str("no row in the way"),
            1 => write!(f, "1 row {maybe}")?,
            count => write!(f, "{count} rows {maybe}")?,
        }
        if self.keys.is_empty() {
            return Ok(());
        }
        let tuple = |members: Vec<&str>| match members.as_slice() {
            [member] => (*member).to_owned(),
            members => format!("({})", members.join(", ")),
        };
        let texts =
            self.keys.iter().map(|key| tuple(key.iter().map(|text| text.as_deref().unwrap_or("NULL")).collect()));
        let texts: Vec<_> = texts.collect();
        let more = if u64::try_from(texts.len()).is_ok_and(|shown| shown < self.count) { ", …" } else { "" };
        let names = tuple(self.key.iter().map(String::as_str).collect());
        write!(f, " ({names} {}{more})", texts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_one_line() {
        let rows = |count, certain, key: &[&str], keys: &[&[Option<&str>]]| {
            Answer::Rows(Rows {
                count,
                certain,
                key: key.iter().map(|name| (*name).to_owned()).collect(),
                keys: keys.iter().map(|key| key.iter().map(|text| text.map(str::to_owned)).collect()).collect(),
            })
        };
        for (answer, expected) in [
            (rows(0, true, &["id"], &[]), "no row in the way"),
            (rows(1, true, &["id"], &[&[Some("4")]]), "1 row in the way (id 4)"),
            (rows(2, false, &["id"], &[&[Some("4")], &[None]]), "2 rows may be in the way (id 4, NULL)"),
            (rows(9, true, &["a", "b"], &[&[Some("4"), Some("x")]]), "9 rows in the way ((a, b) (4, x), …)"),
            (rows(9, true, &[], &[]), "9 rows in the way"),
            (Answer::NotAnswered("time is up".to_owned()), "not answered: time is up"),
        ] {
            let operation = "add_unique animals".to_owned();
            let preflight =
                Preflight { step: 0, operation, code: HazardCode::D01, object: "animals.chip".to_owned(), answer };
            assert_eq!(preflight.to_string(), format!("D01 animals.chip: {expected}"));
        }
    }
}
