//! From tokens to a term, by precedence. Unknown forms are given up, not guessed.

use super::{token::Token, tree::Term};
use crate::Dialect;

/// The term that all the tokens are; `None` where they are something else.
pub(super) fn term(tokens: &[Token], dialect: Dialect) -> Option<Term> {
    let mut parser = Parser { tokens, dialect, depth: 0 };
    let term = parser.or()?;
    parser.tokens.is_empty().then_some(term)
}

/// Nested deeper than this is given up, before the stack is.
const DEEPEST: usize = 100;

struct Parser<'a> {
    tokens: &'a [Token],
    dialect: Dialect,
    depth: usize,
}

impl Parser<'_> {
    fn word(&mut self, word: &str) -> bool {
        self.take(|token| matches!(token, Token::Word(known) if known == word)).is_some()
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        self.take(|token| matches!(token, Token::Symbol(known) if known == symbol)).is_some()
    }

    fn take(&mut self, wanted: impl Fn(&Token) -> bool) -> Option<Token> {
        let (first, rest) = self.tokens.split_first()?;
        if !wanted(first) {
            return None;
        }
        self.tokens = rest;
        Some(first.clone())
    }

    /// One of these operators, if it is next.
    fn one_of(&mut self, operators: &[&str]) -> Option<String> {
        match self.take(|token| match token {
            Token::Word(text) | Token::Symbol(text) => operators.contains(&text.as_str()),
            Token::Quoted(_) | Token::Text(_) => false,
        })? {
            Token::Word(text) | Token::Symbol(text) | Token::Quoted(text) | Token::Text(text) => Some(text),
        }
    }

    fn or(&mut self) -> Option<Term> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let operators: &[&str] = if self.dialect.is_mysql_like() { &["or", "||"] } else { &["or"] };
        let mut terms = vec![self.and()?];
        while self.one_of(operators).is_some() {
            terms.push(self.and()?);
        }
        self.depth -= 1;
        Some(if terms.len() == 1 { terms.remove(0) } else { Term::Any(terms) })
    }

    fn and(&mut self) -> Option<Term> {
        let operators: &[&str] = if self.dialect.is_mysql_like() { &["and", "&&"] } else { &["and"] };
        let mut terms = vec![self.not()?];
        while self.one_of(operators).is_some() {
            terms.push(self.not()?);
        }
        Some(if terms.len() == 1 { terms.remove(0) } else { Term::All(terms) })
    }

    fn not(&mut self) -> Option<Term> {
        let mut negations = 0;
        while self.word("not") {
            negations += 1;
        }
        let term = self.comparison()?;
        Some((0..negations).fold(term, |term, _| Term::Not(Box::new(term))))
    }

    fn comparison(&mut self) -> Option<Term> {
        const COMPARISONS: [&str; 18] = [
            "=", "<>", "!=", "<", ">", "<=", ">=", "<=>", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", "regexp",
            "rlike",
        ];
        let mut left = self.other_operators()?;
        loop {
            left = if self.word("is") {
                self.is(left)?
            } else if let Some(operator) = self.one_of(&COMPARISONS) {
                match self.one_of(&["any", "some", "all"]) {
                    Some(which) => self.quantified(left, &operator, which == "all")?,
                    None => Term::binary(operator, left, self.other_operators()?),
                }
            } else {
                let negated = self.word("not");
                match self.membership(left.clone(), negated) {
                    Some(term) => term,
                    // A NOT belongs to one of these, or to something that is not known here.
                    None if negated => return None,
                    None => return Some(left),
                }
            };
        }
    }

    fn is(&mut self, left: Term) -> Option<Term> {
        let is = !self.word("not");
        if self.word("distinct") {
            let right = if self.word("from") { self.other_operators()? } else { return None };
            let operator = if is { "is distinct from" } else { "is not distinct from" };
            return Some(Term::binary(operator, left, right));
        }
        let what = self.one_of(&["null", "true", "false", "unknown"])?;
        Some(Term::Is(Box::new(left), is, what))
    }

    /// `= ANY (ARRAY[..])`, `<> ALL (ARRAY[..])`.
    fn quantified(&mut self, left: Term, operator: &str, all: bool) -> Option<Term> {
        let list = match self.grouped()? {
            Term::Call(name, list) if name == "array" => list,
            _ => return None,
        };
        match (operator, all) {
            ("=", false) => Some(Term::In(Box::new(left), true, list)),
            ("<>" | "!=", true) => Some(Term::In(Box::new(left), false, list)),
            _ => None,
        }
    }

    /// `IN (..)`, `BETWEEN .. AND ..`, `LIKE ..`; `None` where none of them is next.
    fn membership(&mut self, left: Term, negated: bool) -> Option<Term> {
        match self.one_of(&["in", "between", "like", "ilike", "glob"])?.as_str() {
            "in" => {
                let list = self.list("(", ")")?;
                Some(Term::In(Box::new(left), !negated, list))
            }
            "between" => {
                let least = self.other_operators()?;
                let most = if self.word("and") { self.other_operators()? } else { return None };
                let (below, above) = (Term::binary(">=", left.clone(), least), Term::binary("<=", left, most));
                let within = Term::All(vec![below, above]);
                Some(if negated { Term::Not(Box::new(within)) } else { within })
            }
            operator => {
                let right = self.other_operators()?;
                if self.word("escape") {
                    return None;
                }
                let operator = if negated { format!("not {operator}") } else { operator.to_owned() };
                Some(Term::binary(operator, left, right))
            }
        }
    }

    fn other_operators(&mut self) -> Option<Term> {
        const OTHERS: [&str; 14] = ["||", "->", "->>", "#>", "#>>", "@>", "<@", "?", "&&", "&", "|", "#", "<<", ">>"];
        let mut left = self.sum()?;
        while !self.is_or()
            && let Some(operator) = self.one_of(&OTHERS)
        {
            left = Term::binary(operator, left, self.sum()?);
        }
        Some(left)
    }

    /// Whether the next is an operator that MySQL and MariaDB take for OR and AND.
    fn is_or(&self) -> bool {
        let next = self.tokens.first();
        self.dialect.is_mysql_like() && matches!(next, Some(Token::Symbol(text)) if text == "||" || text == "&&")
    }

    fn sum(&mut self) -> Option<Term> {
        let mut left = self.product()?;
        while let Some(operator) = self.one_of(&["+", "-"]) {
            left = Term::binary(operator, left, self.product()?);
        }
        Some(left)
    }

    fn product(&mut self) -> Option<Term> {
        let mut left = self.signed()?;
        while let Some(operator) = self.one_of(&["*", "/", "%", "mod", "div", "^"]) {
            left = Term::binary(operator, left, self.signed()?);
        }
        Some(left)
    }

    fn signed(&mut self) -> Option<Term> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let term = if self.symbol("-") {
            match self.signed()? {
                Term::Atom(number) if is_number(&number) => Term::Atom(format!("-{number}")),
                other => Term::Call("-".to_owned(), vec![other]),
            }
        } else if self.symbol("+") {
            self.signed()?
        } else if self.dialect.is_mysql_like() && self.symbol("!") {
            Term::Not(Box::new(self.signed()?))
        } else {
            self.cast()?
        };
        self.depth -= 1;
        Some(term)
    }

    /// An operand with its casts, which only PostgreSQL writes so, and which are not compared: its catalog adds them everywhere.
    fn cast(&mut self) -> Option<Term> {
        let mut term = self.operand()?;
        loop {
            if self.dialect == Dialect::Postgres && self.symbol("::") {
                term = with_type(term, &self.type_name()?);
            } else if self.word("collate") {
                let Some(Token::Word(name) | Token::Quoted(name)) = self.take(is_name) else { return None };
                term = Term::Call(format!("collate {name}"), vec![term]);
            } else {
                return Some(term);
            }
        }
    }

    /// A type's words: `character varying(20)[]`, `timestamp(3) with time zone`.
    fn type_name(&mut self) -> Option<String> {
        const FURTHER: [&str; 7] = ["varying", "precision", "without", "with", "time", "zone", "unsigned"];
        let mut name = match self.take(is_name)? {
            Token::Word(name) | Token::Quoted(name) | Token::Text(name) | Token::Symbol(name) => name,
        };
        loop {
            if let Some(word) = self.one_of(&FURTHER) {
                name = format!("{name} {word}");
            } else if self.symbol("(") {
                while !self.symbol(")") {
                    self.take(|_| true)?;
                }
            } else if self.symbol("[") {
                if !self.symbol("]") {
                    return None;
                }
            } else {
                return Some(name);
            }
        }
    }

    fn operand(&mut self) -> Option<Term> {
        if matches!(self.tokens.first(), Some(Token::Symbol(symbol)) if symbol == "(") {
            return self.grouped();
        }
        if self.symbol("*") {
            return Some(Term::Atom("*".to_owned()));
        }
        match self.take(|token| !matches!(token, Token::Symbol(_)))? {
            Token::Text(text) | Token::Quoted(text) => Some(Term::Atom(text)),
            Token::Symbol(_) => None,
            Token::Word(word) => self.after_word(word),
        }
    }

    fn after_word(&mut self, word: String) -> Option<Term> {
        match word.as_str() {
            "case" => return self.case(),
            "cast" => return self.written_cast(),
            "array" => return Some(Term::Call(word, self.list("[", "]")?)),
            "select" | "exists" | "extract" | "interval" | "distinct" => return None,
            _ => {}
        }
        if let Some(Token::Text(text)) = self.take(|token| matches!(token, Token::Text(_))) {
            // A literal of a named type, whose name PostgreSQL puts behind it as a cast.
            return Some(match self.dialect {
                Dialect::Postgres => Term::Atom(text),
                Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Term::Atom(format!("{word} {text}")),
            });
        }
        if matches!(self.tokens.first(), Some(Token::Symbol(symbol)) if symbol == "(") {
            return Some(Term::Call(word, self.list("(", ")")?));
        }
        Some(Term::Atom(number(&word).unwrap_or(word)))
    }

    fn case(&mut self) -> Option<Term> {
        let mut parts = Vec::new();
        let mut name = "case".to_owned();
        if !matches!(self.tokens.first(), Some(Token::Word(word)) if word == "when") {
            name.push_str(" of");
            parts.push(self.or()?);
        }
        while self.word("when") {
            parts.push(self.or()?);
            parts.push(if self.word("then") { self.or()? } else { return None });
        }
        parts.push(if self.word("else") { self.or()? } else { Term::Atom("null".to_owned()) });
        self.word("end").then_some(Term::Call(name, parts))
    }

    /// `CAST(x AS type)`. PostgreSQL gives it back as `x::type`.
    fn written_cast(&mut self) -> Option<Term> {
        if !self.symbol("(") {
            return None;
        }
        let term = self.or()?;
        let name = if self.word("as") { self.type_name()? } else { return None };
        if !self.symbol(")") {
            return None;
        }
        Some(match self.dialect {
            Dialect::Postgres => with_type(term, &name),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Term::Call(format!("cast as {name}"), vec![term]),
        })
    }

    /// One term in parentheses, or a row of several.
    fn grouped(&mut self) -> Option<Term> {
        let mut terms = self.list("(", ")")?;
        match terms.len() {
            0 => None,
            1 => Some(terms.remove(0)),
            _ => Some(Term::Call(String::new(), terms)),
        }
    }

    fn list(&mut self, open: &str, close: &str) -> Option<Vec<Term>> {
        if !self.symbol(open) {
            return None;
        }
        let mut terms = Vec::new();
        if self.symbol(close) {
            return Some(terms);
        }
        loop {
            terms.push(self.or()?);
            if self.symbol(close) {
                return Some(terms);
            }
            if !self.symbol(",") {
                return None;
            }
        }
    }
}

fn is_name(token: &Token) -> bool {
    matches!(token, Token::Word(_) | Token::Quoted(_))
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// A number with a fraction or an exponent in its shortest spelling: `1.50` is `1.5`, `1e3` is `1000`.
fn number(word: &str) -> Option<String> {
    let fraction = is_number(word) && word.contains(['.', 'e']) && word.len() <= 15;
    fraction.then(|| word.parse::<f64>().ok()).flatten().map(|value| value.to_string())
}

/// `term` as a value of a type: of the cast only that it makes a number of a string is kept, `'-1'::integer`.
fn with_type(term: Term, name: &str) -> Term {
    const NUMBERS: [&str; 9] =
        ["integer", "bigint", "smallint", "numeric", "real", "double precision", "int", "decimal", "float"];
    match &term {
        Term::Atom(text) if NUMBERS.contains(&name) && text.starts_with('\'') => {
            let inner = text.trim_matches('\'');
            if inner.parse::<f64>().is_err() {
                return term;
            }
            let (sign, digits) = inner.strip_prefix('-').map_or(("", inner), |digits| ("-", digits));
            Term::Atom(format!("{sign}{}", number(digits).unwrap_or_else(|| digits.to_owned())))
        }
        _ => term,
    }
}
