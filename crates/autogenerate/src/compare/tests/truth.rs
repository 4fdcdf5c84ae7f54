//! Every row of the truth table, for every kind of object.

use limbeck_schema::{
    AutoIncrement, Check, Deferrable, Dialect, Expression, ForeignKey, IndexPart, ReferentialAction, Schema, Table,
    Unique,
};

use super::fixture::{Case, Found, column, foreign_key, index, owners, schema, unique, with_column};
use crate::Label;

/// A kind of object in four states: not there, x, x' and x''. All four are states of one schema.
struct Kind {
    what: &'static str,
    absent: Schema,
    x: Schema,
    /// How the entities have it after a change.
    changed: Schema,
    /// How somebody made it by hand.
    drifted: Schema,
    /// What is written to make x, to drop it, and to change it to x'.
    create: &'static [&'static str],
    drop: &'static [&'static str],
    alter: &'static [&'static str],
    /// The object and, where only a facet changes, the facet.
    object: &'static str,
    facet: &'static str,
}

/// `change` done to `animals` in the three states where the object is there.
fn kind(
    what: &'static str,
    x: impl Fn(&mut Table),
    changed: impl Fn(&mut Table),
    drifted: impl Fn(&mut Table),
) -> Kind {
    Kind {
        what,
        absent: schema(|_| ()),
        x: schema(x),
        changed: schema(changed),
        drifted: schema(drifted),
        create: &[],
        drop: &[],
        alter: &[],
        object: "",
        facet: "",
    }
}

fn kinds() -> Vec<Kind> {
    let age = |length| column("age", limbeck_schema::ColumnType::string_len(length));
    let deferrable = |deferrable| Unique { deferrable, ..unique(&["name"]) };
    let acting = |action| ForeignKey { on_delete: action, ..foreign_key() };
    let named = |parts: Vec<IndexPart>| {
        let mut index = index(&["name"]);
        index.parts = parts;
        index
    };
    let check = |sql: &str| Check::new(sql).named("ck");
    let descending = || IndexPart::column("name").descending();
    vec![
        Kind {
            create: &["add_column animals.age"],
            drop: &["drop_column animals.age"],
            alter: &["alter_column animals.age type"],
            object: "column age of animals",
            facet: "age.type of animals",
            ..kind("column", |t| t.columns.push(age(1)), |t| t.columns.push(age(2)), |t| t.columns.push(age(3)))
        },
        Kind {
            create: &["create_index animals.idx-animals-name"],
            drop: &["drop_index animals.idx-animals-name"],
            alter: &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"],
            object: "index idx-animals-name of animals",
            facet: "index idx-animals-name of animals",
            ..kind(
                "index",
                |t| t.indexes.push(named(vec!["name".into()])),
                |t| t.indexes.push(named(vec!["name".into(), "weight".into()])),
                |t| t.indexes.push(named(vec![descending()])),
            )
        },
        Kind {
            create: &["add_unique animals.uq-animals-name"],
            drop: &["drop_unique animals.uq-animals-name"],
            alter: &["drop_unique animals.uq-animals-name", "add_unique animals.uq-animals-name"],
            object: "unique uq-animals-name of animals",
            facet: "unique uq-animals-name of animals",
            ..kind(
                "unique",
                |t| t.uniques.push(unique(&["name"])),
                |t| t.uniques.push(deferrable(Some(Deferrable::InitiallyImmediate))),
                |t| t.uniques.push(deferrable(Some(Deferrable::InitiallyDeferred))),
            )
        },
        Kind {
            create: &["add_foreign_key animals.fk-animals-owner_id"],
            drop: &["drop_foreign_key animals.fk-animals-owner_id"],
            alter: &["drop_foreign_key animals.fk-animals-owner_id", "add_foreign_key animals.fk-animals-owner_id"],
            object: "foreign key fk-animals-owner_id of animals",
            facet: "foreign key fk-animals-owner_id of animals",
            ..kind(
                "foreign key",
                |t| t.foreign_keys.push(acting(Some(ReferentialAction::SetNull))),
                |t| t.foreign_keys.push(acting(Some(ReferentialAction::Cascade))),
                |t| t.foreign_keys.push(acting(Some(ReferentialAction::Restrict))),
            )
        },
        Kind {
            create: &["add_check animals.ck"],
            drop: &["drop_check animals.ck"],
            alter: &["drop_check animals.ck", "add_check animals.ck"],
            object: "check ck of animals",
            facet: "check ck of animals",
            ..kind(
                "check",
                |t| t.checks.push(check("weight > 0")),
                |t| t.checks.push(check("weight > 1")),
                |t| t.checks.push(check("weight > 2")),
            )
        },
        table_kind(),
    ]
}

