//! Foreign keys and the indexes that they need.
//!
//! A foreign key needs an index that begins with its columns. Where there is none, the server makes one under the key's name, and drops
//! it in silence when another index can take its place; it refuses to drop the last one that can (error 1553, measured on 10.11).

use limbeck_schema::{ConstraintKind, Dialect, ForeignKey, Index, ObjectName, Server, Table, Unique, constraint_name};

use super::named;
use crate::{
    Operation,
    ddl::{
        DdlError, Statement, index,
        quote::{identifier, identifiers, object},
    },
    replay::Dropped,
};

/// What keeps an order of columns: the primary key, a unique constraint or an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order<'a> {
    Primary(&'a [String]),
    Unique(&'a Unique),
    Index(&'a Index),
}

impl Order<'_> {
    /// Whether it begins with the key's columns, in their order, whole and as they are.
    fn serves(self, key: &ForeignKey) -> bool {
        match self {
            Self::Primary(columns) => columns.starts_with(&key.columns),
            Self::Unique(unique) => unique.columns.starts_with(&key.columns),
            Self::Index(index) => {
                let tree = matches!(index.method.as_deref(), None | Some("btree" | "BTREE"));
                let begins = key.columns.iter().enumerate().all(|(at, column)| {
                    index
                        .parts
                        .get(at)
                        .is_some_and(|part| part.prefix.is_none() && part.target.column() == Some(column))
                });
                tree && begins
            }
        }
    }
}

fn orders(table: &Table) -> impl Iterator<Item = Order<'_>> {
    let primary = table.primary_key.as_ref().map(|key| Order::Primary(&key.columns));
    primary.into_iter().chain(table.uniques.iter().map(Order::Unique)).chain(table.indexes.iter().map(Order::Index))
}

/// The foreign keys that only `gone` serves, of which `instead` (the primary key after) serves none either.
pub(super) fn orphaned<'a>(table: &'a Table, gone: Order<'_>, instead: Option<Order<'_>>) -> Vec<&'a ForeignKey> {
    let mut orphaned: Vec<&ForeignKey> = Vec::new();
    for key in &table.foreign_keys {
        let served = orders(table).filter(|order| *order != gone).chain(instead).any(|order| order.serves(key));
        // One new index serves all keys of the same columns.
        let repeated = orphaned.iter().any(|other| other.columns.starts_with(&key.columns));
        if gone.serves(key) && !served && !repeated {
            orphaned.push(key);
        }
    }
    orphaned
}

/// `ADD INDEX` for a foreign key that is about to lose its own, under the name that the server would have chosen: the introspection
/// takes such an index for a part of the key.
pub(super) fn add_own_index(table: &ObjectName, key: &ForeignKey, server: &Server) -> String {
    let dialect = server.dialect;
    let columns = key.columns.iter().map(String::as_str);
    let usual = || constraint_name(ConstraintKind::ForeignKey, &table.name, columns);
    let name = key.name.clone().unwrap_or_else(usual);
    // It may be there from an earlier drop; MySQL has no such words.
    let unless = match dialect {
        Dialect::MariaDb => "IF NOT EXISTS ",
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => "",
    };
    format!("ADD INDEX {unless}{} ({})", identifier(&name, dialect), identifiers(&key.columns, dialect))
}

/// Drops an index or a unique constraint, which are one thing here. A foreign key that it alone serves gets an index of its own.
pub(super) fn drop_index(
    table: &Table,
    found: Dropped<&Index, &Unique>,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let (name, gone) = match found {
        Dropped::Index(found) => (found.name.as_str(), Order::Index(found)),
        Dropped::Unique(unique) => {
            (named(unique.name.as_deref(), "unique constraint", operation)?, Order::Unique(unique))
        }
    };
    let own = orphaned(table, gone, None);
    if own.is_empty() {
        return Ok(vec![Statement::new(index::drop(name, &table.name, dialect))]);
    }
    let drop = format!("DROP INDEX {}", identifier(name, dialect));
    let clauses: Vec<_> =
        std::iter::once(drop).chain(own.iter().map(|key| add_own_index(&table.name, key, server))).collect();
    Ok(vec![Statement::new(format!("ALTER TABLE {} {}", object(&table.name, dialect), clauses.join(", ")))])
}

/// Drops a foreign key, and the index that the server made for it, which would stay.
pub(super) fn drop(
    table: &Table,
    key: &ForeignKey,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let name = named(key.name.as_deref(), "foreign key", operation)?;
    let on = object(&table.name, dialect);
    let quoted = identifier(name, dialect);
    let mut statements = vec![Statement::new(format!("ALTER TABLE {on} DROP FOREIGN KEY {quoted}"))];
    if !has_own_index(table, key) {
        return Ok(statements);
    }
    let other = table.foreign_keys.iter().find(|other| *other != key && key.columns.starts_with(&other.columns));
    match (dialect, other) {
        // The other key lives on this one's index or on its own, only the server knows; it gets one of its own in any case.
        (Dialect::MariaDb, Some(other)) => {
            let add = add_own_index(&table.name, other, server);
            statements.push(Statement::new(format!("ALTER TABLE {on} {add}")));
            statements.push(Statement::new(format!("DROP INDEX IF EXISTS {quoted} ON {on}")));
        }
        (Dialect::MariaDb, None) => statements.push(Statement::new(format!("DROP INDEX IF EXISTS {quoted} ON {on}"))),
        (Dialect::MySql, None) => statements.push(Statement::new(format!("DROP INDEX {quoted} ON {on}"))),
        // Without IF EXISTS there is no telling; an index that is left over does no harm.
        (Dialect::MySql, Some(_)) | (Dialect::Sqlite | Dialect::Postgres, _) => {}
    }
    Ok(statements)
}

/// Whether the index under the key's name is the server's: nothing else serves the key, and no index of that name is known.
fn has_own_index(table: &Table, key: &ForeignKey) -> bool {
    let known = table.indexes.iter().any(|index| Some(&index.name) == key.name.as_ref());
    !known && !orders(table).any(|order| order.serves(key))
}
