//! Locks of other sessions: a run waits a little, steps back so that others pass, says who is in the way, and tries again.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use limbeck::{Cause, Connection, Event, Left, Migrations, Run, Timeout, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, servers::OwnServer, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, go, history, lines, migrations, send};

const LOCKING: [Dialect; 2] = [Dialect::Postgres, Dialect::MariaDb];

fn all() -> &'static Migrations {
    migrations([
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
            },
            |_| {},
        ),
        Revision::new(SECOND).revises(&[FIRST]).steps(
            |op| {
                op.create_table("lifts", [pk_auto("id")]).primary_key(["id"]);
                op.add_column("animals", integer("legs").null());
            },
            |op| {
                op.drop_column("animals", "legs");
                op.drop_table("lifts");
            },
        ),
    ])
}

/// A database with the first revision, and a session whose transaction has read the table.
async fn held(database: &Database) -> Connection {
    let way = Way::Down("base");
    go(database, Run::new(all()), &Way::Up).await.expect("an upgrade that nothing is in the way of");
    go(database, Run::new(all()), &Way::Down(FIRST)).await.unwrap_or_else(|error| panic!("{way:?}: {error}"));
    send(database, "INSERT INTO animals (name) VALUES ('Rex')").await;
    let reader = Connection::of(&database.connection).await.expect("a session");
    for sql in ["BEGIN", "SELECT name FROM animals"] {
        reader.database().execute_unprepared(sql).await.expect(sql);
    }
    reader
}

#[test]
fn a_run_that_does_not_get_its_lock_gives_up_and_says_who_has_it() {
    for dialect in LOCKING {
        run(with_database(dialect, "gives_up", |database| async move {
            let reader = held(&database).await;
            let impatient = Run::new(all()).lock_timeout(Timeout::seconds(1)).lock_retries(1);
            let error = go(&database, impatient, &Way::Up).await.expect_err("a lock that another has");
            let Cause::Blocked { tries: 2, blockers, left, .. } = error.cause() else { panic!("{dialect}: {error}") };
            let blocker = blockers.first().unwrap_or_else(|| panic!("{dialect}: {error}"));
            assert_eq!(blocker.user, "limbeck", "{dialect}: {error}");
            assert!((1..600).contains(&blocker.seconds), "{dialect}: {error}");
            let expected = match dialect {
                Dialect::Postgres => {
                    assert!(error.to_string().contains("SELECT name FROM animals"), "{error}");
                    assert_eq!(blocker.tables, "animals");
                    Left::Nothing
                }
                Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Left::Steps { done: 1, total: 2 },
            };
            assert_eq!(*left, expected, "{dialect}");
            assert!(error.hint().contains("--lock-timeout"), "{dialect}: {}", error.hint());
            reader.close().await;
            go(&database, Run::new(all()), &Way::Up).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_eq!(history(&database).await.len(), 2, "{dialect}");
        }));
    }
}

/// A lock that is no transaction's: only who keeps a list of such locks can name its holder.
#[test]
fn on_mariadb_a_plugin_names_who_has_a_table() {
    run(async {
        let server = OwnServer::start(Dialect::MariaDb).await.unwrap_or_else(|error| panic!("{error}"));
        let server = server.expect("a server");
        let database = server.database().await.unwrap_or_else(|error| panic!("{error}"));
        go(&database, Run::new(all()), &Way::Up).await.expect("an upgrade that nothing is in the way of");
        go(&database, Run::new(all()), &Way::Down(FIRST)).await.expect("the way back");
        let holder = Connection::of(&database.connection).await.expect("a session");
        holder.database().execute_unprepared("LOCK TABLES animals READ").await.expect("a lock");
        let impatient = || Run::new(all()).lock_timeout(Timeout::seconds(1)).lock_retries(0);
        let error = go(&database, impatient(), &Way::Up).await.expect_err("a lock that another has");
        assert!(error.to_string().contains("nobody says by whom"), "{error}");
        assert!(error.hint().contains("INSTALL SONAME 'metadata_lock_info'"), "{}", error.hint());
        send(&database, "INSTALL SONAME 'metadata_lock_info'").await;
        let error = go(&database, impatient(), &Way::Up).await.expect_err("a lock that another has");
        let Cause::Blocked { blockers, .. } = error.cause() else { panic!("{error}") };
        let [blocker] = blockers.as_slice() else { panic!("{error}") };
        assert_eq!((blocker.tables.as_str(), blocker.user.as_str()), ("animals", "limbeck"), "{error}");
        let sql =
            "SELECT CAST(id AS CHAR) FROM information_schema.processlist WHERE db = DATABASE() AND command = 'Sleep'";
        assert!(lines(&database, sql).await.contains(&blocker.session.to_string()), "{error}");
        holder.close().await;
        go(&database, Run::new(all()), &Way::Up).await.expect("the way is free");
    });
}

