//! A run that is one transaction: all of it, or nothing.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use limbeck::{Cause, Connection, Event, Left, Migrations, Run, Timeout, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, go, history, lines, migrations, send};
use crate::round::{assert_same, read};

const THIRD: &str = "cccccccccccc";

fn all() -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("owners", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
                op.create_table("animals", [pk_auto("id"), integer("owner_id")])
                    .primary_key(["id"])
                    .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).on_delete(Cascade));
                op.execute("INSERT INTO owners (name) VALUES ('Ann')");
                op.execute("INSERT INTO animals (owner_id) VALUES (1)");
            },
            |op| {
                op.drop_table("animals");
                op.drop_table("owners");
            },
        ),
        // A rebuild of the parent on SQLite, and a new name behind it.
        Revision::new(SECOND).revises(&[FIRST]).steps(
            |op| {
                op.add_check("owners", check("named", "name <> ''"));
                op.rename_table("owners", "people");
            },
            |op| {
                op.rename_table("people", "owners");
                op.drop_check("owners", "named");
            },
        ),
        Revision::new(THIRD).revises(&[SECOND]).steps(
            |op| {
                op.add_unique("people", unique(["name"]).named("uq-people-name"));
                op.execute("INSERT INTO people (name) VALUES ('Ann')").only(Sqlite).only(Postgres);
            },
            |op| {
                op.drop_unique("people", ["name"]).named("uq-people-name");
            },
        ),
    ])
}

#[test]
fn all_revisions_are_applied_or_none() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres] {
        run(with_database(dialect, "together", |database| async move {
            let before = read(&database).await;
            let done = AtomicUsize::new(0);
            let count = |event: &Event<'_>| {
                let is_done = matches!(event, Event::RevisionDone { .. });
                done.fetch_add(usize::from(is_done), Ordering::Relaxed);
            };
            let error = go(&database, Run::new(all()).single_transaction(true).on_event(count), &Way::Up).await;
            let error = error.expect_err("two of a name");
            assert_eq!(done.load(Ordering::Relaxed), 0, "{dialect}: nothing stays, so nothing is told as done");
            let Cause::Statement { id, left, .. } = error.cause() else { panic!("{dialect}: {error}") };
            assert_eq!((id.as_str(), *left), (THIRD, Left::Nothing), "{dialect}");
            assert!(error.report().is_empty(), "{dialect}: nothing stays, so nothing is reported");
            assert_same(&before, &read(&database).await, &format!("{dialect}: nothing stays"));
            assert!(history(&database).await.is_empty(), "{dialect}");

            // Without it what was done before stays.
            let error = go(&database, Run::new(all()), &Way::Up).await.expect_err("two of a name");
            assert_eq!(error.report().ran.len(), 2, "{dialect}");
            let one = || Run::new(all()).single_transaction(true);
            send(&database, "UPDATE people SET name = 'Bo'").await;
            let report = go(&database, one(), &Way::Up).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_eq!(report.ran.len(), 1, "{dialect}");
            let after = read(&database).await;
            go(&database, one(), &Way::Down("base")).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_same(&before, &read(&database).await, &format!("{dialect}: back"));
            let first = go(&database, one(), &Way::Up).await.expect_err("two of a name");
            assert!(matches!(first.cause(), Cause::Statement { .. }), "{dialect}: {first}");
            drop(after);
        }));
    }
}

#[test]
fn a_whole_chain_with_rebuilds_is_one_transaction() {
    run(with_database(Dialect::Sqlite, "chain", |database| async move {
        let one = || Run::new(all()).single_transaction(true);
        go(&database, one(), &Way::Up).await.expect_err("two of a name");
        let connection = limbeck::Connection::of(&database.connection).await.expect("a connection");
        one().upgrade(&connection, &SECOND.parse().expect("a target")).await.expect("two revisions at once");
        connection.close().await;
        assert_eq!(history(&database).await.len(), 2);
        assert_eq!(lines(&database, "SELECT name FROM people").await, ["Ann"]);
        assert_eq!(lines(&database, "SELECT 'x' FROM animals").await.len(), 1, "no child went with the rebuilt parent");
    }));
}

