//! A run in the other direction than one that died: what was undone is redone, what was done is undone, and rows that are still there stay.

use limbeck::{Cause, Migrations, Run, State, Stuck, prelude::*};
use limbeck_schema::{Dialect, Schema};
use limbeck_tests::{Database, run, with_database};

use super::{FIRST, SECOND, Way, die_before, go, history, lines, migrations, send};
use crate::round::{assert_same, read};

const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

fn before(op: &mut Op) {
    op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
}

/// What its way down undoes is known step by step.
fn upgrade(op: &mut Op) {
    op.create_table("toys", [pk_auto("id"), string_len("name", 20)]).primary_key(["id"]);
    op.create_index("by_toy", "toys", ["name"]);
    op.create_index("by_name", "animals", ["name"]).concurrently();
    op.add_column("animals", string_len("note", 20).null());
    op.fill_column("animals", "note", "none");
    op.alter_column("animals", "note").set_not_null();
    op.add_column("animals", integer("legs").default(4));
}

fn downgrade(op: &mut Op) {
    op.drop_column("animals", "legs");
    op.drop_index("by_name", "animals", ["name"]).concurrently();
    op.drop_column("animals", "note");
    op.drop_table("toys");
}

fn all() -> &'static Migrations {
    of(Revision::new(SECOND).revises(&[FIRST]).steps(upgrade, downgrade))
}

fn of(second: Revision) -> &'static Migrations {
    migrations([Revision::new(FIRST).steps(before, |_| {}), second])
}

/// A database at the head, with rows; what it is there, and what it was before the second revision.
async fn ends(database: &Database, all: &'static Migrations) -> [Schema; 2] {
    go(database, Run::new(all), &Way::Up).await.expect("the way up");
    go(database, Run::new(all), &Way::Down(FIRST)).await.expect("the way down");
    send(database, "INSERT INTO animals (name) VALUES ('Rex')").await;
    let low = read(database).await;
    go(database, Run::new(all), &Way::Up).await.expect("the way up");
    [low, read(database).await]
}

/// Whether all is applied, and nothing is in doubt.
async fn is_whole(database: &Database) -> bool {
    history(database).await.iter().all(|row| row.state == State::Applied && row.in_flight.is_none())
}

#[test]
fn an_upgrade_redoes_what_a_downgrade_that_died_has_undone() {
    for dialect in DIALECTS {
        let mut died = 0;
        loop {
            let went_on = run(with_database(dialect, "returning", |database| async move {
                let [_, high] = ends(&database, all()).await;
                send(&database, "INSERT INTO toys (name) VALUES ('bear')").await;
                if !die_before(&database, all(), Way::Down(FIRST), died + 1).await {
                    return false;
                }
                let when = format!("{dialect}: a downgrade that died before statement {}", died + 1);
                let row = history(&database).await.pop().expect("a row");
                go(&database, Run::new(all()), &Way::Up).await.unwrap_or_else(|error| panic!("{when}: {error}"));
                assert_same(&high, &read(&database).await, &when);
                assert!(is_whole(&database).await, "{when}");
                let again = history(&database).await.pop().expect("a row");
                assert_eq!((again.applied_at, again.upgrade), (row.applied_at, row.upgrade), "{when}");
                assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Rex"], "{when}");
                assert_eq!(lines(&database, "SELECT note FROM animals").await, ["none"], "{when}");
                // The last statement of the way down is the only one that takes it.
                assert_eq!(lines(&database, "SELECT name FROM toys").await, ["bear"], "{when}");
                true
            }));
            if !went_on {
                break;
            }
            died += 1;
        }
        assert!(died >= 4, "{dialect}: {died} statements");
    }
}

/// The run that redoes dies as well, and the next one goes the one way or the other.
#[test]
fn a_run_that_dies_while_it_redoes_can_be_followed_in_both_directions() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        for (first, second) in (3..=4).flat_map(|first| (1..=6).map(move |second| (first, second))) {
            for last in [Way::Up, Way::Down(FIRST)] {
                run(with_database(dialect, "redoing", |database| async move {
                    let [low, high] = ends(&database, all()).await;
                    let when = format!("{dialect}: down until {first}, up until {second}, then {last:?}");
                    assert!(die_before(&database, all(), Way::Down(FIRST), first).await, "{when}");
                    // With fewer statements it has come to its end, which is as good.
                    die_before(&database, all(), Way::Up, second).await;
                    go(&database, Run::new(all()), &last).await.unwrap_or_else(|error| panic!("{when}: {error}"));
                    let end = if matches!(last, Way::Up) { high } else { low };
                    assert_same(&end, &read(&database).await, &when);
                    assert!(is_whole(&database).await, "{when}");
                    assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Rex"], "{when}");
                }));
            }
        }
    }
}

