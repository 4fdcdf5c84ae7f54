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

#[cfg(test)]
mod tests;
