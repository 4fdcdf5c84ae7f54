//! Changes of one table's parts.

use limbeck_schema::{Check, Column, Expression, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey, Table, Unique};

use super::{Dropped, ReplayError, find_check, find_foreign_key, require_columns};
use crate::Alteration;

pub(super) fn add_column(table: &mut Table, column: &Column) -> Result<(), ReplayError> {
    if table.column(&column.name).is_some() {
        return Err(ReplayError::exists("column", format!("{}.{}", table.name, column.name)));
    }
    table.columns.push(column.clone());
    Ok(())
}

pub(super) fn alter_column(table: &mut Table, column: &str, changes: &Alteration) -> Result<(), ReplayError> {
    let missing = ReplayError::no_part(&table.name, "column", column);
    changes.apply(table.column_mut(column).ok_or(missing)?);
    Ok(())
}

/// Only the values change; what can have none is refused.
pub(super) fn fill_column(table: &ObjectName, column: &Column, value: &Expression) -> Result<(), ReplayError> {
    let reason = match (&column.generated, value) {
        (Some(_), _) => "the server computes it from other columns; leave the step out",
        (None, Expression::Null) => "NULL is what it holds already; name a value",
        (None, _) => return Ok(()),
    };
    Err(ReplayError::Fill { table: table.clone(), column: column.name.clone(), reason })
}

pub(super) fn create_index(table: &mut Table, index: &Index) -> Result<(), ReplayError> {
    if table.indexes.iter().any(|known| known.name == index.name) {
        return Err(ReplayError::exists("index", &index.name));
    }
    let columns = index.parts.iter().filter_map(|part| part.target.column());
    require_columns(table, columns.chain(index.include.iter().map(String::as_str)))?;
    table.indexes.push(index.clone());
    Ok(())
}

pub(super) fn drop_index(table: &mut Table, name: &str, parts: &[IndexPart]) -> Result<(), ReplayError> {
    let found = Dropped::of_index(table, name, parts)?.cloned();
    remove_dropped(table, &found);
    Ok(())
}

pub(super) fn add_unique(table: &mut Table, unique: &Unique) -> Result<(), ReplayError> {
    require_columns(table, unique.columns.iter().map(String::as_str))?;
    require_new("unique constraint", &unique.name, table.uniques.iter().map(|known| &known.name))?;
    table.uniques.push(unique.clone());
    Ok(())
}

pub(super) fn drop_unique(table: &mut Table, columns: &[String], name: Option<&str>) -> Result<(), ReplayError> {
    let found = Dropped::of_unique(table, columns, name)?.cloned();
    remove_dropped(table, &found);
    Ok(())
}

/// The caller has seen that the target is there.
pub(super) fn add_foreign_key(table: &mut Table, key: &ForeignKey) -> Result<(), ReplayError> {
    require_columns(table, key.columns.iter().map(String::as_str))?;
    require_new("foreign key", &key.name, table.foreign_keys.iter().map(|known| &known.name))?;
    table.foreign_keys.push(key.clone());
    Ok(())
}

pub(super) fn drop_foreign_key(
    table: &mut Table,
    columns: &[String],
    target: &ObjectName,
    name: Option<&str>,
) -> Result<(), ReplayError> {
    let found = find_foreign_key(table, columns, target, name)?.clone();
    remove(&mut table.foreign_keys, &found);
    Ok(())
}

pub(super) fn add_check(table: &mut Table, check: &Check) -> Result<(), ReplayError> {
    require_new("check", &check.name, table.checks.iter().map(|known| &known.name))?;
    table.checks.push(check.clone());
    Ok(())
}

pub(super) fn drop_check(table: &mut Table, name: &str) -> Result<(), ReplayError> {
    let found = find_check(table, name)?.clone();
    remove(&mut table.checks, &found);
    Ok(())
}

/// The members of the key may not be NULL from then on, as all databases have it.
pub(super) fn alter_primary_key(table: &mut Table, key: Option<&PrimaryKey>) -> Result<(), ReplayError> {
    if let Some(key) = key {
        require_columns(table, key.columns.iter().map(String::as_str))?;
        let members = table.columns.iter_mut().filter(|column| key.columns.contains(&column.name));
        members.for_each(|column| column.nullable = false);
    }
    table.primary_key = key.cloned();
    Ok(())
}

/// A constraint's name is new to its table; several may have none.
fn require_new<'a>(
    kind: &'static str,
    name: &Option<String>,
    mut known: impl Iterator<Item = &'a Option<String>>,
) -> Result<(), ReplayError> {
    match name {
        Some(name) if known.any(|known| known.as_ref() == Some(name)) => Err(ReplayError::exists(kind, name)),
        _ => Ok(()),
    }
}

fn remove_dropped(table: &mut Table, found: &Dropped<Index, Unique>) {
    match found {
        Dropped::Index(index) => remove(&mut table.indexes, index),
        Dropped::Unique(unique) => remove(&mut table.uniques, unique),
    }
}

fn remove<T: PartialEq>(list: &mut Vec<T>, item: &T) {
    if let Some(at) = list.iter().position(|known| known == item) {
        list.remove(at);
    }
}
