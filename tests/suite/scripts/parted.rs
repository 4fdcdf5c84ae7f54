//! Revisions of several transactions.

use limbeck::{Assume, Connection, Dialect, Migrations, Run, Target, prelude::*};
use limbeck_tests::{
    clients::{OnError, give},
    run, with_database,
};

use super::{elsewhere::is_refused, migrations, recorded, run_up, send, upgrade};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_enum("state", ["open", "closed"]);
        op.create_table("tickets", [pk_auto("id"), enumeration("state", "state", ["open", "closed"]).default("open")])
            .primary_key(["id"]);
    },
    |_| {},
);

const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
        op.alter_column("tickets", "state").set_default("archived");
        op.create_index("by_state", "tickets", ["state"]).unique().concurrently();
        op.add_column("tickets", integer("age").null());
    },
    |op| {
        op.drop_column("tickets", "age");
        op.drop_index("by_state", "tickets", ["state"]).concurrently();
        op.alter_column("tickets", "state").set_default("open");
        op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
    },
);

fn all() -> &'static Migrations {
    migrations(&[FIRST, SECOND])
}

#[test]
fn a_revision_of_several_transactions_ends_where_one_of_them_fails() {
    for on_error in [OnError::GoOn, OnError::Stop] {
        run(with_database(Dialect::Postgres, "parted", |database| async move {
            run_up(&database, all(), "aa1").await;
            send(&database, &["INSERT INTO tickets (state) VALUES ('closed'), ('closed')"]).await;
            let said = give(&database, &upgrade(all(), Dialect::Postgres, Some("aa1"), "bb2"), on_error);
            let said = said.expect("psql");
            assert!(said.stderr.contains("could not create unique index"), "{said:?}");
            // The labels are there, the index is in doubt, and nothing behind it was done.
            assert_eq!(recorded(&database).await, ["aa1", "bb2 at 2, false"], "{on_error:?}: {said:?}");
            send(&database, &["SELECT state FROM tickets WHERE state = 'archived'"]).await;
            let column = "SELECT 1 / count(*) FROM information_schema.columns WHERE table_name = 'tickets' AND column_name = 'state'";
            send(&database, &[column]).await;
            let age = column.replace("'state'", "'age'").replace("1 / count(*)", "1 / (1 - count(*))");
            send(&database, &[&age]).await;
        }));
    }
}

#[test]
fn a_revision_of_several_transactions_is_recorded_as_the_run_records_it() {
    run(with_database(Dialect::Postgres, "parted_whole", |database| async move {
        run_up(&database, all(), "aa1").await;
        let script = upgrade(all(), Dialect::Postgres, Some("aa1"), "bb2");
        give(&database, &script, OnError::GoOn).expect("psql").is_silent();
        assert_eq!(recorded(&database).await, ["aa1", "bb2"]);
        let range = "bb2:aa1".parse().expect("a range");
        let back = limbeck::Scripting::new(all(), Dialect::Postgres).downgrade(&range).expect("a script");
        give(&database, &back.text, OnError::GoOn).expect("psql").is_silent();
        assert_eq!(recorded(&database).await, ["aa1"]);
        run_up(&database, all(), "bb2").await;
    }));
}

const KEYS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.add_column("tickets", integer("age").null());
        op.execute("UPDATE tickets SET age = 3");
        op.add_unique("tickets", unique(["state"]).named("one_of_each"));
        op.add_column("tickets", integer("size").null());
    },
    |_| {},
);

/// Where each change of the schema commits by itself.
#[test]
fn a_script_that_stops_amid_a_revision_says_how_far_it_came_and_the_tool_goes_on() {
    run(with_database(Dialect::MariaDb, "stops", |database| async move {
        let all = migrations(&[FIRST, KEYS]);
        run_up(&database, all, "aa1").await;
        send(&database, &["INSERT INTO tickets (state) VALUES ('closed'), ('closed')"]).await;
        let said = give(&database, &upgrade(all, Dialect::MariaDb, Some("aa1"), "bb2"), OnError::Stop);
        let said = said.expect("mariadb");
        assert!(!said.success && said.stderr.contains("Duplicate entry"), "{said:?}");
        assert_eq!(recorded(&database).await, ["aa1", "bb2 at 2, false"]);
        send(&database, &["DELETE FROM tickets WHERE id = 2"]).await;
        let connection = Connection::of(&database.connection).await.expect("a connection");
        let error = Run::new(all).upgrade(&connection, &Target::Head).await.expect_err("a step in doubt");
        assert!(error.hint().contains("--assume-undone"), "{error}: {}", error.hint());
        let rest = Run::new(all).assume(Assume::Undone).upgrade(&connection, &Target::Head).await;
        rest.unwrap_or_else(|error| panic!("{error}: {}", error.hint()));
        connection.close().await;
        assert_eq!(recorded(&database).await, ["aa1", "bb2"]);
        send(&database, &["SELECT size, age FROM tickets"]).await;
    }));
}

/// `psql` goes on behind a refusal, and what stands outside of a transaction nothing takes back.
#[test]
fn an_index_is_neither_made_nor_dropped_where_the_revision_is_refused() {
    run(with_database(Dialect::Postgres, "parted_elsewhere", |database| async move {
        run_up(&database, all(), "aa1").await;
        send(&database, &["CREATE INDEX by_state ON tickets (state)"]).await;
        let range = "bb2:aa1".parse().expect("a range");
        let down = limbeck::Scripting::new(all(), Dialect::Postgres).downgrade(&range).expect("a script").text;
        let up = upgrade(all(), Dialect::Postgres, Some("aa1"), "bb2");
        is_refused(&database, &down, OnError::GoOn, "down from where it is not").await;
        send(&database, &["DROP INDEX by_state", "DELETE FROM limbeck_history"]).await;
        is_refused(&database, &up, OnError::GoOn, "up from where it is not").await;
    }));
}
