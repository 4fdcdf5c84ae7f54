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
