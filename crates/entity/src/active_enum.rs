//! Enums that derive `DeriveActiveEnum`.

use syn::{ItemEnum, Variant};

use crate::{
    attributes::{self, Arguments, ENUM_KEYS, LABEL_KEYS, without_raw},
    formats, hints,
    items::DefinitionKind,
    naming,
    problems::{At, Fault, Note},
    types,
};

/// What the enum is in a database: a type of its own, or the type that `db_type` states.
pub(crate) fn read(item: &ItemEnum, notes: &mut Vec<Note>) -> DefinitionKind {
    let mut own = Vec::new();
    let kind = read_with(item, &mut own);
    // What only warns is told; an error counts if a column has this type, which `Unclear` carries.
    let (warnings, errors): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|note: &Note| note.severity == crate::Severity::Warning);
    notes.extend(warnings);
    match errors.into_iter().next() {
        Some(error) => DefinitionKind::Unclear(error.fault, error.at),
        None => kind,
    }
}

fn read_with(item: &ItemEnum, notes: &mut Vec<Note>) -> DefinitionKind {
    let arguments = Arguments::read(&item.attrs, notes);
    arguments.warn_of_unknown(ENUM_KEYS, notes);
    let rust_name = without_raw(&item.ident);
    let unclear =
        |message: String, span: proc_macro2::Span| DefinitionKind::Unclear(Fault::new(message), At::from(span));
    let Some((db_type, span)) = arguments.text("db_type", notes) else {
        return unclear(format!("the enum `{rust_name}` has no `db_type`"), item.ident.span());
    };
    if db_type != "Enum" {
        item.variants.iter().for_each(|variant| warn_of_rename(variant, notes));
        return match types::parse(db_type) {
            Ok(stated) => DefinitionKind::Stated(stated, None),
            Err(fault) => DefinitionKind::Unclear(fault, At::from(span)),
        };
    }
    let name = arguments.text("enum_name", notes).map(|(name, _)| name.to_owned());
    let rename_all = formats::case_style(&arguments, "rename_all", notes);
    let (mut labels, mut renames) = (Vec::new(), Vec::new());
    for variant in attributes::compiled("label", &item.variants, notes) {
        let arguments = Arguments::read(&variant.attrs, notes);
        arguments.warn_of_unknown(LABEL_KEYS, notes);
        let style = formats::case_style(&arguments, "rename", notes).or(rename_all);
        let stated = arguments.text("string_value", notes).map(|(label, _)| label.to_owned());
        let label = match (stated, style) {
            (Some(label), _) => label,
            // SeaORM takes the identifier with its `r#` (sea-orm-macros 2.0.4, `active_enum.rs`).
            (None, Some(style)) => style.apply(&variant.ident.to_string()),
            (None, None) => {
                return unclear(
                    format!("`{rust_name}::{}` has no `string_value`", variant.ident),
                    variant.ident.span(),
                );
            }
        };
        renames.extend(hints::label(&variant.attrs, notes).map(|(before, _)| (label.clone(), before)));
        labels.push(label);
    }
    let schema = hints::enumeration(&item.attrs, notes);
    DefinitionKind::Enumeration { schema, name: name.unwrap_or_else(|| naming::enum_name(&rust_name)), labels, renames }
}

/// The values of an enum that is a text or a number are data: nothing tells whether rows hold the value before or the one after.
fn warn_of_rename(variant: &Variant, notes: &mut Vec<Note>) {
    if let Some((before, at)) = hints::label(&variant.attrs, notes) {
        let fault = Fault::new(format!(
            "`renamed_from = \"{before}\"` has no effect: this enum is a text or a number in the database, and its values are data"
        ));
        let help = "update the rows in a revision: `op.execute(\"UPDATE .. SET .. WHERE ..\")`, or make it `db_type = \"Enum\"`";
        notes.push(fault.help(help).warning(at));
    }
}
