//! PostgreSQL. All of it runs in the revision's transaction, but for indexes that are marked `concurrently`, and in two where labels are used that it adds.

mod alter;
mod cast;
mod column;
pub(super) mod enumeration;
mod fill;
mod restore;
mod sequence;
mod table;

pub(super) use cast::is_stored_apart;
use limbeck_schema::{Dialect, ObjectName, PrimaryKey, Schema, Server, Table};

use super::{
    DdlError, Statement, builder, constraint, index,
    quote::{identifier, object},
};
use crate::{
    Operation, ReplayError,
    replay::{Dropped, find_check, find_column, find_foreign_key},
};

const DIALECT: Dialect = Dialect::Postgres;

/// The statements of `operation`.
pub(super) fn write(operation: &Operation, before: &Schema, server: &Server) -> Result<Vec<Statement>, DdlError> {
    use Operation as O;
    let table_of = |name: &ObjectName| before.table(name).ok_or_else(|| ReplayError::no_table(name));
    let one = |sql: String| Ok(vec![Statement::new(sql)]);
    match operation {
        O::CreateTable { definition } => Ok(table::create(definition)),
        O::DropTable { table } => one(builder::drop_table(table, DIALECT)),
        O::RenameTable { table, to } => Ok(table::rename(table, to, server)),
        O::AddColumn { table, column } => Ok(column::add(column, table)),
        O::DropColumn { table, column } => one(builder::drop_column(table, column, DIALECT)),
        O::AlterColumn { table, column, changes } => {
            let table = table_of(table)?;
            Ok(alter::column(table, find_column(table, column)?, changes))
        }
        O::FillColumn { table, column, value } => {
            let table = table_of(table)?;
            Ok(fill::statements(table, find_column(table, column)?, value, before))
        }
        O::RenameColumn { table, column, to } => one(builder::rename_column(table, column, to, DIALECT)),
        O::CreateIndex { table, index } => one(index::create(index, table, DIALECT)),
        O::DropIndex { table, name, parts } => {
            dropped(operation, table, Dropped::of_index(table_of(table)?, name, parts)?)
        }
        O::AddUnique { table, unique } => one(add(table, &constraint::unique(unique, DIALECT))),
        O::DropUnique { table, columns, name } => {
            dropped(operation, table, Dropped::of_unique(table_of(table)?, columns, name.as_deref())?)
        }
        O::AddForeignKey { table, foreign_key } => one(add(table, &constraint::foreign_key(foreign_key, DIALECT))),
        O::DropForeignKey { table, columns, target, name } => {
            let key = find_foreign_key(table_of(table)?, columns, target, name.as_deref())?;
            one(drop_constraint(table, key.name.as_deref(), "foreign key", operation)?)
        }
        O::AddCheck { table, check } => one(add(table, &constraint::check(check, DIALECT))),
        O::DropCheck { table, name } => {
            let check = find_check(table_of(table)?, name)?;
            one(drop_constraint(table, check.name.as_deref(), "check", operation)?)
        }
        O::AlterPrimaryKey { table, primary_key } => Ok(alter_key(table_of(table)?, primary_key.as_ref())),
        O::CreateEnum { enumeration, .. } => one(builder::create_type(enumeration)),
        O::DropEnum { name } => one(builder::drop_type(name)),
        O::AlterEnum { name, previous, next } => {
            let change = enumeration::Labels { name, previous, next };
            enumeration::alter(change, before, operation)
        }
        O::RenameEnumLabel { name, label, to } => one(builder::rename_label(name, label, to)),
        O::SetTableComment { table, comment } => one(table::comment(table, comment.as_deref())),
        O::Execute { sql, .. } => one(sql.clone()),
        O::Run { .. } => Ok(Vec::new()),
    }
}

/// `ALTER TABLE .. ADD` with a constraint.
fn add(table: &ObjectName, constraint: &str) -> String {
    format!("ALTER TABLE {} ADD {constraint}", object(table, DIALECT))
}

/// `ALTER TABLE .. DROP CONSTRAINT`, by the name that the database has.
fn drop_constraint(
    table: &ObjectName,
    name: Option<&str>,
    kind: &'static str,
    operation: &Operation,
) -> Result<String, DdlError> {
    let name = name.ok_or_else(|| DdlError::Unnamed { operation: operation.to_string(), kind })?;
    Ok(format!("ALTER TABLE {} DROP CONSTRAINT {}", object(table, DIALECT), identifier(name, DIALECT)))
}

/// Drops an index or a unique constraint, whichever the database keeps.
fn dropped(
    operation: &Operation,
    table: &ObjectName,
    found: Dropped<&limbeck_schema::Index, &limbeck_schema::Unique>,
) -> Result<Vec<Statement>, DdlError> {
    let sql = match found {
        Dropped::Index(found) => index::drop(&found.name, table, DIALECT),
        Dropped::Unique(unique) => drop_constraint(table, unique.name.as_deref(), "unique constraint", operation)?,
    };
    Ok(vec![Statement::new(sql)])
}

fn alter_key(table: &Table, next: Option<&PrimaryKey>) -> Vec<Statement> {
    let drop = table.primary_key.as_ref().map(|key| {
        let name = key.name.clone().unwrap_or_else(|| usual_key_name(&table.name.name));
        format!("DROP CONSTRAINT {}", identifier(&name, DIALECT))
    });
    let add = next.map(|key| format!("ADD {}", constraint::primary_key(key, DIALECT)));
    let clauses: Vec<_> = drop.into_iter().chain(add).collect();
    if clauses.is_empty() {
        return Vec::new();
    }
    vec![Statement::new(format!("ALTER TABLE {} {}", object(&table.name, DIALECT), clauses.join(", ")))]
}

/// The name that PostgreSQL gives an unnamed primary key: the table's, cut so that `_pkey` fits into 63 bytes (`makeObjectName`).
fn usual_key_name(table: &str) -> String {
    let mut end = table.len().min(63 - "_pkey".len());
    while !table.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}_pkey", &table[..end])
}
