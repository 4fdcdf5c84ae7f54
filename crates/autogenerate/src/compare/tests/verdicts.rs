//! What a server says of texts that no comparison of texts can settle.

use limbeck_operations::replay_all;
use limbeck_schema::{Check, Dialect, Expression, Generated, IndexPart, Schema, Table};

use super::fixture::{Case, Found, index, schema, with_column, words};
use crate::{Comparison, ExpressionKind, Verdict, Verdicts};

type Change = fn(&mut Table);

/// What is asked about: its name, what it is for, one text, the other, what changes it.
struct Row {
    object: &'static str,
    kind: ExpressionKind,
    one: Change,
    other: Change,
    change: &'static [&'static str],
    dialects: &'static [Dialect],
}

const REWRITING: &[Dialect] = &[Dialect::Postgres, Dialect::MySql, Dialect::MariaDb];
const POSTGRES: &[Dialect] = &[Dialect::Postgres];
const MYSQL_LIKE: &[Dialect] = &[Dialect::MySql, Dialect::MariaDb];

fn filtered(table: &mut Table, filter: &str) {
    table.indexes.push(index(&["name"]));
    table.indexes[0].filter = Some(filter.to_owned());
}

fn computed(table: &mut Table, expression: &str) {
    let generated = Generated { expression: expression.to_owned(), stored: true };
    with_column(table, "weight", |column| column.generated = Some(generated));
}

fn defaulted(table: &mut Table, default: Expression) {
    with_column(table, "weight", |column| column.default = Some(default));
}

fn rows() -> [Row; 8] {
    [
        Row {
            object: "check ck of animals",
            kind: ExpressionKind::Check,
            one: |t| t.checks.push(Check::new("weight between f(1) and 2").named("ck")),
            other: |t| t.checks.push(Check::new("(g(weight) >= f(1))").named("ck")),
            change: &["drop_check animals.ck", "add_check animals.ck"],
            dialects: REWRITING,
        },
        Row {
            object: "index idx-animals-name of animals",
            kind: ExpressionKind::IndexFilter,
            one: |t| filtered(t, "weight in (f(1), 2)"),
            other: |t| filtered(t, "(weight = any(f(1)))"),
            change: &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"],
            dialects: REWRITING,
        },
        Row {
            object: "index idx-animals-name of animals",
            kind: ExpressionKind::IndexPart,
            one: |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].parts = vec![IndexPart::expression("f(name)")];
            },
            other: |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].parts = vec![IndexPart::expression("g(name)")];
            },
            change: &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"],
            dialects: REWRITING,
        },
        Row {
            object: "weight.generated of animals",
            kind: ExpressionKind::Generated("weight".into()),
            one: |t| computed(t, "f(1)"),
            other: |t| computed(t, "g(1)"),
            change: &["alter_column animals.weight generated"],
            dialects: REWRITING,
        },
        Row {
            object: "weight.default of animals",
            kind: ExpressionKind::Default("weight".into()),
            one: |t| defaulted(t, Expression::Sql("f(1)".into())),
            other: |t| defaulted(t, Expression::Sql("g(1)".into())),
            change: &["alter_column animals.weight default"],
            dialects: REWRITING,
        },
        Row {
            object: "weight.on_update of animals",
            kind: ExpressionKind::OnUpdate("weight".into()),
            one: |t| with_column(t, "weight", |c| c.on_update = Some(Expression::Sql("f(1)".into()))),
            other: |t| with_column(t, "weight", |c| c.on_update = Some(Expression::Sql("g(1)".into()))),
            change: &["alter_column animals.weight on_update"],
            dialects: MYSQL_LIKE,
        },
        Row {
            object: "check ck of animals",
            kind: ExpressionKind::Check,
            one: |t| t.checks.push(Check::new("weight::smallint > 0").named("ck")),
            other: |t| t.checks.push(Check::new("weight > 0").named("ck")),
            change: &["drop_check animals.ck", "add_check animals.ck"],
            dialects: POSTGRES,
        },
        Row {
            object: "weight.default of animals",
            kind: ExpressionKind::Default("weight".into()),
            one: |t| defaulted(t, Expression::Sql("now()::date".into())),
            other: |t| defaulted(t, Expression::Sql("date(now())".into())),
            change: &["alter_column animals.weight default"],
            dialects: POSTGRES,
        },
    ]
}

