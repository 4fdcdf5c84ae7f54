//! From the parser's tree of a file to its facts.

use std::collections::{HashMap, HashSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, ItemEnum, ItemImpl, ItemMacro, ItemMod, ItemStruct};

use super::{
    Foreign, Uses,
    facts::{DefinitionFacts, DefinitionKind, FileFacts, ModuleFacts, ValueTypeFacts},
};
use crate::{
    active_enum,
    attributes::{self, Truth, without_raw},
    formats::{self, expanded},
    hints,
    macros::{self, Macros, Rules},
    newtype,
    problems::{At, Note},
    relations,
    types::RustType,
};

/// The facts of a parsed file.
pub(crate) fn collect(file: &syn::File) -> FileFacts {
    collected(file, HashMap::new(), None)
}

/// What macros of other files make of their calls in a parsed file; nothing else of it.
pub(crate) fn collect_expanded(file: &syn::File, foreign: &Foreign) -> FileFacts {
    let parse = |text: &String| Rules::parse(text.parse().ok()?);
    let macros = foreign.texts.iter().filter_map(|(name, text)| Some((name.clone(), parse(text)?))).collect();
    collected(file, macros, Some(&foreign.calls))
}

fn collected(file: &syn::File, mut macros: Macros, only: Option<&HashSet<String>>) -> FileFacts {
    let mut facts = FileFacts::default();
    if attributes::is_compiled(&file.attrs) {
        if only.is_none() {
            own_macros(&file.items, &mut macros, &mut facts.macros);
        }
        let scope = Scope { renamed: HashMap::new(), macros: &macros, depth: 0, only };
        module(&file.items, Vec::new(), &scope, &mut facts);
    }
    facts
}

/// What holds for the items of a module.
struct Scope<'a> {
    /// The names that a `use` gives to derives, with their own.
    renamed: HashMap<String, String>,
    macros: &'a Macros,
    /// How many macros the items come out of.
    depth: usize,
    /// If only what macros make is collected: those whose calls count.
    only: Option<&'a HashSet<String>>,
}

/// How many macros may call each other.
const DEEPEST: usize = 16;

/// The macros of a file with its inline modules, and their texts for other files.
fn own_macros(items: &[Item], macros: &mut Macros, texts: &mut Vec<(String, String)>) {
    for item in items {
        match item {
            Item::Mod(inner) if attributes::is_compiled(&inner.attrs) => {
                if let Some((_, items)) = &inner.content {
                    own_macros(items, macros, texts);
                }
            }
            Item::Macro(item) => {
                let Some(name) = item.ident.as_ref().filter(|_| item.mac.path.is_ident("macro_rules")) else {
                    continue;
                };
                if let Some(rules) = Rules::parse(item.mac.tokens.clone()) {
                    texts.push((without_raw(name), item.mac.tokens.to_string()));
                    macros.entry(without_raw(name)).or_insert(rules);
                }
            }
            _ => {}
        }
    }
}

