//! Raw SQL, as far as its words tell what a server makes of it.

use limbeck_schema::Dialect;

/// A part of an SQL text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    /// What the server reads.
    Words(&'a str),
    /// A string or a name in quotes.
    Quoted(&'a str),
    /// What the server passes over.
    Comment,
    /// A semicolon.
    Cut,
}

/// Whether a semicolon stands in it outside of quotes and comments.
pub(crate) fn is_cut(sql: &str, dialect: Dialect) -> bool {
    parts(sql, dialect).contains(&Part::Cut)
}

/// Its statements, without comments and the semicolons between them. The body of a routine is cut like anything else.
pub(crate) fn statements(sql: &str, dialect: Dialect) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for part in parts(sql, dialect) {
        match (part, pieces.last_mut()) {
            (Part::Words(text) | Part::Quoted(text), Some(piece)) => piece.push_str(text),
            (Part::Comment, Some(piece)) => piece.push(' '),
            (Part::Cut, _) | (_, None) => pieces.push(String::new()),
        }
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// MySQL and MariaDB: whether a server that refuses it has done nothing, and one that was asked for it all or nothing: it is one statement, and none that
/// runs others, as `CALL` and `BEGIN NOT ATOMIC` do.
pub(crate) fn is_one_statement(sql: &str, dialect: Dialect) -> bool {
    const PLAIN: [&str; 11] =
        ["ALTER", "CREATE", "DROP", "RENAME", "TRUNCATE", "INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "WITH"];
    // The server reads what stands in these comments.
    let is_hidden = ["/*!", "/*M!"].iter().any(|mark| sql.contains(mark));
    let is_plain = |words: &str| {
        let first = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
        PLAIN.iter().any(|verb| verb.eq_ignore_ascii_case(first))
    };
    !is_hidden && matches!(&statements(sql, dialect)[..], [one] if is_plain(one))
}

/// Whether it begins, keeps or takes back a transaction.
pub(crate) fn ends_transaction(sql: &str, dialect: Dialect) -> bool {
    let pieces = statements(sql, dialect);
    // What stands behind such a beginning is the body of a routine, in which BEGIN and END mean something else.
    let has_body = |piece: &String| {
        let mut words = piece.split_whitespace().map(str::to_ascii_uppercase);
        match words.next().as_deref() {
            Some("CREATE" | "ALTER") => words.any(|word| word == "BEGIN"),
            Some("BEGIN") => words.next().as_deref() == Some("NOT"),
            _ => false,
        }
    };
    pieces.iter().take_while(|piece| !has_body(piece)).any(|piece| is_end(piece))
}

fn is_end(piece: &str) -> bool {
    let mut words = piece.split_whitespace().map(str::to_ascii_uppercase);
    match words.next().as_deref() {
        Some("START" | "PREPARE") => words.next().as_deref() == Some("TRANSACTION"),
        Some("BEGIN" | "COMMIT" | "END" | "ROLLBACK" | "ABORT") => true,
        _ => false,
    }
}

fn parts(sql: &str, dialect: Dialect) -> Vec<Part<'_>> {
    let (mut parts, mut rest, mut words) = (Vec::new(), sql, 0);
    while let Some(first) = rest.get(words..).and_then(|rest| rest.chars().next()) {
        let (before, here) = rest.split_at_checked(words).unwrap_or((rest, ""));
        let Some((part, length)) = special(here, first, before, dialect) else {
            words += first.len_utf8();
            continue;
        };
        if !before.is_empty() {
            parts.push(Part::Words(before));
        }
        parts.push(part);
        (rest, words) = (here.get(length..).unwrap_or_default(), 0);
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

/// The part that `here` begins with and its length, if it is none of plain words; `before` are the words before it.
fn special<'a>(here: &'a str, first: char, before: &str, dialect: Dialect) -> Option<(Part<'a>, usize)> {
    let quoted = |length: usize| (Part::Quoted(here.get(..length).unwrap_or(here)), length.min(here.len()));
    let comment = |end: &str| (Part::Comment, here.find(end).map_or(here.len(), |at| at + end.len()));
    match first {
        ';' => Some((Part::Cut, 1)),
        '\'' | '"' | '`' => Some(quoted(quote(here, first, has_escapes(first, before, dialect)))),
        '#' if dialect.is_mysql_like() => Some(comment("\n")),
        '-' if here.starts_with("--") && is_comment(here, dialect) => Some(comment("\n")),
        '/' if here.starts_with("/*") => Some((Part::Comment, block(here, dialect))),
        '$' if dialect == Dialect::Postgres && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
            dollars(here).map(quoted)
        }
        _ => None,
    }
}

/// MySQL wants a space behind the two signs.
fn is_comment(here: &str, dialect: Dialect) -> bool {
    !dialect.is_mysql_like() || here.chars().nth(2).is_none_or(char::is_whitespace)
}

/// Whether a backslash escapes: in MySQL's strings, and in PostgreSQL's that begin with an E.
fn has_escapes(mark: char, before: &str, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => false,
        Dialect::Postgres => {
            let word = before.strip_suffix(['e', 'E']);
            mark == '\'' && word.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        }
        Dialect::MySql | Dialect::MariaDb => mark != '`',
    }
}

/// The length of the quote that `here` begins with. A doubled mark is two quotes in turn.
fn quote(here: &str, mark: char, escapes: bool) -> usize {
    let mut characters = here.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == '\\' && escapes {
            characters.next();
        } else if character == mark {
            return at + mark.len_utf8();
        }
    }
    here.len()
}

