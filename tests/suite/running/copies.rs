//! Copies of tables that a rebuild has left on SQLite.

use limbeck::{Cause, Migrations, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};

use super::{FIRST, SECOND, Way, die_before, go, lines, migrations, send};

fn all() -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
                op.execute("INSERT INTO animals (name) VALUES ('Rex')");
            },
            |_| {},
        ),
        Revision::new(SECOND).revises(&[FIRST]).steps(
            |op| _ = op.add_check("animals", check("named", "name <> ''")),
            |op| _ = op.drop_check("animals", "named"),
        ),
    ])
}

const TABLES: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%animals' ORDER BY name";

#[test]
fn a_run_that_died_amid_a_rebuild_leaves_no_copy() {
    run(async {
        for number in 1.. {
            let died = with_database(Dialect::Sqlite, "rebuild", |database| async move {
                let first = migrations([Revision::new(FIRST).steps(
                    |op| {
                        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
                        op.execute("INSERT INTO animals (name) VALUES ('Rex')");
                    },
                    |_| {},
                )]);
                go(&database, Run::new(first), &Way::Up).await.expect("the first revision");
                let died = die_before(&database, all(), Way::Up, number).await;
                assert_eq!(lines(&database, TABLES).await, ["animals"], "before statement {number}");
                assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Rex"], "before statement {number}");
                go(&database, Run::new(all()), &Way::Up).await.unwrap_or_else(|error| panic!("{number}: {error}"));
                died
            })
            .await;
            if !died {
                assert!(number > 4, "a rebuild is several statements: {number}");
                break;
            }
        }
    });
}

#[test]
fn a_copy_that_is_left_beside_its_table_is_dropped_and_one_that_is_alone_stays() {
    run(with_database(Dialect::Sqlite, "copies", |database| async move {
        go(&database, Run::new(all()), &Way::Up).await.expect("an upgrade");
        go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("a downgrade");
        send(&database, "CREATE TABLE _limbeck_rebuild_animals AS SELECT * FROM animals LIMIT 0").await;
        go(&database, Run::new(all()), &Way::Up).await.expect("a copy that is in the way");
        assert_eq!(lines(&database, TABLES).await, ["animals"]);

        send(&database, "CREATE TABLE _limbeck_rebuild_owners (name text)").await;
        send(&database, "INSERT INTO _limbeck_rebuild_owners VALUES ('Ann')").await;
        let error = go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect_err("all that is left of a table");
        assert!(matches!(error.cause(), Cause::OnlyCopy { .. }), "{error}");
        let hint = error.hint();
        assert!(hint.contains("ALTER TABLE \"_limbeck_rebuild_owners\" RENAME TO \"owners\""), "{hint}");
        send(&database, "ALTER TABLE _limbeck_rebuild_owners RENAME TO owners").await;
        go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("the name is back");
        assert_eq!(lines(&database, "SELECT name FROM owners").await, ["Ann"]);
    }));
}

/// A table that somebody made anew, empty, is not the one whose rows the copy has.
#[test]
fn a_copy_that_has_more_rows_than_its_table_stays() {
    run(with_database(Dialect::Sqlite, "fuller_copy", |database| async move {
        go(&database, Run::new(all()), &Way::Up).await.expect("an upgrade");
        send(&database, "ALTER TABLE animals RENAME TO _limbeck_rebuild_animals").await;
        send(&database, "CREATE TABLE animals (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(40) NOT NULL, CONSTRAINT named CHECK (name <> ''))").await;
        let error = go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect_err("rows that only the copy has");
        assert!(matches!(error.cause(), Cause::FullerCopy { rows: 1, .. }), "{error}");
        assert!(error.hint().contains("DROP TABLE \"_limbeck_rebuild_animals\""), "{}", error.hint());
        assert_eq!(lines(&database, "SELECT name FROM _limbeck_rebuild_animals").await, ["Rex"]);
        send(&database, "INSERT INTO animals SELECT * FROM _limbeck_rebuild_animals").await;
        go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("a copy that has nothing more");
        assert_eq!(lines(&database, TABLES).await, ["animals"]);
    }));
}
