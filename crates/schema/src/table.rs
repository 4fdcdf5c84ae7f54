use serde::{Deserialize, Serialize};

use crate::{Column, ObjectName, column::is_false};

/// A table with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: ObjectName,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// Its primary key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_key: Option<PrimaryKey>,
    /// Its unique constraints. A unique *index* is among the indexes; comparing treats both alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uniques: Vec<Unique>,
    /// Its indexes, but for those that the server keeps for a constraint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Index>,
    /// Its foreign keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
    /// Its check constraints, those of its columns among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// Its comment. In an entity `None` leaves it unsaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Its triggers; read so that a rebuild keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
    /// What is stated behind the closing parenthesis.
    #[serde(default, skip_serializing_if = "TableOptions::is_default")]
    pub options: TableOptions,
    /// Stays when no entity states it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
}

impl Table {
    /// A table with columns and nothing else.
    pub fn new(name: impl Into<ObjectName>, columns: Vec<Column>) -> Self {
        Self {
            name: name.into(),
            columns,
            primary_key: None,
            uniques: Vec::new(),
            indexes: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
            comment: None,
            triggers: Vec::new(),
            options: TableOptions::default(),
            keep: false,
        }
    }

    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column of this name, to be changed.
    pub fn column_mut(&mut self, name: &str) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| column.name == name)
    }

    /// Whether the column is a member of the primary key.
    pub fn is_key(&self, column: &str) -> bool {
        self.primary_key.as_ref().is_some_and(|key| key.columns.iter().any(|member| member == column))
    }

    /// The only member of the primary key, if it has just one.
    pub fn single_key(&self) -> Option<&str> {
        match self.primary_key.as_ref()?.columns.as_slice() {
            [column] => Some(column),
            _ => None,
        }
    }
}

/// The primary key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrimaryKey {
    /// The constraint's name; MySQL and MariaDB call every one `PRIMARY`, SQLite's may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its members in their order.
    pub columns: Vec<String>,
}

impl PrimaryKey {
    /// An unnamed key of these columns.
    pub fn new<C: Into<String>>(columns: impl IntoIterator<Item = C>) -> Self {
        Self { name: None, columns: columns.into_iter().map(Into::into).collect() }
    }

    /// The same with a name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl<C: Into<String>, const N: usize> From<[C; N]> for PrimaryKey {
    fn from(columns: [C; N]) -> Self {
        Self::new(columns)
    }
}

/// A unique constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unique {
    /// The constraint's name; SQLite's may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its columns in their order. Two constraints of the same set of columns are the same.
    pub columns: Vec<String>,
    /// PostgreSQL 15: two NULLs are a conflict.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nulls_not_distinct: bool,
    /// PostgreSQL: when it is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferrable: Option<Deferrable>,
    /// Stays when no entity states it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
}

impl Unique {
    /// An unnamed constraint of these columns.
    pub fn new<C: Into<String>>(columns: impl IntoIterator<Item = C>) -> Self {
        Self {
            name: None,
            columns: columns.into_iter().map(Into::into).collect(),
            nulls_not_distinct: false,
            deferrable: None,
            keep: false,
        }
    }

    /// The same with a name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with two NULLs being a conflict (PostgreSQL 15).
    pub fn nulls_not_distinct(mut self) -> Self {
        self.nulls_not_distinct = true;
        self
    }

    /// The same, checked later than each statement (PostgreSQL).
    pub fn deferrable(mut self, deferrable: Deferrable) -> Self {
        self.deferrable = Some(deferrable);
        self
    }

    /// The same, which stays when no entity states it.
    pub fn keep(mut self) -> Self {
        self.keep = true;
        self
    }
}

