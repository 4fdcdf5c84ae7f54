//! Calls whose arguments may stand between keywords. Nothing is read twice, so that nested ones cost no more than others.

use super::{parse::Parser, tree::Term};

impl Parser<'_> {
    /// The call of one of these functions, from behind its name; the inner `None` where it is not understood, the outer where it is no call.
    pub(super) fn with_keywords(&mut self, name: &str) -> Option<Option<Term>> {
        if !self.symbol("(") {
            return None;
        }
        Some(match name {
            "extract" => self.extract(),
            "position" => self.position(),
            "trim" => self.trim(),
            _ => self.substring(),
        })
    }

    /// `extract(year FROM d)`.
    fn extract(&mut self) -> Option<Term> {
        let Term::Atom(field) = self.operators(0)? else { return None };
        let of = if self.word("from") { self.operators(0)? } else { return None };
        let name = format!("extract {}", field.trim_matches('\'').to_lowercase());
        self.symbol(")").then_some(Term::Call(name, vec![of]))
    }

    /// `position('a' IN s)`.
    fn position(&mut self) -> Option<Term> {
        let part = self.operators(0)?;
        let of = if self.word("in") { self.operators(0)? } else { return None };
        self.symbol(")").then_some(Term::Call("position".to_owned(), vec![part, of]))
    }

    /// `trim(BOTH 'x' FROM s)`, which PostgreSQL keeps of `trim(s)`, too (measured on 15).
    fn trim(&mut self) -> Option<Term> {
        let side = self.one_of(&["both", "leading", "trailing"]);
        let name = match side.as_deref() {
            Some("leading") => "ltrim",
            Some("trailing") => "rtrim",
            _ => "btrim",
        };
        if side.is_some() && self.word("from") {
            let of = self.operators(0)?;
            return self.symbol(")").then_some(Term::Call(name.to_owned(), vec![of]));
        }
        let first = self.or()?;
        if self.word("from") {
            let of = self.operators(0)?;
            return self.symbol(")").then_some(Term::Call(name.to_owned(), vec![of, first]));
        }
        if side.is_some() {
            return None;
        }
        self.rest_of_call(name, vec![first])
    }

    /// `substring(s FROM 1 FOR 2)`, which is `substring(s, 1, 2)`.
    fn substring(&mut self) -> Option<Term> {
        let mut arguments = vec![self.or()?];
        if !self.word("from") {
            return self.rest_of_call("substring", arguments);
        }
        arguments.push(self.operators(0)?);
        if self.word("for") {
            arguments.push(self.operators(0)?);
        }
        self.symbol(")").then_some(Term::Call("substring".to_owned(), arguments))
    }

    /// The arguments behind the first ones, and the parenthesis.
    fn rest_of_call(&mut self, name: &str, mut arguments: Vec<Term>) -> Option<Term> {
        while self.symbol(",") {
            arguments.push(self.or()?);
        }
        self.symbol(")").then_some(Term::Call(name.to_owned(), arguments))
    }
}
