//! `key`, `key = "value"`, `key(..)`: the shape of all hints, before it is known what they mean.

use std::{iter::Peekable, vec::IntoIter};

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};

use crate::{Mistake, Text, visible};

/// The tokens that are still to be read.
type Rest = Peekable<IntoIter<TokenTree>>;

/// How deep parentheses may stand in each other: deeper than any hint has them, far from the end of the stack.
const DEEPEST: usize = 8;

/// One hint.
pub(crate) struct Argument {
    pub(crate) key: String,
    pub(crate) span: Span,
    pub(crate) form: Form,
}

/// What stands behind its key.
pub(crate) enum Form {
    /// Nothing.
    Flag,
    /// `= ..`
    Value(Value),
    /// `(..)`
    List(Vec<Item>),
}

/// What stands behind `=`.
pub(crate) enum Value {
    Text(Text),
    Number(u32, Span),
    Other(Span),
}

/// A member of a list.
pub(crate) enum Item {
    Text(Text),
    Argument(Argument),
}

/// Takes tokens apart; what has another shape is a mistake.
pub(crate) fn parse(tokens: TokenStream, mistakes: &mut Vec<Mistake>) -> Vec<Item> {
    list(tokens, 0, mistakes)
}

fn list(tokens: TokenStream, depth: usize, mistakes: &mut Vec<Mistake>) -> Vec<Item> {
    let mut rest = visible(tokens).into_iter().peekable();
    let mut items = Vec::new();
    while let Some(tree) = rest.next() {
        match tree {
            TokenTree::Ident(ident) => items.push(Item::Argument(argument(&ident, depth, &mut rest, mistakes))),
            TokenTree::Literal(literal) => match text(&literal) {
                Some(text) => items.push(Item::Text(text)),
                None => mistakes.push(Mistake::new(literal.span(), "a string in quotes is expected here")),
            },
            other => {
                mistakes.push(Mistake::new(other.span(), format!("`{other}` is not expected here")));
                skip(&mut rest);
                continue;
            }
        }
        comma(&mut rest, mistakes);
    }
    items
}

fn argument(ident: &Ident, depth: usize, rest: &mut Rest, mistakes: &mut Vec<Mistake>) -> Argument {
    let key = ident.to_string();
    let key = key.strip_prefix("r#").map(str::to_owned).unwrap_or(key);
    let form = match rest.peek() {
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            rest.next();
            Form::Value(value(ident.span(), rest, mistakes))
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            let (stream, span) = (group.stream(), group.span());
            rest.next();
            if depth < DEEPEST {
                Form::List(list(stream, depth + 1, mistakes))
            } else {
                mistakes.push(Mistake::new(span, "no hint has so many parentheses in each other"));
                Form::List(Vec::new())
            }
        }
        _ => Form::Flag,
    };
    Argument { key, span: ident.span(), form }
}

fn value(key: Span, rest: &mut Rest, mistakes: &mut Vec<Mistake>) -> Value {
    match rest.peek() {
        Some(TokenTree::Literal(literal)) => {
            let literal = literal.clone();
            rest.next();
            match (text(&literal), literal.to_string().parse()) {
                (Some(text), _) => Value::Text(text),
                (None, Ok(number)) => Value::Number(number, literal.span()),
                (None, Err(_)) => Value::Other(literal.span()),
            }
        }
        Some(tree) if is_comma(tree) => {
            mistakes.push(Mistake::new(tree.span(), "a value is missing before this comma"));
            Value::Other(key)
        }
        Some(tree) => {
            let span = tree.span();
            // The whole of it is one mistake: `= -1`, `= concat!(..)`.
            while rest.next_if(|tree| !is_comma(tree)).is_some() {}
            Value::Other(span)
        }
        None => {
            mistakes.push(Mistake::new(key, "a value is missing behind this key"));
            Value::Other(key)
        }
    }
}

/// Steps over the comma that has to be next, unless nothing is.
fn comma(rest: &mut Rest, mistakes: &mut Vec<Mistake>) {
    match rest.peek() {
        None => {}
        Some(tree) if is_comma(tree) => {
            rest.next();
        }
        Some(tree) => {
            mistakes.push(Mistake::new(tree.span(), "a comma is missing before this"));
            skip(rest);
        }
    }
}

/// Steps over everything up to the next comma and over that.
fn skip(rest: &mut Rest) {
    for tree in rest.by_ref() {
        if is_comma(&tree) {
            return;
        }
    }
}

fn is_comma(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// The string that a literal is.
fn text(literal: &Literal) -> Option<Text> {
    // The compiler reads the ends of lines so; whoever parses a file does not.
    let source = literal.to_string().replace("\r\n", "\n");
    let value = match source.strip_prefix('r') {
        Some(raw) => {
            let body = raw.trim_start_matches('#');
            let end = format!("\"{}", "#".repeat(raw.len() - body.len()));
            body.strip_prefix('"')?.strip_suffix(&end)?.to_owned()
        }
        None => unescaped(source.strip_prefix('"')?.strip_suffix('"')?)?,
    };
    Some(Text { value, span: literal.span() })
}

/// The text without escapes: the Rust reference, "String literals".
fn unescaped(text: &str) -> Option<String> {
    let mut value = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            value.push(c);
            continue;
        }
        match rest.next()? {
            'n' => value.push('\n'),
            'r' => value.push('\r'),
            't' => value.push('\t'),
            '0' => value.push('\0'),
            'x' => {
                let digits: String = rest.by_ref().take(2).collect();
                value.push(char::from(u8::from_str_radix(&digits, 16).ok()?));
            }
            'u' => {
                let digits: String = rest.by_ref().skip(1).take_while(|c| *c != '}').filter(|c| *c != '_').collect();
                value.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
            }
            // A line that goes on in the next one.
            '\n' => {
                let after = rest.as_str().trim_start_matches([' ', '\t', '\n', '\r']);
                rest = after.chars();
            }
            other => value.push(other),
        }
    }
    Some(value)
}
