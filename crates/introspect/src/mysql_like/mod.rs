//! What MySQL and MariaDB are asked alike: nine questions to `information_schema`. Where they answer differently is in their
//! [`Flavour`].
//!
//! Has no place in the vocabulary and is not read: partitions, system versioning of a table, row formats, invisible and ignored indexes,
//! comments of indexes, checks that are not enforced, definers. A trigger's text is that of `ACTION_STATEMENT`, in which MariaDB
//! halves the backslashes of strings (measured on 10.11). What the user has no right to see is not there either: triggers without
//! TRIGGER, the text of views without SHOW VIEW.

mod checks;
mod columns;
mod extra;
mod foreign_keys;
mod indexes;
mod relations;
pub(crate) mod strings;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use limbeck_schema::{ObjectName, Schema, Server, Table, View};
use sea_orm::ConnectionTrait;

pub(crate) use extra::Extra;

use crate::{
    IntrospectError, Request,
    reply::{Row, query},
    sql_text,
};

/// Where MySQL and MariaDB differ.
pub(crate) struct Flavour {
    /// The question for members of indexes.
    pub(crate) indexes: &'static str,
    /// The question for checks.
    pub(crate) checks: &'static str,
    /// `COLUMN_DEFAULT`, the column's type and its EXTRA as the SQL text of a default, for `raise_default`.
    pub(crate) default_sql: fn(&str, &str, &Extra) -> String,
    /// An expression of `information_schema` as SQL in which quotes in strings are doubled.
    pub(crate) expression: fn(&str) -> String,
    /// Undoes, once checks are read, what the server made of the statement.
    pub(crate) settle: fn(&mut Table),
}

/// Reads the default database and those of the request.
pub(crate) async fn read<C: ConnectionTrait>(
    connection: &C,
    server: &Server,
    request: &Request,
    flavour: &Flavour,
) -> Result<Schema, IntrospectError> {
    let schemas = schemas(server, request);
    let sql = |text| sql_text::with_schemas(text, schemas.iter().copied(), server.dialect);
    let mut reading = Reading::new(server, &schemas, flavour);
    for row in query(connection, "databases", sql(include_str!("schemata.sql"))).await? {
        reading.add_schema(&row)?;
    }
    for row in query(connection, "tables", sql(include_str!("relations.sql"))).await? {
        reading.add_relation(&row)?;
    }
    for row in query(connection, "columns", sql(include_str!("columns.sql"))).await? {
        reading.add_column(&row)?;
    }
    reading.add_indexes(&query(connection, "indexes", sql(flavour.indexes)).await?)?;
    let actions = query(connection, "actions of foreign keys", sql(include_str!("actions.sql"))).await?;
    let keys = query(connection, "foreign keys", sql(include_str!("keys.sql"))).await?;
    reading.add_foreign_keys(&keys, &actions)?;
    reading.add_checks(&query(connection, "checks", sql(flavour.checks)).await?)?;
    for row in query(connection, "triggers", sql(include_str!("triggers.sql"))).await? {
        reading.add_trigger(&row)?;
    }
    for row in query(connection, "views", sql(include_str!("views.sql"))).await? {
        reading.add_view(&row)?;
    }
    Ok(reading.finish())
}

/// The default database and the requested ones, but for the server's own.
fn schemas<'a>(server: &'a Server, request: &'a Request) -> Vec<&'a str> {
    const OWN: [&str; 4] = ["information_schema", "mysql", "performance_schema", "sys"];
    let requested = request.schemas.iter().map(String::as_str);
    let mut schemas = vec![server.default_schema.as_str()];
    schemas.extend(requested.filter(|name| !OWN.iter().any(|own| own.eq_ignore_ascii_case(name))));
    schemas
}

/// What has been read so far.
struct Reading<'a> {
    server: &'a Server,
    schemas: &'a [&'a str],
    flavour: &'a Flavour,
    /// The default collations of the databases.
    collations: HashMap<String, String>,
    tables: HashMap<ObjectName, Table>,
    /// The collation of each table, its database's or not.
    table_collations: HashMap<ObjectName, String>,
    views: Vec<View>,
}

impl<'a> Reading<'a> {
    fn new(server: &'a Server, schemas: &'a [&'a str], flavour: &'a Flavour) -> Self {
        Self {
            server,
            schemas,
            flavour,
            collations: HashMap::new(),
            tables: HashMap::new(),
            table_collations: HashMap::new(),
            views: Vec::new(),
        }
    }

    fn name(&self, schema: String, name: String) -> ObjectName {
        ObjectName { schema: Some(schema).filter(|schema| *schema != self.server.default_schema), name }
    }

    /// The name of the table that a row belongs to.
    fn table_name(&self, row: &Row) -> Result<ObjectName, IntrospectError> {
        Ok(self.name(row.text("schema_name")?, row.text("table_name")?))
    }

    /// The table that a row belongs to; `None` for a view or a sequence.
    fn table(&mut self, row: &Row) -> Result<Option<&mut Table>, IntrospectError> {
        let name = self.table_name(row)?;
        Ok(self.tables.get_mut(&name))
    }

    fn finish(mut self) -> Schema {
        for table in self.tables.values_mut() {
            indexes::fold_into_foreign_keys(table);
            (self.flavour.settle)(table);
        }
        Schema {
            tables: self.tables.into_iter().collect(),
            views: self.views.into_iter().map(|view| (view.name.clone(), view)).collect(),
            ..Schema::default()
        }
    }
}