fn answered(case: &Case, verdict: &Verdict) -> Comparison {
    with_answers(case, verdict).compare()
}

fn with_answers(case: &Case, verdict: &Verdict) -> Case {
    let mut case = case.clone();
    let mut verdicts = Verdicts::default();
    for undecided in case.compare().undecided {
        verdicts.insert(&undecided, verdict.clone());
    }
    case.verdicts = verdicts;
    case
}

#[test]
fn a_baseline_is_in_the_words_of_the_entities_if_the_server_says_so() {
    for row in rows() {
        for dialect in row.dialects {
            let (wanted, actual) = (schema(row.one), schema(row.other));
            let case = Case::three(&wanted, &Schema::default(), &actual, *dialect);
            let same = with_answers(&case, &Verdict::Same).with(crate::baseline);
            assert_eq!(same.after, wanted, "{} on {dialect}", row.object);
            let different = with_answers(&case, &Verdict::Different).with(crate::baseline);
            assert_ne!(different.after, wanted, "{} on {dialect}", row.object);
        }
    }
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

/// The case as it is asked about, once, with the columns of the connected database.
fn assert_asked(case: &Case, row: &Row) {
    let comparison = case.compare();
    let [undecided] = comparison.undecided.as_slice() else { panic!("{}: {:?}", row.object, comparison.undecided) };
    assert_eq!((undecided.object.to_string().as_str(), &undecided.kind), (row.object, &row.kind));
    let columns: Vec<_> = undecided.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["id", "name", "weight", "owner_id"], "{}", row.object);
    for verdict in [Verdict::Same, Verdict::Different, Verdict::Unknown("it is asleep".into())] {
        assert_eq!(answered(case, &verdict).undecided, [], "{}: {verdict:?}", row.object);
    }
}

#[test]
fn what_the_server_keeps_is_what_is_recorded_if_it_says_so() {
    for row in rows() {
        for dialect in row.dialects {
            let (recorded, actual) = (schema(row.one), schema(row.other));
            let case = Case::three(&recorded, &recorded, &actual, *dialect);
            assert_asked(&case, &row);
            let found = |verdict| Found::from(&answered(&case, &verdict));
            assert_eq!(found(Verdict::Same), Found::default(), "{} on {dialect}", row.object);
            let drifted = Found { drifted: one(row.object), ..Found::default() };
            assert_eq!(found(Verdict::Different), drifted, "{} on {dialect}", row.object);
            let skipped = Found { skipped: one(row.object), ..Found::default() };
            assert_eq!(found(Verdict::Unknown("asleep".into())), skipped, "{} on {dialect}", row.object);
            assert_eq!(Found::from(&case.compare()), skipped, "{} on {dialect}, unasked", row.object);
            let reasons = answered(&case, &Verdict::Unknown("asleep".into())).skipped;
            assert_eq!(reasons[0].reason, "asleep");
        }
    }
}

#[test]
fn what_no_revision_made_is_taken_for_what_is_wanted_if_the_server_says_so() {
    for row in rows() {
        for dialect in row.dialects {
            let (wanted, actual) = (schema(row.one), schema(row.other));
            let case = Case::three(&wanted, &Schema::default(), &actual, *dialect);
            assert_asked(&case, &row);
            let unrecorded = vec!["table animals".to_owned(), "table owners".to_owned()];
            let same = answered(&case, &Verdict::Same);
            assert_eq!(
                Found::from(&same),
                Found { unrecorded: unrecorded.clone(), ..Found::default() },
                "{} on {dialect}",
                row.object
            );
            assert_eq!(same.before, wanted, "{} on {dialect}: the words are the entities'", row.object);
            let unknown = Found::from(&answered(&case, &Verdict::Unknown("asleep".into())));
            let expected = Found { unrecorded, skipped: one(row.object), ..Found::default() };
            assert_eq!(unknown, expected, "{} on {dialect}", row.object);

            let different = answered(&case, &Verdict::Different);
            assert_eq!(words(&different.upgrade()), row.change, "{} on {dialect}", row.object);
            assert_leads_there_and_back(&different, &wanted, *dialect, row.object);
        }
    }
}

