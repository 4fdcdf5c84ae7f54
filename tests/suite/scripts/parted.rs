//! PostgreSQL: revisions of several transactions.

use limbeck::{Dialect, Migrations, prelude::*};
use limbeck_tests::{
    clients::{OnError, give},
    run, with_database,
};

use super::{migrations, recorded, run_up, send, upgrade};

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
