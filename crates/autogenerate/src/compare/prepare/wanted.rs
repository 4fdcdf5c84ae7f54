use std::collections::{BTreeSet, HashSet};

use limbeck_schema::{ForeignKey, ObjectName, Schema, Table, names_in_sql};

use super::super::{
    Comparing, Noted, Skipped,
    parts::{Part, Uniqueness},
};
use super::opaque::{UNKNOWN, opaque_columns};

/// What the entities want, once and only once: without what is set aside, with the types of its columns, each key and index a single time, members of the
/// primary key not NULL, opaque columns without a type. What names a column that its table lacks is skipped.
pub(in super::super) fn wanted(
    input: &Comparing<'_>,
    aside: &BTreeSet<ObjectName>,
    skipped: &mut Vec<Skipped>,
) -> Schema {
    let wanted = input.wanted;
    let mut schema = Schema::default();
    let enums = wanted.enums.iter().filter(|(name, _)| !aside.contains(*name));
    schema.enums.extend(enums.map(|(name, enumeration)| (name.clone(), enumeration.clone())));
    for table in wanted.tables.values().filter(|table| !aside.contains(&table.name)) {
        let mut table = table.clone();
        for name in opaque_columns(input.opaque, &table.name) {
            if let Some(column) = table.column_mut(name) {
                column.column_type = UNKNOWN;
            }
        }
        for enumeration in table.columns.iter_mut().filter_map(|column| column.column_type.enumeration_mut()) {
            if aside.contains(&enumeration.name) || enumeration.name.name.is_empty() {
                continue;
            }
            let known = schema.enums.entry(enumeration.name.clone()).or_insert_with(|| enumeration.clone());
            enumeration.labels.clone_from(&known.labels);
        }
        require_columns(&mut table, skipped);
        once(&mut table);
        let key = table.primary_key.clone();
        for column in &mut table.columns {
            column.nullable &= !key.as_ref().is_some_and(|key| key.columns.contains(&column.name));
        }
        schema.tables.insert(table.name.clone(), table);
    }
    schema
}

/// Takes away what a table has twice.
fn once(table: &mut Table) {
    let mut keys: Vec<ForeignKey> = Vec::new();
    for key in std::mem::take(&mut table.foreign_keys) {
        let known = keys.iter_mut().find(|known| {
            known.columns == key.columns && known.target == key.target && known.target_columns == key.target_columns
        });
        match known {
            Some(known) => {
                known.on_delete = known.on_delete.or(key.on_delete);
                known.on_update = known.on_update.or(key.on_update);
                known.deferrable = known.deferrable.or(key.deferrable);
            }
            None => keys.push(key),
        }
    }
    table.foreign_keys = keys;
    let mut sets = HashSet::new();
    let mut is_first = |columns: Vec<&str>| {
        let mut columns: Vec<String> = columns.into_iter().map(str::to_owned).collect();
        columns.sort();
        sets.insert(columns)
    };
    table.uniques.retain(|unique| is_first(Uniqueness::Constraint(unique).columns()));
    table
        .indexes
        .retain(|index| !super::super::parts::is_uniqueness(index) || is_first(Uniqueness::Index(index).columns()));
    let mut shapes = HashSet::new();
    table.indexes.retain(|index| {
        let mut shape = index.clone();
        shape.name.clear();
        shapes.insert(shape)
    });
}

/// Takes away what names a column that the table lacks.
fn require_columns(table: &mut Table, skipped: &mut Vec<Skipped>) {
    let known: HashSet<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let name = table.name.clone();
    let mut has = |columns: &[&str], noted: Noted| {
        let missing = columns.iter().find(|column| !known.contains(**column));
        if let Some(missing) = missing {
            let reason = format!("the entity has no column `{missing}`");
            skipped.push(Skipped { object: noted.to_string(), reason });
        }
        missing.is_none()
    };
    table.primary_key.take_if(|key| !has(&texts(&key.columns), Part::PrimaryKey(key).noted(&name)));
    table
        .uniques
        .retain(|unique| has(&texts(&unique.columns), Part::Unique(Uniqueness::Constraint(unique)).noted(&name)));
    table.foreign_keys.retain(|key| has(&texts(&key.columns), Part::ForeignKey(key).noted(&name)));
    table.indexes.retain(|index| {
        let parts = index.parts.iter().filter_map(|part| part.target.column());
        let columns: Vec<&str> = parts.chain(index.include.iter().map(String::as_str)).collect();
        has(&columns, Part::Index(index).noted(&name))
    });
}

fn texts(columns: &[String]) -> Vec<&str> {
    columns.iter().map(String::as_str).collect()
}

/// Whether SQL text of `table` names one of `columns`.
pub(super) fn names_one_of<'a>(sql: &str, mut columns: impl Iterator<Item = &'a str>) -> bool {
    columns.any(|column| names_in_sql(sql, column))
}
