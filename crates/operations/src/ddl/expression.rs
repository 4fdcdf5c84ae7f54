//! Defaults as SQL.

use limbeck_schema::{Column, ColumnType, Dialect, Expression, canonical_column_type, lower_column_type};

use super::quote::{parenthesised, string};

/// What stands behind `DEFAULT` for a column of `column_type`.
///
/// Booleans and numbers are given in the form that the column holds: entities write `1` for `TRUE`, and PostgreSQL refuses it.
pub fn default_value(default: &Expression, column_type: &ColumnType, dialect: Dialect) -> String {
    match default {
        Expression::Null => "NULL".to_owned(),
        Expression::Boolean(value) if is_number(column_type) => u8::from(*value).to_string(),
        Expression::Boolean(value) => boolean(*value),
        Expression::Integer(number) => match (number, column_type) {
            (0 | 1, ColumnType::Boolean) => boolean(*number == 1),
            _ => number.to_string(),
        },
        Expression::Number(number) => number.clone(),
        Expression::Text(text) => match (column_type, truth(text)) {
            (ColumnType::Boolean, Some(value)) => boolean(value),
            _ => text_value(text, column_type, dialect),
        },
        Expression::CurrentTimestamp => now("CURRENT_TIMESTAMP", column_type, dialect),
        Expression::CurrentDate => function("CURRENT_DATE", dialect),
        Expression::CurrentTime => function("CURRENT_TIME", dialect),
        Expression::Sql(sql) => raw(sql, dialect),
    }
}

/// What stands behind `ON UPDATE` (MySQL and MariaDB).
pub(super) fn on_update_value(expression: &Expression, column: &Column, dialect: Dialect) -> String {
    match expression {
        Expression::Sql(sql) => sql.trim().to_owned(),
        other => default_value(other, &column.column_type, dialect),
    }
}

/// Whether `default` is one of the labels, or not a plain label at all, as a list's default or an expression.
pub(super) fn is_label(default: &Expression, labels: &[String]) -> bool {
    match default {
        Expression::Text(text) => labels.contains(text) || text.starts_with('{'),
        _ => true,
    }
}

fn boolean(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.to_owned()
}

/// The words that servers take for truth values of a boolean.
fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "1" | "t" | "true" => Some(true),
        "0" | "f" | "false" => Some(false),
        _ => None,
    }
}

fn is_number(column_type: &ColumnType) -> bool {
    column_type.is_integer()
        || matches!(column_type, ColumnType::Float | ColumnType::Double | ColumnType::Decimal(_) | ColumnType::Money(_))
}

/// MySQL 8 takes a default for a text, blob or JSON column only as an expression, in parentheses (manual, section 11.6); MariaDB takes
/// both.
fn text_value(text: &str, column_type: &ColumnType, dialect: Dialect) -> String {
    let quoted = string(text, dialect);
    match dialect {
        Dialect::MySql if has_no_literal_default(column_type) => parenthesised(&quoted),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => quoted,
    }
}

fn has_no_literal_default(column_type: &ColumnType) -> bool {
    let lowered = lower_column_type(column_type, Dialect::MySql).unwrap_or_default().to_lowercase();
    ["text", "blob", "json", "geometry"].iter().any(|name| lowered.contains(name)) && !lowered.starts_with("enum")
}

/// The present time. MySQL and MariaDB: with the precision of its column, which MySQL insists on (manual, section 11.2.5); in a column
/// that is not a date with time, as an expression.
fn now(sql: &str, column_type: &ColumnType, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => sql.to_owned(),
        Dialect::MySql | Dialect::MariaDb => {
            let canonical = canonical_column_type(column_type, dialect);
            match canonical.split_once('(') {
                Some(("datetime" | "timestamp", precision)) => format!("{sql}({precision}"),
                _ if matches!(canonical.as_str(), "datetime" | "timestamp") => sql.to_owned(),
                _ => parenthesised(sql),
            }
        }
    }
}

/// MySQL and MariaDB take a function other than the present time only in parentheses; MariaDB gives it back without them.
fn function(sql: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => sql.to_owned(),
        Dialect::MySql | Dialect::MariaDb => parenthesised(sql),
    }
}

