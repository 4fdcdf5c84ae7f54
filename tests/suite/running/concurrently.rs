//! Indexes that PostgreSQL makes and drops outside of a transaction, and what a run that died leaves of them.

use std::time::Duration;

use limbeck::{Cause, Connection, Left, Migrations, Run, Timeout, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, die_before, go, history, lines, migrations, send};
use crate::round::{assert_same, read};

fn before(op: &mut Op) {
    op.create_table("animals", [pk_auto("id"), string_len("name", 40), integer("age")]).primary_key(["id"]);
    op.create_index("by_age", "animals", ["age"]);
}

fn upgrade(op: &mut Op) {
    op.add_column("animals", integer("legs").null());
    op.create_index("by name", "animals", ["name"]).unique().concurrently();
    op.drop_index("by_age", "animals", ["age"]).concurrently();
    op.add_column("animals", integer("tails").null());
}

fn downgrade(op: &mut Op) {
    op.drop_column("animals", "tails");
    op.create_index("by_age", "animals", ["age"]).concurrently();
    op.drop_index("by name", "animals", ["name"]).concurrently();
    op.drop_column("animals", "legs");
}

fn all() -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(before, |_| {}),
        Revision::new(SECOND).revises(&[FIRST]).steps(upgrade, downgrade),
    ])
}

async fn invalid(database: &Database, name: &str) {
    send(database, &format!("UPDATE pg_index SET indisvalid = false WHERE indexrelid = '\"{name}\"'::regclass")).await;
}

const INVALID: &str = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid";

#[test]
fn indexes_are_made_and_dropped_concurrently_both_ways() {
    run(async {
        for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
            with_database(dialect, "concurrently", |database| async move {
                let report = go(&database, Run::new(all()), &Way::Up).await.expect("an upgrade");
                let sent = report.ran.iter().flat_map(|ran| &ran.statements);
                let concurrent = sent.filter(|sql| sql.contains("INDEX CONCURRENTLY")).count();
                assert_eq!(concurrent, if dialect == Dialect::Postgres { 2 } else { 0 });
                let after = read(&database).await;
                go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("a downgrade");
                go(&database, Run::new(all()), &Way::Up).await.expect("another upgrade");
                assert_same(&after, &read(&database).await, &format!("{dialect}: up, down and up again"));
            })
            .await;
        }
    });
}

#[test]
fn a_run_that_died_at_a_concurrent_index_is_gone_on_with() {
    run(async {
        // Before each statement of the way up: what the server has made of it all the same, and what of that is of no use.
        for (number, by_hand, left) in [
            (1, None, None),
            (2, None, None),
            (2, Some("CREATE UNIQUE INDEX CONCURRENTLY \"by name\" ON animals (name)"), None),
            (2, Some("CREATE UNIQUE INDEX CONCURRENTLY \"by name\" ON animals (name)"), Some("by name")),
            (3, None, None),
            (3, None, Some("by_age")),
            (3, Some("DROP INDEX CONCURRENTLY by_age"), None),
            (4, None, None),
        ] {
            for turn in [false, true] {
                with_database(Dialect::Postgres, "concurrent_death", |database| async move {
                    let when = format!("at {number}, {by_hand:?}, {left:?} invalid, turned: {turn}");
                    let first = migrations([Revision::new(FIRST).steps(before, |_| {})]);
                    go(&database, Run::new(first), &Way::Up).await.expect("the first revision");
                    let start = read(&database).await;
                    go(&database, Run::new(all()), &Way::Up).await.expect("an undisturbed run");
                    let after = read(&database).await;
                    go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("the way back");
                    assert!(die_before(&database, all(), Way::Up, number).await, "{when}");
                    if let Some(sql) = by_hand {
                        send(&database, sql).await;
                    }
                    if let Some(name) = left {
                        invalid(&database, name).await;
                    }
                    let way = if turn && number > 1 { Way::Down(FIRST) } else { Way::Up };
                    go(&database, Run::new(all()), &way).await.unwrap_or_else(|error| panic!("{when}: {error}"));
                    let end = if matches!(way, Way::Up) { &after } else { &start };
                    assert_same(end, &read(&database).await, &when);
                    assert_eq!(lines(&database, INVALID).await, [""; 0], "{when}");
                })
                .await;
            }
        }
    });
}

