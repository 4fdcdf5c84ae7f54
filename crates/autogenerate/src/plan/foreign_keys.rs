//! When foreign keys go and come: they tie tables together, so that the change of one may be in the way of another's.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::Operation;
use limbeck_schema::{ForeignKey, ObjectName, Table};

use super::{
    change::{Changing, Placed, drop_key, gone},
    place::{Phase, Place, Stage},
};

/// The foreign keys that change, and when.
pub(super) struct Keys<'a> {
    /// Dropped before everything else.
    early: BTreeMap<&'a ObjectName, Vec<ForeignKey>>,
    /// Dropped with the changes of their table.
    dropped: BTreeMap<&'a ObjectName, Vec<ForeignKey>>,
    /// Added with the changes of their table.
    added: BTreeMap<&'a ObjectName, Vec<ForeignKey>>,
    /// Added after everything else.
    late: BTreeMap<&'a ObjectName, Vec<ForeignKey>>,
}

impl<'a> Keys<'a> {
    pub(super) fn of(changing: &'a Changing<'_>) -> Self {
        let mut keys =
            Self { early: BTreeMap::new(), dropped: BTreeMap::new(), added: BTreeMap::new(), late: BTreeMap::new() };
        let reach = Reach { changing, new: new_names(changing) };
        for (name, table) in &changing.base.tables {
            match changing.end.table(name) {
                None => keys.early(name, table.foreign_keys.iter().filter(|key| reach.outlives(name, key))),
                Some(next) => keys.of_table(table, next, &reach),
            }
        }
        for (name, table) in &changing.end.tables {
            if !changing.base.tables.contains_key(name) {
                keys.late(name, table.foreign_keys.iter().filter(|key| !reach.is_inline(name, key)));
            }
        }
        keys
    }

    fn of_table(&mut self, table: &'a Table, next: &'a Table, reach: &Reach<'_, '_>) {
        let name = &table.name;
        for key in gone(&table.foreign_keys, Some(&next.foreign_keys)) {
            let drops = if reach.can_go(name, key) { &mut self.dropped } else { &mut self.early };
            drops.entry(name).or_default().push(key.clone());
        }
        for key in gone(&next.foreign_keys, Some(&table.foreign_keys)) {
            let adds = if reach.is_free(name, key) { &mut self.added } else { &mut self.late };
            adds.entry(name).or_default().push(key.clone());
        }
        for key in next.foreign_keys.iter().filter(|key| table.foreign_keys.contains(key)) {
            if !reach.is_in_the_way(name, key) {
                continue;
            }
            let (drops, adds) = if key.target == *name {
                (&mut self.dropped, &mut self.added)
            } else {
                (&mut self.early, &mut self.late)
            };
            drops.entry(name).or_default().push(key.clone());
            adds.entry(name).or_default().push(key.clone());
        }
    }

    fn early<'b>(&mut self, table: &'a ObjectName, keys: impl Iterator<Item = &'b ForeignKey>) {
        self.early.entry(table).or_default().extend(keys.cloned());
    }

    fn late<'b>(&mut self, table: &'a ObjectName, keys: impl Iterator<Item = &'b ForeignKey>) {
        self.late.entry(table).or_default().extend(keys.cloned());
    }

    /// Whether the key of a new table can be made with it.
    pub(super) fn is_inline(&self, table: &Table, key: &ForeignKey) -> bool {
        !self.late.get(&table.name).is_some_and(|late| late.contains(key))
    }

    /// The keys of a table that are dropped with its other changes.
    pub(super) fn dropped(&self, table: &ObjectName) -> &[ForeignKey] {
        self.dropped.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    /// The keys of a table that are added with its other changes.
    pub(super) fn added(&self, table: &ObjectName) -> &[ForeignKey] {
        self.added.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    /// The drops that come first and the keys that come last.
    pub(super) fn operations(&self, placed: &mut Placed) {
        for (table, keys) in &self.early {
            for key in keys {
                let place = Place::new(Stage::ClearTheWay, Some(table), Phase::DropForeignKey, key_name(key));
                placed.push((place, drop_key(table, key)));
            }
        }
        for (table, keys) in &self.late {
            for key in keys {
                let place = Place::new(Stage::TieTables, Some(table), Phase::AddForeignKey, key_name(key));
                placed.push((place, Operation::AddForeignKey { table: (*table).clone(), foreign_key: key.clone() }));
            }
        }
    }
}

/// What orders keys within a table.
pub(super) fn key_name(key: &ForeignKey) -> String {
    key.name.clone().unwrap_or_else(|| format!("{} {}", key.columns.join(" "), key.target))
}

/// The names of the keys that come, with their tables.
fn new_names<'a>(changing: &'a Changing<'_>) -> BTreeMap<&'a str, BTreeSet<&'a ObjectName>> {
    let mut names: BTreeMap<&str, BTreeSet<&ObjectName>> = BTreeMap::new();
    for (table, next) in &changing.end.tables {
        let previous = changing.base.table(table).map(|previous| &previous.foreign_keys);
        for key in gone(&next.foreign_keys, previous) {
            names.entry(key.name.as_deref().unwrap_or_default()).or_default().insert(table);
        }
    }
    names
}

