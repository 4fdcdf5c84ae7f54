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
    let is_constant = is_literal(&term) || is_array_of_literals(&term);
    let term = number::with_type(term, name.split('(').next().unwrap_or_default());
    let is_added = is_constant || ADDED.contains(&name.trim_end_matches("[]"));
    match casts {
        Casts::Written if is_added => term,
        Casts::Written | Casts::All => Term::Call(format!("::{name}"), vec![term]),
    }
}

fn is_literal(term: &Term) -> bool {
    matches!(term, Term::Atom(text) if text.starts_with('\'') || number::is_literal(text))
}

/// Whether it is `ARRAY[..]` of nothing but literals, each with a cast of its own or without: a cast of columns is somebody's.
fn is_array_of_literals(term: &Term) -> bool {
    let is_member = |member: &Term| match member {
        Term::Call(name, list) if name.starts_with("::") => list.iter().all(is_literal),
        other => is_literal(other),
    };
    matches!(term, Term::Call(name, members) if name == "array" && members.iter().all(is_member))
}
