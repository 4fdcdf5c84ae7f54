//! Indexes that PostgreSQL makes and drops outside of a transaction, and what a run that died leaves of them.

use limbeck::{Cause, Left, Migrations, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};

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
