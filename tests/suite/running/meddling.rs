//! What others do to the tables between a run that died and the next one, and what a person says of a step that is not in doubt.

use limbeck::{Assume, Cause, Left, Migrations, Run, State, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};

use super::{FIRST, SECOND, Way, die_before, go, history, lines, migrations, send};

fn before(op: &mut Op) {
    op.create_enum("mood", ["bad", "good"]);
    op.create_enum("size", ["small", "big"]);
    op.create_table("animals", [pk_auto("id"), string_len("name", 40), enumeration("mood", "mood", ["bad", "good"])])
        .primary_key(["id"]);
    op.create_table("boxes", [pk_auto("id"), enumeration("size", "size", ["small", "big"])]).primary_key(["id"]);
}

fn labels(op: &mut Op) {
    op.rename_enum_label("mood", "bad", "grumpy");
}

fn all(upgrade: fn(&mut Op)) -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(before, |_| {}),
        Revision::new(SECOND).revises(&[FIRST]).steps(upgrade, |_| {}),
    ])
}

async fn begin(database: &Database) {
    go(database, Run::new(migrations([Revision::new(FIRST).steps(before, |_| {})])), &Way::Up).await.expect("a start");
    send(database, "INSERT INTO animals (name, mood) VALUES ('Rex', 'bad'), ('Ida', 'good')").await;
}

#[test]
fn rows_are_changed_also_if_somebody_changed_the_table_meanwhile() {
    run(async {
        let mut number = 1;
        // Before each statement of the step, by hand: a change of the table itself, and of one that has labels of another type.
        while with_database(Dialect::MariaDb, "meddling", |database| async move {
            begin(&database).await;
            if !die_before(&database, all(labels), Way::Up, number).await {
                return false;
            }
            let row = history(&database).await.pop().expect("a row");
            let flight = row.in_flight.expect("a statement in flight");
            let sql = flight.statements.get(flight.at).cloned().unwrap_or_default();
            if sql.starts_with("UPDATE") {
                send(&database, "CREATE INDEX by_hand ON animals (name)").await;
            }
            send(&database, "ALTER TABLE boxes COMMENT = 'by hand'").await;
            let when = format!("before `{sql}`");
            go(&database, Run::new(all(labels)), &Way::Up).await.unwrap_or_else(|error| panic!("{when}: {error}"));
            let moods = "SELECT CONCAT(name, ' ', mood) FROM animals ORDER BY id";
            assert_eq!(lines(&database, moods).await, ["Rex grumpy", "Ida good"], "{when}");
            true
        })
        .await
        {
            number += 1;
        }
        assert!(number > 3, "a label is renamed in three statements: {number}");
    });
}

#[test]
fn a_person_is_asked_only_of_what_nobody_else_can_tell() {
    for assume in [Assume::Done, Assume::Undone] {
        run(with_database(Dialect::MariaDb, "assumed", |database| async move {
            begin(&database).await;
            // The server refuses the second statement; the first has taken effect.
            send(&database, "CREATE TRIGGER no BEFORE UPDATE ON animals FOR EACH ROW SIGNAL SQLSTATE '45000'").await;
            let error = go(&database, Run::new(all(labels)), &Way::Up).await.expect_err("rows that can't be changed");
            let Cause::Statement { left, .. } = error.cause() else { panic!("{error}") };
            assert!(matches!(left, Left::Partly { statement: 1, .. }), "{left:?}");
            let error = go(&database, Run::new(all(labels)).assume(assume), &Way::Up).await.expect_err("no doubt");
            assert!(matches!(error.cause(), Cause::NothingInDoubt), "{assume:?}: {error}");
            send(&database, "DROP TRIGGER no").await;
            // A run that died: the catalog tells, and it tells otherwise than the person.
            assert!(die_before(&database, all(labels), Way::Up, 1).await, "{assume:?}");
            let error = go(&database, Run::new(all(labels)).assume(assume), &Way::Up).await.expect_err("no doubt");
            assert!(matches!(error.cause(), Cause::NothingInDoubt), "{assume:?}: {error}");
            go(&database, Run::new(all(labels)), &Way::Up).await.unwrap_or_else(|error| panic!("{assume:?}: {error}"));
            assert_eq!(lines(&database, "SELECT CAST(mood AS CHAR) FROM animals WHERE id = 1").await, ["grumpy"]);
            assert!(history(&database).await.iter().all(|row| row.state == State::Applied));
        }));
    }
}

/// A table that looks otherwise is no proof that the statement in flight did it.
#[test]
fn a_step_is_not_taken_for_done_because_somebody_changed_its_table() {
    fn adds(op: &mut Op) {
        op.add_column("animals", integer("legs").null());
    }
    for (assume, by_hand) in [
        (None, "ALTER TABLE animals ADD COLUMN legs integer"),
        (Some(Assume::Undone), "CREATE INDEX by_hand ON animals (name)"),
    ] {
        run(with_database(Dialect::MariaDb, "coincidence", |database| async move {
            begin(&database).await;
            assert!(die_before(&database, all(adds), Way::Up, 1).await, "{by_hand}");
            send(&database, by_hand).await;
            let mut next = Run::new(all(adds));
            if let Some(assume) = assume {
                let error = go(&database, Run::new(all(adds)), &Way::Up).await.expect_err("a person is asked");
                assert!(error.hint().contains("--assume-undone"), "{by_hand}: {error}");
                next = next.assume(assume);
            }
            go(&database, next, &Way::Up).await.unwrap_or_else(|error| panic!("{by_hand}: {error}"));
            assert_eq!(lines(&database, "SELECT 'x' FROM animals WHERE legs IS NULL").await.len(), 2, "{by_hand}");
            assert!(history(&database).await.iter().all(|row| row.state == State::Applied), "{by_hand}");
        }));
    }
}
