//! The struct that derives `DeriveEntityModel`: its table and its columns.

use proc_macro2::Span;
use syn::{Field, Fields, ItemStruct, spanned::Spanned};

use super::dense;
use crate::{
    Format,
    attributes::{self, Arguments, FIELD_KEYS, Literal, Member, TABLE_KEYS, Truth, Value, without_raw},
    expressions::{self, DefaultText},
    extra::{self, Extra},
    hints::{self, ColumnHints},
    items::{ColumnFacts, EntityFacts},
    naming::{CaseStyle, Names, names},
    problems::{At, Fault, Note},
    types::{self, RustType, TypeText},
};

/// Reads the struct of an entity in the compact or dense format.
pub(crate) fn entity(item: &ItemStruct, notes: &mut Vec<Note>) -> EntityFacts {
    if let Truth::Unknown(condition) = attributes::of_item(&item.attrs) {
        notes.push(attributes::warning("entity", &condition).warning(item.ident.span()));
    }
    let arguments = Arguments::read(&item.attrs, notes);
    arguments.warn_of_unknown(TABLE_KEYS, notes);
    let rename_all = case_style(&arguments, "rename_all", notes);
    let mut facts = EntityFacts {
        name: arguments.name("entity").unwrap_or("Entity").to_owned(),
        format: Format::Compact,
        at: At::from(item.ident.span()),
        table_name: owned(arguments.text("table_name", notes)),
        schema_name: owned(arguments.text("schema_name", notes)),
        comment: owned(arguments.text("comment", notes)),
        columns: Vec::new(),
        ignored: Vec::new(),
        key: None,
        hints: hints::table(&item.attrs, notes),
        auto_increment: None,
        key_named_as_text: false,
        auto_increment_at: None,
        relations: Vec::new(),
    };
    let Fields::Named(fields) = &item.fields else {
        notes.push(Fault::new("an entity is a struct with named fields").error(item.ident.span()));
        return facts;
    };
    let compact = item
        .attrs
        .iter()
        .any(|attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "compact_model"));
    let mut numbering = Numbering::default();
    for field in attributes::compiled("field", &fields.named, notes) {
        if dense::is_relation(&field.ty) {
            facts.format = Format::Dense;
            if !compact {
                facts.relations.extend(dense::relation(field, &facts.name, notes));
            }
            continue;
        }
        let arguments = Arguments::read(&field.attrs, notes);
        arguments.warn_of_unknown(FIELD_KEYS, notes);
        numbering.see(field, &arguments, notes);
        let names = field_names(field, &arguments, rename_all, notes);
        let hints = hints::column(&field.attrs, notes);
        if arguments.has("ignore") || hints.ignore {
            facts.ignored.push(names);
        } else {
            facts.columns.push(ColumnFacts { hints, ..column(field, names, &arguments, notes) });
        }
    }
    facts.auto_increment = numbering.stated;
    facts.key_named_as_text = numbering.named_as_text;
    facts.auto_increment_at = numbering.at;
    facts
}

/// The last word on `auto_increment`, and what the names of the keys' types say.
#[derive(Default)]
struct Numbering {
    stated: Option<bool>,
    named_as_text: bool,
    at: Option<At>,
}

impl Numbering {
    fn see(&mut self, field: &Field, arguments: &Arguments, notes: &mut Vec<Note>) {
        let key = arguments.has("primary_key") && !arguments.has("ignore");
        match arguments.value("auto_increment") {
            Some(Value { literal: Literal::Boolean(value), span }) => {
                self.stated = Some(*value);
                self.at = value.then(|| At::from(*span));
                if *value && !key {
                    notes.push(Fault::new("only a primary key can be `auto_increment`").error(*span));
                }
            }
            Some(Value { span, .. }) => {
                let fault = Fault::new("`auto_increment` takes `true` or `false`");
                notes.push(fault.help("write it without quotes: `auto_increment = false`").error(*span));
            }
            None if arguments.has("auto_increment") => {
                let fault = Fault::new("`auto_increment` takes `true` or `false`");
                notes.push(fault.help("write `auto_increment = true`").error(field.place()));
            }
            None => {}
        }
        let of = types::option_by_text(&field.ty).unwrap_or(&field.ty);
        self.named_as_text |= key && types::ends_as_text_or_uuid(of);
    }
}