/// A table's own x' is that of its columns.
fn table_kind() -> Kind {
    let with = |length: Option<u32>| {
        let mut schema = schema(|_| ());
        if let Some(length) = length {
            let mut cages = owners();
            cages.name = "cages".into();
            cages.columns.push(column("label", limbeck_schema::ColumnType::string_len(length)));
            schema.insert(cages);
        }
        schema
    };
    Kind {
        what: "table",
        absent: with(None),
        x: with(Some(1)),
        changed: with(Some(2)),
        drifted: with(Some(3)),
        create: &["create_table cages"],
        drop: &["drop_table cages"],
        alter: &["alter_column cages.label type"],
        object: "table cages",
        facet: "label.type of cages",
    }
}

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

/// On SQLite checks come back as they were written, on PostgreSQL the rest has all its facets.
fn dialect_of(kind: &Kind) -> Dialect {
    if kind.what == "check" { Dialect::Sqlite } else { Dialect::Postgres }
}

#[test]
fn every_row_holds_for_every_kind() {
    for kind in kinds() {
        let Kind { absent, x, changed, drifted, .. } = &kind;
        let is_table = kind.what == "table";
        let conflict =
            Found { conflicts: one(kind.facet), labels: [Label::ChangedAndDrifted].into(), ..changes(kind.alter) };
        let missing = if is_table || kind.what == "column" {
            Found { conflicts: one(kind.object), ..conflict.clone() }
        } else {
            conflict.clone()
        };
        // An adopted table is unrecorded, also if a column of it changes.
        let unrecorded = if is_table { one(kind.object) } else { Vec::new() };
        let rows = [
            ("x - -", x, absent, absent, changes(kind.create)),
            ("x - x", x, absent, x, Found { unrecorded: one(kind.object), ..Found::default() }),
            ("x' - x", changed, absent, x, Found { unrecorded, ..changes(kind.alter) }),
            ("x' x x", changed, x, x, changes(kind.alter)),
            ("- x x", absent, x, x, changes(kind.drop)),
            ("- x -", absent, x, absent, changes(kind.drop)),
            ("x x -", x, x, absent, Found { drifted: one(kind.object), ..Found::default() }),
            ("x x x'", x, x, changed, Found { drifted: one(kind.facet), ..Found::default() }),
            ("x' x x''", changed, x, drifted, conflict.clone()),
            ("x' x -", changed, x, absent, missing),
            ("x' x x'", changed, x, changed, Found { drifted: one(kind.facet), ..changes(kind.alter) }),
            ("- - x", absent, absent, x, Found { unmanaged: one(kind.object), ..Found::default() }),
            ("x x x", x, x, x, Found::default()),
        ];
        for (row, wanted, recorded, actual, expected) in rows {
            let found = Found::from(&Case::three(wanted, recorded, actual, dialect_of(&kind)).compare());
            assert_eq!(found, expected, "{}: {row}", kind.what);
        }
    }
}

#[test]
fn a_drop_of_what_is_gone_hints_at_stamp() {
    for kind in kinds() {
        for (actual, noted) in [(&kind.absent, true), (&kind.x, false)] {
            let comparison = Case::three(&kind.absent, &kind.x, actual, dialect_of(&kind)).compare();
            let hint =
                comparison.changes.iter().any(|change| change.note.as_ref().is_some_and(|it| it.contains("stamp")));
            assert_eq!(hint, noted, "{}", kind.what);
        }
    }
}

#[test]
fn what_is_unmanaged_goes_only_on_demand() {
    for kind in kinds() {
        let mut case = Case::three(&kind.absent, &kind.absent, &kind.x, dialect_of(&kind));
        case.drop_unmanaged = true;
        let expected = Found { labels: [Label::Unmanaged].into(), ..changes(kind.drop) };
        assert_eq!(Found::from(&case.compare()), expected, "{}", kind.what);
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
