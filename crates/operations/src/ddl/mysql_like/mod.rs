//! MySQL and MariaDB. Their statements are the same but for a few words; each commits by itself.

mod alter;
mod column;
mod enumeration;
mod foreign_key;
mod key;
mod table;

use limbeck_schema::{Dialect, ObjectName, Schema, Server};

use super::{
    DdlError, Statement, builder, constraint, fill, index,
    quote::{identifier, object, string},
};
use crate::{
    Operation, ReplayError, Step,
    replay::{Dropped, find_check, find_column, find_foreign_key},
};

/// How many steps are done together, and their statements. `later` are the steps behind `operation` in the same revision.
pub(super) fn write(
    operation: &Operation,
    later: &[Step],
    before: &Schema,
    server: &Server,
) -> Result<(usize, Vec<Statement>), DdlError> {
    if let Some(statements) = key::numbered_column(operation, later, before, server)? {
        return Ok((2, statements));
    }
    key::refuse_numbered_without_key(operation, later, before, server)?;
    Ok((1, one_step(operation, before, server)?))
}

fn one_step(operation: &Operation, before: &Schema, server: &Server) -> Result<Vec<Statement>, DdlError> {
    use Operation as O;
    let dialect = server.dialect;
    let table_of = |name: &ObjectName| before.table(name).ok_or_else(|| ReplayError::no_table(name));
    let one = |sql: String| Ok(vec![Statement::new(sql)]);
    match operation {
        O::CreateTable { definition } => Ok(table::create(definition, server)),
        O::DropTable { table } => one(builder::drop_table(table, dialect)),
        O::RenameTable { table, to } => one(builder::rename_table(table, to, dialect)),
        O::AddColumn { table, column } => {
            let clause = format!("ADD COLUMN {}", column::definition(column, server));
            Ok(column::altered(table, &clause, [column], server))
        }
        O::DropColumn { table, column } => one(builder::drop_column(table, column, dialect)),
        O::AlterColumn { table, column, changes } => {
            let table = table_of(table)?;
            alter::column(table, find_column(table, column)?, changes, server)
        }
        O::FillColumn { table, column, value } => {
            let table = table_of(table)?;
            one(fill::update(table, find_column(table, column)?, value, dialect))
        }
        O::RenameColumn { table, column, to } => {
            let rename = Statement::new(builder::rename_column(table, column, to, dialect));
            alter::around_checks(table_of(table)?, column, to, rename, operation, server)
        }
        O::CreateIndex { table, index } => one(index::create(index, table, dialect)),
        O::DropIndex { table, name, parts } => {
            let table = table_of(table)?;
            foreign_key::drop_index(table, Dropped::of_index(table, name, parts)?, operation, server)
        }
        O::AddUnique { table, unique } => one(add(table, &constraint::unique(unique, dialect), dialect)),
        O::DropUnique { table, columns, name } => {
            let table = table_of(table)?;
            foreign_key::drop_index(table, Dropped::of_unique(table, columns, name.as_deref())?, operation, server)
        }
        O::AddForeignKey { table, foreign_key } => {
            one(add(table, &constraint::foreign_key(foreign_key, dialect), dialect))
        }
        O::DropForeignKey { table, columns, target, name } => {
            let table = table_of(table)?;
            let key = find_foreign_key(table, columns, target, name.as_deref())?;
            foreign_key::drop(table, key, operation, server)
        }
        O::AddCheck { table, check } => one(add(table, &constraint::check(check, dialect), dialect)),
        O::DropCheck { table, name } => {
            let table = table_of(table)?;
            alter::drop_check(table, find_check(table, name)?, operation, server)
        }
        O::AlterPrimaryKey { table, primary_key } => {
            Ok(key::alter(table_of(table)?, primary_key.as_ref(), server).into_iter().collect())
        }
        // The labels are written into each column.
        O::CreateEnum { .. } | O::DropEnum { .. } => Ok(Vec::new()),
        O::AlterEnum { name, next, .. } => enumeration::alter(name, next, before, operation, server),
        O::RenameEnumLabel { name, label, to } => {
            enumeration::rename(enumeration::Renaming { name, label, to }, before, operation, server)
        }
        O::SetTableComment { table, comment } => {
            let text = string(comment.as_deref().unwrap_or_default(), dialect);
            one(format!("ALTER TABLE {} COMMENT = {text}", object(table, dialect)))
        }
        O::Execute { sql, .. } => one(sql.clone()),
        O::Run { .. } => Ok(Vec::new()),
    }
}

/// `ALTER TABLE .. ADD` with a constraint.
fn add(table: &ObjectName, constraint: &str, dialect: Dialect) -> String {
    format!("ALTER TABLE {} ADD {constraint}", object(table, dialect))
}

/// A constraint's name, by which alone it can be dropped.
fn named<'a>(name: Option<&'a str>, kind: &'static str, operation: &Operation) -> Result<&'a str, DdlError> {
    name.ok_or_else(|| DdlError::Unnamed { operation: operation.to_string(), kind })
}

/// ` AFTER` the column before `column`, ` FIRST` if it is the first: where a column that is dropped and added has to come back.
fn place(table: &limbeck_schema::Table, column: &str, dialect: Dialect) -> String {
    let at = table.columns.iter().position(|known| known.name == column).unwrap_or(0);
    match at.checked_sub(1).and_then(|previous| table.columns.get(previous)) {
        None => " FIRST".to_owned(),
        Some(previous) => format!(" AFTER {}", identifier(&previous.name, dialect)),
    }
}
