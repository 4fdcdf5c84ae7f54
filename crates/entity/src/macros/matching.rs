//! Whether a call matches a pattern, and what its variables stand for then.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Block, Expr, Ident, Item, Lifetime, Lit, Meta, Pat, Path, Token, Type, Visibility,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser, discouraged::Speculative},
};

use super::rules::Piece;

/// What the variables stand for.
pub(super) type Bindings = HashMap<String, Binding>;

/// What one variable stands for.
#[derive(Clone, Debug)]
pub(super) enum Binding {
    One(TokenStream),
    /// One for each repetition.
    Many(Vec<Binding>),
}

/// Matches the whole input.
pub(super) fn bind(pattern: &[Piece], input: TokenStream) -> Option<Bindings> {
    let read = |stream: ParseStream<'_>| {
        let mut bindings = Bindings::new();
        all(pattern, stream, &mut bindings)?;
        if stream.is_empty() { Ok(bindings) } else { Err(stream.error("more than the pattern")) }
    };
    read.parse2(input).ok()
}

fn all(pattern: &[Piece], input: ParseStream<'_>, bindings: &mut Bindings) -> syn::Result<()> {
    pattern.iter().try_for_each(|piece| one(piece, input, bindings))
}

fn one(piece: &Piece, input: ParseStream<'_>, bindings: &mut Bindings) -> syn::Result<()> {
    match piece {
        Piece::Variable(name, kind) => {
            let tokens = fragment(kind.as_deref().unwrap_or_default(), input)?;
            bindings.insert(name.clone(), Binding::One(tokens));
            Ok(())
        }
        Piece::Token(expected) => {
            let found = input.parse::<TokenTree>()?;
            if found.to_string() == expected.to_string() { Ok(()) } else { Err(input.error("another token")) }
        }
        Piece::Group(delimiter, pieces) => match input.parse::<TokenTree>()? {
            TokenTree::Group(group) if group.delimiter() == *delimiter => {
                let inner = bind(pieces, group.stream()).ok_or_else(|| input.error("another group"))?;
                bindings.extend(inner);
                Ok(())
            }
            _ => Err(input.error("no group")),
        },
        Piece::Repeat(pieces, separator, repeat) => repeated((pieces, separator.as_ref(), *repeat), input, bindings),
    }
}

fn repeated(
    (pieces, separator, repeat): (&[Piece], Option<&TokenTree>, char),
    input: ParseStream<'_>,
    bindings: &mut Bindings,
) -> syn::Result<()> {
    let mut times: Vec<Bindings> = Vec::new();
    while !input.is_empty() && (repeat != '?' || times.is_empty()) {
        let ahead = input.fork();
        let mut own = Bindings::new();
        let has_separator = times.is_empty()
            || separator.is_none_or(|separator| {
                ahead.parse::<TokenTree>().is_ok_and(|found| found.to_string() == separator.to_string())
            });
        let before = ahead.cursor();
        if !has_separator || all(pieces, &ahead, &mut own).is_err() || before == ahead.cursor() {
            break;
        }
        input.advance_to(&ahead);
        times.push(own);
    }
    if repeat == '+' && times.is_empty() {
        return Err(input.error("not even one"));
    }
    let mut names = Vec::new();
    variables(pieces, &mut names);
    for name in names {
        let each = times.iter().filter_map(|own| own.get(&name).cloned()).collect();
        bindings.insert(name, Binding::Many(each));
    }
    Ok(())
}

fn variables(pieces: &[Piece], names: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Variable(name, _) => names.push(name.clone()),
            Piece::Repeat(inner, ..) | Piece::Group(_, inner) => variables(inner, names),
            Piece::Token(_) => {}
        }
    }
}

/// The tokens of one fragment.
fn fragment(kind: &str, input: ParseStream<'_>) -> syn::Result<TokenStream> {
    match kind {
        "ident" => consumed(input, Ident::parse_any),
        "ty" => consumed(input, Type::parse),
        "path" => consumed(input, Path::parse),
        "expr" | "expr_2021" => consumed(input, Expr::parse),
        "literal" => consumed(input, |input| {
            input.parse::<Option<Token![-]>>()?;
            input.parse::<Lit>()
        }),
        "tt" => consumed(input, TokenTree::parse),
        "vis" => consumed(input, Visibility::parse),
        "meta" => consumed(input, Meta::parse),
        "lifetime" => consumed(input, Lifetime::parse),
        "block" => consumed(input, Block::parse),
        "item" => consumed(input, Item::parse),
        "pat" | "pat_param" => consumed(input, Pat::parse_multi_with_leading_vert),
        _ => Err(input.error("an unknown kind of fragment")),
    }
}

/// What a parser takes from the input, as it stands there.
fn consumed<T>(
    input: ParseStream<'_>,
    parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<TokenStream> {
    let mut at = input.cursor();
    parse(input)?;
    let end = input.cursor();
    let mut trees = Vec::new();
    while at != end {
        let Some((tree, next)) = at.token_tree() else { break };
        trees.push(tree);
        at = next;
    }
    Ok(trees.into_iter().collect())
}