/// PostgreSQL: the length of a quote in dollars.
fn dollars(here: &str) -> Option<usize> {
    let (tag, _) = here.get(1..)?.split_once('$')?;
    let is_tag = tag.chars().all(|c| c.is_alphanumeric() || c == '_') && !tag.starts_with(|c: char| c.is_ascii_digit());
    let mark = here.get(..tag.len() + 2).filter(|_| is_tag)?;
    let end = here.get(mark.len()..)?.find(mark);
    Some(end.map_or(here.len(), |end| mark.len() + end + mark.len()))
}

/// The length of a comment; on PostgreSQL it may hold others.
fn block(here: &str, dialect: Dialect) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = here.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") && (depth == 0 || dialect == Dialect::Postgres) {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth.saturating_sub(1), at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    here.len()
}

#[cfg(test)]
mod tests {
    use Dialect::{MariaDb, Postgres, Sqlite};

    use super::*;

    #[test]
    fn statements_are_cut_outside_of_quotes_and_comments() {
        for (name, dialect, sql, expected) in [
            ("nothing", Sqlite, " ; -- ;\n;", &[][..]),
            ("two", Sqlite, "a;b", &["a", "b"]),
            ("a doubled quote", Postgres, "SELECT 'a;''b;'; c", &["SELECT 'a;''b;'", "c"]),
            ("a backslash that is one", Postgres, r"SELECT '\'; c", &[r"SELECT '\'", "c"]),
            ("a backslash that escapes", Postgres, r"SELECT E'\';'; c", &[r"SELECT E'\';'", "c"]),
            ("a word before it", Postgres, r"SELECT a LIKE'\'; c", &[r"SELECT a LIKE'\'", "c"]),
            ("the same there", MariaDb, r"SELECT '\';'; c", &[r"SELECT '\';'", "c"]),
            ("dollars", Postgres, "DO $x$ a; $$ $x$; c", &["DO $x$ a; $$ $x$", "c"]),
            ("a parameter", Postgres, "SELECT $1; c$2; d", &["SELECT $1", "c$2", "d"]),
            ("a comment in a comment", Postgres, "/* a /* b; */ ; */ c; d", &["c", "d"]),
            ("none there", MariaDb, "/* a /* b; */ c; d", &["c", "d"]),
            ("minus signs", MariaDb, "SELECT 1--1; d # ;\n e", &["SELECT 1--1", "d   e"]),
            ("an open quote", MariaDb, "SELECT 'ä;", &["SELECT 'ä;"]),
            ("letters of several bytes", Sqlite, "ä -- ö;\nü", &["ä  ü"]),
        ] {
            assert_eq!(statements(sql, dialect), expected, "{name}");
        }
    }

    #[test]
    fn what_runs_other_statements_is_not_one() {
        for (sql, expected) in [
            ("ALTER TABLE a ADD b integer", true),
            ("-- why\n/* and how */ update a SET b = ';'", true),
            ("WITH a AS (SELECT 1) SELECT * FROM a", true),
            ("CALL p()", false),
            ("call p()", false),
            ("BEGIN NOT ATOMIC a; END", false),
            ("label: LOOP a; END LOOP", false),
            ("EXECUTE IMMEDIATE 'CALL p()'", false),
            ("UPDATE a SET b = 1; ALTER TABLE a ADD c integer", false),
            ("/*! CALL p() */", false),
            ("", false),
        ] {
            assert_eq!(is_one_statement(sql, MariaDb), expected, "{sql}");
        }
    }

    #[test]
    fn what_ends_a_transaction_is_found_wherever_it_stands() {
        for (dialect, sql, expected) in [
            (Sqlite, "COMMIT", true),
            (Sqlite, "-- tidy up\nCOMMIT", true),
            (Postgres, "/* x */ rollback", true),
            (Postgres, "UPDATE a SET b = 1; COMMIT; UPDATE a SET c = 2", true),
            (Postgres, "PREPARE TRANSACTION 'a'", true),
            (Postgres, "PREPARE a AS SELECT 1", false),
            (MariaDb, "START TRANSACTION", true),
            (MariaDb, "START SLAVE", false),
            (MariaDb, "BEGIN NOT ATOMIC UPDATE a SET b = 1; END", false),
            (Sqlite, "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = 1; END", false),
            (Sqlite, "CREATE TABLE a (b text); END", true),
            (Postgres, "SELECT 'a; COMMIT'", false),
            (Postgres, "DO $$ BEGIN PERFORM 1; END $$", false),
        ] {
            assert_eq!(ends_transaction(sql, dialect), expected, "{sql}");
        }
    }
}
