use serde::{Deserialize, Serialize};

/// A value or a piece of SQL: a default, the rest of `ON UPDATE`.
///
/// What every database can say is a variant of its own, so that each can spell it its way; the rest is text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// `NULL`.
    Null,
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction or an exponent, as it was written.
    Number(String),
    /// A character string, unquoted.
    Text(String),
    /// The start of the current transaction or statement, as the server says it.
    CurrentTimestamp,
    /// Today's date.
    CurrentDate,
    /// The time of day.
    CurrentTime,
    /// SQL text that is written as it stands.
    Sql(String),
}

impl From<bool> for Expression {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i32> for Expression {
    fn from(value: i32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<i64> for Expression {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<&str> for Expression {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Expression {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