#[test]
fn a_concurrent_index_that_fails_leaves_no_invalid_one() {
    run(with_database(Dialect::Postgres, "concurrent_failure", |database| async move {
        let first = migrations([Revision::new(FIRST).steps(before, |_| {})]);
        go(&database, Run::new(first), &Way::Up).await.expect("the first revision");
        send(&database, "INSERT INTO animals (name, age) VALUES ('Rex', 1), ('Rex', 2)").await;
        let error = go(&database, Run::new(all()), &Way::Up).await.expect_err("two of a name");
        let Cause::Statement { left, .. } = error.cause() else { panic!("{error}") };
        assert_eq!(*left, Left::Steps { done: 1, total: 4 });
        assert_eq!(lines(&database, INVALID).await, [""; 0]);
        assert_eq!(
            lines(&database, "SELECT 'x' FROM animals WHERE legs IS NULL").await.len(),
            2,
            "what was before stays"
        );
        send(&database, "UPDATE animals SET name = 'Ida' WHERE age = 2").await;
        go(&database, Run::new(all()), &Way::Up).await.expect("the cause is removed");
        assert_eq!(history(&database).await.len(), 2);
    }));
}

/// The name of an index is one of the schema's, and not of the table's.
#[test]
fn an_index_whose_name_another_table_has_is_not_taken_for_made() {
    const TAKEN: Revision = Revision::new(SECOND)
        .revises(&[FIRST])
        .steps(|op| _ = op.create_index("by_name", "animals", ["name"]).unique().concurrently(), |_| {});
    run(with_database(Dialect::Postgres, "concurrent_name", |database| async move {
        let first = Revision::new(FIRST).steps(before, |_| {});
        go(&database, Run::new(migrations([first])), &Way::Up).await.expect("the first revision");
        send(&database, "CREATE TABLE owners (name text)").await;
        send(&database, "CREATE INDEX by_name ON owners (name)").await;
        let all = migrations([Revision::new(FIRST).steps(before, |_| {}), TAKEN]);
        for round in 1..=2 {
            let error = go(&database, Run::new(all), &Way::Up).await.expect_err("a name that is taken");
            let Cause::Statement { left, .. } = error.cause() else { panic!("{round}: {error}") };
            assert_eq!(*left, Left::Nothing, "{round}");
            assert_eq!(history(&database).await.len(), 1, "{round}");
        }
        // A run that died before it: the other table's index says nothing of it.
        assert!(die_before(&database, all, Way::Up, 1).await);
        go(&database, Run::new(all), &Way::Up).await.expect_err("a name that is taken");
        send(&database, "DROP INDEX by_name").await;
        go(&database, Run::new(all), &Way::Up).await.expect("the name is free");
        let found = lines(&database, "SELECT tablename::text FROM pg_indexes WHERE indexname = 'by_name'").await;
        assert_eq!(found, ["animals"]);
    }));
}

#[test]
fn an_invalid_index_is_dropped_behind_those_who_may_look_at_it() {
    run(with_database(Dialect::Postgres, "concurrent_wait", |database| async move {
        go(&database, Run::new(migrations([Revision::new(FIRST).steps(before, |_| {})])), &Way::Up).await.expect("one");
        assert!(die_before(&database, all(), Way::Up, 2).await);
        send(&database, "CREATE UNIQUE INDEX \"by name\" ON animals (name)").await;
        invalid(&database, "by name").await;
        let reader = Connection::of(&database.connection).await.expect("a session");
        for sql in ["BEGIN", "SELECT name FROM animals"] {
            reader.database().execute_unprepared(sql).await.expect(sql);
        }
        let ending = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(2)).await;
            reader.database().execute_unprepared("COMMIT").await.expect("the reader's end");
            reader.close().await;
        });
        let short = Run::new(all()).lock_timeout(Timeout::of(Duration::from_millis(100)));
        go(&database, short, &Way::Up).await.expect("an index, once the reader has ended");
        ending.await.expect("the reader");
        assert_eq!(lines(&database, INVALID).await, [""; 0]);
    }));
}