#[test]
fn what_nothing_redoes_is_finished_where_that_takes_nothing_away() {
    const SECOND_TIME: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.add_column("animals", string_len("note", 40).null());
            op.fill_column("animals", "note", sql("CONCAT(name, '!')"));
            op.create_index("by_name", "animals", ["name"]);
        },
        |op| {
            op.drop_column("animals", "note");
            op.drop_index("by_name", "animals", ["name"]);
        },
    );
    run(with_database(Dialect::MariaDb, "finishing", |database| async move {
        let all = of(SECOND_TIME);
        let [_, high] = ends(&database, all).await;
        assert!(die_before(&database, all, Way::Down(FIRST), 2).await);
        go(&database, Run::new(all), &Way::Up).await.expect("the rest, and the revision anew");
        assert_same(&high, &read(&database).await, "anew");
        assert_eq!(lines(&database, "SELECT note FROM animals").await, ["Rex!"]);
        assert!(is_whole(&database).await);
    }));
}

#[test]
fn what_nothing_redoes_is_left_where_rows_would_go() {
    const FILLS: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.create_table("toys", [pk_auto("id"), string_len("name", 20)]).primary_key(["id"]);
            op.create_table("beds", [pk_auto("id"), string_len("name", 20)]).primary_key(["id"]);
            op.execute("INSERT INTO beds (name) VALUES ('soft')");
        },
        |op| {
            op.drop_table("beds");
            op.drop_table("toys");
        },
    );
    run(with_database(Dialect::MariaDb, "losing", |database| async move {
        let all = of(FILLS);
        let [_, high] = ends(&database, all).await;
        send(&database, "INSERT INTO toys (name) VALUES ('bear')").await;
        assert!(die_before(&database, all, Way::Down(FIRST), 2).await);
        let error = go(&database, Run::new(all), &Way::Up).await.expect_err("rows that would go");
        let Cause::Unfinished { why: Stuck::Loses { undone, loss }, .. } = error.cause() else { panic!("{error}") };
        assert!(undone.contains("beds") && loss.contains("toys"), "{error}");
        let hint = error.hint();
        assert!(["`downgrade` finishes it", "stamp bbbbbbbbbbbb"].iter().all(|words| hint.contains(words)), "{hint}");
        assert_eq!(lines(&database, "SELECT name FROM toys").await, ["bear"]);
        // As it is told.
        go(&database, Run::new(all), &Way::Down("-1")).await.expect("the rest of the way down");
        go(&database, Run::new(all), &Way::Up).await.expect("the way up");
        assert_same(&high, &read(&database).await, "anew");
        assert_eq!(lines(&database, "SELECT name FROM beds").await, ["soft"]);
    }));
}

/// Down amid a way up, up amid that, and so on: the rest of the way up comes at the end.
#[test]
fn a_way_up_that_was_turned_and_turned_again_comes_to_its_end() {
    for (first, second) in (2..=7).flat_map(|first| (1..=3).map(move |second| (first, second))) {
        run(with_database(Dialect::MariaDb, "turned_twice", |database| async move {
            let [low, high] = ends(&database, all()).await;
            let when = format!("up until {first}, down until {second}");
            go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("the way down");
            assert!(die_before(&database, all(), Way::Up, first).await, "{when}");
            die_before(&database, all(), Way::Down(FIRST), second).await;
            go(&database, Run::new(all()), &Way::Up).await.unwrap_or_else(|error| panic!("{when}: {error}"));
            assert_same(&high, &read(&database).await, &when);
            assert!(is_whole(&database).await, "{when}");
            go(&database, Run::new(all()), &Way::Down(FIRST)).await.unwrap_or_else(|error| panic!("{when}: {error}"));
            assert_same(&low, &read(&database).await, &when);
            assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Rex"], "{when}");
        }));
    }
}
