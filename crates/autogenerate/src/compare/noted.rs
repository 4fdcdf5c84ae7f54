//! What is named and left alone.

use std::collections::BTreeSet;

use limbeck_schema::{Dialect, ObjectName, Pair, Schema, Table};

use super::{
    Comparing, Comparison, Kind, Noted, Outcome, Sides, Skipped,
    differ::{Difference, Object, differences},
    facet::Facet,
    matching::matches,
    parts::{Part, Uniqueness},
    users::names_column,
};

/// What the database has and neither a revision nor an entity knows of. An ignored column is none of it, nor what stands on one.
pub(super) fn only_actual<'a>(
    actual: &'a Schema,
    base: &'a Schema,
    dialect: Dialect,
    aside: &BTreeSet<ObjectName>,
    ignored: &BTreeSet<(ObjectName, String)>,
) -> Vec<Object<'a>> {
    let is_ignored = |object: &Object<'_>| match object {
        Object::Part(table, Part::Column(column)) => ignored.contains(&((*table).clone(), column.name.clone())),
        Object::Part(table, part) => {
            ignored.iter().any(|(owner, column)| owner == *table && names_column(part, column))
        }
        Object::Table(_) | Object::Enum(_) => false,
    };
    let found = differences(Pair::new(base, actual), dialect, aside);
    let added = found.into_iter().filter(Difference::is_added).flat_map(|difference| difference.next);
    added.filter(|object| !is_ignored(object) && !is_made_for_key(object, actual, dialect)).collect()
}

/// Whether the server made an index by itself for a foreign key: MySQL and MariaDB call it like the key, or like its first column where the key was
/// made without a name (MySQL 8.0 manual, section 13.1.20.5). The former are folded when they are read.
fn is_made_for_key(object: &Object<'_>, actual: &Schema, dialect: Dialect) -> bool {
    let (Object::Part(table, Part::Index(index)), true) = (object, dialect.is_mysql_like()) else {
        return false;
    };
    let columns = index.plain_columns().filter(|columns| columns.first() == Some(&index.name.as_str()));
    let keys = actual.table(table).map(|table| table.foreign_keys.as_slice()).unwrap_or_default();
    columns.is_some_and(|columns| keys.iter().any(|key| key.columns == columns))
}

pub(super) fn unmanaged(
    actual: &Schema,
    base: &Schema,
    dialect: Dialect,
    aside: &BTreeSet<ObjectName>,
    ignored: &BTreeSet<(ObjectName, String)>,
) -> Vec<Noted> {
    let mut noted: Vec<_> = only_actual(actual, base, dialect, aside, ignored).iter().map(Object::noted).collect();
    noted.sort();
    noted
}

/// Adds what is unmanaged to the schema that the changes start from, so that they drop it.
pub(super) fn add_unmanaged(
    actual: &Schema,
    base: &mut Schema,
    dialect: Dialect,
    aside: &BTreeSet<ObjectName>,
    ignored: &BTreeSet<(ObjectName, String)>,
) {
    let known = base.clone();
    for object in only_actual(actual, &known, dialect, aside, ignored) {
        match object {
            Object::Enum(enumeration) => {
                base.enums.insert(enumeration.name.clone(), enumeration.clone());
            }
            Object::Table(table) => {
                let mut table = table.clone();
                table.triggers.clear();
                table.beyond.clear();
                // What it refers to may take no part; then the downgrade can't bring the key back.
                let is_there = |name: &ObjectName| known.tables.contains_key(name) || actual.tables.contains_key(name);
                table.foreign_keys.retain(|key| is_there(&key.target) && !aside.contains(&key.target));
                base.tables.insert(table.name.clone(), table);
            }
            Object::Part(name, part) => {
                if let Some(table) = base.table_mut(name) {
                    add_part(table, part);
                }
            }
        }
    }
}

/// Adds a part to a table that lacks it. A comment, a facet or a primary key is none that comes and goes like this.
pub(super) fn add_part(table: &mut Table, part: Part<'_>) {
    match part {
        Part::Column(column) => table.columns.push(column.clone()),
        Part::Unique(Uniqueness::Constraint(unique)) => table.uniques.push(unique.clone()),
        Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => table.indexes.push(index.clone()),
        Part::ForeignKey(key) => table.foreign_keys.push(key.clone()),
        Part::Check(check) => table.checks.push(check.clone()),
        // A primary key that nobody asked for is no harm.
        Part::Comment(_) | Part::Facet(..) | Part::PrimaryKey(_) => {}
    }
}

