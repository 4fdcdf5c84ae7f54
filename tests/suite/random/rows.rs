//! Which tables of a pair bear rows: those on which no step of the revision, up or down, has a right to fail because of them.

use super::make;
use limbeck_operations::{Operation, Step};
use limbeck_schema::{Column, ColumnType, Dialect, ForeignKey, ObjectName, Schema, Table};

/// The tables of the first schema that may hold rows while the steps up and down are done.
pub fn bearing([before, after]: &[Schema; 2], ways: &[Vec<Step>; 2], dialect: Dialect) -> Vec<ObjectName> {
    let steps = ways.iter().flatten().filter(|step| step.counts_on(dialect));
    let operations: Vec<_> = steps.map(|step| &step.operation).collect();
    let is_free = |table: &&Table| {
        let of_table = operations.iter().filter(|operation| operation.table() == Some(&table.name));
        !of_table.into_iter().any(|operation| may_fail(operation, table, after))
    };
    before.tables.values().filter(is_free).map(|table| table.name.clone()).collect()
}

/// Whether an operation can fail on the rows of a table, which is meant as it was before. What it had before, its rows meet, if all of its columns stay.
fn may_fail(operation: &Operation, before: &Table, after: &Schema) -> bool {
    let gone = |column: &str| after.table(&before.name).is_none_or(|table| table.column(column).is_none());
    match operation {
        Operation::AddColumn { column, .. } => is_required(column) || column.generated.is_some(),
        Operation::AlterColumn { column, changes, .. } => {
            let next = after.table(&before.name).and_then(|table| table.column(column));
            let types = before.column(column).zip(next).map(|(before, next)| [&before.column_type, &next.column_type]);
            let is_converted = types.is_some_and(|[one, other]| are_of_a_group(one, other));
            // A row of a table whose target bears none refers to nothing.
            let has_key = before.foreign_keys.iter().any(|key| key.columns.contains(column));
            let must_refer = changes.nullable == Some(false) && has_key;
            must_refer || changes.generated.is_some() || (changes.column_type.is_some() && !is_converted)
        }
        Operation::AddUnique { unique, .. } => {
            let is_known = before.uniques.iter().any(|known| known.columns == unique.columns);
            !is_known || unique.columns.iter().any(|column| gone(column))
        }
        Operation::CreateIndex { index, .. } => {
            let mut columns = index.parts.iter().filter_map(|part| part.target.column());
            index.unique && (!before.indexes.contains(index) || columns.any(gone))
        }
        Operation::AddCheck { check, .. } => {
            let mut names = before.columns.iter().map(|column| column.name.as_str());
            !before.checks.contains(check) || names.any(|name| gone(name) && check.expression.contains(name))
        }
        Operation::AddForeignKey { foreign_key, .. } => {
            let is_known =
                |known: &ForeignKey| known.columns == foreign_key.columns && known.target == foreign_key.target;
            // The rows of a table that goes do not come back with it.
            !before.foreign_keys.iter().any(is_known) || after.table(&foreign_key.target).is_none()
        }
        _ => false,
    }
}

/// Whether every value of the one type that the other has, too, is converted.
fn are_of_a_group(one: &ColumnType, other: &ColumnType) -> bool {
    make::groups().iter().any(|group| [one, other].iter().all(|wanted| group.iter().any(|(known, _)| known == *wanted)))
}

/// Whether a row has no value for a column that it must have one for.
fn is_required(column: &Column) -> bool {
    !column.nullable && column.default.is_none() && column.auto_increment.is_none()
}
