//! What a revision's own functions may do: they say the same each time, and only data steps hear of anything else.

use std::sync::{
    Mutex,
    atomic::{AtomicU32, Ordering},
};

use limbeck::{Cause, Direction, Event, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, go, history, lines, migrations};

#[test]
fn a_revision_that_says_two_things_is_refused() {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    fn impure(op: &mut Op) {
        let name = format!("animals_{}", CALLS.fetch_add(1, Ordering::Relaxed));
        op.create_table(name, [pk_auto("id")]).primary_key(["id"]);
    }
    fn pure(op: &mut Op) {
        op.create_table("animals", [pk_auto("id")]).primary_key(["id"]);
    }
    for (revision, expected) in [
        (Revision::new(FIRST).steps(impure, |_| {}), Direction::Upgrade),
        (Revision::new(FIRST).steps(pure, impure), Direction::Downgrade),
    ] {
        run(with_database(Dialect::Sqlite, "impure", |database| async move {
            let error = go(&database, Run::new(migrations([revision])), &Way::Up).await.expect_err("two things");
            let Cause::Impure { id, direction } = error.cause() else { panic!("{error}") };
            assert_eq!((id.as_str(), *direction), (FIRST, expected));
            assert!(error.hint().contains("data step"), "{}", error.hint());
            assert!(history(&database).await.is_empty());
        }));
    }
}

#[test]
fn a_data_step_hears_what_it_is_told_and_says_how_far_it_is() {
    const STEPS: Revision = Revision::new(FIRST).steps(
        |op| {
            op.create_table("notes", [pk_auto("id"), string_len("text", 40)]).primary_key(["id"]);
            op.run("fill", |db: Data| async move {
                let text = db.argument("text").unwrap_or("nothing").to_owned();
                for done in 1..=3 {
                    db.execute_unprepared(&format!("INSERT INTO notes (text) VALUES ('{text}')")).await?;
                    db.progress(done, 3);
                }
                Ok(())
            });
        },
        |_| {},
    );
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        for (argument, expected) in [(None, "nothing"), (Some("told"), "told")] {
            run(with_database(dialect, "told", |database| async move {
                let seen = Mutex::new(Vec::new());
                let see = |event: &Event<'_>| {
                    if let Event::Progress { name: "fill", done, total, .. } = event {
                        seen.lock().expect("a list").push((*done, *total));
                    }
                };
                let mut told = Run::new(migrations([STEPS])).on_event(see);
                if let Some(text) = argument {
                    told = told.argument("text", text);
                }
                go(&database, told, &Way::Up).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
                assert_eq!(lines(&database, "SELECT DISTINCT text FROM notes").await, [expected], "{dialect}");
                let seen = seen.into_inner().expect("a list");
                assert!(seen.is_sorted() && seen.last() == Some(&(3, 3)), "{dialect}: {seen:?}");
            }));
        }
    }
}

/// A downgrade that stopped goes on with the stored steps, which have no bodies.
#[test]
fn each_data_step_keeps_its_own_body_also_if_several_have_one_name() {
    fn note(op: &mut Op) {
        op.create_table("notes", [pk_auto("id"), string_len("text", 40)]).primary_key(["id"]);
    }
    fn back(op: &mut Op) {
        op.run("note", |db: Data| async move {
            db.execute_unprepared("INSERT INTO notes (text) VALUES ('not here')").await.map(|_| ())
        })
        .only(Postgres);
        op.run("note", |db: Data| async move {
            db.execute_unprepared("INSERT INTO notes (text) VALUES ('one')").await.map(|_| ())
        })
        .only(Sqlite);
        op.run("note", |db: Data| async move {
            db.execute_unprepared("INSERT INTO notes (text) VALUES ('two')").await.map(|_| ())
        })
        .only(Sqlite);
        op.execute("ALTER TABLE notes RENAME TO found");
    }
    const TWINS: Revision = Revision::new(FIRST).steps(note, back);
    const EDITED: Revision = Revision::new(FIRST).steps(
        |op| {
            note(op);
            op.execute("SELECT 1");
        },
        back,
    );
    run(with_database(Dialect::Sqlite, "bodies", |database| async move {
        go(&database, Run::new(migrations([TWINS])), &Way::Up).await.expect("an upgrade");
        go(&database, Run::new(migrations([EDITED])), &Way::Down("base")).await.expect("the stored way down");
        assert_eq!(lines(&database, "SELECT text FROM found ORDER BY id").await, ["one", "two"]);
    }));
}

#[test]
fn an_error_that_a_data_step_keeps_for_itself_is_no_end_of_the_transaction() {
    const SWALLOWS: Revision = Revision::new(FIRST).steps(
        |op| {
            op.create_table("notes", [pk_auto("id"), string_len("text", 40)]).primary_key(["id"]);
            op.run("never mind", |db: Data| async move {
                let _ = db.execute_unprepared("INSERT INTO notes (nothing) VALUES (1)").await;
                Ok(())
            });
        },
        |_| {},
    );
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "swallows", |database| async move {
            let outcome = go(&database, Run::new(migrations([SWALLOWS])), &Way::Up).await;
            if dialect != Dialect::Postgres {
                outcome.unwrap_or_else(|error| panic!("{dialect}: {error}"));
                return;
            }
            let error = outcome.expect_err("a transaction that the server has given up");
            assert!(error.to_string().contains("was not passed on"), "{error}");
            assert!(!error.hint().contains("`stamp`"), "{}", error.hint());
            assert!(history(&database).await.is_empty());
        }));
    }
}

/// SQLite: what relies on ON DELETE works, unless the revision may rebuild a table; then the error says why.
#[test]
fn rows_go_with_the_row_that_they_refer_to_unless_a_table_may_be_rebuilt() {
    fn first(op: &mut Op) {
        op.create_table("owners", [pk_auto("id")]).primary_key(["id"]);
        op.create_table("animals", [pk_auto("id"), integer("owner_id")])
            .primary_key(["id"])
            .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).on_delete(Cascade));
        op.execute("INSERT INTO owners VALUES (1)");
        op.execute("INSERT INTO animals VALUES (1, 1)");
    }
    const ADDS: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.execute("DELETE FROM owners");
            op.add_column("owners", integer("age").null());
            op.create_index("by_age", "owners", ["age"]);
        },
        |_| {},
    );
    const REBUILDS: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| {
            op.execute("DELETE FROM owners");
            op.add_check("owners", check("some", "id > 0"));
        },
        |_| {},
    );
    for (name, second, rebuilds) in [("adds", ADDS, false), ("rebuilds", REBUILDS, true)] {
        run(with_database(Dialect::Sqlite, "cascade", |database| async move {
            let all = migrations([Revision::new(FIRST).steps(first, |_| {}), second]);
            let outcome = go(&database, Run::new(all), &Way::Up).await;
            if !rebuilds {
                outcome.unwrap_or_else(|error| panic!("{name}: {error}: {}", error.hint()));
                assert_eq!(lines(&database, "SELECT 'x' FROM animals").await, [""; 0], "{name}");
                return;
            }
            let error = outcome.expect_err(name);
            assert!(matches!(error.cause(), Cause::ForeignKeys { .. }), "{error}");
            assert!(error.hint().contains("a revision of its own"), "{}", error.hint());
            assert_eq!(lines(&database, "SELECT 'x' FROM animals").await, ["x"], "{name}");
        }));
    }
}
