//! Which part of a table stands for which part of another, and whether both are equal on a dialect.

mod check;
mod column;
mod foreign_key;
mod index;
mod unique;

use limbeck_schema::{Capabilities, Dialect, Pair, Table};

pub(crate) use column::judge_facet;

use super::{
    judge::{Doubt, Judged, Words},
    parts::{Part, PartId},
};

/// A part of one table and what stands for it in the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Match<'a> {
    pub(crate) id: PartId,
    /// All parts of this shape; several if a table has one twice, none if the part is new.
    pub(crate) previous: Vec<Part<'a>>,
    /// The same of the other side; none if the part goes.
    pub(crate) next: Vec<Part<'a>>,
    /// Whether both sides are equal.
    pub(crate) same: bool,
    /// Why nobody can tell, if they differ in nothing but texts that a server may have written anew.
    pub(crate) undecidable: Option<String>,
    /// What a server should be asked of them.
    pub(crate) doubts: Vec<Doubt>,
    /// The canonical form of the next side, to hold against that of another match.
    pub(crate) form: Option<String>,
}

impl<'a> Match<'a> {
    fn new(id: PartId, previous: Vec<Part<'a>>, next: Vec<Part<'a>>) -> Self {
        Self { id, previous, next, same: false, undecidable: None, doubts: Vec::new(), form: None }
    }

    fn judged(self, judged: Judged) -> Self {
        let Judged { same, undecidable, doubts } = judged;
        Self { same, undecidable, doubts, ..self }
    }
}

/// The parts of both tables: of the columns, the comment and the primary key only those that differ or that a server should be asked about, of the
/// others all.
pub(crate) fn matches<'a, 'b>(pair: Pair<&'a Table>, words: impl Into<Words<'b>>) -> Vec<Match<'a>> {
    let words = words.into();
    let dialect = words.dialect;
    let mut matches = Vec::new();
    matches.extend(comment(pair, dialect));
    column::collect(pair, words, &mut matches);
    matches.extend(primary_key(pair));
    unique::collect(pair, dialect, &mut matches);
    index::collect(pair, words, &mut matches);
    foreign_key::collect(pair, dialect, &mut matches);
    check::collect(pair, words, &mut matches);
    matches
}

fn comment<'a>(pair: Pair<&'a Table>, dialect: Dialect) -> Option<Match<'a>> {
    let comments = pair.map(|table| table.comment.as_deref().filter(|comment| !comment.is_empty()));
    if comments.previous == comments.next || !Capabilities::of(dialect).comments {
        return None;
    }
    let parts = comments.map(|comment| comment.map(Part::Comment).into_iter().collect());
    let form = Some(format!("{:?}", comments.next));
    Some(Match { form, ..Match::new(PartId::Comment, parts.previous, parts.next) })
}

fn primary_key<'a>(pair: Pair<&'a Table>) -> Option<Match<'a>> {
    let keys = pair.map(|table| table.primary_key.as_ref());
    let columns = keys.map(|key| key.map(|key| &key.columns));
    if columns.previous == columns.next {
        return None;
    }
    let parts = keys.map(|key| key.map(Part::PrimaryKey).into_iter().collect());
    let form = Some(format!("{:?}", columns.next));
    Some(Match { form, ..Match::new(PartId::PrimaryKey, parts.previous, parts.next) })
}
