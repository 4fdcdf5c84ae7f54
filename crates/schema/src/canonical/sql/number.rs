//! Spellings of numbers.

use super::tree::Term;

/// Whether a word is a number rather than a name.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// Whether a word is a number, with or without a sign.
pub(super) fn is_literal(text: &str) -> bool {
    is_number(text.strip_prefix('-').unwrap_or(text))
}

/// A number with a fraction or an exponent in its shortest spelling: `1.50` is `1.5`, `1e3` is `1000.0`, which divides unlike `1000`.
pub(super) fn number(word: &str) -> Option<String> {
    let fraction = is_number(word) && word.contains(['.', 'e']) && word.len() <= 15;
    fraction.then(|| word.parse::<f64>().ok()).flatten().map(shortest)
}

fn shortest(value: f64) -> String {
    let text = value.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

/// `term` as a value of a type: of the cast only that it makes a number of a string is kept, `'-1'::integer`.
pub(super) fn with_type(term: Term, name: &str) -> Term {
    const WHOLE: [&str; 3] = ["integer", "bigint", "smallint"];
    const FRACTIONS: [&str; 3] = ["numeric", "real", "double precision"];
    let Term::Atom(text) = &term else { return term };
    let Some(inner) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) else { return term };
    let (sign, digits) = inner.strip_prefix('-').map_or(("", inner), |digits| ("-", digits));
    // Infinity and NaN are no digits; PostgreSQL keeps them as strings.
    if !is_number(digits) || digits.parse::<f64>().is_err() {
        return term;
    }
    let digits = digits.to_lowercase();
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let spelling = if FRACTIONS.contains(&name) {
        let pointed = if whole { format!("{digits}.0") } else { digits };
        number(&pointed).unwrap_or(pointed)
    } else if WHOLE.contains(&name) {
        digits
    } else {
        return term;
    };
    Term::Atom(format!("{sign}{spelling}"))
}
