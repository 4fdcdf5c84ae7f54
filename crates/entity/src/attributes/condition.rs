//! `#[cfg(..)]` and `#[cfg_attr(..)]` without a compiler: `test` and `any()` are false, features are those of the package.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;
use syn::{Attribute, Meta, Token, parse::Parser, punctuated::Punctuated};

use crate::problems::Fault;

/// Whether a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Certainly.
    Yes,
    /// Certainly not.
    No,
    /// It depends on the build: the condition's text.
    Unknown(String),
}

/// What conditions are held against.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Build<'a> {
    /// No package is known, so neither are its features.
    Unknown,
    /// A package with these features on; `None` is all of them.
    Package(Option<&'a BTreeSet<String>>),
}

/// Whether an item with these attributes is compiled.
pub(crate) fn of_item(attributes: &[Attribute]) -> Truth {
    let mut result = Truth::Yes;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")) {
        let truth = match &attribute.meta {
            Meta::List(list) => {
                list.parse_args::<Meta>().map_or(Truth::Unknown(String::new()), |meta| evaluate(&meta, Build::Unknown))
            }
            Meta::Path(_) | Meta::NameValue(_) => Truth::Yes,
        };
        match truth {
            Truth::Yes => {}
            Truth::No => return Truth::No,
            unknown @ Truth::Unknown(_) => result = unknown,
        }
    }
    result
}

/// What to say about something that is there in some builds only.
pub(crate) fn warning(what: &str, condition: &str) -> Fault {
    Fault::new(format!("this {what} depends on `{condition}`; it is read as if that held"))
        .help("if the build that the database belongs to goes without it, the schema differs from what is read here")
}

/// The condition of a `cfg_attr` and the attributes it gives.
pub(super) fn conditional(meta: &Meta) -> Option<(Truth, Vec<Meta>)> {
    let Meta::List(list) = meta else { return None };
    let parts = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone()).ok()?;
    let mut parts = parts.into_iter();
    let condition = parts.next()?;
    Some((evaluate(&condition, Build::Unknown), parts.collect()))
}

/// Whether a condition holds in a build for this machine.
pub(crate) fn evaluate(condition: &Meta, build: Build<'_>) -> Truth {
    let name = condition.path().get_ident().map(ToString::to_string).unwrap_or_default();
    match condition {
        Meta::Path(_) if name == "test" || name == "false" => Truth::No,
        Meta::Path(_) if name == "true" => Truth::Yes,
        Meta::Path(_) => host(&name, None).map_or(Truth::Unknown(name), truth),
        Meta::NameValue(pair) => {
            let value = match &pair.value {
                syn::Expr::Lit(literal) => match &literal.lit {
                    syn::Lit::Str(text) => text.value(),
                    _ => String::new(),
                },
                _ => String::new(),
            };
            let known = match (name.as_str(), build) {
                ("feature", Build::Package(features)) => Some(features.is_none_or(|on| on.contains(&value))),
                _ => host(&name, Some(&value)),
            };
            known.map_or_else(|| Truth::Unknown(format!("{name} = \"{value}\"")), truth)
        }
        Meta::List(list) => {
            let Ok(parts) = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone()) else {
                return Truth::Unknown(text(list));
            };
            let parts: Vec<_> = parts.iter().map(|part| evaluate(part, build)).collect();
            let decided = match name.as_str() {
                "not" => match parts.as_slice() {
                    [Truth::Yes] => Some(Truth::No),
                    [Truth::No] => Some(Truth::Yes),
                    _ => None,
                },
                "all" if parts.contains(&Truth::No) => Some(Truth::No),
                "all" if parts.iter().all(|part| *part == Truth::Yes) => Some(Truth::Yes),
                "any" if parts.contains(&Truth::Yes) => Some(Truth::Yes),
                "any" if parts.iter().all(|part| *part == Truth::No) => Some(Truth::No),
                _ => None,
            };
            decided.unwrap_or_else(|| Truth::Unknown(text(list)))
        }
    }
}

const fn truth(holds: bool) -> Truth {
    if holds { Truth::Yes } else { Truth::No }
}

/// What a condition about the machine is on this one, where a build for development is made.
fn host(name: &str, value: Option<&str>) -> Option<bool> {
    use std::env::consts;
    match (name, value) {
        ("unix" | "windows", None) => Some(consts::FAMILY == name),
        ("debug_assertions", None) => Some(true),
        ("target_os", Some(value)) => Some(consts::OS == value),
        ("target_family", Some(value)) => Some(consts::FAMILY == value),
        ("target_arch", Some(value)) => Some(consts::ARCH == value),
        _ => None,
    }
}

/// The condition as a person would write it, near enough for a message.
fn text(list: &syn::MetaList) -> String {
    let name = list.path.get_ident().map(ToString::to_string).unwrap_or_default();
    format!("{name}({})", tokens(list.tokens.clone()))
}

fn tokens(stream: proc_macro2::TokenStream) -> String {
    let mut text = String::new();
    for tree in stream {
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == ',' => text.push_str(", "),
            TokenTree::Punct(punct) if punct.as_char() == '=' => text.push_str(" = "),
            TokenTree::Group(group) => text.push_str(&format!("({})", tokens(group.stream()))),
            other => text.push_str(&other.to_string()),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_decided_as_far_as_they_can_be() {
        let unknown = |text: &str| Truth::Unknown(text.to_owned());
        for (condition, expected) in [
            ("test", Truth::No),
            ("not(test)", Truth::Yes),
            ("any()", Truth::No),
            ("all()", Truth::Yes),
            ("all(test, feature = \"pg\")", Truth::No),
            ("any(not(test), feature = \"pg\")", Truth::Yes),
            ("feature = \"pg\"", unknown("feature = \"pg\"")),
            ("any(feature = \"a\", loom)", unknown("any(feature = \"a\", loom)")),
            ("any(feature = \"a\", not(target_os = \"none\"))", Truth::Yes),
            ("target_os = \"none\"", Truth::No),
            ("not(feature = \"pg\")", unknown("not(feature = \"pg\")")),
        ] {
            let item: syn::ItemStruct = syn::parse_str(&format!("#[cfg({condition})] struct X;")).expect("a struct");
            assert_eq!(of_item(&item.attrs), expected, "{condition}");
        }
    }

    #[test]
    fn features_are_those_of_the_package() {
        let on = BTreeSet::from(["pg".to_owned()]);
        for (condition, some, all) in [
            ("feature = \"pg\"", Truth::Yes, Truth::Yes),
            ("feature = \"other\"", Truth::No, Truth::Yes),
            ("all(feature = \"pg\", not(feature = \"other\"))", Truth::Yes, Truth::No),
            ("any(test, feature = \"other\")", Truth::No, Truth::Yes),
        ] {
            let meta: Meta = syn::parse_str(condition).expect(condition);
            assert_eq!(evaluate(&meta, Build::Package(Some(&on))), some, "{condition}");
            assert_eq!(evaluate(&meta, Build::Package(None)), all, "{condition}");
        }
    }
}
