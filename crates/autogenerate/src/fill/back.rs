//! The way back, on tables with rows: a column that comes back has lost its values, and one that may not be NULL again may hold it.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{Alteration, Operation, ReplayError, Step, replay_step};
use limbeck_schema::{Check, Column, Dialect, Expression, ObjectName, Schema, Table};

use super::{
    Fill, Fills,
    checked::fitting,
    need::{default_of, is_alone_unique, is_required},
    value::neutral,
};

/// Fills the columns in `steps`, the way back, that may not be NULL; `schemas` are those before it.
///
/// A column that comes back gets the named value, else the [`neutral`] one of its type or one like it that its checks let through: the file shows what is
/// made up. Members of keys and unique
/// columns have no such value: nothing is made up for them, and forbidding NULL fails if there are rows. It is a step of its own, since MySQL and MariaDB
/// fill a column with zeros or empty texts that comes back required. A column that is there is filled with the named value or its default; without either
/// NULL is forbidden as it stands.
///
/// # Errors
/// A step that does not fit.
pub(crate) fn fill_back(
    steps: Vec<Step>,
    mut schemas: BTreeMap<Dialect, Schema>,
    answers: &Fills,
) -> Result<Vec<Step>, ReplayError> {
    let steps = without_needless(steps);
    let mut created = BTreeSet::new();
    let mut filled = Vec::with_capacity(steps.len());
    for (at, step) in steps.iter().enumerate() {
        let later = steps.get(at + 1..).unwrap_or_default();
        if let Operation::CreateTable { definition } = &step.operation {
            created.insert(&definition.name);
        }
        let is_new = step.operation.table().is_some_and(|table| created.contains(table));
        let schema = schemas.iter().find(|(dialect, _)| step.counts_on(**dialect)).map(|(_, schema)| schema);
        let operations = match schema {
            Some(schema) if !is_new => filling(&step.operation, later, schema, answers),
            Some(_) | None => None,
        };
        let operations = operations.unwrap_or_else(|| vec![step.operation.clone()]);
        filled.extend(operations.into_iter().map(|operation| Step { operation, ..step.clone() }));
        for (dialect, schema) in &mut schemas {
            replay_step(step, schema, *dialect)?;
        }
    }
    Ok(filled)
}

/// The steps in place of `operation`, if rows need a value.
fn filling(operation: &Operation, later: &[Step], before: &Schema, answers: &Fills) -> Option<Vec<Operation>> {
    match operation {
        Operation::AddColumn { table, column } if is_required(column) && default_of(column).is_none() => {
            let value = match answers.get(&(table.clone(), column.name.clone())) {
                Some(Fill::Value(value)) => Some(value.clone()),
                Some(Fill::Nothing) => None,
                None if is_tied(table, &column.name, later) => None,
                None => neutral(&column.column_type).map(|value| fitting(column, value, checks(table, later))),
            };
            let nullable = Column { nullable: true, ..column.clone() };
            let add = Operation::AddColumn { table: table.clone(), column: nullable };
            Some([vec![add], fill_and_forbid(table, &column.name, value)].concat())
        }
        Operation::AlterColumn { table, column, changes } if changes.nullable == Some(false) => {
            let known = before.table(table)?;
            let value = refill(known, known.column(column)?, changes, later, answers)?;
            let rest = Alteration { nullable: None, ..changes.clone() };
            let rest = (!rest.is_empty()).then(|| Operation::AlterColumn {
                table: table.clone(),
                column: column.clone(),
                changes: rest,
            });
            Some(rest.into_iter().chain(fill_and_forbid(table, column, Some(value))).collect())
        }
        _ => None,
    }
}

/// The value for the rows in which a column that is there holds NULL.
fn refill(
    table: &Table,
    previous: &Column,
    changes: &Alteration,
    later: &[Step],
    answers: &Fills,
) -> Option<Expression> {
    let mut next = previous.clone();
    changes.apply(&mut next);
    if !previous.nullable || !is_required(&next) {
        return None;
    }
    match answers.get(&(table.name.clone(), next.name.clone())) {
        Some(Fill::Value(value)) => Some(value.clone()),
        Some(Fill::Nothing) => None,
        None if is_alone_unique(table, &next.name) || is_tied(&table.name, &next.name, later) => None,
        None => default_of(&next).cloned(),
    }
}

fn fill_and_forbid(table: &ObjectName, column: &str, value: Option<Expression>) -> Vec<Operation> {
    let (table, column) = (table.clone(), column.to_owned());
    let fill = value.map(|value| Operation::FillColumn { table: table.clone(), column: column.clone(), value });
    let changes = Alteration { nullable: Some(false), ..Alteration::default() };
    fill.into_iter().chain([Operation::AlterColumn { table, column, changes }]).collect()
}

/// Whether rows have no value for a required column that goes when it comes back: nobody named one, and none can be made up.
pub(crate) fn comes_back_empty(table: &Table, column: &Column, answers: &Fills) -> bool {
    let has = |columns: &[String]| columns.contains(&column.name);
    let is_tied = table.is_key(&column.name)
        || table.foreign_keys.iter().any(|key| has(&key.columns))
        || table.uniques.iter().any(|unique| has(&unique.columns))
        || table.indexes.iter().any(|index| {
            index.unique && index.parts.iter().any(|part| part.target.column() == Some(column.name.as_str()))
        });
    is_required(column)
        && default_of(column).is_none()
        && !answers.contains_key(&(table.name.clone(), column.name.clone()))
        && (is_tied || neutral(&column.column_type).is_none())
}

/// The checks that later steps add to the table.
fn checks<'a>(table: &'a ObjectName, later: &'a [Step]) -> impl Iterator<Item = &'a Check> {
    later.iter().filter_map(move |step| match &step.operation {
        Operation::AddCheck { table: other, check } if other == table => Some(check),
        _ => None,
    })
}

/// Whether a later step makes the column refer to something or unique.
fn is_tied(table: &ObjectName, column: &str, later: &[Step]) -> bool {
    let has = |columns: &[String]| columns.iter().any(|name| name == column);
    later.iter().filter(|step| step.operation.table() == Some(table)).any(|step| match &step.operation {
        Operation::AddForeignKey { foreign_key, .. } => has(&foreign_key.columns),
        Operation::AddUnique { unique, .. } => has(&unique.columns),
        Operation::CreateIndex { index, .. } => {
            index.unique && index.parts.iter().any(|part| part.target.column() == Some(column))
        }
        Operation::AlterPrimaryKey { primary_key, .. } => primary_key.as_ref().is_some_and(|key| has(&key.columns)),
        _ => false,
    })
}

/// Without the alterations that let a column be NULL, or take its default, which then goes: they undo the steps in which it was made.
fn without_needless(steps: Vec<Step>) -> Vec<Step> {
    let goes = |at: usize, step: &Step| {
        let Operation::AlterColumn { table, column, changes } = &step.operation else { return false };
        let rest = Alteration { nullable: None, default: None, ..changes.clone() };
        let drop = Operation::DropColumn { table: table.clone(), column: column.clone() };
        rest.is_empty()
            && changes.nullable == Some(true)
            && steps.iter().skip(at).any(|later| later.operation == drop && later.only == step.only)
    };
    let kept = steps.iter().enumerate().filter(|(at, step)| !goes(*at, step));
    kept.map(|(_, step)| step.clone()).collect()
}
