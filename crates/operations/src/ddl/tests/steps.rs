use limbeck_schema::{ColumnType, Deferrable, Dialect, Server, SqliteTypes, Trigger};

use super::fixture::{REBUILD, name, server, shelter, steps, texts};
use crate::{
    Op,
    ddl::{DdlError, Needs, statements},
    prelude::*,
};

/// The steps of each group, and how many statements it has.
fn groups(record: impl FnOnce(&mut Op), dialect: Dialect) -> Vec<(Vec<usize>, usize)> {
    let groups = statements(&steps(record), &shelter(), &server(dialect)).expect("statements");
    groups.into_iter().map(|group| (group.steps, group.statements.len())).collect()
}

#[test]
fn consecutive_changes_of_one_table_are_one_rebuild() {
    let record = |op: &mut Op| {
        op.drop_index("idx-animals-kind", "animals", ["kind"]);
        op.add_column("animals", integer("legs").default(4));
        op.add_check("animals", check("c", "legs > 0"));
        op.set_table_comment("users", "people");
        op.create_enum("mood", ["good"]).only(Postgres);
        op.add_unique("animals", unique(["legs"]));
        op.add_check("users", check("u", "email <> ''"));
        op.run("fill", |_| async { Ok(()) });
        op.add_check("users", check("u2", "email <> '?'"));
    };
    let rebuild = 8;
    let guarded = rebuild + 3;
    assert_eq!(
        groups(record, Dialect::Sqlite),
        // The index is not made again; the users' table may have more since the data step.
        [(vec![0, 1, 2, 3, 4, 5], rebuild), (vec![6], rebuild), (vec![7], 0), (vec![8], guarded)]
    );
    let each = |silent: &[usize]| (0..9).map(|at| (vec![at], usize::from(!silent.contains(&at)))).collect::<Vec<_>>();
    assert_eq!(groups(record, Dialect::Postgres), each(&[7]));
    assert_eq!(groups(record, Dialect::MariaDb), each(&[4, 7]));
}

#[test]
fn an_index_is_made_and_dropped_concurrently_where_that_can_be() {
    let record = |op: &mut Op| {
        op.drop_index("idx-animals-kind", "animals", ["kind"]).concurrently();
        op.create_index("by_kind", "animals", ["kind"]).unique().concurrently();
        op.create_index("by_name", "animals", ["name"]);
    };
    for (dialect, words) in
        [(Dialect::Sqlite, ""), (Dialect::Postgres, "CONCURRENTLY "), (Dialect::MySql, ""), (Dialect::MariaDb, "")]
    {
        let groups = statements(&steps(record), &shelter(), &server(dialect)).unwrap();
        let sent: Vec<_> = groups.iter().flat_map(|group| &group.statements).collect();
        let needs = if words.is_empty() { Needs::Nothing } else { Needs::Autocommit };
        for (at, begins, needs) in [
            (0, format!("DROP INDEX {words}"), needs),
            (1, format!("CREATE UNIQUE INDEX {words}"), needs),
            (2, "CREATE INDEX ".to_owned(), Needs::Nothing),
        ] {
            assert!(sent[at].sql.starts_with(&begins) && sent[at].needs == needs, "{dialect}: {:?}", sent[at]);
        }
        assert_eq!(sent.iter().filter(|one| one.sql.contains("CONCURRENTLY")).count(), words.len() / 6);
    }
}

#[test]
fn changes_that_need_no_rebuild_stay_by_themselves() {
    let record = |op: &mut Op| {
        op.drop_index("idx-animals-kind", "animals", ["kind"]);
        op.add_column("animals", integer("legs").default(4));
        op.alter_column("animals", "legs").set_type(ColumnType::BigInteger);
        op.rename_column("animals", "legs", "feet");
        op.drop_column("animals", "feet");
    };
    assert_eq!(groups(record, Dialect::Sqlite), [(vec![0], 1), (vec![1], 1), (vec![2], 0), (vec![3], 1), (vec![4], 1)]);
}

/// A column of an old name that is made anew has no values to copy.
#[test]
fn a_column_that_is_dropped_and_added_is_not_copied() {
    let record = |op: &mut Op| {
        op.drop_column("animals", "seen_at");
        op.add_column("animals", date("seen_at").default(current_date()));
    };
    let groups = statements(&steps(record), &shelter(), &server(Dialect::Sqlite)).unwrap();
    let copy =
        groups[0].statements.iter().find(|statement| statement.sql.starts_with("INSERT INTO \"_limbeck")).unwrap();
    assert_eq!(
        copy.sql,
        r#"INSERT INTO "_limbeck_rebuild_animals" ("id", "name", "kind", "owner_id", "price") SELECT "id", "name", "kind", "owner_id", "price" FROM "animals" ORDER BY rowid"#
    );
    assert_eq!(copy.needs, Needs::ForeignKeysOff);
}

