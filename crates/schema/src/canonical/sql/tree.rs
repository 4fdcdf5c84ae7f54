use std::fmt;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A name or a literal.
    Atom(String),
    /// A function with its arguments; a row, if it has no name.
    Call(String, Vec<Term>),
    /// Two operands.
    Binary(String, Box<Term>, Box<Term>),
    /// `NOT`.
    Not(Box<Term>),
    /// `AND` of any number.
    All(Vec<Term>),
    /// `OR` of any number.
    Any(Vec<Term>),
    /// `IN` a list, or not.
    In(Box<Term>, bool, Vec<Term>),
    /// `IS NULL`, `IS TRUE`, or not.
    Is(Box<Term>, bool, String),
}

impl Term {
    pub(super) fn binary(operator: impl Into<String>, left: Self, right: Self) -> Self {
        Self::Binary(operator.into(), Box::new(left), Box::new(right))
    }

    /// How many terms it is made of, itself counted.
    pub(super) fn size(&self) -> usize {
        1 + match self {
            Self::Atom(_) => 0,
            Self::Call(_, terms) | Self::All(terms) | Self::Any(terms) => terms.iter().map(Self::size).sum(),
            Self::Binary(_, left, right) => left.size() + right.size(),
            Self::Not(term) | Self::Is(term, ..) => term.size(),
            Self::In(term, _, terms) => term.size() + terms.iter().map(Self::size).sum::<usize>(),
        }
    }
}

impl fmt::Display for Term {
    /// With all parentheses but the outermost.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Atom(text) => f.write_str(text),
            Self::Call(name, arguments) => {
                write!(f, "{name}(")?;
                list(f, arguments, ", ")?;
                f.write_str(")")
            }
            Self::Binary(operator, left, right) => write!(f, "{} {operator} {}", Inner(left), Inner(right)),
            Self::Not(term) => write!(f, "not {}", Inner(term)),
            Self::All(terms) => inner_list(f, terms, " and "),
            Self::Any(terms) => inner_list(f, terms, " or "),
            Self::In(term, is_in, terms) => {
                write!(f, "{} {}in (", Inner(term), if *is_in { "" } else { "not " })?;
                list(f, terms, ", ")?;
                f.write_str(")")
            }
            Self::Is(term, is, what) => write!(f, "{} is {}{what}", Inner(term), if *is { "" } else { "not " }),
        }
    }
}

/// A term inside another one, in parentheses unless it is one by its form.
struct Inner<'a>(&'a Term);

impl fmt::Display for Inner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Term::Atom(_) | Term::Call(..) => write!(f, "{}", self.0),
            term => write!(f, "({term})"),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, terms: &[Term], separator: &str) -> fmt::Result {
    terms.iter().enumerate().try_for_each(|(at, term)| {
        let separator = if at == 0 { "" } else { separator };
        write!(f, "{separator}{term}")
    })
}

fn inner_list(f: &mut fmt::Formatter<'_>, terms: &[Term], separator: &str) -> fmt::Result {
    terms.iter().enumerate().try_for_each(|(at, term)| {
        let separator = if at == 0 { "" } else { separator };
        write!(f, "{separator}{}", Inner(term))
    })
}
