//! What is left alone: kept objects, ignored columns, what nobody can decide.

use limbeck_schema::{
    Check, ColumnType, Dialect, Enumeration, Expression, Generated, Index, ObjectName, ReferentialAction, Schema, Table,
};

use super::fixture::{Case, Found, column, foreign_key, index, owners, schema, unique, with_column, words};

type Change = fn(&mut Table);

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

#[test]
fn what_is_kept_stays() {
    let rows: [(&str, &str, Change); 5] = [
        ("column age of animals", "drop_column animals.age", |t| {
            t.columns.push(column("age", ColumnType::Integer));
            with_column(t, "age", |column| column.keep = true);
        }),
        ("index idx-animals-name of animals", "drop_index animals.idx-animals-name", |t| {
            t.indexes.push(index(&["name"]));
            t.indexes[0].keep = true;
        }),
        ("unique uq-animals-name of animals", "drop_unique animals.uq-animals-name", |t| {
            t.uniques.push(unique(&["name"]).keep());
        }),
        ("foreign key fk-animals-owner_id of animals", "drop_foreign_key animals.fk-animals-owner_id", |t| {
            t.foreign_keys.push(foreign_key().keep());
        }),
        ("check ck of animals", "drop_check animals.ck", |t| {
            t.checks.push(Check::new("weight > 0").named("ck").keep())
        }),
    ];
    for (object, drop, change) in rows {
        let recorded = schema(change);
        let kept = Case::three(&schema(|_| ()), &recorded, &recorded, Dialect::Postgres).compare();
        assert_eq!(Found::from(&kept), Found { unsaid: one(object), ..Found::default() }, "{object}");
        let mut plain = recorded;
        for table in plain.tables.values_mut() {
            table.columns.iter_mut().for_each(|column| column.keep = false);
            table.indexes.iter_mut().for_each(|index| index.keep = false);
            table.uniques.iter_mut().for_each(|unique| unique.keep = false);
            table.foreign_keys.iter_mut().for_each(|key| key.keep = false);
            table.checks.iter_mut().for_each(|check| check.keep = false);
        }
        let dropped = Case::of(&schema(|_| ()), &plain, &[Dialect::Postgres]).compare();
        assert_eq!(words(&dropped.upgrade()), [drop], "{object}");
    }
}

#[test]
fn kept_tables_and_types_stay() {
    let mut recorded = schema(|_| ());
    let mut cages = owners();
    cages.name = "cages".into();
    cages.keep = true;
    recorded.insert(cages);
    recorded.enums.insert("mood".into(), Enumeration::new("mood", ["a"]));
    recorded.kept_enums.insert("mood".into());
    for dialect in Dialect::ALL {
        let found = Found::from(&Case::of(&schema(|_| ()), &recorded, &[dialect]).compare());
        let unsaid = vec!["enum mood".to_owned(), "table cages".to_owned()];
        assert_eq!(found, Found { unsaid, ..Found::default() }, "{dialect}");
    }
}

#[test]
fn what_is_kept_goes_with_what_it_stands_on() {
    let recorded = schema(|table| {
        table.columns.push(column("age", ColumnType::Integer));
        table.indexes.push(index(&["age"]));
        table.indexes[0].keep = true;
        table.checks.push(Check::new("age > 0").named("ck").keep());
        table.foreign_keys.push(foreign_key().keep());
    });
    let mut wanted = schema(|_| ());
    wanted.tables.remove(&ObjectName::bare("owners"));
    let comparison = Case::of(&wanted, &recorded, &[Dialect::Postgres]).compare();
    assert_eq!(
        words(&comparison.upgrade()),
        [
            "drop_foreign_key animals.fk-animals-owner_id",
            "drop_check animals.ck",
            "drop_index animals.idx-animals-age",
            "drop_column animals.age",
            "drop_table owners",
        ]
    );
}

#[test]
fn an_ignored_field_shields_its_column() {
    let with = schema(|table| table.columns.push(column("secret", ColumnType::Text)));
    let without = schema(|_| ());
    for (what, recorded) in [("recorded", &with), ("only in the database", &without)] {
        let mut case = Case::three(&without, recorded, &with, Dialect::Postgres);
        case.ignored = [(ObjectName::bare("animals"), "secret".to_owned())].into();
        case.drop_unmanaged = true;
        let expected = Found { unsaid: one("column secret of animals"), ..Found::default() };
        assert_eq!(Found::from(&case.compare()), expected, "{what}");
    }
}

