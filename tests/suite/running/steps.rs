//! What a revision's own functions may do: they say the same each time, and only data steps hear of anything else.

use std::sync::{
    Mutex,
    atomic::{AtomicU32, Ordering},
};

use limbeck::{Cause, Direction, Event, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, Way, go, history, lines, migrations};

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
