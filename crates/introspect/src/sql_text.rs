//! Small questions about SQL text that came out of a catalog.

use limbeck_schema::Dialect;

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
