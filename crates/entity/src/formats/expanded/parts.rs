//! The parts that a hand-written entity is made of, each where it stands.

use heck::ToSnakeCase;
use syn::{Expr, Fields, ImplItem, ItemEnum, ItemImpl, ItemStruct, Lit, Stmt, spanned::Spanned};

use super::Definitions;
use crate::{
    attributes::{self, Arguments, without_raw},
    hints::{self, ColumnHints},
    items::{
        ColumnTraitFacts, EntityTraitFacts, IdenFacts, IteratedEnum, KeyTraitFacts, ModelFacts, ModelField,
        ModuleFacts, VariantFacts, WrittenEntity,
    },
    naming,
    problems::{At, Note},
    types::{self, PathText, RustType},
};

/// An enum that may be a `Column` or a `PrimaryKey`: it can be iterated.
pub(crate) fn iterated(item: &ItemEnum, notes: &mut Vec<Note>) -> IteratedEnum {
    let is_columns = item.ident == "Column";
    // A primary key's variants are columns' too, and other enums ask for nothing here.
    let mut unsaid = Vec::new();
    let compiled = attributes::compiled("column", &item.variants, if is_columns { &mut *notes } else { &mut unsaid });
    let variants = compiled.into_iter().filter(|variant| !is_disabled(variant)).map(|variant| {
        let arguments = Arguments::read(&variant.attrs, notes);
        let stated = arguments.text("column_name", notes).map(|(name, _)| name.to_owned());
        let name = without_raw(&variant.ident);
        VariantFacts {
            column: stated.unwrap_or_else(|| name.to_snake_case()),
            name,
            at: At::from(variant.ident.span()),
            // Those of any other enum that can be iterated are not of columns.
            hints: if is_columns { hints::column(&variant.attrs, notes) } else { ColumnHints::default() },
        }
    });
    IteratedEnum { name: without_raw(&item.ident), variants: variants.collect() }
}

/// `#[strum(disabled)]`: iterating passes the variant over.
fn is_disabled(variant: &syn::Variant) -> bool {
    let strum = variant.attrs.iter().filter(|attribute| attribute.path().is_ident("strum"));
    strum.into_iter().any(|attribute| attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("disabled")))
}

/// A struct that derives `DeriveEntity`.
pub(crate) fn names_entity(item: &ItemStruct, notes: &mut Vec<Note>) -> (WrittenEntity, EntityTraitFacts) {
    let arguments = Arguments::read(&item.attrs, notes);
    let name = without_raw(&item.ident);
    let at = At::from(item.ident.span());
    let mut text = |key: &str| arguments.text(key, notes).map(|(text, _)| text.to_owned());
    let written = WrittenEntity {
        name: name.clone(),
        at,
        derived: true,
        table_name: text("table_name"),
        schema_name: text("schema_name"),
        comment: text("comment"),
    };
    let companion = |key: &str| arguments.name(key).map(PathText::of);
    let parts = EntityTraitFacts {
        of: PathText::of(&name),
        model: companion("model"),
        column: companion("column"),
        primary_key: companion("primary_key"),
    };
    (written, parts)
}

/// A struct that derives `DeriveModel`: the Rust types of the columns.
pub(crate) fn model(item: &ItemStruct, notes: &mut Vec<Note>) -> ModelFacts {
    let fields = match &item.fields {
        Fields::Named(fields) => fields.named.iter().collect(),
        Fields::Unnamed(_) | Fields::Unit => Vec::new(),
    };
    let compiled = fields.into_iter().filter(|field| attributes::is_compiled(&field.attrs));
    let read = compiled.filter_map(|field| {
        let arguments = Arguments::read(&field.attrs, notes);
        let name = field.ident.as_ref().map(without_raw)?;
        let stated = arguments.text("enum_name", notes).map(|(name, _)| name.to_owned());
        Some(ModelField {
            variant: stated.unwrap_or_else(|| naming::variant(&name)),
            rust_type: RustType::from(&field.ty),
        })
    });
    ModelFacts { name: without_raw(&item.ident), fields: read.collect() }
}

/// The implementations that say something of an entity.
pub(crate) fn implementation(
    item: &ItemImpl,
    name: &str,
    of: PathText,
    module: &mut ModuleFacts,
    notes: &mut Vec<Note>,
) {
    let at = At::from(item.self_ty.span());
    match name {
        "EntityName" => module.written.push(WrittenEntity {
            name: of.last().to_owned(),
            at,
            derived: false,
            table_name: body(item, "table_name").and_then(types::text),
            schema_name: body(item, "schema_name").and_then(some_text),
            comment: body(item, "comment").and_then(some_text),
        }),
        "EntityTrait" => module.entity_traits.push(EntityTraitFacts {
            of,
            model: associated(item, "Model"),
            column: associated(item, "Column"),
            primary_key: associated(item, "PrimaryKey"),
        }),
        "ColumnTrait" => {
            let definitions = function(item, "def").map(|def| Definitions::read(&def.block, notes)).unwrap_or_default();
            module.column_traits.push(ColumnTraitFacts { of, at, definitions });
        }
        "PrimaryKeyTrait" => {
            let auto_increment = match body(item, "auto_increment") {
                Some(Expr::Lit(literal)) => match &literal.lit {
                    Lit::Bool(value) => Some(value.value),
                    _ => None,
                },
                _ => None,
            };
            module.key_traits.push(KeyTraitFacts { of, auto_increment });
        }
        "IdenStatic" | "Iden" => {
            let names = ["as_str", "unquoted"].iter().find_map(|name| body(item, name)).map(names).unwrap_or_default();
            module.idens.push(IdenFacts { of, names });
        }
        _ => {}
    }
}

/// `match self { Self::Id => "id", .. }`
fn names(expression: &Expr) -> Vec<(String, String)> {
    let Expr::Match(choice) = expression else { return Vec::new() };
    let arms = choice.arms.iter().filter(|arm| attributes::is_compiled(&arm.attrs));
    let named = arms.filter_map(|arm| match &arm.pat {
        syn::Pat::Path(path) => Some((without_raw(&path.path.segments.last()?.ident), types::text(&arm.body)?)),
        _ => None,
    });
    named.collect()
}

fn associated(item: &ItemImpl, name: &str) -> Option<PathText> {
    item.items.iter().find_map(|item| match item {
        ImplItem::Type(of) if of.ident == name => match RustType::from(&of.ty) {
            RustType::Path(path, _) => Some(path),
            RustType::Elsewhere(..) | RustType::Macro(_) | RustType::Other(_) => None,
        },
        _ => None,
    })
}

fn some_text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Call(call) if call.args.len() == 1 => types::text(&call.args[0]),
        Expr::MethodCall(call) if call.args.is_empty() => some_text(&call.receiver),
        _ => None,
    }
}

fn function<'a>(item: &'a ItemImpl, name: &str) -> Option<&'a syn::ImplItemFn> {
    item.items.iter().find_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    })
}

/// The expression that a function of the implementation consists of.
pub(crate) fn body<'a>(item: &'a ItemImpl, name: &str) -> Option<&'a Expr> {
    match function(item, name)?.block.stmts.as_slice() {
        [Stmt::Expr(Expr::Return(returned), _)] => returned.expr.as_deref(),
        [Stmt::Expr(expression, None)] => Some(expression),
        _ => None,
    }
}
