//! PostgreSQL: a revision that adds a label and uses it runs in two transactions, and stops between them in a state that the next run goes on from.

use std::{
    future::pending,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use limbeck::{Connection, Entry, Migrations, Run, Sent, Target, prelude::*};
use limbeck_tests::{Database, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_enum("state", ["open", "closed"]);
        op.create_table("tickets", [pk_auto("id"), enumeration("state", "state", ["open", "closed"]).default("open")])
            .primary_key(["id"]);
    },
    |op| {
        op.drop_table("tickets");
        op.drop_enum("state");
    },
);

fn migrations(second: Revision) -> &'static Migrations {
    let entries = [(FIRST, "first"), (second, "second")].map(|(revision, file)| Entry {
        revision: Box::leak(Box::new(revision)),
        file,
        message: file,
        created: "2026-11-22 10:14:03 UTC",
    });
    Box::leak(Box::new(Migrations::new(Box::leak(Box::new(entries)), "")))
}

/// The first column of the first row.
async fn text(database: &Database, sql: &str) -> Option<String> {
    let connection = &database.connection;
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await.unwrap_or_else(|error| panic!("{error}\n{sql}"))?;
    Some(row.try_get_by_index::<String>(0).unwrap_or_else(|error| panic!("{error}\n{sql}")))
}

async fn send(database: &Database, sql: &str) {
    database.connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
}

async fn labels(database: &Database) -> Option<String> {
    text(database, "SELECT string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum").await
}

/// How the second revision stands.
async fn state(database: &Database) -> Option<String> {
    text(database, "SELECT state || ' ' || done FROM limbeck_history WHERE id = 'bb2'").await
}

/// Where the table's rows are: they are elsewhere once they were written anew.
async fn place(database: &Database) -> Option<String> {
    text(database, "SELECT pg_relation_filenode('tickets')::text").await
}

const USES: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
        op.alter_column("tickets", "state").set_default("archived");
        op.add_check("tickets", check("ck_archived", "state <> 'archived' OR id < 10"));
        op.create_index("ix_archived", "tickets", ["id"]).filter("state = 'archived'");
        op.add_check("tickets", check("ck_few", "id < 3"));
    },
    |op| {
        op.drop_check("tickets", "ck_few");
        op.drop_index("ix_archived", "tickets", ["id"]);
        op.drop_check("tickets", "ck_archived");
        op.alter_column("tickets", "state").set_default("open");
        op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
    },
);

#[test]
fn labels_are_there_before_they_are_used_and_no_row_is_written_anew() {
    run(with_database(Dialect::Postgres, "split", |database| async move {
        let migrations = migrations(USES);
        limbeck::upgrade(&database.connection, migrations, Target::Revision("aa1".into())).await.expect("the first");
        send(&database, "INSERT INTO tickets (state) VALUES ('open'), ('closed')").await;
        let before = place(&database).await;

        let connection = Connection::of(&database.connection).await.expect("a connection");
        let plan = Run::new(migrations).plan(&connection, &Target::Head).await.expect("a plan");
        connection.close().await;
        let Some(Sent::Known(sent)) = plan.revisions.first().map(|revision| &revision.sent) else {
            panic!("{:?}", plan.revisions)
        };
        let first = ["ALTER TYPE \"state\" ADD VALUE 'archived' BEFORE 'closed'", "COMMIT", "BEGIN"];
        assert_eq!(sent[..3], first, "{sent:?}");

        limbeck::upgrade(&database.connection, migrations, Target::Head).await.expect("the second");
        assert_eq!(labels(&database).await.as_deref(), Some("open archived closed"));
        assert_eq!(state(&database).await.as_deref(), Some("applied 0"));
        assert_eq!(place(&database).await, before, "the rows stay where they are");
        send(&database, "DELETE FROM tickets WHERE id = 2").await;
        send(&database, "INSERT INTO tickets (id) VALUES (2)").await;
        assert_eq!(text(&database, "SELECT state::text FROM tickets WHERE id = 2").await.as_deref(), Some("archived"));
        send(&database, "UPDATE tickets SET state = 'open'").await;
        limbeck::downgrade(&database.connection, migrations, Target::Base).await.expect("the way back");
    }));
}

