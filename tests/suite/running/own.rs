//! Raw SQL and data steps that do several things where DDL commits by itself: what of them is committed is in doubt, and not undone.

use limbeck::{Cause, Left, Migrations, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, go, history, lines, migrations, send};

fn all(upgrade: fn(&mut Op)) -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(
            |op| _ = op.create_table("owners", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]),
            |_| {},
        ),
        Revision::new(SECOND).revises(&[FIRST]).steps(upgrade, |_| {}),
    ])
}

async fn begin(database: &Database) {
    go(database, Run::new(all(|_| {})), &Way::Up).await.expect("a start");
    go(database, Run::new(all(|_| {})), &Way::Down(FIRST)).await.expect("a start");
}

const BLOCK: &str = "BEGIN NOT ATOMIC INSERT INTO owners (name) VALUES ('Bo'); ALTER TABLE owners ADD COLUMN age integer; \
                     INSERT INTO owners (nothing) VALUES (1); END";

#[test]
fn a_block_that_fails_behind_ddl_is_in_doubt() {
    let recording = |op: &mut Op| {
        op.execute(BLOCK).records(|op| _ = op.add_column("owners", integer("age").null()));
    };
    for (name, upgrade) in [("plain", (|op| _ = op.execute(BLOCK)) as fn(&mut Op)), ("recording", recording)] {
        run(with_database(Dialect::MariaDb, "block", |database| async move {
            begin(&database).await;
            let error = go(&database, Run::new(all(upgrade)), &Way::Up).await.expect_err("no such column");
            let Cause::Statement { left, .. } = error.cause() else { panic!("{name}: {error}") };
            assert_eq!(*left, Left::Unclear { done: 0, total: 1 }, "{name}");
            let error = go(&database, Run::new(all(upgrade)), &Way::Up).await.expect_err("a person is asked");
            assert!(error.hint().contains("--assume-done"), "{name}: {error}");
            assert_eq!(lines(&database, "SELECT name FROM owners").await, ["Bo"], "{name}: once");
        }));
    }
}

#[test]
fn a_statement_that_is_refused_has_done_nothing() {
    for sql in ["ALTER TABLE owners ADD COLUMN name integer", "-- why\nINSERT INTO owners (nothing) VALUES (1)"] {
        run(with_database(Dialect::MariaDb, "refused", |database| async move {
            begin(&database).await;
            let upgrade: fn(&mut Op) = if sql.starts_with("ALTER") {
                |op| _ = op.execute("ALTER TABLE owners ADD COLUMN name integer")
            } else {
                |op| _ = op.execute("-- why\nINSERT INTO owners (nothing) VALUES (1)")
            };
            let error = go(&database, Run::new(all(upgrade)), &Way::Up).await.expect_err(sql);
            let Cause::Statement { left, .. } = error.cause() else { panic!("{sql}: {error}") };
            assert_eq!(*left, Left::Nothing, "{sql}");
            assert_eq!(history(&database).await.len(), 1, "{sql}");
        }));
    }
}

#[test]
fn a_step_whose_record_can_not_be_written_is_in_doubt_if_it_left_its_transaction() {
    fn upgrade(op: &mut Op) {
        op.run("fill and alter", |db: Data| async move {
            db.execute_unprepared("INSERT INTO owners (name) VALUES ('Bo')").await?;
            db.execute_unprepared("ALTER TABLE owners ADD COLUMN age integer").await.map(|_| ())
        });
    }
    run(with_database(Dialect::MariaDb, "unwritable", |database| async move {
        begin(&database).await;
        // The record behind the step is the first that is no more in flight.
        send(
            &database,
            "CREATE TRIGGER no BEFORE UPDATE ON limbeck_history FOR EACH ROW BEGIN \
             IF OLD.in_flight IS NOT NULL AND NEW.in_flight IS NULL THEN SIGNAL SQLSTATE '45000'; END IF; END",
        )
        .await;
        go(&database, Run::new(all(upgrade)), &Way::Up).await.expect_err("a record that can't be written");
        send(&database, "DROP TRIGGER no").await;
        let error = go(&database, Run::new(all(upgrade)), &Way::Up).await.expect_err("a person is asked");
        assert!(error.hint().contains("--assume-done"), "{error}");
        assert_eq!(lines(&database, "SELECT name FROM owners").await, ["Bo"], "once");
    }));
}
