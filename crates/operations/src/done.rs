//! Whether a schema is already as an operation would make it: what a step that is marked `unless_done` asks before it is done.

use limbeck_schema::{
    Check, Dialect, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey, Schema, Table, Unique, canonical_check,
    canonical_column, canonical_comment, canonical_foreign_key, canonical_index, canonical_unique,
    canonical_unique_index,
};

use crate::{
    Alteration, Operation, Step,
    replay::{Dropped, find_check, find_foreign_key, replay_step},
};

/// Which of `steps` are passed over: those that are marked `unless_done` and find the schema as they would make it. `before` is the schema before the
/// first of them; where one does not fit, those behind it are not looked at.
pub fn passed_over(steps: &[Step], before: &Schema, dialect: Dialect) -> Vec<bool> {
    let mut passed = vec![false; steps.len()];
    let mut schema = before.clone();
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| step.counts_on(dialect)) {
        if passed[at] {
            continue;
        }
        if step.unless_done {
            passed[at] = step.is_passed_over(&schema, dialect);
            // A drop and what makes the very same again: both are passed over.
            if let (false, Some(again)) = (passed[at], made_again(step, &steps[at + 1..], &schema, dialect)) {
                (passed[at], passed[at + 1 + again]) = (true, true);
            }
        }
        if !passed[at] && replay_step(step, &mut schema, dialect).is_err() {
            break;
        }
    }
    passed
}

/// Where among the steps behind `step`, a drop, the marked one stands that makes what is dropped again, as it is.
fn made_again(step: &Step, later: &[Step], schema: &Schema, dialect: Dialect) -> Option<usize> {
    let table = schema.table(step.operation.table()?)?;
    later.iter().position(|other| {
        other.unless_done
            && other.counts_on(dialect)
            && other.operation.table() == Some(&table.name)
            && makes_what_goes(&step.operation, &other.operation, table, dialect)
    })
}

/// Whether `make` makes the part of `table` that `drop` drops.
fn makes_what_goes(drop: &Operation, make: &Operation, table: &Table, dialect: Dialect) -> bool {
    use Operation as O;
    match (drop, make) {
        (O::DropUnique { columns, name, .. }, O::AddUnique { unique, .. }) => {
            let form = canonical_unique(unique, dialect);
            match Dropped::of_unique(table, columns, name.as_deref()) {
                Ok(Dropped::Unique(known)) => canonical_unique(known, dialect) == form,
                Ok(Dropped::Index(known)) => canonical_unique_index(known, dialect) == Some(form),
                Err(_) => false,
            }
        }
        (O::DropForeignKey { columns, target, name, .. }, O::AddForeignKey { foreign_key, .. }) => {
            let form = canonical_foreign_key(foreign_key, dialect);
            find_foreign_key(table, columns, target, name.as_deref())
                .is_ok_and(|known| canonical_foreign_key(known, dialect) == form)
        }
        (O::DropIndex { name, parts, .. }, O::CreateIndex { index, .. }) => {
            let form = canonical_index(index, dialect);
            matches!(Dropped::of_index(table, name, parts), Ok(Dropped::Index(known)) if canonical_index(known, dialect) == form)
        }
        (O::DropCheck { name, .. }, O::AddCheck { check, .. }) => {
            let form = canonical_check(check, dialect);
            find_check(table, name).is_ok_and(|known| canonical_check(known, dialect) == form)
        }
        _ => false,
    }
}