/// What an UPDATE puts off is checked before the table is altered.
#[test]
fn checks_that_a_fill_puts_off_are_not_waited_for() {
    let mut before = shelter();
    let animals = before.tables.get_mut(&name("animals")).unwrap();
    animals.foreign_keys[0].deferrable = Some(Deferrable::InitiallyDeferred);
    let fill = |column: &'static str| {
        let steps = steps(|op| _ = op.fill_column("animals", column, 7));
        texts(&steps, &before, Dialect::Postgres)
    };
    let update = |column: &str| format!(r#"UPDATE "animals" SET "{column}" = 7 WHERE "{column}" IS NULL"#);
    let immediate = r#"SET CONSTRAINTS "fk-animals-owner_id" IMMEDIATE"#;
    let deferred = r#"SET CONSTRAINTS "fk-animals-owner_id" DEFERRED"#;
    assert_eq!(fill("owner_id"), [&update("owner_id"), immediate, deferred]);
    // A row that was written before in the transaction is checked once more, whichever column is set.
    assert_eq!(fill("price"), [&update("price"), immediate, deferred]);
}

/// The columns and the sources of the copy in the one rebuild that the steps are on SQLite.
fn copied(record: fn(&mut Op)) -> String {
    let groups = statements(&steps(record), &shelter(), &server(Dialect::Sqlite)).unwrap();
    assert_eq!(groups.len(), 1, "{groups:?}");
    let mut statements = groups.into_iter().flat_map(|group| group.statements);
    let copy = statements.find(|statement| statement.sql.starts_with("INSERT INTO \"_limbeck")).unwrap().sql;
    let all = r#""id", "name", "kind", "owner_id", "price", "seen_at""#;
    copy.replace(all, "..").replace("INSERT INTO \"_limbeck_rebuild_animals\" ", "")
}

/// What a rebuild copies is what the steps would leave one by one.
#[test]
fn a_rebuild_fills() {
    type Row = (&'static str, fn(&mut Op), &'static str);
    let rows: [Row; 7] = [
        (
            "a new column",
            |op| {
                op.add_column("animals", integer("legs").null());
                op.fill_column("animals", "legs", 4);
                op.alter_column("animals", "legs").set_not_null();
            },
            r#"(.., "legs") SELECT .., 4 FROM "animals" ORDER BY rowid"#,
        ),
        (
            "an old column, twice",
            |op| {
                op.fill_column("animals", "owner_id", 7);
                op.fill_column("animals", "owner_id", 8);
                op.alter_column("animals", "owner_id").set_not_null();
            },
            r#"(..) SELECT "id", "name", "kind", COALESCE("owner_id", 7), "price", "seen_at" FROM "animals" ORDER BY rowid"#,
        ),
        (
            "a new column that holds its default",
            |op| {
                op.add_column("animals", integer("legs").default(4));
                op.fill_column("animals", "legs", 3);
                op.add_check("animals", check("c", "legs > 0"));
            },
            r#"(..) SELECT .. FROM "animals" ORDER BY rowid"#,
        ),
        (
            "a new column whose default goes",
            |op| {
                op.add_column("animals", integer("legs").default(4));
                op.alter_column("animals", "legs").drop_default();
            },
            r#"(.., "legs") SELECT .., 4 FROM "animals" ORDER BY rowid"#,
        ),
        (
            "a new column whose default comes later",
            |op| {
                op.add_column("animals", integer("legs").null());
                op.alter_column("animals", "legs").set_default(4);
            },
            r#"(.., "legs") SELECT .., NULL FROM "animals" ORDER BY rowid"#,
        ),
        (
            "another column of an old name",
            |op| {
                op.fill_column("animals", "owner_id", 7);
                op.drop_foreign_key("animals", ["owner_id"], "users");
                op.drop_column("animals", "owner_id");
                op.add_column("animals", big_integer("owner_id").null());
                op.fill_column("animals", "owner_id", 8);
            },
            r#"("id", "name", "kind", "price", "seen_at", "owner_id") SELECT "id", "name", "kind", "price", "seen_at", 8 FROM "animals" ORDER BY rowid"#,
        ),
        (
            "a column that was filled as another type",
            |op| {
                op.add_column("animals", boolean("wild").null());
                op.fill_column("animals", "wild", 1);
                op.alter_column("animals", "wild").set_type(ColumnType::Text).set_not_null();
            },
            r#"(.., "wild") SELECT .., TRUE FROM "animals" ORDER BY rowid"#,
        ),
    ];
    for (row, record, expected) in rows {
        assert_eq!(copied(record), expected, "{row}");
    }
}

