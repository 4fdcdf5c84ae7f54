//! Whether a schema is already as an operation would make it: what a step that is marked `unless_done` asks before it is done.

use limbeck_schema::{
    Check, Dialect, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey, Schema, Table, Unique, canonical_check,
    canonical_column, canonical_comment, canonical_foreign_key, canonical_index, canonical_unique,
    canonical_unique_index, has_same_bytes, is_declared_alike,
};

mod again;

pub use self::again::passed_over;
use crate::{
    Alteration, Operation,
    replay::{Dropped, find_check, find_foreign_key},
};

/// Whether `schema` is as `operation` would make it on `dialect`. What is made is there under the same name or in the same shape, what is changed is
/// so already. What is dropped is not there under the name that the operation says, or, where it says none, in its shape: another part of that shape is
/// somebody else's. Of SQL text and data steps nobody can tell: they are never done.
pub(crate) fn is_done(operation: &Operation, schema: &Schema, dialect: Dialect) -> bool {
    use Operation as O;
    let has = |table: &ObjectName, is: &dyn Fn(&Table) -> bool| schema.table(table).is_some_and(is);
    match operation {
        O::CreateTable { definition } => schema.tables.contains_key(&definition.name),
        O::DropTable { table } => !schema.tables.contains_key(table),
        O::RenameTable { table, to } => !schema.tables.contains_key(table) && schema.tables.contains_key(to),
        O::AddColumn { table, column } => has(table, &|table| table.column(&column.name).is_some()),
        O::DropColumn { table, column } => !has(table, &|table| table.column(column).is_some()),
        O::AlterColumn { table, column, changes } => has(table, &|table| is_altered(table, column, changes, dialect)),
        O::RenameColumn { table, column, to } => {
            has(table, &|table| table.column(column).is_none() && table.column(to).is_some())
        }
        O::CreateIndex { table, index } => has(table, &|table| has_index(table, index, dialect)),
        O::DropIndex { table, name, parts } => !has(table, &|table| has_named_index(table, name, parts, dialect)),
        O::AddUnique { table, unique } => has(table, &|table| has_unique(table, unique, dialect)),
        O::DropUnique { table, columns, name } => {
            !has(table, &|table| has_named_unique(table, columns, name.as_deref()))
        }
        O::AddForeignKey { table, foreign_key } => has(table, &|table| has_foreign_key(table, foreign_key, dialect)),
        O::DropForeignKey { table, columns, target, name } => {
            let is_meant = |known: &ForeignKey| name.is_none() || known.name == *name;
            !has(table, &|table| find_foreign_key(table, columns, target, name.as_deref()).is_ok_and(is_meant))
        }
        O::AddCheck { table, check } => has(table, &|table| has_check(table, check, dialect)),
        O::DropCheck { table, name } => !has(table, &|table| find_check(table, name).is_ok()),
        O::AlterPrimaryKey { table, primary_key } => {
            let columns = |key: &Option<PrimaryKey>| key.as_ref().map(|key| key.columns.clone());
            has(table, &|table| columns(&table.primary_key) == columns(primary_key))
        }
        O::CreateEnum { enumeration, .. } => schema.enums.contains_key(&enumeration.name),
        O::DropEnum { name } => !schema.enums.contains_key(name),
        O::AlterEnum { name, next, .. } => schema.enums.get(name).is_some_and(|known| known.labels == *next),
        O::RenameEnumLabel { name, label, to } => {
            let has = |known: &[String], label: &String| known.contains(label);
            schema.enums.get(name).is_some_and(|known| !has(&known.labels, label) && has(&known.labels, to))
        }
        O::SetTableComment { table, comment } => {
            let form = |comment: &Option<String>| canonical_comment(comment.as_deref(), dialect);
            has(table, &|table| form(&table.comment) == form(comment))
        }
        // Where NULL is forbidden no row holds it.
        O::FillColumn { table, column, .. } => {
            has(table, &|table| table.column(column).is_some_and(|column| !column.nullable))
        }
        O::Execute { .. } | O::Run { .. } => false,
    }
}

fn is_altered(table: &Table, column: &str, changes: &Alteration, dialect: Dialect) -> bool {
    let Some(known) = table.column(column) else { return false };
    let mut next = known.clone();
    changes.apply(&mut next);
    let form = |column| canonical_column(column, table.is_key(&known.name), dialect);
    // SQLite: whether the words of a type mean anything, the server's settings say.
    let is_declared_so = is_declared_alike(&known.column_type, &next.column_type, dialect);
    is_declared_so && form(known) == form(&next) && has_same_bytes(known, &next, dialect)
}

fn has_index(table: &Table, index: &Index, dialect: Dialect) -> bool {
    let form = canonical_index(index, dialect);
    let unique = canonical_unique_index(index, dialect);
    table.indexes.iter().any(|known| known.name == index.name || canonical_index(known, dialect) == form)
        || table.uniques.iter().any(|known| Some(canonical_unique(known, dialect)) == unique)
}

/// Whether what `drop_index` would drop bears the name and has the parts.
fn has_named_index(table: &Table, name: &str, parts: &[IndexPart], dialect: Dialect) -> bool {
    let form = |parts: &[IndexPart]| canonical_index(&Index::new(name, parts.iter().cloned()), dialect).parts;
    match Dropped::of_index(table, name, parts) {
        Ok(Dropped::Index(known)) => known.name == name && form(&known.parts) == form(parts),
        Ok(Dropped::Unique(known)) => known.name.as_deref() == Some(name),
        Err(_) => false,
    }
}

/// Whether what `drop_unique` would drop bears the name, if one is said.
fn has_named_unique(table: &Table, columns: &[String], name: Option<&str>) -> bool {
    let is_meant = |known: Option<&str>| name.is_none() || known == name;
    match Dropped::of_unique(table, columns, name) {
        Ok(Dropped::Unique(known)) => is_meant(known.name.as_deref()),
        Ok(Dropped::Index(known)) => is_meant(Some(&known.name)),
        Err(_) => false,
    }
}

fn has_unique(table: &Table, unique: &Unique, dialect: Dialect) -> bool {
    let form = canonical_unique(unique, dialect);
    table
        .uniques
        .iter()
        .any(|known| is_named_alike(&known.name, &unique.name) || canonical_unique(known, dialect) == form)
        || table.indexes.iter().any(|known| canonical_unique_index(known, dialect).as_ref() == Some(&form))
}

fn has_foreign_key(table: &Table, key: &ForeignKey, dialect: Dialect) -> bool {
    let form = canonical_foreign_key(key, dialect);
    let mut keys = table.foreign_keys.iter();
    keys.any(|known| is_named_alike(&known.name, &key.name) || canonical_foreign_key(known, dialect) == form)
}

fn has_check(table: &Table, check: &Check, dialect: Dialect) -> bool {
    let form = canonical_check(check, dialect);
    table.checks.iter().any(|known| is_named_alike(&known.name, &check.name) || canonical_check(known, dialect) == form)
}

fn is_named_alike(one: &Option<String>, other: &Option<String>) -> bool {
    one.is_some() && one == other
}

#[cfg(test)]
mod tests;