/// Whether `schema` is as `operation` would make it on `dialect`. What is made is there under the same name or in the same shape, what is dropped is not
/// there in its shape, what is changed is so already. Of SQL text and data steps nobody can tell: they are never done.
pub(crate) fn is_done(operation: &Operation, schema: &Schema, dialect: Dialect) -> bool {
    use Operation as O;
    let has = |table: &ObjectName, is: &dyn Fn(&Table) -> bool| schema.table(table).is_some_and(is);
    match operation {
        O::CreateTable { definition } => schema.tables.contains_key(&definition.name),
        O::DropTable { table } => !schema.tables.contains_key(table),
        O::RenameTable { table, to } => !schema.tables.contains_key(table) && schema.tables.contains_key(to),
        O::AddColumn { table, column } => has(table, &|table| table.column(&column.name).is_some()),
        O::DropColumn { table, column } => !has(table, &|table| table.column(column).is_some()),
        O::AlterColumn { table, column, changes } => has(table, &|table| is_altered(table, column, changes, dialect)),
        O::RenameColumn { table, column, to } => {
            has(table, &|table| table.column(column).is_none() && table.column(to).is_some())
        }
        O::CreateIndex { table, index } => has(table, &|table| has_index(table, index, dialect)),
        O::DropIndex { table, name, parts } => !has(table, &|table| has_shape(table, name, parts, dialect)),
        O::AddUnique { table, unique } => has(table, &|table| has_unique(table, unique, dialect)),
        O::DropUnique { table, columns, name } => {
            !has(table, &|table| Dropped::of_unique(table, columns, name.as_deref()).is_ok())
        }
        O::AddForeignKey { table, foreign_key } => has(table, &|table| has_foreign_key(table, foreign_key, dialect)),
        O::DropForeignKey { table, columns, target, name } => {
            !has(table, &|table| find_foreign_key(table, columns, target, name.as_deref()).is_ok())
        }
        O::AddCheck { table, check } => has(table, &|table| has_check(table, check, dialect)),
        O::DropCheck { table, name } => !has(table, &|table| find_check(table, name).is_ok()),
        O::AlterPrimaryKey { table, primary_key } => {
            let columns = |key: &Option<PrimaryKey>| key.as_ref().map(|key| key.columns.clone());
            has(table, &|table| columns(&table.primary_key) == columns(primary_key))
        }
        O::CreateEnum { enumeration, .. } => schema.enums.contains_key(&enumeration.name),
        O::DropEnum { name } => !schema.enums.contains_key(name),
        O::AlterEnum { name, next, .. } => schema.enums.get(name).is_some_and(|known| known.labels == *next),
        O::RenameEnumLabel { name, label, to } => {
            let has = |known: &[String], label: &String| known.contains(label);
            schema.enums.get(name).is_some_and(|known| !has(&known.labels, label) && has(&known.labels, to))
        }
        O::SetTableComment { table, comment } => {
            let form = |comment: &Option<String>| canonical_comment(comment.as_deref(), dialect);
            has(table, &|table| form(&table.comment) == form(comment))
        }
        // Whether rows are filled, a schema tells only where none can lack a value.
        O::FillColumn { table, column, .. } => {
            has(table, &|table| table.column(column).is_some_and(|column| !column.nullable))
        }
        O::Execute { .. } | O::Run { .. } => false,
    }
}

fn is_altered(table: &Table, column: &str, changes: &Alteration, dialect: Dialect) -> bool {
    let Some(known) = table.column(column) else { return false };
    let mut next = known.clone();
    changes.apply(&mut next);
    let form = |column| canonical_column(column, table.is_key(&known.name), dialect);
    form(known) == form(&next)
}

fn has_index(table: &Table, index: &Index, dialect: Dialect) -> bool {
    let form = canonical_index(index, dialect);
    let unique = canonical_unique_index(index, dialect);
    table.indexes.iter().any(|known| known.name == index.name || canonical_index(known, dialect) == form)
        || table.uniques.iter().any(|known| Some(canonical_unique(known, dialect)) == unique)
}

fn has_shape(table: &Table, name: &str, parts: &[IndexPart], dialect: Dialect) -> bool {
    let form = |parts: &[IndexPart]| canonical_index(&Index::new(name, parts.iter().cloned()), dialect).parts;
    let wanted = form(parts);
    table.indexes.iter().any(|known| form(&known.parts) == wanted)
        || matches!(Dropped::of_index(table, name, parts), Ok(Dropped::Unique(_)))
}

fn has_unique(table: &Table, unique: &Unique, dialect: Dialect) -> bool {
    let form = canonical_unique(unique, dialect);
    table
        .uniques
        .iter()
        .any(|known| is_named_alike(&known.name, &unique.name) || canonical_unique(known, dialect) == form)
        || table.indexes.iter().any(|known| canonical_unique_index(known, dialect).as_ref() == Some(&form))
}

fn has_foreign_key(table: &Table, key: &ForeignKey, dialect: Dialect) -> bool {
    let form = canonical_foreign_key(key, dialect);
    let mut keys = table.foreign_keys.iter();
    keys.any(|known| is_named_alike(&known.name, &key.name) || canonical_foreign_key(known, dialect) == form)
}

fn has_check(table: &Table, check: &Check, dialect: Dialect) -> bool {
    let form = canonical_check(check, dialect);
    table.checks.iter().any(|known| is_named_alike(&known.name, &check.name) || canonical_check(known, dialect) == form)
}

fn is_named_alike(one: &Option<String>, other: &Option<String>) -> bool {
    one.is_some() && one == other
}

#[cfg(test)]
mod tests;
