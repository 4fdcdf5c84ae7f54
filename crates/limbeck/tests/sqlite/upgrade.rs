use std::sync::Mutex;

use limbeck::{Action, Cause, Connection, Event, Run, Target, prelude::*};
use sea_orm::ConnectionTrait;

use crate::database::{applied, execute, file, history, migrations, migrations_with, number, pool, tables, texts};

fn animals(op: &mut Op) {
    op.create_table("animals", [integer("id"), text("name")]).primary_key(["id"]);
}

fn colour(op: &mut Op) {
    op.add_column("animals", text("colour").null());
    op.create_index("idx-animals-colour", "animals", ["colour"]);
}

const FIRST: Revision = Revision::new("aa1").steps(animals, |op| {
    op.drop_table("animals");
});
const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(colour, |op| {
    op.drop_index("idx-animals-colour", "animals", ["colour"]);
    op.drop_column("animals", "colour");
});

#[tokio::test]
async fn revisions_run_in_order_and_are_recorded() {
    let place = file().await;
    // The files' order is not the graph's.
    let migrations = migrations([SECOND, FIRST]);
    let report = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    assert_eq!(
        report.ran.iter().map(|ran| (ran.id.as_str(), ran.action)).collect::<Vec<_>>(),
        [("aa1", Action::Upgraded), ("bb2", Action::Upgraded)]
    );
    assert!(report.ran[0].statements[0].starts_with("CREATE TABLE"), "{report:?}");
    assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history"]);
    assert_eq!(texts(&place.pool, "SELECT name FROM pragma_table_info('animals')").await, ["id", "name", "colour"]);

    let history = history(&place.pool).await.expect("a history");
    let row = history.row("bb2").expect("a row");
    assert_eq!((row.position, row.message.as_str(), row.parents.as_slice()), (2, "a test", &["aa1".to_owned()][..]));
    assert_eq!(row.upgrade_steps().expect("steps"), SECOND.upgrade());
    assert_eq!(row.downgrade_steps().expect("steps"), SECOND.downgrade());
    assert_eq!((row.applied_at.len(), row.checksum.len(), row.format), (20, 16, 1));
    let recorded = history.recorded(limbeck::Dialect::Sqlite).expect("a schema");
    assert_eq!(recorded.tables.len(), 1);

    let again = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("nothing to do");
    assert!(again.is_empty());
    assert_eq!(again.to_string(), "nothing to do");
}

#[tokio::test]
async fn targets_are_counted_from_where_the_database_stands() {
    let place = file().await;
    let migrations = migrations([FIRST, SECOND]);
    limbeck::upgrade(&place.pool, migrations, Target::steps(1)).await.expect("one");
    assert_eq!(applied(&place.pool).await, ["aa1"]);
    limbeck::upgrade(&place.pool, migrations, Target::steps(1)).await.expect("another");
    assert_eq!(applied(&place.pool).await, ["aa1", "bb2"]);
    let error = limbeck::upgrade(&place.pool, migrations, Target::steps(1)).await.expect_err("no more");
    assert_eq!(error.to_string(), "`+1` goes too far: there is no further revision");
}

#[tokio::test]
async fn nothing_to_do_leaves_no_trace() {
    let place = file().await;
    let report = limbeck::upgrade(&place.pool, migrations([]), Target::Head).await.expect("nothing to do");
    assert!(report.is_empty() && tables(&place.pool).await.is_empty());
}

#[tokio::test]
async fn what_happens_is_told_as_it_does() {
    let place = file().await;
    let told = Mutex::new(Vec::new());
    let listen = |event: &Event<'_>| {
        let line = match event {
            Event::RevisionStarted { id, number, count, .. } => format!("{id} {number}/{count}"),
            Event::Statement { sql, number, count, .. } => {
                format!("{} {number}/{count}", sql.split_whitespace().next().unwrap_or_default())
            }
            Event::RevisionDone { id, .. } => format!("{id} done"),
            other => format!("{other:?}"),
        };
        told.lock().expect("a lock").push(line);
    };
    let connection = Connection::of(&place.pool).await.expect("a connection");
    let run = Run::new(migrations([FIRST, SECOND])).on_event(listen);
    run.upgrade(&connection, &Target::Head).await.expect("an upgrade");
    connection.close().await;
    drop(run);
    assert_eq!(
        told.into_inner().expect("a lock"),
        ["aa1 1/2", "CREATE 1/1", "aa1 done", "bb2 2/2", "ALTER 1/2", "CREATE 2/2", "bb2 done",]
    );
}

#[tokio::test]
async fn data_steps_are_part_of_the_revision() {
    const FILL: Revision = Revision::new("cc3").revises(&["bb2"]).steps(
        |op| {
            op.run("colour them", |db| async move {
                db.execute_unprepared("INSERT INTO animals VALUES (1, 'Mitzi', 'grey')").await?;
                db.execute_unprepared("CREATE TABLE by_hand (id integer)").await?;
                Ok(())
            });
            // What the step made is seen, though nothing recorded says so.
            op.add_column("by_hand", text("note").null());
            op.execute("UPDATE animals SET colour = 'black'");
        },
        |_| {},
    );
    let place = file().await;
    let report =
        limbeck::upgrade(&place.pool, migrations([FIRST, SECOND, FILL]), Target::Head).await.expect("an upgrade");
    assert_eq!(report.ran[2].data_steps, ["colour them"]);
    assert_eq!(texts(&place.pool, "SELECT colour FROM animals").await, ["black"]);
    assert_eq!(texts(&place.pool, "SELECT name FROM pragma_table_info('by_hand')").await, ["id", "note"]);
}

