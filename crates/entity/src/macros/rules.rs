//! `macro_rules! name { (pattern) => { body }; .. }` (the Rust reference, "Macros By Example").

use std::iter::Peekable;

use proc_macro2::{Delimiter, TokenStream, TokenTree, token_stream::IntoIter};

/// A macro.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(super) rules: Vec<Rule>,
}

/// One of its rules.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) pattern: Vec<Piece>,
    pub(super) body: Vec<Piece>,
}

/// A piece of a pattern or of a body.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// `$name:kind` in a pattern, `$name` in a body.
    Variable(String, Option<String>),
    /// `$( .. ) separator repeat`
    Repeat(Vec<Piece>, Option<TokenTree>, char),
    /// A group.
    Group(Delimiter, Vec<Piece>),
    /// Any other token.
    Token(TokenTree),
}

impl Rules {
    /// Reads the inside of a `macro_rules!`; `None` where it is none that is understood.
    pub(crate) fn parse(tokens: TokenStream) -> Option<Self> {
        let mut rest = tokens.into_iter();
        let mut rules = Vec::new();
        while let Some(tree) = rest.next() {
            let TokenTree::Group(pattern) = tree else { return None };
            let arrow = (rest.next()?.to_string(), rest.next()?.to_string());
            let TokenTree::Group(body) = rest.next()? else { return None };
            if arrow != ("=".to_owned(), ">".to_owned()) {
                return None;
            }
            rules.push(Rule { pattern: pieces(pattern.stream(), true)?, body: pieces(body.stream(), false)? });
            // The semicolon may be missing behind the last one.
            let _semicolon = rest.next();
        }
        Some(Self { rules })
    }
}

fn pieces(tokens: TokenStream, is_pattern: bool) -> Option<Vec<Piece>> {
    let mut rest = tokens.into_iter().peekable();
    let mut pieces = Vec::new();
    while let Some(tree) = rest.next() {
        pieces.push(match tree {
            TokenTree::Punct(punct) if punct.as_char() == '$' => variable(&mut rest, is_pattern)?,
            TokenTree::Group(group) => Piece::Group(group.delimiter(), self::pieces(group.stream(), is_pattern)?),
            other => Piece::Token(other),
        });
    }
    Some(pieces)
}

/// What follows a `$`.
fn variable(rest: &mut Peekable<IntoIter>, is_pattern: bool) -> Option<Piece> {
    match rest.next()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            let inner = pieces(group.stream(), is_pattern)?;
            let (first, repeat) = match rest.next()? {
                TokenTree::Punct(punct) if matches!(punct.as_char(), '*' | '+' | '?') => (None, punct.as_char()),
                separator => match rest.next()? {
                    TokenTree::Punct(punct) if matches!(punct.as_char(), '*' | '+') => {
                        (Some(separator), punct.as_char())
                    }
                    _ => return None,
                },
            };
            Some(Piece::Repeat(inner, first, repeat))
        }
        // `$crate` is the crate of the macro, and what is expanded here is of the same one or names its own types.
        TokenTree::Ident(ident) if ident == "crate" => Some(Piece::Token(TokenTree::Ident(ident))),
        TokenTree::Ident(ident) => {
            if !is_pattern {
                return Some(Piece::Variable(ident.to_string(), None));
            }
            match (rest.next()?, rest.next()?) {
                (TokenTree::Punct(colon), TokenTree::Ident(kind)) if colon.as_char() == ':' => {
                    Some(Piece::Variable(ident.to_string(), Some(kind.to_string())))
                }
                _ => None,
            }
        }
        _ => None,
    }
}
