//! Sessions that are not as their statements need them: what the server's settings say is not what a run relies on.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use limbeck::{Cause, Connection, Event, LockError, Run, State, Target, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, history, lines, migrations};

#[test]
fn values_arrive_and_the_history_stays_in_every_mode_of_the_server() {
    const TEXTS: [Revision; 2] = [
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("texts", [pk_auto("id"), string_len("text", 20).default("a\\b'c")]).primary_key(["id"]);
                op.execute("INSERT INTO texts () VALUES ()");
            },
            |_| {},
        ),
        Revision::new(SECOND)
            .revises(&[FIRST])
            .steps(|op| _ = op.add_column("texts", string_len("note", 20).default("d\\e")), |_| {}),
    ];
    run(with_database(Dialect::MariaDb, "modes", |database| async move {
        let connection = Connection::of(&database.connection).await.expect("a connection of its own");
        for sql in ["SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'", "SET SESSION autocommit = 0"] {
            connection.database().execute_unprepared(sql).await.expect(sql);
        }
        Run::new(migrations(TEXTS)).upgrade(&connection, &Target::Head).await.expect("an upgrade");
        connection.close().await;
        let rows = history(&database).await;
        assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [State::Applied; 2]);
        assert_eq!(lines(&database, "SELECT CONCAT(text, ' ', note) FROM texts").await, ["a\\b'c d\\e"]);
    }));
}

/// Roles may have different search paths and find the same history.
#[test]
fn runs_of_one_history_have_one_lock_whatever_their_search_paths() {
    const REVISIONS: [Revision; 2] = [
        Revision::new(FIRST).steps(|op| _ = op.create_table("notes", [pk_auto("id")]).primary_key(["id"]), |_| {}),
        Revision::new(SECOND).revises(&[FIRST]).steps(|op| _ = op.run("wait", |_| async { Ok(()) }), |_| {}),
    ];
    run(with_database(Dialect::Postgres, "paths", |database| async move {
        let all = migrations(REVISIONS);
        let connection = Connection::of(&database.connection).await.expect("a connection of its own");
        Run::new(all).upgrade(&connection, &FIRST.parse().expect("a target")).await.expect("the first revision");
        let (own, runtime) = (database.clone(), tokio::runtime::Handle::current());
        let outcome = Arc::new(Mutex::new(None));
        let said = Arc::clone(&outcome);
        let compete = move |event: &Event<'_>| {
            if !matches!(event, Event::DataStep { .. }) {
                return;
            }
            let own = own.clone();
            let said = Arc::clone(&said);
            let other = runtime.spawn(async move {
                let connection = Connection::of(&own.connection).await.expect("a connection of its own");
                for sql in ["CREATE SCHEMA app", "SET search_path = app, public"] {
                    connection.database().execute_unprepared(sql).await.expect(sql);
                }
                let hasty = Run::new(all).lock_wait(Duration::ZERO);
                *said.lock().expect("an outcome") = Some(hasty.upgrade(&connection, &Target::Head).await.map(|_| ()));
                connection.close().await;
            });
            while !other.is_finished() {
                std::thread::sleep(Duration::from_millis(10));
            }
        };
        Run::new(all).on_event(compete).upgrade(&connection, &Target::Head).await.expect("an upgrade");
        connection.close().await;
        let other = outcome.lock().expect("an outcome").take().expect("the other run has ended");
        let error = other.expect_err("another run was under way");
        assert!(matches!(error.cause(), Cause::Lock(LockError::TimedOut { .. })), "{error}");
    }));
}
