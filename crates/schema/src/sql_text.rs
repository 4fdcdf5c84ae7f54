//! Small questions about SQL text: quotes, parentheses, casts. No grammar.

use crate::Dialect;

/// `text` without white space and parentheses that enclose all of it, however many.
pub fn without_outer_parentheses(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        if !is_balanced(inner) {
            break;
        }
        text = inner.trim();
    }
    text
}

/// Whether no parenthesis of `text` is closed before it is opened or left open, quotes set aside.
pub(crate) fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    for piece in pieces(text) {
        match piece {
            Piece::Other("(") => depth += 1,
            Piece::Other(")") => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// A piece of SQL text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// A string with its quotes.
    Text(&'a str),
    /// A quoted identifier with its quotes.
    Quoted(&'a str),
    /// Letters, digits, underscores.
    Word(&'a str),
    /// White space.
    Space(&'a str),
    /// One other character.
    Other(&'a str),
}

/// The pieces of `text`, in order; together they are `text`.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match first {
            '\'' | '"' | '`' => quoted_length(rest, first),
            c if c.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            c if is_word(c) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some(match first {
            '\'' => Piece::Text(piece),
            '"' | '`' => Piece::Quoted(piece),
            c if c.is_whitespace() => Piece::Space(piece),
            c if is_word(c) => Piece::Word(piece),
            _ => Piece::Other(piece),
        })
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.')
}

/// The bytes of the quoted text that `text` begins with; all of it where the closing quote is missing.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == quote && characters.next_if(|(_, next)| *next == quote).is_none() {
            return at + 1;
        }
    }
    text.len()
}

/// The value of `text` if all of it is one string: `'it''s'`, PostgreSQL's `E'a\'b'`.
pub(crate) fn unquote_string(text: &str) -> Option<String> {
    let (escapes, body) = match text.strip_prefix(['E', 'e']) {
        Some(body) if body.starts_with('\'') => (true, body),
        _ => (false, text),
    };
    if !escapes && quoted_length(body, '\'') != body.len() {
        return None;
    }
    let inner = body.strip_prefix('\'')?.strip_suffix('\'')?;
    if escapes {
        return Some(inner.replace("''", "'").replace("\\'", "'").replace("\\\\", "\\"));
    }
    Some(inner.replace("''", "'"))
}

/// `text` as it compares: outer parentheses and spare white space gone, words and simple quoted identifiers in lower case, strings as
/// they are.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(without_outer_parentheses(text)) {
        match piece {
            Piece::Space(_) => {
                if !out.ends_with([' ', '(']) {
                    out.push(' ');
                }
            }
            Piece::Text(string) => out.push_str(string),
            Piece::Quoted(quoted) => match bare(quoted) {
                Some(name) => out.push_str(name),
                None => out.push_str(quoted),
            },
            Piece::Word(word) => out.push_str(&word.to_lowercase()),
            Piece::Other(other) => {
                if matches!(other, ")" | ",") {
                    out.truncate(out.trim_end_matches(' ').len());
                }
                out.push_str(other);
            }
        }
    }
    out
}

/// The name in `quoted` if it would be the same without its quotes.
pub(crate) fn bare(quoted: &str) -> Option<&str> {
    let name = &quoted[1..quoted.len().checked_sub(1).filter(|end| *end >= 1)?];
    let simple = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    simple.then_some(name)
}

