//! `#[limbeck(..)]`: what the hints of an entity say, as facts. The grammar is `limbeck-hints`, which the derive shares.

mod read;

use limbeck_schema::{Deferrable, Generated, Index};

pub(crate) use read::{column, enumeration, label, relation, table};

use crate::{problems::At, types::TypeText};

/// What is said of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableHints {
    pub(crate) indexes: Vec<IndexFacts>,
    pub(crate) uniques: Vec<UniqueFacts>,
    pub(crate) checks: Vec<CheckFacts>,
    pub(crate) renamed_from: Option<String>,
    pub(crate) comment: Option<String>,
    pub(crate) ignore: bool,
}

impl TableHints {
    /// Adds what is said at another place of the same entity; of what both say, this place counts.
    pub(crate) fn add(&mut self, other: Self) {
        self.indexes.extend(other.indexes);
        self.uniques.extend(other.uniques);
        self.checks.extend(other.checks);
        self.renamed_from = self.renamed_from.take().or(other.renamed_from);
        self.comment = self.comment.take().or(other.comment);
        self.ignore |= other.ignore;
    }
}

/// What is said of a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnHints {
    pub(crate) indexes: Vec<IndexFacts>,
    pub(crate) uniques: Vec<UniqueFacts>,
    pub(crate) checks: Vec<CheckFacts>,
    pub(crate) generated: Option<Generated>,
    pub(crate) collation: Option<String>,
    pub(crate) comment: Option<String>,
    pub(crate) renamed_from: Option<String>,
    pub(crate) column_type: Option<(TypeText, At)>,
    pub(crate) ignore: bool,
}

/// What is said of a relation's foreign key.
#[derive(Clone, Debug, Default)]
pub(crate) struct RelationHints {
    pub(crate) name: Option<String>,
    pub(crate) deferrable: Option<Deferrable>,
    pub(crate) ignore: bool,
}

/// An index whose columns bear the names that the hint gives them: those of columns or of fields.
#[derive(Clone, Debug)]
pub(crate) struct IndexFacts {
    pub(crate) at: At,
    /// Its name is empty where none is stated, and so is the name of the column that it stands at.
    pub(crate) index: Index,
    /// Where its parts stand, in their order.
    pub(crate) parts_at: Vec<At>,
    /// Where the carried columns stand.
    pub(crate) include_at: Vec<At>,
}

/// A unique constraint, likewise; one without columns is of the column that it stands at.
#[derive(Clone, Debug)]
pub(crate) struct UniqueFacts {
    pub(crate) at: At,
    pub(crate) name: Option<String>,
    pub(crate) columns: Vec<(String, At)>,
    pub(crate) nulls_not_distinct: bool,
    pub(crate) deferrable: Option<Deferrable>,
}

/// A check.
#[derive(Clone, Debug)]
pub(crate) struct CheckFacts {
    pub(crate) name: Option<String>,
    pub(crate) expression: String,
    pub(crate) at: At,
}
