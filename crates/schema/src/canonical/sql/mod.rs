//! SQL conditions and computations as they compare: what was written, and what a server made of it, as one text.
//!
//! A small grammar of what stands in checks, filters and computed columns; what it does not know (subqueries, comments) is compared as
//! folded text. Servers write an expression in their own words: PostgreSQL adds casts and parentheses, both change operators and names of
//! functions. The rewrites here are the measured ones (PostgreSQL 15, MariaDB 10.11).

mod keywords;
mod number;
mod parse;
mod settle;
mod strings;
mod token;
mod tree;

use crate::Dialect;

/// The form of an expression in which two spellings of it are equal on `dialect`; `None` where the grammar does not know it.
pub(super) fn canonical(sql: &str, dialect: Dialect) -> Option<String> {
    let sql = strings::plain(sql, dialect)?;
    let tokens = token::tokens(&sql, dialect)?;
    let term = parse::term(&tokens, dialect)?;
    Some(settle::settle(term, dialect).to_string())
}

#[cfg(test)]
mod tests;
