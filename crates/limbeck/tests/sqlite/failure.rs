use limbeck::{Cause, Connection, Left, Run, Target, prelude::*};
use sea_orm::{ConnectionTrait, DbErr};

use crate::database::{applied, execute, file, migrations, number, pool, tables, texts};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("animals", [integer("id"), text("name")]).primary_key(["id"]);
    },
    |_| {},
);

const FAILS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.create_table("owners", [integer("id")]);
        op.execute("INSERT INTO animals VALUES (1, 'Mitzi')");
        op.execute("INSERT INTO nowhere VALUES (1)");
    },
    |_| {},
);

#[tokio::test]
async fn a_revision_that_fails_leaves_nothing() {
    let place = file().await;
    let error =
        limbeck::upgrade(&place.pool, migrations([FIRST, FAILS]), Target::Head).await.expect_err("no such table");
    assert_eq!(error.to_string(), "revision `bb2`: execute failed: no such table: nowhere; nothing of it was kept");
    assert!(!error.hint().is_empty());
    let Cause::Statement { sql, left, .. } = error.cause() else { panic!("{error:?}") };
    assert_eq!((sql.as_str(), *left), ("INSERT INTO nowhere VALUES (1)", Left::Nothing));
    // What was done before stays, and the error says so.
    assert_eq!(error.report().ran.iter().map(|ran| ran.id.as_str()).collect::<Vec<_>>(), ["aa1"]);
    assert_eq!(applied(&place.pool).await, ["aa1"]);
    assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history"]);
    assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM animals").await, 0);
}

#[tokio::test]
async fn a_first_revision_that_fails_leaves_no_history_table() {
    const ALONE: Revision = Revision::new("aa1").steps(
        |op| {
            op.execute("SELECT nonsense");
        },
        |_| {},
    );
    for place in [file().await.pool, pool("sqlite::memory:", 1).await] {
        limbeck::upgrade(&place, migrations([ALONE]), Target::Head).await.expect_err("nonsense");
        assert!(tables(&place).await.is_empty());
        execute(&place, "BEGIN IMMEDIATE; ROLLBACK").await;
    }
}

#[tokio::test]
async fn data_steps_that_fail_or_meddle_are_named() {
    const STEP_FAILS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.run("fill", |db| async move {
                db.execute_unprepared("INSERT INTO animals VALUES (1, 'Mitzi')").await?;
                Err(DbErr::Custom("no more cats".to_owned()))
            });
        },
        |_| {},
    );
    const STEP_COMMITS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.run("meddle", |db| async move { db.execute_unprepared("COMMIT").await.map(|_| ()) });
        },
        |_| {},
    );
    for (revision, expected) in [
        (STEP_FAILS, "revision `bb2`: data step `fill` failed: Custom Error: no more cats; nothing of it was kept"),
        (
            STEP_COMMITS,
            "revision `bb2`: run meddle ended the revision's transaction: what ran up to there can't be taken back",
        ),
    ] {
        let place = file().await;
        let error =
            limbeck::upgrade(&place.pool, migrations([FIRST, revision]), Target::Head).await.expect_err(expected);
        assert_eq!(error.to_string(), expected);
        assert_eq!(applied(&place.pool).await, ["aa1"]);
        assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM animals").await, 0);
    }
}

#[tokio::test]
async fn what_does_not_fit_stops_before_the_first_statement() {
    const NO_TABLE: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.create_table("owners", [integer("id")]);
            op.add_column("cats", text("colour").null());
        },
        |_| {},
    );
    const THERE: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.create_table("by_hand", [integer("id")]);
        },
        |_| {},
    );
    const OTHER_TYPE: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.alter_column("animals", "name").set_type(ColumnType::Integer);
        },
        |_| {},
    );
    const MADE_TWICE: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.execute("DROP TABLE animals");
            op.create_table("animals", [integer("id")]);
        },
        |_| {},
    );
    for (name, by_hand, revision, expected) in [
        (
            "missing",
            "SELECT 1",
            NO_TABLE,
            "revision `bb2` does not fit the database: add_column cats.colour: there is no table `cats`",
        ),
        (
            "there",
            "CREATE TABLE by_hand (id integer)",
            THERE,
            "revision `bb2` does not fit the database: create_table by_hand: table `by_hand` exists already",
        ),
        (
            "another type",
            "ALTER TABLE animals DROP COLUMN name; ALTER TABLE animals ADD COLUMN name REAL",
            OTHER_TYPE,
            "revision `bb2` does not fit the database: alter_column animals.name: the column is `REAL` there, and the revisions before made it `text`",
        ),
        (
            "unsaid raw SQL",
            "SELECT 1",
            MADE_TWICE,
            "revision `bb2` does not fit the revisions before it: create_table animals: table `animals` exists already",
        ),
    ] {
        let place = file().await;
        limbeck::upgrade(&place.pool, migrations([FIRST]), Target::Head).await.expect(name);
        execute(&place.pool, by_hand).await;
        let before = texts(&place.pool, "SELECT COALESCE(sql, name) FROM sqlite_master").await;
        let error = limbeck::upgrade(&place.pool, migrations([FIRST, revision]), Target::Head).await.expect_err(name);
        assert_eq!(error.to_string(), expected, "{name}");
        assert_eq!(texts(&place.pool, "SELECT COALESCE(sql, name) FROM sqlite_master").await, before, "{name}");
        assert_eq!(applied(&place.pool).await, ["aa1"], "{name}");
    }
}

