use super::{
    NotUnderstood,
    token::{Kind, Token, tokens, without_outer_parentheses},
};

/// A place in a statement, moving forward.
pub(super) struct Cursor<'a> {
    sql: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(sql: &'a str) -> Self {
        Self { sql, tokens: tokens(sql), at: 0 }
    }

    /// The token that stands `ahead` tokens further on; 0 is the next one.
    pub(super) fn peek(&self, ahead: usize) -> Option<&Token<'a>> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        self.peek(0).is_some_and(|token| token.is_word(word))
    }

    pub(super) fn is_symbol(&self, symbol: &str) -> bool {
        self.peek(0).is_some_and(|token| token.is_symbol(symbol))
    }

    pub(super) fn is_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Steps over the next token.
    pub(super) fn step(&mut self) {
        self.at += 1;
    }

    /// Steps over these keywords if all of them follow.
    pub(super) fn take_words(&mut self, words: &[&str]) -> bool {
        let follow = words.iter().enumerate().all(|(ahead, word)| self.peek(ahead).is_some_and(|t| t.is_word(word)));
        if follow {
            self.at += words.len();
        }
        follow
    }

    pub(super) fn take_symbol(&mut self, symbol: &str) -> bool {
        let follows = self.is_symbol(symbol);
        self.at += usize::from(follows);
        follows
    }

    pub(super) fn expect_words(&mut self, words: &[&str], expected: &'static str) -> Result<(), NotUnderstood> {
        if self.take_words(words) { Ok(()) } else { Err(self.not_understood(expected)) }
    }

    pub(super) fn expect_symbol(&mut self, symbol: &'static str) -> Result<(), NotUnderstood> {
        let expected = match symbol {
            "(" => "`(`",
            ")" => "`)`",
            other => other,
        };
        if self.take_symbol(symbol) { Ok(()) } else { Err(self.not_understood(expected)) }
    }

    /// A name, quoted in any way or not at all.
    pub(super) fn name(&mut self) -> Result<String, NotUnderstood> {
        let name = self.peek(0).and_then(Token::name).ok_or_else(|| self.not_understood("a name"))?;
        self.step();
        Ok(name)
    }

    /// Names in parentheses, parted by commas.
    pub(super) fn names(&mut self) -> Result<Vec<String>, NotUnderstood> {
        self.expect_symbol("(")?;
        let mut names = vec![self.name()?];
        while self.take_symbol(",") {
            names.push(self.name()?);
        }
        self.expect_symbol(")")?;
        Ok(names)
    }

    /// The text between the parenthesis that follows and the one that closes it.
    pub(super) fn parenthesised(&mut self) -> Result<&'a str, NotUnderstood> {
        let start = self.peek(0).map_or(self.sql.len(), Token::end);
        self.expect_symbol("(")?;
        let mut depth = 1_usize;
        while let Some(token) = self.peek(0) {
            let end = token.start;
            if token.is_symbol("(") {
                depth += 1;
            } else if token.is_symbol(")") {
                depth -= 1;
            }
            self.step();
            if depth == 0 {
                return Ok(self.sql[start..end].trim());
            }
        }
        Err(self.not_understood("`)`"))
    }

    /// The number of the next token, for `text_since`.
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    /// The text from the token of this number to the one that was last stepped over.
    pub(super) fn text_since(&self, mark: usize) -> &'a str {
        match (self.tokens.get(mark), self.at.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if mark < self.at => &self.sql[first.start..last.end()],
            _ => "",
        }
    }

    /// The expression that is left: without its outer parentheses, the semicolon at its end, and comments at its ends.
    pub(super) fn rest(&mut self) -> &'a str {
        let mut tokens = self.tokens.get(self.at..).unwrap_or_default();
        self.at = self.tokens.len();
        while let [before @ .., last] = tokens
            && last.is_symbol(";")
        {
            tokens = before;
        }
        without_outer_parentheses(self.sql, tokens)
    }

    /// The expression in the parentheses that follow, without these, however many.
    pub(super) fn expression(&mut self) -> Result<&'a str, NotUnderstood> {
        let mark = self.at;
        self.parenthesised()?;
        Ok(without_outer_parentheses(self.sql, &self.tokens[mark..self.at]))
    }

    /// Steps over a token, or over everything in parentheses.
    pub(super) fn step_over(&mut self) -> Result<(), NotUnderstood> {
        if self.is_symbol("(") {
            self.parenthesised()?;
        } else {
            self.step();
        }
        Ok(())
    }

    /// Whether the next token may be part of a type: `varchar`, `"my type"`, `'text'`.
    pub(super) fn is_type_word(&self) -> bool {
        self.peek(0).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted | Kind::Text))
    }

    pub(super) fn not_understood(&self, expected: &'static str) -> NotUnderstood {
        let token = self.peek(0);
        NotUnderstood {
            expected,
            found: token.map(|token| token.text.to_owned()).unwrap_or_default(),
            at: token.map_or(self.sql.len(), |token| token.start),
        }
    }
}
