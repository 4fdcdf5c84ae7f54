//! Where DDL can't be rolled back, a run that died leaves one statement in doubt. The next one looks what became of it.

use limbeck::{Assume, Cause, Doubt, Left, Migrations, Run, State, Stuck, prelude::*};
use limbeck_schema::{Dialect, Schema};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, die_before, go, history, lines, migrations, send};
use crate::round::{assert_same, read};

pub(super) fn before(op: &mut Op) {
    op.create_enum("mood", ["bad", "good"]);
    op.create_table("owners", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
    op.create_table(
        "animals",
        [pk_auto("id"), string_len("name", 40), integer("owner_id"), enumeration("mood", "mood", ["bad", "good"])],
    )
    .primary_key(["id"])
    .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).named("fk-animals-owner"));
    op.create_index("by_owner", "animals", ["owner_id"]);
}

const ROWS: [&str; 3] = [
    "INSERT INTO owners (name) VALUES ('Ann')",
    "INSERT INTO animals (name, owner_id, mood) VALUES ('Rex', 1, 'bad')",
    "INSERT INTO animals (name, owner_id, mood) VALUES ('Ida', 1, 'good')",
];

/// Steps of one statement and of several, some of which change rows.
fn upgrade(op: &mut Op) {
    op.create_table("lifts", [pk_auto("id"), string_len("maker", 20)]).primary_key(["id"]);
    op.rename_enum_label("mood", "bad", "grumpy");
    op.add_column("animals", string_len("note", 20).null());
    op.fill_column("animals", "note", "none");
    op.alter_column("animals", "note").set_not_null();
    op.drop_index("by_owner", "animals", ["owner_id"]);
    op.add_check("animals", check("noted", "note <> ''"));
    op.rename_column("animals", "note", "remark");
    op.rename_table("lifts", "elevators");
    op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk-animals-owner");
}

fn downgrade(op: &mut Op) {
    op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk-animals-owner"));
    op.rename_table("elevators", "lifts");
    op.rename_column("animals", "remark", "note");
    op.drop_check("animals", "noted");
    op.create_index("by_owner", "animals", ["owner_id"]);
    op.drop_column("animals", "note");
    op.rename_enum_label("mood", "grumpy", "bad");
    op.drop_table("lifts");
}

pub(super) fn all() -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(before, |_| {}),
        Revision::new(SECOND).revises(&[FIRST]).steps(upgrade, downgrade),
    ])
}

const MOODS: &str = "SELECT CONCAT(name, ' ', mood) FROM animals ORDER BY id";

/// The database before the revision and after it.
pub(super) async fn ends(database: &Database) -> [Schema; 2] {
    let first = migrations([Revision::new(FIRST).steps(before, |_| {})]);
    go(database, Run::new(first), &Way::Up).await.expect("the first revision");
    for sql in ROWS {
        send(database, sql).await;
    }
    let before = read(database).await;
    go(database, Run::new(all()), &Way::Up).await.expect("an undisturbed run");
    let after = read(database).await;
    go(database, Run::new(all()), &Way::Down(FIRST)).await.expect("an undisturbed way back");
    assert_same(&before, &read(database).await, "the way back");
    [before, after]
}

/// What became of the statement in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    NeverSent,
    TookEffect,
}

/// Lets the statement in flight take effect, as a server does whose client is gone; whether there is one that can without its record.
pub(super) async fn land(database: &Database) -> bool {
    let rows = history(database).await;
    let flight = rows.iter().find_map(|row| row.in_flight.clone()).expect("a statement in flight");
    assert!(matches!(flight.doubt, Doubt::LookedSo(_)), "{flight:?}");
    let sql = &flight.statements[flight.at];
    let changes_rows = sql.starts_with("UPDATE");
    if !changes_rows {
        send(database, sql).await;
    }
    !changes_rows
}