fn module(items: &[Item], path: Vec<String>, outer: &Scope<'_>, facts: &mut FileFacts) {
    let place = facts.modules.len();
    facts.modules.push(ModuleFacts { path: path.clone(), ..ModuleFacts::default() });
    let mut renamed = outer.renamed.clone();
    for item in items {
        let Item::Use(item) = item else { continue };
        let imports = Uses::of(item).imports.into_iter();
        renamed.extend(
            imports
                .map(|(name, path)| (name, path.last().to_owned()))
                .filter(|(name, own)| name != own && is_derive(own)),
        );
    }
    all(items, &path, place, &Scope { renamed, ..*outer }, facts);
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

fn all(items: &[Item], path: &[String], place: usize, scope: &Scope<'_>, facts: &mut FileFacts) {
    for item in items {
        if !attributes::is_compiled(attributes_of(item)) {
            facts.notes.extend(left_out(item, &scope.renamed));
            continue;
        }
        match item {
            Item::Mod(inner) => child(inner, path, place, scope, facts),
            Item::Macro(item) => call(item, path, place, scope, facts),
            _ if scope.only.is_some() => {}
            other => {
                let FileFacts { modules, notes, .. } = facts;
                one(other, &scope.renamed, &mut modules[place], notes);
            }
        }
    }
}

/// A word on an entity that features leave out: its table would be taken for one that is gone.
fn left_out(item: &Item, renamed: &HashMap<String, String>) -> Option<Note> {
    let Item::Struct(item) = item else { return None };
    let is_entity = derives(&item.attrs, renamed).iter().any(|derive| derive == "DeriveEntityModel");
    let fault = attributes::left_out("entity", &item.attrs).filter(|_| is_entity)?;
    Some(fault.warning(item.ident.span()))
}

/// What a macro's call makes; where it is not known, the words in it are kept, so that a message can name it.
fn call(item: &ItemMacro, path: &[String], place: usize, scope: &Scope<'_>, facts: &mut FileFacts) {
    if item.mac.path.is_ident("macro_rules") {
        return;
    }
    let Some(name) = item.mac.path.segments.last() else { return };
    let (name, span) = (without_raw(&name.ident), name.ident.span());
    let counts = scope.only.is_none_or(|only| only.contains(&name));
    let rules = scope.macros.get(&name).filter(|_| counts && scope.depth < DEEPEST);
    let expanded = rules.and_then(|rules| macros::expand(rules, item.mac.tokens.clone(), span));
    match expanded.and_then(|tokens| syn::parse2::<syn::File>(tokens).ok()) {
        Some(file) => {
            let scope =
                Scope { renamed: scope.renamed.clone(), macros: scope.macros, depth: scope.depth + 1, only: None };
            all(&file.items, path, place, &scope, facts);
        }
        None if scope.only.is_some() => {}
        None => {
            words(item.mac.tokens.clone(), &name, &mut facts.modules[place]);
            facts.calls.push(name);
        }
    }
}

/// Whether a name is that of a derive that says something of a schema.
fn is_derive(name: &str) -> bool {
    name.starts_with("Derive") || matches!(name, "FromJsonQueryResult" | "EnumIter")
}

/// The last segments of all derives of an item, under their own names.
fn derives(attributes: &[Attribute], renamed: &HashMap<String, String>) -> Vec<String> {
    let names = attributes::derives(attributes).into_iter();
    names.map(|name| renamed.get(&name).cloned().unwrap_or(name)).collect()
}

fn child(inner: &ItemMod, path: &[String], place: usize, scope: &Scope<'_>, facts: &mut FileFacts) {
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
            module(items, path, scope, facts);
        }
        Some((_, items)) => {
            let holds_entities = items.iter().any(|item| matches!(item, Item::Struct(item) if item.ident == "Model"));
            let fault = attributes::left_out("module of entities", &inner.attrs).filter(|_| holds_entities);
            facts.notes.extend(fault.map(|fault| fault.warning(inner.ident.span())));
        }
        None if compiled => {
            facts.modules[place].declared.push(name.clone());
            if let Some(file) = path_attribute(&inner.attrs) {
                facts.modules[place].paths.push((name, file));
            }
        }
        None => {
            let fault = attributes::left_out("file of entities", &inner.attrs);
            facts.modules[place].absent.push((name, fault));
        }
    }
}

fn one(item: &Item, renamed: &HashMap<String, String>, module: &mut ModuleFacts, notes: &mut Vec<Note>) {
    match item {
        Item::Use(item) => {
            let Uses { imports, globs } = Uses::of(item);
            module.imports.extend(imports);
            module.globs.extend(globs);
        }
        Item::Struct(item) => structure(item, &derives(&item.attrs, renamed), module, notes),
        Item::Enum(item) => enumeration(item, &derives(&item.attrs, renamed), module, notes),
        Item::Type(item) => {
            define(&item.ident, &item.generics, DefinitionKind::Alias(RustType::from(&*item.ty)), module);
        }
        Item::Impl(item) => implementation(item, module, notes),
        _ => {}
    }
}

fn structure(item: &ItemStruct, derives: &[String], module: &mut ModuleFacts, notes: &mut Vec<Note>) {
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

fn enumeration(item: &ItemEnum, derives: &[String], module: &mut ModuleFacts, notes: &mut Vec<Note>) {
    let has = |name: &str| derives.iter().any(|derive| derive == name);
    if has("DeriveRelation") {
        relations::derived(item, &mut module.relations, notes);
        return;
    }
    if item.ident == "Relation" {
        let of = |variant: &syn::Variant| (without_raw(&variant.ident), hints::relation(&variant.attrs, notes));
        let compiled = item.variants.iter().filter(|variant| attributes::is_compiled(&variant.attrs));
        module.relation_hints.extend(compiled.map(of));
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
