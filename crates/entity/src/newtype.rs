//! Types that derive `DeriveValueType`.

use syn::{Attribute, Fields, Ident, ItemEnum, ItemStruct};

use crate::{
    attributes::{Arguments, VALUE_TYPE_KEYS},
    items::DefinitionKind,
    problems::{At, Fault},
    types::{self, RustType, TypeText},
};

/// What a newtype is in a database: its `column_type`, text if it says `value_type = "String"`, else what it holds.
pub(crate) fn of_struct(item: &ItemStruct) -> DefinitionKind {
    stated(&item.attrs, &item.ident).unwrap_or_else(|| match &item.fields {
        Fields::Unnamed(fields) if !fields.unnamed.is_empty() => {
            let held = &fields.unnamed[0].ty;
            DefinitionKind::Newtype(RustType::from(types::option_by_text(held).unwrap_or(held)))
        }
        _ => not_a_newtype(&item.ident),
    })
}

/// The same of an enum, which has to say what it is.
pub(crate) fn of_enum(item: &ItemEnum) -> DefinitionKind {
    stated(&item.attrs, &item.ident).unwrap_or_else(|| not_a_newtype(&item.ident))
}

fn stated(attributes: &[Attribute], ident: &Ident) -> Option<DefinitionKind> {
    let mut notes = Vec::new();
    let arguments = Arguments::read(attributes, &mut notes);
    arguments.warn_of_unknown(VALUE_TYPE_KEYS, &mut notes);
    let column_type = arguments.text("column_type", &mut notes);
    let value_type = arguments.text("value_type", &mut notes);
    if let Some(note) = notes.into_iter().find(|note| note.severity == crate::Severity::Error) {
        return Some(DefinitionKind::Unclear(note.fault, note.at));
    }
    match (column_type, value_type) {
        (Some((text, span)), _) => Some(match types::parse(text) {
            Ok(stated) => DefinitionKind::Stated(stated, None),
            Err(fault) => DefinitionKind::Unclear(fault, At::from(span)),
        }),
        (None, Some(("String", _))) => {
            Some(DefinitionKind::Stated(TypeText::Known(limbeck_schema::ColumnType::string()), None))
        }
        (None, Some((other, span))) => {
            let fault = Fault::new(format!("`{ident}` has a `value_type` that SeaORM does not know: `{other}`"));
            Some(DefinitionKind::Unclear(fault.help("SeaORM knows `value_type = \"String\"`"), At::from(span)))
        }
        (None, None) => None,
    }
}

fn not_a_newtype(ident: &Ident) -> DefinitionKind {
    let fault = Fault::new(format!("`{ident}` derives DeriveValueType, but holds no single value"));
    DefinitionKind::Unclear(
        fault.help("make it a tuple struct, or say `value_type = \"String\"`"),
        At::from(ident.span()),
    )
}
