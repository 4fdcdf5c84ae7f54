//! The fields of the dense format that are relations.

use syn::{Field, GenericArgument, PathArguments, Type, TypePath, spanned::Spanned};

use crate::{
    attributes::{Arguments, RELATION_FIELD_KEYS},
    hints,
    items::RelationFacts,
    problems::{At, Fault, Note},
    relations::{Ends, ends},
    types::PathText,
};

/// Whether a type is one of the relation types, which SeaORM tells by the last segment of its path.
pub(crate) fn is_relation(of: &Type) -> bool {
    let Type::Path(path) = of else { return false };
    last(path).is_some_and(|last| matches!(last.ident.to_string().as_str(), "BelongsTo" | "HasOne" | "HasMany"))
}

/// The relation of a field of `entity`, if it makes a foreign key: `belongs_to`, or `self_ref` with `from` and `to`, and no `skip_fk`.
pub(crate) fn relation(field: &Field, entity: &str, notes: &mut Vec<Note>) -> Option<RelationFacts> {
    let arguments = Arguments::read(&field.attrs, notes);
    // A foreign key's name is refused in the first attribute, but compiles in a second.
    let known: Vec<_> = RELATION_FIELD_KEYS.iter().copied().chain(["fk_name"]).collect();
    arguments.warn_of_unknown(&known, notes);
    let span = field.ident.as_ref().map_or_else(|| field.span(), syn::Ident::span);
    let self_ref = arguments.has("self_ref");
    let both = arguments.has("from") && arguments.has("to");
    let belongs = arguments.has("belongs_to") || (self_ref && both && !arguments.has("via"));
    if !belongs {
        if both && is_belongs_to(&field.ty) {
            let fault = Fault::new("this relation makes no foreign key: it says `from` and `to`, but not `belongs_to`");
            notes.push(fault.help("add `belongs_to`").warning(span));
        }
        return None;
    }
    let hints = hints::relation(&field.attrs, notes);
    if arguments.has("skip_fk") || hints.ignore {
        return None;
    }
    let (target, target_at) = if self_ref {
        (PathText::of(entity), At::from(span))
    } else {
        match entity_of(&field.ty) {
            Some(path) => (PathText::from(path), At::from(path.span())),
            None => {
                let fault = Fault::new("this relation's type does not name an entity");
                notes.push(fault.help("write `BelongsTo<super::user::Entity>`").error(field.ty.span()));
                return None;
            }
        }
    };
    let Ends { from, from_at, to, to_at, on_delete, on_update } = ends(&arguments, span, notes)?;
    Some(RelationFacts {
        variant: None,
        owner: PathText::of(entity),
        at: At::from(span),
        target,
        target_at,
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

fn is_belongs_to(of: &Type) -> bool {
    matches!(of, Type::Path(path) if last(path).is_some_and(|last| last.ident == "BelongsTo"))
}

/// `E` of `BelongsTo<E>`, `BelongsTo<Option<E>>`, `HasOne<E>`.
fn entity_of(of: &Type) -> Option<&syn::Path> {
    let Type::Path(path) = of else { return None };
    let inner = argument(path)?;
    if last(inner)?.ident == "Option" { argument(inner).map(|entity| &entity.path) } else { Some(&inner.path) }
}

fn argument(path: &TypePath) -> Option<&TypePath> {
    let PathArguments::AngleBracketed(arguments) = &last(path)?.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(Type::Path(inner))) => Some(inner),
        _ => None,
    }
}

fn last(path: &TypePath) -> Option<&syn::PathSegment> {
    path.path.segments.last()
}
