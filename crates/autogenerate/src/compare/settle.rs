//! The schema after the changes: what is wanted where that differs on any declared dialect, and what is there in its very words elsewhere.

use std::collections::{BTreeSet, HashMap};

use limbeck_schema::{Dialect, ObjectName, Pair, Schema, Table};

use super::{
    facet::Facet,
    judge::Words,
    matching::{Match, matches},
    parts::{Id, Part, PartId, Uniqueness},
};

/// What `base` is to become. Only what is in `triggers` differs from it; `wanted` is complete.
pub(crate) fn settle(wanted: &Schema, base: &Schema, words: Words<'_>, triggers: &BTreeSet<Id>) -> Schema {
    let mut schema = wanted.clone();
    for (name, enumeration) in &mut schema.enums {
        if let Some(known) = base.enums.get(name)
            && !triggers.contains(&Id::Enum(name.clone()))
        {
            enumeration.clone_from(known);
        }
    }
    schema.enums.retain(|name, _| base.enums.contains_key(name) || triggers.contains(&Id::Enum(name.clone())));
    for (name, table) in &mut schema.tables {
        if let Some(known) = base.table(name)
            && *table != *known
        {
            let settling = Settling { name, wanted: table, base: known, words, triggers };
            *table = settling.table();
        }
    }
    let enums = schema.enums.clone();
    for column in schema.tables.values_mut().flat_map(|table| &mut table.columns) {
        if let Some(enumeration) = column.column_type.enumeration_mut()
            && let Some(known) = enums.get(&enumeration.name)
        {
            enumeration.labels.clone_from(&known.labels);
        }
    }
    schema
}

struct Settling<'a> {
    name: &'a ObjectName,
    wanted: &'a Table,
    base: &'a Table,
    words: Words<'a>,
    triggers: &'a BTreeSet<Id>,
}

impl<'a> Settling<'a> {
    fn is_triggered(&self, part: PartId) -> bool {
        self.triggers.contains(&Id::Part(self.name.clone(), part))
    }

    fn table(&self) -> Table {
        let mut table = self.base.clone();
        table.keep = self.wanted.keep;
        if self.is_triggered(PartId::Comment) {
            table.comment.clone_from(&self.wanted.comment);
        }
        if self.is_triggered(PartId::PrimaryKey) {
            table.primary_key.clone_from(&self.wanted.primary_key);
        }
        self.columns(&mut table);
        (table.uniques, table.indexes, table.foreign_keys, table.checks) = Default::default();
        for part in matches(Pair::new(self.base, self.wanted), self.words) {
            self.take(&mut table, part);
        }
        in_known_order(&mut table, self.base);
        table
    }

    /// The columns in the order of the base, then new ones as the entity has them.
    fn columns(&self, table: &mut Table) {
        let wanted: HashMap<_, _> = self.wanted.columns.iter().map(|column| (&column.name, column)).collect();
        table.columns.retain(|column| wanted.contains_key(&column.name));
        for column in &mut table.columns {
            let Some(next) = wanted.get(&column.name) else { continue };
            column.keep = next.keep;
            for facet in Facet::ALL {
                let id = PartId::Facet(column.name.clone(), facet);
                if !facet.is_equal(column, next) && self.is_triggered(id) {
                    facet.copy(next, column);
                }
            }
        }
        let known: BTreeSet<_> = self.base.columns.iter().map(|column| &column.name).collect();
        let new = self.wanted.columns.iter().filter(|column| !known.contains(&column.name));
        table.columns.extend(new.cloned());
    }

    fn take(&self, table: &mut Table, part: Match<'a>) {
        let is_triggered = self.is_triggered(part.id);
        if part.next.is_empty() {
            return;
        }
        // Equal here, and told apart on another dialect: taken over if it differs in more than its name.
        let stays = part.same
            && !(is_triggered
                && part.next.first().is_some_and(|next| !part.previous.iter().any(|it| says_same(it, next))));
        let taken = if stays { part.previous } else { part.next };
        for part in taken {
            match part {
                Part::Unique(Uniqueness::Constraint(unique)) => table.uniques.push(unique.clone()),
                Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => table.indexes.push(index.clone()),
                Part::ForeignKey(key) => table.foreign_keys.push(key.clone()),
                Part::Check(check) => table.checks.push(check.clone()),
                Part::Comment(_) | Part::Column(_) | Part::Facet(..) | Part::PrimaryKey(_) => {}
            }
        }
    }
}

/// Whether both say the same, names, what is kept and the order of a unique constraint's columns aside.
fn says_same(one: &Part<'_>, other: &Part<'_>) -> bool {
    match (one, other) {
        // PostgreSQL's form keeps every facet.
        (Part::Unique(one), Part::Unique(other)) => one.form(Dialect::Postgres) == other.form(Dialect::Postgres),
        (Part::Index(one), Part::Index(other)) => {
            let mut one = (*one).clone();
            one.name.clone_from(&other.name);
            one.keep = other.keep;
            one == **other
        }
        (Part::ForeignKey(one), Part::ForeignKey(other)) => {
            one.on_delete == other.on_delete && one.on_update == other.on_update && one.deferrable == other.deferrable
        }
        (Part::Check(one), Part::Check(other)) => one.expression == other.expression,
        _ => one == other,
    }
}

/// Parts that stay stand where they stood; new ones follow.
fn in_known_order(table: &mut Table, base: &Table) {
    fn sort<T: PartialEq>(list: &mut [T], known: &[T]) {
        list.sort_by_key(|item| known.iter().position(|known| known == item).unwrap_or(usize::MAX));
    }
    sort(&mut table.uniques, &base.uniques);
    sort(&mut table.indexes, &base.indexes);
    sort(&mut table.foreign_keys, &base.foreign_keys);
    sort(&mut table.checks, &base.checks);
}
