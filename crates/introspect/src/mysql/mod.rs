//! MySQL, 8.0.19 or later: where it answers otherwise than MariaDB. From its documentation and from what others report; untested
//! against a server.

use limbeck_schema::Table;

use crate::{
    mysql_like::{Extra, Flavour, strings},
    sql_text::plain_string,
};

pub(crate) const FLAVOUR: Flavour = Flavour {
    indexes: include_str!("indexes.sql"),
    checks: include_str!("checks.sql"),
    default_sql,
    expression,
    settle: nothing_to_settle,
};

/// COLUMN_DEFAULT is a bare value, unless EXTRA has DEFAULT_GENERATED (manual, section 28.3.8). Bare values of numbers and bits are SQL as
/// they stand, and so are those of binary strings in hexadecimal.
fn default_sql(text: &str, column_type: &str, extra: &Extra) -> String {
    const NUMBERS: [&str; 13] = [
        "tinyint",
        "smallint",
        "mediumint",
        "int",
        "bigint",
        "decimal",
        "float",
        "double",
        "bit",
        "year",
        "dec",
        "numeric",
        "real",
    ];
    if extra.default_is_expression {
        return expression(text);
    }
    let name_end = column_type.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(column_type.len());
    let name = &column_type[..name_end];
    let hexadecimal = matches!(name, "binary" | "varbinary") && text.starts_with("0x");
    if NUMBERS.contains(&name) || hexadecimal { text.to_owned() } else { plain_string(text) }
}

/// Expressions come with quotes escaped, `_utf8mb4\'x\'`, and with the character set of each string; both go.
fn expression(text: &str) -> String {
    let text = if is_escaped(text) { unescaped(text) } else { text.to_owned() };
    strings::with_doubled_quotes(&without_character_sets(&text))
}

/// Whether no quote stands without a backslash before it, but there are quotes.
fn is_escaped(text: &str) -> bool {
    let mut previous = ' ';
    let mut found = false;
    for c in text.chars() {
        if c == '\'' {
            if previous != '\\' {
                return false;
            }
            found = true;
        }
        previous = c;
    }
    found
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out
}

/// `text` without the introducers of Unicode strings, which are the default.
fn without_character_sets(text: &str) -> String {
    const UNICODE: [&str; 3] = ["_utf8mb4'", "_utf8mb3'", "_utf8'"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, introducer)) =
        UNICODE.iter().filter_map(|introducer| Some((rest.find(introducer)?, introducer))).min()
    {
        let is_word = rest[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '`'));
        out.push_str(&rest[..at]);
        out.push_str(if is_word { introducer } else { "'" });
        rest = &rest[at + introducer.len()..];
    }
    out.push_str(rest);
    out
}

/// MySQL's `json` is a type of its own.
fn nothing_to_settle(_table: &mut Table) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_defaults_are_quoted_unless_they_are_sql() {
        let plain = Extra::default;
        let generated = || Extra { default_is_expression: true, ..Extra::default() };
        for (text, column_type, extra, expected) in [
            ("it's", "varchar(20)", plain(), "'it''s'"),
            ("NULL", "varchar(20)", plain(), "'NULL'"),
            ("5", "varchar(20)", plain(), "'5'"),
            ("5", "bigint unsigned", plain(), "5"),
            ("1.50", "decimal(12,2)", plain(), "1.50"),
            ("b'101'", "bit(4)", plain(), "b'101'"),
            ("0x61", "varbinary(20)", plain(), "0x61"),
            ("2020-01-01 00:00:00", "datetime", plain(), "'2020-01-01 00:00:00'"),
            ("a", "enum('a','b')", plain(), "'a'"),
            ("CURRENT_TIMESTAMP", "datetime", generated(), "CURRENT_TIMESTAMP"),
            ("CURRENT_TIMESTAMP", "varchar(20)", plain(), "'CURRENT_TIMESTAMP'"),
            (r"concat(_utf8mb4\'a\',uuid())", "varchar(60)", generated(), "concat('a',uuid())"),
        ] {
            assert_eq!(default_sql(text, column_type, &extra), expected, "{text}");
        }
    }

    #[test]
    fn expressions_lose_escapes_and_character_sets() {
        for (text, expected) in [
            (r"(`a` in (_utf8mb4\'x\',_utf8mb4\'y\'))", "(`a` in ('x','y'))"),
            (r"(`a` <> _utf8mb4\'it\\\'s\')", "(`a` <> 'it''s')"),
            ("(`a` > 1)", "(`a` > 1)"),
            ("(`a` <> _utf8mb4'x')", "(`a` <> 'x')"),
            ("(`a` <> _latin1'x')", "(`a` <> _latin1'x')"),
        ] {
            assert_eq!(expression(text), expected, "{text}");
        }
    }
}
