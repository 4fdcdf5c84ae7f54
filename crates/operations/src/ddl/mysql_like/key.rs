//! The primary key, and the column that numbers the rows, which has to be the first of a key at all times (error 1075).

use limbeck_schema::{PrimaryKey, Schema, Server, Table};

use super::{
    alter::restated,
    column::{self, altered},
    foreign_key::{Order, add_own_index, orphaned},
};
use crate::{
    Operation, ReplayError, Step,
    ddl::{
        DdlError, Statement,
        check::{Lack, leads_a_key},
        constraint,
        quote::object,
        steps::stops_numbering,
    },
};

/// Another primary key, in one statement. A column that numbered the rows and is no key any more stops doing so; a foreign key that
/// only the old key's index served gets one of its own.
pub(super) fn alter(table: &Table, next: Option<&PrimaryKey>, server: &Server) -> Option<Statement> {
    let dialect = server.dialect;
    let clauses = clauses(table, next, server);
    (!clauses.is_empty())
        .then(|| Statement::new(format!("ALTER TABLE {} {}", object(&table.name, dialect), clauses.join(", "))))
}

fn clauses(table: &Table, next: Option<&PrimaryKey>, server: &Server) -> Vec<String> {
    let mut without = table.clone();
    without.primary_key = next.cloned();
    let mut clauses: Vec<_> = table
        .columns
        .iter()
        .filter(|column| column.auto_increment.is_some() && !leads_a_key(&column.name, &without))
        .map(|column| {
            let mut plain = column.clone();
            plain.auto_increment = None;
            format!("MODIFY COLUMN {}", restated(table, &plain, server))
        })
        .collect();
    if let Some(key) = &table.primary_key {
        let instead = next.map(|key| Order::Primary(&key.columns));
        let own = orphaned(table, Order::Primary(&key.columns), instead);
        clauses.push("DROP PRIMARY KEY".to_owned());
        clauses.extend(own.into_iter().map(|key| add_own_index(&table.name, key, server)));
    }
    clauses.extend(next.map(|key| format!("ADD {}", constraint::primary_key(key, server.dialect))));
    clauses
}

/// Refuses to take the key from a column that numbers the rows, unless a later step drops it or makes it a plain one.
pub(super) fn refuse_numbered_without_key(
    operation: &Operation,
    later: &[Step],
    before: &Schema,
    server: &Server,
) -> Result<(), DdlError> {
    let Operation::AlterPrimaryKey { table: name, primary_key } = operation else {
        return Ok(());
    };
    let mut without = before.table(name).ok_or_else(|| ReplayError::no_table(name))?.clone();
    without.primary_key.clone_from(primary_key);
    let keyless = without.columns.iter().find(|column| {
        column.auto_increment.is_some()
            && !leads_a_key(&column.name, &without)
            && !stops_numbering(&column.name, name, later, server.dialect)
    });
    match keyless {
        None => Ok(()),
        Some(column) => {
            let lack = Lack::new(
                format!("numbers rows only in the first column of a key, and `{}` loses its key", column.name),
                format!("say `op.alter_column(\"{name}\", \"{}\").drop_auto_increment()` before", column.name),
            );
            Err(lack.of(operation, server))
        }
    }
}

/// The statements of a new column that numbers the rows and of the step behind it, which makes it a key: the server takes them only
/// together. `None` for any other operation.
///
/// # Errors
/// No key follows.
pub(super) fn numbered_column(
    operation: &Operation,
    later: &[Step],
    before: &Schema,
    server: &Server,
) -> Result<Option<Vec<Statement>>, DdlError> {
    let Operation::AddColumn { table: name, column } = operation else {
        return Ok(None);
    };
    if column.auto_increment.is_none() {
        return Ok(None);
    }
    let table = before.table(name).ok_or_else(|| ReplayError::no_table(name))?;
    let dialect = server.dialect;
    let first = |columns: &[String]| columns.first() == Some(&column.name);
    let following = later.first().filter(|step| step.counts_on(dialect)).map(|step| &step.operation);
    let key = match following {
        Some(Operation::AlterPrimaryKey { table, primary_key: Some(key) }) if table == name && first(&key.columns) => {
            clauses(before.table(name).ok_or_else(|| ReplayError::no_table(name))?, Some(key), server)
        }
        Some(Operation::AddUnique { table, unique }) if table == name && first(&unique.columns) => {
            vec![format!("ADD {}", constraint::unique(unique, dialect))]
        }
        _ => {
            let lack = Lack::new(
                format!("numbers rows only in the first column of a key, and `{}` is not", column.name),
                "make it the primary key or add a unique constraint in the next step",
            );
            return Err(lack.of(operation, server));
        }
    };
    let add = format!("ADD COLUMN {}", column::definition(column, server));
    let clauses: Vec<_> = std::iter::once(add).chain(key).collect();
    Ok(Some(altered(&table.name, &clauses.join(", "), [column], server)))
}