#[test]
fn a_trigger_from_before_a_rename_is_not_brought_back() {
    let mut before = shelter();
    let animals = before.tables.get_mut(&name("animals")).unwrap();
    let sql = "CREATE TRIGGER t AFTER INSERT ON animals BEGIN SELECT new.name; END";
    animals.triggers.push(Trigger { name: "t".into(), sql: sql.into() });
    let record = |to: fn(&mut Op)| {
        move |op: &mut Op| {
            to(op);
            op.add_check("animals", check("c", "price < 100"));
        }
    };
    let stale = record(|op| {
        op.rename_column("animals", "name", "title");
    });
    let error = statements(&steps(stale), &before, &server(Dialect::Sqlite)).unwrap_err();
    assert!(matches!(&error, DdlError::StaleTrigger { renamed, .. } if renamed == "name"), "{error}");
    let other = record(|op| {
        op.rename_column("animals", "kind", "species");
    });
    assert_eq!(texts(&steps(other), &before, Dialect::Sqlite).len(), 2);
}

#[test]
fn steps_that_do_not_count_have_no_statements() {
    let record = |op: &mut Op| {
        op.drop_table("ghosts").only(Postgres);
        op.add_check("animals", check("c", "price < 100")).only(Sqlite);
    };
    assert_eq!(texts(&steps(record), &shelter(), Dialect::Sqlite), REBUILD);
    assert_eq!(texts(&steps(record), &shelter(), Dialect::MariaDb), Vec::<String>::new());
}

/// Moving to another schema and renaming are two statements on PostgreSQL, one elsewhere.
#[test]
fn tables_move_between_schemas() {
    type Row<'a> = (fn(&mut Op), &'a [&'a str], &'a [&'a str]);
    let rows: [Row<'_>; 2] = [
        (
            |op| {
                op.rename_table("animals", ("zoo", "pets"));
            },
            &[r#"ALTER TABLE "animals" SET SCHEMA "zoo""#, r#"ALTER TABLE "zoo"."animals" RENAME TO "pets""#],
            &["RENAME TABLE `animals` TO `zoo`.`pets`"],
        ),
        (
            |op| {
                op.rename_table("animals", ("public", "pets"));
            },
            &[r#"ALTER TABLE "animals" RENAME TO "pets""#],
            &["RENAME TABLE `animals` TO `public`.`pets`"],
        ),
    ];
    for (record, postgres, mariadb) in rows {
        assert_eq!(texts(&steps(record), &shelter(), Dialect::Postgres), postgres);
        assert_eq!(texts(&steps(record), &shelter(), Dialect::MariaDb), mariadb);
    }
}

/// A project that takes SQLite's declared types by their words gets them.
#[test]
fn a_type_of_other_words_is_written_where_words_count() {
    let mut schema = shelter();
    let table = schema.table_mut(&name("animals")).expect("a table");
    table.column_mut("name").expect("a column").column_type = ColumnType::Text;
    let rows: [(&str, ColumnType, bool); 3] = [
        ("the same words", ColumnType::Text, false),
        ("other words", ColumnType::string(), true),
        ("a custom type", ColumnType::custom("TEXT"), false),
    ];
    for (what, column_type, is_written) in rows {
        let mut steps = steps(|op| _ = op.alter_column("animals", "name").set_type(column_type));
        for unless_done in [false, true] {
            steps[0].unless_done = unless_done;
            for (sqlite_types, expected) in [(SqliteTypes::Meaning, false), (SqliteTypes::Exact, is_written)] {
                let server = Server { sqlite_types, ..server(Dialect::Sqlite) };
                let groups = statements(&steps, &schema, &server).expect(what);
                let is_empty = groups.iter().all(|group| group.statements.is_empty());
                assert_eq!(!is_empty, expected, "{what}, {sqlite_types:?}, {unless_done}");
            }
        }
    }
}
