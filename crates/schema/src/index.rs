use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Dialect, column::is_false};

/// An index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// What it orders by.
    pub parts: Vec<IndexPart>,
    /// Whether two rows may not agree in all parts.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
    /// `gin`, `hash`, `fulltext`, `spatial`, ..; `None` is the dialect's usual tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The predicate of a partial index, as SQL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// PostgreSQL: columns that are stored with it and not ordered by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// PostgreSQL 15: two NULLs are a conflict.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nulls_not_distinct: bool,
    /// Stays when no entity states it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
}

impl Index {
    /// A plain index of these columns.
    pub fn new<C: Into<IndexPart>>(name: impl Into<String>, parts: impl IntoIterator<Item = C>) -> Self {
        Self {
            name: name.into(),
            parts: parts.into_iter().map(Into::into).collect(),
            unique: false,
            method: None,
            filter: None,
            include: Vec::new(),
            nulls_not_distinct: false,
            keep: false,
        }
    }

    /// The names of its columns if it is nothing more than columns in ascending order, as a unique constraint's index is.
    pub fn plain_columns(&self) -> Option<Vec<&str>> {
        let plain = self.method.is_none() && self.filter.is_none() && self.include.is_empty();
        let columns = self.parts.iter().map(IndexPart::plain_column).collect::<Option<Vec<_>>>()?;
        plain.then_some(columns)
    }

    /// Its expressions, those of its parts first, then its predicate.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().filter_map(|part| match &part.target {
            IndexTarget::Column(_) => None,
            IndexTarget::Expression(sql) => Some(sql.as_str()),
        });
        parts.chain(self.filter.as_deref())
    }
}

/// One member of an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IndexPart {
    /// The column or expression.
    #[serde(flatten)]
    pub target: IndexTarget,
    /// Whether the order is descending.
    #[serde(default, skip_serializing_if = "is_false")]
    pub descending: bool,
    /// PostgreSQL: where NULLs stand, if not where the order puts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nulls: Option<NullsOrder>,
    /// PostgreSQL: the operator class, if it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_class: Option<String>,
    /// The collation, if it is not the column's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// MySQL and MariaDB: only so many leading characters or bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<u32>,
}

impl IndexPart {
    /// The same in descending order.
    pub fn descending(mut self) -> Self {
        self.descending = true;
        self
    }

    /// PostgreSQL: the same with NULLs standing here.
    pub fn nulls(mut self, order: NullsOrder) -> Self {
        self.nulls = Some(order);
        self
    }

    /// PostgreSQL: the same with an operator class.
    pub fn operator_class(mut self, name: impl Into<String>) -> Self {
        self.operator_class = Some(name.into());
        self
    }

    /// The same with a collation.
    pub fn collation(mut self, name: impl Into<String>) -> Self {
        self.collation = Some(name.into());
        self
    }

    /// MySQL and MariaDB: the same with only so many leading characters or bytes.
    pub fn prefix(mut self, length: u32) -> Self {
        self.prefix = Some(length);
        self
    }

    /// A column in ascending order.
    pub fn column(name: impl Into<String>) -> Self {
        Self::of(IndexTarget::Column(name.into()))
    }

    /// An expression in ascending order.
    pub fn expression(sql: impl Into<String>) -> Self {
        Self::of(IndexTarget::Expression(sql.into()))
    }

    fn of(target: IndexTarget) -> Self {
        Self { target, descending: false, nulls: None, operator_class: None, collation: None, prefix: None }
    }

    /// The column's name if there is nothing special about this part.
    pub fn plain_column(&self) -> Option<&str> {
        match &self.target {
            IndexTarget::Column(name) if *self == Self::column(name.as_str()) => Some(name),
            _ => None,
        }
    }
}

/// The part as SQL says it, without quotes: `price desc nulls last`, `(lower(email)) text_pattern_ops`, `title(10)`.
impl fmt::Display for IndexPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.target {
            IndexTarget::Column(name) => f.write_str(name)?,
            IndexTarget::Expression(sql) => write!(f, "({sql})")?,
        }
        if let Some(length) = self.prefix {
            write!(f, "({length})")?;
        }
        if let Some(collation) = &self.collation {
            write!(f, " collate {collation}")?;
        }
        if let Some(class) = &self.operator_class {
            write!(f, " {class}")?;
        }
        if self.descending {
            f.write_str(" desc")?;
        }
        match self.nulls {
            Some(NullsOrder::First) => f.write_str(" nulls first"),
            Some(NullsOrder::Last) => f.write_str(" nulls last"),
            None => Ok(()),
        }
    }
}

impl From<&str> for IndexPart {
    fn from(column: &str) -> Self {
        Self::column(column)
    }
}

impl From<String> for IndexPart {
    fn from(column: String) -> Self {
        Self::column(column)
    }
}

/// What a part of an index orders by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexTarget {
    /// A column.
    Column(String),
    /// An SQL expression, without its outer parentheses.
    Expression(String),
}

impl IndexTarget {
    /// The column's name, if it is one.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Column(name) => Some(name),
            Self::Expression(_) => None,
        }
    }

    /// The target after a column was renamed, as `dialect` quotes it.
    pub fn rename_column(&mut self, from: &str, to: &str, dialect: Dialect) {
        match self {
            Self::Column(name) if name == from => to.clone_into(name),
            Self::Column(_) => {}
            Self::Expression(sql) => *sql = crate::rename_in_sql(sql, from, to, dialect),
        }
    }
}

/// Where NULLs stand in an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NullsOrder {
    /// Before all values.
    First,
    /// Behind all values.
    Last,
}