#[test]
fn an_ignored_column_keeps_its_index() {
    let actual = schema(|table| {
        table.columns.push(column("secret", ColumnType::Text));
        table.indexes.push(index(&["secret"]));
    });
    let mut case = Case::three(&schema(|_| ()), &schema(|_| ()), &actual, Dialect::Postgres);
    case.ignored = [(ObjectName::bare("animals"), "secret".to_owned())].into();
    case.drop_unmanaged = true;
    let expected = Found { unsaid: one("column secret of animals"), ..Found::default() };
    assert_eq!(Found::from(&case.compare()), expected);
}

#[test]
fn what_stands_on_a_dropped_column_unmanaged_is_told() {
    let recorded = schema(|table| table.columns.push(column("age", ColumnType::Integer)));
    let rows: [(&str, Change); 5] = [
        ("index idx-animals-age of animals", |t| t.indexes.push(index(&["age"]))),
        ("unique uq-animals-age-name of animals", |t| t.uniques.push(unique(&["age", "name"]))),
        ("check ck of animals", |t| t.checks.push(Check::new("age > 0").named("ck"))),
        ("column twice of animals", |t| {
            t.columns.push(column("twice", ColumnType::Integer));
            with_column(t, "twice", |c| c.generated = Some(Generated { expression: "age * 2".into(), stored: true }));
        }),
        ("", |t| t.indexes.push(index(&["name"]))),
    ];
    for (user, change) in rows {
        let actual = schema(|table| {
            table.columns.push(column("age", ColumnType::Integer));
            change(table);
        });
        let comparison = Case::three(&schema(|_| ()), &recorded, &actual, Dialect::Postgres).compare();
        assert_eq!(words(&comparison.upgrade()), ["drop_column animals.age"], "{user}");
        let note = comparison.changes[0].note.clone().unwrap_or_default();
        assert!(note.contains(user) && note.is_empty() == user.is_empty(), "{user}: {note}");
    }
}

#[test]
fn what_refers_to_a_dropped_table_unmanaged_is_told() {
    let mut wanted = schema(|_| ());
    wanted.tables.remove(&ObjectName::bare("owners"));
    let actual = schema(|table| table.foreign_keys.push(foreign_key()));
    let comparison = Case::three(&wanted, &schema(|_| ()), &actual, Dialect::Postgres).compare();
    assert_eq!(words(&comparison.upgrade()), ["drop_table owners"]);
    let note = comparison.changes[0].note.clone().unwrap_or_default();
    assert!(note.contains("foreign key fk-animals-owner_id of animals"), "{note}");
}

#[test]
fn silence_keeps_what_is_recorded() {
    let rows: [(&str, Change); 7] = [
        ("weight.default of animals", |t| with_column(t, "weight", |c| c.default = Some(1.into()))),
        ("name.comment of animals", |t| with_column(t, "name", |c| c.comment = Some("c".into()))),
        ("name.collation of animals", |t| with_column(t, "name", |c| c.collation = Some("C".into()))),
        ("name.on_update of animals", |t| {
            with_column(t, "name", |c| c.on_update = Some(Expression::CurrentTimestamp));
        }),
        ("weight.generated of animals", |t| {
            with_column(t, "weight", |c| c.generated = Some(Generated { expression: "1".into(), stored: true }));
        }),
        ("comment comment of animals", |t| t.comment = Some("c".into())),
        ("foreign key fk-animals-owner_id.on_delete of animals", |t| {
            t.foreign_keys[0].on_delete = Some(ReferentialAction::Cascade);
        }),
    ];
    let plain = |table: &mut Table| table.foreign_keys.push(foreign_key());
    for (object, change) in rows {
        let recorded = schema(|table| {
            plain(table);
            change(table);
        });
        for dialect in Dialect::ALL {
            let found = Found::from(&Case::of(&schema(plain), &recorded, &[dialect]).compare());
            assert_eq!(found, Found { unsaid: one(object), ..Found::default() }, "{object} on {dialect}");
        }
    }
}

#[test]
fn an_open_type_takes_what_is_there() {
    let wanted = schema(|table| with_column(table, "name", |column| column.column_type = ColumnType::string()));
    let found = Found::from(&Case::of(&wanted, &schema(|_| ()), &Dialect::ALL).compare());
    assert_eq!(found, Found { unsaid: one("name.type of animals"), ..Found::default() });
}