fn column(field: &Field, names: Names, arguments: &Arguments, notes: &mut Vec<Note>) -> ColumnFacts {
    let of = types::option_by_text(&field.ty);
    let key = arguments.has("primary_key");
    for second in arguments.places("unique_key").into_iter().skip(1) {
        let fault = Fault::new("a column has one `unique_key`; of several SeaORM takes the last");
        notes.push(fault.help("put the other group of columns into a revision by hand").warning(second));
    }
    let (stated_type, type_at) = match stated_type(arguments, notes) {
        Some((stated, at)) => (Some(stated), at),
        None => (None, At::from(field.ty.span())),
    };
    let (extra, extra_at) = read_extra(field, arguments, notes);
    let default = default(arguments, &extra, extra_at, notes);
    // The members of a key are never NULL, whatever the field says: PostgreSQL, MySQL and MariaDB see to it.
    let may_be_null = (of.is_some() || arguments.has("nullable")) && extra.not_null != Some(true);
    ColumnFacts {
        names,
        at: At::from(field.place()),
        rust_type: Some(RustType::from(&field.ty)),
        type_at,
        stated_type,
        nullable: may_be_null && !key,
        primary_key: key,
        unique: arguments.has("unique") || extra.unique,
        indexed: arguments.has("indexed"),
        unique_key: owned(arguments.text("unique_key", notes)),
        default,
        comment: owned(arguments.text("comment", notes)).or_else(|| extra.comment.clone()),
        renamed_from: owned(arguments.text("renamed_from", notes)),
        extra,
        hints: ColumnHints::default(),
    }
}

fn read_extra(field: &Field, arguments: &Arguments, notes: &mut Vec<Note>) -> (Extra, At) {
    let Some((text, span)) = arguments.text("extra", notes) else {
        return (Extra::default(), At::from(field.place()));
    };
    let extra = extra::parse(text).unwrap_or_else(|fault| {
        notes.push(fault.error(span));
        Extra::default()
    });
    (extra, At::from(span))
}

/// What `column_type` says, and where.
fn stated_type(arguments: &Arguments, notes: &mut Vec<Note>) -> Option<(Result<TypeText, Fault>, At)> {
    if !arguments.has("column_type") {
        return None;
    }
    let (text, span) = arguments.text("column_type", notes)?;
    Some((types::parse(text), At::from(span)))
}

/// `default_expr` overrides `default_value`, as in SeaORM; both and a DEFAULT in `extra` are two defaults.
fn default(arguments: &Arguments, extra: &Extra, extra_at: At, notes: &mut Vec<Note>) -> Option<(DefaultText, At)> {
    let value = arguments.value("default_value").and_then(|value| {
        let default =
            expressions::of_literal(&value.literal).map(|literal| (DefaultText::Value(literal), At::from(value.span)));
        if default.is_none() {
            notes.push(
                Fault::new("`default_value` takes a literal")
                    .help("use `default_expr` for anything else")
                    .error(value.span),
            );
        }
        default
    });
    let expression = arguments.text("default_expr", notes).and_then(|(text, span)| match expressions::parse(text) {
        Ok(default) => Some((default, At::from(span))),
        Err(fault) => {
            notes.push(fault.error(span));
            None
        }
    });
    let stated = expression.or(value);
    match (&extra.default, &stated) {
        (Some(_), Some(_)) => {
            notes.push(
                Fault::new("this column has a second default in `extra`").help("keep one of the two").error(extra_at),
            );
            stated
        }
        (Some(sql), None) => Some((DefaultText::Sql(sql.clone()), extra_at)),
        (None, _) => stated,
    }
}

fn field_names(field: &Field, arguments: &Arguments, rename_all: Option<CaseStyle>, notes: &mut Vec<Note>) -> Names {
    let ident = field.ident.as_ref().map(without_raw).unwrap_or_default();
    let column_name = owned(arguments.text("column_name", notes));
    let enum_name = owned(arguments.text("enum_name", notes));
    names(&ident, rename_all, column_name.as_deref(), enum_name.as_deref())
}

/// The case style that a key states.
pub(crate) fn case_style(arguments: &Arguments, key: &str, notes: &mut Vec<Note>) -> Option<CaseStyle> {
    let (text, span) = arguments.text(key, notes)?;
    let style = CaseStyle::parse(text);
    if style.is_none() {
        let fault = Fault::new(format!("`{text}` is no case style"));
        notes.push(fault.help(format!("use one of {}", CaseStyle::SPELLINGS)).error(span));
    }
    style
}

fn owned(text: Option<(&str, Span)>) -> Option<String> {
    text.map(|(text, _)| text.to_owned())
}