#[tokio::test]
async fn a_database_in_memory_is_used_as_it_is() {
    let memory = pool("sqlite::memory:", 1).await;
    limbeck::upgrade(&memory, migrations([FIRST, SECOND]), Target::Head).await.expect("an upgrade");
    assert_eq!(applied(&memory).await, ["aa1", "bb2"]);
    assert_eq!(tables(&memory).await, ["animals", "limbeck_history"]);

    let several = pool("sqlite::memory:", 3).await;
    let error = limbeck::upgrade(&several, migrations([FIRST]), Target::Head).await.expect_err("several databases");
    assert!(
        matches!(error.cause(), Cause::Connect(limbeck::ConnectError::ApartInMemory { connections: 3 })),
        "{error}"
    );
}

#[tokio::test]
async fn settings_are_those_that_are_compiled_in() {
    let place = file().await;
    let named = migrations_with("history_table = \"revisions\"", [FIRST]);
    limbeck::upgrade(&place.pool, named, Target::Head).await.expect("an upgrade");
    assert_eq!(tables(&place.pool).await, ["animals", "revisions"]);

    let broken = migrations_with("histroy_table = \"revisions\"", [FIRST]);
    let error = limbeck::upgrade(&place.pool, broken, Target::Head).await.expect_err("an unknown key");
    assert!(error.to_string().starts_with("limbeck.toml:1:1: unknown field `histroy_table`"), "{error}");
}

#[tokio::test]
async fn what_was_there_before_can_be_changed() {
    let place = file().await;
    execute(&place.pool, "CREATE TABLE owners (id integer PRIMARY KEY, name text)").await;
    const LATER: Revision = Revision::new("aa1").steps(
        |op| {
            op.add_column("owners", text("mail").null());
            op.create_table("visits", [integer("owner_id")]).foreign_key(foreign_key(["owner_id"], "owners", ["id"]));
        },
        |_| {},
    );
    limbeck::upgrade(&place.pool, migrations([LATER]), Target::Head).await.expect("an upgrade");
    assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM pragma_table_info('owners')").await, 3);
    let recorded = history(&place.pool).await.expect("a history").recorded(limbeck::Dialect::Sqlite).expect("a schema");
    assert_eq!(recorded.tables.keys().map(|name| name.name.as_str()).collect::<Vec<_>>(), ["visits"]);
}

#[tokio::test]
async fn five_hundred_revisions_run_without_reading_the_catalog_each_time() {
    let place = file().await;
    let ids: Vec<&'static str> = (0..500).map(|at| &*format!("r{at:04}").leak()).collect();
    let revisions = ids.iter().enumerate().map(|(at, id)| {
        let parents: &'static [&'static str] = if at == 0 { &[] } else { vec![ids[at - 1]].leak() };
        Revision::new(id).revises(parents).steps(
            if at == 0 {
                animals
            } else {
                |op| {
                    op.set_table_comment("animals", "x");
                }
            },
            |_| {},
        )
    });
    let migrations = migrations(revisions);
    let started = std::time::Instant::now();
    let report = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    assert_eq!(report.ran.len(), 500);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// Runs are spawned by applications, so their futures have to be `Send`.
#[tokio::test]
async fn runs_can_be_spawned() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let place = file().await;
    let migrations = migrations([FIRST]);
    is_send(limbeck::upgrade(&place.pool, migrations, Target::Head)).await.expect("an upgrade");
    is_send(limbeck::downgrade(&place.pool, migrations, Target::Base)).await.expect("a downgrade");
    is_send(limbeck::stamp(&place.pool, migrations, Target::Head)).await.expect("a stamp");
    let pool = place.pool.clone();
    let spawned = tokio::spawn(async move { limbeck::upgrade(&pool, migrations, Target::Head).await });
    assert!(spawned.await.expect("a task").expect("nothing to do").is_empty());
}

const APART: Revision = Revision::new("cc3").depends_on(&["shop"]).steps(|_| {}, |_| {});
const SHOP: Revision = Revision::new("dd4").branch_labels(&["shop"]).steps(|_| {}, |_| {});

#[tokio::test]
async fn what_a_revision_depends_on_runs_before_it_and_is_recorded_with_it() {
    let place = file().await;
    let migrations = migrations([APART, FIRST, SHOP]);
    let target = "cc3@head".parse().expect("a target");
    limbeck::upgrade(&place.pool, migrations, target).await.expect("an upgrade");
    assert_eq!(applied(&place.pool).await, ["dd4", "cc3"]);
    let rows = history(&place.pool).await.expect("a history");
    assert_eq!(rows.row("cc3").map(|row| &row.dependencies[..]), Some(&["shop".to_owned()][..]));
    limbeck::downgrade(&place.pool, migrations, "shop@base".parse().expect("a target")).await.expect("a downgrade");
    assert_eq!(applied(&place.pool).await, [""; 0], "what depends on it goes with it");
}

#[tokio::test]
async fn a_history_of_an_earlier_version_is_read_and_gets_what_it_lacks() {
    let place = file().await;
    limbeck::upgrade(&place.pool, migrations([FIRST]), Target::Head).await.expect("an upgrade");
    execute(&place.pool, "ALTER TABLE limbeck_history DROP COLUMN depends_on").await;
    assert_eq!(history(&place.pool).await.expect("a history").rows().len(), 1);
    limbeck::upgrade(&place.pool, migrations([FIRST, SECOND]), Target::Head).await.expect("an upgrade");
    let columns = texts(&place.pool, "SELECT name FROM pragma_table_info('limbeck_history')").await;
    assert!(columns.contains(&"depends_on".to_owned()), "{columns:?}");
    assert_eq!(applied(&place.pool).await, ["aa1", "bb2"]);
}
