//! The fields of a struct and the variants of an enum that a build has.

use proc_macro2::Span;
use syn::{Attribute, Field, Ident, Token, Variant, punctuated::Punctuated, spanned::Spanned};

use super::condition::{Truth, is_compiled, left_out, of_item, warning};
use crate::problems::Note;

/// A field or a variant.
pub(crate) trait Member {
    /// Its attributes.
    fn attributes(&self) -> &[Attribute];
    /// Its name; the fields of a tuple struct have none.
    fn name(&self) -> Option<&Ident>;
    /// Where messages about it point.
    fn place(&self) -> Span;
}

impl Member for Field {
    fn attributes(&self) -> &[Attribute] {
        &self.attrs
    }

    fn name(&self) -> Option<&Ident> {
        self.ident.as_ref()
    }

    fn place(&self) -> Span {
        self.ident.as_ref().map_or_else(|| self.span(), Ident::span)
    }
}

impl Member for Variant {
    fn attributes(&self) -> &[Attribute] {
        &self.attrs
    }

    fn name(&self) -> Option<&Ident> {
        Some(&self.ident)
    }

    fn place(&self) -> Span {
        self.ident.span()
    }
}

/// The members that are compiled. Told is which depend on the build, and which features leave out with no other of the name in their place: what such a
/// member, a `what`, asks for would be taken for gone.
pub(crate) fn compiled<'a, M: Member>(
    what: &str,
    members: &'a Punctuated<M, Token![,]>,
    notes: &mut Vec<Note>,
) -> Vec<&'a M> {
    let mut all = Vec::with_capacity(members.len());
    for member in members {
        match of_item(member.attributes()) {
            Truth::Yes => all.push(member),
            Truth::Unknown(condition) => {
                notes.push(warning(what, &condition).warning(member.place()));
                all.push(member);
            }
            Truth::No => {
                let mut others = members.iter().filter(|other| other.name() == member.name());
                if !others.any(|other| is_compiled(other.attributes())) {
                    notes.extend(left_out(what, member.attributes()).map(|fault| fault.warning(member.place())));
                }
            }
        }
    }
    all
}
