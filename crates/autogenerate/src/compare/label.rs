//! Why each step is one, and what is dangerous about it.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{HazardWatch, Operation, Step, replay_step};
use limbeck_schema::{Dialect, Pair, Schema};

use crate::{Fills, fill::comes_back_empty};

use super::{
    Change, Comparison, Kind, Label, Noted, Sides,
    differ::{Difference, Object, differences},
    noted::only_actual,
    users::needs_dropped,
};

/// Makes changes of the steps, which begin at `schemas`: what they start from, with what the database has besides.
pub(super) fn label(
    steps: Vec<Step>,
    sides: &Sides,
    mut schemas: BTreeMap<Dialect, Schema>,
    comparison: &mut Comparison,
) {
    let conflicts: BTreeSet<&Noted> = comparison.conflicts.iter().map(|conflict| &conflict.object).collect();
    let unmanaged: BTreeSet<&Noted> = sides.unmanaged.iter().collect();
    let gone = gone(sides);
    let unknown = match (&sides.actual, sides.bases.get(&sides.dialect)) {
        (Some(actual), Some(base)) => only_actual(actual, base, sides.dialect, &sides.aside, &sides.ignored),
        _ => Vec::new(),
    };
    let mut watch = HazardWatch::new(comparison.starts.keys().copied());
    let mut changes = Vec::with_capacity(steps.len());
    for (at, step) in steps.iter().enumerate() {
        let objects = objects(&step.operation);
        let is_key = matches!(step.operation, Operation::AlterPrimaryKey { .. });
        let is_among = |known: &BTreeSet<&Noted>| {
            let is_its_key =
                |noted: &Noted| noted.kind == Kind::PrimaryKey && noted.table.as_ref() == step.operation.table();
            objects.iter().any(|object| known.contains(object)) || (is_key && known.iter().any(|it| is_its_key(it)))
        };
        let label = if is_among(&conflicts) {
            Label::ChangedAndDrifted
        } else if is_among(&unmanaged) {
            Label::Unmanaged
        } else {
            Label::ModelChanged
        };
        // What no revision made is not there on a database that the revisions made.
        let step = Step { unless_done: label == Label::Unmanaged, ..step.clone() };
        let hazards = schema_of(&step, sides.dialect, &schemas)
            .map(|schema| watch.next(&step, steps.get(at + 1..).unwrap_or_default(), schema))
            .unwrap_or_default();
        let is_gone = is_drop(&step.operation) && objects.first().is_some_and(|object| gone.contains(object));
        let note = if is_gone {
            Some("the database does not have it any more: `stamp` the revision here instead of applying it".to_owned())
        } else {
            let user = unknown.iter().find(|object| needs_dropped(object, &step.operation));
            let user = user.map(|user| {
                let user = user.noted();
                format!("the unmanaged {user} needs it: drop that first, or pass `--drop-unmanaged`")
            });
            user.or_else(|| way_back(&step, sides, &comparison.fills))
        };
        for (dialect, schema) in &mut schemas {
            // A step that does not fit is refused when the revision is rendered; the dangers of what follows are then a guess.
            let _ = replay_step(&step, schema, *dialect);
        }
        changes.push(Change { step, label, hazards, note });
    }
    comparison.changes = changes;
}

/// Says that rows have no value for a column when it comes back, as it was before any change.
fn way_back(step: &Step, sides: &Sides, fills: &Fills) -> Option<String> {
    let Operation::DropColumn { table, column } = &step.operation else { return None };
    let known = schema_of(step, sides.dialect, &sides.bases)?.table(table)?;
    comes_back_empty(known, known.column(column)?, fills).then(|| {
        format!("the downgrade fails if {table} has rows: pass `--fill {table}.{column}=..` to say what they get then")
    })
}

