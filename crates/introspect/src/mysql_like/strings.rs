//! String literals in the text that MySQL and MariaDB give back: backslashes escape in them.

use crate::sql_text::plain_string;

/// The value of `sql` if all of it is one string.
pub(crate) fn single_string(sql: &str) -> Option<String> {
    let sql = sql.trim();
    (sql.starts_with('\'') && literal_length(sql) == sql.len() && sql.len() > 1).then(|| value(sql))
}

/// `sql` with each string written plainly, its value with doubled quotes and nothing escaped: `'it\'s \\'` is `'it''s \'`. This is not
/// MySQL's SQL any more but what `raise_column_type` and `raise_default` read.
pub(crate) fn with_plain_strings(sql: &str) -> String {
    rewritten(sql, |literal| plain_string(&value(literal)))
}

/// `sql` with quotes in strings doubled instead of escaped: `'it\'s \\'` is `'it''s \\'`, the same value to the server.
pub(crate) fn with_doubled_quotes(sql: &str) -> String {
    rewritten(sql, literal_with_doubled_quotes)
}

/// `sql` with `change` made to each string; quoted identifiers are left alone.
fn rewritten(sql: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(at) = rest.find(['\'', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with('`') { identifier_length(rest) } else { literal_length(rest) };
        let (piece, after) = rest.split_at(length);
        if piece.starts_with('`') {
            out.push_str(piece)
        } else {
            out.push_str(&change(piece))
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The bytes of the string that `text` begins with; all of it where the closing quote is missing.
fn literal_length(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => _ = characters.next(),
            '\'' if characters.next_if(|(_, next)| *next == '\'').is_none() => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The bytes of the identifier in backticks that `text` begins with. A doubled backtick ends one and begins another, which is no harm.
fn identifier_length(text: &str) -> usize {
    text[1..].find('`').map_or(text.len(), |at| at + 2)
}

/// The value of a string (MySQL 8.0 manual, table 11.1; MariaDB has the same escapes).
fn value(literal: &str) -> String {
    let mut out = String::with_capacity(literal.len());
    let mut characters = inside(literal).chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\'' => {
                characters.next_if_eq(&'\'');
                out.push('\'');
            }
            '\\' => match characters.next() {
                Some('0') => out.push('\0'),
                Some('b') => out.push('\u{8}'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some('Z') => out.push('\u{1a}'),
                Some(wildcard @ ('%' | '_')) => out.extend(['\\', wildcard]),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out
}

fn literal_with_doubled_quotes(literal: &str) -> String {
    let mut out = String::from("'");
    let mut characters = inside(literal).chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('\'') => out.push_str("''"),
                Some('"') => out.push('"'),
                Some(other) => out.extend(['\\', other]),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out.push('\'');
    out
}

fn inside(literal: &str) -> &str {
    let literal = literal.strip_prefix('\'').unwrap_or(literal);
    literal.strip_suffix('\'').unwrap_or(literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_strings_have_their_value() {
        for (sql, expected) in [
            (r"'it''s \\ x\n%'", Some("it's \\ x\n%")),
            (r"'it\'s'", Some("it's")),
            (r"'a\\'", Some("a\\")),
            (r"'\%\_'", Some(r"\%\_")),
            ("''", Some("")),
            ("'", None),
            ("'a' + 'b'", None),
            ("current_timestamp()", None),
        ] {
            assert_eq!(single_string(sql).as_deref(), expected, "{sql}");
        }
    }

    #[test]
    fn strings_are_rewritten_and_identifiers_are_not() {
        for (sql, plain, doubled) in [
            (r"enum('a','it''s','b\\c')", r"enum('a','it''s','b\c')", r"enum('a','it''s','b\\c')"),
            (r"`a\'` > 1 and `b` <> 'it\'s \\'", r"`a\'` > 1 and `b` <> 'it''s \'", r"`a\'` > 1 and `b` <> 'it''s \\'"),
            (r"`we``'ird` = 'x'", r"`we``'ird` = 'x'", r"`we``'ird` = 'x'"),
            (r#"x = 'q\"q'"#, r#"x = 'q"q'"#, r#"x = 'q"q'"#),
            ("'open", "'open'", "'open'"),
        ] {
            assert_eq!(with_plain_strings(sql), plain, "{sql}");
            assert_eq!(with_doubled_quotes(sql), doubled, "{sql}");
        }
    }
}