/// When a deferrable constraint is checked, if no transaction says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deferrable {
    /// `DEFERRABLE INITIALLY IMMEDIATE`.
    InitiallyImmediate,
    /// `DEFERRABLE INITIALLY DEFERRED`.
    InitiallyDeferred,
}

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

    /// The target after a column was renamed.
    pub fn rename_column(&mut self, from: &str, to: &str) {
        match self {
            Self::Column(name) if name == from => to.clone_into(name),
            Self::Column(_) => {}
            Self::Expression(sql) => *sql = crate::rename_in_sql(sql, from, to),
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

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignKey {
    /// The constraint's name; SQLite's may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The columns that refer.
    pub columns: Vec<String>,
    /// The table that is referred to.
    pub target: ObjectName,
    /// The columns that are referred to, in the order of `columns`.
    pub target_columns: Vec<String>,
    /// What a DELETE of the target does. In an entity `None` leaves it unsaid; in a database it is NO ACTION.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_delete: Option<ReferentialAction>,
    /// What an UPDATE of the target's columns does. `None` as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_update: Option<ReferentialAction>,
    /// When it is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferrable: Option<Deferrable>,
    /// Stays when no entity states it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
}

impl ForeignKey {
    /// An unnamed key without stated actions.
    pub fn new<C: Into<String>, T: Into<String>>(
        columns: impl IntoIterator<Item = C>,
        target: impl Into<ObjectName>,
        target_columns: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            name: None,
            columns: columns.into_iter().map(Into::into).collect(),
            target: target.into(),
            target_columns: target_columns.into_iter().map(Into::into).collect(),
            on_delete: None,
            on_update: None,
            deferrable: None,
            keep: false,
        }
    }

    /// The same with a name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with what a DELETE of the target does.
    pub fn on_delete(mut self, action: ReferentialAction) -> Self {
        self.on_delete = Some(action);
        self
    }

    /// The same with what an UPDATE of the target's columns does.
    pub fn on_update(mut self, action: ReferentialAction) -> Self {
        self.on_update = Some(action);
        self
    }

    /// The same, checked later than each statement.
    pub fn deferrable(mut self, deferrable: Deferrable) -> Self {
        self.deferrable = Some(deferrable);
        self
    }

    /// The same, which stays when no entity states it.
    pub fn keep(mut self) -> Self {
        self.keep = true;
        self
    }
}

/// What happens to referring rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferentialAction {
    /// The change is refused at the end of the statement; the unwritten default.
    NoAction,
    /// The change is refused at once.
    Restrict,
    /// The rows are deleted or changed too.
    Cascade,
    /// The columns become NULL.
    SetNull,
    /// The columns take their default.
    SetDefault,
}

impl ReferentialAction {
    /// SQL's words.
    pub const fn sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }

    /// The action of SQL's words, in any case.
    pub fn parse(sql: &str) -> Option<Self> {
        [Self::NoAction, Self::Restrict, Self::Cascade, Self::SetNull, Self::SetDefault]
            .into_iter()
            .find(|action| action.sql().eq_ignore_ascii_case(sql.trim()))
    }
}

/// A check constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The constraint's name; SQLite's may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The SQL expression, without its outer parentheses.
    pub expression: String,
    /// Stays when no entity states it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
}

impl Check {
    /// An unnamed check.
    pub fn new(expression: impl Into<String>) -> Self {
        Self { name: None, expression: expression.into(), keep: false }
    }

    /// The same with a name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same, which stays when no entity states it.
    pub fn keep(mut self) -> Self {
        self.keep = true;
        self
    }
}

/// A trigger, known by its whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// Its name.
    pub name: String,
    /// The statement that creates it.
    pub sql: String,
}

/// A view, known by its text; never changed by Limbeck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Its name.
    pub name: ObjectName,
    /// Its query, or on SQLite the statement that creates it.
    pub definition: String,
    /// Whether its rows are stored.
    #[serde(default, skip_serializing_if = "is_false")]
    pub materialized: bool,
}

/// What is stated behind the closing parenthesis of CREATE TABLE.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableOptions {
    /// SQLite: `WITHOUT ROWID`.
    #[serde(skip_serializing_if = "is_false")]
    pub without_rowid: bool,
    /// SQLite: `STRICT`.
    #[serde(skip_serializing_if = "is_false")]
    pub strict: bool,
    /// MySQL and MariaDB: the storage engine, if it is not InnoDB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    /// MySQL and MariaDB: the default collation, if it is not the database's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
}

impl TableOptions {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
