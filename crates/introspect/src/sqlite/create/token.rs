//! SQLite's tokens (`tokenize.c`), as far as CREATE statements need them.

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sqlite) struct Token<'a> {
    pub(in crate::sqlite) kind: Kind,
    pub(in crate::sqlite) text: &'a str,
    /// The byte at which it begins.
    pub(in crate::sqlite) start: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sqlite) enum Kind {
    /// A keyword or an identifier without quotes.
    Word,
    /// An identifier in `"`, `` ` `` or `[ ]`.
    Quoted,
    /// A string.
    Text,
    /// A number or a blob.
    Literal,
    /// One other character.
    Symbol,
}

impl Token<'_> {
    pub(in crate::sqlite) fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    pub(in crate::sqlite) fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == Kind::Symbol && self.text == symbol
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The name that the token is; SQLite takes a string for one too. `None` for symbols and numbers.
    pub(in crate::sqlite) fn name(&self) -> Option<String> {
        match self.kind {
            Kind::Word => Some(self.text.to_owned()),
            Kind::Quoted | Kind::Text => Some(unquoted(self.text)),
            Kind::Literal | Kind::Symbol => None,
        }
    }
}

fn unquoted(text: &str) -> String {
    let mut characters = text.chars();
    let (first, last) = (characters.next(), characters.next_back());
    let inside = characters.as_str();
    match (first, last) {
        (Some('['), Some(_)) => inside.to_owned(),
        (Some(quote), Some(_)) => inside.replace(&format!("{quote}{quote}"), &quote.to_string()),
        _ => text.to_owned(),
    }
}

/// The tokens of `sql`, white space and comments left out.
pub(in crate::sqlite) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = sql[at..].chars().next() {
        let rest = &sql[at..];
        let (kind, length) = match first {
            c if c.is_ascii_whitespace() => (None, 1),
            '-' if rest.starts_with("--") => (None, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (None, rest[2..].find("*/").map_or(rest.len(), |end| end + 4)),
            '\'' => (Some(Kind::Text), quoted_length(rest, '\'')),
            '"' | '`' => (Some(Kind::Quoted), quoted_length(rest, first)),
            '[' => (Some(Kind::Quoted), rest.find(']').map_or(rest.len(), |end| end + 1)),
            'x' | 'X' if rest[1..].starts_with('\'') => (Some(Kind::Literal), 1 + quoted_length(&rest[1..], '\'')),
            c if c.is_ascii_digit() => (Some(Kind::Literal), number_length(rest)),
            '.' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (Some(Kind::Literal), number_length(rest)),
            c if is_word(c) => (Some(Kind::Word), rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
            c => (Some(Kind::Symbol), c.len_utf8()),
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, text: &rest[..length], start: at });
        }
        at += length;
    }
    tokens
}

/// The text of `tokens`, which are of `sql`, without parentheses that enclose all of it, and without comments at its ends.
pub(super) fn without_outer_parentheses<'a>(sql: &'a str, tokens: &[Token<'_>]) -> &'a str {
    let mut tokens = tokens;
    while let [first, inside @ .., last] = tokens
        && first.is_symbol("(")
        && last.is_symbol(")")
        && is_balanced(inside)
    {
        tokens = inside;
    }
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => &sql[first.start..last.end()],
        _ => "",
    }
}

fn is_balanced(tokens: &[Token<'_>]) -> bool {
    let mut depth = 0_usize;
    for token in tokens {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return false,
            }
        }
    }
    depth == 0
}

/// Letters, digits, `_`, `$`, and everything beyond ASCII.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii()
}

fn quoted_length(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == quote && characters.next_if(|(_, next)| *next == quote).is_none() {
            return at + 1;
        }
    }
    text.len()
}

/// Digits, a point, an exponent with its sign, hexadecimal digits.
fn number_length(text: &str) -> usize {
    let hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let sign = matches!(c, '+' | '-') && matches!(previous, 'e' | 'E') && !hexadecimal;
        if !(is_word(c) || c == '.' || sign) {
            return at;
        }
        previous = c;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_tokens() {
        use Kind::{Literal, Quoted, Symbol, Text, Word};
        for (sql, expected) in [
            ("a$1 é_b", vec![(Word, "a$1"), (Word, "é_b")]),
            ("\"a\"\"b\" `c``d` [e f]", vec![(Quoted, "\"a\"\"b\""), (Quoted, "`c``d`"), (Quoted, "[e f]")]),
            ("'it''s' -- no, 'this\n, /* nor ) */ x", vec![(Text, "'it''s'"), (Symbol, ","), (Word, "x")]),
            (
                "1e+5 -0x1F .5 x'00'",
                vec![(Literal, "1e+5"), (Symbol, "-"), (Literal, "0x1F"), (Literal, ".5"), (Literal, "x'00'")],
            ),
            ("a.b 5-3", vec![(Word, "a"), (Symbol, "."), (Word, "b"), (Literal, "5"), (Symbol, "-"), (Literal, "3")]),
            ("'open", vec![(Text, "'open")]),
            ("/* open", vec![]),
            ("[open", vec![(Quoted, "[open")]),
        ] {
            let found: Vec<_> = tokens(sql).into_iter().map(|token| (token.kind, token.text)).collect();
            assert_eq!(found, expected, "{sql}");
        }
    }

    #[test]
    fn outer_parentheses_go_and_inner_ones_stay() {
        for (sql, expected) in [
            ("((a > 0))", "a > 0"),
            ("(a /* ' */) OR (b /* ' */)", "(a /* ' */) OR (b /* ' */)"),
            ("(']' <> [)]) -- )", "']' <> [)]"),
            (" a ", "a"),
            ("()", ""),
            ("", ""),
        ] {
            assert_eq!(without_outer_parentheses(sql, &tokens(sql)), expected, "{sql}");
        }
    }

    #[test]
    fn names_lose_their_quotes() {
        for (sql, expected) in [
            ("plain", Some("plain")),
            ("\"a\"\"b\"", Some("a\"b")),
            ("`a``b`", Some("a`b")),
            ("[a\"b]", Some("a\"b")),
            ("'it''s'", Some("it's")),
            ("\"", Some("\"")),
            ("5", None),
            (",", None),
        ] {
            let name = tokens(sql).first().and_then(Token::name);
            assert_eq!(name.as_deref(), expected, "{sql}");
        }
    }
}
