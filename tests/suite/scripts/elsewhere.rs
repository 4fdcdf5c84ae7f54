//! A script for a database that stands elsewhere.

use std::time::Duration;

use limbeck::{Connection, Dialect, Migrations, Range, Scripting, Settings, prelude::*};
use limbeck_tests::{
    Database,
    clients::{OnError, give},
    run, with_database,
};
use sea_orm::ConnectionTrait;

use super::{at, migrations, recorded, run_up, send, upgrade};
use crate::round::{assert_same, read};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
    },
    |op| {
        op.drop_table("animals");
    },
);

const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.add_column("animals", integer("age").null());
    },
    |op| {
        op.drop_column("animals", "age");
    },
);

fn all() -> &'static Migrations {
    migrations(&[FIRST, SECOND])
}

/// What a script is for, and where it is given: nothing changes.
pub async fn is_refused(database: &Database, script: &str, on_error: OnError, name: &str) {
    let (catalog, history) = (read(database).await, recorded(database).await);
    let said = give(database, script, on_error).expect("a client");
    assert!(
        said.stderr.contains("it does not hold that") || said.stdout.contains("it does not hold that"),
        "{name}: {said:?}"
    );
    assert_same(&catalog, &read(database).await, name);
    assert_eq!(recorded(database).await, history, "{name}");
}

#[test]
fn a_database_that_stands_elsewhere_is_left_alone() {
    for (dialect, on_error) in [
        (Dialect::Sqlite, OnError::GoOn),
        (Dialect::Postgres, OnError::GoOn),
        (Dialect::Postgres, OnError::Stop),
        // Its client stops unless it is told to go on.
        (Dialect::MariaDb, OnError::Stop),
    ] {
        run(with_database(dialect, "elsewhere", |database| async move {
            let scripting = Scripting::new(all(), dialect);
            let from_base = upgrade(all(), dialect, None, "bb2");
            let from_first = upgrade(all(), dialect, Some("aa1"), "bb2");
            let range = |from: &str, to: &str| Range { from: Some(at(from)), to: Some(to.parse().expect("a target")) };
            let down = scripting.downgrade(&range("aa1", "base")).expect("a script").text;
            let stamp = scripting.stamp(None, &[at("bb2")]).expect("a script").text;
            give(&database, &from_base, on_error).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, ["aa1", "bb2"]);
            for (name, script) in
                [("again", &from_base), ("from the first", &from_first), ("down", &down), ("stamp", &stamp)]
            {
                is_refused(&database, script, on_error, &format!("{name} on {dialect}, {on_error:?}")).await;
            }
            let down = scripting.downgrade(&range("bb2", "base")).expect("a script").text;
            give(&database, &down, on_error).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, [""; 0]);
            is_refused(&database, &from_first, on_error, &format!("from the first at the base on {dialect}")).await;
            give(&database, &stamp, on_error).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, ["aa1", "bb2"], "{dialect}");
            let back = scripting.stamp(Some(&at("bb2")), &[at("aa1")]).expect("a script").text;
            give(&database, &back, on_error).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, ["aa1"], "{dialect}");
        }));
    }
}

#[test]
fn a_script_goes_on_from_where_the_tool_came_and_the_tool_from_where_a_script_came() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "in_turns", |database| async move {
            run_up(&database, all(), "aa1").await;
            give(&database, &upgrade(all(), dialect, Some("aa1"), "bb2"), OnError::Stop).expect("a client").is_silent();
            let end = read(&database).await;
            limbeck::downgrade(&database.connection, all(), at("aa1")).await.expect("the way back of the tool");
            run_up(&database, all(), "bb2").await;
            assert_same(&end, &read(&database).await, &format!("on {dialect}"));
        }));
    }
}

/// The tool undoes what ran, whatever the file says by now; a script has only the file.
#[test]
fn a_way_down_is_refused_if_the_file_says_no_more_what_ran() {
    const EDITED: Revision = Revision::new("bb2")
        .revises(&["aa1"])
        .steps(|op| _ = op.add_column("animals", integer("Age").null()), |op| _ = op.drop_column("animals", "Age"));
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "edited_since", |database| async move {
            run_up(&database, all(), "bb2").await;
            send(&database, &["ALTER TABLE animals ADD COLUMN legs integer"]).await;
            let range = || "bb2:aa1".parse().expect("a range");
            let edited = Scripting::new(migrations(&[FIRST, EDITED]), dialect).downgrade(&range());
            let edited = edited.expect("a script").text;
            is_refused(&database, &edited, OnError::Stop, &format!("edited since on {dialect}")).await;
            let down = Scripting::new(all(), dialect).downgrade(&range()).expect("a script").text;
            give(&database, &down, OnError::Stop).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, ["aa1"], "{dialect}");
        }));
    }
}

/// What waits for a table makes all behind it wait.
#[test]
fn a_script_waits_for_a_lock_no_longer_than_the_run() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "waits", |database| async move {
            run_up(&database, all(), "aa1").await;
            let reader = Connection::of(&database.connection).await.expect("a session");
            for sql in ["BEGIN", "SELECT name FROM animals"] {
                reader.database().execute_unprepared(sql).await.expect(sql);
            }
            let settings = Settings::parse("lock_timeout = \"1s\"").expect("settings");
            let script = Scripting::new(all(), dialect).settings(settings).upgrade(Some(&at("aa1")), &at("bb2"));
            let script = script.expect("a script").text;
            let of = database.clone();
            let given = tokio::task::spawn_blocking(move || give(&of, &script, OnError::Stop).expect("a client"));
            let said = tokio::time::timeout(Duration::from_secs(60), given).await.expect("an end").expect("a client");
            assert!(!said.success, "{dialect}: {said:?}");
            reader.close().await;
        }));
    }
}
