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
            Piece::Word(prefix) if matches!(pieces.peek(), Some(Piece::Text(_))) && is_prefix(prefix, dialect) => {
                continue;
            }
            // A sign behind an exponent is the number's: `1e-3`.
            Piece::Word(word) if is_exponent(word) => {
                let sign = pieces.next_if(|next| matches!(next, Piece::Other("+" | "-")));
                let digits = pieces.next_if(|next| sign.is_some() && matches!(next, Piece::Word(_)));
                match (sign, digits) {
                    (Some(Piece::Other(sign)), Some(Piece::Word(digits))) => {
                        Token::Word(format!("{word}{sign}{digits}").to_lowercase())
                    }
                    _ => return None,
                }
            }
            Piece::Word(word) => Token::Word(word.to_lowercase()),
            Piece::Text(text) => Token::Text(quoted(&sql_text::unquote_string(text)?)),
            // MySQL and MariaDB take double quotes for a string's.
            Piece::Quoted(name) if name.starts_with('"') && dialect.is_mysql_like() => {
                let inner = name.get(1..name.len().checked_sub(1)?)?;
                Token::Text(quoted(&inner.replace("\"\"", "\"")))
            }
            Piece::Quoted(name) if name.len() < 2 || !name.ends_with(&name[..1]) => return None,
            Piece::Quoted(name) => self::name(name, dialect),
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

/// Words that are something else without quotes.
const RESERVED: [&str; 34] = [
    "all",
    "and",
    "any",
    "array",
    "between",
    "case",
    "cast",
    "collate",
    "current_date",
    "current_time",
    "current_timestamp",
    "distinct",
    "div",
    "else",
    "end",
    "escape",
    "exists",
    "false",
    "from",
    "in",
    "interval",
    "is",
    "like",
    "mod",
    "not",
    "null",
    "or",
    "select",
    "some",
    "then",
    "true",
    "unknown",
    "when",
    "xor",
];

/// A quoted name: a word if it is the same without its quotes. MySQL and MariaDB quote every name, and take its letters in any case.
fn name(quoted: &str, dialect: Dialect) -> Token {
    let name = match dialect {
        Dialect::MySql | Dialect::MariaDb => quoted.to_lowercase(),
        Dialect::Postgres | Dialect::Sqlite => quoted.to_owned(),
    };
    match sql_text::bare(&name) {
        Some(bare) if !RESERVED.contains(&bare) => Token::Word(bare.to_owned()),
        Some(_) | None => Token::Quoted(name),
    }
}

/// `N'..'`, and the character sets that MySQL writes before its strings.
fn is_prefix(word: &str, dialect: Dialect) -> bool {
    match dialect {
        Dialect::MySql | Dialect::MariaDb => word.eq_ignore_ascii_case("n") || word.starts_with('_'),
        Dialect::Postgres => word.eq_ignore_ascii_case("n"),
        Dialect::Sqlite => false,
    }
}

/// Whether a number ends in the letter of its exponent.
fn is_exponent(word: &str) -> bool {
    let digits = word.strip_suffix(['e', 'E']).unwrap_or_default();
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
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
