//! How the values of a column are converted to another type.

use limbeck_schema::ColumnType;

use super::DIALECT;
use limbeck_schema::canonical_column_type;

/// Types between which PostgreSQL converts by itself on assignment, so that no USING is needed (catalog `pg_cast`, version 15).
#[derive(Clone, Debug, PartialEq, Eq)]
enum Family {
    Text,
    Number,
    Boolean,
    /// Dates, and dates with times.
    Moment,
    Time,
    Json,
    Bits,
    Network,
    /// A list: its members' family.
    List(Box<Family>),
    /// An enumerated type, or any other: its own name.
    Other(String),
}

impl Family {
    fn of(canonical: &str) -> Self {
        if let Some(member) = canonical.strip_suffix("[]") {
            return Self::List(Box::new(Self::of(member)));
        }
        let name = canonical.split('(').next().unwrap_or_default();
        match name {
            "character" | "character varying" | "text" | "citext" | "name" => Self::Text,
            "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" => Self::Number,
            "boolean" => Self::Boolean,
            "date" | "timestamp" | "timestamp without time zone" | "timestamp with time zone" => Self::Moment,
            "time" | "time without time zone" | "time with time zone" => Self::Time,
            "json" | "jsonb" => Self::Json,
            "bit" | "bit varying" => Self::Bits,
            "cidr" | "inet" => Self::Network,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// Whether the server converts `previous` to `next` by itself.
pub(super) fn is_assignable(previous: &ColumnType, next: &ColumnType) -> bool {
    Family::of(&canonical_column_type(previous, DIALECT)) == Family::of(&canonical_column_type(next, DIALECT))
}

/// Whether long values of the type are compressed and stored apart, so that a column may say how. What it said goes with its type (`ATExecAlterColumnType`).
pub(in crate::ddl) fn is_stored_apart(column_type: &ColumnType) -> bool {
    let canonical = canonical_column_type(column_type, DIALECT);
    match Family::of(&canonical) {
        Family::Text | Family::Json | Family::Bits | Family::List(_) => true,
        Family::Number => canonical.starts_with("numeric"),
        Family::Other(name) => name == "bytea",
        Family::Boolean | Family::Moment | Family::Time | Family::Network => false,
    }
}

/// The expression that converts `column`, quoted, from `previous` to `next`; `lowered` is the next type's text.
///
/// Numbers and booleans meet in `integer`, and every number but 0 is true, as on the other databases; other kinds meet in text, the
/// only form that all have a cast to and from.
pub(super) fn using(column: &str, previous: &ColumnType, next: &ColumnType, lowered: &str) -> String {
    let from = Family::of(&canonical_column_type(previous, DIALECT));
    let to = Family::of(&canonical_column_type(next, DIALECT));
    match (&from, &to) {
        (from, to) if from == to => format!("{column}::{lowered}"),
        (Family::Number, Family::Boolean) => format!("{column} <> 0"),
        (Family::Boolean, Family::Number) if lowered == "integer" => format!("{column}::integer"),
        (Family::Boolean, Family::Number) => format!("{column}::integer::{lowered}"),
        (Family::Text, _) | (_, Family::Text) | (Family::Moment, Family::Time) => format!("{column}::{lowered}"),
        (Family::List(_), Family::List(_)) => format!("{column}::text[]::{lowered}"),
        _ => format!("{column}::text::{lowered}"),
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Enumeration;

    use super::*;

    #[test]
    fn values_are_converted_by_casts_that_exist() {
        use ColumnType as T;
        let mood = T::Enum(Enumeration::new("mood", ["a"]));
        for (previous, next, expected) in [
            (T::string_len(9), T::Text, None),
            (T::SmallInteger, T::BigInteger, None),
            (T::Decimal(None), T::Integer, None),
            (T::DateTime, T::TimestampWithTimeZone, None),
            (T::Date, T::DateTime, None),
            (T::Json, T::JsonBinary, None),
            (T::Text, T::Integer, Some(r#""c"::integer"#)),
            (T::Integer, T::Text, Some(r#""c"::text"#)),
            (T::Text, mood.clone(), Some(r#""c"::"mood""#)),
            (mood.clone(), T::Custom("\"other\"".into()), Some(r#""c"::text::"other""#)),
            (T::Boolean, T::BigInteger, Some(r#""c"::integer::bigint"#)),
            (T::Boolean, T::Integer, Some(r#""c"::integer"#)),
            (T::BigInteger, T::Boolean, Some(r#""c" <> 0"#)),
            (T::Text, T::Uuid, Some(r#""c"::uuid"#)),
            (T::Uuid, T::Blob, Some(r#""c"::text::bytea"#)),
            (T::Array(Box::new(T::Text)), T::Array(Box::new(mood.clone())), Some(r#""c"::text[]::"mood"[]"#)),
            (T::Array(Box::new(T::Integer)), T::Array(Box::new(T::BigInteger)), None),
        ] {
            let lowered = limbeck_schema::lower_column_type(&next, DIALECT).unwrap();
            let found = (!is_assignable(&previous, &next)).then(|| using("\"c\"", &previous, &next, &lowered));
            assert_eq!(found.as_deref(), expected, "{previous:?} -> {next:?}");
        }
    }
}
