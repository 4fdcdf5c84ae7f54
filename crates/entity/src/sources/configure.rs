//! The conditions of a file, decided before it is parsed.

use crate::attributes::{Build, Truth, evaluate};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

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

/// `all()` or `any()`, where the condition is decided.
fn decide(condition: TokenStream, build: Build<'_>) -> Option<TokenStream> {
    let word = match evaluate(condition, build) {
        Truth::Yes => "all",
        Truth::No => "any",
        Truth::Unknown(_) => return None,
    };
    let span = Span::call_site();
    let empty = Group::new(Delimiter::Parenthesis, TokenStream::new());
    Some([TokenTree::Ident(Ident::new(word, span)), TokenTree::Group(empty)].into_iter().collect())
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
            ("struct A { #[cfg(feature = \"x\")] a: i32 }", "struct A { #[cfg(any())] a: i32 }"),
            ("#[cfg_attr(feature = \"pg\", derive(A), b)] enum E {}", "#[cfg_attr(all(), derive(A), b)] enum E {}"),
            ("#![cfg(feature = \"x\")]", "#![cfg(any())]"),
            ("#[cfg(loom)] struct A;", "#[cfg(loom)] struct A;"),
            ("#[sea_orm(cfg(feature = \"pg\"))] struct A;", "#[sea_orm(cfg(feature = \"pg\"))] struct A;"),
            ("fn f() { match a { #[cfg(feature = \"x\")] B => {} } }", "fn f() { match a { #[cfg(any())] B => {} } }"),
        ] {
            let tokens: TokenStream = source.parse().expect(source);
            let expected: TokenStream = expected.parse().expect(source);
            assert_eq!(configure(tokens, Build::Package(Some(&on))).to_string(), expected.to_string(), "{source}");
        }
    }
}