/// `text` with the identifier `from` replaced by `to`, quoted where it was quoted; what qualifies it stays, and strings are left alone.
///
/// A word is an identifier wherever it stands, so a function of the column's name would be renamed too. What gets quotes gets those of `dialect`: between
/// double quotes stands a string on MySQL and MariaDB (where ANSI_QUOTES is off), so nothing is renamed there either.
pub fn rename_in_sql(text: &str, from: &str, to: &str, dialect: Dialect) -> String {
    let quote = match dialect {
        Dialect::Sqlite | Dialect::Postgres => "\"",
        Dialect::MySql | Dialect::MariaDb => "`",
    };
    let doubled = to.replace(quote, &quote.repeat(2));
    let simple = to.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let is_from = |word: &str| word.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case(from));
    pieces(text)
        .map(|piece| match piece {
            Piece::Word(word) if is_from(word) => {
                let qualifier = word.rfind('.').map_or("", |at| &word[..=at]);
                if simple { format!("{qualifier}{to}") } else { format!("{qualifier}{quote}{doubled}{quote}") }
            }
            Piece::Quoted(quoted)
                if unquoted(quoted) == from && !(dialect.is_mysql_like() && quoted.starts_with('"')) =>
            {
                let quote = &quoted[..1];
                format!("{quote}{}{quote}", to.replace(quote, &quote.repeat(2)))
            }
            Piece::Word(text) | Piece::Quoted(text) | Piece::Text(text) | Piece::Space(text) | Piece::Other(text) => {
                text.to_owned()
            }
        })
        .collect()
}

/// `text` with the string `from` replaced by the string `to`; names are left alone, and so are strings with escapes (`E'..'`).
pub fn rename_text_in_sql(text: &str, from: &str, to: &str) -> String {
    let quoted = format!("'{}'", from.replace('\'', "''"));
    let mut escapes = false;
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(string) if string == quoted && !escapes => {
                out.push_str(&format!("'{}'", to.replace('\'', "''")));
            }
            Piece::Word(text) | Piece::Quoted(text) | Piece::Text(text) | Piece::Space(text) | Piece::Other(text) => {
                out.push_str(text);
            }
        }
        escapes = matches!(piece, Piece::Word("E" | "e"));
    }
    out
}

/// A quoted identifier without its quotes, and without the doubling of those inside.
fn unquoted(quoted: &str) -> String {
    let quote = &quoted[..1];
    let inner = quoted[1..].strip_suffix(quote).unwrap_or(&quoted[1..]);
    inner.replace(&quote.repeat(2), quote)
}

/// The functions that `text` calls, in lower case and without a qualifier; strings don't count. A type with a length, behind a cast, is none, nor is a
/// keyword before a parenthesis.
pub fn calls_in_sql(text: &str) -> Vec<String> {
    const KEYWORDS: [&str; 15] = [
        "and", "or", "not", "in", "any", "all", "some", "when", "then", "else", "between", "like", "as", "varying",
        "row",
    ];
    let mut calls = Vec::new();
    let mut name: Option<String> = None;
    let mut before = [""; 2];
    for piece in pieces(text) {
        let word = match piece {
            Piece::Space(_) => continue,
            Piece::Other("(") => {
                calls.extend(name.take());
                "("
            }
            Piece::Word(word) => {
                let last = word.rsplit('.').next().unwrap_or(word).to_lowercase();
                let is_type = before == [":", ":"] || before[1].eq_ignore_ascii_case("as");
                name = (!is_type && !KEYWORDS.contains(&last.as_str())).then_some(last);
                word
            }
            Piece::Quoted(quoted) => {
                name = Some(unquoted(quoted).to_lowercase());
                quoted
            }
            Piece::Text(other) | Piece::Other(other) => {
                name = None;
                other
            }
        };
        before = [before[1], word];
    }
    calls
}