#[test]
fn texts_that_a_server_wrote_anew_are_skipped() {
    let rows: [(&str, Change, Change); 5] = [
        (
            "check ck of animals",
            |t| t.checks.push(Check::new("weight between 1 and 2").named("ck")),
            |t| {
                t.checks.push(Check::new("((weight >= f(1)) AND (weight <= f(2)))").named("ck"));
            },
        ),
        (
            "check weight between 1 and 2 of animals",
            |t| t.checks.push(Check::new("weight between 1 and 2")),
            |t| {
                t.checks.push(Check::new("((weight >= f(1)) AND (weight <= f(2)))").named("animals_check"));
            },
        ),
        (
            "index idx-animals-name of animals",
            |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].filter = Some("weight in (f(1), 2)".into());
            },
            |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].filter = Some("(weight = any(f(1)))".into());
            },
        ),
        (
            "weight.generated of animals",
            |t| {
                with_column(t, "weight", |c| c.generated = Some(Generated { expression: "f(1)".into(), stored: true }));
            },
            |t| {
                with_column(t, "weight", |c| c.generated = Some(Generated { expression: "g(1)".into(), stored: true }));
            },
        ),
        (
            "weight.default of animals",
            |t| {
                with_column(t, "weight", |c| c.default = Some(Expression::Sql("f(1)".into())));
            },
            |t| {
                with_column(t, "weight", |c| c.default = Some(Expression::Sql("g(1)".into())));
            },
        ),
    ];
    for (object, recorded, actual) in rows {
        for dialect in Dialect::ALL {
            let case = Case::three(&schema(recorded), &schema(recorded), &schema(actual), dialect);
            let found = Found::from(&case.compare());
            // SQLite keeps the words that it was given.
            let expected = match dialect {
                Dialect::Sqlite => Found { drifted: one(object), ..Found::default() },
                Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
                    Found { skipped: one(object), ..Found::default() }
                }
            };
            assert_eq!(found, expected, "{object} on {dialect}");
            // What the entities change is decided by its text.
            let changed = Case::of(&schema(actual), &schema(recorded), &[dialect]).compare();
            assert!(!changed.changes.is_empty(), "{object} on {dialect}");
        }
    }
}

#[test]
fn texts_of_other_columns_are_not_the_same() {
    let rows: [(&str, Change, Change); 3] = [
        (
            "check ck of animals",
            |t| t.checks.push(Check::new("weight > f(1)").named("ck")),
            |t| {
                t.checks.push(Check::new("owner_id > f(1)").named("ck"));
            },
        ),
        (
            "index idx-animals-name of animals",
            |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].filter = Some("weight > f(1)".into());
            },
            |t| {
                t.indexes.push(index(&["name"]));
                t.indexes[0].filter = Some("owner_id > f(1)".into());
            },
        ),
        (
            "name.generated of animals",
            |t| {
                let generated = Generated { expression: "f(weight)".into(), stored: true };
                with_column(t, "name", |c| c.generated = Some(generated));
            },
            |t| {
                let generated = Generated { expression: "f(owner_id)".into(), stored: true };
                with_column(t, "name", |c| c.generated = Some(generated));
            },
        ),
    ];
    for (object, recorded, actual) in rows {
        for dialect in Dialect::ALL {
            let case = Case::three(&schema(recorded), &schema(recorded), &schema(actual), dialect);
            let expected = Found { drifted: one(object), ..Found::default() };
            assert_eq!(Found::from(&case.compare()), expected, "{object} on {dialect}");
        }
    }
}

#[test]
fn a_database_without_revisions_is_adopted_in_the_entities_words() {
    let wanted = schema(|table| {
        table.columns.push(column("born", ColumnType::TimestampWithTimeZone));
        table.columns.push(column("tame", ColumnType::Boolean));
        table.checks.push(Check::new("weight > 0 or f(weight)").named("ck"));
        table.indexes.push(index(&["name"]));
    });
    let handmade = schema(|table| {
        table.columns.push(column("born", ColumnType::Text));
        table.columns.push(column("tame", ColumnType::BigInteger));
        table.checks.push(Check::new("weight > 0 or f(weight)").named("ck"));
        table.indexes.push(index(&["name"]));
        table.indexes.push(index(&["owner_id"]));
        table.columns.push(column("more", ColumnType::Text));
        table.columns.iter_mut().for_each(|column| {
            if column.column_type == ColumnType::Integer {
                column.column_type = ColumnType::BigInteger;
            }
        });
    });
    let comparison = Case::three(&wanted, &Schema::default(), &handmade, Dialect::Sqlite).compare();
    let expected = Found {
        unrecorded: vec!["table animals".into(), "table owners".into()],
        unmanaged: vec!["column more of animals".into(), "index idx-animals-owner_id of animals".into()],
        ..Found::default()
    };
    assert_eq!(Found::from(&comparison), expected);
    // Other dialects start from the entities' words too.
    let mut both = Case::of(&wanted, &Schema::default(), &[Dialect::Sqlite, Dialect::Postgres]);
    both.actual = Some((Dialect::Sqlite, handmade));
    assert_eq!(words(&both.compare().upgrade()), Vec::<String>::new());
}

