use limbeck::{Action, Baseline, Connection, Run, Target, prelude::*, schema::Pair};

use crate::database::{applied, execute, file, history, migrations, number, tables};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("animals", [integer("id")]);
    },
    |_| {},
);
const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]);
const THIRD: Revision = Revision::new("cc3").revises(&["bb2"]);
const ASIDE: Revision = Revision::new("zz9");

#[tokio::test]
async fn a_stamp_writes_the_history_and_nothing_else() {
    let place = file().await;
    let migrations = migrations([FIRST, SECOND, THIRD, ASIDE]);
    let connection = Connection::of(&place.pool).await.expect("a connection");
    let run = Run::new(migrations);
    let targets = |texts: &[&str]| texts.iter().map(|text| text.parse().expect("a target")).collect::<Vec<Target>>();
    for (name, names, purge, expected) in [
        ("up", vec!["bb2"], false, "aa1 bb2"),
        ("further up", vec!["cc3"], false, "aa1 bb2 cc3"),
        ("there already", vec!["cc3"], false, "aa1 bb2 cc3"),
        ("another branch", vec!["zz9"], false, "aa1 bb2 cc3 zz9"),
        ("down, on one branch", vec!["aa1"], false, "aa1 zz9"),
        ("several", vec!["bb2", "zz9"], false, "aa1 zz9 bb2"),
        ("one back", vec!["bb2-1"], false, "aa1 zz9"),
        ("nothing", vec!["base"], false, ""),
        ("all", vec!["heads"], false, "aa1 bb2 cc3 zz9"),
        ("purged", vec!["aa1"], true, "aa1"),
    ] {
        run.stamp(&connection, &targets(&names), purge).await.expect(name);
        assert_eq!(applied(&place.pool).await.join(" "), expected, "{name}");
    }
    assert_eq!(tables(&place.pool).await, ["limbeck_history"]);
    connection.close().await;
}

#[tokio::test]
async fn stamped_operations_are_stored_and_unknown_rows_purged() {
    let place = file().await;
    limbeck::stamp(&place.pool, migrations([FIRST, SECOND, THIRD]), Target::Head).await.expect("a stamp");
    let stored = history(&place.pool).await.expect("a history");
    assert_eq!(stored.rows()[0].upgrade_steps().expect("steps"), FIRST.upgrade());
    // A checkout that knows less can go back over what it does not know, and throw it out.
    let older = migrations([FIRST]);
    let report = limbeck::stamp(&place.pool, older, Target::Head).await.expect("a stamp");
    assert_eq!(report.ran.iter().map(|ran| ran.action).collect::<Vec<_>>(), [Action::Unstamped; 2]);
    assert_eq!(applied(&place.pool).await, ["aa1"]);
}

#[tokio::test]
async fn what_an_unfinished_run_left_is_settled_by_a_stamp() {
    const OWNERS: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.create_table("owners", [integer("id")]);
        },
        |_| {},
    );
    let place = file().await;
    let migrations = migrations([FIRST, OWNERS]);
    limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    execute(&place.pool, "UPDATE limbeck_history SET state = 'upgrading', done = 0 WHERE id = 'bb2'").await;
    let error = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect_err("unfinished");
    assert_eq!(
        error.to_string(),
        "upgrade of revision `bb2` was begun and did not end: 0 of its 1 steps are done, and perhaps `create_table owners`"
    );
    assert_eq!(
        error.hint(),
        "see what of it is in the database; `upgrade bb2 --assume-done` goes on behind it, `upgrade bb2 --assume-undone` does it again"
    );
    let error = limbeck::downgrade(&place.pool, migrations, Target::Base).await.expect_err("unfinished");
    assert!(error.hint().contains("`upgrade bb2 --assume-undone`"), "{}", error.hint());
    limbeck::stamp(&place.pool, migrations, Target::Head).await.expect("a stamp");
    assert!(history(&place.pool).await.expect("a history").unfinished().is_none());
    assert!(limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("nothing to do").is_empty());
}

#[tokio::test]
async fn a_run_that_stopped_cleanly_is_gone_on_with() {
    const TWO_STEPS: Revision = Revision::new("aa1").steps(
        |op| {
            op.create_table("animals", [integer("id")]);
            op.create_table("owners", [integer("id")]);
        },
        |op| {
            op.drop_table("owners");
            op.drop_table("animals");
        },
    );
    let place = file().await;
    let migrations = migrations([TWO_STEPS]);
    limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("an upgrade");
    // As another database would have left it, whose DDL can't be rolled back.
    execute(&place.pool, "UPDATE limbeck_history SET state = 'upgrade stopped', done = 1; DROP TABLE owners").await;
    let report = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("the rest");
    assert_eq!(report.ran[0].statements.len(), 1);
    assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history", "owners"]);
    // All steps done, and only the record missing.
    execute(&place.pool, "UPDATE limbeck_history SET state = 'upgrading', done = 2").await;
    let report = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("the record");
    assert!(report.ran[0].statements.is_empty());
    assert!(history(&place.pool).await.expect("a history").unfinished().is_none());

    // On its way down it is turned round, and gone on with.
    let undone = "UPDATE limbeck_history SET state = 'downgrade stopped', done = 1; DROP TABLE owners";
    execute(&place.pool, undone).await;
    let report = limbeck::upgrade(&place.pool, migrations, Target::Head).await.expect("what was undone");
    assert_eq!(report.ran[0].statements.len(), 1);
    assert_eq!(tables(&place.pool).await, ["animals", "limbeck_history", "owners"]);
    execute(&place.pool, undone).await;
    limbeck::downgrade(&place.pool, migrations, Target::Base).await.expect("the rest");
    assert_eq!(tables(&place.pool).await, ["limbeck_history"]);
}

#[tokio::test]
async fn a_stamp_does_not_say_that_what_was_there_before_is_the_revisions() {
    const FOUND: Revision = Revision::new("aa1").steps(
        |op| _ = op.create_table("animals", [integer("id")]).unless_done(),
        |op| _ = op.drop_table("animals").unless_done(),
    );
    let (migrations, head) = (migrations([FOUND]), [Target::Head]);
    for (name, adopted, purge) in
        [("a first stamp", false, false), ("adopted", true, false), ("adopted and purged", true, true)]
    {
        let place = file().await;
        execute(&place.pool, "CREATE TABLE animals (id integer); INSERT INTO animals VALUES (1)").await;
        let connection = Connection::of(&place.pool).await.expect("a connection");
        let run = Run::new(migrations);
        if adopted {
            let (up, down) = (FOUND.upgrade(), FOUND.downgrade());
            let first = Baseline { id: "aa1", message: "a test", steps: Pair::new(&down, &up) };
            run.adopt(&connection, &first).await.expect(name);
        }
        run.stamp(&connection, &head, purge).await.expect(name);
        assert_eq!(applied(&place.pool).await, ["aa1"], "{name}");
        run.downgrade(&connection, &Target::Base).await.expect(name);
        assert_eq!(number(&place.pool, "SELECT count(*) FROM animals").await, 1, "{name}");
        connection.close().await;
    }
    // What the revision made is undone, whatever was stamped meanwhile.
    for purge in [false, true] {
        let place = file().await;
        let connection = Connection::of(&place.pool).await.expect("a connection");
        let run = Run::new(migrations);
        run.upgrade(&connection, &Target::Head).await.expect("an upgrade");
        run.stamp(&connection, &head, purge).await.expect("a stamp");
        run.downgrade(&connection, &Target::Base).await.expect("a downgrade");
        assert_eq!(tables(&place.pool).await, ["limbeck_history"], "purged: {purge}");
        connection.close().await;
    }
}
