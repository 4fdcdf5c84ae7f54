//! What a person wants kept although no entity states it: `keep` in the configuration, `--keep`.

use std::collections::BTreeMap;

use limbeck_schema::{Dialect, ObjectName, Pair, Rename, Schema, Table};

use super::super::{
    matching::matches,
    parts::{Part, Uniqueness},
    users::names_column,
};

/// The names that are to be kept: `table`, `table.part`, `schema.table`, `schema.table.part` or a type, each with `*` and `?`.
pub(in super::super) struct Keeping<'a> {
    entries: &'a [String],
    renames: &'a [Rename],
    wanted: &'a Schema,
}

impl<'a> Keeping<'a> {
    /// A table that is renamed answers to both of its names.
    pub(in super::super) const fn new(entries: &'a [String], renames: &'a [Rename], wanted: &'a Schema) -> Self {
        Self { entries, renames, wanted }
    }

    /// Marks what is named and no entity states, as `.keep()` does, and what that stands on: its table, its columns, the target of its key. Nothing that
    /// is kept goes with what it needs.
    pub(in super::super) fn mark(&self, bases: &mut BTreeMap<Dialect, Schema>) {
        if self.entries.is_empty() {
            return;
        }
        for (dialect, base) in bases {
            for name in base.enums.keys().filter(|name| !self.wanted.enums.contains_key(*name)) {
                if self.entries.iter().any(|entry| name.matches(entry)) {
                    base.kept_enums.insert(name.clone());
                }
            }
            for table in base.tables.values_mut() {
                self.mark_table(table, *dialect);
            }
            self.mark_needed(base);
        }
    }

    /// The entries that name nothing in any of `schemas`.
    pub(in super::super) fn unused<'s>(&self, schemas: impl Iterator<Item = &'s Schema> + Clone) -> Vec<String> {
        let is_used = |entry: &String| {
            schemas.clone().any(|schema| {
                let has_part = |table: &Table| {
                    let names = self.names(&table.name);
                    names.iter().any(|name| name.matches(entry))
                        || parts(table).iter().any(|part| names_part(entry, &names, &part.noted(&table.name).name))
                };
                schema.enums.keys().any(|name| name.matches(entry)) || schema.tables.values().any(has_part)
            })
        };
        self.entries.iter().filter(|entry| !is_used(entry)).cloned().collect()
    }

    fn names(&self, table: &ObjectName) -> Vec<ObjectName> {
        let before = self.renames.iter().filter_map(|rename| match rename {
            Rename::Table { from, to } if to == table => Some(from.clone()),
            Rename::Table { .. } | Rename::Column { .. } | Rename::Label { .. } => None,
        });
        before.chain([table.clone()]).collect()
    }

    fn mark_table(&self, table: &mut Table, dialect: Dialect) {
        let names = self.names(&table.name);
        let known = table.clone();
        let is_named = |part: &Part<'_>| {
            let name = part.noted(&known.name).name;
            self.entries.iter().any(|entry| names_part(entry, &names, &name))
        };
        let Some(wanted) = self.wanted.table(&table.name) else {
            let is_kept = self.entries.iter().any(|entry| names.iter().any(|name| name.matches(entry)));
            table.keep |= is_kept || parts(&known).iter().any(is_named);
            return;
        };
        let unstated = matches(Pair::new(&known, wanted), dialect).into_iter().filter(|part| part.next.is_empty());
        for part in unstated.flat_map(|part| part.previous).filter(is_named) {
            keep(table, part);
        }
    }

    /// Until nothing is missing: what is kept may stand on what is kept for it.
    fn mark_needed(&self, base: &mut Schema) {
        loop {
            let needed = self.needed(base);
            if needed.is_empty() {
                break;
            }
            for (table, column) in needed {
                let Some(table) = base.table_mut(&table) else { continue };
                match column {
                    None => table.keep = true,
                    Some(name) => table.column_mut(&name).into_iter().for_each(|column| column.keep = true),
                }
            }
        }
    }

    /// The tables and columns that what is kept stands on, and that would go.
    fn needed(&self, base: &Schema) -> Vec<(ObjectName, Option<String>)> {
        let mut needed = Vec::new();
        let mut need = |name: &ObjectName, column: &str| {
            let Some(table) = base.table(name) else { return };
            match self.wanted.table(name) {
                None if !table.keep => needed.push((name.clone(), None)),
                Some(wanted) if wanted.column(column).is_none() => {
                    if table.column(column).is_some_and(|column| !column.keep) {
                        needed.push((name.clone(), Some(column.to_owned())));
                    }
                }
                None | Some(_) => {}
            }
        };
        for table in base.tables.values() {
            // A table that no entity states stays with all that it has.
            let stays = table.keep && self.wanted.table(&table.name).is_none();
            for part in parts(table).iter().filter(|part| stays || part.keep()) {
                for column in table.columns.iter().filter(|column| names_column(part, &column.name)) {
                    need(&table.name, &column.name);
                }
                if let Part::ForeignKey(key) = part {
                    key.target_columns.iter().for_each(|column| need(&key.target, column));
                }
            }
        }
        needed
    }
}

/// Whether `table.part`, or `schema.table.part`, is meant. Either may have dots in its name.
fn names_part(entry: &str, tables: &[ObjectName], part: &str) -> bool {
    let part = ObjectName::bare(part);
    entry.match_indices('.').any(|(at, dot)| {
        let (table, rest) = (entry.get(..at).unwrap_or_default(), entry.get(at + dot.len()..).unwrap_or_default());
        part.matches(rest) && tables.iter().any(|name| name.matches(table))
    })
}

/// All that has a name of its own.
fn parts(table: &Table) -> Vec<Part<'_>> {
    let columns = table.columns.iter().map(Part::Column);
    let uniques = table.uniques.iter().map(|unique| Part::Unique(Uniqueness::Constraint(unique)));
    let others = table.foreign_keys.iter().map(Part::ForeignKey).chain(table.checks.iter().map(Part::Check));
    columns.chain(uniques).chain(table.indexes.iter().map(Part::Index)).chain(others).collect()
}

fn keep(table: &mut Table, part: Part<'_>) {
    match part {
        Part::Column(known) => {
            table.column_mut(&known.name).into_iter().for_each(|column| column.keep = true);
        }
        Part::Unique(Uniqueness::Constraint(known)) => {
            table.uniques.iter_mut().filter(|unique| *unique == known).for_each(|unique| unique.keep = true);
        }
        Part::Unique(Uniqueness::Index(known)) | Part::Index(known) => {
            table.indexes.iter_mut().filter(|index| *index == known).for_each(|index| index.keep = true);
        }
        Part::ForeignKey(known) => {
            table.foreign_keys.iter_mut().filter(|key| *key == known).for_each(|key| key.keep = true);
        }
        Part::Check(known) => {
            table.checks.iter_mut().filter(|check| *check == known).for_each(|check| check.keep = true);
        }
        // What an entity leaves out of these stays anyway.
        Part::Comment(_) | Part::Facet(..) | Part::PrimaryKey(_) => {}
    }
}