#[test]
fn an_adopted_text_that_a_server_wrote_anew_is_skipped() {
    let wanted = schema(|table| table.checks.push(Check::new("weight > 0 or f(weight)").named("ck")));
    let actual = schema(|table| table.checks.push(Check::new("(weight > 0) or g(weight)").named("ck")));
    let comparison = Case::three(&wanted, &Schema::default(), &actual, Dialect::Postgres).compare();
    assert_eq!(words(&comparison.upgrade()), Vec::<String>::new());
    assert_eq!(Found::from(&comparison).skipped, ["check ck of animals"]);
}

#[test]
fn what_the_server_makes_by_itself_is_not_told() {
    let recorded = schema(|table| {
        with_column(table, "id", |column| column.auto_increment = Some(limbeck_schema::AutoIncrement::ByDefault));
        table.uniques.push(unique(&["name"]));
        table.foreign_keys.push(foreign_key());
    });
    let rows: [(&str, Dialect, Change); 5] = [
        ("an index for a key", Dialect::MariaDb, |t| t.indexes.push(Index::new("owner_id", ["owner_id"]))),
        ("serial", Dialect::Postgres, |t| {
            let serial = limbeck_schema::AutoIncrement::Serial("s".into());
            with_column(t, "id", |column| column.auto_increment = Some(serial));
        }),
        ("a rowid", Dialect::Sqlite, |t| with_column(t, "id", |column| column.auto_increment = None)),
        ("a unique index", Dialect::MariaDb, |t| {
            let name = t.uniques.pop().and_then(|unique| unique.name);
            let mut index = index(&["name"]);
            index.unique = true;
            index.name = name.unwrap_or_default();
            t.indexes.push(index);
        }),
        ("RESTRICT", Dialect::MariaDb, |t| t.foreign_keys[0].on_delete = Some(ReferentialAction::Restrict)),
    ];
    for (what, dialect, change) in rows {
        let mut actual = recorded.clone();
        if let Some(table) = actual.tables.get_mut(&ObjectName::bare("animals")) {
            change(table);
        }
        let found = Found::from(&Case::three(&recorded, &recorded, &actual, dialect).compare());
        assert_eq!(found, Found::default(), "{what}");
    }
}

/// What no entity states any more: a table with an index, and of `animals` a column with an index and a check, a unique, a key, a computation, a type.
fn more() -> Schema {
    let mut recorded = schema(|table| {
        table.columns.push(column("note", ColumnType::Text));
        let mut twice = column("twice", ColumnType::Integer);
        twice.generated = Some(Generated { expression: "note_length * 2".into(), stored: true });
        table.columns.push(column("note_length", ColumnType::Integer));
        table.columns.push(twice);
        table.indexes.push(index(&["note"]));
        table.uniques.push(unique(&["name"]));
        table.checks.push(Check::new("note <> ''").named("ck"));
        table.columns.push(column("cage_id", ColumnType::Integer));
        table.foreign_keys.push(limbeck_schema::ForeignKey::new(["cage_id"], "cages", ["id"]).named("fk-cage"));
    });
    let mut cages = owners();
    cages.name = "cages".into();
    cages.columns.push(column("size", ColumnType::Integer));
    cages.indexes.push(Index::new("idx-cages-size", ["size"]));
    recorded.insert(cages);
    recorded.enums.insert("mood".into(), Enumeration::new("mood", ["a"]));
    recorded
}

