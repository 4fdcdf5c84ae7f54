//! The same entities on real servers: what SeaORM's own statements make there is what Limbeck reads from the source.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_comparing::{Sample, Statements};
use limbeck_entity::Entities;
use limbeck_introspect::{Request, schema, server};
use limbeck_oracle_2::GROUPS;
use limbeck_schema::{Dialect, ObjectName, Schema, reconcile};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{
    assert_none,
    refused::{ON_SERVERS, REFUSED},
    review,
};
use crate::oracle::{Held, differences_of};

#[test]
fn sqlite_has_what_limbeck_reads() {
    hold_against(Dialect::Sqlite);
}

#[test]
fn postgres_has_what_limbeck_reads() {
    hold_against(Dialect::Postgres);
}

#[test]
fn mariadb_has_what_limbeck_reads() {
    hold_against(Dialect::MariaDb);
}

fn hold_against(dialect: Dialect) {
    assert_none(&run(with_database(dialect, "oracle", problems)));
}

/// The schemas that entities state; only PostgreSQL keeps them inside of one database.
const SCHEMAS: [&str; 2] = ["archive", "warehouse"];

/// Those of PostgreSQL's own distribution that have types of the entities.
const EXTENSIONS: [&str; 2] = ["citext", "ltree"];

async fn problems(database: Database) -> Vec<String> {
    let dialect = database.dialect;
    let (made, refused) = make(&database).await;
    let mut problems = unreviewed(&refused, dialect);
    let mut entities = review().entities;
    let server = server(&database.connection).await.expect("a server that says what it is");
    let schemas = if dialect == Dialect::Postgres { SCHEMAS.map(str::to_owned).to_vec() } else { Vec::new() };
    let mut actual = schema(&database.connection, &server, &Request { schemas }).await.expect("a catalog that is read");
    keep_only(&mut entities, &made, &actual, dialect.is_mysql_like());
    reconcile(&mut actual, &entities.schema, dialect);
    keep_used(&mut actual);
    let held = Held { dialect, entities: &entities, actual: &actual };
    let found = differences_of(&held.compare(&entities.schema));
    let known = |line: &&String| ON_SERVERS.iter().any(|(of, text)| *of == dialect && line.contains(text));
    problems.extend(found.iter().filter(|line| !known(line)).cloned());
    let gone = |(of, text): &&(Dialect, &str)| *of == dialect && !found.iter().any(|line| line.contains(text));
    problems.extend(ON_SERVERS.iter().filter(gone).map(|(_, text)| format!("{text}: no difference any more")));
    problems
}

/// Runs SeaORM's statements until no table is made any more: the tables that are there, and those that the server refuses, with its words.
async fn make(database: &Database) -> (BTreeSet<ObjectName>, BTreeMap<ObjectName, String>) {
    let connection = &database.connection;
    if database.dialect == Dialect::Postgres {
        for schema in SCHEMAS {
            connection.execute_unprepared(&format!("CREATE SCHEMA {schema}")).await.expect("a schema");
        }
        for extension in EXTENSIONS {
            let sql = format!("CREATE EXTENSION {extension}");
            connection.execute_unprepared(&sql).await.expect("an extension of PostgreSQL's own");
        }
    }
    let samples = GROUPS.iter().flat_map(|group| group.samples);
    let mut waiting: Vec<&Sample> = samples.filter(|sample| sample.describe(database.dialect).is_some()).collect();
    let mut all = Statements::default();
    waiting.iter().for_each(|sample| (sample.statements)(&mut all, database.dialect));
    for sql in &all.types {
        connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("SeaORM's own {sql}: {error}"));
    }
    let (mut made, mut refused) = (BTreeSet::new(), BTreeMap::new());
    loop {
        let before = waiting.len();
        let mut left = Vec::new();
        for sample in waiting {
            let name = (sample.table)();
            if made.contains(&name) {
                continue;
            }
            match create(database, sample).await {
                Ok(()) => {
                    refused.remove(&name);
                    made.insert(name);
                }
                Err(error) => {
                    refused.insert(name, error);
                    left.push(sample);
                }
            }
        }
        if left.len() == before || left.is_empty() {
            return (made, refused);
        }
        waiting = left;
    }
}

/// Runs the statements of one entity.
async fn create(database: &Database, sample: &Sample) -> Result<(), String> {
    let mut statements = Statements::default();
    (sample.statements)(&mut statements, database.dialect);
    for sql in &statements.tables {
        let result = database.connection.execute_unprepared(sql).await;
        result.map_err(|error| format!("{error}: {sql}"))?;
    }
    for sql in &statements.indexes {
        let result = database.connection.execute_unprepared(sql).await;
        result.unwrap_or_else(|error| panic!("SeaORM's own {sql}: {error}"));
    }
    Ok(())
}

fn unreviewed(refused: &BTreeMap<ObjectName, String>, dialect: Dialect) -> Vec<String> {
    let reviewed: BTreeSet<_> =
        REFUSED.iter().filter(|(of, _)| *of == dialect).flat_map(|(_, tables)| *tables).copied().collect();
    let names: BTreeMap<_, _> = refused.iter().map(|(name, error)| (name.to_string(), error)).collect();
    let new = names.iter().filter(|(name, _)| !reviewed.contains(name.as_str()));
    let gone = reviewed.iter().filter(|name| !names.contains_key(**name));
    new.map(|(name, error)| format!("{name} is refused: {error}"))
        .chain(gone.map(|name| format!("{name} is not refused any more")))
        .collect()
}

/// Leaves the tables that were made; what could not be read of a column's type is not compared.
fn keep_only(entities: &mut Entities, made: &BTreeSet<ObjectName>, actual: &Schema, comments: bool) {
    entities.schema.tables.retain(|name, _| made.contains(name));
    keep_used(&mut entities.schema);
    if !comments {
        // SeaORM writes comments for MySQL and MariaDB only.
        for table in entities.schema.tables.values_mut() {
            table.comment = None;
            table.columns.iter_mut().for_each(|column| column.comment = None);
        }
    }
    for (table, column) in entities.opaque.keys() {
        let there = actual.table(table).and_then(|table| table.column(column));
        let read = entities.schema.tables.get_mut(table).and_then(|table| table.column_mut(column));
        if let (Some(there), Some(read)) = (there, read) {
            read.column_type = there.column_type.clone();
        }
    }
}

/// Leaves the enumerated types that columns have.
fn keep_used(schema: &mut Schema) {
    let columns = schema.tables.values().flat_map(|table| &table.columns);
    let used: BTreeSet<_> = columns
        .filter_map(|column| column.column_type.enumeration())
        .map(|enumeration| enumeration.name.clone())
        .collect();
    schema.enums.retain(|name, _| used.contains(name));
}
