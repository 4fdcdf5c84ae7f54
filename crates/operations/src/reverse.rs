use limbeck_schema::{Dialect, Index, ObjectName, PrimaryKey, Schema, Table, Unique};

use crate::{
    Alteration, Operation, ReplayError, Step,
    replay::{Dropped, find_check, find_column, find_foreign_key, replay_step},
};

/// Why an operation has no reverse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReverseError {
    /// Raw SQL or a data step: only its author knows what undoes it.
    #[error("`{0}` has no reverse: write what undoes it")]
    Opaque(String),
    /// The operation does not fit the schema before it.
    #[error(transparent)]
    Replay(#[from] ReplayError),
}

/// What undoes `operation`, read against the schema before it. Several operations where one is not enough: a dropped table comes back
/// with its indexes. None where nothing has to be undone: a filled column.
///
/// # Errors
/// `Opaque` for raw SQL and data steps, `Replay` where the operation does not fit `before`.
pub fn reverse(operation: &Operation, before: &Schema) -> Result<Vec<Operation>, ReverseError> {
    use Operation as O;
    let table_of = |name| before.table(name).ok_or_else(|| ReplayError::no_table(name));
    let one = |operation| Ok(vec![operation]);
    match operation {
        O::CreateTable { definition } => one(O::DropTable { table: definition.name.clone() }),
        O::DropTable { table } => {
            let mut definition = table_of(table)?.clone();
            let indexes = std::mem::take(&mut definition.indexes);
            definition.triggers.clear();
            definition.beyond.clear();
            let create = O::CreateTable { definition };
            Ok(std::iter::once(create)
                .chain(indexes.into_iter().map(|index| O::CreateIndex { table: table.clone(), index }))
                .collect())
        }
        O::RenameTable { table, to } => one(O::RenameTable { table: to.clone(), to: table.clone() }),
        O::AddColumn { table, column } => one(O::DropColumn { table: table.clone(), column: column.name.clone() }),
        O::DropColumn { table, column } => {
            let column = find_column(table_of(table)?, column)?;
            one(O::AddColumn { table: table.clone(), column: column.clone() })
        }
        O::AlterColumn { table, column, changes } => {
            let known = find_column(table_of(table)?, column)?;
            one(O::AlterColumn { table: table.clone(), column: column.clone(), changes: changes.reversed(known) })
        }
        // The column is dropped, or may be NULL again; what it was filled with does no harm.
        O::FillColumn { table, column, .. } => {
            find_column(table_of(table)?, column)?;
            Ok(Vec::new())
        }
        O::RenameColumn { table, column, to } => {
            one(O::RenameColumn { table: table.clone(), column: to.clone(), to: column.clone() })
        }
        O::CreateIndex { table, index } => {
            one(O::DropIndex { table: table.clone(), name: index.name.clone(), parts: index.parts.clone() })
        }
        O::DropIndex { table, name, parts } => one(restored(table, Dropped::of_index(table_of(table)?, name, parts)?)),
        O::AddUnique { table, unique } => {
            one(O::DropUnique { table: table.clone(), columns: unique.columns.clone(), name: unique.name.clone() })
        }
        O::DropUnique { table, columns, name } => {
            one(restored(table, Dropped::of_unique(table_of(table)?, columns, name.as_deref())?))
        }
        O::AddForeignKey { table, foreign_key } => one(O::DropForeignKey {
            table: table.clone(),
            columns: foreign_key.columns.clone(),
            target: foreign_key.target.clone(),
            name: foreign_key.name.clone(),
        }),
        O::DropForeignKey { table, columns, target, name } => {
            let key = find_foreign_key(table_of(table)?, columns, target, name.as_deref())?;
            one(O::AddForeignKey { table: table.clone(), foreign_key: key.clone() })
        }
        O::AddCheck { table, check } => one(O::DropCheck {
            table: table.clone(),
            name: check.name.clone().unwrap_or_else(|| check.expression.clone()),
        }),
        O::DropCheck { table, name } => {
            let check = find_check(table_of(table)?, name)?;
            one(O::AddCheck { table: table.clone(), check: check.clone() })
        }
        O::AlterPrimaryKey { table, primary_key } => Ok(reversed_key(table_of(table)?, primary_key.as_ref())),
        O::CreateEnum { enumeration, .. } => one(O::DropEnum { name: enumeration.name.clone() }),
        O::DropEnum { name } => {
            let enumeration = before.enums.get(name).ok_or_else(|| ReplayError::no_enum(name))?.clone();
            let keep = before.kept_enums.contains(name);
            one(O::CreateEnum { enumeration, keep })
        }
        O::AlterEnum { name, previous, next } => {
            one(O::AlterEnum { name: name.clone(), previous: next.clone(), next: previous.clone() })
        }
        O::RenameEnumLabel { name, label, to } => {
            one(O::RenameEnumLabel { name: name.clone(), label: to.clone(), to: label.clone() })
        }
        O::SetTableComment { table, .. } => {
            one(O::SetTableComment { table: table.clone(), comment: table_of(table)?.comment.clone() })
        }
        O::Execute { .. } | O::Run { .. } => Err(ReverseError::Opaque(operation.to_string())),
    }
}

/// What brings a dropped index or constraint back, as the one that it was.
fn restored(table: &ObjectName, dropped: Dropped<&Index, &Unique>) -> Operation {
    let table = table.clone();
    match dropped {
        Dropped::Index(index) => Operation::CreateIndex { table, index: index.clone() },
        Dropped::Unique(unique) => Operation::AddUnique { table, unique: unique.clone() },
    }
}

/// What brings the primary key of `before` back. The members of the key `next` may not be NULL and stay so when it goes, so those that
/// could be are set back.
fn reversed_key(before: &Table, next: Option<&PrimaryKey>) -> Vec<Operation> {
    let table = &before.name;
    let back = Operation::AlterPrimaryKey { table: table.clone(), primary_key: before.primary_key.clone() };
    let members = next.map(|key| key.columns.as_slice()).unwrap_or_default();
    let nullable = members.iter().filter(|member| before.column(member).is_some_and(|column| column.nullable));
    let set_null = nullable.map(|column| Operation::AlterColumn {
        table: table.clone(),
        column: column.clone(),
        changes: Alteration { nullable: Some(true), ..Alteration::default() },
    });
    std::iter::once(back).chain(set_null).collect()
}

/// What undoes `steps`, last first, read against the schema before all of them as `dialect` sees it.
///
/// # Errors
/// As [`reverse`].
pub fn reverse_all(steps: &[Step], before: &Schema, dialect: Dialect) -> Result<Vec<Step>, ReverseError> {
    let mut schema = before.clone();
    let mut reversed = Vec::with_capacity(steps.len());
    for step in steps {
        let back = reverse(&step.operation, &schema)?;
        let back = back.into_iter().rev();
        reversed.extend(back.map(|operation| Step { operation, body: None, ..step.clone() }));
        replay_step(step, &mut schema, dialect)?;
    }
    reversed.reverse();
    Ok(reversed)
}

#[cfg(test)]
mod tests;
