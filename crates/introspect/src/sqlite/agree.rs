//! Whether what was read from the statement is what SQLite itself read from it.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::Table;

use super::{create::CreateTable, unreadable};
use crate::{IntrospectError, reply::Row};

/// Checks names of columns, generated columns, unique constraints and foreign keys against the pragmas.
///
/// # Errors
/// The first thing in which they disagree.
pub(super) fn check(
    table: &Table,
    create: &CreateTable,
    columns: &[Row],
    indexes: &[Row],
    foreign_keys: &[Row],
) -> Result<(), IntrospectError> {
    let disagree =
        |what: &str| Err(unreadable(&table.name.name, &format!("its {what} are not those of its statement")));
    for (row, clauses) in columns.iter().zip(&create.columns) {
        // 2 is a virtual generated column, 3 a stored one (pragma.html, table_xinfo).
        let stored = match row.integer("hidden")? {
            2 => Some(false),
            3 => Some(true),
            _ => None,
        };
        if row.text("name")? != clauses.name || clauses.generated.as_ref().map(|generated| generated.stored) != stored {
            return disagree("columns");
        }
    }
    let read: BTreeSet<_> = table.uniques.iter().map(|unique| unique.columns.clone()).collect();
    if !unique_columns(indexes)?.is_subset(&read) {
        return disagree("unique constraints");
    }
    let keys: Vec<_> = table.foreign_keys.iter().map(|key| key.columns.clone()).collect();
    if foreign_key_columns(foreign_keys)? != keys {
        return disagree("foreign keys");
    }
    Ok(())
}

/// The columns of each unique constraint. The primary key's index serves a unique constraint of the same columns too.
fn unique_columns(rows: &[Row]) -> Result<BTreeSet<Vec<String>>, IntrospectError> {
    let mut uniques: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        if row.text("origin")? == "u" {
            uniques.entry(row.text("index_name")?).or_default().extend(row.optional_text("column_name")?);
        }
    }
    Ok(uniques.into_values().collect())
}

/// The columns of each foreign key, in the order of the statement.
fn foreign_key_columns(rows: &[Row]) -> Result<Vec<Vec<String>>, IntrospectError> {
    let mut keys: Vec<Vec<String>> = Vec::new();
    let mut previous = None;
    for row in rows {
        let id = Some(row.integer("id")?);
        if previous != id {
            keys.push(Vec::new());
            previous = id;
        }
        if let Some(key) = keys.last_mut() {
            key.push(row.text("column_name")?);
        }
    }
    Ok(keys)
}
