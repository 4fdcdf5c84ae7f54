use crate::{Dialect, sql_text};

/// A word of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A keyword, a name or a number, in lower case.
    Word(String),
    /// A quoted name that is another one without its quotes.
    Quoted(String),
    /// A string with its quotes, which are doubled inside.
    Text(String),
    /// An operator, a comma, a bracket.
    Symbol(String),
}

/// What an operator is made of.
const OPERATOR: &str = "+-*/<>=~!@#%^&|?:";

/// The tokens of `sql`; `None` where a quote is not closed.
pub(super) fn tokens(sql: &str, dialect: Dialect) -> Option<Vec<Token>> {
    use sql_text::Piece;
    let mut tokens = Vec::new();
    let mut pieces = sql_text::pieces(sql).peekable();
    while let Some(piece) = pieces.next() {
        let token = match piece {
            Piece::Space(_) => continue,
            Piece::Word(prefix) if matches!(pieces.peek(), Some(Piece::Text(_))) && is_prefix(prefix) => {
                let Some(Piece::Text(text)) = pieces.next() else { return None };
                let escapes = prefix.eq_ignore_ascii_case("e");
                let whole = if escapes { format!("E{text}") } else { text.to_owned() };
                Token::Text(quoted(&sql_text::unquote_string(&whole)?))
            }
            Piece::Word(word) => Token::Word(word.to_lowercase()),
            Piece::Text(text) => Token::Text(quoted(&sql_text::unquote_string(text)?)),
            // MySQL and MariaDB take double quotes for a string's.
            Piece::Quoted(name) if name.starts_with('"') && dialect.is_mysql_like() => {
                let inner = name.get(1..name.len().checked_sub(1)?)?;
                Token::Text(quoted(&inner.replace("\"\"", "\"")))
            }
            Piece::Quoted(name) if name.len() < 2 || !name.ends_with(&name[..1]) => return None,
            Piece::Quoted(name) => match sql_text::bare(name) {
                Some(bare) => Token::Word(bare.to_owned()),
                None => Token::Quoted(name.to_owned()),
            },
            Piece::Other(first) if OPERATOR.contains(first) => {
                let mut operator = first.to_owned();
                while let Some(Piece::Other(next)) = pieces.peek()
                    && OPERATOR.contains(next)
                    && goes_on(&operator, next)
                {
                    operator.push_str(next);
                    pieces.next();
                }
                Token::Symbol(operator)
            }
            Piece::Other(other) => Token::Symbol(other.to_owned()),
        };
        tokens.push(token);
    }
    Some(tokens)
}

/// `E'..'` of PostgreSQL, `N'..'`, and the character sets that MySQL writes before its strings.
fn is_prefix(word: &str) -> bool {
    word.eq_ignore_ascii_case("e") || word.eq_ignore_ascii_case("n") || word.starts_with('_')
}

/// Whether `next` belongs to the operator: a sign behind a comparison is that of what follows.
fn goes_on(operator: &str, next: &str) -> bool {
    let special = operator.contains(['~', '!', '@', '#', '%', '^', '&', '|', '?']);
    match next {
        "+" | "-" => special,
        ">" if operator == "-" || operator == "->" => true,
        _ => operator != "*" && operator != "/" && operator != "+" && operator != "-",
    }
}

/// `text` as a string of SQL.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