/// The schema that the step is read against: the connected dialect's, or that of a dialect it counts on.
fn schema_of<'a>(step: &Step, dialect: Dialect, schemas: &'a BTreeMap<Dialect, Schema>) -> Option<&'a Schema> {
    let counts = if step.counts_on(dialect) { Some(dialect) } else { step.only.first().copied() };
    counts.and_then(|dialect| schemas.get(&dialect))
}

/// What is recorded and not in the database.
fn gone(sides: &Sides) -> BTreeSet<Noted> {
    let (Some(actual), Some(recorded)) = (&sides.actual, sides.recorded.get(&sides.dialect)) else {
        return BTreeSet::new();
    };
    let found = differences(Pair::new(recorded, actual), sides.words_of_server(), &sides.aside);
    let removed = found.iter().filter(|difference| Difference::is_removed(difference));
    removed.flat_map(|difference| difference.previous.iter().map(Object::noted)).collect()
}

const fn is_drop(operation: &Operation) -> bool {
    matches!(
        operation,
        Operation::DropTable { .. }
            | Operation::DropColumn { .. }
            | Operation::DropIndex { .. }
            | Operation::DropUnique { .. }
            | Operation::DropForeignKey { .. }
            | Operation::DropCheck { .. }
            | Operation::DropEnum { .. }
    )
}

/// The objects that an operation changes, as they are noted; the narrowest first.
fn objects(operation: &Operation) -> Vec<Noted> {
    use Operation as O;
    let mut objects = Vec::new();
    let table = operation.table();
    let mut part = |kind: Kind, name: &str| {
        objects.push(Noted { kind, table: table.cloned(), name: name.to_owned() });
    };
    match operation {
        O::AddColumn { column, .. } => part(Kind::Column, &column.name),
        O::DropColumn { column, .. } | O::FillColumn { column, .. } | O::RenameColumn { column, .. } => {
            part(Kind::Column, column);
        }
        O::AlterColumn { column, changes, .. } => {
            for facet in super::facet::Facet::ALL.into_iter().map(super::facet::Facet::kind) {
                if changes.facets().contains(&facet.name()) {
                    part(facet, &format!("{column}.{}", facet.name()));
                }
            }
            part(Kind::Column, column);
        }
        O::CreateIndex { index, .. } => {
            part(Kind::Index, &index.name);
            part(Kind::Unique, &index.name);
        }
        O::DropIndex { name, .. } => {
            part(Kind::Index, name);
            part(Kind::Unique, name);
        }
        O::AddUnique { unique, .. } => part(Kind::Unique, unique.name.as_deref().unwrap_or(&unique.columns.join(", "))),
        O::DropUnique { columns, name, .. } => {
            part(Kind::Unique, name.as_deref().unwrap_or(&columns.join(", ")));
        }
        O::AddForeignKey { foreign_key, .. } => {
            part(Kind::ForeignKey, foreign_key.name.as_deref().unwrap_or(&foreign_key.columns.join(", ")));
        }
        O::DropForeignKey { columns, name, .. } => {
            part(Kind::ForeignKey, name.as_deref().unwrap_or(&columns.join(", ")));
        }
        O::AddCheck { check, .. } => part(Kind::Check, check.name.as_deref().unwrap_or(&check.expression)),
        O::DropCheck { name, .. } => part(Kind::Check, name),
        O::SetTableComment { .. } => part(Kind::Comment, "comment"),
        O::CreateEnum { .. } | O::DropEnum { .. } | O::AlterEnum { .. } | O::RenameEnumLabel { .. } => {
            let name = operation.part().unwrap_or_default();
            objects.push(Noted { kind: Kind::Enum, table: None, name });
        }
        // A table has only one primary key, whatever its name.
        O::AlterPrimaryKey { .. }
        | O::CreateTable { .. }
        | O::DropTable { .. }
        | O::RenameTable { .. }
        | O::Execute { .. }
        | O::Run { .. } => {}
    }
    objects.extend(table.map(|table| Noted { kind: Kind::Table, table: None, name: table.to_string() }));
    objects
}