#[test]
fn what_a_person_keeps_stays_with_what_it_stands_on() {
    let column = |name: &str| format!("column {name} of animals");
    let fk = || "foreign key fk-cage of animals".to_owned();
    let rows: [(&str, Vec<String>); 12] = [
        ("cages", one("table cages")),
        ("c*s", one("table cages")),
        ("cages.size", one("table cages")),
        ("cages.idx-cages-size", one("table cages")),
        ("mood", one("enum mood")),
        ("animals.note", vec![column("note")]),
        ("animals.not?", vec![column("note")]),
        ("animals.uq-animals-name", one("unique uq-animals-name of animals")),
        ("animals.idx-animals-note", vec![column("note"), "index idx-animals-note of animals".to_owned()]),
        ("animals.ck", vec!["check ck of animals".to_owned(), column("note")]),
        ("animals.twice", vec![column("note_length"), column("twice")]),
        ("animals.fk-cage", vec![column("cage_id"), fk(), "table cages".to_owned()]),
    ];
    let (wanted, recorded) = (schema(|_| ()), more());
    for dialect in Dialect::ALL {
        let all = Case::three(&wanted, &recorded, &recorded, dialect).compare().upgrade().len();
        for (entry, expected) in &rows {
            let case = Case { keep: one(entry), ..Case::three(&wanted, &recorded, &recorded, dialect) };
            let comparison = case.compare();
            let mut unsaid: Vec<_> = comparison.unsaid.iter().map(ToString::to_string).collect();
            unsaid.retain(|noted| !noted.contains('.'));
            unsaid.sort();
            let mut expected = expected.clone();
            expected.sort();
            assert_eq!(unsaid, expected, "{dialect}: {entry}");
            assert!(comparison.upgrade().len() < all, "{dialect}: {entry}: less is dropped");
            assert_eq!(comparison.unused_keeps, [""; 0], "{dialect}: {entry}");
            let dropped = words(&comparison.upgrade());
            assert!(
                !dropped.iter().any(|step| step.ends_with(&format!(" {entry}"))),
                "{dialect}: {entry}: {dropped:?}"
            );
            assert!(comparison.downgrade().is_ok(), "{dialect}: {entry}");
        }
    }
}

#[test]
fn what_a_person_keeps_stays_though_all_that_is_unmanaged_goes() {
    let (wanted, actual) = (schema(|_| ()), more());
    let case = |keep: &[&str]| Case {
        keep: keep.iter().map(|entry| (*entry).to_owned()).collect(),
        drop_unmanaged: true,
        ..Case::three(&wanted, &wanted, &actual, Dialect::Postgres)
    };
    let dropped = words(&case(&["cages", "animals.*", "mood"]).compare().upgrade());
    assert_eq!(dropped, [""; 0]);
    let comparison = case(&["animals.note", "animals.idx-animals-note"]).compare();
    let dropped = words(&comparison.upgrade()).join("\n");
    for (object, is_dropped) in [
        ("drop_column animals.note", false),
        ("drop_index animals.idx-animals-note", false),
        ("drop_check animals.ck", true),
        ("drop_column animals.cage_id", true),
        ("drop_table cages", true),
    ] {
        let found = dropped.lines().any(|line| line == object);
        assert_eq!(found, is_dropped, "{object}:\n{dropped}");
    }
}

#[test]
fn what_is_kept_is_known_by_the_name_before_and_after_a_rename() {
    let recorded = more();
    let mut wanted = schema(|_| ());
    if let Some(mut beasts) = wanted.tables.remove(&ObjectName::bare("animals")) {
        beasts.name = "beasts".into();
        wanted.insert(beasts);
    }
    let rename = crate::Rename::Table { from: "animals".into(), to: "beasts".into() };
    for entry in ["animals.note", "beasts.note"] {
        let case = Case {
            keep: one(entry),
            renames: vec![rename.clone()],
            ..Case::three(&wanted, &recorded, &recorded, Dialect::MariaDb)
        };
        let comparison = case.compare();
        assert_eq!(comparison.unused_keeps, [""; 0], "{entry}");
        let steps = words(&comparison.upgrade()).join("\n");
        assert!(!steps.contains(".note\n") && steps.contains("rename_table"), "{entry}: {steps}");
    }
}

#[test]
fn what_is_kept_and_nowhere_is_told() {
    let recorded = more();
    let keep = ["animals.notes", "cage", "animals", "cages.*", "shop.animals", "mood", "moods"];
    let mut case = Case::three(&schema(|_| ()), &recorded, &recorded, Dialect::Postgres);
    case.keep = keep.map(str::to_owned).to_vec();
    assert_eq!(case.compare().unused_keeps, ["animals.notes", "cage", "shop.animals", "moods"]);
    case.actual = None;
    assert_eq!(case.compare().unused_keeps, [""; 0], "without a database nobody knows");
}
