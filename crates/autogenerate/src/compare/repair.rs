//! What brings a database that drifted back to what the revisions made.

use std::collections::BTreeMap;

use limbeck_schema::{Schema, Table};

use super::{
    Comparing, Comparison, Label, Sides, besides,
    differ::{Difference, Object},
    drift, label, noted,
    parts::{Id, Part, PartId, Uniqueness},
    prepare_and_settle,
    users::names_column,
};
use crate::{Fills, fill::fill, plan};

/// Compares, and plans what brings the database back where it drifted, also where the entities changed as well: to what is recorded, from which the
/// next revision then leads on. What the entities want as the database has it is left, and so is all that is no drift.
///
/// The steps are marked `unless_done` and count on the database's dialect only: on a database that did not drift they do nothing. What is recorded stays
/// as it is, so there is no way back and [`Comparison::downgrade`] is empty. Without a database there is nothing to bring back.
///
/// A column that may not be NULL again, or comes back as one, is filled before, as in [`compare`](super::compare).
pub fn repair(input: &Comparing<'_>) -> Comparison {
    let mut comparison = Comparison { is_repair: true, ..Comparison::default() };
    // What is renamed is renamed afterwards, by the next revision.
    let input = Comparing { drop_unmanaged: false, renames: &[], ..*input };
    let Some((sides, outcome)) = prepare_and_settle(&input, &mut comparison) else {
        return comparison;
    };
    noted::note(&input, &sides, &outcome, &mut comparison);
    let drifted = drift::find(&sides, &outcome, &mut comparison);
    take_back(&sides, &drifted, input.fills, &mut comparison);
    comparison.skipped.sort();
    comparison.skipped.dedup();
    comparison
}

fn take_back(sides: &Sides, drifted: &[Difference<'_>], answers: &Fills, comparison: &mut Comparison) {
    let dialect = sides.dialect;
    let Some(recorded) = sides.recorded.get(&dialect) else { return };
    let base = with_drifts(recorded, drifted);
    let bases = BTreeMap::from([(dialect, base.clone())]);
    let ends = BTreeMap::from([(dialect, recorded.clone())]);
    let filling = fill(&bases, &ends, answers);
    let planning = plan::Planning {
        wanted: recorded,
        renames: &BTreeMap::new(),
        fills: &filling.values,
        bases: &bases,
        ends: &ends,
    };
    let mut steps = plan::plan(&planning);
    if sides.recorded.len() > 1 {
        steps.iter_mut().for_each(|step| step.only = vec![dialect]);
    }
    comparison.starts.clone_from(&sides.recorded);
    comparison.starts.insert(dialect, base.clone());
    (comparison.before, comparison.after) = (base, recorded.clone());
    label::label(steps, sides, besides::with_besides(sides, &comparison.starts), comparison);
    for change in &mut comparison.changes {
        (change.label, change.note) = (Label::Drifted, None);
        change.step.unless_done = true;
    }
    (comparison.unfilled, comparison.unused_fills) = (filling.questions, filling.unused);
    // What is written is no finding any more; what the entities want as it is there stays one.
    comparison.conflicts.clear();
    comparison.refused.clear();
    comparison.drifted.retain(|drift| drift.hint.is_some());
}

/// What is recorded, with what drifted as the database has it.
fn with_drifts(recorded: &Schema, drifted: &[Difference<'_>]) -> Schema {
    let mut schema = recorded.clone();
    for difference in drifted {
        match &difference.id {
            Id::Table(name) => _ = schema.tables.remove(name),
            Id::Enum(name) => match difference.next.first() {
                Some(Object::Enum(actual)) => {
                    schema.enums.insert(name.clone(), (*actual).clone());
                    let columns = schema.tables.values_mut().flat_map(|table| &mut table.columns);
                    let types = columns.filter_map(|column| column.column_type.enumeration_mut());
                    types.filter(|known| known.name == *name).for_each(|known| known.labels.clone_from(&actual.labels));
                }
                _ => _ = schema.enums.remove(name),
            },
            Id::Part(table, part) => {
                if let Some(table) = schema.table_mut(table) {
                    drift_part(table, part, difference);
                }
            }
        }
    }
    drop_dangling(&mut schema, recorded);
    schema
}

fn drift_part(table: &mut Table, id: &PartId, difference: &Difference<'_>) {
    let next = difference.next.first().and_then(|object| match object {
        Object::Part(_, part) => Some(*part),
        Object::Table(_) | Object::Enum(_) => None,
    });
    match (id, next) {
        (PartId::Comment, Some(Part::Comment(comment))) => table.comment = Some(comment.to_owned()),
        (PartId::Comment, _) => table.comment = None,
        (PartId::Column(name), _) => table.columns.retain(|column| column.name != *name),
        (PartId::Facet(name, facet), Some(Part::Facet(actual, _))) => {
            if let Some(column) = table.column_mut(name) {
                facet.copy(actual, column);
            }
        }
        (PartId::PrimaryKey, Some(Part::PrimaryKey(key))) => table.primary_key = Some(key.clone()),
        (PartId::PrimaryKey, _) => table.primary_key = None,
        (PartId::Unique(_) | PartId::Index(_) | PartId::ForeignKey(..) | PartId::Check(_) | PartId::Facet(..), _) => {
            for object in &difference.previous {
                if let Object::Part(_, part) = object {
                    remove(table, *part);
                }
            }
            for object in &difference.next {
                if let Object::Part(_, part) = object {
                    noted::add_part(table, *part);
                }
            }
        }
    }
}

fn remove(table: &mut Table, part: Part<'_>) {
    match part {
        Part::Unique(Uniqueness::Constraint(unique)) => table.uniques.retain(|known| known != unique),
        Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => table.indexes.retain(|known| known != index),
        Part::ForeignKey(key) => table.foreign_keys.retain(|known| known != key),
        Part::Check(check) => table.checks.retain(|known| known != check),
        Part::Comment(_) | Part::Column(_) | Part::Facet(..) | Part::PrimaryKey(_) => {}
    }
}

/// Takes away what stands on a column or table that the database lost: it went with it.
fn drop_dangling(schema: &mut Schema, recorded: &Schema) {
    let there = schema.clone();
    for table in schema.tables.values_mut() {
        let known = recorded.table(&table.name).map(|known| known.columns.as_slice()).unwrap_or_default();
        let gone: Vec<&str> =
            known.iter().map(|column| column.name.as_str()).filter(|name| table.column(name).is_none()).collect();
        let stands = |part: Part<'_>| !gone.iter().any(|column| names_column(&part, column));
        table.primary_key.take_if(|key| !stands(Part::PrimaryKey(key)));
        table.uniques.retain(|unique| stands(Part::Unique(Uniqueness::Constraint(unique))));
        table.indexes.retain(|index| stands(Part::Index(index)));
        table.checks.retain(|check| stands(Part::Check(check)));
        table.foreign_keys.retain(|key| {
            let target = there.table(&key.target);
            let has = |column: &String| target.is_some_and(|target| target.column(column).is_some());
            stands(Part::ForeignKey(key)) && key.target_columns.iter().all(has)
        });
    }
}