/// A run that dies before or behind each of its statements, and another behind it; how many there are.
async fn die_everywhere(fate: Fate, dying: Way) -> usize {
    let mut number = 1;
    loop {
        let way = dying.clone();
        let went_on = with_database(Dialect::MariaDb, "settling", |database| async move {
            let [before, after] = ends(&database).await;
            let when = format!("{way:?} that died at {number}, {fate:?}");
            let end = match way {
                Way::Up => after,
                Way::Down(_) => {
                    go(&database, Run::new(all()), &Way::Up).await.expect("the way up");
                    before
                }
            };
            if !die_before(&database, all(), way.clone(), number).await {
                return false;
            }
            if fate == Fate::TookEffect && !land(&database).await {
                return true;
            }
            go(&database, Run::new(all()), &way).await.unwrap_or_else(|error| panic!("{when}: {error}"));
            assert_same(&end, &read(&database).await, &when);
            let bad = if matches!(way, Way::Up) { "Rex grumpy" } else { "Rex bad" };
            assert_eq!(lines(&database, MOODS).await, [bad, "Ida good"], "{when}");
            assert!(history(&database).await.iter().all(|row| row.state == State::Applied && row.in_flight.is_none()));
            true
        })
        .await;
        if !went_on {
            return number - 1;
        }
        number += 1;
    }
}

#[test]
fn an_upgrade_that_died_before_any_statement_is_gone_on_with() {
    let died = run(die_everywhere(Fate::NeverSent, Way::Up));
    assert!(died > 12, "{died} statements");
}

#[test]
fn an_upgrade_that_died_behind_any_statement_is_gone_on_with() {
    let died = run(die_everywhere(Fate::TookEffect, Way::Up));
    assert!(died > 12, "{died} statements");
}

#[test]
fn a_downgrade_that_died_before_any_statement_is_gone_on_with() {
    let died = run(die_everywhere(Fate::NeverSent, Way::Down(FIRST)));
    assert!(died > 8, "{died} statements");
}

#[test]
fn a_downgrade_that_died_behind_any_statement_is_gone_on_with() {
    let died = run(die_everywhere(Fate::TookEffect, Way::Down(FIRST)));
    assert!(died > 8, "{died} statements");
}

/// The next run goes the other way: it finishes the step that was begun, and undoes or redoes what was done.
async fn turn_everywhere(fate: Fate, dying: Way, other: Way) -> Vec<String> {
    let mut stuck = Vec::new();
    for number in 1.. {
        let (dying, other) = (dying.clone(), other.clone());
        let outcome = with_database(Dialect::MariaDb, "turning", |database| async move {
            let [before, after] = ends(&database).await;
            let when = format!("{other:?} behind {dying:?} that died at {number}, {fate:?}");
            let (end, bad) = match other {
                Way::Up => (after, "Rex grumpy"),
                Way::Down(_) => (before, "Rex bad"),
            };
            if matches!(dying, Way::Down(_)) {
                go(&database, Run::new(all()), &Way::Up).await.expect("the way up");
            }
            if !die_before(&database, all(), dying.clone(), number).await {
                return None;
            }
            if fate == Fate::TookEffect {
                land(&database).await;
            }
            let mut outcome = go(&database, Run::new(all()), &other).await;
            let refused = outcome.as_ref().err().map(|error| format!("{error}; {}", error.hint()));
            if let Err(error) = &outcome {
                assert!(matches!(error.cause(), Cause::Unfinished { .. }), "{when}: {error}");
                go(&database, Run::new(all()), &dying).await.expect("the rest");
                outcome = go(&database, Run::new(all()), &other).await;
            }
            outcome.unwrap_or_else(|error| panic!("{when}: {error}"));
            assert_same(&end, &read(&database).await, &when);
            assert_eq!(lines(&database, MOODS).await, [bad, "Ida good"], "{when}");
            let whole =
                history(&database).await.iter().all(|row| row.state == State::Applied && row.in_flight.is_none());
            assert!(whole, "{when}");
            Some(refused)
        })
        .await;
        match outcome {
            Some(refused) => stuck.extend(refused),
            None => break,
        }
    }
    stuck
}

