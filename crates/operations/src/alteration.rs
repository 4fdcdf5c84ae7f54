use limbeck_schema::{AutoIncrement, Column, ColumnType, Expression, Generated};
use serde::{Deserialize, Serialize};

/// What becomes of a facet that may be absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting<T> {
    /// It has this value afterwards.
    Set(T),
    /// It is absent afterwards.
    Drop,
}

impl<T> Setting<T> {
    /// The facet's value afterwards.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Drop => None,
        }
    }
}

impl<T> From<Option<T>> for Setting<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Drop, Self::Set)
    }
}

/// The facets of a column that are changed; `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alteration {
    /// What it holds.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub column_type: Option<ColumnType>,
    /// PostgreSQL: how the values are converted, where the server would not by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub using: Option<String>,
    /// Whether it may be NULL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
    /// Its default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Setting<Expression>>,
    /// How the server numbers the rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_increment: Option<Setting<AutoIncrement>>,
    /// What computes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generated: Option<Setting<Generated>>,
    /// What an UPDATE of the row sets it to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_update: Option<Setting<Expression>>,
    /// Its collation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<Setting<String>>,
    /// Its comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<Setting<String>>,
}

impl Alteration {
    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The changed facets, by the names that the JSON output documents.
    pub fn facets(&self) -> Vec<&'static str> {
        let all = [
            ("type", self.column_type.is_some()),
            ("nullable", self.nullable.is_some()),
            ("default", self.default.is_some()),
            ("comment", self.comment.is_some()),
            ("auto_increment", self.auto_increment.is_some()),
            ("generated", self.generated.is_some()),
            ("collation", self.collation.is_some()),
            ("on_update", self.on_update.is_some()),
        ];
        all.into_iter().filter_map(|(name, changed)| changed.then_some(name)).collect()
    }

    /// Changes `column`.
    pub fn apply(&self, column: &mut Column) {
        let changes = self.clone();
        if let Some(column_type) = changes.column_type {
            column.column_type = column_type;
        }
        if let Some(nullable) = changes.nullable {
            column.nullable = nullable;
        }
        if let Some(default) = changes.default {
            column.default = default.into_option();
        }
        if let Some(auto_increment) = changes.auto_increment {
            column.auto_increment = auto_increment.into_option();
        }
        if let Some(generated) = changes.generated {
            column.generated = generated.into_option();
        }
        if let Some(on_update) = changes.on_update {
            column.on_update = on_update.into_option();
        }
        if let Some(collation) = changes.collation {
            column.collation = collation.into_option();
        }
        if let Some(comment) = changes.comment {
            column.comment = comment.into_option();
        }
    }

    /// What brings `column`, as it is before this alteration, back.
    pub fn reversed(&self, column: &Column) -> Self {
        Self {
            column_type: self.column_type.as_ref().map(|_| column.column_type.clone()),
            using: None,
            nullable: self.nullable.map(|_| column.nullable),
            default: self.default.as_ref().map(|_| column.default.clone().into()),
            auto_increment: self.auto_increment.as_ref().map(|_| column.auto_increment.clone().into()),
            generated: self.generated.as_ref().map(|_| column.generated.clone().into()),
            on_update: self.on_update.as_ref().map(|_| column.on_update.clone().into()),
            collation: self.collation.as_ref().map(|_| column.collation.clone().into()),
            comment: self.comment.as_ref().map(|_| column.comment.clone().into()),
        }
    }
}
