//! Small questions about SQL text that came out of a catalog.

use limbeck_schema::Dialect;

/// `text` without white space and parentheses that enclose all of it, however many.
pub(crate) fn without_outer_parentheses(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        if !is_balanced(inner) {
            break;
        }
        text = inner.trim();
    }
    text
}

/// Whether no parenthesis is closed before it is opened, or left open. A quote within quotes is doubled, so it ends and begins them.
fn is_balanced(text: &str) -> bool {
    let mut quote = None;
    let mut depth = 0_usize;
    for c in text.chars() {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None => match c {
                '\'' | '"' | '`' => quote = Some(c),
                '(' => depth += 1,
                ')' if depth == 0 => return false,
                ')' => depth -= 1,
                _ => {}
            },
        }
    }
    depth == 0 && quote.is_none()
}

/// A query's text with `{schemas}` replaced by the list of `schemas` as strings of `dialect`.
pub(crate) fn with_schemas<'a>(sql: &str, schemas: impl IntoIterator<Item = &'a str>, dialect: Dialect) -> String {
    let list: Vec<_> = schemas.into_iter().map(|schema| quoted(schema, dialect)).collect();
    sql.replace("{schemas}", &list.join(", "))
}

/// `text` as a string literal that means the same under every setting of the server.
fn quoted(text: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite => format!("'{}'", text.replace('\'', "''")),
        // `standard_conforming_strings` does not bear upon E''.
        Dialect::Postgres => format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''")),
        // `NO_BACKSLASH_ESCAPES` and `ANSI_QUOTES` do not bear upon hexadecimal digits.
        Dialect::MySql | Dialect::MariaDb => {
            let digits: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
            format!("CONVERT(X'{digits}' USING utf8mb4)")
        }
    }
}

/// `text` as a plain string: only quotes are doubled. This is how `raise_default` reads it on every dialect.
pub(crate) fn plain_string(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_parentheses_go_and_inner_ones_stay() {
        for (text, expected) in [
            ("(a)", "a"),
            ("((a + b))", "a + b"),
            ("(a) + (b)", "(a) + (b)"),
            ("(')')", "')'"),
            ("(a = 'it''s (')", "a = 'it''s ('"),
            ("(`a)` > 1)", "`a)` > 1"),
            ("(\"a\"\")\" > 1)", "\"a\"\")\" > 1"),
            ("lower((a))", "lower((a))"),
            ("(", "("),
            ("()", ""),
        ] {
            assert_eq!(without_outer_parentheses(text), expected, "{text}");
        }
    }

    #[test]
    fn schemas_are_quoted_for_each_dialect() {
        for (dialect, expected) in [
            (Dialect::Sqlite, r"IN ('a''b\', 'é')"),
            (Dialect::Postgres, r"IN (E'a''b\\', E'é')"),
            (Dialect::MariaDb, "IN (CONVERT(X'6127625c' USING utf8mb4), CONVERT(X'c3a9' USING utf8mb4))"),
        ] {
            assert_eq!(with_schemas("IN ({schemas})", ["a'b\\", "é"], dialect), expected, "{dialect}");
        }
    }
}
