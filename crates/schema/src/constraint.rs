use serde::{Deserialize, Serialize};

use crate::{ObjectName, column::is_false};

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
