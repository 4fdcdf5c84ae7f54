//! Strings without backslashes, so that the pieces of the text are those of every dialect.

use crate::Dialect;

/// `sql` with its strings in the one spelling that all dialects have; `None` for what the grammar leaves alone: comments, dollar quotes, escapes by
/// number, a string that is not closed.
pub(super) fn plain(sql: &str, dialect: Dialect) -> Option<String> {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        if is_left_alone(rest, &out, dialect) {
            return None;
        }
        if !matches!(first, '\'' | '"' | '`') {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let escapes = match dialect {
            Dialect::MySql | Dialect::MariaDb => first != '`',
            Dialect::Postgres => first == '\'' && take_prefix(&mut out),
            Dialect::Sqlite => false,
        };
        rest = string(rest, first, escapes, dialect, &mut out)?;
    }
    Some(out)
}

fn is_left_alone(rest: &str, before: &str, dialect: Dialect) -> bool {
    let comment = rest.starts_with("--") || rest.starts_with("/*");
    let own = match dialect {
        Dialect::Postgres => {
            let quotes = rest.starts_with("&'") || rest.starts_with("&\"");
            rest.starts_with('$') && !before.ends_with(is_word) || quotes && before.ends_with(['u', 'U'])
        }
        Dialect::MySql | Dialect::MariaDb => rest.starts_with('#'),
        Dialect::Sqlite => false,
    };
    comment || own
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.')
}

/// Takes the E of PostgreSQL's `E'..'` away.
fn take_prefix(out: &mut String) -> bool {
    let prefixed = out.strip_suffix(['e', 'E']).is_some_and(|before| !before.ends_with(is_word));
    if prefixed {
        out.pop();
    }
    prefixed
}

/// Copies the string or name that `text` begins with; what is behind it.
fn string<'a>(text: &'a str, quote: char, escapes: bool, dialect: Dialect, out: &mut String) -> Option<&'a str> {
    out.push(quote);
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == quote {
            out.push(quote);
            if characters.next_if(|(_, next)| *next == quote).is_none() {
                return text.get(at + 1..);
            }
            out.push(quote);
        } else if escapes && c == '\\' {
            let (_, escaped) = characters.next()?;
            escape(escaped, dialect, out)?;
            if escaped == quote {
                out.push(quote);
            }
        } else {
            out.push(c);
        }
    }
    None
}

/// What a backslash makes of a character (PostgreSQL manual, 4.1.2.2; MySQL manual, 11.1.1).
fn escape(c: char, dialect: Dialect, out: &mut String) -> Option<()> {
    match (dialect, c) {
        (_, 'n') => out.push('\n'),
        (_, 't') => out.push('\t'),
        (_, 'r') => out.push('\r'),
        (_, 'b') => out.push('\u{8}'),
        (Dialect::MySql | Dialect::MariaDb, '0') => out.push('\0'),
        (Dialect::MySql | Dialect::MariaDb, 'Z') => out.push('\u{1a}'),
        // In a pattern these are escaped, not the string's.
        (Dialect::MySql | Dialect::MariaDb, '%' | '_') => {
            out.push('\\');
            out.push(c);
        }
        (Dialect::Postgres, 'f') => out.push('\u{c}'),
        (Dialect::Postgres, 'x' | 'u' | 'U' | '0'..='7') => return None,
        (Dialect::MySql | Dialect::MariaDb | Dialect::Postgres | Dialect::Sqlite, c) => out.push(c),
    }
    Some(())
}
