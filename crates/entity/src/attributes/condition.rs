//! `#[cfg(..)]` and `#[cfg_attr(..)]` without a compiler: `test` and `any()` are false, features are those of the package.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Ident, Lit, Meta, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

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

/// A condition as it is written.
enum Condition {
    /// `unix`, `true`
    Word(String),
    /// `feature = "x"`
    Equals(String, String),
    /// `any(..)`, with the text of it all.
    Of(String, Vec<Condition>, String),
}

impl Parse for Condition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = Ident::parse_any(input)?.to_string();
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            let value = match input.parse::<Lit>()? {
                Lit::Str(text) => text.value(),
                _ => String::new(),
            };
            return Ok(Self::Equals(name, value));
        }
        if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            let text = format!("{name}({})", tokens(content.fork().parse()?));
            let parts = Punctuated::<Self, Token![,]>::parse_terminated(&content)?;
            return Ok(Self::Of(name, parts.into_iter().collect(), text));
        }
        Ok(Self::Word(name))
    }
}

/// Whether an item with these attributes is compiled.
pub(crate) fn of_item(attributes: &[Attribute]) -> Truth {
    let mut result = Truth::Yes;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")) {
        let truth = match &attribute.meta {
            Meta::List(list) => evaluate(list.tokens.clone(), Build::Unknown),
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

/// Whether an item with these attributes is compiled, or may be.
pub(crate) fn is_compiled(attributes: &[Attribute]) -> bool {
    of_item(attributes) != Truth::No
}

/// What to say about something that is there in some builds only.
pub(crate) fn warning(what: &str, condition: &str) -> Fault {
    Fault::new(format!("this {what} depends on `{condition}`; it is read as if that held"))
        .help("if the build that the database belongs to goes without it, the schema differs from what is read here")
}

/// What to say about something that is not there because features are off, if that is why.
pub(crate) fn left_out(what: &str, attributes: &[Attribute]) -> Option<Fault> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let condition = conditions.filter_map(|attribute| off(&attribute.meta)).next()?;
    let fault = Fault::new(format!("this {what} is left out, since `{condition}` does not hold"));
    Some(fault.help("if the database belongs to a build in which it does, pass `--features` as to cargo"))
}

/// The condition that features decided: what `configure` writes as `all(any(), condition)`.
fn off(meta: &Meta) -> Option<String> {
    let Meta::List(list) = meta else { return None };
    let Condition::Of(all, parts, _) = syn::parse2(list.tokens.clone()).ok()? else { return None };
    match parts.as_slice() {
        [Condition::Of(any, none, _), condition] if all == "all" && any == "any" && none.is_empty() => {
            Some(match condition {
                Condition::Word(name) => name.clone(),
                Condition::Equals(name, value) => format!("{name} = \"{value}\""),
                Condition::Of(_, _, text) => text.clone(),
            })
        }
        _ => None,
    }
}

/// The condition of a `cfg_attr` and the attributes it gives.
pub(super) fn conditional(meta: &Meta) -> Option<(Truth, Vec<Meta>)> {
    let Meta::List(list) = meta else { return None };
    let given = |input: ParseStream<'_>| {
        let condition: Condition = input.parse()?;
        let mut metas = Vec::new();
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                metas.push(input.parse()?);
            }
        }
        Ok((condition, metas))
    };
    let (condition, metas) = given.parse2(list.tokens.clone()).ok()?;
    Some((truth_of(&condition, Build::Unknown), metas))
}

/// The attributes that a `cfg_attr` gives where its condition holds.
pub(crate) fn given(meta: &Meta) -> Vec<Meta> {
    conditional(meta).map(|(_, metas)| metas).unwrap_or_default()
}

/// Whether a condition holds in a build for this machine.
pub(crate) fn evaluate(condition: TokenStream, build: Build<'_>) -> Truth {
    match syn::parse2::<Condition>(condition.clone()) {
        Ok(condition) => truth_of(&condition, build),
        Err(_) => Truth::Unknown(tokens(condition)),
    }
}

fn truth_of(condition: &Condition, build: Build<'_>) -> Truth {
    match condition {
        Condition::Word(name) => match name.as_str() {
            "test" | "false" => Truth::No,
            "true" => Truth::Yes,
            other => host(other, None).map_or_else(|| Truth::Unknown(other.to_owned()), truth),
        },
        Condition::Equals(name, value) => {
            let known = match (name.as_str(), build) {
                ("feature", Build::Package(features)) => Some(features.is_none_or(|on| on.contains(value))),
                _ => host(name, Some(value)),
            };
            known.map_or_else(|| Truth::Unknown(format!("{name} = \"{value}\"")), truth)
        }
        Condition::Of(name, parts, text) => {
            let parts: Vec<_> = parts.iter().map(|part| truth_of(part, build)).collect();
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
            decided.unwrap_or_else(|| Truth::Unknown(text.clone()))
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
fn tokens(stream: TokenStream) -> String {
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
            ("false", Truth::No),
            ("all(true, not(false))", Truth::Yes),
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
            let tokens: TokenStream = condition.parse().expect(condition);
            assert_eq!(evaluate(tokens.clone(), Build::Package(Some(&on))), some, "{condition}");
            assert_eq!(evaluate(tokens, Build::Package(None)), all, "{condition}");
        }
    }
}