/// Whether `text` names `column`: as a bare or quoted identifier, with or without a qualifier before it, in any case. Strings don't count, nor
/// does a word before a parenthesis, which is a function or a keyword.
pub fn names_in_sql(text: &str, column: &str) -> bool {
    let mut rest = pieces(text).peekable();
    while let Some(piece) = rest.next() {
        match piece {
            Piece::Word(word) => {
                let space = rest.next_if(|next| matches!(next, Piece::Space(_))).is_some();
                let called = !space && rest.peek() == Some(&Piece::Other("("));
                let last = word.rsplit('.').next().unwrap_or(word);
                if last.eq_ignore_ascii_case(column) && !called {
                    return true;
                }
            }
            Piece::Quoted(quoted) => {
                if unquoted(quoted).eq_ignore_ascii_case(column) {
                    return true;
                }
            }
            Piece::Text(_) | Piece::Space(_) | Piece::Other(_) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_renamed_and_names_are_not() {
        for (text, expected) in [
            ("mood <> 'calm'", "mood <> 'it''s'"),
            ("calm = \"calm\" or 'calm''s' = E'calm'", "calm = \"calm\" or 'calm''s' = E'calm'"),
            ("mood in ('calm'::mood, 'calm ')", "mood in ('it''s'::mood, 'calm ')"),
            ("'calm", "'calm"),
        ] {
            assert_eq!(rename_text_in_sql(text, "calm", "it's"), expected, "{text}");
        }
        assert_eq!(rename_text_in_sql("a = 'it''s'", "it's", "b"), "a = 'b'");
    }

    #[test]
    fn names_are_found_where_they_are_names() {
        for (text, column, expected) in [
            ("price > 0", "price", true),
            ("animals.Price > 0", "price", true),
            ("\"pri\"\"ce\" > 0", "pri\"ce", true),
            ("new.`price` > 0", "price", true),
            ("'price' > name", "price", false),
            ("prices > 0", "price", false),
            ("length(name) > 3", "length", false),
            ("length in (1, 2)", "length", true),
            ("\"", "", true),
        ] {
            assert_eq!(names_in_sql(text, column), expected, "{text}");
        }
    }

    #[test]
    fn calls_are_found_where_they_are_calls() {
        for (text, expected) in [
            ("now() + interval '1 day'", &["now"][..]),
            ("pg_catalog.Now () + f(g(1))", &["now", "f", "g"]),
            ("\"Fun\"(1)", &["fun"]),
            ("'f(' || 'x'::varchar(9)", &[]),
            ("CAST(a AS numeric(9, 2)) + b::character varying(9)", &["cast"]),
            ("a in (1) and (b or not (c))", &[]),
            ("(1 + 2) * (3)", &[]),
            ("f('open", &["f"]),
        ] {
            assert_eq!(calls_in_sql(text), expected, "{text}");
        }
    }

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
            (" x ", "x"),
            ("()", ""),
        ] {
            assert_eq!(without_outer_parentheses(text), expected, "{text}");
        }
    }

    #[test]
    fn strings_are_unquoted_only_when_they_are_one_string() {
        assert_eq!(unquote_string("'it''s'").as_deref(), Some("it's"));
        assert_eq!(unquote_string("'a' || 'b'"), None);
        assert_eq!(unquote_string("E'a\\'b'").as_deref(), Some("a'b"));
        assert_eq!(unquote_string("'"), None);
        assert_eq!(unquote_string("x"), None);
    }

    #[test]
    fn renaming_touches_identifiers_only() {
        for (text, from, to, expected) in [
            ("price > 0 AND \"price\" < 'price'", "price", "cost", "cost > 0 AND \"cost\" < 'price'"),
            ("prices > 0", "price", "cost", "prices > 0"),
            ("animals.Price > 0.5", "price", "cost", "animals.cost > 0.5"),
            ("animals.price > 0", "price", "Co\"st", "animals.\"Co\"\"st\" > 0"),
            ("price.x > 0", "price", "cost", "price.x > 0"),
            ("\"pri\"\"ce\" > 0", "pri\"ce", "cost", "\"cost\" > 0"),
            ("`price` > 0", "price", "co`st\"", "`co``st\"` > 0"),
            ("\"", "", "cost", "\"cost\""),
        ] {
            assert_eq!(rename_in_sql(text, from, to, Dialect::Sqlite), expected, "{text}");
        }
        for (text, from, to, expected) in [
            ("price > 0 AND `price` < 'price'", "price", "Cost", "`Cost` > 0 AND `Cost` < 'price'"),
            ("animals.price > \"price\"", "price", "co`st", "animals.`co``st` > \"price\""),
        ] {
            assert_eq!(rename_in_sql(text, from, to, Dialect::MariaDb), expected, "{text}");
        }
    }

    #[test]
    fn folding_leaves_strings_alone() {
        assert_eq!(folded("( \"price\"  >  0 AND name <> 'A  B' )"), "price > 0 and name <> 'A  B'");
        assert_eq!(folded("`n` IN (1 , 2)"), "n in (1, 2)");
        assert_eq!(folded("\"Upper\" > 1"), "\"Upper\" > 1");
    }
}
