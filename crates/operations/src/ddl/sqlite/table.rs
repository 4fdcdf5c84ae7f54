//! The text of a table, which SQLite keeps to the letter.

use limbeck_schema::{Column, NOT_NULL_ON_CONFLICT, ObjectName, Table, canonical_column_type, lower_column_type};

use super::DIALECT;
use crate::{
    Step,
    ddl::{
        constraint,
        expression::default_value,
        quote::{identifier, object, parenthesised},
        steps::stops_numbering,
    },
};

/// CREATE TABLE for `table`, under `name`. Its foreign keys to itself go to its own name.
pub(super) fn create(table: &Table, name: &ObjectName) -> String {
    let columns = table.columns.iter().map(|item| column(item, table)).collect();
    let sql = constraint::create_table(&object(name, DIALECT), columns, table, numbered(table).is_none(), DIALECT);
    let options: Vec<_> = [(table.options.strict, "STRICT"), (table.options.without_rowid, "WITHOUT ROWID")]
        .into_iter()
        .filter_map(|(stated, words)| stated.then_some(words))
        .collect();
    if options.is_empty() { sql } else { format!("{sql} {}", options.join(", ")) }
}

/// The column that AUTOINCREMENT numbers.
pub(super) fn numbered(table: &Table) -> Option<&Column> {
    table.single_key().and_then(|key| table.column(key)).filter(|column| column.auto_increment.is_some())
}

/// A column that numbered the rows and lost its key is written as a plain one, if a later step drops it or makes it one.
pub(super) fn stop_numbering_without_key(table: &mut Table, later: &[Step]) {
    let (name, key) = (table.name.clone(), table.single_key().map(str::to_owned));
    for column in &mut table.columns {
        if key.as_ref() != Some(&column.name) && stops_numbering(&column.name, &name, later, DIALECT) {
            column.auto_increment = None;
        }
    }
}

/// The column that is another name of the rowid: a single primary key that is declared `integer`, in so many letters
/// (lang_createtable.html, section 5).
pub(super) fn rowid_alias(table: &Table) -> Option<&Column> {
    let column = table.column(table.single_key()?)?;
    let is_alias = !table.options.without_rowid && declared_type(column, table).eq_ignore_ascii_case("integer");
    is_alias.then_some(column)
}

/// A column as it stands in CREATE TABLE and behind `ADD COLUMN`.
pub(super) fn column(column: &Column, table: &Table) -> String {
    let mut sql = identifier(&column.name, DIALECT);
    let declared = declared_type(column, table);
    if !declared.is_empty() {
        sql += &format!(" {declared}");
    }
    if !column.nullable {
        sql += " NOT NULL";
    }
    let own = constraint::in_column(table, &column.name, DIALECT);
    let key_is_own = table.primary_key.as_ref().is_some_and(|key| {
        key.columns.iter().eq([&column.name]) && constraint::is_in_column(table, key.name.as_deref(), &key.columns)
    });
    if !key_is_own && numbered(table).is_some_and(|numbered| numbered.name == column.name) {
        let name = table.primary_key.as_ref().and_then(|key| key.name.as_deref());
        let name = name.map(|name| format!("CONSTRAINT {} ", identifier(name, DIALECT))).unwrap_or_default();
        sql += &format!(" {name}PRIMARY KEY AUTOINCREMENT");
    }
    if let Some(default) = &column.default {
        sql += &format!(" DEFAULT {}", default_value(default, &column.column_type, DIALECT));
    }
    if let Some(collation) = &column.collation {
        sql += &format!(" COLLATE {}", identifier(collation, DIALECT));
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        sql += &format!(" GENERATED ALWAYS AS {} {kind}", parenthesised(&generated.expression));
    }
    for constraint in own {
        sql += &format!(" {constraint}");
    }
    if let Some(extra) = extra(column) {
        sql += &format!(" {extra}");
    }
    sql
}

/// The further words of a column; those of its NOT NULL go with that.
fn extra(column: &Column) -> Option<String> {
    let extra = column.extra.as_deref()?;
    let Some((before, rest)) = extra.split_once(NOT_NULL_ON_CONFLICT).filter(|_| column.nullable) else {
        return Some(extra.to_owned());
    };
    let rest = rest.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    let words = [before.trim(), rest.trim()].map(str::to_owned).into_iter().filter(|words| !words.is_empty());
    Some(words.collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

/// The declared type. AUTOINCREMENT works with `integer` alone; a STRICT table takes six names only (stricttables.html, section 2).
fn declared_type(column: &Column, table: &Table) -> String {
    if numbered(table).is_some_and(|numbered| numbered.name == column.name) {
        return "integer".to_owned();
    }
    let lowered = lower_column_type(&column.column_type, DIALECT).unwrap_or_default();
    let allowed = ["int", "integer", "real", "text", "blob", "any"];
    if !table.options.strict || allowed.contains(&lowered.to_ascii_lowercase().as_str()) {
        return lowered;
    }
    let canonical = canonical_column_type(&column.column_type, DIALECT);
    let strict = match canonical.split('(').next().unwrap_or_default() {
        "TEXT" | "DATE" | "TIME" | "TIMESTAMP" | "JSON" | "UUID" => "text",
        "INTEGER" | "BOOLEAN" => "integer",
        "REAL" | "DECIMAL" => "real",
        "BLOB" => "blob",
        _ => "any",
    };
    strict.to_owned()
}
