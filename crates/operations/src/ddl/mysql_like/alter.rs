//! Changes of a column, and checks that belong to one.

use limbeck_schema::{Check, Column, Dialect, Generated, Server, Table, names_in_sql, rename_in_sql};

use super::{
    add,
    column::{altered, definition},
    named, place,
};
use crate::{
    Alteration, Operation,
    ddl::{
        DdlError, Statement, constraint,
        quote::{identifier, object, parenthesised},
    },
};

/// The statements of an alteration: the whole column once more, as MODIFY drops what it does not repeat.
///
/// MODIFY can't make a column virtual or stop it being so (error 1907, measured on 10.11); such a column is dropped and added in one
/// statement, which keeps its place and its indexes. A virtual column that becomes a plain one is stored first, so that it keeps its
/// values.
pub(super) fn column(
    table: &Table,
    previous: &Column,
    changes: &Alteration,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let mut next = previous.clone();
    changes.apply(&mut next);
    let is_virtual = |column: &Column| column.generated.as_ref().is_some_and(|generated| !generated.stored);
    Ok(match (is_virtual(previous), is_virtual(&next)) {
        (true, false) if next.generated.is_none() => {
            let mut stored = previous.clone();
            stored.generated = previous.generated.clone().map(|generated| Generated { stored: true, ..generated });
            [replace(table, &stored, server), modify(table, &next, server)].concat()
        }
        (true, false) | (false, true) => replace(table, &next, server),
        (true, true) | (false, false) => modify(table, &next, server),
    })
}

fn modify(table: &Table, next: &Column, server: &Server) -> Vec<Statement> {
    let clause = format!("MODIFY COLUMN {}", restated(table, next, server));
    altered(&table.name, &clause, [next], server)
}

fn replace(table: &Table, next: &Column, server: &Server) -> Vec<Statement> {
    let dialect = server.dialect;
    let clauses = format!(
        "DROP COLUMN {}, ADD COLUMN {}{}",
        identifier(&next.name, dialect),
        restated(table, next, server),
        place(table, &next.name, dialect)
    );
    altered(&table.name, &clauses, [next], server)
}

/// The definition with the column's own check. MariaDB keeps such a check, which bears the column's name, with the column, and MODIFY
/// drops it (measured on 10.11); MySQL makes it the table's.
pub(super) fn restated(table: &Table, next: &Column, server: &Server) -> String {
    let sql = definition(next, server);
    let own = match server.dialect {
        Dialect::MariaDb => table.checks.iter().find(|check| check.name.as_deref() == Some(&next.name)),
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => None,
    };
    own.map_or(sql.clone(), |check| format!("{sql} CHECK {}", parenthesised(&check.expression)))
}

/// Drops a check. MariaDB can drop a column's own check only by restating the column without it; since a table's check may bear the
/// column's name too, both are said.
pub(super) fn drop_check(
    table: &Table,
    check: &Check,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let name = named(check.name.as_deref(), "check", operation)?;
    let on = object(&table.name, dialect);
    let quoted = identifier(name, dialect);
    let column = match dialect {
        Dialect::MariaDb => table.column(name),
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => None,
    };
    let Some(column) = column else {
        return Ok(vec![Statement::new(format!("ALTER TABLE {on} DROP CONSTRAINT {quoted}"))]);
    };
    let clauses = format!("DROP CONSTRAINT IF EXISTS {quoted}, MODIFY COLUMN {}", definition(column, server));
    Ok(altered(&table.name, &clauses, [column], server))
}

/// A rename of `column`, and around it the drop and return of the checks that name it: MySQL refuses to rename the column of a check
/// (error 3959), MariaDB rewrites the check (measured on 10.11).
pub(super) fn around_checks(
    table: &Table,
    column: &str,
    to: &str,
    rename: Statement,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let checks: Vec<_> = match dialect {
        Dialect::MySql => table.checks.iter().filter(|check| names_in_sql(&check.expression, column)).collect(),
        Dialect::MariaDb | Dialect::Sqlite | Dialect::Postgres => Vec::new(),
    };
    let mut statements = Vec::with_capacity(1 + 2 * checks.len());
    for check in &checks {
        let name = identifier(named(check.name.as_deref(), "check", operation)?, dialect);
        let drop = format!("ALTER TABLE {} DROP CONSTRAINT {name}", object(&table.name, dialect));
        statements.push(Statement::new(drop));
    }
    statements.push(rename);
    statements.extend(checks.into_iter().map(|check| {
        let renamed = Check { expression: rename_in_sql(&check.expression, column, to, dialect), ..check.clone() };
        Statement::new(add(&table.name, &constraint::check(&renamed, dialect), dialect))
    }));
    Ok(statements)
}
