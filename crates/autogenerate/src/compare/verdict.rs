//! Texts of which only a server can tell whether they are one expression, and what a server said of them.

use std::collections::BTreeMap;

use limbeck_schema::{Column, Expression, ObjectName, Pair};

use super::Noted;

/// What an expression is for. A server reads the same text in different ways: a default takes the type of its column, a check is a truth value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExpressionKind {
    /// The condition of a check.
    Check,
    /// A part of an index.
    IndexPart,
    /// The predicate of an index.
    IndexFilter,
    /// The default of this column.
    Default(String),
    /// What computes this column.
    Generated(String),
    /// What an UPDATE sets this column to.
    OnUpdate(String),
}

impl ExpressionKind {
    /// The column that takes the expression's value.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Default(column) | Self::Generated(column) | Self::OnUpdate(column) => Some(column),
            Self::Check | Self::IndexPart | Self::IndexFilter => None,
        }
    }
}

/// Two texts of which no comparison of texts can tell whether they are one expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Whose they are, for people.
    pub object: Noted,
    /// The table that they belong to, by its name after the renames.
    pub table: ObjectName,
    /// What they are for.
    pub kind: ExpressionKind,
    /// The columns that they may name, as the connected database has them, under the names after the renames.
    pub columns: Vec<Column>,
    /// Both texts.
    pub texts: Pair<Expression>,
}

impl Undecided {
    fn key(&self) -> Key {
        key(&self.table, &self.kind, self.texts.as_ref())
    }
}

/// What a server says of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It keeps both in the same words.
    Same,
    /// It keeps them in different words.
    Different,
    /// It could not be asked, or did not understand one of them; why.
    Unknown(String),
}

/// The texts in their order: one verdict counts both ways.
type Key = (ObjectName, ExpressionKind, Expression, Expression);

fn key(table: &ObjectName, kind: &ExpressionKind, texts: Pair<&Expression>) -> Key {
    let Pair { previous, next } = texts;
    let (one, other) = if previous <= next { (previous, next) } else { (next, previous) };
    (table.clone(), kind.clone(), one.clone(), other.clone())
}

/// What a server said. It holds for the database that was asked, as it was then.
#[derive(Clone, Debug, Default)]
pub struct Verdicts(BTreeMap<Key, Verdict>);

impl Verdicts {
    /// No verdicts at all.
    pub fn none() -> &'static Self {
        static NONE: Verdicts = Verdicts(BTreeMap::new());
        &NONE
    }

    /// Adds the verdict on two texts.
    pub fn insert(&mut self, undecided: &Undecided, verdict: Verdict) {
        self.0.insert(undecided.key(), verdict);
    }

    /// Adds those of `others`.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The verdict on two texts, if one was asked for.
    pub fn on(&self, undecided: &Undecided) -> Option<&Verdict> {
        self.0.get(&undecided.key())
    }

    pub(super) fn find(&self, table: &ObjectName, kind: &ExpressionKind, texts: Pair<&Expression>) -> Option<&Verdict> {
        self.0.get(&key(table, kind, texts))
    }
}

/// One of each: what is asked of in two ways needs one answer.
pub(super) fn without_doubles(undecided: Vec<Undecided>) -> Vec<Undecided> {
    let mut found: BTreeMap<Key, Undecided> = BTreeMap::new();
    for it in undecided {
        found.entry(it.key()).or_insert(it);
    }
    found.into_values().collect()
}
