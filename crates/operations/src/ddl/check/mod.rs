//! What a dialect can't do, found before any statement is made. One module for columns, one for indexes, one for constraints and whole
//! tables.

mod column;
mod constraint;
mod index;

use limbeck_schema::{Capabilities, Dialect, ObjectName, Schema, Server, Table};

pub(super) use self::constraint::leads_a_key;
use super::DdlError;
use crate::{
    Operation,
    replay::{doubtful_label, find_column},
};

/// What the server lacks, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lack {
    what: String,
    instead: String,
}

impl Lack {
    pub(super) fn new(what: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { what: what.into(), instead: instead.into() }
    }

    /// The error for `operation`.
    pub(super) fn of(self, operation: &Operation, server: &Server) -> DdlError {
        DdlError::Unsupported {
            operation: operation.to_string(),
            dialect: server.dialect,
            lack: self.what,
            instead: self.instead,
        }
    }
}

/// Refuses what `server` can't do.
///
/// # Errors
/// `Unsupported` for what it lacks, `Replay` where the operation names what `before` does not have.
pub(super) fn check(operation: &Operation, before: &Schema, server: &Server) -> Result<(), DdlError> {
    examine(operation, before, server)?.map_err(|lack| lack.of(operation, server))
}

/// The outer error is a misfit, the inner one a lack.
fn examine(operation: &Operation, before: &Schema, server: &Server) -> Result<Result<(), Lack>, DdlError> {
    use Operation as O;
    if let Some(table) = operation.table()
        && let Err(lack) = schema(table, server)
    {
        return Ok(Err(lack));
    }
    let table_of = |name: &ObjectName| before.table(name).ok_or_else(|| crate::ReplayError::no_table(name));
    Ok(match operation {
        O::CreateTable { definition } => table(definition, server),
        O::RenameTable { to, .. } => schema(to, server).and_then(|()| length("table", &to.name, server)),
        O::AddColumn { column: added, .. } => column::column(added, server),
        O::DropColumn { table, column } => last_column(table_of(table)?, column, server),
        O::AlterColumn { table, column, changes } => {
            let table = table_of(table)?;
            let known = find_column(table, column)?;
            let mut next = known.clone();
            changes.apply(&mut next);
            column::column(&next, server).and_then(|()| column::change(known, &next, table, server))
        }
        O::RenameColumn { to, .. } => length("column", to, server),
        O::CreateIndex { table, index } => index::index(index, table_of(table)?, server),
        O::AddUnique { table, unique } => constraint::unique(unique, table_of(table)?, server),
        O::AddForeignKey { foreign_key, .. } => constraint::foreign_key(foreign_key, server),
        O::AddCheck { check, .. } => constraint::name("check", check.name.as_deref(), server),
        O::AlterPrimaryKey { table, primary_key } => match primary_key {
            Some(key) => constraint::primary_key(key, table_of(table)?, server),
            None => Ok(()),
        },
        O::RenameEnumLabel { name, label, .. } => label_is_told(name, label, before, server),
        O::CreateEnum { enumeration, .. } => length("enumerated type", &enumeration.name.name, server),
        O::DropTable { .. }
        | O::FillColumn { .. }
        | O::DropIndex { .. }
        | O::DropUnique { .. }
        | O::DropForeignKey { .. }
        | O::DropCheck { .. }
        | O::DropEnum { .. }
        | O::AlterEnum { .. }
        | O::SetTableComment { .. }
        | O::Execute { .. }
        | O::Run { .. } => Ok(()),
    })
}

/// Where a label is a text like others, it has to be clear which text in an expression is it. PostgreSQL keeps labels by number.
fn label_is_told(name: &ObjectName, label: &str, before: &Schema, server: &Server) -> Result<(), Lack> {
    let doubtful = match server.dialect {
        Dialect::Postgres => None,
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => doubtful_label(name, label, before),
    };
    doubtful.map_or(Ok(()), |(table, part)| {
        let what =
            format!("can't tell whether '{label}' in {part} of `{table}` is the label: it is about a text as well");
        Err(Lack::new(what, "drop it before the label is renamed, and make it again afterwards"))
    })
}

/// A whole table: what CREATE TABLE writes.
pub(super) fn table(table: &Table, server: &Server) -> Result<(), Lack> {
    schema(&table.name, server)?;
    length("table", &table.name.name, server)?;
    table.columns.iter().try_for_each(|item| column::column(item, server))?;
    if let Some(key) = &table.primary_key {
        constraint::primary_key(key, table, server)?;
    }
    table.uniques.iter().try_for_each(|item| constraint::unique(item, table, server))?;
    table.foreign_keys.iter().try_for_each(|item| constraint::foreign_key(item, server))?;
    table.checks.iter().try_for_each(|item| constraint::name("check", item.name.as_deref(), server))?;
    constraint::whole(table, server)
}

fn schema(name: &ObjectName, server: &Server) -> Result<(), Lack> {
    match server.dialect {
        Dialect::Sqlite if name.schema.is_some() => Err(Lack::new(
            format!("has no schemas, and `{name}` names one"),
            "leave the schema out, or keep the operation from SQLite with `.only(..)`",
        )),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}

/// A table keeps at least one column, but on PostgreSQL.
fn last_column(table: &Table, column: &str, server: &Server) -> Result<(), Lack> {
    let last = table.columns.iter().all(|known| known.name == column);
    match server.dialect {
        Dialect::Postgres => Ok(()),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb if !last => Ok(()),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => {
            Err(Lack::new("has no tables without columns", "drop the table, or add another column first"))
        }
    }
}

/// A name is kept whole: PostgreSQL would cut it with a NOTICE, and the next comparison would not find it.
fn length(kind: &str, name: &str, server: &Server) -> Result<(), Lack> {
    let limit = Capabilities::of(server.dialect).identifier_length;
    let (length, unit) = match server.dialect {
        Dialect::Postgres => (name.len(), "bytes"),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => (name.chars().count(), "characters"),
    };
    if limit == 0 || length <= limit {
        return Ok(());
    }
    Err(Lack::new(format!("keeps only {limit} {unit} of the {kind} name `{name}`"), "give it a shorter name"))
}