#[test]
fn a_downgrade_undoes_what_was_done_of_an_upgrade_that_died() {
    for fate in [Fate::NeverSent, Fate::TookEffect] {
        let stuck = run(turn_everywhere(fate, Way::Up, Way::Down("-1")));
        assert!(stuck.is_empty(), "{fate:?}: each step can be finished and undone: {stuck:#?}");
    }
}

/// A column is gone whose values came by another name, and a table would go: that is left to a person.
#[test]
fn an_upgrade_redoes_what_was_undone_by_a_downgrade_that_died() {
    for fate in [Fate::NeverSent, Fate::TookEffect] {
        let stuck = run(turn_everywhere(fate, Way::Down(FIRST), Way::Up));
        for words in &stuck {
            let parts = ["`drop_column animals.note` alone", "`drop_table lifts`", "`downgrade` finishes it", SECOND];
            assert!(parts.iter().all(|part| words.contains(part)), "{fate:?}: {words}");
        }
        assert!(!stuck.is_empty() && stuck.len() < 8, "{fate:?}: {stuck:#?}");
    }
}

const OPAQUE: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
    |op| {
        op.create_table("lifts", [pk_auto("id")]).primary_key(["id"]);
        op.execute("CREATE TABLE ramps (id integer)");
        op.execute("INSERT INTO owners (name) VALUES ('Bo')");
    },
    |op| {
        op.execute("DROP TABLE ramps");
        op.drop_table("lifts");
    },
);

/// Dies before the `number`-th statement of `revision`; what is done behind it by hand is `by_hand`.
pub(super) async fn opaque(database: &Database, number: usize, by_hand: Option<&str>) -> &'static Migrations {
    let all = migrations([Revision::new(FIRST).steps(before, |_| {}), OPAQUE]);
    go(database, Run::new(all), &Way::Up).await.expect("nothing is in the way");
    go(database, Run::new(all), &Way::Down(FIRST)).await.expect("nothing is in the way");
    assert!(die_before(database, all, Way::Up, number).await);
    if let Some(sql) = by_hand {
        // As the server does: the statement ends the transaction, and with it commits the record that says so.
        let flight =
            "{\"done\":2,\"statements\":[\"CREATE TABLE ramps (id integer)\"],\"at\":0,\"doubt\":\"left_transaction\"}";
        send(
            database,
            &format!("UPDATE limbeck_history SET state = 'upgrading', in_flight = '{flight}' WHERE id = '{SECOND}'"),
        )
        .await;
        send(database, sql).await;
    }
    all
}

#[test]
fn raw_sql_that_was_rolled_back_is_sent_again() {
    run(with_database(Dialect::MariaDb, "opaque", |database| async move {
        for (round, number) in [(1, 2), (2, 3)] {
            let all = opaque(&database, number, None).await;
            go(&database, Run::new(all), &Way::Up).await.unwrap_or_else(|error| panic!("{number}: {error}"));
            // The undisturbed run has added one, too.
            assert_eq!(lines(&database, "SELECT name FROM owners").await.len(), 2 * round, "{number}");
            go(&database, Run::new(all), &Way::Down(FIRST)).await.expect("the way back");
        }
    }));
}

