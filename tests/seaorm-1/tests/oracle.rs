//! SeaORM 1 as oracle: of every entity, what SeaORM builds in memory is what Limbeck reads from the source by the rules of that
//! release, for each kind of server, property by property; and what differs in one property is reported, alone.

mod known;

use std::path::Path;

use limbeck_comparing::{Review, read_entities};
use limbeck_entity::Generation;
use limbeck_oracle_1::GROUPS;

use known::{ABSENT, KNOWN, OPAQUE};

#[test]
fn there_are_many_entities() {
    let count: usize = GROUPS.iter().map(|group| group.samples.len()).sum();
    assert!(count >= 120, "{count}");
}

#[test]
fn every_property_is_what_seaorm_builds() {
    assert_none(&review().differences());
}

#[test]
fn one_changed_property_is_reported_alone() {
    assert_none(&review().unreported());
}

#[test]
fn every_gap_was_reviewed() {
    assert_none(&review().gaps());
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn review() -> Review {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entities = read_entities(&source, Some(Generation::One)).unwrap_or_else(|error| panic!("{error}"));
    Review { groups: GROUPS, entities, known: KNOWN, absent: ABSENT, opaque: OPAQUE }
}
