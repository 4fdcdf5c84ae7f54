use std::collections::{BTreeMap, BTreeSet};

use limbeck::{History, Settings};
use limbeck_autogenerate::{Actual, Comparing, Comparison, Verdicts};
use limbeck_entity::Entities;
use limbeck_introspect::{schema, server};
use limbeck_prove::compare_with_verdicts;
use limbeck_schema::{Dialect, Schema, reconcile_to_the_cast};
use limbeck_tests::Database;

use super::catalog::{is_history, request};

/// Asserts that the database, what is recorded and the entities are the same; without entities, that the database is what is recorded.
pub async fn nothing(database: &Database, wanted: Option<&Entities>, declared: &[Dialect], when: &str) {
    let (connection, dialect) = (&database.connection, database.dialect);
    let history = History::load(connection, dialect, &Settings::default()).await.expect("a history that is read");
    let recorded: BTreeMap<Dialect, Schema> = declared
        .iter()
        .map(|dialect| (*dialect, limbeck::recorded(history.as_ref(), *dialect).expect("what is recorded")))
        .collect();
    let server = server(connection).await.expect("a server that says what it is");
    let mut actual = schema(connection, &server, &request(database)).await.expect("a catalog that is read");
    reconcile_to_the_cast(&mut actual, &recorded[&dialect], dialect);
    let of_this = BTreeMap::from([(dialect, recorded[&dialect].clone())]);
    let none = BTreeSet::new();
    let opaque = wanted.map_or_else(BTreeSet::new, |wanted| wanted.opaque.keys().cloned().collect());
    let input = Comparing {
        wanted: wanted.map_or(&recorded[&dialect], |wanted| &wanted.schema),
        ignored: wanted.map_or(&none, |wanted| &wanted.ignored),
        opaque: &opaque,
        // What is recorded on the others can differ where a list has steps for one dialect only.
        recorded: if wanted.is_some() { &recorded } else { &of_this },
        actual: Some(Actual { dialect, schema: &actual }),
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills: const { &limbeck_autogenerate::Fills::new() },
        keep: &[],
        drop_unmanaged: false,
        set_aside: &is_history,
        is_view: &|_| false,
    };
    let (comparison, _) = compare_with_verdicts(connection, &server, &input).await;
    let differences = differences(&comparison);
    assert!(differences.is_empty(), "{when}, comparing should find nothing, and finds\n{}", differences.join("\n"));
}

/// Everything that is not as it should be, in words.
pub fn differences(comparison: &Comparison) -> Vec<String> {
    let Comparison { changes, drifted, conflicts, unmanaged, unrecorded, skipped, questions, .. } = comparison;
    let mut lines: Vec<_> =
        changes.iter().map(|change| format!("{}: {:?}", change.label, change.step.operation)).collect();
    lines.extend(drifted.iter().map(|drift| format!("{drift:?}")));
    lines.extend(conflicts.iter().map(|conflict| format!("{conflict:?}")));
    lines.extend(unmanaged.iter().map(|noted| format!("unmanaged: {noted}")));
    lines.extend(unrecorded.iter().map(|noted| format!("unrecorded: {noted}")));
    lines.extend(skipped.iter().map(|skipped| format!("skipped: {}: {}", skipped.object, skipped.reason)));
    lines.extend(questions.iter().map(|question| format!("{question:?}")));
    lines
}