#[test]
fn raw_sql_in_doubt_stops_with_the_two_commands() {
    run(with_database(Dialect::MariaDb, "in_doubt", |database| async move {
        for (assume, by_hand) in [(Assume::Done, "CREATE TABLE ramps (id integer)"), (Assume::Undone, "SELECT 1")] {
            let all = opaque(&database, 2, Some(by_hand)).await;
            for way in [Way::Up, Way::Down(FIRST)] {
                let error = go(&database, Run::new(all), &way).await.expect_err("a step in doubt");
                assert!(matches!(error.cause(), Cause::Unfinished { why: Stuck::Unclear, done: 1, .. }), "{error}");
                let hint = error.hint();
                assert!(hint.contains("--assume-done") && hint.contains("--assume-undone"), "{hint}");
            }
            go(&database, Run::new(all).assume(assume), &Way::Up)
                .await
                .unwrap_or_else(|error| panic!("{assume:?}: {error}"));
            assert!(lines(&database, "SELECT 'x' FROM ramps").await.is_empty());
            let error = go(&database, Run::new(all).assume(assume), &Way::Up).await.expect_err("nothing in doubt");
            assert!(matches!(error.cause(), Cause::NothingInDoubt), "{error}");
            go(&database, Run::new(all), &Way::Down(FIRST)).await.expect("the way back");
        }
    }));
}

/// The record that a data step's transaction begins with: DDL in the step commits it.
#[test]
fn a_data_step_that_left_its_transaction_is_in_doubt() {
    const ALTERS: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.run("alter and fail", |db: Data| async move {
                db.execute_unprepared("INSERT INTO owners (name) VALUES ('Bo')").await?;
                db.execute_unprepared("ALTER TABLE owners ADD COLUMN age integer").await?;
                db.execute_unprepared("no SQL").await.map(|_| ())
            });
        },
        |_| {},
    );
    const FAILS: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.run("fill and fail", |db: Data| async move {
                db.execute_unprepared("INSERT INTO owners (name) VALUES ('Bo')").await?;
                db.execute_unprepared("no SQL").await.map(|_| ())
            });
        },
        |_| {},
    );
    for (revision, expected, rows) in [(ALTERS, Left::Unclear { done: 0, total: 1 }, 1), (FAILS, Left::Nothing, 0)] {
        run(with_database(Dialect::MariaDb, "left", |database| async move {
            let all = migrations([Revision::new(FIRST).steps(before, |_| {}), revision]);
            let error = go(&database, Run::new(all), &Way::Up).await.expect_err("no SQL");
            let Cause::DataStep { left, .. } = error.cause() else { panic!("{error}") };
            assert_eq!(*left, expected);
            assert_eq!(lines(&database, "SELECT name FROM owners").await.len(), rows);
            assert_eq!(history(&database).await.len(), 1 + rows);
        }));
    }
}

#[test]
fn what_is_not_begun_of_a_revision_may_be_said_anew() {
    const WRONG: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.create_table("lifts", [pk_auto("id")]).primary_key(["id"]);
            op.execute("CREATE TABEL ramps (id integer)");
        },
        |_| {},
    );
    const OTHERWISE: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.create_table("elevators", [pk_auto("id")]).primary_key(["id"]);
        },
        |_| {},
    );
    run(with_database(Dialect::MariaDb, "anew", |database| async move {
        let first = Revision::new(FIRST).steps(before, |_| {});
        let error = go(&database, Run::new(migrations([first, WRONG])), &Way::Up).await.expect_err("no SQL");
        let Cause::Statement { left, .. } = error.cause() else { panic!("{error}") };
        assert_eq!(*left, Left::Steps { done: 1, total: 2 });
        let first = Revision::new(FIRST).steps(before, |_| {});
        let error = go(&database, Run::new(migrations([first, OTHERWISE])), &Way::Up).await.expect_err("another past");
        assert!(matches!(error.cause(), Cause::Unfinished { why: Stuck::Edited, .. }), "{error}");
        let mended = migrations([Revision::new(FIRST).steps(before, |_| {}), OPAQUE]);
        go(&database, Run::new(mended), &Way::Up).await.expect("the rest, said anew");
        let row = history(&database).await.pop().expect("a row");
        assert_eq!((row.state, row.upgrade_steps().expect("steps").len()), (State::Applied, 3));
        go(&database, Run::new(mended), &Way::Down(FIRST)).await.expect("the mended way back");
    }));
}
