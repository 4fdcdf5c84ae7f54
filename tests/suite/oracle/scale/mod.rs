//! SeaORM 2 as oracle, at scale: of every entity of its crate, what SeaORM builds in memory is what Limbeck reads from the source, for
//! each kind of server, property by property; and what differs in one property is reported, alone.

mod known;

use std::{collections::BTreeSet, path::Path};

use limbeck_comparing::{Described, differences, unreported, unreviewed};
use limbeck_entity::{Entities, ReadError, Severity, Sources, read};
use limbeck_oracle_2::GROUPS;
use limbeck_schema::{Dialect, ObjectName};

use known::{ABSENT, KNOWN, OPAQUE};

const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MySql];

#[test]
fn there_are_many_entities() {
    let count: usize = GROUPS.iter().map(|group| group.samples.len()).sum();
    assert!(count >= 120, "{count}");
}

#[test]
fn every_property_is_what_seaorm_builds() {
    let entities = entities();
    let found: Vec<_> = DIALECTS
        .into_iter()
        .flat_map(|dialect| {
            let (described, absent) = described(dialect);
            differences(&described, &absent, &entities, dialect)
        })
        .collect();
    let problems = unreviewed(&found, KNOWN);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn one_changed_property_is_reported_alone() {
    let entities = entities();
    for dialect in DIALECTS {
        let (described, absent) = described(dialect);
        let problems = unreported(&described, &absent, &entities, dialect);
        assert!(problems.is_empty(), "on {dialect}\n{}", problems.join("\n"));
    }
}

#[test]
fn only_reviewed_types_are_not_read() {
    let opaque: Vec<_> = entities().opaque.into_keys().map(|(table, column)| (table.to_string(), column)).collect();
    let reviewed: Vec<_> = OPAQUE.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(opaque, reviewed);
}

#[test]
fn seaorm_panics_only_where_it_was_reviewed() {
    for (dialect, reviewed) in ABSENT {
        let absent: Vec<_> = described(*dialect).1.iter().map(ToString::to_string).collect();
        assert_eq!(absent, *reviewed, "{dialect}");
    }
}

fn entities() -> Entities {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("seaorm-2/src");
    read(&Sources { paths: vec![source], ..Sources::default() }).unwrap_or_else(|error| panic!("{}", errors(error)))
}

/// The errors, without the warnings.
fn errors(error: ReadError) -> String {
    match error {
        ReadError::Problems(mut problems) => {
            problems.retain(|problem| problem.severity == Severity::Error);
            ReadError::Problems(problems).to_string()
        }
        other => other.to_string(),
    }
}

/// What SeaORM builds, and the tables that it cannot build on this dialect.
fn described(dialect: Dialect) -> (Vec<Described>, BTreeSet<ObjectName>) {
    let (mut all, mut absent) = (Vec::new(), BTreeSet::new());
    for sample in GROUPS.iter().flat_map(|group| group.samples) {
        match sample.describe(dialect) {
            Ok(described) => all.push(described),
            Err(_) => drop(absent.insert(sample.table())),
        }
    }
    (all, absent)
}