const FAMILY: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("parents", [integer("id"), text("name").null()]).primary_key(["id"]);
        op.create_table("children", [integer("id"), integer("parent_id")])
            .primary_key(["id"])
            .foreign_key(foreign_key(["parent_id"], "parents", ["id"]).on_delete(Cascade));
        op.execute("INSERT INTO parents VALUES (1, 'a')");
        op.execute("INSERT INTO children VALUES (1, 1)");
    },
    |_| {},
);

/// Changing a column is a rebuild of its table, which would delete the children if foreign keys were on.
const REBUILDS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_column("parents", "name").set_not_null();
    },
    |_| {},
);

const REBUILDS_AND_FAILS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_column("parents", "name").set_not_null();
        op.execute("SELECT nonsense");
    },
    |_| {},
);

const REBUILDS_AND_ORPHANS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.alter_column("parents", "name").set_not_null();
        op.execute("INSERT INTO children VALUES (2, 77)");
    },
    |_| {},
);

#[tokio::test]
async fn foreign_keys_are_off_for_a_rebuild_and_on_again_whatever_happens() {
    for (name, revision, expected) in [
        ("done", REBUILDS, None),
        (
            "failed",
            REBUILDS_AND_FAILS,
            Some("revision `bb2`: execute failed: no such column: nonsense; nothing of it was kept"),
        ),
        (
            "orphans",
            REBUILDS_AND_ORPHANS,
            Some(
                "revision `bb2` would leave rows that refer to nothing: 1 of `children` to `parents`; nothing of it was kept",
            ),
        ),
    ] {
        let memory = pool("sqlite::memory:", 1).await;
        let outcome = limbeck::upgrade(&memory, migrations([FAMILY, revision]), Target::Head).await;
        assert_eq!(outcome.err().map(|error| error.to_string()).as_deref(), expected, "{name}");
        assert_eq!(number(&memory, "PRAGMA foreign_keys").await, 1, "{name}");
        assert_eq!(number(&memory, "SELECT COUNT(*) FROM children").await, 1, "{name}");
        assert_eq!(applied(&memory).await.len(), if expected.is_some() { 1 } else { 2 }, "{name}");
    }
}

#[tokio::test]
async fn orphans_that_were_there_before_are_no_reason_to_stop() {
    let place = file().await;
    limbeck::upgrade(&place.pool, migrations([FAMILY]), Target::Head).await.expect("a family");
    execute(&place.pool, "PRAGMA foreign_keys = OFF; INSERT INTO children VALUES (9, 99); PRAGMA foreign_keys = ON")
        .await;
    limbeck::upgrade(&place.pool, migrations([FAMILY, REBUILDS]), Target::Head).await.expect("a rebuild");
    assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM children").await, 2);
}

#[tokio::test]
async fn one_connection_serves_several_runs() {
    let place = file().await;
    let connection = Connection::of(&place.pool).await.expect("a connection");
    let migrations = migrations([FAMILY, REBUILDS_AND_FAILS]);
    let run = Run::new(migrations);
    run.upgrade(&connection, &Target::Head).await.expect_err("nonsense");
    assert_eq!(number(connection.database(), "PRAGMA foreign_keys").await, 1);
    assert!(run.upgrade(&connection, &Target::Revision("aa1".to_owned())).await.expect("nothing to do").is_empty());
    connection.close().await;
}
