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
