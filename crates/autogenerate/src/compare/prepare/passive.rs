use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{Dialect, ForeignKey, ObjectName, Schema, Table};

use super::super::{Skipped, parts::Part};

/// Sees to it that the targets of wanted foreign keys are there. One that no entity states takes no part but for being referred to: it is recorded, or in the
/// database, or set aside among the entities. A key whose target is nowhere is skipped.
pub(in super::super) fn add_passive(
    wanted: &mut Schema,
    bases: &mut BTreeMap<Dialect, Schema>,
    sources: &[&Schema],
    aside: &mut BTreeSet<ObjectName>,
    skipped: &mut Vec<Skipped>,
) {
    let targets = wanted.tables.values().flat_map(|table| table.foreign_keys.iter().map(|key| &key.target));
    let foreign: BTreeSet<ObjectName> =
        targets.filter(|target| !wanted.tables.contains_key(*target)).cloned().collect();
    for target in &foreign {
        let found = sources.iter().find_map(|schema| schema.table(target));
        let is_recorded = bases.values().any(|base| base.tables.contains_key(target));
        if !is_recorded && found.is_none() {
            continue;
        }
        aside.insert(target.clone());
        for base in bases.values_mut() {
            if let (Some(found), false) = (found, base.tables.contains_key(target)) {
                base.tables.insert(target.clone(), alone(found));
            }
        }
    }
    let mut dangling: BTreeMap<ObjectName, Vec<ForeignKey>> = BTreeMap::new();
    for table in wanted.tables.values() {
        for key in &table.foreign_keys {
            if let Some(reason) = problem(key, wanted, bases) {
                skipped.push(Skipped { object: Part::ForeignKey(key).noted(&table.name).to_string(), reason });
                dangling.entry(table.name.clone()).or_default().push(key.clone());
            }
        }
    }
    for (name, keys) in dangling {
        if let Some(table) = wanted.table_mut(&name) {
            table.foreign_keys.retain(|key| !keys.contains(key));
        }
    }
}

/// The table without what ties it to others.
fn alone(table: &Table) -> Table {
    let mut table = table.clone();
    table.foreign_keys.clear();
    table
}

/// Why a wanted key can't be made, if it can't.
fn problem(key: &ForeignKey, wanted: &Schema, bases: &BTreeMap<Dialect, Schema>) -> Option<String> {
    let target = &key.target;
    let tables: Vec<&Table> =
        wanted.table(target).into_iter().chain(bases.values().filter_map(|base| base.table(target))).collect();
    if !wanted.tables.contains_key(target) && tables.len() < bases.len() {
        return Some(format!("its table `{target}` is neither among the entities nor in the database"));
    }
    let missing = key.target_columns.iter().find(|column| tables.iter().all(|table| table.column(column).is_none()))?;
    Some(format!("its table `{target}` has no column `{missing}`"))
}
