//! A program that is killed while the server is at work for it: the server goes on, and nobody is there to hear of it.

use std::{process::Child, time::Duration};

use limbeck::{Connection, Target};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, revisions::MIGRATIONS, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

use super::{
    program::{Ended, Migrator},
    state::State,
};

/// The way down that begins with an index, which is made outside of any transaction.
const WAY: [&str; 2] = ["downgrade", "a50000000005"];

#[test]
fn the_next_run_waits_for_the_statement_of_a_killed_one_and_goes_on() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "in_flight", |database| async move {
            let up = || Target::Revision("a60000000006".to_owned());
            limbeck::upgrade(&database.connection, &MIGRATIONS, up()).await.expect("an upgrade");
            let migrator = Migrator::at(&database.url);
            migrator.run(&WAY).well();
            let end = State::of(&database).await;
            limbeck::upgrade(&database.connection, &MIGRATIONS, up()).await.expect("an upgrade");

            let other = Connection::of(&database.connection).await.expect("a session that is in the way");
            for sql in ["START TRANSACTION", "UPDATE parents SET name = name"] {
                other.database().execute_unprepared(sql).await.expect(sql);
            }
            let mut killed = migrator.start(&WAY);
            wait_for_flight(&database, &mut killed).await;
            killed.kill().expect("SIGKILL");
            killed.wait().expect("its end");
            let next = migrator.start(&WAY);
            tokio::time::sleep(Duration::from_millis(300)).await;
            other.database().execute_unprepared("ROLLBACK").await.expect("the way is free");
            let ended = Ended::from(next.wait_with_output().expect("its end"));
            assert!(ended.is_well(), "{dialect}: {ended}");
            end.same(&State::of(&database).await).unwrap_or_else(|reason| panic!("{dialect}: {reason}"));
            other.close().await;
        }));
    }
}

/// Waits until the index of the program's first statement is waited for.
async fn wait_for_flight(database: &Database, program: &mut Child) {
    let sql = match database.dialect {
        Dialect::Postgres => {
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' \
             AND wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX CONCURRENTLY%'"
        }
        Dialect::MariaDb | Dialect::MySql => {
            "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'CREATE INDEX%' \
             AND state LIKE 'Waiting for table metadata lock%'"
        }
        Dialect::Sqlite => unreachable!("its statements end with their process"),
    };
    let statement = Statement::from_string(database.connection.get_database_backend(), sql);
    for _ in 0..1500 {
        if database.connection.query_one_raw(statement.clone()).await.expect("what is under way").is_some() {
            return;
        }
        assert!(program.try_wait().expect("its state").is_none(), "it ended before the server waited for it");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{}: no index is waited for", database.dialect);
}
