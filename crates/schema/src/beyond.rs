use serde::{Deserialize, Serialize};

use crate::{Dialect, Table, column::is_false, rename_in_sql};

/// Something of a table that the vocabulary has no field for: a policy, storage parameters, what a key says beyond its columns. Read from the catalog, so
/// that it is kept where Limbeck makes a part of the table again, and people are told where it is lost. No operation makes it, and comparing passes over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beyond {
    /// What it is, with its name if it has one: `policy light`, `storage parameters`.
    pub what: String,
    /// The columns that it stands on, and goes with; empty where it is the whole table's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The whole text of a constraint that says more than its fields, without its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<ConstraintText>,
    /// Whether another type of its column loses it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub goes_with_type: bool,
    /// Whether it goes with the NOT NULL of its column.
    #[serde(default, skip_serializing_if = "is_false")]
    pub goes_with_not_null: bool,
    /// The statements that make it again, once the table and its columns are there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}

/// A constraint in the server's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConstraintText {
    /// The constraint's name, if it has one.
    pub name: Option<String>,
    /// `UNIQUE ("name") ON CONFLICT FAIL`.
    pub sql: String,
    /// Whether it stands in its column, and names none: `UNIQUE ON CONFLICT FAIL`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub in_column: bool,
}

impl Beyond {
    /// Something of the whole table that nothing makes again.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            columns: Vec::new(),
            constraint: None,
            goes_with_type: false,
            goes_with_not_null: false,
            statements: Vec::new(),
        }
    }

    /// The same after a column was renamed, as `dialect` quotes it. Its statements still name the table's parts as they were.
    pub fn rename_column(&mut self, from: &str, to: &str, dialect: Dialect) {
        self.columns.iter_mut().filter(|column| *column == from).for_each(|column| to.clone_into(column));
        if let Some(constraint) = &mut self.constraint {
            constraint.sql = rename_in_sql(&constraint.sql, from, to, dialect);
        }
    }
}

impl Table {
    /// The whole text of the constraint of this name and these columns, where it says more than its fields.
    pub fn constraint_text(&self, name: Option<&str>, columns: &[String]) -> Option<&ConstraintText> {
        let known = self.beyond.iter().filter(|beyond| beyond.columns == columns);
        let mut texts = known.filter_map(|beyond| beyond.constraint.as_ref());
        texts.find(|text| text.name.as_deref() == name)
    }
}
