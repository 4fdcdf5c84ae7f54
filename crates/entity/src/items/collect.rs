//! From the parser's tree of a file to its facts.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, ItemImpl, ItemMod};

use super::{
    Uses,
    facts::{DefinitionFacts, DefinitionKind, FileFacts, ModuleFacts, ValueTypeFacts},
};
use crate::{
    active_enum,
    attributes::{self, Truth, without_raw},
    formats::{self, expanded},
    hints, newtype,
    problems::{At, Note},
    relations,
    types::RustType,
};

/// The facts of a parsed file.
pub(crate) fn collect(file: &syn::File) -> FileFacts {
    let mut facts = FileFacts::default();
    if attributes::of_item(&file.attrs) != Truth::No {
        module(&file.items, Vec::new(), &Renamed::new(), &mut facts);
    }
    facts
}

/// The names that a `use` gives to derives, with their own.
type Renamed = HashMap<String, String>;

fn module(items: &[Item], path: Vec<String>, outer: &Renamed, facts: &mut FileFacts) {
    let place = facts.modules.len();
    facts.modules.push(ModuleFacts { path: path.clone(), ..ModuleFacts::default() });
    let mut renamed = outer.clone();
    for item in items {
        let Item::Use(item) = item else { continue };
        let imports = Uses::of(item).imports.into_iter();
        renamed.extend(
            imports
                .map(|(name, path)| (name, path.last().to_owned()))
                .filter(|(name, own)| name != own && is_derive(own)),
        );
    }
    for item in items {
        if let Item::Mod(inner) = item {
            child(inner, &path, place, &renamed, facts);
        } else if attributes::of_item(attributes_of(item)) != Truth::No {
            let FileFacts { modules, notes } = facts;
            one(item, &renamed, &mut modules[place], notes);
        }
    }
    let ModuleFacts { relations, relation_hints, .. } = &mut facts.modules[place];
    relations.retain_mut(|relation| {
        match relation_hints.iter().find(|(name, _)| Some(name) == relation.variant.as_ref()) {
            Some((_, hints)) => {
                relation.name = hints.name.clone().or(relation.name.take());
                relation.deferrable = hints.deferrable;
                !hints.ignore
            }
            None => true,
        }
    });
}

/// Whether a name is that of a derive that says something of a schema.
fn is_derive(name: &str) -> bool {
    name.starts_with("Derive") || matches!(name, "FromJsonQueryResult" | "EnumIter")
}

/// The last segments of all derives of an item, under their own names.
fn derives(attributes: &[Attribute], renamed: &Renamed) -> Vec<String> {
    let names = attributes::derives(attributes).into_iter();
    names.map(|name| renamed.get(&name).cloned().unwrap_or(name)).collect()
}

fn child(inner: &ItemMod, path: &[String], place: usize, renamed: &Renamed, facts: &mut FileFacts) {
    let name = without_raw(&inner.ident);
    let truth = attributes::of_item(&inner.attrs);
    let compiled = truth != Truth::No;
    if let Truth::Unknown(condition) = truth {
        facts.modules[place].conditions.push((name.clone(), condition, At::from(inner.ident.span())));
    }
    match &inner.content {
        Some((_, items)) if compiled => {
            let mut path = path.to_vec();
            path.push(name);
            module(items, path, renamed, facts);
        }
        Some(_) => {}
        None if compiled => {
            facts.modules[place].declared.push(name.clone());
            if let Some(file) = path_attribute(&inner.attrs) {
                facts.modules[place].paths.push((name, file));
            }
        }
        None => facts.modules[place].absent.push(name),
    }
}

