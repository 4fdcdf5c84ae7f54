//! SQLite, 3.35 or later: five questions to `sqlite_schema` and the pragmas, and the stored text of CREATE TABLE and CREATE INDEX for
//! what the pragmas leave out. Where text and pragmas disagree the text was misread, which is an error.
//!
//! What the text of a key says beyond its columns (DESC, COLLATE, ON CONFLICT) has no place in the vocabulary. It is kept whole in what
//! the table has beyond it, so that a rebuild writes it again.
//! Names of NOT NULL and DEFAULT constraints, MATCH, and ON CONFLICT behind a CHECK, which have no effect, are not read.

mod agree;
mod columns;
mod create;
mod indexes;
mod keys;
mod objects;

use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{Schema, Server, Version};
use sea_orm::ConnectionTrait;

use crate::{
    IntrospectError,
    reply::{Row, query},
};
use objects::Objects;

/// Reads the main database.
pub(crate) async fn read<C: ConnectionTrait>(connection: &C, server: &Server) -> Result<Schema, IntrospectError> {
    // pragma_table_list came with 3.37.0.
    let shadows = if server.version >= Version::new(3, 37, 0) {
        let rows = query(connection, "shadow tables", include_str!("shadows.sql")).await?;
        Some(rows.iter().map(|row| row.text("name")).collect::<Result<_, _>>()?)
    } else {
        None
    };
    let objects = query(connection, "tables and views", include_str!("objects.sql")).await?;
    let objects = Objects::read(&objects, shadows)?;
    let columns = by_table(query(connection, "columns", include_str!("columns.sql")).await?)?;
    let indexes = by_table(query(connection, "indexes", include_str!("indexes.sql")).await?)?;
    let foreign_keys = by_table(query(connection, "foreign keys", include_str!("foreign_keys.sql")).await?)?;
    let mut tables = BTreeMap::new();
    for (name, sql) in &objects.tables {
        let create = create::parse_table(sql).map_err(|reason| unreadable(name, &reason))?;
        let mut table = columns::table(name, &create, of(&columns, name))?;
        keys::add(&mut table, &create, of(&columns, name))?;
        indexes::add(&mut table, &objects, of(&indexes, name))?;
        agree::check(&table, &create, of(&columns, name), of(&indexes, name), of(&foreign_keys, name))?;
        tables.insert(table.name.clone(), table);
    }
    keys::resolve_targets(&mut tables);
    let views = objects.views();
    for (table, trigger) in objects.triggers {
        if let Some(table) = tables.get_mut(&table.as_str().into()) {
            table.triggers.push(trigger);
        }
    }
    Ok(Schema { tables, views, ..Schema::default() })
}

/// The rows of each table, in their order.
fn by_table(rows: Vec<Row>) -> Result<HashMap<String, Vec<Row>>, IntrospectError> {
    let mut map: HashMap<String, Vec<Row>> = HashMap::new();
    for row in rows {
        map.entry(row.text("table_name")?).or_default().push(row);
    }
    Ok(map)
}

fn of<'a>(map: &'a HashMap<String, Vec<Row>>, table: &str) -> &'a [Row] {
    map.get(table).map_or(&[], Vec::as_slice)
}

fn unreadable(object: &str, reason: &dyn std::fmt::Display) -> IntrospectError {
    IntrospectError::Unreadable { object: object.to_owned(), reason: reason.to_string() }
}