/// A row is in the way of the last step.
#[test]
fn a_revision_that_fails_behind_the_commit_is_finished_by_the_next_run() {
    run(with_database(Dialect::Postgres, "split_fails", |database| async move {
        let migrations = migrations(USES);
        limbeck::upgrade(&database.connection, migrations, Target::Revision("aa1".into())).await.expect("the first");
        send(&database, "INSERT INTO tickets (id, state) VALUES (7, 'closed')").await;
        for _ in 0..2 {
            let failed = limbeck::upgrade(&database.connection, migrations, Target::Head).await;
            let error = failed.expect_err("a row breaks the check").to_string();
            assert!(error.contains("ck_few") && error.contains("1 of its 5 steps are done"), "{error}");
            assert_eq!(labels(&database).await.as_deref(), Some("open archived closed"));
            assert_eq!(state(&database).await.as_deref(), Some("upgrade stopped 1"));
            let rest = "SELECT count(*)::text FROM pg_constraint WHERE conname LIKE 'ck%'";
            assert_eq!(text(&database, rest).await.as_deref(), Some("0"), "the rest is undone");
        }
        send(&database, "DELETE FROM tickets").await;
        let report = limbeck::upgrade(&database.connection, migrations, Target::Head).await.expect("the rest");
        assert!(report.ran.iter().all(|ran| !ran.statements.iter().any(|sql| sql.contains("ADD VALUE"))));
        assert_eq!(state(&database).await.as_deref(), Some("applied 0"));
        limbeck::downgrade(&database.connection, migrations, Target::Base).await.expect("the way back");
    }));
}

static WAITS: AtomicBool = AtomicBool::new(true);
static REACHED: AtomicBool = AtomicBool::new(false);

const FILLS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_enum("state", ["open", "closed"], ["open", "closed", "archived"]);
        op.run("archive", |db: Data| async move {
            db.execute_unprepared("UPDATE tickets SET state = 'archived' WHERE state = 'closed'").await?;
            REACHED.store(true, Ordering::SeqCst);
            if WAITS.load(Ordering::SeqCst) { pending().await } else { Ok(()) }
        });
        op.alter_column("tickets", "state").set_default("archived");
    },
    |_| {},
);

/// The process ends while it is in the second transaction: nothing of it is there to tidy up.
#[test]
fn a_run_that_is_killed_behind_the_commit_is_finished_by_the_next() {
    run(with_database(Dialect::Postgres, "split_killed", |database| async move {
        let migrations = migrations(FILLS);
        limbeck::upgrade(&database.connection, migrations, Target::Revision("aa1".into())).await.expect("the first");
        send(&database, "INSERT INTO tickets (state) VALUES ('open'), ('closed')").await;
        let pool = database.connection.clone();
        let running = tokio::spawn(async move { limbeck::upgrade(&pool, migrations, Target::Head).await });
        while !REACHED.load(Ordering::SeqCst) {
            assert!(!running.is_finished(), "{:?}", running.await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(state(&database).await.as_deref(), Some("upgrade stopped 1"), "written with the labels");
        running.abort();
        assert!(running.await.is_err_and(|error| error.is_cancelled()));

        assert_eq!(labels(&database).await.as_deref(), Some("open closed archived"));
        WAITS.store(false, Ordering::SeqCst);
        let report = limbeck::upgrade(&database.connection, migrations, Target::Head).await.expect("the rest");
        assert_eq!(report.ran.iter().flat_map(|ran| &ran.data_steps).collect::<Vec<_>>(), ["archive"]);
        assert_eq!(state(&database).await.as_deref(), Some("applied 0"));
        let archived = "SELECT count(*)::text FROM tickets WHERE state = 'archived'";
        assert_eq!(text(&database, archived).await.as_deref(), Some("1"));
    }));
}

const COMES_BACK: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_column("tickets", "state").set_default("closed");
        op.alter_enum("state", ["open", "closed"], ["closed"]);
    },
    |op| {
        op.alter_enum("state", ["closed"], ["open", "closed"]);
        op.alter_column("tickets", "state").set_default("open");
        op.execute("SELECT 1 / (SELECT count(*) FROM tickets)");
    },
);

/// The way down uses a label that comes back with it.
#[test]
fn a_way_down_that_fails_behind_the_commit_is_finished_by_the_next_run() {
    run(with_database(Dialect::Postgres, "split_down", |database| async move {
        let migrations = migrations(COMES_BACK);
        limbeck::upgrade(&database.connection, migrations, Target::Head).await.expect("the way up");
        let down = || limbeck::downgrade(&database.connection, migrations, Target::Revision("aa1".into()));
        let error = down().await.expect_err("there is no row").to_string();
        assert!(error.contains("1 of its 3 steps are done"), "{error}");
        assert_eq!(state(&database).await.as_deref(), Some("downgrade stopped 1"));
        assert_eq!(labels(&database).await.as_deref(), Some("open closed"));
        send(&database, "INSERT INTO tickets DEFAULT VALUES").await;
        down().await.expect("the rest of the way down");
        assert_eq!(state(&database).await, None);
        send(&database, "INSERT INTO tickets DEFAULT VALUES").await;
        let states = "SELECT string_agg(state::text, ' ' ORDER BY id) FROM tickets";
        assert_eq!(text(&database, states).await.as_deref(), Some("closed open"));
    }));
}
