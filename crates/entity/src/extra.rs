//! `extra`: the SQL that SeaORM appends to a column's definition, taken apart into what a schema can say.

use limbeck_schema::{AutoIncrement, Generated};

use crate::problems::Fault;

/// What an `extra` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extra {
    /// `COLLATE name`
    pub(crate) collation: Option<String>,
    /// `[CONSTRAINT name] CHECK (expression)`
    pub(crate) checks: Vec<(Option<String>, String)>,
    /// `DEFAULT expression`
    pub(crate) default: Option<String>,
    /// `ON UPDATE expression`
    pub(crate) on_update: Option<String>,
    /// `GENERATED ALWAYS AS (expression) STORED`
    pub(crate) generated: Option<Generated>,
    /// `GENERATED .. AS IDENTITY`
    pub(crate) identity: Option<AutoIncrement>,
    /// `COMMENT 'text'`
    pub(crate) comment: Option<String>,
    /// `UNIQUE`
    pub(crate) unique: bool,
    /// `NOT NULL`, or `NULL` as `false`
    pub(crate) not_null: Option<bool>,
}

/// A piece of the text: a word, a quoted text, a parenthesised text with its parentheses, or one other character.
#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    text: &'a str,
    /// Where it begins in the whole, in bytes.
    start: usize,
}

impl Piece<'_> {
    fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words that begin a clause and so end an expression before them.
const CLAUSES: [&str; 14] = [
    "COLLATE",
    "CHECK",
    "CONSTRAINT",
    "DEFAULT",
    "ON",
    "GENERATED",
    "AS",
    "NOT",
    "NULL",
    "UNIQUE",
    "PRIMARY",
    "COMMENT",
    "REFERENCES",
    "INVISIBLE",
];

/// Takes the text apart.
///
/// # Errors
/// A text of which any part is not one of the clauses that `Extra` has.
pub(crate) fn parse(text: &str) -> Result<Extra, Fault> {
    let fault = |rest: &str| {
        Fault::new(format!("`{}` in this `extra` is not understood", rest.trim()))
            .help("COLLATE, CHECK, DEFAULT, ON UPDATE, GENERATED, COMMENT and UNIQUE are; put anything else into a revision by hand")
    };
    let pieces = pieces(text).ok_or_else(|| fault(text))?;
    let mut extra = Extra::default();
    let mut rest = Rest { text, pieces: &pieces };
    while let Some(first) = rest.pieces.first() {
        let start = first.start;
        clause(&mut rest, &mut extra).ok_or_else(|| fault(&text[start..]))?;
    }
    Ok(extra)
}

/// The pieces that are still to be read.
struct Rest<'a> {
    text: &'a str,
    pieces: &'a [Piece<'a>],
}

impl<'a> Rest<'a> {
    /// Steps over these words, if they are next.
    fn take(&mut self, words: &[&str]) -> bool {
        let next = self.pieces.get(..words.len());
        let found = next.is_some_and(|next| next.iter().zip(words).all(|(piece, word)| piece.is(word)));
        if found {
            self.pieces = &self.pieces[words.len()..];
        }
        found
    }

    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.pieces.split_first()?;
        self.pieces = rest;
        Some(first.text)
    }

    /// The inside of a parenthesised piece.
    fn group(&mut self) -> Option<String> {
        let text = self.next()?;
        Some(text.strip_prefix('(')?.strip_suffix(')')?.trim().to_owned())
    }

    /// A name, without its quotes.
    fn name(&mut self) -> Option<String> {
        let text = self.next()?;
        let quote = text.chars().next()?;
        match quote {
            '"' | '`' => {
                let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
                Some(inner.replace(&format!("{quote}{quote}"), &quote.to_string()))
            }
            c if c.is_alphanumeric() || c == '_' => Some(text.to_owned()),
            _ => None,
        }
    }

    /// Everything up to the next clause, but at least one piece.
    fn expression(&mut self) -> Option<String> {
        let first = self.pieces.first()?;
        let ends = |piece: &Piece<'_>| CLAUSES.iter().any(|clause| piece.is(clause));
        let length = self.pieces.iter().skip(1).position(ends).map_or(self.pieces.len(), |at| at + 1);
        let last = self.pieces.get(length - 1)?;
        self.pieces = &self.pieces[length..];
        Some(self.text[first.start..last.end()].to_owned())
    }
}