#[test]
fn what_can_not_be_one_transaction_is_refused_by_name() {
    const APART: Revision = Revision::new(FIRST).steps(
        |op| {
            op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
            op.create_index("by_name", "animals", ["name"]).concurrently();
        },
        |_| {},
    );
    const LABELS: [Revision; 3] = [
        Revision::new(FIRST).steps(
            |op| {
                op.create_enum("mood", ["bad", "good"]);
                op.create_table("animals", [pk_auto("id"), enumeration("mood", "mood", ["bad", "good"])])
                    .primary_key(["id"]);
            },
            |_| {},
        ),
        Revision::new(SECOND)
            .revises(&[FIRST])
            .steps(|op| _ = op.alter_enum("mood", ["bad", "good"], ["bad", "good", "best"]), |_| {}),
        // Of another revision, but in the same transaction.
        Revision::new(THIRD)
            .revises(&[SECOND])
            .steps(|op| _ = op.alter_column("animals", "mood").set_default("best"), |_| {}),
    ];
    for (dialect, revisions, expected) in [
        (Dialect::MariaDb, &[APART][..], "mariadb commits each change of the schema by itself"),
        (Dialect::Postgres, &[APART][..], "create_index animals.by_name of `aaaaaaaaaaaa`"),
        (Dialect::Postgres, &LABELS[..], "alter_enum mood of `bbbbbbbbbbbb`"),
    ] {
        run(with_database(dialect, "apart", |database| async move {
            let one = Run::new(migrations(revisions.iter().copied())).single_transaction(true);
            let error = go(&database, one, &Way::Up).await.expect_err("no transaction");
            assert!(matches!(error.cause(), Cause::NotInOneTransaction { .. }), "{error}");
            assert!(error.to_string().contains(expected), "{error}");
            assert!(error.hint().contains("--single-transaction"), "{}", error.hint());
            assert!(history(&database).await.is_empty());
        }));
    }
    run(with_database(Dialect::Sqlite, "apart", |database| async move {
        let one = Run::new(migrations([APART])).single_transaction(true);
        go(&database, one, &Way::Up).await.expect("an index like any other");
    }));
}

#[test]
fn a_lock_that_the_second_revision_does_not_get_ends_the_tries_at_last() {
    const APART: [Revision; 3] = [
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("animals", [pk_auto("id")]).primary_key(["id"]);
                op.create_table("owners", [pk_auto("id")]).primary_key(["id"]);
            },
            |_| {},
        ),
        Revision::new(SECOND)
            .revises(&[FIRST])
            .steps(|op| _ = op.add_column("owners", integer("age").null()), |op| _ = op.drop_column("owners", "age")),
        Revision::new(THIRD)
            .revises(&[SECOND])
            .steps(|op| _ = op.add_column("animals", integer("age").null()), |op| _ = op.drop_column("animals", "age")),
    ];
    run(with_database(Dialect::Postgres, "together_held", |database| async move {
        let all = migrations(APART);
        go(&database, Run::new(migrations([APART[0]])), &Way::Up).await.expect("the first revision");
        let reader = Connection::of(&database.connection).await.expect("a session");
        for sql in ["BEGIN", "SELECT id FROM animals"] {
            reader.database().execute_unprepared(sql).await.expect(sql);
        }
        let impatient = Run::new(all)
            .single_transaction(true)
            .lock_timeout(Timeout::of(Duration::from_millis(200)))
            .lock_retries(1);
        let tried = tokio::time::timeout(Duration::from_secs(30), go(&database, impatient, &Way::Up)).await;
        let error = tried.expect("an end of the tries").expect_err("a lock that another has");
        assert!(matches!(error.cause(), Cause::Blocked { tries: 2, .. }), "{error}");
        reader.close().await;
        assert_eq!(history(&database).await.len(), 1);
    }));
}
