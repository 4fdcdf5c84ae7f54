//! Answers as a person writes them: `animals.registered_at=CURRENT_TIMESTAMP`.

use std::{iter::Peekable, str::CharIndices};

use limbeck_schema::{Expression, ObjectName};

use super::Fill;

/// Why a text is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// It does not begin with a table and a column.
    #[error(
        "`{text}` names no column: write table.column, or schema.table.column; a name with a dot or `=` in it goes into double quotes"
    )]
    Column {
        /// The text.
        text: String,
    },
    /// There is no value behind the column.
    #[error("`{text}` has no value: write table.column=value, with a number, 'text', true, CURRENT_TIMESTAMP, or SQL")]
    NoValue {
        /// The text.
        text: String,
    },
    /// The value is NULL.
    #[error("`{text}` fills NULL with NULL: name a value; where no row holds NULL, say so with --no-fill")]
    Null {
        /// The text.
        text: String,
    },
}

/// The column and the value of `table.column=value`.
///
/// A value is a number, a text in single quotes (a quote in it is doubled), `true`, `false`, `CURRENT_TIMESTAMP` (also `now()`),
/// `CURRENT_DATE` or `CURRENT_TIME`, which are spelt for each dialect. Everything else is SQL that every declared dialect gets as it is,
/// but for the call that makes a UUID: `gen_random_uuid()` and `uuid()` fill a UUID column on all of them.
///
/// # Errors
/// As [`FillError`] says.
pub fn filling(text: &str) -> Result<((ObjectName, String), Fill), FillError> {
    let (column, rest) = column(text)?;
    let value = rest.strip_prefix('=').map(str::trim).filter(|value| !value.is_empty());
    let value = value.ok_or_else(|| FillError::NoValue { text: text.to_owned() })?;
    match expression(value) {
        Expression::Null => Err(FillError::Null { text: text.to_owned() }),
        value => Ok((column, Fill::Value(value))),
    }
}

/// The value alone, as it stands behind `=` in [`filling`].
///
/// # Errors
/// It is NULL, or nothing.
pub fn filling_value(text: &str) -> Result<Fill, FillError> {
    match expression(text.trim()) {
        _ if text.trim().is_empty() => Err(FillError::NoValue { text: text.to_owned() }),
        Expression::Null => Err(FillError::Null { text: text.to_owned() }),
        value => Ok(Fill::Value(value)),
    }
}

/// The column `table.column`, and nothing behind it.
///
/// # Errors
/// `FillError::Column`.
pub fn filled_column(text: &str) -> Result<(ObjectName, String), FillError> {
    match column(text)? {
        (column, "") => Ok(column),
        _ => Err(FillError::Column { text: text.to_owned() }),
    }
}

/// The column at the beginning of `text`, and what is left.
fn column(text: &str) -> Result<((ObjectName, String), &str), FillError> {
    let mut characters = text.char_indices().peekable();
    let mut names = Vec::new();
    loop {
        names.push(name(&mut characters));
        if characters.next_if(|(_, character)| *character == '.').is_none() {
            break;
        }
    }
    let rest = characters.peek().and_then(|(at, _)| text.get(*at..)).unwrap_or_default();
    let is_end = rest.is_empty() || rest.starts_with('=');
    // A part that is empty or has no end makes all of it no name.
    let names = names.into_iter().map(|name| name.filter(|name| !name.is_empty() && is_end));
    let names: Vec<String> = names.collect::<Option<_>>().unwrap_or_default();
    let found = match names.as_slice() {
        [table, column] => (ObjectName::bare(table.as_str()), column.clone()),
        [schema, table, column] => (ObjectName::qualified(schema.as_str(), table.as_str()), column.clone()),
        _ => return Err(FillError::Column { text: text.to_owned() }),
    };
    Ok((found, rest))
}

/// A name up to a dot or `=`; in double quotes up to the closing one. `None` for a quote without an end.
fn name(characters: &mut Peekable<CharIndices<'_>>) -> Option<String> {
    let mut name = String::new();
    if characters.next_if(|(_, character)| *character == '"').is_none() {
        while let Some((_, character)) = characters.next_if(|(_, character)| !matches!(character, '.' | '=')) {
            name.push(character);
        }
        return Some(name.trim().to_owned());
    }
    while let Some((_, character)) = characters.next() {
        if character != '"' {
            name.push(character);
        } else if characters.next_if(|(_, character)| *character == '"').is_some() {
            name.push('"');
        } else {
            return Some(name);
        }
    }
    None
}

