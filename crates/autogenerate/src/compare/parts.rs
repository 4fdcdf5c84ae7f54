//! The parts of a table that compare: which part of one side stands for which of the other, and whether they are equal.

use limbeck_schema::{
    Check, Column, ColumnForm, Dialect, ForeignKey, Index, ObjectName, PrimaryKey, Table, Unique, UniqueForm,
    canonical_column, canonical_unique, canonical_unique_index,
};

use super::{Kind, Noted, facet::Facet};

/// What a part of a table is known by in a comparison. Where both sides have it, by what the previous side says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PartId {
    /// The comment of the table itself.
    Comment,
    Column(String),
    Facet(String, Facet),
    PrimaryKey,
    /// The columns, sorted.
    Unique(Vec<String>),
    /// The index without its name.
    Index(Box<Index>),
    /// The columns, the target, its columns.
    ForeignKey(Vec<String>, ObjectName, Vec<String>),
    /// The name, else the folded text.
    Check(String),
}

/// What an object is known by in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Id {
    Enum(ObjectName),
    Table(ObjectName),
    Part(ObjectName, PartId),
}

/// A unique constraint, or a plain unique index, which does the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Uniqueness<'a> {
    Constraint(&'a Unique),
    Index(&'a Index),
}

impl<'a> Uniqueness<'a> {
    /// All of a table.
    pub(crate) fn of(table: &'a Table) -> impl Iterator<Item = Self> {
        let indexes = table.indexes.iter().filter(|index| is_uniqueness(index));
        table.uniques.iter().map(Self::Constraint).chain(indexes.map(Self::Index))
    }

    pub(crate) fn form(self, dialect: Dialect) -> UniqueForm {
        match self {
            Self::Constraint(unique) => canonical_unique(unique, dialect),
            Self::Index(index) => canonical_unique_index(index, dialect).unwrap_or_else(|| UniqueForm {
                columns: Vec::new(),
                nulls_not_distinct: false,
                deferrable: None,
            }),
        }
    }

    pub(crate) fn columns(self) -> Vec<&'a str> {
        match self {
            Self::Constraint(unique) => unique.columns.iter().map(String::as_str).collect(),
            Self::Index(index) => index.plain_columns().unwrap_or_default(),
        }
    }

    pub(crate) fn name(self) -> Option<&'a str> {
        match self {
            Self::Constraint(unique) => unique.name.as_deref(),
            Self::Index(index) => Some(&index.name),
        }
    }

    pub(crate) const fn keep(self) -> bool {
        match self {
            Self::Constraint(unique) => unique.keep,
            Self::Index(index) => index.keep,
        }
    }
}

/// Whether `index` does what a unique constraint would.
pub(crate) fn is_uniqueness(index: &Index) -> bool {
    index.unique && index.plain_columns().is_some()
}

/// One part, borrowed from its table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part<'a> {
    Comment(&'a str),
    Column(&'a Column),
    Facet(&'a Column, Facet),
    PrimaryKey(&'a PrimaryKey),
    Unique(Uniqueness<'a>),
    Index(&'a Index),
    ForeignKey(&'a ForeignKey),
    Check(&'a Check),
}

impl Part<'_> {
    /// The part as it is noted.
    pub(crate) fn noted(&self, table: &ObjectName) -> Noted {
        let (kind, name) = match self {
            Self::Comment(_) => (Kind::Comment, "comment".to_owned()),
            Self::Column(column) => (Kind::Column, column.name.clone()),
            Self::Facet(column, facet) => (facet.kind(), format!("{}.{}", column.name, facet.kind().name())),
            Self::PrimaryKey(key) => (Kind::PrimaryKey, key.name.clone().unwrap_or_else(|| key.columns.join(", "))),
            Self::Unique(unique) => {
                (Kind::Unique, unique.name().map_or_else(|| unique.columns().join(", "), str::to_owned))
            }
            Self::Index(index) => (Kind::Index, index.name.clone()),
            Self::ForeignKey(key) => (Kind::ForeignKey, key.name.clone().unwrap_or_else(|| key.columns.join(", "))),
            Self::Check(check) => (Kind::Check, check.name.clone().unwrap_or_else(|| check.expression.clone())),
        };
        Noted { kind, table: Some(table.clone()), name }
    }

    /// Whether its `keep` is set. What has none of its own never is.
    pub(crate) const fn keep(&self) -> bool {
        match self {
            Self::Comment(_) | Self::Facet(..) | Self::PrimaryKey(_) => false,
            Self::Column(column) => column.keep,
            Self::Unique(unique) => unique.keep(),
            Self::Index(index) => index.keep,
            Self::ForeignKey(key) => key.keep,
            Self::Check(check) => check.keep,
        }
    }
}

/// The columns of a table with their canonical forms.
pub(crate) fn column_form(table: &Table, column: &Column, dialect: Dialect) -> ColumnForm {
    canonical_column(column, table.is_key(&column.name), dialect)
}
