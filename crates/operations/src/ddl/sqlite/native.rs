//! What ALTER TABLE can do on a table with rows (lang_altertable.html, sections 2 to 5; measured on 3.40).

use limbeck_schema::{
    Column, Expression, ObjectName, Schema, Server, SqliteTypes, Table, canonical_column, is_declared_alike,
};

use super::{DIALECT, table};
use crate::{
    Alteration, Operation, ReplayError,
    ddl::{DdlError, Statement, builder, fill, index, quote::object},
    replay::{Dropped, find_column},
};

/// How an operation is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By these statements.
    Native(Vec<Statement>),
    /// By making the table anew.
    Rebuild,
}

impl Way {
    fn one(sql: impl Into<String>) -> Self {
        Self::Native(vec![Statement::new(sql)])
    }
}

/// How `operation` is done.
///
/// # Errors
/// It names what `before` does not have.
pub(super) fn way(operation: &Operation, before: &Schema, server: &Server) -> Result<Way, DdlError> {
    use Operation as O;
    let table_of = |name: &ObjectName| before.table(name).ok_or_else(|| ReplayError::no_table(name));
    Ok(match operation {
        O::CreateTable { definition } => Way::one(table::create(definition, &definition.name)),
        O::DropTable { table } => drop_table(table_of(table)?),
        O::RenameTable { table, to } => Way::one(builder::rename_table(table, to, DIALECT)),
        O::AddColumn { table, column } => add_column(table_of(table)?, column),
        O::DropColumn { table, column } => {
            find_column(table_of(table)?, column)?;
            Way::one(builder::drop_column(table, column, DIALECT))
        }
        O::AlterColumn { table, column, changes } => {
            let table = table_of(table)?;
            alter_column(table, find_column(table, column)?, changes, server)
        }
        O::FillColumn { table, column, value } => {
            let table = table_of(table)?;
            Way::one(fill::update(table, find_column(table, column)?, value, DIALECT))
        }
        O::RenameColumn { table, column, to } => Way::one(builder::rename_column(table, column, to, DIALECT)),
        O::CreateIndex { table, index } => Way::one(index::create(index, table, DIALECT)),
        O::DropIndex { table, name, parts } => dropped(table, Dropped::of_index(table_of(table)?, name, parts)?),
        O::DropUnique { table, columns, name } => {
            dropped(table, Dropped::of_unique(table_of(table)?, columns, name.as_deref())?)
        }
        O::AddUnique { .. }
        | O::AddForeignKey { .. }
        | O::DropForeignKey { .. }
        | O::AddCheck { .. }
        | O::DropCheck { .. }
        | O::AlterPrimaryKey { .. } => Way::Rebuild,
        O::Execute { sql, .. } => Way::one(sql.as_str()),
        // A label is renamed in every table that has it (`label`).
        O::Run { .. }
        | O::CreateEnum { .. }
        | O::DropEnum { .. }
        | O::AlterEnum { .. }
        | O::RenameEnumLabel { .. }
        | O::SetTableComment { .. } => Way::Native(Vec::new()),
    })
}

/// With foreign keys on, DROP TABLE first deletes every row, and a key of the table to itself may refuse that row by row (RESTRICT, or
/// SET NULL on a column that may not be NULL; measured on 3.40).
fn drop_table(table: &Table) -> Way {
    let sql = builder::drop_table(&table.name, DIALECT);
    if table.foreign_keys.iter().any(|key| key.target == table.name) {
        return Way::Native(vec![Statement::without_foreign_keys(sql)]);
    }
    Way::one(sql)
}

/// An index is dropped as such; a unique constraint is in the text of its table.
fn dropped(table: &ObjectName, found: Dropped<&limbeck_schema::Index, &limbeck_schema::Unique>) -> Way {
    match found {
        Dropped::Index(found) => Way::one(index::drop(&found.name, table, DIALECT)),
        Dropped::Unique(_) => Way::Rebuild,
    }
}

/// Whether an operation may make a table anew, or needs foreign keys off for anything else, as far as can be told without the schema before it.
pub(in crate::ddl) fn may_rebuild(operation: &Operation) -> bool {
    use Operation as O;
    match operation {
        O::AddColumn { column, .. } => !is_added(column),
        O::CreateTable { .. } | O::CreateIndex { .. } | O::FillColumn { .. } | O::SetTableComment { .. } => false,
        O::CreateEnum { .. } | O::Execute { .. } | O::Run { .. } => false,
        O::DropTable { .. }
        | O::RenameTable { .. }
        | O::DropColumn { .. }
        | O::AlterColumn { .. }
        | O::RenameColumn { .. }
        | O::DropIndex { .. }
        | O::AddUnique { .. }
        | O::DropUnique { .. }
        | O::AddForeignKey { .. }
        | O::DropForeignKey { .. }
        | O::AddCheck { .. }
        | O::DropCheck { .. }
        | O::AlterPrimaryKey { .. }
        | O::DropEnum { .. }
        | O::AlterEnum { .. }
        | O::RenameEnumLabel { .. } => true,
    }
}

fn add_column(table: &Table, column: &Column) -> Way {
    if !is_added(column) {
        return Way::Rebuild;
    }
    Way::one(format!("ALTER TABLE {} ADD COLUMN {}", object(&table.name, DIALECT), table::column(column, table)))
}

/// ADD COLUMN takes a constant default, or NULL where the column may be NULL, or a column that is computed when it is read.
fn is_added(column: &Column) -> bool {
    let computed = column.generated.as_ref().is_some_and(|generated| !generated.stored);
    let constant = match &column.default {
        None | Some(Expression::Null) => column.nullable,
        Some(Expression::CurrentTimestamp | Expression::CurrentDate | Expression::CurrentTime | Expression::Sql(_)) => {
            false
        }
        Some(Expression::Boolean(_) | Expression::Integer(_) | Expression::Number(_) | Expression::Text(_)) => true,
    };
    let stored = column.generated.as_ref().is_some_and(|generated| generated.stored);
    (computed || constant) && !stored && column.auto_increment.is_none() && column.extra.is_none()
}

/// A change that SQLite would not notice needs no statement: comments, labels, and types of one meaning (`integer` for every width), unless the project
/// takes declared types by their words.
fn alter_column(table: &Table, previous: &Column, changes: &Alteration, server: &Server) -> Way {
    let mut next = previous.clone();
    changes.apply(&mut next);
    let is_key = table.is_key(&next.name);
    let same = canonical_column(previous, is_key, DIALECT) == canonical_column(&next, is_key, DIALECT)
        && previous.auto_increment.is_some() == next.auto_increment.is_some()
        && match server.sqlite_types {
            SqliteTypes::Meaning => true,
            SqliteTypes::Exact => is_declared_alike(&previous.column_type, &next.column_type, DIALECT),
        };
    if same { Way::Native(Vec::new()) } else { Way::Rebuild }
}
