use std::collections::{BTreeMap, BTreeSet};

use limbeck_entity::Entities;
use limbeck_schema::{Column, Dialect, ForeignKey, Index, Table, canonical_default};

use crate::difference::Found;

/// Compares all properties of a table, `one` as SeaORM builds it, `other` as it was read.
pub(crate) fn compare(one: &Table, other: &Table, entities: &Entities, dialect: Dialect, found: &mut Found<'_>) {
    found.compare("comment", &one.comment, &other.comment);
    found.compare("columns", &names(one), &names(other));
    for column in &one.columns {
        if let Some(read) = other.column(&column.name) {
            let opaque = entities.opaque.contains_key(&(other.name.clone(), column.name.clone()));
            compare_column(column, read, opaque, dialect, found);
        }
    }
    compare_primary_key(one, other, found);
    found.compare("uniques", &uniques(one), &uniques(other));
    compare_indexes(one, other, found);
    compare_foreign_keys(one, other, found);
    let checks = |table: &Table| -> Vec<_> { table.checks.iter().map(|check| check.expression.clone()).collect() };
    found.compare("checks", &checks(one), &checks(other));
}

fn names(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.name.as_str()).collect()
}

fn compare_column(one: &Column, other: &Column, opaque: bool, dialect: Dialect, found: &mut Found<'_>) {
    let name = &one.name;
    if !opaque {
        found.compare(format!("type of {name}"), &one.column_type, &other.column_type);
    }
    found.compare(format!("null of {name}"), &one.nullable, &other.nullable);
    found.compare(format!("default of {name}"), &canonical_default(one, dialect), &canonical_default(other, dialect));
    found.compare(format!("numbering of {name}"), &one.auto_increment.is_some(), &other.auto_increment.is_some());
    found.compare(format!("comment of {name}"), &one.comment, &other.comment);
    found.compare(format!("collation of {name}"), &one.collation, &other.collation);
    found.compare(format!("update of {name}"), &one.on_update, &other.on_update);
    found.compare(format!("expression of {name}"), &one.generated, &other.generated);
    found.compare(format!("rest of {name}"), &one.extra, &other.extra);
}

/// SeaORM leaves a key of one column unnamed.
fn compare_primary_key(one: &Table, other: &Table, found: &mut Found<'_>) {
    let members = |table: &Table| table.primary_key.as_ref().map(|key| key.columns.clone());
    found.compare("primary key", &members(one), &members(other));
    let name = |table: &Table| table.primary_key.as_ref().and_then(|key| key.name.clone());
    if name(one).is_some() {
        found.compare("name of the primary key", &name(one), &name(other));
    }
}

/// SeaORM leaves the unique constraints of its columns unnamed.
fn uniques(table: &Table) -> BTreeSet<Vec<String>> {
    table.uniques.iter().map(|unique| unique.columns.clone()).collect()
}

fn compare_indexes(one: &Table, other: &Table, found: &mut Found<'_>) {
    fn by_name(table: &Table) -> BTreeMap<&str, &Index> {
        table.indexes.iter().map(|index| (index.name.as_str(), index)).collect()
    }
    let (one, other) = (by_name(one), by_name(other));
    for name in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        found.compare(format!("index {name}"), &one.get(name), &other.get(name));
    }
}

fn compare_foreign_keys(one: &Table, other: &Table, found: &mut Found<'_>) {
    type Shape<'a> = (&'a [String], String, &'a [String]);
    fn by_shape(table: &Table) -> BTreeMap<Shape<'_>, Vec<&ForeignKey>> {
        let mut keys: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for key in &table.foreign_keys {
            let shape = (key.columns.as_slice(), key.target.to_string(), key.target_columns.as_slice());
            keys.entry(shape).or_default().push(key);
        }
        keys
    }
    let (one, other) = (by_shape(one), by_shape(other));
    for shape in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        let columns = shape.0.join(", ");
        found.compare(format!("foreign key of {columns}"), &one.get(shape), &other.get(shape));
    }
}