#[test]
fn a_run_gets_its_lock_once_it_is_free_and_readers_pass_meanwhile() {
    for dialect in LOCKING {
        run(with_database(dialect, "waits", |database| async move {
            let reader = held(&database).await;
            let refusals = Arc::new(AtomicUsize::new(0));
            let seen = Arc::clone(&refusals);
            let own = database.clone();
            let running = tokio::spawn(async move {
                let tell = move |event: &Event<'_>| {
                    if let Event::Blocked { blockers, .. } = event {
                        assert!(!blockers.is_empty(), "{dialect}: somebody is in the way");
                        seen.fetch_add(1, Ordering::Relaxed);
                    }
                };
                let patient = Run::new(all()).lock_timeout(Timeout::seconds(1)).lock_retries(20).on_event(tell);
                go(&own, patient, &Way::Up).await.map(|_| ())
            });
            // A reader that comes behind the run waits as long as the run waits for the lock, and no longer.
            let mut longest = Duration::ZERO;
            while refusals.load(Ordering::Relaxed) < 2 {
                let start = Instant::now();
                assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Rex"], "{dialect}");
                longest = longest.max(start.elapsed());
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            assert!(longest < Duration::from_secs(10), "{dialect}: a reader waited for {longest:?}");
            reader.close().await;
            running.await.expect("a run").unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_eq!(history(&database).await.len(), 2, "{dialect}");
            assert_eq!(lines(&database, "SELECT 'x' FROM animals WHERE legs IS NULL").await.len(), 1, "{dialect}");
        }));
    }
}

#[test]
fn a_statement_that_runs_too_long_is_ended() {
    for (dialect, sql) in [(Dialect::Postgres, "SELECT pg_sleep(60)"), (Dialect::MariaDb, "SELECT SLEEP(60) FROM dual")]
    {
        run(with_database(dialect, "too_long", |database| async move {
            let sleeps = migrations([match dialect {
                Dialect::Postgres => Revision::new(FIRST).steps(|op| _ = op.execute("SELECT pg_sleep(60)"), |_| {}),
                Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Revision::new(FIRST)
                    .steps(|op| _ = op.execute("CREATE TABLE slow AS SELECT SLEEP(60) AS slept"), |_| {}),
            }]);
            let start = Instant::now();
            let error = go(&database, Run::new(sleeps).statement_timeout(Timeout::seconds(1)), &Way::Up).await;
            let error = error.expect_err(sql);
            assert!(matches!(error.cause(), Cause::Statement { .. }), "{dialect}: {error}");
            assert!(start.elapsed() < Duration::from_secs(30), "{dialect}: {:?}", start.elapsed());
            assert!(history(&database).await.is_empty(), "{dialect}");
        }));
    }
}

#[test]
fn an_index_that_is_built_while_others_write_waits_for_them() {
    run(with_database(Dialect::Postgres, "exempt", |database| async move {
        let all = migrations([
            Revision::new(FIRST).steps(
                |op| {
                    op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
                },
                |_| {},
            ),
            Revision::new(SECOND)
                .revises(&[FIRST])
                .steps(|op| _ = op.create_index("by_name", "animals", ["name"]).concurrently(), |_| {}),
        ]);
        let connection = Connection::of(&database.connection).await.expect("a connection");
        Run::new(all).upgrade(&connection, &FIRST.parse().expect("a target")).await.expect("the first revision");
        let writer = Connection::of(&database.connection).await.expect("a session");
        for sql in ["BEGIN", "INSERT INTO animals (name) VALUES ('Rex')"] {
            writer.database().execute_unprepared(sql).await.expect(sql);
        }
        let ending = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(3)).await;
            writer.database().execute_unprepared("COMMIT").await.expect("the writer's end");
            writer.close().await;
        });
        let blocked = Mutex::new(0);
        let count = |event: &Event<'_>| {
            if matches!(event, Event::Blocked { .. }) {
                *blocked.lock().expect("a count") += 1;
            }
        };
        let short = Timeout::of(Duration::from_millis(100));
        let run = Run::new(all).lock_timeout(short).statement_timeout(Timeout::seconds(1)).on_event(count);
        run.upgrade(&connection, &limbeck::Target::Head).await.expect("an index, once the writer has ended");
        drop(run);
        ending.await.expect("the writer");
        assert_eq!(blocked.into_inner().expect("a count"), 0);
        assert_eq!(lines(&database, "SHOW lock_timeout").await.len(), 1);
    }));
}
