//! The server is restarted while the program runs: in order, and by SIGKILL. The program says what happened and what goes on; the next run does.

use std::process::Child;

use limbeck::Connection;
use limbeck_schema::Dialect;
use limbeck_tests::{
    Database, run,
    servers::{End, OwnServer},
};
use sea_orm::{ConnectionTrait, Statement};

use super::{
    program::{Ended, Migrator},
    state::State,
};

const SERVERS: [Dialect; 2] = [Dialect::Postgres, Dialect::MariaDb];

/// Down to before the revision that is interrupted, which changes two tables and ends with a data step.
const DOWN: [&str; 2] = ["downgrade", "a10000000001"];

/// What another session has, so that the program waits at a known place.
struct Wait {
    name: &'static str,
    holds: &'static str,
    /// How the statement begins that waits.
    statement: &'static str,
}

const WAITS: [Wait; 2] = [
    Wait {
        name: "amid a data step",
        holds: "UPDATE counters SET number = number WHERE revision = 'a20000000002'",
        statement: "UPDATE counters",
    },
    Wait { name: "between changes of the schema", holds: "UPDATE children SET name = name", statement: "ALTER TABLE" },
];

/// A server with a database at the head, and its state there.
async fn at_head(dialect: Dialect) -> (OwnServer, Migrator, State) {
    let server = OwnServer::start(dialect).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
    let server = server.unwrap_or_else(|| panic!("{dialect} has a server"));
    let migrator = Migrator::at(&server.url());
    // Some values do not come back as they were; from then on they do.
    for arguments in [["upgrade", "head"], DOWN, ["upgrade", "head"]] {
        migrator.run(&arguments).well();
    }
    let database = database(&server).await;
    let head = State::of(&database).await;
    (server, migrator, head)
}

async fn database(server: &OwnServer) -> Database {
    server.database().await.unwrap_or_else(|error| panic!("{error}"))
}

/// Ends the server and starts it again.
async fn restart(server: &mut OwnServer, end: End) {
    server.end(end).unwrap_or_else(|error| panic!("{end:?}: {error}"));
    server.start_again().await.unwrap_or_else(|error| panic!("{end:?}: {error}"));
}

/// A session that has what `wait` says.
async fn holder(database: &Database, wait: &Wait) -> Connection {
    let holder = Connection::of(&database.connection).await.expect("a session that is in the way");
    for sql in ["START TRANSACTION", wait.holds] {
        holder.database().execute_unprepared(sql).await.expect(sql);
    }
    holder
}

/// Waits until the program's statement waits.
async fn wait_for(database: &Database, wait: &Wait, program: &mut Child) {
    let (words, dialect) = (wait.statement, database.dialect);
    let sql = match dialect {
        Dialect::Postgres => format!(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' \
             AND wait_event_type = 'Lock' AND query LIKE '{words}%'"
        ),
        Dialect::MariaDb | Dialect::MySql => format!(
            "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND command = 'Query' \
             AND info LIKE '{words}%' AND time_ms > 100"
        ),
        Dialect::Sqlite => unreachable!("it has no server"),
    };
    let statement = Statement::from_string(database.connection.get_database_backend(), sql);
    for _ in 0..1500 {
        if database.connection.query_one_raw(statement.clone()).await.expect("what is under way").is_some() {
            return;
        }
        assert!(program.try_wait().expect("its state").is_none(), "{}: it ended before it waited", wait.name);
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{dialect}: {}: nothing waits", wait.name);
}

/// It says that the connection was lost, and what goes on.
fn assert_lost(ended: &Ended, when: &str) {
    assert!(!ended.is_well(), "{when}: {ended}");
    for words in ["the connection to the database was lost", "once the server answers, run the command again"] {
        assert!(ended.says(words), "{when}: {ended}");
    }
}

#[test]
fn a_run_whose_server_is_restarted_says_so_and_the_next_goes_on() {
    for dialect in SERVERS {
        run(async move {
            let (mut server, migrator, head) = at_head(dialect).await;
            for (wait, end) in WAITS.iter().flat_map(|wait| [(wait, End::InOrder), (wait, End::Killed)]) {
                let when = format!("{dialect}: {}, {end:?}", wait.name);
                migrator.run(&DOWN).well();
                let before = database(&server).await;
                let holder = holder(&before, wait).await;
                let mut program = migrator.start(&["upgrade"]);
                wait_for(&before, wait, &mut program).await;
                restart(&mut server, end).await;
                assert_lost(&Ended::from(program.wait_with_output().expect("its end")), &when);
                drop((holder, before));
                migrator.run(&["upgrade"]).well();
                let after = database(&server).await;
                head.same(&State::of(&after).await).unwrap_or_else(|reason| panic!("{when}: {reason}"));
            }
        });
    }
}

#[test]
fn a_run_that_waits_for_another_while_the_server_is_restarted_says_so() {
    for dialect in SERVERS {
        run(async move {
            let (mut server, migrator, head) = at_head(dialect).await;
            migrator.run(&DOWN).well();
            let before = database(&server).await;
            let wait = &WAITS[0];
            let holder = holder(&before, wait).await;
            let mut running = migrator.start(&["upgrade"]);
            wait_for(&before, wait, &mut running).await;
            let waiting = migrator.start(&["upgrade"]);
            tokio::time::sleep(std::time::Duration::from_secs(4)).await;
            restart(&mut server, End::InOrder).await;
            for (name, program) in [("runs", running), ("waits", waiting)] {
                let ended = Ended::from(program.wait_with_output().expect("its end"));
                assert_lost(&ended, &format!("{dialect}: the program that {name}"));
            }
            drop((holder, before));
            migrator.run(&["upgrade"]).well();
            let after = database(&server).await;
            head.same(&State::of(&after).await).unwrap_or_else(|reason| panic!("{dialect}: {reason}"));
        });
    }
}

#[test]
fn a_server_that_is_down_is_named_and_nothing_is_lost_when_it_is_back() {
    for dialect in SERVERS {
        run(async move {
            let (mut server, migrator, head) = at_head(dialect).await;
            server.end(End::InOrder).unwrap_or_else(|error| panic!("{dialect}: {error}"));
            for arguments in [["upgrade", "head"], DOWN] {
                let ended = migrator.run(&arguments);
                assert!(!ended.is_well(), "{dialect}: {ended}");
                for words in ["no server answers", "start the server, or correct host and port"] {
                    assert!(ended.says(words), "{dialect}: {ended}");
                }
            }
            server.start_again().await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            migrator.run(&["upgrade"]).well();
            let after = database(&server).await;
            head.same(&State::of(&after).await).unwrap_or_else(|reason| panic!("{dialect}: {reason}"));
        });
    }
}
