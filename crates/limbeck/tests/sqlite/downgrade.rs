use limbeck::{Action, Target, prelude::*};
use sea_orm::ConnectionTrait;

use crate::database::{applied, file, history, migrations, number, tables, texts};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("animals", [integer("id"), text("name")]).primary_key(["id"]);
    },
    |op| {
        op.drop_table("animals");
    },
);

const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.create_table("owners", [integer("id")]);
    },
    |op| {
        op.run("say goodbye", |db| async move {
            db.execute_unprepared("INSERT INTO animals VALUES (1, 'Mitzi')").await.map(|_| ())
        });
        op.drop_table("owners");
    },
);

#[tokio::test]
async fn revisions_are_undone_from_head_to_base() {
    let place = file().await;
    let migrations = migrations([FIRST, SECOND]);
    limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    let report = limbeck::downgrade(&place.pool, migrations, Target::steps(-1)).await.expect("a downgrade");
    assert_eq!((report.ran[0].id.as_str(), report.ran[0].action), ("bb2", Action::Downgraded));
    assert_eq!(report.ran[0].data_steps, ["say goodbye"]);
    assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM animals").await, 1);
    assert_eq!(applied(&place.pool).await, ["aa1"]);
    limbeck::downgrade(&place.pool, migrations, Target::Base).await.expect("a downgrade");
    assert_eq!(tables(&place.pool).await, ["limbeck_history"]);
    limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade again");
    assert_eq!(applied(&place.pool).await, ["aa1", "bb2"]);
}

#[tokio::test]
async fn a_revision_without_its_file_is_undone_from_what_is_stored() {
    let place = file().await;
    limbeck::upgrade(&place.pool, migrations([FIRST, SECOND]), Target::Head).await.expect("an upgrade");
    let older = migrations([FIRST]);
    // Nothing to do is no reason to complain, something to do is.
    assert!(limbeck::upgrade(&place.pool, older, Target::Head).await.expect("nothing to do").is_empty());
    const ASIDE: Revision = Revision::new("cc3").revises(&["aa1"]);
    let aside = migrations([FIRST, ASIDE]);
    let error = limbeck::upgrade(&place.pool, aside, Target::Head).await.expect_err("unknown in the database");
    assert_eq!(error.to_string(), "the database has `bb2`, which is in no file");

    let report = limbeck::downgrade(&place.pool, older, Target::Revision("aa".to_owned())).await.expect("a downgrade");
    assert_eq!(report.ran[0].skipped_data_steps, ["say goodbye"]);
    assert!(report.ran[0].data_steps.is_empty());
    assert_eq!(applied(&place.pool).await, ["aa1"]);
    assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history"]);
    assert_eq!(number(&place.pool, "SELECT COUNT(*) FROM animals").await, 0);
}

#[tokio::test]
async fn an_edited_file_is_not_what_ran() {
    const EDITED: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.create_table("people", [integer("id")]);
        },
        |op| {
            op.run("say goodbye", |db| async move {
                db.execute_unprepared("INSERT INTO animals VALUES (2, 'from the file')").await.map(|_| ())
            });
            op.drop_table("people");
        },
    );
    const MENDED: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.create_table("owners", [integer("id")]);
        },
        |op| {
            op.execute("INSERT INTO animals VALUES (3, 'mended')");
            op.drop_table("owners");
        },
    );
    for (name, revision, expected) in [
        ("the stored steps, with the file's bodies", EDITED, "from the file"),
        ("the file's downgrade, as its upgrade is what ran", MENDED, "mended"),
    ] {
        let place = file().await;
        limbeck::upgrade(&place.pool, migrations([FIRST, SECOND]), Target::Head).await.expect(name);
        let stored = history(&place.pool).await.expect("a history");
        let newer = migrations([FIRST, revision]);
        assert!(stored.rows()[1].differs_from(&newer.entries()[1]).expect("a checksum"), "{name}");
        limbeck::downgrade(&place.pool, newer, Target::steps(-1)).await.expect(name);
        assert_eq!(texts(&place.pool, "SELECT name FROM animals").await, [expected], "{name}");
        assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history"], "{name}");
    }
}

#[tokio::test]
async fn one_side_of_a_merge_can_be_undone() {
    const LEFT: Revision = Revision::new("bb2").revises(&["aa1"]);
    const RIGHT: Revision = Revision::new("cc3").revises(&["aa1"]);
    const MERGE: Revision = Revision::new("dd4").revises(&["bb2", "cc3"]);
    let place = file().await;
    let migrations = migrations([FIRST, LEFT, RIGHT, MERGE]);
    limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    assert_eq!(applied(&place.pool).await, ["aa1", "bb2", "cc3", "dd4"]);
    limbeck::downgrade(&place.pool, migrations, Target::Revision("bb2".to_owned())).await.expect("a downgrade");
    assert_eq!(applied(&place.pool).await, ["aa1", "bb2", "cc3"]);
    let error = limbeck::downgrade(&place.pool, migrations, Target::steps(-1)).await.expect_err("two ways");
    assert_eq!(error.to_string(), "`-1` is ambiguous: the database is at `bb2` and `cc3`");
}