/// What the changes of the tables mean for the keys between them.
struct Reach<'a, 'b> {
    changing: &'a Changing<'b>,
    /// The names of the keys that come. On MySQL and MariaDB they are unique in a database.
    new: BTreeMap<&'a str, BTreeSet<&'a ObjectName>>,
}

impl Reach<'_, '_> {
    /// Whether the key of a table that goes has to go before: its target goes earlier, as happens in a cycle, or changes, or something else gets its
    /// name.
    fn outlives(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        let target_stays = self.changing.end.tables.contains_key(&key.target);
        (target_stays && !self.is_ready(key))
            || self.changing.orders.drop.precedes_target(table, &key.target)
            || self.is_renamed_to(table, key)
    }

    /// Whether a key of another table gets the name of `key`.
    fn is_renamed_to(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        let others = key.name.as_deref().and_then(|name| self.new.get(name));
        others.is_some_and(|others| others.iter().any(|other| *other != table))
    }

    /// Whether a key that goes can do so with the other changes of its table.
    fn can_go(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        self.is_free(table, key) && !self.is_renamed_to(table, key)
    }

    /// Whether a key that comes or goes can do so with the other changes of its table: what it refers to is not changed.
    fn is_free(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        key.target == *table || self.is_ready(key)
    }

    /// Whether a key of a new table can be made with it.
    fn is_inline(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        if key.target == *table {
            return true;
        }
        if self.changing.base.tables.contains_key(&key.target) {
            return self.is_ready(key);
        }
        !self.changing.orders.create.precedes_target(table, &key.target)
    }

    /// Whether what `key` refers to is the same before and after. A table that is new is: it comes before the changes of others.
    fn is_ready(&self, key: &ForeignKey) -> bool {
        let Some(next) = self.changing.end.table(&key.target) else { return false };
        let Some(previous) = self.changing.base.table(&key.target) else { return true };
        let same_types = key.target_columns.iter().all(|column| {
            let types = (previous.column(column), next.column(column));
            matches!(types, (Some(previous), Some(next)) if previous.column_type == next.column_type)
        });
        same_types && backing(previous, &key.target_columns) == backing(next, &key.target_columns)
    }

    /// Whether a key that stays is in the way: of a change of the types on both its ends, which MySQL, MariaDB and PostgreSQL refuse where they differ
    /// in between, or of what makes its target unique.
    fn is_in_the_way(&self, table: &ObjectName, key: &ForeignKey) -> bool {
        let changes = |table: &ObjectName, column: &String| {
            let types = (self.changing.base.table(table), self.changing.end.table(table));
            let (Some(previous), Some(next)) = types else { return false };
            let types = (previous.column(column), next.column(column));
            matches!(types, (Some(previous), Some(next)) if previous.column_type != next.column_type)
        };
        let both = key
            .columns
            .iter()
            .zip(&key.target_columns)
            .any(|(column, target)| changes(table, column) && changes(&key.target, target));
        let targets = (self.changing.base.table(&key.target), self.changing.end.table(&key.target));
        let (Some(previous), Some(next)) = targets else { return both };
        both || backing(previous, &key.target_columns) != backing(next, &key.target_columns)
    }
}

/// What makes these columns unique: whether the primary key does, and which constraints and indexes. A foreign key rests on one of them.
fn backing<'a>(table: &'a Table, columns: &[String]) -> (bool, BTreeSet<&'a str>) {
    let same =
        |others: &[&str]| others.len() == columns.len() && columns.iter().all(|column| others.contains(&&**column));
    let texts = |columns: &'a [String]| columns.iter().map(String::as_str).collect::<Vec<_>>();
    let primary = table.primary_key.as_ref().is_some_and(|key| same(&texts(&key.columns)));
    let uniques = table.uniques.iter().filter(|unique| same(&texts(&unique.columns)));
    let indexes = table
        .indexes
        .iter()
        .filter(|index| index.unique && index.plain_columns().is_some_and(|columns| same(&columns)));
    let names = uniques.map(|unique| unique.name.as_deref().unwrap_or_default());
    (primary, names.chain(indexes.map(|index| index.name.as_str())).collect())
}
