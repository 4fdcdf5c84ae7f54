//! What is created is always named, and no name is given twice.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use limbeck_schema::{
    ConstraintKind, Dialect, IndexTarget, ObjectName, Schema, Table, constraint_name, names_in_sql, shorten,
};

/// The names that are given already, by where they have to differ.
#[derive(Debug, Default)]
struct Taken {
    /// Indexes and unique constraints share their names in a whole schema on SQLite and PostgreSQL.
    indexes: HashSet<String>,
    /// Foreign keys share theirs in a whole database on MySQL and MariaDB.
    foreign_keys: HashSet<String>,
    /// Checks share theirs in a table.
    checks: BTreeMap<ObjectName, HashSet<String>>,
}

/// Names what is new in the schemas after, against the ones before. A name that something else bears, there or in the database, gets a number.
pub(crate) fn name_new_parts(
    starts: &BTreeMap<Dialect, Schema>,
    ends: &mut BTreeMap<Dialect, Schema>,
    actual: Option<&Schema>,
    gone: &BTreeSet<String>,
) {
    for (dialect, end) in ends.iter_mut() {
        let Some(start) = starts.get(dialect) else { continue };
        let mut taken = Taken::default();
        end.tables.values().for_each(|table| taken.add_staying(table, start.table(&table.name)));
        // What the connected database has counts for all, so that a part has the same name everywhere.
        for table in actual.iter().flat_map(|schema| schema.tables.values()) {
            taken.add_unknown(table, gone);
        }
        for table in end.tables.values_mut() {
            taken.name_parts(table, start.table(&table.name));
        }
    }
}

impl Taken {
    /// The names of the parts of `table` that are in `base` as well.
    fn add_staying(&mut self, table: &Table, base: Option<&Table>) {
        let Some(base) = base else { return };
        let uniques = table.uniques.iter().filter(|unique| base.uniques.contains(unique));
        self.indexes.extend(uniques.filter_map(|unique| unique.name.clone()));
        let indexes = table.indexes.iter().filter(|index| base.indexes.contains(index));
        self.indexes.extend(indexes.map(|index| index.name.clone()));
        let keys = table.foreign_keys.iter().filter(|key| base.foreign_keys.contains(key));
        self.foreign_keys.extend(keys.filter_map(|key| key.name.clone()));
        let checks = table.checks.iter().filter(|check| base.checks.contains(check));
        self.checks.entry(table.name.clone()).or_default().extend(checks.filter_map(|check| check.name.clone()));
    }

    /// The names that the database has, but for those that go.
    fn add_unknown(&mut self, table: &Table, gone: &BTreeSet<String>) {
        let stays = |name: &String| !gone.contains(name);
        self.indexes.extend(table.uniques.iter().filter_map(|unique| unique.name.clone()).filter(stays));
        self.indexes.extend(table.indexes.iter().map(|index| index.name.clone()).filter(stays));
        self.foreign_keys.extend(table.foreign_keys.iter().filter_map(|key| key.name.clone()).filter(stays));
        let checks = table.checks.iter().filter_map(|check| check.name.clone()).filter(stays);
        self.checks.entry(table.name.clone()).or_default().extend(checks);
    }

    fn name_parts(&mut self, table: &mut Table, base: Option<&Table>) {
        let name = table.name.clone();
        for unique in &mut table.uniques {
            if base.is_some_and(|base| base.uniques.contains(unique)) {
                continue;
            }
            let columns = unique.columns.iter().map(String::as_str);
            let stated = unique.name.take();
            let stated = stated.unwrap_or_else(|| constraint_name(ConstraintKind::Unique, &name.name, columns));
            unique.name = Some(free(stated, &mut self.indexes));
        }
        for index in &mut table.indexes {
            if base.is_some_and(|base| base.indexes.contains(index)) {
                continue;
            }
            let mut stated = std::mem::take(&mut index.name);
            if stated.is_empty() {
                let columns = index.parts.iter().map(|part| match &part.target {
                    IndexTarget::Column(column) => column.as_str(),
                    IndexTarget::Expression(_) => "expression",
                });
                stated = constraint_name(ConstraintKind::Index, &name.name, columns);
            }
            index.name = free(stated, &mut self.indexes);
        }
        for key in &mut table.foreign_keys {
            if base.is_some_and(|base| base.foreign_keys.contains(key)) {
                continue;
            }
            let columns = key.columns.iter().map(String::as_str);
            let stated = key.name.take();
            let stated = stated.unwrap_or_else(|| constraint_name(ConstraintKind::ForeignKey, &name.name, columns));
            key.name = Some(free(stated, &mut self.foreign_keys));
        }
        self.name_checks(table, base);
        if let Some(key) = &mut table.primary_key
            && key.name.is_none()
            && key.columns.len() > 1
            && base.is_none_or(|base| base.primary_key.as_ref() != Some(key))
        {
            key.name = Some(constraint_name(ConstraintKind::PrimaryKey, &name.name, []));
        }
    }

    fn name_checks(&mut self, table: &mut Table, base: Option<&Table>) {
        let taken = self.checks.entry(table.name.clone()).or_default();
        for check in &mut table.checks {
            if base.is_some_and(|base| base.checks.contains(check)) {
                continue;
            }
            let stated = check.name.take().unwrap_or_else(|| {
                let columns = table.columns.iter().map(|column| column.name.as_str());
                let named = columns.filter(|column| names_in_sql(&check.expression, column));
                constraint_name(ConstraintKind::Check, &table.name.name, named)
            });
            check.name = Some(free(stated, taken));
        }
    }
}

/// `name`, or the first of `name-2`, `name-3`, .. that nothing bears.
fn free(name: String, taken: &mut HashSet<String>) -> String {
    let mut candidate = name.clone();
    let mut number = 1;
    while !taken.insert(candidate.clone()) {
        number += 1;
        candidate = shorten(&format!("{name}-{number}"));
    }
    candidate
}

/// The names of the parts that go.
pub(crate) fn gone(starts: &BTreeMap<Dialect, Schema>, ends: &BTreeMap<Dialect, Schema>) -> BTreeSet<String> {
    let mut gone = BTreeSet::new();
    for (dialect, start) in starts {
        for (name, table) in &start.tables {
            let end = ends.get(dialect).and_then(|end| end.table(name));
            let uniques = table.uniques.iter().filter(|unique| !end.is_some_and(|end| end.uniques.contains(unique)));
            gone.extend(uniques.filter_map(|unique| unique.name.clone()));
            let indexes = table.indexes.iter().filter(|index| !end.is_some_and(|end| end.indexes.contains(index)));
            gone.extend(indexes.map(|index| index.name.clone()));
            let keys = table.foreign_keys.iter().filter(|key| !end.is_some_and(|end| end.foreign_keys.contains(key)));
            gone.extend(keys.filter_map(|key| key.name.clone()));
            let checks = table.checks.iter().filter(|check| !end.is_some_and(|end| end.checks.contains(check)));
            gone.extend(checks.filter_map(|check| check.name.clone()));
        }
    }
    gone
}
