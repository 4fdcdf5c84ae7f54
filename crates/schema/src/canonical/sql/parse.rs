//! From tokens to a term, by precedence. Unknown forms are given up, not guessed.

use super::{Casts, cast, number, settle, token::Token, tree::Term};
use crate::Dialect;

/// The term that all the tokens are; `None` where they are something else.
pub(super) fn term(tokens: &[Token], dialect: Dialect, casts: Casts) -> Option<Term> {
    let mut parser = Parser { tokens, dialect, casts, depth: 0, links: 0 };
    let term = parser.or()?;
    parser.tokens.is_empty().then_some(term)
}

/// Nested deeper than this is given up, before the stack is.
const DEEPEST: usize = 100;

/// Chains of one operator nest their terms to the left without nesting the parser; so many of their links, of the whole text, and no more. What
/// BETWEEN doubles counts as well.
const LONGEST: usize = 300;

/// What each dialect's operators on values are, the loosest first (the manuals: PostgreSQL 4.1.6, MySQL 14.4.1, SQLite `lang_expr.html`).
fn levels(dialect: Dialect) -> &'static [&'static [&'static str]] {
    match dialect {
        Dialect::Postgres => &[
            &["||", "->", "->>", "#>", "#>>", "@>", "<@", "?", "&&", "&", "|", "#", "<<", ">>"],
            &["+", "-"],
            &["*", "/", "%"],
            &["^"],
        ],
        Dialect::MySql | Dialect::MariaDb => {
            &[&["|"], &["&"], &["<<", ">>"], &["+", "-"], &["*", "/", "%", "mod", "div"], &["^"], &["->", "->>"]]
        }
        Dialect::Sqlite => &[&["<<", ">>", "&", "|"], &["+", "-"], &["*", "/", "%"], &["||", "->", "->>"]],
    }
}

pub(super) struct Parser<'a> {
    tokens: &'a [Token],
    dialect: Dialect,
    casts: Casts,
    depth: usize,
    links: usize,
}

