//! PostgreSQL's casts. The catalog adds some where none was written, so that a column meets the type of what it is compared with; a cast that
//! loses something it never adds.

use super::{Casts, number, tree::Term};
use crate::postgres;

/// What the server casts to by itself: the widest types of each kind (`pg_cast` with `castcontext = 'i'`, and what literals are read as).
const ADDED: [&str; 11] = [
    "text",
    "character varying",
    "name",
    "bigint",
    "numeric",
    "double precision",
    "timestamp without time zone",
    "timestamp with time zone",
    "inet",
    "regclass",
    "\"char\"",
];

/// `term` as a value of the type that is called so.
pub(super) fn cast(term: Term, name: &str, casts: Casts) -> Term {
    let name = postgres::canonical(name);
    let is_literal = matches!(&term, Term::Atom(text) if text.starts_with('\'') || number::is_literal(text));
    let term = number::with_type(term, name.split('(').next().unwrap_or_default());
    let is_added = is_literal || is_array_of_literals(&term) || ADDED.contains(&name.trim_end_matches("[]"));
    match casts {
        Casts::Written if is_added => term,
        Casts::Written | Casts::All => Term::Call(format!("::{name}"), vec![term]),
    }
}

fn is_array_of_literals(term: &Term) -> bool {
    matches!(term, Term::Call(name, _) if name == "array")
}