/// SQL text. PostgreSQL wants parentheses around some operators and drops them all; the others want them around every expression, but
/// not around the present time, which is none there.
fn raw(sql: &str, dialect: Dialect) -> String {
    let sql = sql.trim();
    match dialect {
        Dialect::Postgres if sql.contains(char::is_whitespace) => parenthesised(sql),
        Dialect::Postgres => sql.to_owned(),
        Dialect::Sqlite => parenthesised(sql),
        Dialect::MySql | Dialect::MariaDb => {
            if is_present_time(sql) {
                sql.to_owned()
            } else {
                parenthesised(sql)
            }
        }
    }
}

/// Whether all of `sql` is the present time, with or without a precision. What is computed from it is an expression like any other.
pub(crate) fn is_present_time(sql: &str) -> bool {
    let lower = sql.trim().to_ascii_lowercase();
    let (name, rest) = lower.split_once('(').unwrap_or((&lower, ")"));
    let precision = rest.strip_suffix(')').map(str::trim);
    matches!(name.trim_end(), "current_timestamp" | "now" | "localtime" | "localtimestamp")
        && precision.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_spelt_as_each_dialect_takes_them() {
        use ColumnType as T;
        let text = || Expression::Text("it's".into());
        let precise = T::custom("datetime(6)");
        // (default, type, SQLite, PostgreSQL, MySQL, MariaDB)
        for (default, column_type, expected) in [
            (Expression::Boolean(true), T::Boolean, ["TRUE", "TRUE", "TRUE", "TRUE"]),
            (Expression::Boolean(true), T::Integer, ["1", "1", "1", "1"]),
            (Expression::Integer(0), T::Boolean, ["FALSE", "FALSE", "FALSE", "FALSE"]),
            (Expression::Text("true".into()), T::Boolean, ["TRUE", "TRUE", "TRUE", "TRUE"]),
            (Expression::Integer(-1), T::Integer, ["-1", "-1", "-1", "-1"]),
            (Expression::Text("5".into()), T::Integer, ["'5'", "'5'", "'5'", "'5'"]),
            (text(), T::string_len(9), ["'it''s'", "'it''s'", "'it''s'", "'it''s'"]),
            (text(), T::Text, ["'it''s'", "'it''s'", "('it''s')", "'it''s'"]),
            (text(), T::Json, ["'it''s'", "'it''s'", "('it''s')", "'it''s'"]),
            (
                Expression::CurrentTimestamp,
                T::Timestamp,
                ["CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP"],
            ),
            (
                Expression::CurrentTimestamp,
                precise,
                ["CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP(6)", "CURRENT_TIMESTAMP(6)"],
            ),
            (
                Expression::CurrentTimestamp,
                T::Date,
                ["CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP)", "(CURRENT_TIMESTAMP)"],
            ),
            (Expression::CurrentDate, T::Date, ["CURRENT_DATE", "CURRENT_DATE", "(CURRENT_DATE)", "(CURRENT_DATE)"]),
            (Expression::Sql("a()".into()), T::Text, ["(a())", "a()", "(a())", "(a())"]),
            (Expression::Sql("1 + 2".into()), T::Integer, ["(1 + 2)", "(1 + 2)", "(1 + 2)", "(1 + 2)"]),
            (
                Expression::Sql("current_timestamp(3)".into()),
                T::custom("datetime(3)"),
                ["(current_timestamp(3))", "current_timestamp(3)", "current_timestamp(3)", "current_timestamp(3)"],
            ),
            (
                Expression::Sql("now() + interval 1 day".into()),
                T::Timestamp,
                [
                    "(now() + interval 1 day)",
                    "(now() + interval 1 day)",
                    "(now() + interval 1 day)",
                    "(now() + interval 1 day)",
                ],
            ),
            (Expression::Sql("LOCALTIME".into()), T::Timestamp, ["(LOCALTIME)", "LOCALTIME", "LOCALTIME", "LOCALTIME"]),
            (Expression::Null, T::Text, ["NULL", "NULL", "NULL", "NULL"]),
        ] {
            for (dialect, expected) in Dialect::ALL.into_iter().zip(expected) {
                assert_eq!(default_value(&default, &column_type, dialect), expected, "{dialect}: {default:?}");
            }
        }
    }
}
