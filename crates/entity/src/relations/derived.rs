//! `#[derive(DeriveRelation)] enum Relation`.

use syn::{ItemEnum, Variant};

use super::{Ends, ends, path};
use crate::{
    attributes::{self, Arguments, RELATION_KEYS, without_raw},
    hints,
    items::RelationFacts,
    problems::{At, Fault, Note},
    types::PathText,
};

/// Reads the variants that make foreign keys.
pub(crate) fn derived(item: &ItemEnum, relations: &mut Vec<RelationFacts>, notes: &mut Vec<Note>) {
    let owner = owner(item);
    for variant in attributes::compiled("relation", &item.variants, notes) {
        relations.extend(relation(variant, &owner, notes));
    }
}

/// `#[sea_orm(entity = Name)]` on the enum; it is an identifier, not a string.
fn owner(item: &ItemEnum) -> PathText {
    let mut named = None;
    for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("sea_orm")) {
        let read = attribute.parse_nested_meta(|meta| {
            let value = meta.value()?.parse::<syn::Path>()?;
            if meta.path.is_ident("entity") {
                named = Some(PathText::from(&value));
            }
            Ok(())
        });
        if read.is_err() {
            break;
        }
    }
    named.unwrap_or_else(|| PathText::of("Entity"))
}

fn relation(variant: &Variant, owner: &PathText, notes: &mut Vec<Note>) -> Option<RelationFacts> {
    let arguments = Arguments::read(&variant.attrs, notes);
    arguments.warn_of_unknown(RELATION_KEYS, notes);
    let span = variant.ident.span();
    if !arguments.has("belongs_to") {
        if !arguments.has("has_one") && !arguments.has("has_many") {
            let name = without_raw(&variant.ident);
            let fault = Fault::new(format!("the relation `{name}` says none of `belongs_to`, `has_one`, `has_many`"));
            notes.push(fault.error(span));
        }
        return None;
    }
    let hints = hints::relation(&variant.attrs, notes);
    if arguments.has("skip_fk") || hints.ignore {
        return None;
    }
    let (text, target_span) = arguments.text("belongs_to", notes)?;
    let Some(target) = path(text) else {
        let fault = Fault::new(format!("`{text}` is no path to an entity"));
        notes.push(fault.help("write `belongs_to = \"super::user::Entity\"`").error(target_span));
        return None;
    };
    let Ends { from, from_at, to, to_at, on_delete, on_update } = ends(&arguments, span, notes)?;
    Some(RelationFacts {
        variant: None,
        owner: owner.clone(),
        at: At::from(span),
        target,
        target_at: At::from(target_span),
        from,
        from_at,
        to,
        to_at,
        on_delete,
        on_update,
        name: hints.name.or_else(|| arguments.text("fk_name", notes).map(|(name, _)| name.to_owned())),
        deferrable: hints.deferrable,
    })
}
