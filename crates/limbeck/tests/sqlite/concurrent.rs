use std::time::{Duration, Instant};

use limbeck::{Cause, Connection, LockError, Migrations, Run, Target, prelude::*};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::database::{applied, execute, file, migrations, number, pool, tables};

/// Five revisions, each of which would fail or count twice if it ran twice.
fn five() -> &'static Migrations {
    fn make(op: &mut Op) {
        op.create_table("runs", [text("revision")]);
    }
    fn unmake(op: &mut Op) {
        op.drop_table("runs");
    }
    fn count(op: &mut Op) {
        op.run("count", |db| async move {
            db.execute_unprepared("INSERT INTO runs VALUES ('one')").await?;
            tokio::time::sleep(Duration::from_millis(20)).await;
            Ok(())
        });
        op.add_column("runs", text("more").null());
        op.rename_column("runs", "more", "other");
        op.drop_column("runs", "other");
    }
    migrations([
        Revision::new("aa1").steps(make, unmake),
        Revision::new("bb2").revises(&["aa1"]).steps(count, |_| {}),
        Revision::new("cc3").revises(&["bb2"]).steps(count, |_| {}),
        Revision::new("dd4").revises(&["cc3"]).steps(count, |_| {}),
        Revision::new("ee5").revises(&["dd4"]).steps(count, |_| {}),
    ])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_revision_runs_once_however_many_ask() {
    for journal in ["delete", "wal"] {
        let place = file().await;
        execute(&place.pool, &format!("PRAGMA journal_mode = {journal}")).await;
        let migrations = five();
        let runs: Vec<_> = (0..6)
            .map(|_| {
                let url = place.url.clone();
                tokio::spawn(async move {
                    let pool = pool(&url, 2).await;
                    limbeck::upgrade(&pool, migrations, Target::Head).await
                })
            })
            .collect();
        let mut ran = Vec::new();
        for run in runs {
            let report = run.await.expect("a task").expect(journal);
            ran.extend(report.ran.into_iter().map(|ran| ran.id));
        }
        ran.sort();
        assert_eq!(ran, ["aa1", "bb2", "cc3", "dd4", "ee5"], "{journal}");
        assert_eq!(applied(&place.pool).await, ["aa1", "bb2", "cc3", "dd4", "ee5"], "{journal}");
        assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM runs").await, 4, "{journal}");

        let runs: Vec<_> = (0..6)
            .map(|_| {
                let url = place.url.clone();
                tokio::spawn(async move {
                    let pool = pool(&url, 2).await;
                    limbeck::downgrade(&pool, migrations, Target::Base).await
                })
            })
            .collect();
        let mut undone = 0;
        for run in runs {
            undone += run.await.expect("a task").expect(journal).ran.len();
        }
        assert_eq!((undone, applied(&place.pool).await.len()), (5, 0), "{journal}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_runs_in_one_database_in_memory_do_not_mix() {
    let memory = pool("sqlite::memory:", 1).await;
    let migrations = five();
    let run =
        |pool: DatabaseConnection| tokio::spawn(async move { limbeck::upgrade(&pool, migrations, Target::Head).await });
    let (one, other) = (run(memory.clone()), run(memory.clone()));
    let one = one.await.expect("a task").expect("an upgrade");
    let other = other.await.expect("a task").expect("an upgrade");
    assert_eq!(one.ran.len() + other.ran.len(), 5);
    assert_eq!(number(&memory, "SELECT COUNT(*) FROM runs").await, 4);
}

#[tokio::test]
async fn the_wait_for_another_writer_ends() {
    let place = file().await;
    let other = pool(&place.url, 1).await;
    execute(&other, "CREATE TABLE x (id integer); BEGIN IMMEDIATE").await;
    let connection = Connection::of(&place.pool).await.expect("a connection");
    let started = Instant::now();
    let run = Run::new(five()).lock_wait(Duration::from_millis(300));
    let error = run.upgrade(&connection, &Target::Head).await.expect_err("locked");
    assert!(matches!(error.cause(), Cause::Lock(LockError::TimedOut { .. })), "{error:?}");
    assert!((250..10_000).contains(&started.elapsed().as_millis()), "{:?}", started.elapsed());
    execute(&other, "ROLLBACK").await;
    run.upgrade(&connection, &Target::steps(1)).await.expect("an upgrade");
    connection.close().await;
    assert_eq!(applied(&place.pool).await, ["aa1"]);
}

#[tokio::test]
async fn a_run_that_is_dropped_half_way_leaves_nothing() {
    fn sleeps(op: &mut Op) {
        op.create_table("animals", [integer("id")]);
        op.run("sleep", |_| async {
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(())
        });
    }
    let migrations = migrations([Revision::new("aa1").steps(sleeps, |_| {})]);
    for (name, pool) in [("file", file().await.pool), ("memory", pool("sqlite::memory:", 1).await)] {
        let run = limbeck::upgrade(&pool, migrations, Target::Head);
        tokio::time::timeout(Duration::from_millis(200), run).await.expect_err("it sleeps");
        // The session ends, or is set right, behind the back of whoever dropped the run.
        let mut patience = 100;
        while pool.execute_unprepared("BEGIN IMMEDIATE; ROLLBACK").await.is_err() {
            patience -= 1;
            assert!(patience > 0, "{name}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(tables(&pool).await.is_empty(), "{name}");
        assert_eq!(number(&pool, "PRAGMA foreign_keys").await, 1, "{name}");
    }
}
