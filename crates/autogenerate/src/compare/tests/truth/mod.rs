//! Every row of the truth table, for every kind of object and every facet of a column.

mod facets;
mod kinds;

use limbeck_schema::{AutoIncrement, Capabilities, Deferrable, Dialect, Expression, ReferentialAction, Table};

use super::fixture::{Case, Found, column, foreign_key, schema, with_column};
use crate::Label;
use kinds::{Kind, kinds};

fn changes(list: &[&str]) -> Found {
    Found {
        changes: list.iter().map(|text| (*text).to_owned()).collect(),
        labels: [Label::ModelChanged].into(),
        ..Found::default()
    }
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn every_row_holds_for_every_kind() {
    for kind in kinds() {
        let Kind { absent, x, changed, drifted, .. } = &kind;
        let conflict =
            Found { conflicts: texts(kind.conflict), labels: [Label::ChangedAndDrifted].into(), ..changes(kind.alter) };
        let missing = Found {
            labels: [kind.missing_label].into(),
            conflicts: texts(kind.missing),
            drifted: texts(kind.missing_too),
            ..conflict.clone()
        };
        let unmanaged = Found { unmanaged: texts(kind.objects), ..Found::default() };
        let rows = [
            ("x - -", x, absent, absent, changes(kind.create)),
            ("x - x", x, absent, x, Found { unrecorded: texts(kind.objects), ..Found::default() }),
            ("x' - x", changed, absent, x, Found { unrecorded: texts(kind.unrecorded), ..changes(kind.alter) }),
            ("x' x x", changed, x, x, changes(kind.alter)),
            ("- x x", absent, x, x, changes(kind.drop)),
            ("- x -", absent, x, absent, changes(kind.drop)),
            ("- x x'", absent, x, changed, changes(kind.drop)),
            ("x x -", x, x, absent, Found { drifted: texts(kind.objects), ..Found::default() }),
            ("x x x'", x, x, changed, Found { drifted: texts(kind.drift), ..Found::default() }),
            ("x' x x''", changed, x, drifted, conflict.clone()),
            ("x' x -", changed, x, absent, missing),
            ("x' x x'", changed, x, changed, Found { drifted: texts(kind.drift), ..changes(kind.alter) }),
            ("- - x", absent, absent, x, unmanaged),
            ("- - -", absent, absent, absent, Found::default()),
            ("x x x", x, x, x, Found::default()),
        ];
        for dialect in kind.dialects {
            for (row, wanted, recorded, actual, expected) in &rows {
                let found = Found::from(&Case::three(wanted, recorded, actual, *dialect).compare());
                assert_eq!(found, *expected, "{}: {row} on {dialect}", kind.what);
            }
        }
    }
}

/// No entity is without a primary key, and one that nobody asked for is no harm.
fn kinds_but_keys() -> impl Iterator<Item = Kind> {
    kinds().into_iter().filter(|kind| kind.what != "primary key")
}

#[test]
fn a_primary_key_that_nobody_asked_for_stays_and_is_named() {
    for kind in kinds().into_iter().filter(|kind| kind.what == "primary key") {
        for dialect in kind.dialects {
            let mut case = Case::three(&kind.absent, &kind.absent, &kind.x, *dialect);
            case.drop_unmanaged = true;
            let expected = Found { unmanaged: texts(kind.objects), ..Found::default() };
            assert_eq!(Found::from(&case.compare()), expected, "on {dialect}");
        }
    }
}

#[test]
fn a_facet_by_other_hands_is_what_the_downgrade_leads_back_to() {
    let with = |value: Option<i64>| {
        schema(|table| with_column(table, "weight", |column| column.default = value.map(Expression::Integer)))
    };
    let mut case = Case::three(&with(Some(2)), &with(None), &with(Some(1)), Dialect::Postgres);
    case.recorded.insert(Dialect::Sqlite, with(None));
    let comparison = case.compare();
    assert_eq!(super::fixture::words(&comparison.upgrade()), ["alter_column animals.weight default"]);
    let back = comparison.downgrade().expect("a way back");
    for (dialect, expected) in [(Dialect::Postgres, Some(Expression::Integer(1))), (Dialect::Sqlite, None)] {
        let mut after = with(Some(2));
        limbeck_operations::replay_all(&back, &mut after, dialect).expect("steps that fit");
        let weight = after.table(&"animals".into()).and_then(|table| table.column("weight")).expect("a column");
        assert_eq!(weight.default, expected, "on {dialect}");
    }
}

#[test]
fn a_drop_of_what_is_gone_hints_at_stamp() {
    for kind in kinds_but_keys() {
        for (actual, noted) in [(&kind.absent, true), (&kind.x, false)] {
            for dialect in kind.dialects {
                let comparison = Case::three(&kind.absent, &kind.x, actual, *dialect).compare();
                let hint =
                    comparison.changes.iter().any(|change| change.note.as_ref().is_some_and(|it| it.contains("stamp")));
                assert_eq!(hint, noted, "{} on {dialect}", kind.what);
            }
        }
    }
}

#[test]
fn what_is_unmanaged_goes_only_on_demand() {
    for kind in kinds_but_keys() {
        for dialect in kind.dialects {
            let mut case = Case::three(&kind.absent, &kind.absent, &kind.x, *dialect);
            case.drop_unmanaged = true;
            let has_types = Capabilities::of(*dialect).enum_types;
            let drop: Vec<_> =
                kind.drop.iter().copied().filter(|step| has_types || !step.starts_with("drop_enum")).collect();
            let expected = Found { labels: [Label::Unmanaged].into(), ..changes(&drop) };
            let comparison = case.compare();
            assert_eq!(Found::from(&comparison), expected, "{} on {dialect}", kind.what);
            assert!(comparison.upgrade().iter().all(|step| step.unless_done), "{} on {dialect}", kind.what);
        }
    }
}

#[test]
fn a_drift_shows_both_sides_and_a_conflict_all_three() {
    let kinds = kinds();
    let Some(column) = kinds.iter().find(|kind| kind.what == "column") else { panic!("there is no such kind") };
    let drift = &Case::three(&column.x, &column.x, &column.drifted, Dialect::Postgres).compare().drifted[0];
    assert_eq!(drift.label(), Label::Drifted);
    assert_eq!(drift.recorded.as_deref(), Some("character varying(1)"));
    assert_eq!(drift.actual.as_deref(), Some("character varying(3)"));
    assert_eq!(drift.hint, None);
    let conflict = &Case::three(&column.changed, &column.x, &column.drifted, Dialect::Postgres).compare().conflicts[0];
    assert_eq!(conflict.label(), Label::ChangedAndDrifted);
    assert_eq!(conflict.wanted.as_deref(), Some("character varying(2)"));
    assert_eq!(conflict.recorded.as_deref(), Some("character varying(1)"));
    assert_eq!(conflict.actual.as_deref(), Some("character varying(3)"));
    let already = &Case::three(&column.changed, &column.x, &column.changed, Dialect::Postgres).compare().drifted[0];
    assert!(already.hint.as_ref().is_some_and(|hint| hint.contains("stamp")), "{already:?}");
}

#[test]
fn each_facet_of_a_column_is_its_own_row() {
    let with = |length, default: i64| {
        schema(|table| {
            with_column(table, "name", |it| it.column_type = limbeck_schema::ColumnType::string_len(length));
            with_column(table, "weight", |it| it.default = Some(default.into()));
        })
    };
    let found = Found::from(&Case::three(&with(80, 1), &with(64, 1), &with(64, 2), Dialect::Postgres).compare());
    let expected = Found { drifted: one("weight.default of animals"), ..changes(&["alter_column animals.name type"]) };
    assert_eq!(found, expected);
}

#[test]
fn a_primary_key_drifts_and_conflicts() {
    let with = |columns: &[&str]| {
        schema(|table| table.primary_key = Some(limbeck_schema::PrimaryKey::new(columns.iter().copied())))
    };
    let (x, changed, other) = (with(&["id"]), with(&["id", "weight"]), with(&["weight"]));
    for (row, wanted, recorded, actual, expected) in [
        ("x x x'", &x, &x, &changed, Found { drifted: one("primary key id of animals"), ..Found::default() }),
        ("x' x x", &changed, &x, &x, changes(&["alter_primary_key animals.pk-animals"])),
        (
            "x' x x''",
            &changed,
            &x,
            &other,
            Found {
                conflicts: one("primary key id of animals"),
                labels: [Label::ChangedAndDrifted].into(),
                ..changes(&["alter_primary_key animals.pk-animals"])
            },
        ),
    ] {
        let found = Found::from(&Case::three(wanted, recorded, actual, Dialect::Postgres).compare());
        assert_eq!(found, expected, "{row}");
    }
}

#[test]
fn an_enum_drifts_and_conflicts_on_both_kinds_of_servers() {
    use limbeck_schema::{ColumnType, Enumeration};
    let with = |name: &str, labels: &[&str]| {
        let mood = ColumnType::Enum(Enumeration::new(name, labels.iter().copied()));
        let mut schema = schema(|table| table.columns.push(column("mood", mood)));
        schema.enums.retain(|name, _| !name.name.is_empty());
        schema
    };
    let (x, changed) = (with("mood", &["a"]), with("mood", &["a", "b"]));
    let read = |dialect, labels: &[&str]| with(if dialect == Dialect::Postgres { "mood" } else { "" }, labels);
    for dialect in [Dialect::Postgres, Dialect::MariaDb, Dialect::MySql] {
        let object = if dialect == Dialect::Postgres { "enum mood" } else { "mood.type of animals" };
        for (row, wanted, recorded, actual, expected) in [
            ("x x x", &x, &x, &read(dialect, &["a"]), Found::default()),
            ("x' x x", &changed, &x, &read(dialect, &["a"]), changes(&["alter_enum mood"])),
            ("x x x'", &x, &x, &read(dialect, &["a", "c"]), Found { drifted: one(object), ..Found::default() }),
            (
                "x' x x'",
                &changed,
                &x,
                &read(dialect, &["a", "b"]),
                Found { drifted: one(object), ..changes(&["alter_enum mood"]) },
            ),
            (
                "x' x x''",
                &changed,
                &x,
                &read(dialect, &["a", "c"]),
                Found {
                    conflicts: one("enum mood"),
                    labels: [Label::ChangedAndDrifted].into(),
                    ..changes(&["alter_enum mood"])
                },
            ),
        ] {
            let found = Found::from(&Case::three(wanted, recorded, actual, dialect).compare());
            assert_eq!(found, expected, "{row} on {dialect}");
        }
    }
}

#[test]
fn what_a_revision_and_the_entity_leave_open_is_unsaid_in_the_database() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change); 6] = [
        ("weight.default of animals", |t| with_column(t, "weight", |c| c.default = Some(Expression::Integer(1)))),
        ("name.comment of animals", |t| with_column(t, "name", |c| c.comment = Some("c".into()))),
        ("name.collation of animals", |t| with_column(t, "name", |c| c.collation = Some("C".into()))),
        ("comment comment of animals", |t| t.comment = Some("c".into())),
        ("foreign key fk-animals-owner_id of animals", |t| {
            t.foreign_keys[0].on_delete = Some(ReferentialAction::Cascade);
        }),
        ("foreign key fk-animals-owner_id of animals", |t| {
            t.foreign_keys[0].deferrable = Some(Deferrable::InitiallyDeferred);
        }),
    ];
    let plain = |table: &mut Table| table.foreign_keys.push(foreign_key());
    for (object, change) in rows {
        let actual = schema(|table| {
            plain(table);
            change(table);
        });
        let found = Found::from(&Case::three(&schema(plain), &schema(plain), &actual, Dialect::Postgres).compare());
        assert_eq!(found, Found { unsaid: one(object), ..Found::default() }, "{object}");
    }
}

#[test]
fn a_facet_that_is_always_said_drifts() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change); 3] = [
        ("weight.nullable of animals", |t| with_column(t, "weight", |c| c.nullable = true)),
        ("weight.type of animals", |t| {
            with_column(t, "weight", |c| c.column_type = limbeck_schema::ColumnType::BigInteger);
        }),
        ("id.auto_increment of animals", |t| {
            with_column(t, "id", |c| c.auto_increment = Some(AutoIncrement::ByDefault));
        }),
    ];
    for (object, change) in rows {
        let found =
            Found::from(&Case::three(&schema(|_| ()), &schema(|_| ()), &schema(change), Dialect::Postgres).compare());
        assert_eq!(found, Found { drifted: one(object), ..Found::default() }, "{object}");
    }
}