#[test]
fn what_somebody_wrote_anew_is_no_change_if_the_server_says_so() {
    for row in rows() {
        for dialect in row.dialects {
            let (wanted, recorded) = (schema(row.one), schema(row.other));
            let case = Case::three(&wanted, &recorded, &recorded, *dialect);
            assert_asked(&case, &row);
            assert_eq!(Found::from(&answered(&case, &Verdict::Same)), Found::default(), "{} on {dialect}", row.object);
            for comparison in [
                answered(&case, &Verdict::Different),
                answered(&case, &Verdict::Unknown("asleep".into())),
                case.compare(),
                Case::of(&wanted, &recorded, &[*dialect]).compare(),
            ] {
                assert_eq!(words(&comparison.upgrade()), row.change, "{} on {dialect}", row.object);
                assert_leads_there_and_back(&comparison, &wanted, *dialect, row.object);
            }
        }
    }
}

fn assert_leads_there_and_back(comparison: &Comparison, wanted: &Schema, dialect: Dialect, object: &str) {
    let mut schema = comparison.before.clone();
    replay_all(&comparison.upgrade(), &mut schema, dialect).expect("an upgrade that fits");
    assert_eq!(&schema, wanted, "{object} on {dialect}: up");
    let downgrade = comparison.downgrade().expect("a downgrade");
    replay_all(&downgrade, &mut schema, dialect).expect("a downgrade that fits");
    assert_eq!(schema, comparison.before, "{object} on {dialect}: down");
}

