//! The schema as SeaORM's entities, a file for each table, in the dense format.

use std::fmt::Write;

use super::{Column, Index, Kind, Table, Value};

/// The files: their names, `mod.rs` among them, and their texts.
pub fn files(tables: &[Table]) -> Vec<(String, String)> {
    let modules: String = tables.iter().map(|table| format!("pub mod {};\n", table.name)).collect();
    let files = tables.iter().map(|table| (format!("{}.rs", table.name), file(table)));
    files.chain([("mod.rs".to_owned(), modules)]).collect()
}

fn file(table: &Table) -> String {
    let Table { name, comment, columns } = table;
    let mut text = format!(
        "use sea_orm::entity::prelude::*;\n\n#[sea_orm::model]\n#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]\n\
         #[sea_orm(table_name = \"{name}\", comment = \"{comment}\")]\npub struct Model {{\n"
    );
    for column in columns {
        let (attributes, field) = (attributes(column), column.name);
        if !attributes.is_empty() {
            let _ = writeln!(text, "    #[sea_orm({})]", attributes.join(", "));
        }
        let plain = rust_type(&column.kind);
        let rust_type = if column.is_nullable { format!("Option<{plain}>") } else { plain.to_owned() };
        let _ = writeln!(text, "    pub {field}: {rust_type},");
    }
    text.extend(columns.iter().filter_map(|column| relation(table, column)));
    text.push_str("}\n\nimpl ActiveModelBehavior for ActiveModel {}\n");
    text
}

fn rust_type(kind: &Kind) -> &'static str {
    match kind {
        Kind::Key | Kind::BigInteger | Kind::Reference(_) => "i64",
        Kind::String(_) | Kind::Text => "String",
        Kind::Integer => "i32",
        Kind::Decimal => "Decimal",
        Kind::Boolean => "bool",
        Kind::DateTime => "DateTime",
        Kind::Json => "Json",
    }
}

/// What SeaORM does not take from the type of the field.
fn column_type(kind: &Kind) -> Option<String> {
    match kind {
        Kind::String(length) => Some(format!("String(StringLen::N({length}))")),
        Kind::Decimal => Some("Decimal(Some((12, 2)))".to_owned()),
        Kind::Text => Some("Text".to_owned()),
        Kind::Json => Some("Json".to_owned()),
        Kind::Key | Kind::Integer | Kind::BigInteger | Kind::Boolean | Kind::DateTime | Kind::Reference(_) => None,
    }
}

fn attributes(column: &Column) -> Vec<String> {
    let mut attributes = Vec::new();
    if column.kind == Kind::Key {
        attributes.push("primary_key".to_owned());
    }
    attributes.extend(column_type(&column.kind).map(|column_type| format!("column_type = \"{column_type}\"")));
    match column.index {
        Index::Absent => {}
        Index::Plain => attributes.push("indexed".to_owned()),
        Index::Unique => attributes.push("unique".to_owned()),
    }
    attributes.extend(column.default.map(|default| match default {
        Value::String(text) => format!("default_value = \"{text}\""),
        Value::Integer(number) => format!("default_value = {number}"),
        Value::Boolean(boolean) => format!("default_value = {boolean}"),
    }));
    attributes.extend(column.comment.map(|comment| format!("comment = \"{comment}\"")));
    attributes
}

/// The fields that a reference makes besides its column.
fn relation(table: &Table, column: &Column) -> Option<String> {
    let Kind::Reference(target) = &column.kind else { return None };
    let (from, field) = (column.name, column.name.trim_end_matches("_id"));
    let (first, rest) = field.split_at_checked(1)?;
    let variant = format!("{}{rest}", first.to_ascii_uppercase());
    let (kind, target) = if *target == table.name {
        ("self_ref", "HasOne<Entity>".to_owned())
    } else {
        ("belongs_to", format!("BelongsTo<Option<super::{target}::Entity>>"))
    };
    Some(format!(
        "    #[sea_orm({kind}, relation_enum = \"{variant}\", from = \"{from}\", to = \"id\", on_delete = \"Cascade\")]\n    \
         pub {field}: {target},\n"
    ))
}
