//! The server ends the session of a run: it says so, and the next run goes on.

use limbeck::{Cause, Event, Migrations, Run, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, Way, go, history, lines, migrations, send};
use crate::round::{assert_same, read};

/// The server kills the very session that the data step runs on, as it does when it goes down.
fn all(dies: bool) -> &'static Migrations {
    fn before(op: &mut Op) {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
    }
    fn upgrade(op: &mut Op, kill: bool) {
        op.create_table("lifts", [pk_auto("id")]).primary_key(["id"]);
        op.run("go down", move |db: Data| async move {
            db.execute_unprepared("INSERT INTO animals (name) VALUES ('Ida')").await?;
            let sql = match db.get_database_backend() {
                sea_orm::DbBackend::Postgres => "SELECT pg_terminate_backend(pg_backend_pid())",
                _ => "KILL CONNECTION_ID()",
            };
            if kill {
                db.execute_unprepared(sql).await?;
            }
            Ok(())
        });
        op.add_column("animals", integer("legs").null());
    }
    let second = if dies {
        Revision::new(SECOND).revises(&[FIRST]).steps(|op| upgrade(op, true), |_| {})
    } else {
        Revision::new(SECOND).revises(&[FIRST]).steps(|op| upgrade(op, false), |_| {})
    };
    migrations([Revision::new(FIRST).steps(before, |_| {}), second])
}

#[test]
fn a_run_whose_session_is_ended_says_so_and_the_next_goes_on() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "lost", |database| async move {
            let error = go(&database, Run::new(all(true)), &Way::Up).await.expect_err("a session that ended");
            assert!(matches!(error.cause(), Cause::ConnectionLost { .. }), "{dialect}: {error:?}");
            assert!(error.to_string().starts_with("the connection to the database was lost"), "{dialect}: {error}");
            assert!(error.hint().contains("run the command again"), "{dialect}: {}", error.hint());
            assert_eq!(lines(&database, "SELECT name FROM animals").await, [""; 0], "{dialect}");
            go(&database, Run::new(all(false)), &Way::Up).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Ida"], "{dialect}");
            assert_eq!(history(&database).await.len(), 2, "{dialect}");
        }));
    }
}

/// All sessions of the database are ended between two statements, that of the lock among them.
#[test]
fn a_run_that_loses_its_session_between_statements_is_gone_on_with() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "ended", |database| async move {
            go(&database, Run::new(all(false)), &Way::Up).await.expect("an undisturbed run");
            let after = read(&database).await;
            send(&database, "DROP TABLE animals").await;
            send(&database, "DROP TABLE lifts").await;
            send(&database, "DROP TABLE limbeck_history").await;
            let own = database.clone();
            let runtime = tokio::runtime::Handle::current();
            let end = move |event: &Event<'_>| {
                let Event::Statement { sql, .. } = event else { return };
                if !sql.contains("legs") {
                    return;
                }
                let own = own.clone();
                let ended = runtime.spawn(async move {
                    let sql = match own.dialect {
                        Dialect::Postgres => {
                            "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity \
                             WHERE datname = current_database() AND pid <> pg_backend_pid()"
                        }
                        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => {
                            "SELECT CONCAT('KILL ', id) FROM information_schema.processlist \
                             WHERE db = DATABASE() AND id <> CONNECTION_ID()"
                        }
                    };
                    for sql in lines(&own, sql).await.iter().filter(|sql| sql.starts_with("KILL")) {
                        let _ = own.connection.execute_unprepared(sql).await;
                    }
                });
                while !ended.is_finished() {
                    std::thread::sleep(std::time::Duration::from_millis(10));
                }
            };
            let error = go(&database, Run::new(all(false)).on_event(end), &Way::Up).await.expect_err("no session");
            assert!(matches!(error.cause(), Cause::ConnectionLost { .. }), "{dialect}: {error:?}");
            go(&database, Run::new(all(false)), &Way::Up).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert_same(&after, &read(&database).await, &format!("{dialect}: behind a lost session"));
            assert_eq!(lines(&database, "SELECT name FROM animals").await, ["Ida"], "{dialect}");
        }));
    }
}