/// PostgreSQL adds casts by itself: they are no difference, and somebody may have written them all the same.
#[test]
fn casts_that_the_server_may_have_added_are_asked_about_and_count_as_its_own() {
    type Text = (&'static str, fn(&mut Table, &str));
    let check: Text = ("check ck of animals", |t, sql| t.checks.push(Check::new(sql).named("ck")));
    let filter: Text = ("index idx-animals-name of animals", filtered);
    let generated: Text = ("weight.generated of animals", computed);
    let default: Text = ("weight.default of animals", |t, sql| defaulted(t, Expression::Sql(sql.to_owned())));
    let made = |(_, change): Text, sql: &str| schema(|table| change(table, sql));
    for what in [check, filter, generated, default] {
        let recorded = made(what, "id / 2 > f(1)");
        let actual = made(what, "((id)::numeric / (2)::numeric) > f(1)");
        let case = Case::three(&recorded, &recorded, &actual, Dialect::Postgres);
        let comparison = case.compare();
        assert_eq!(comparison.undecided.len(), 1, "{}", what.0);
        let unknown = answered(&case, &Verdict::Unknown("asleep".into()));
        for comparison in [comparison, answered(&case, &Verdict::Same), unknown] {
            assert_eq!(Found::from(&comparison), Found::default(), "{}", what.0);
        }
        let different = Found::from(&answered(&case, &Verdict::Different));
        assert_eq!(different, Found { drifted: one(what.0), ..Found::default() });
        // Whoever writes a cast means it.
        let changed = Case::of(&actual, &recorded, &[Dialect::Postgres]).compare();
        assert!(!changed.changes.is_empty(), "{}", what.0);
        let unrecorded = Case::three(&recorded, &Schema::default(), &actual, Dialect::Postgres);
        assert_eq!(words(&answered(&unrecorded, &Verdict::Same).upgrade()), Vec::<String>::new(), "{}", what.0);
        let different = answered(&unrecorded, &Verdict::Different);
        assert!(!different.changes.is_empty(), "{}", what.0);
        assert_leads_there_and_back(&different, &recorded, Dialect::Postgres, what.0);
    }
}

#[test]
fn nothing_is_asked_about_equal_texts_and_other_columns_and_of_who_keeps_what_is_written() {
    let check = |sql: &'static str| schema(|t| t.checks.push(Check::new(sql).named("ck")));
    let rows = [
        ("equal texts", Dialect::Postgres, "f(weight)", "f(weight)"),
        ("equal forms", Dialect::Postgres, "weight > 0 AND f(id)", "((weight > 0) AND f(id))"),
        ("equal forms", Dialect::MariaDb, "lower(name) = 'a'", "lcase(`name`) = 'a'"),
        ("other columns", Dialect::Postgres, "weight > f(1)", "owner_id > f(1)"),
        ("SQLite", Dialect::Sqlite, "f(weight)", "g(weight)"),
    ];
    for (what, dialect, one, other) in rows {
        let case = Case::three(&check(one), &check(one), &check(other), dialect);
        assert_eq!(case.compare().undecided, [], "{what}");
    }
    // Of a database that nobody is connected to nothing can be asked.
    let case = Case::of(&check("f(weight)"), &check("g(weight)"), &Dialect::ALL);
    assert_eq!(case.compare().undecided, []);
}

/// A verdict holds on the connected dialect only: elsewhere what was written anew is made anew, everywhere.
#[test]
fn a_verdict_counts_on_the_connected_dialect_only() {
    let check = |sql: &'static str| schema(|t| t.checks.push(Check::new(sql).named("ck")));
    let (wanted, recorded) = (check("f(weight)"), check("g(weight)"));
    let mut case = Case::of(&wanted, &recorded, &[Dialect::Postgres, Dialect::MariaDb]);
    case.actual = Some((Dialect::Postgres, recorded));
    let comparison = answered(&case, &Verdict::Same);
    assert_eq!(words(&comparison.upgrade()), ["drop_check animals.ck", "add_check animals.ck"]);
}

/// A server is asked about the columns as they are; where one changes its type, the text is judged by itself.
#[test]
fn a_text_over_a_column_that_changes_its_type_is_a_change() {
    let check = |sql: &'static str, column_type: limbeck_schema::ColumnType| {
        schema(|table| {
            table.checks.push(Check::new(sql).named("ck"));
            with_column(table, "weight", |column| column.column_type = column_type.clone());
        })
    };
    let recorded = check("g(weight)", limbeck_schema::ColumnType::Integer);
    let wanted = check("f(weight)", limbeck_schema::ColumnType::Text);
    let case = Case::three(&wanted, &recorded, &recorded, Dialect::Postgres);
    assert_eq!(case.compare().undecided, []);
}

/// Somebody gave a column by hand what its entity came to say, and the server wrote it anew.
#[test]
fn a_facet_by_hand_that_a_server_calls_the_wanted_one_is_written_and_is_no_drift() {
    let recorded = schema(|_| ());
    let wanted = schema(|t| defaulted(t, Expression::Sql("f(1)".into())));
    let actual = schema(|t| defaulted(t, Expression::Sql("g(1)".into())));
    for dialect in REWRITING {
        let case = Case::three(&wanted, &recorded, &actual, *dialect);
        for verdict in [Verdict::Same, Verdict::Different] {
            let comparison = answered(&case, &verdict);
            let found = Found::from(&comparison);
            assert_eq!(found.changes, ["alter_column animals.weight default"], "{verdict:?} on {dialect}");
            assert_eq!(found.drifted.len() + found.conflicts.len(), 0, "{verdict:?} on {dialect}: {found:?}");
            // Where it is another one, the way back leads to it.
            let mut back = wanted.clone();
            replay_all(&comparison.downgrade().expect("a downgrade"), &mut back, *dialect).expect("a way back");
            let expected = if verdict == Verdict::Same { &recorded } else { &actual };
            assert_eq!(back, *expected, "{verdict:?} on {dialect}");
        }
    }
}