/// Says what is unmanaged, and what is unsaid.
pub(super) fn note(input: &Comparing<'_>, sides: &Sides, outcome: &Outcome, comparison: &mut Comparison) {
    comparison.unmanaged.clone_from(&sides.unmanaged);
    if input.drop_unmanaged {
        comparison.unmanaged.retain(|noted| noted.kind == Kind::PrimaryKey);
    }
    let (Some(base), Some(completed)) = (sides.bases.get(&sides.dialect), outcome.completed.get(&sides.dialect)) else {
        return;
    };
    let mut unsaid = Vec::new();
    for (name, table) in completed.tables.iter().filter(|(name, _)| !sides.aside.contains(*name)) {
        match (sides.wanted.table(name), base.table(name)) {
            (None, _) => unsaid.push(Object::Table(table).noted()),
            (Some(_), None) => {}
            (Some(wanted), Some(_)) if wanted == table => {}
            (Some(wanted), Some(base)) => {
                let unstated = Unstated { wanted, base, completed: table, dialect: sides.dialect };
                unstated.note(&mut unsaid);
                comparison.skipped.extend(unstated.extras());
            }
        }
    }
    for (table, column) in &sides.ignored {
        let found = sides.actual.as_ref().and_then(|actual| actual.table(table)?.column(column));
        let is_known = base.table(table).is_some_and(|base| base.column(column).is_some());
        if let (Some(column), false, false) = (found, is_known, sides.aside.contains(table)) {
            unsaid.push(Part::Column(column).noted(table));
        }
    }
    for name in completed.kept_enums.iter().filter(|name| !sides.wanted.enums.contains_key(*name)) {
        unsaid.push(Noted { kind: Kind::Enum, table: None, name: name.to_string() });
    }
    comparison.unsaid.append(&mut unsaid);
    comparison.unsaid.sort();
    comparison.unsaid.dedup();
    comparison.unrecorded.sort();
}

/// A table, of which the entity does not state everything.
struct Unstated<'a> {
    wanted: &'a Table,
    base: &'a Table,
    completed: &'a Table,
    dialect: Dialect,
}

impl Unstated<'_> {
    fn note(&self, unsaid: &mut Vec<Noted>) {
        let table = &self.wanted.name;
        if self.wanted.comment.is_none() && self.base.comment.is_some() {
            unsaid.push(Noted { kind: Kind::Comment, table: Some(table.clone()), name: "comment".to_owned() });
        }
        for column in &self.completed.columns {
            match self.wanted.column(&column.name) {
                None => unsaid.push(Part::Column(column).noted(table)),
                Some(wanted) => {
                    let facets = Facet::ALL.into_iter().filter(|facet| match facet {
                        Facet::Type => wanted.column_type != column.column_type,
                        Facet::AutoIncrement => wanted.auto_increment.is_none() && column.auto_increment.is_some(),
                        Facet::Nullable
                        | Facet::Default
                        | Facet::Generated
                        | Facet::OnUpdate
                        | Facet::Collation
                        | Facet::Comment => facet.is_unsaid(wanted) && !facet.is_unsaid(column),
                    });
                    unsaid.extend(facets.map(|facet| Part::Facet(column, facet).noted(table)));
                }
            }
        }
        for part in matches(Pair::new(self.completed, self.wanted), self.dialect) {
            if part.next.is_empty() && !matches!(part.previous.first(), Some(Part::Column(_) | Part::Comment(_))) {
                unsaid.extend(part.previous.iter().map(|part| part.noted(table)));
            }
            if let (Some(Part::ForeignKey(key)), Some(Part::ForeignKey(wanted))) =
                (part.previous.first(), part.next.first())
            {
                let noted = Part::ForeignKey(key).noted(table);
                for (facet, known, said) in [
                    ("on_delete", key.on_delete.is_some(), wanted.on_delete.is_some()),
                    ("on_update", key.on_update.is_some(), wanted.on_update.is_some()),
                    ("deferrable", key.deferrable.is_some(), wanted.deferrable.is_some()),
                ] {
                    if known && !said {
                        unsaid.push(Noted { name: format!("{}.{facet}", noted.name), ..noted.clone() });
                    }
                }
            }
        }
    }

    /// Text at the end of a column's definition, which nothing can change afterwards.
    fn extras(&self) -> Vec<Skipped> {
        let differing = self.wanted.columns.iter().filter(|column| {
            let known = self.base.column(&column.name);
            column.extra.is_some() && known.is_some_and(|known| known.extra != column.extra)
        });
        differing
            .map(|column| {
                let name = format!("{}.extra", column.name);
                let noted = Noted { kind: Kind::Extra, table: Some(self.wanted.name.clone()), name };
                let reason = "further text of a column is written only when the column is made".to_owned();
                Skipped { object: noted.to_string(), reason }
            })
            .collect()
    }
}