impl Parser<'_> {
    /// Counts what nests a term; `None` where there is too much of it.
    fn link(&mut self, count: usize) -> Option<()> {
        self.links += count;
        (self.links <= LONGEST).then_some(())
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        self.take(|token| matches!(token, Token::Word(known) if known == word)).is_some()
    }

    pub(super) fn symbol(&mut self, symbol: &str) -> bool {
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
    pub(super) fn one_of(&mut self, operators: &[&str]) -> Option<String> {
        match self.take(|token| match token {
            Token::Word(text) | Token::Symbol(text) => operators.contains(&text.as_str()),
            Token::Quoted(_) | Token::Text(_) => false,
        })? {
            Token::Word(text) | Token::Symbol(text) | Token::Quoted(text) | Token::Text(text) => Some(text),
        }
    }

    pub(super) fn or(&mut self) -> Option<Term> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let operators: &[&str] = if self.dialect.is_mysql_like() { &["or", "||"] } else { &["or"] };
        let mut terms = vec![self.xor()?];
        while self.one_of(operators).is_some() {
            terms.push(self.xor()?);
        }
        self.depth -= 1;
        Some(if terms.len() == 1 { terms.remove(0) } else { Term::Any(terms) })
    }

    fn xor(&mut self) -> Option<Term> {
        let mut left = self.and()?;
        while self.dialect.is_mysql_like() && self.word("xor") {
            self.link(1)?;
            left = Term::binary("xor", left, self.and()?);
        }
        Some(left)
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
            self.link(1)?;
            negations += 1;
        }
        let term = self.comparison()?;
        Some((0..negations).fold(term, |term, _| Term::Not(Box::new(term))))
    }

    /// Comparisons. Where one follows on another, the dialects differ on which is the inner one: only what is sure is taken.
    fn comparison(&mut self) -> Option<Term> {
        const COMPARISONS: [&str; 17] =
            ["=", "==", "<>", "!=", "<", ">", "<=", ">=", "<=>", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*"];
        let mut left = self.operators(0)?;
        let mut is_first = true;
        loop {
            left = if self.word("is") {
                self.is(left)?
            } else if let Some(operator) = self.one_of(&COMPARISONS) {
                if !is_first && !self.dialect.is_mysql_like() {
                    return None;
                }
                match self.one_of(&["any", "some", "all"]) {
                    Some(which) => self.quantified(left, &operator, which == "all")?,
                    None => Term::binary(operator, left, self.operators(0)?),
                }
            } else {
                let negated = self.word("not");
                match self.one_of(&["in", "between", "like", "ilike", "glob", "regexp", "rlike"]) {
                    Some(operator) if is_first => self.membership(left, &operator, negated)?,
                    // A NOT belongs to one of these, or to something that is not known here.
                    None if !negated => return Some(left),
                    Some(_) | None => return None,
                }
            };
            // Only what stands on another one nests.
            self.link(usize::from(!is_first))?;
            is_first = false;
        }
    }

    fn is(&mut self, left: Term) -> Option<Term> {
        let is = !self.word("not");
        if self.word("distinct") {
            let right = if self.word("from") { self.operators(0)? } else { return None };
            let operator = if is { "is distinct from" } else { "is not distinct from" };
            return Some(Term::binary(operator, left, right));
        }
        let what = self.one_of(&["null", "true", "false", "unknown"])?;
        Some(Term::Is(Box::new(left), is, what))
    }

    /// `= ANY (ARRAY[..])`, `<> ALL (ARRAY[..])`, which IN becomes; an array of another kind stays one.
    fn quantified(&mut self, left: Term, operator: &str, all: bool) -> Option<Term> {
        let array = self.grouped()?;
        match (array, operator, all) {
            (Term::Call(name, list), "=", false) if name == "array" => Some(Term::In(Box::new(left), true, list)),
            (Term::Call(name, list), "<>" | "!=", true) if name == "array" => {
                Some(Term::In(Box::new(left), false, list))
            }
            (array, ..) => {
                let which = if all { "all" } else { "any" };
                let operator = settle::same_operator(operator);
                Some(Term::binary(format!("{operator} {which}"), left, array))
            }
        }
    }

    /// `IN (..)`, `BETWEEN .. AND ..`, `LIKE ..`, from behind the operator.
    fn membership(&mut self, left: Term, operator: &str, negated: bool) -> Option<Term> {
        match operator {
            "in" => {
                let list = self.list("(", ")")?;
                Some(Term::In(Box::new(left), !negated, list))
            }
            "between" => {
                self.link(left.size())?;
                let least = self.operators(0)?;
                let most = if self.word("and") { self.operators(0)? } else { return None };
                let (below, above) = (Term::binary(">=", left.clone(), least), Term::binary("<=", left, most));
                let within = Term::All(vec![below, above]);
                Some(if negated { Term::Not(Box::new(within)) } else { within })
            }
            operator => {
                let right = self.operators(0)?;
                if self.word("escape") {
                    return None;
                }
                let operator = if negated { format!("not {operator}") } else { operator.to_owned() };
                Some(Term::binary(operator, left, right))
            }
        }
    }

    /// The operators of this level and all that bind tighter.
    pub(super) fn operators(&mut self, level: usize) -> Option<Term> {
        let Some(known) = levels(self.dialect).get(level) else { return self.signed() };
        let mut left = self.operators(level + 1)?;
        let mut is_first = true;
        while let Some(operator) = self.one_of(known) {
            self.link(usize::from(!is_first))?;
            is_first = false;
            left = Term::binary(operator, left, self.operators(level + 1)?);
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
                Term::Atom(digits) if number::is_number(&digits) => Term::Atom(format!("-{digits}")),
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

    /// An operand with its casts, which only PostgreSQL writes so: its catalog adds some everywhere.
    fn cast(&mut self) -> Option<Term> {
        let mut term = self.operand()?;
        loop {
            if self.dialect == Dialect::Postgres && self.symbol("::") {
                self.link(1)?;
                term = cast::cast(term, &self.type_name()?, self.casts);
            } else if self.word("collate") {
                let Some(Token::Word(name) | Token::Quoted(name)) = self.take(is_name) else { return None };
                self.link(1)?;
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
        // PostgreSQL writes a precision inside, `timestamp(3) without time zone`, people behind; here it is behind.
        let (mut precision, mut brackets) = (String::new(), String::new());
        loop {
            if let Some(word) = self.one_of(&FURTHER) {
                name = format!("{name} {word}");
            } else if self.symbol("(") {
                precision = self.precision()?;
            } else if self.symbol("[") {
                if !self.symbol("]") {
                    return None;
                }
                brackets.push_str("[]");
            } else {
                return Some(name + &precision + &brackets);
            }
        }
    }

    /// `(12,2)`, from behind the parenthesis.
    fn precision(&mut self) -> Option<String> {
        let mut text = "(".to_owned();
        while !self.symbol(")") {
            match self.take(|_| true)? {
                Token::Word(word) | Token::Symbol(word) | Token::Quoted(word) | Token::Text(word) => {
                    text.push_str(&word)
                }
            }
        }
        text.push(')');
        Some(text)
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
            "trim" | "substring" | "extract" | "position" => {
                if let Some(call) = self.with_keywords(&word) {
                    return call;
                }
            }
            // Only a string may follow: a literal of the type.
            "interval" if self.dialect == Dialect::Postgres => {}
            "x" if self.dialect == Dialect::Postgres && self.is_text() => return None,
            "select" | "exists" | "interval" | "distinct" => return None,
            _ => {}
        }
        if let Some(Token::Text(text)) = self.take(|token| matches!(token, Token::Text(_))) {
            // A literal of a named type, whose name PostgreSQL puts behind it as a cast.
            return Some(match self.dialect {
                Dialect::Postgres => cast::cast(Term::Atom(text), &word, self.casts),
                Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Term::Atom(format!("{word} {text}")),
            });
        }
        if matches!(self.tokens.first(), Some(Token::Symbol(symbol)) if symbol == "(") {
            return Some(Term::Call(word, self.list("(", ")")?));
        }
        Some(Term::Atom(number::number(&word).unwrap_or(word)))
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
            Dialect::Postgres => cast::cast(term, &name, self.casts),
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

    fn is_text(&self) -> bool {
        matches!(self.tokens.first(), Some(Token::Text(_)))
    }

    pub(super) fn list(&mut self, open: &str, close: &str) -> Option<Vec<Term>> {
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
