use serde::{Deserialize, Serialize};

use crate::{Beyond, Check, Column, ForeignKey, Index, ObjectName, PrimaryKey, Unique, column::is_false};

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
    /// What the database has of it and no field says; empty in what the revisions make.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beyond: Vec<Beyond>,
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
            beyond: Vec::new(),
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
