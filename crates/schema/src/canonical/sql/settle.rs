//! Rewrites that servers do when they keep an expression, done to what was written, too.

use super::tree::Term;
use crate::Dialect;

/// `term` in the form that all its spellings share on `dialect`.
pub(super) fn settle(term: Term, dialect: Dialect) -> Term {
    let inner = |terms: Vec<Term>| terms.into_iter().map(|term| settle(term, dialect)).collect::<Vec<_>>();
    match term {
        Term::Atom(text) => Term::Atom(atom(text, dialect)),
        Term::Call(name, arguments) => call(&name, inner(arguments), dialect),
        Term::Binary(operator, left, right) => {
            Term::binary(same_operator(&operator), settle(*left, dialect), settle(*right, dialect))
        }
        Term::Not(term) => negated(settle(*term, dialect), dialect),
        Term::All(terms) => Term::All(truths(
            flat(inner(terms), |term| match term {
                Term::All(terms) => Ok(terms),
                other => Err(other),
            }),
            dialect,
        )),
        Term::Any(terms) => Term::Any(truths(
            flat(inner(terms), |term| match term {
                Term::Any(terms) => Ok(terms),
                other => Err(other),
            }),
            dialect,
        )),
        Term::In(term, is_in, terms) => {
            let (term, mut terms) = (settle(*term, dialect), inner(terms));
            // One alternative is written as a comparison, by PostgreSQL and MariaDB.
            if terms.len() == 1 {
                return Term::binary(if is_in { "=" } else { "<>" }, term, terms.remove(0));
            }
            Term::In(Box::new(term), is_in, terms)
        }
        Term::Is(term, is, what) => Term::Is(Box::new(settle(*term, dialect)), is, what),
    }
}

/// The terms, with those of nested ones of the same kind in their place: `(a AND b) AND c` is `a AND b AND c`.
fn flat(terms: Vec<Term>, open: impl Fn(Term) -> Result<Vec<Term>, Term>) -> Vec<Term> {
    let mut out = Vec::with_capacity(terms.len());
    for term in terms {
        match open(term) {
            Ok(terms) => out.extend(terms),
            Err(term) => out.push(term),
        }
    }
    out
}

/// What AND and OR join. MariaDB keeps `a AND b` as `a <> 0 and b <> 0` where these are numbers.
fn truths(terms: Vec<Term>, dialect: Dialect) -> Vec<Term> {
    let truth = |term: Term| match dialect {
        Dialect::MySql | Dialect::MariaDb if !is_truth(&term) => Term::binary("<>", term, Term::Atom("0".to_owned())),
        Dialect::MySql | Dialect::MariaDb | Dialect::Postgres | Dialect::Sqlite => term,
    };
    terms.into_iter().map(truth).collect()
}

/// Whether a term is true, false or NULL by its form.
fn is_truth(term: &Term) -> bool {
    const VALUES: [&str; 22] = [
        "+", "-", "*", "/", "%", "div", "^", "||", "->", "->>", "#>", "#>>", "@>", "<@", "?", "&&", "&", "|", "#",
        "<<", ">>", "mod",
    ];
    match term {
        Term::Atom(_) | Term::Call(..) => false,
        Term::Binary(operator, ..) => !VALUES.contains(&operator.as_str()),
        Term::Not(_) | Term::All(_) | Term::Any(_) | Term::In(..) | Term::Is(..) => true,
    }
}

/// MySQL and MariaDB have numbers for truth values, and call the time a function.
fn atom(text: String, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => text,
        Dialect::MySql | Dialect::MariaDb => match text.as_str() {
            "true" => "1".to_owned(),
            "false" => "0".to_owned(),
            "current_timestamp" | "current_date" | "current_time" => format!("{text}()"),
            _ => text,
        },
    }
}

/// A function by the name that the server keeps (measured on MariaDB 10.11).
fn call(name: &str, arguments: Vec<Term>, dialect: Dialect) -> Term {
    let name = match (dialect, name) {
        (_, "trim") => "btrim",
        (Dialect::MariaDb | Dialect::MySql, "power") => "pow",
        (Dialect::MariaDb | Dialect::MySql, "ceil") => "ceiling",
        (Dialect::MariaDb | Dialect::MySql, "mid") => "substr",
        (Dialect::MariaDb | Dialect::MySql, "position") => "locate",
        (Dialect::MariaDb, "date") if arguments.len() == 1 => "cast as date",
        (Dialect::MariaDb, "length") => "octet_length",
        (Dialect::MariaDb, "character_length") => "char_length",
        (Dialect::MariaDb | Dialect::MySql, "lower") => "lcase",
        (Dialect::MariaDb | Dialect::MySql, "upper") => "ucase",
        (Dialect::MariaDb | Dialect::MySql, "substring") => "substr",
        (Dialect::MariaDb | Dialect::MySql, "now") => "current_timestamp",
        (Dialect::MariaDb | Dialect::MySql, "mod") if arguments.len() == 2 => {
            let mut arguments = arguments.into_iter();
            if let (Some(left), Some(right)) = (arguments.next(), arguments.next()) {
                return Term::binary("%", left, right);
            }
            return Term::Call(name.to_owned(), Vec::new());
        }
        (_, name) => name,
    };
    Term::Call(name.to_owned(), arguments)
}

/// The spelling of an operator that stands for all of its spellings.
pub(super) fn same_operator(operator: &str) -> &str {
    match operator {
        "!=" => "<>",
        "==" => "=",
        "rlike" => "regexp",
        "not rlike" => "not regexp",
        "~~" => "like",
        "!~~" => "not like",
        "~~*" => "ilike",
        "!~~*" => "not ilike",
        "mod" => "%",
        other => other,
    }
}

/// The opposite of a term that is settled already. NULL stays NULL in each of these.
fn negated(term: Term, dialect: Dialect) -> Term {
    match term {
        // Twice the opposite of a number is 0 or 1, not the number.
        Term::Not(term) if is_truth(&term) || dialect == Dialect::Postgres => *term,
        Term::All(terms) => Term::Any(terms.into_iter().map(|term| negated(term, dialect)).collect()),
        Term::Any(terms) => Term::All(terms.into_iter().map(|term| negated(term, dialect)).collect()),
        Term::In(term, is_in, terms) => Term::In(term, !is_in, terms),
        Term::Is(term, is, what) => Term::Is(term, !is, what),
        Term::Binary(operator, left, right) => match opposite(&operator) {
            Some(opposite) => Term::Binary(opposite.to_owned(), left, right),
            None => Term::Not(Box::new(Term::Binary(operator, left, right))),
        },
        // MySQL and MariaDB keep `NOT active` as `active = 0`.
        term @ (Term::Atom(_) | Term::Call(..)) if dialect.is_mysql_like() => {
            Term::binary("=", term, Term::Atom("0".to_owned()))
        }
        term => Term::Not(Box::new(term)),
    }
}

fn opposite(operator: &str) -> Option<&'static str> {
    let opposite = match operator {
        "=" => "<>",
        "<>" => "=",
        "<" => ">=",
        ">=" => "<",
        ">" => "<=",
        "<=" => ">",
        "like" => "not like",
        "not like" => "like",
        "regexp" => "not regexp",
        "not regexp" => "regexp",
        "ilike" => "not ilike",
        "not ilike" => "ilike",
        "is distinct from" => "is not distinct from",
        "is not distinct from" => "is distinct from",
        _ => return None,
    };
    Some(opposite)
}
