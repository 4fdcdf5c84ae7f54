//! The conditions of a file, decided before it is parsed.

use crate::attributes::{Build, Truth, evaluate};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// Whether a text has conditions that a build decides.
pub(super) fn has_conditions(text: &str) -> bool {
    text.contains("cfg(") || text.contains("cfg_attr(")
}

/// The tokens with every condition that is decided written as `all()` or `any()`, which need no build to be understood; what
/// cannot be decided stays as it is. Every other token keeps its place.
pub(super) fn configure(tokens: TokenStream, build: Build<'_>) -> TokenStream {
    let mut out = Vec::new();
    let mut after_hash = false;
    for tree in tokens {
        let is_hash = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
        // `#![..]` has an exclamation mark between.
        let is_bang = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '!');
        out.push(match tree {
            TokenTree::Group(group) => {
                let inner = if after_hash && group.delimiter() == Delimiter::Bracket {
                    attribute(group.stream(), build)
                } else {
                    configure(group.stream(), build)
                };
                regrouped(&group, inner)
            }
            other => other,
        });
        after_hash = is_hash || (after_hash && is_bang);
    }
    out.into_iter().collect()
}

/// The inside of `#[..]`.
fn attribute(tokens: TokenStream, build: Build<'_>) -> TokenStream {
    let trees: Vec<_> = tokens.into_iter().collect();
    let [TokenTree::Ident(name), TokenTree::Group(arguments)] = trees.as_slice() else {
        return trees.into_iter().collect();
    };
    if name != "cfg" && name != "cfg_attr" {
        return trees.into_iter().collect();
    }
    let inner: Vec<_> = arguments.stream().into_iter().collect();
    let end = inner.iter().position(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ','));
    let (condition, rest) = inner.split_at(end.unwrap_or(inner.len()));
    let decided = decide(condition.iter().cloned().collect(), build);
    let condition = decided.unwrap_or_else(|| condition.iter().cloned().collect());
    // What a `cfg_attr` gives may be conditional again: `cfg_attr(a, cfg(b))`.
    let rest = if let [TokenTree::Punct(_), given @ ..] = rest {
        let given = attribute(given.iter().cloned().collect(), build);
        rest[..1].iter().cloned().chain(given).collect()
    } else {
        TokenStream::new()
    };
    let inner = condition.into_iter().chain(rest).collect();
    [trees[0].clone(), regrouped(arguments, inner)].into_iter().collect()
}

/// `all()` or `any()`, where the condition is decided; `all(any(), condition)` where features are off, so that a message can name them.
fn decide(condition: TokenStream, build: Build<'_>) -> Option<TokenStream> {
    match evaluate(condition.clone(), build) {
        Truth::Yes => Some(call("all", TokenStream::new())),
        Truth::No if names_feature(condition.clone()) => {
            let comma = TokenTree::Punct(Punct::new(',', Spacing::Alone));
            let parts = call("any", TokenStream::new()).into_iter().chain([comma]).chain(condition);
            Some(call("all", parts.collect()))
        }
        Truth::No => Some(call("any", TokenStream::new())),
        Truth::Unknown(_) => None,
    }
}

fn call(word: &str, arguments: TokenStream) -> TokenStream {
    let group = Group::new(Delimiter::Parenthesis, arguments);
    [TokenTree::Ident(Ident::new(word, Span::call_site())), TokenTree::Group(group)].into_iter().collect()
}

fn names_feature(condition: TokenStream) -> bool {
    condition.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == "feature",
        TokenTree::Group(group) => names_feature(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn regrouped(group: &Group, inner: TokenStream) -> TokenTree {
    let mut next = Group::new(group.delimiter(), inner);
    next.set_span(group.span());
    TokenTree::Group(next)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn decided_conditions_need_no_build_any_more() {
        let on = BTreeSet::from(["pg".to_owned()]);
        for (source, expected) in [
            ("#[cfg(feature = \"pg\")] struct A;", "#[cfg(all())] struct A;"),
            ("struct A { #[cfg(feature = \"x\")] a: i32 }", "struct A { #[cfg(all(any(), feature = \"x\"))] a: i32 }"),
            ("#[cfg_attr(feature = \"pg\", derive(A), b)] enum E {}", "#[cfg_attr(all(), derive(A), b)] enum E {}"),
            ("#![cfg(feature = \"x\")]", "#![cfg(all(any(), feature = \"x\"))]"),
            ("#[cfg(test)] struct A;", "#[cfg(any())] struct A;"),
            ("#[cfg(loom)] struct A;", "#[cfg(loom)] struct A;"),
            ("#[sea_orm(cfg(feature = \"pg\"))] struct A;", "#[sea_orm(cfg(feature = \"pg\"))] struct A;"),
            (
                "fn f() { match a { #[cfg(feature = \"x\")] B => {} } }",
                "fn f() { match a { #[cfg(all(any(), feature = \"x\"))] B => {} } }",
            ),
        ] {
            let tokens: TokenStream = source.parse().expect(source);
            let expected: TokenStream = expected.parse().expect(source);
            assert_eq!(configure(tokens, Build::Package(Some(&on))).to_string(), expected.to_string(), "{source}");
        }
    }
}
