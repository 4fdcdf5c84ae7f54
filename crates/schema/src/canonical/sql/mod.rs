//! SQL conditions and computations as they compare: what was written, and what a server made of it, as one text.
//!
//! A small grammar of what stands in checks, filters and computed columns; what it does not know (subqueries, comments) is compared as
//! folded text. Servers write an expression in their own words: PostgreSQL adds casts and parentheses, both change operators and names of
//! functions. The rewrites here are the measured ones (PostgreSQL 15, MariaDB 10.11).

mod cast;
mod keywords;
mod number;
mod parse;
mod settle;
mod strings;
mod token;
mod tree;

use crate::Dialect;

/// Which casts of PostgreSQL stay in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casts {
    /// Those that the server does not add by itself.
    Written,
    /// All of them.
    All,
}

/// The form of an expression in which two spellings of it are equal on `dialect`; `None` where the grammar does not know it.
pub(super) fn canonical(sql: &str, dialect: Dialect, casts: Casts) -> Option<String> {
    let sql = strings::plain(sql, dialect)?;
    let tokens = token::tokens(&sql, dialect)?;
    let term = parse::term(&tokens, dialect, casts)?;
    Some(settle::settle(term, dialect).to_string())
}

/// Whether `sql` can stand for one expression wherever it is put in parentheses: its strings and parentheses are closed, it has no comment, no semicolon
/// and no escape that is not understood, and it is not empty.
pub fn is_one_expression(sql: &str, dialect: Dialect) -> bool {
    use crate::sql_text::{Piece, is_balanced, pieces};
    let is_closed = |piece: Piece<'_>| match piece {
        Piece::Text(text) | Piece::Quoted(text) => text.len() >= 2 && text.ends_with(&text[..1]),
        Piece::Word(_) | Piece::Space(_) => true,
        Piece::Other(other) => other != ";",
    };
    strings::plain(sql, dialect)
        .is_some_and(|sql| !sql.trim().is_empty() && is_balanced(&sql) && pieces(&sql).all(is_closed))
}

#[cfg(test)]
mod tests;