fn clause(rest: &mut Rest<'_>, extra: &mut Extra) -> Option<()> {
    if rest.take(&["COLLATE"]) {
        return set(&mut extra.collation, rest.name()?);
    }
    if rest.take(&["CONSTRAINT"]) {
        let name = rest.name()?;
        let check = if rest.take(&["CHECK"]) { rest.group()? } else { return None };
        extra.checks.push((Some(name), check));
        return Some(());
    }
    if rest.take(&["CHECK"]) {
        extra.checks.push((None, rest.group()?));
        return Some(());
    }
    if rest.take(&["DEFAULT"]) {
        return set(&mut extra.default, rest.expression()?);
    }
    if rest.take(&["ON", "UPDATE"]) {
        return set(&mut extra.on_update, rest.expression()?);
    }
    if rest.take(&["GENERATED", "ALWAYS", "AS", "IDENTITY"]) {
        return set(&mut extra.identity, AutoIncrement::Always);
    }
    if rest.take(&["GENERATED", "BY", "DEFAULT", "AS", "IDENTITY"]) {
        return set(&mut extra.identity, AutoIncrement::ByDefault);
    }
    if rest.take(&["GENERATED", "ALWAYS", "AS"]) || rest.take(&["AS"]) {
        let expression = rest.group()?;
        // MariaDB also says PERSISTENT; without a word MySQL, MariaDB and SQLite compute when read.
        let stored = rest.take(&["STORED"]) || rest.take(&["PERSISTENT"]);
        let _virtual = !stored && rest.take(&["VIRTUAL"]);
        return set(&mut extra.generated, Generated { expression, stored });
    }
    if rest.take(&["COMMENT"]) {
        let text = rest.next()?.strip_prefix('\'')?.strip_suffix('\'')?;
        return set(&mut extra.comment, text.replace("''", "'"));
    }
    if rest.take(&["UNIQUE"]) {
        extra.unique = true;
        return Some(());
    }
    if rest.take(&["NOT", "NULL"]) {
        return set(&mut extra.not_null, true);
    }
    if rest.take(&["NULL"]) {
        return set(&mut extra.not_null, false);
    }
    None
}

/// Sets what is not set yet; a clause that stands twice is not understood.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(value))
}

/// The pieces of the text without the white space; `None` if a quote or parenthesis stays open.
fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let length = match first {
            '\'' | '"' | '`' => quoted(rest)?,
            '(' => parenthesised(rest)?,
            c if is_word(c) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        if !first.is_whitespace() {
            pieces.push(Piece { text: &rest[..length], start });
        }
        start += length;
    }
    Some(pieces)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.')
}

/// The length of the quoted text that `text` begins with; a doubled quote is part of it.
fn quoted(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == quote && characters.next_if(|(_, next)| *next == quote).is_none() {
            return Some(at + c.len_utf8());
        }
    }
    None
}

fn parenthesised(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(c) = text[at..].chars().next() {
        let length = match c {
            '\'' | '"' | '`' => quoted(&text[at..])?,
            c => c.len_utf8(),
        };
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        at += length;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clauses_are_taken_apart() {
        let check = |name: Option<&str>, sql: &str| (name.map(str::to_owned), sql.to_owned());
        let generated = |sql: &str, stored| Some(Generated { expression: sql.to_owned(), stored });
        let none = Extra::default;
        for (text, expected) in [
            ("", none()),
            ("COLLATE NOCASE", Extra { collation: Some("NOCASE".into()), ..none() }),
            ("collate \"de-x-icu\"", Extra { collation: Some("de-x-icu".into()), ..none() }),
            ("CHECK (price > 0)", Extra { checks: vec![check(None, "price > 0")], ..none() }),
            (
                "CONSTRAINT positive CHECK ((a > ')' ) and (b)) CHECK(a<9)",
                Extra { checks: vec![check(Some("positive"), "(a > ')' ) and (b)"), check(None, "a<9")], ..none() },
            ),
            ("DEFAULT CURRENT_TIMESTAMP", Extra { default: Some("CURRENT_TIMESTAMP".into()), ..none() }),
            (
                "DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
                Extra {
                    default: Some("CURRENT_TIMESTAMP".into()),
                    on_update: Some("CURRENT_TIMESTAMP".into()),
                    ..none()
                },
            ),
            (
                "DEFAULT 'it''s ON' NOT NULL",
                Extra { default: Some("'it''s ON'".into()), not_null: Some(true), ..none() },
            ),
            ("default NULL", Extra { default: Some("NULL".into()), ..none() }),
            (
                "DEFAULT now()::text COLLATE \"C\"",
                Extra { default: Some("now()::text".into()), collation: Some("C".into()), ..none() },
            ),
            ("ON UPDATE CURRENT_TIMESTAMP(6)", Extra { on_update: Some("CURRENT_TIMESTAMP(6)".into()), ..none() }),
            ("GENERATED ALWAYS AS (a || 'x') STORED", Extra { generated: generated("a || 'x'", true), ..none() }),
            ("AS (a + 1)", Extra { generated: generated("a + 1", false), ..none() }),
            ("as (a + 1) virtual UNIQUE", Extra { generated: generated("a + 1", false), unique: true, ..none() }),
            ("GENERATED ALWAYS AS IDENTITY", Extra { identity: Some(AutoIncrement::Always), ..none() }),
            ("COMMENT 'it''s'", Extra { comment: Some("it's".into()), ..none() }),
        ] {
            assert_eq!(parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn the_rest_is_told() {
        for (text, named) in [
            ("INVISIBLE", "`INVISIBLE`"),
            ("COLLATE NOCASE STORAGE x", "`STORAGE x`"),
            ("CHECK price > 0", "`CHECK price > 0`"),
            ("DEFAULT 'open", "`DEFAULT 'open`"),
            ("CHECK (a", "`CHECK (a`"),
            ("DEFAULT 1 DEFAULT 2", "`DEFAULT 2`"),
            ("ON CONFLICT IGNORE", "`ON CONFLICT IGNORE`"),
            (")", "`)`"),
        ] {
            let fault = parse(text).expect_err(text);
            assert!(fault.message.contains(named) && fault.help.is_some(), "{text}: {}", fault.message);
        }
    }
}