fn one(item: &Item, renamed: &Renamed, module: &mut ModuleFacts, notes: &mut Vec<Note>) {
    match item {
        Item::Use(item) => {
            let Uses { imports, globs } = Uses::of(item);
            module.imports.extend(imports);
            module.globs.extend(globs);
        }
        Item::Struct(item) => {
            let derives = derives(&item.attrs, renamed);
            let has = |name: &str| derives.iter().any(|derive| derive == name);
            if has("DeriveEntityModel") {
                module.entities.push(formats::entity(item, notes));
                return;
            }
            if has("DeriveEntity") {
                let (written, parts) = expanded::names_entity(item, notes);
                module.written.push(written);
                module.entity_traits.push(parts);
            }
            if item.ident == "Entity" || has("DeriveEntity") {
                module.table_hints.push((without_raw(&item.ident), hints::table(&item.attrs, notes)));
            }
            if has("DeriveModel") {
                module.models.push(expanded::model(item, notes));
            }
            let kind = if has("DeriveValueType") {
                newtype::of_struct(item)
            } else if has("FromJsonQueryResult") {
                DefinitionKind::Json
            } else {
                DefinitionKind::Plain
            };
            define(&item.ident, &item.generics, kind, module);
        }
        Item::Enum(item) => {
            let derives = derives(&item.attrs, renamed);
            let has = |name: &str| derives.iter().any(|derive| derive == name);
            if has("DeriveRelation") {
                relations::derived(item, &mut module.relations, notes);
                return;
            }
            if item.ident == "Relation" {
                let of = |variant: &syn::Variant| (without_raw(&variant.ident), hints::relation(&variant.attrs, notes));
                module.relation_hints.extend(item.variants.iter().map(of));
            }
            if has("EnumIter") {
                module.iterated.push(expanded::iterated(item, notes));
            }
            let kind = if has("DeriveActiveEnum") {
                active_enum::read(item, notes)
            } else if has("DeriveValueType") {
                newtype::of_enum(item)
            } else if has("FromJsonQueryResult") {
                DefinitionKind::Json
            } else {
                DefinitionKind::Plain
            };
            define(&item.ident, &item.generics, kind, module);
        }
        Item::Type(item) => {
            define(&item.ident, &item.generics, DefinitionKind::Alias(RustType::from(&*item.ty)), module);
        }
        Item::Impl(item) => implementation(item, module, notes),
        Item::Macro(item) if !item.mac.path.is_ident("macro_rules") => {
            let name = item.mac.path.segments.last().map_or_else(String::new, |last| last.ident.to_string());
            words(item.mac.tokens.clone(), &name, module);
        }
        _ => {}
    }
}

fn define(ident: &syn::Ident, generics: &syn::Generics, kind: DefinitionKind, module: &mut ModuleFacts) {
    let parameters = generics.type_params().map(|parameter| without_raw(&parameter.ident)).collect();
    let at = At::from(ident.span());
    module.definitions.push(DefinitionFacts { name: without_raw(ident), at, parameters, kind });
}

/// The implementations that say something of a schema: `ValueType`, `RelationTrait`, the parts of a hand-written entity.
fn implementation(item: &ItemImpl, module: &mut ModuleFacts, notes: &mut Vec<Note>) {
    let Some(implemented) = item.trait_.as_ref().and_then(|(path, _)| path.segments.last()) else {
        return;
    };
    let name = implemented.ident.to_string();
    let RustType::Path(of, _) = RustType::from(&*item.self_ty) else {
        return;
    };
    let at = At::from(syn::spanned::Spanned::span(&*item.self_ty));
    match name.as_str() {
        "ValueType" => {
            let column_type = expanded::body(item, "column_type").and_then(crate::types::of_expression);
            module.value_types.push(ValueTypeFacts { of, at, column_type });
        }
        "RelationTrait" => relations::written(item, &mut module.relations, notes),
        other => expanded::implementation(item, other, of, module, notes),
    }
}

fn words(tokens: TokenStream, macro_name: &str, module: &mut ModuleFacts) {
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => {
                module.macro_words.push((without_raw(&ident), macro_name.to_owned(), At::from(ident.span())));
            }
            TokenTree::Group(group) => words(group.stream(), macro_name, module),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find(|attribute| attribute.path().is_ident("path")).and_then(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) => crate::types::text(&pair.value),
        _ => None,
    })
}

fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Use(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        _ => &[],
    }
}
