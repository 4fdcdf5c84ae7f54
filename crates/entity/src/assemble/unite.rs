//! One table of each name: several entities may state the same one, as long as they don't contradict each other.

use std::collections::BTreeMap;

use limbeck_schema::{Column, ObjectName, Table};

use super::Problems;
use crate::{items::Tree, problems::Fault, tables::Built};

/// The tables by name; entities that contradict each other are told.
pub(super) fn unite(tree: &Tree, built: Vec<Option<Built>>, problems: &mut Problems) -> BTreeMap<ObjectName, Built> {
    let mut tables: BTreeMap<ObjectName, Built> = BTreeMap::new();
    for built in built.into_iter().flatten() {
        let Some(known) = tables.get_mut(&built.table.name) else {
            tables.insert(built.table.name.clone(), built);
            continue;
        };
        if let Some(difference) = contradiction(known, &built) {
            let fault = Fault::new(format!(
                "the table `{}` is stated differently at {}:{}:{}: {difference}",
                built.table.name,
                tree.files[known.file].display(),
                known.at.line,
                known.at.column,
            ));
            let note = fault.help("leave one of the two out of the entity paths, or make them alike").error(built.at);
            problems.add(tree, built.file, note);
        } else {
            merge(known, built);
        }
    }
    tables
}

/// The first thing that both state, and not the same.
fn contradiction(one: &Built, other: &Built) -> Option<String> {
    let is_opaque = |name: &str| one.opaque.contains_key(name) || other.opaque.contains_key(name);
    for column in &one.table.columns {
        let Some(same) = other.table.column(&column.name) else { continue };
        if !agree(column, same, is_opaque(&column.name)) {
            return Some(format!("the column `{}` is not the same", column.name));
        }
    }
    let (one, other) = (&one.table, &other.table);
    if one.primary_key != other.primary_key {
        return Some("the primary key is not the same".to_owned());
    }
    let is_other = |one: &Option<String>, two: &Option<String>| one.is_some() && two.is_some() && one != two;
    is_other(&one.comment, &other.comment).then(|| "the comment is not the same".to_owned())
}

/// Whether two statements of one column can both hold: what one of them leaves out, the other may say.
fn agree(one: &Column, other: &Column, is_opaque: bool) -> bool {
    fn fits<T: PartialEq>(one: &Option<T>, two: &Option<T>) -> bool {
        one.is_none() || two.is_none() || one == two
    }
    (is_opaque || (one.column_type == other.column_type && one.auto_increment == other.auto_increment))
        && one.nullable == other.nullable
        && fits(&one.default, &other.default)
        && fits(&one.generated, &other.generated)
        && fits(&one.on_update, &other.on_update)
        && fits(&one.collation, &other.collation)
        && fits(&one.comment, &other.comment)
}

/// Adds what only `other` states.
fn merge(known: &mut Built, other: Built) {
    fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
        for item in from {
            if !to.contains(&item) {
                to.push(item);
            }
        }
    }
    let Table { columns, uniques, indexes, foreign_keys, checks, comment, .. } = other.table;
    for column in columns {
        let is_opaque = other.opaque.contains_key(&column.name);
        match known.table.column_mut(&column.name) {
            None => {
                known.opaque.extend(other.opaque.get(&column.name).map(|opaque| (column.name.clone(), opaque.clone())));
                known.table.columns.push(column);
            }
            Some(same) => {
                if !is_opaque && known.opaque.remove(&column.name).is_some() {
                    same.column_type = column.column_type;
                    same.auto_increment = column.auto_increment;
                }
                same.default = same.default.take().or(column.default);
                same.generated = same.generated.take().or(column.generated);
                same.on_update = same.on_update.take().or(column.on_update);
                same.collation = same.collation.take().or(column.collation);
                same.comment = same.comment.take().or(column.comment);
            }
        }
    }
    add(&mut known.table.uniques, uniques);
    add(&mut known.table.indexes, indexes);
    add(&mut known.table.foreign_keys, foreign_keys);
    add(&mut known.table.checks, checks);
    known.table.comment = known.table.comment.take().or(comment);
    known.renamed_from = known.renamed_from.take().or(other.renamed_from);
    known.renames.extend(other.renames);
    known.enumerations.extend(other.enumerations);
    known.origins.add(other.origins);
    // A field that one entity ignores and another one has is there.
    known.ignored.extend(other.ignored);
}
