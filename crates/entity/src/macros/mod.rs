//! Declarative macros: what a call of a `macro_rules!` makes, as far as the compiler's rules for it are plain ones.
//!
//! Value types are often made by a macro, one call for each. Procedural macros run code, so what they make cannot be read.

mod matching;
mod rules;
mod transcribe;

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};

pub(crate) use rules::Rules;

use crate::nesting;

/// How many tokens one expansion may have: what is longer says nothing of a schema, or never ends.
const LONGEST: usize = 20_000;

/// Macros by name.
pub(crate) type Macros = HashMap<String, Rules>;

/// What a call makes, all of it at the place of the call; `None` where no rule matches, or the result is too long to be meant.
pub(crate) fn expand(rules: &Rules, input: TokenStream, call: Span) -> Option<TokenStream> {
    let expanded = rules.rules.iter().find_map(|rule| {
        let bindings = matching::bind(&rule.pattern, input.clone())?;
        let mut budget = LONGEST;
        transcribe::transcribe(&rule.body, &bindings, call, &mut budget)
    })?;
    (!nesting::tokens_are_too_deep(expanded.clone())).then_some(expanded)
}
