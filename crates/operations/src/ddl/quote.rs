//! Identifiers and strings, quoted as each dialect wants them.

use limbeck_schema::{Dialect, ObjectName};

/// `name` as a quoted identifier.
pub fn identifier(name: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
        Dialect::MySql | Dialect::MariaDb => format!("`{}`", name.replace('`', "``")),
    }
}

/// `names` as quoted identifiers with commas between them.
pub(super) fn identifiers<N: AsRef<str>>(names: impl IntoIterator<Item = N>, dialect: Dialect) -> String {
    let quoted: Vec<_> = names.into_iter().map(|name| identifier(name.as_ref(), dialect)).collect();
    quoted.join(", ")
}

/// The name of a table or type with its schema, where one was stated.
pub fn object(name: &ObjectName, dialect: Dialect) -> String {
    match &name.schema {
        None => identifier(&name.name, dialect),
        Some(schema) => format!("{}.{}", identifier(schema, dialect), identifier(&name.name, dialect)),
    }
}

/// `name` in the schema of `table`: what belongs to a table lies where the table does.
pub(super) fn beside(table: &ObjectName, name: &str, dialect: Dialect) -> String {
    object(&ObjectName { schema: table.schema.clone(), name: name.to_owned() }, dialect)
}

/// A name that the introspection gives as `schema.name` where it is not in the usual schema: sequences, collations.
pub(super) fn dotted(name: &str, dialect: Dialect) -> String {
    match name.split_once('.') {
        None => identifier(name, dialect),
        Some((schema, name)) => format!("{}.{}", identifier(schema, dialect), identifier(name, dialect)),
    }
}

/// `text` as a string.
///
/// A backslash: PostgreSQL gets `E'..'`, which means the same whatever `standard_conforming_strings` is (manual, section 4.1.2.2);
/// MySQL and MariaDB take it for an escape, so it is doubled; SQLite has no escapes.
pub fn string(text: &str, dialect: Dialect) -> String {
    let quoted = text.replace('\'', "''");
    match dialect {
        Dialect::Sqlite => format!("'{quoted}'"),
        Dialect::Postgres if text.contains('\\') => format!("E'{}'", quoted.replace('\\', "\\\\")),
        Dialect::Postgres => format!("'{quoted}'"),
        Dialect::MySql | Dialect::MariaDb => format!("'{}'", quoted.replace('\\', "\\\\")),
    }
}

/// `expression` in parentheses; introspection and entities give expressions without them.
pub(super) fn parenthesised(expression: &str) -> String {
    format!("({})", expression.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_strings_are_quoted_so_that_nothing_escapes() {
        for (dialect, name, text) in [
            (Dialect::Sqlite, r#""a""b`c""#, r"'it''s \n'"),
            (Dialect::Postgres, r#""a""b`c""#, r"E'it''s \\n'"),
            (Dialect::MySql, r#"`a"b``c`"#, r"'it''s \\n'"),
            (Dialect::MariaDb, r#"`a"b``c`"#, r"'it''s \\n'"),
        ] {
            assert_eq!(identifier("a\"b`c", dialect), name, "{dialect}");
            assert_eq!(string("it's \\n", dialect), text, "{dialect}");
        }
        assert_eq!(string("it's", Dialect::Postgres), "'it''s'");
        assert_eq!(object(&ObjectName::qualified("s", "t"), Dialect::MySql), "`s`.`t`");
        assert_eq!(dotted("pg_catalog.C", Dialect::Postgres), "\"pg_catalog\".\"C\"");
    }
}
