//! PostgreSQL, 12 or later: eight questions to `pg_catalog`.
//!
//! What has no place in the vocabulary is read as what it is beyond it (`beyond.sql`): exclusion constraints, storage parameters, inheritance, row security,
//! `MATCH FULL`, `INCLUDE` of a constraint, an identity's sequence options and the like. Not read: tablespaces, what indexes have besides (storage parameters,
//! statistics targets, comments, the cluster mark), whether a trigger is on, trigger functions.

mod beyond;
mod columns;
mod constraints;
mod enums;
mod indexes;
mod relations;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use limbeck_schema::{Dialect, Enumeration, ObjectName, Schema, Server, Table, Trigger, View};
use sea_orm::ConnectionTrait;

use crate::{
    IntrospectError, Request,
    reply::{Row, query},
    sql_text,
};

/// Reads the default schema and those of the request.
pub(crate) async fn read<C: ConnectionTrait>(
    connection: &C,
    server: &Server,
    request: &Request,
) -> Result<Schema, IntrospectError> {
    let sql = |text| sql_text::with_schemas(text, schemas(server, request), Dialect::Postgres);
    let mut reading = Reading::new(&server.default_schema);
    for row in query(connection, "tables and views", sql(include_str!("relations.sql"))).await? {
        reading.add_relation(&row)?;
    }
    for row in query(connection, "enumerated types", include_str!("enums.sql")).await? {
        reading.add_label(&row)?;
    }
    for row in query(connection, "columns", sql(include_str!("columns.sql"))).await? {
        reading.add_column(&row)?;
    }
    reading.add_constraints(&query(connection, "constraints", sql(include_str!("constraints.sql"))).await?)?;
    reading.add_indexes(&query(connection, "indexes", sql(include_str!("indexes.sql"))).await?)?;
    for row in query(connection, "triggers", sql(include_str!("triggers.sql"))).await? {
        reading.add_trigger(&row)?;
    }
    for row in query(connection, "what tables have besides", sql(include_str!("beyond.sql"))).await? {
        reading.add_beyond(&row)?;
    }
    Ok(reading.finish(&schemas(server, request)))
}

/// The default schema and the requested ones, but for the server's own and those of temporary tables.
fn schemas<'a>(server: &'a Server, request: &'a Request) -> Vec<&'a str> {
    let requested = request.schemas.iter().map(String::as_str);
    let mut schemas = vec![server.default_schema.as_str()];
    schemas.extend(requested.filter(|name| !name.starts_with("pg_") && *name != "information_schema"));
    schemas
}

/// What has been read so far, by the catalog's ids.
struct Reading<'a> {
    default_schema: &'a str,
    tables: HashMap<i64, Table>,
    views: Vec<View>,
    enums: HashMap<i64, Enumeration>,
}

impl<'a> Reading<'a> {
    fn new(default_schema: &'a str) -> Self {
        Self { default_schema, tables: HashMap::new(), views: Vec::new(), enums: HashMap::new() }
    }

    fn name(&self, schema: String, name: String) -> ObjectName {
        ObjectName { schema: Some(schema).filter(|schema| schema != self.default_schema), name }
    }

    /// The table that a row belongs to; `None` for what is not read, an extension's table for one.
    fn table(&mut self, row: &Row) -> Result<Option<&mut Table>, IntrospectError> {
        Ok(self.tables.get_mut(&row.integer("relation")?))
    }

    fn add_trigger(&mut self, row: &Row) -> Result<(), IntrospectError> {
        if let Some(table) = self.table(row)? {
            table.triggers.push(Trigger { name: row.text("name")?, sql: row.text("definition")? });
        }
        Ok(())
    }

    /// The schema, with the types of the schemas that were read and those that a column uses.
    fn finish(self, schemas: &[&str]) -> Schema {
        let mut schema = Schema::default();
        for table in self.tables.into_values() {
            schema.insert(table);
        }
        for enumeration in self.enums.into_values() {
            let home = enumeration.name.schema.as_deref();
            if home.is_none_or(|home| schemas.contains(&home)) {
                schema.enums.insert(enumeration.name.clone(), enumeration);
            }
        }
        schema.views = self.views.into_iter().map(|view| (view.name.clone(), view)).collect();
        schema
    }
}
