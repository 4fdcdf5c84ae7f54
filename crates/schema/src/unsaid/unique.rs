//! What an entity leaves unsaid of what is unique.

use std::collections::BTreeSet;

use crate::{ConstraintKind, Index, Table, Unique, constraint_name};

/// Fills unique constraints and unique indexes from those of `base` that have the same columns, or that they bear the name of.
pub(super) fn fill(wanted: &mut Table, base: &Table) {
    for unique in &mut wanted.uniques {
        fill_unique(unique, base);
    }
    for at in (0..wanted.indexes.len()).rev() {
        let Some(columns) = columns_of(&wanted.indexes[at]) else { continue };
        if let Some(known) = base.uniques.iter().find(|known| is_same(&known.columns, &columns)) {
            // An index can't say when a constraint is checked.
            if known.deferrable.is_some() || known.nulls_not_distinct {
                wanted.indexes.remove(at);
                wanted.uniques.push(known.clone());
            }
        } else if let Some(known) = base.indexes.iter().find(|known| has_columns(known, &columns)) {
            wanted.indexes[at].nulls_not_distinct |= known.nulls_not_distinct;
            wanted.indexes[at].keep |= known.keep;
        } else if let Some(known) = namesake(wanted, at, &columns, base) {
            wanted.indexes.remove(at);
            match known {
                Namesake::Constraint(known) => wanted.uniques.push(known.clone()),
                Namesake::Index(known) => wanted.indexes.push(known.clone()),
            }
        }
    }
}

fn fill_unique(unique: &mut Unique, base: &Table) {
    if let Some(known) = base.uniques.iter().find(|known| is_same(&known.columns, &unique.columns)) {
        unique.nulls_not_distinct |= known.nulls_not_distinct;
        unique.deferrable = unique.deferrable.or(known.deferrable);
        unique.keep |= known.keep;
    } else if let Some(known) = base.indexes.iter().find(|known| has_columns(known, &unique.columns)) {
        unique.nulls_not_distinct |= known.nulls_not_distinct;
        unique.keep |= known.keep;
    }
}

/// What a group of columns means that is called like it.
enum Namesake<'a> {
    Constraint(&'a Unique),
    Index(&'a Index),
}

/// The unique constraint or index that SeaORM's generator made the group of the index at `at` of. It calls the group by what follows the last
/// `-` of the name, and drops a column that is unique alone or is in a later group too, how much of a column is indexed, and what is an expression or
/// only included (sea-orm-codegen 2.0.4, src/entity/transformer.rs:62, src/entity/writer/compact.rs:94). What bears the group's own name was made for
/// the group, and its columns are meant as they stand.
fn namesake<'a>(wanted: &Table, at: usize, columns: &[String], base: &'a Table) -> Option<Namesake<'a>> {
    let group = wanted.indexes.get(at)?;
    let is_namesake = |name: &str| {
        let key = name.rsplit('-').next().unwrap_or(name);
        name != group.name && constraint_name(ConstraintKind::Index, &wanted.name.name, [key]) == group.name
    };
    let others = wanted.indexes.iter().enumerate().filter(|(other, _)| *other != at);
    let elsewhere: BTreeSet<&str> = others
        .filter(|(_, index)| index.unique)
        .flat_map(|(_, index)| index.parts.iter().filter_map(|part| part.target.column()))
        .chain(wanted.uniques.iter().flat_map(|unique| unique.columns.iter().map(String::as_str)))
        .collect();
    let has_lost = |known: &[&str]| {
        columns.iter().all(|column| known.contains(&column.as_str()))
            && known.iter().all(|column| elsewhere.contains(column) || columns.iter().any(|kept| kept == column))
    };
    let constraint = base.uniques.iter().find(|known| {
        let columns: Vec<&str> = known.columns.iter().map(String::as_str).collect();
        known.name.as_deref().is_some_and(is_namesake) && has_lost(&columns)
    });
    if let Some(known) = constraint {
        return Some(Namesake::Constraint(known));
    }
    let index = base.indexes.iter().filter(|known| known.unique && is_namesake(&known.name)).find(|known| {
        let parts = known.parts.iter().filter_map(|part| part.target.column());
        has_lost(&parts.chain(known.include.iter().map(String::as_str)).collect::<Vec<_>>())
    });
    index.map(Namesake::Index)
}

/// The columns of an index that does what a unique constraint would.
fn columns_of(index: &Index) -> Option<Vec<String>> {
    let columns = index.plain_columns().filter(|_| index.unique)?;
    Some(columns.into_iter().map(str::to_owned).collect())
}

fn has_columns(index: &Index, columns: &[String]) -> bool {
    columns_of(index).is_some_and(|known| is_same(&known, columns))
}

/// Whether both are the same set of columns.
fn is_same(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|column| other.contains(column))
}