/// A value as it is meant.
fn expression(text: &str) -> Expression {
    match text.to_ascii_lowercase().as_str() {
        "null" => return Expression::Null,
        "true" => return Expression::Boolean(true),
        "false" => return Expression::Boolean(false),
        "current_timestamp" | "current_timestamp()" | "now()" => return Expression::CurrentTimestamp,
        "current_date" | "current_date()" => return Expression::CurrentDate,
        "current_time" | "current_time()" => return Expression::CurrentTime,
        _ => {}
    }
    if let Some(number) = text.parse::<i64>().ok().filter(|number| number.to_string() == text) {
        return Expression::Integer(number);
    }
    let is_number = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '.'))
        && text.parse::<f64>().is_ok_and(f64::is_finite);
    match (is_number, quoted(text)) {
        (true, _) => Expression::Number(text.to_owned()),
        (false, Some(text)) => Expression::Text(text),
        (false, None) => Expression::Sql(text.to_owned()),
    }
}

/// The text between two single quotes, if all others in it are doubled.
fn quoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let without = inner.replace("''", "");
    (!without.contains('\'')).then(|| inner.replace("''", "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are_meant() {
        use Expression as E;
        let text = |text: &str| E::Text(text.to_owned());
        let sql = |text: &str| E::Sql(text.to_owned());
        let number = |text: &str| E::Number(text.to_owned());
        for (written, expected) in [
            ("0", E::Integer(0)),
            (" -17 ", E::Integer(-17)),
            ("007", number("007")),
            ("-0", number("-0")),
            ("1.50", number("1.50")),
            ("1e3", number("1e3")),
            ("99999999999999999999", number("99999999999999999999")),
            ("TRUE", E::Boolean(true)),
            ("false", E::Boolean(false)),
            ("now()", E::CurrentTimestamp),
            ("Current_Timestamp", E::CurrentTimestamp),
            ("CURRENT_DATE", E::CurrentDate),
            ("current_time", E::CurrentTime),
            ("''", text("")),
            ("'it''s'", text("it's")),
            ("'a' || 'b'", sql("'a' || 'b'")),
            ("'", sql("'")),
            ("inf", sql("inf")),
            ("nan", sql("nan")),
            ("unknown", sql("unknown")),
            ("gen_random_uuid()", sql("gen_random_uuid()")),
            ("a = b", sql("a = b")),
        ] {
            let expected = (("t".into(), "c".to_owned()), Fill::Value(expected));
            assert_eq!(filling(&format!("t.c={written}")), Ok(expected), "{written}");
        }
    }

    #[test]
    fn columns_are_named_with_their_tables() {
        for (written, table, column) in [
            ("animals.age", ObjectName::bare("animals"), "age"),
            ("zoo.animals.age", ObjectName::qualified("zoo", "animals"), "age"),
            (r#""a.b"."c=""d""""#, ObjectName::bare("a.b"), r#"c="d""#),
            ("Тиere.größe", ObjectName::bare("Тиere"), "größe"),
        ] {
            assert_eq!(filled_column(written), Ok((table.clone(), column.to_owned())), "{written}");
            let filled = filling(&format!("{written}=1")).map(|(column, _)| column);
            assert_eq!(filled, Ok((table, column.to_owned())), "{written}");
        }
    }

    #[test]
    fn what_is_no_answer_says_so() {
        for (written, expected) in [
            ("", "names no column"),
            ("age=1", "names no column"),
            (".age=1", "names no column"),
            ("a.b.c.d=1", "names no column"),
            (r#""a.b=1"#, "names no column"),
            ("a..b=1", "names no column"),
            (".a.b=1", "names no column"),
            ("a.b.=1", "names no column"),
            (r#"a.b."c=1"#, "names no column"),
            (r#""a"b.c=1"#, "names no column"),
            ("a.b", "has no value"),
            ("a.b=", "has no value"),
            ("a.b= ", "has no value"),
            ("a.b=Null", "fills NULL with NULL"),
        ] {
            let error = filling(written).expect_err(written).to_string();
            assert!(error.contains(expected), "{written}: {error}");
        }
        for text in ["a.b=1", "a..b", ".a.b", "a.b.", "a.b.\"c"] {
            assert!(filled_column(text).is_err(), "{text}");
        }
        assert_eq!(filling_value(" 1 "), Ok(Fill::Value(Expression::Integer(1))));
        assert!(filling_value(" ").is_err() && filling_value("null").is_err());
    }
}
