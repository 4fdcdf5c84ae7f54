//! SeaORM as oracle: the schema that SeaORM makes of an entity, on a real server, is the one that Limbeck reads from its source.

mod entities;
mod hinted;
mod scale;
mod sources;
pub mod twins;

use std::{collections::BTreeMap, path::Path};

use limbeck_autogenerate::{Actual, Comparing, Comparison, Verdicts, compare};
use limbeck_entity::{Entities, Sources, read};
use limbeck_introspect::{Request, schema, server};
use limbeck_schema::{Dialect, Schema, reconcile};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use crate::{round::differences, sql::backend};
use entities::{SAMPLES, Sample};

#[test]
fn sqlite_has_what_limbeck_reads() {
    hold_all_against(Dialect::Sqlite);
}

#[test]
fn postgres_has_what_limbeck_reads() {
    hold_all_against(Dialect::Postgres);
}

#[test]
fn mariadb_has_what_limbeck_reads() {
    hold_all_against(Dialect::MariaDb);
}

fn hold_all_against(dialect: Dialect) {
    let mut problems = Vec::new();
    for sample in SAMPLES.iter().filter(|sample| sample.dialects.contains(&dialect)) {
        let found = run(with_database(dialect, sample.name, move |database| hold_against(database, sample)));
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", sample.name)));
    }
    assert!(problems.is_empty(), "on {dialect}\n{}", problems.join("\n"));
}

/// What is wrong with one sample: differences where there are none, twins that are not reported, or not alone.
async fn hold_against(database: Database, sample: &'static Sample) -> Vec<String> {
    for statement in (sample.statements)(backend(database.dialect)) {
        let sql = statement.to_string();
        database.connection.execute_raw(statement).await.unwrap_or_else(|error| panic!("SeaORM's own {sql}: {error}"));
    }
    let read =
        read(&Sources { paths: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(sample.source)], ..Sources::default() });
    let entities = match read {
        Ok(entities) => entities,
        Err(error) => return vec![error.to_string()],
    };
    let server = server(&database.connection).await.expect("a server that says what it is");
    let request = Request::default();
    let mut actual = schema(&database.connection, &server, &request).await.expect("a catalog that is read");
    reconcile(&mut actual, &entities.schema, database.dialect);
    let comparing = Held { dialect: database.dialect, entities: &entities, actual: &actual };
    let mut problems = differences_of(&comparing.compare(&entities.schema));
    if problems.is_empty() {
        problems.extend(twins::unreported(&comparing));
    }
    problems
}

/// A sample's entities, and what SeaORM made of them.
pub struct Held<'a> {
    pub dialect: Dialect,
    pub entities: &'a Entities,
    pub actual: &'a Schema,
}

impl Held<'_> {
    /// Compares the database with `wanted`; no revision has made anything.
    pub fn compare(&self, wanted: &Schema) -> Comparison {
        self.compare_with(wanted, Schema::default())
    }

    /// Compares the database with `wanted`; revisions have made what is `recorded`.
    pub fn compare_with(&self, wanted: &Schema, recorded: Schema) -> Comparison {
        let recorded = BTreeMap::from([(self.dialect, recorded)]);
        compare(&Comparing {
            wanted,
            ignored: &self.entities.ignored,
            opaque: &self.entities.opaque.keys().cloned().collect(),
            recorded: &recorded,
            actual: Some(Actual { dialect: self.dialect, schema: self.actual }),
            renames: &[],
            sqlite_types: limbeck_schema::SqliteTypes::Meaning,
            verdicts: Verdicts::none(),
            fills: const { &limbeck_autogenerate::Fills::new() },
            keep: &[],
            drop_unmanaged: false,
            set_aside: &|_| false,
            is_view: &|_| false,
        })
    }
}

/// All differences, but that no revision made what is there.
pub fn differences_of(comparison: &Comparison) -> Vec<String> {
    let mut comparison = comparison.clone();
    comparison.unrecorded.clear();
    differences(&comparison)
}
