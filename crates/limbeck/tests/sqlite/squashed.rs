//! A squashed revision meets databases before, amid and behind the revisions that it replaces.

use std::sync::Mutex;

use limbeck::schema::Schema;
use limbeck::{Action, Cause, Connection, Dialect, Event, Migrations, Run, Target, prelude::*};

use crate::database::{Place, applied, execute, file, history, migrations, tables, texts};

const ROOT: Revision = Revision::new("r0").steps(
    |op| {
        op.create_table("owners", [integer("id")]).primary_key(["id"]);
    },
    |op| {
        op.drop_table("owners");
    },
);
const A: Revision = Revision::new("aa1").revises(&["r0"]).steps(
    |op| {
        op.create_table("animals", [integer("id"), text("name")]).primary_key(["id"]);
    },
    |op| {
        op.drop_table("animals");
    },
);
const B: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.rename_column("animals", "name", "called");
    },
    |op| {
        op.rename_column("animals", "called", "name");
    },
);
const C: Revision = Revision::new("cc3").revises(&["bb2"]).steps(
    |op| {
        op.add_column("animals", text("colour").null());
    },
    |op| {
        op.drop_column("animals", "colour");
    },
);
const D: Revision = Revision::new("dd4").revises(&["cc3"]).steps(
    |op| {
        op.create_index("idx-animals-colour", "animals", ["colour"]);
    },
    |op| {
        op.drop_index("idx-animals-colour", "animals", ["colour"]);
    },
);
const SQUASHED: Revision = Revision::new("ss9").revises(&["r0"]).replaces(&["aa1", "bb2", "cc3"]).steps(
    |op| {
        op.create_table("animals", [integer("id"), text("called"), text("colour").null()]).primary_key(["id"]);
    },
    |op| {
        op.drop_table("animals");
    },
);

/// Before somebody squashed.
fn plain() -> &'static Migrations {
    migrations([ROOT, A, B, C, D])
}

/// The files of the originals are still there.
fn both() -> &'static Migrations {
    migrations([ROOT, A, B, C, D, SQUASHED])
}

/// They are deleted.
fn squashed() -> &'static Migrations {
    migrations([ROOT, D, SQUASHED])
}

async fn at(target: &str) -> Place {
    let place = file().await;
    let target: Target = target.parse().expect(target);
    if target != Target::Base {
        limbeck::upgrade(&place.pool, plain(), target).await.expect("a database");
    }
    let row = match columns(&place).await.len() {
        0 => return place,
        2 => "1, 'Mitzi'",
        _ => "1, 'Mitzi', 'grey'",
    };
    execute(&place.pool, &format!("INSERT INTO animals VALUES ({row})")).await;
    place
}

async fn recorded(place: &Place) -> Schema {
    history(&place.pool).await.expect("a history").recorded(Dialect::Sqlite).expect("a schema")
}

async fn catalog(place: &Place) -> Vec<String> {
    texts(&place.pool, "SELECT sql FROM sqlite_master WHERE name LIKE '%animals%' AND sql IS NOT NULL ORDER BY name")
        .await
}

#[tokio::test]
async fn a_database_goes_on_from_wherever_it_stands() {
    for (from, expected) in [
        ("base", &["r0 upgraded", "ss9 upgraded", "dd4 upgraded"][..]),
        ("r0", &["ss9 upgraded", "dd4 upgraded"]),
        ("aa1", &["bb2 upgraded", "cc3 upgraded", "dd4 upgraded", "ss9 replaced"]),
        ("bb2", &["cc3 upgraded", "dd4 upgraded", "ss9 replaced"]),
        ("cc3", &["ss9 replaced", "dd4 upgraded"]),
        ("dd4", &["ss9 replaced"]),
    ] {
        let place = at(from).await;
        let before = names(&place).await;
        let report = limbeck::upgrade(&place.pool, both(), Target::Head).await.expect(from);
        let ran: Vec<_> = report.ran.iter().map(|ran| format!("{} {}", ran.id, ran.action)).collect();
        assert_eq!(ran, expected, "from {from}");
        assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"], "from {from}");
        assert_eq!(names(&place).await, before, "from {from}: rows stay");
        assert_eq!(columns(&place).await, ["id", "called", "colour"], "from {from}");
        let schema = recorded(&place).await;
        assert_eq!(schema.tables.len(), 2, "from {from}");

        // Once the files are gone: nothing to do, then down, and up again.
        let again = limbeck::upgrade(&place.pool, squashed(), Target::Head).await.expect(from);
        assert!(again.is_empty(), "from {from}: {again}");
        let down = limbeck::downgrade(&place.pool, squashed(), Target::Revision("r0".to_owned())).await.expect(from);
        assert_eq!(down.ran.iter().map(|ran| ran.id.as_str()).collect::<Vec<_>>(), ["dd4", "ss9"], "from {from}");
        assert_eq!(tables(&place.pool).await, ["limbeck_history", "owners"], "from {from}");
        limbeck::upgrade(&place.pool, squashed(), Target::Head).await.expect(from);
        assert_eq!(recorded(&place).await, schema, "from {from}");
    }
}

/// The animals' names, whatever the column is called.
async fn names(place: &Place) -> Vec<String> {
    match &columns(place).await[..] {
        [_, name, ..] => texts(&place.pool, &format!("SELECT {name} FROM animals")).await,
        _ => Vec::new(),
    }
}

async fn columns(place: &Place) -> Vec<String> {
    texts(&place.pool, "SELECT name FROM pragma_table_info('animals')").await
}

#[tokio::test]
async fn a_database_goes_back_from_wherever_it_stands() {
    for (from, target, expected, left) in [
        ("dd4", "r0", &["ss9 replaced", "dd4 downgraded", "ss9 downgraded"][..], "r0"),
        ("dd4", "-1", &["ss9 replaced", "dd4 downgraded"], "r0 ss9"),
        ("cc3", "-1", &["ss9 replaced", "ss9 downgraded"], "r0"),
        ("bb2", "-1", &["bb2 downgraded"], "r0 aa1"),
        ("bb2", "r0", &["bb2 downgraded", "aa1 downgraded"], "r0"),
        ("aa1", "base", &["aa1 downgraded", "r0 downgraded"], ""),
    ] {
        let place = at(from).await;
        let parsed: Target = target.parse().expect(target);
        let report = limbeck::downgrade(&place.pool, both(), parsed).await.expect(from);
        let ran: Vec<_> = report.ran.iter().map(|ran| format!("{} {}", ran.id, ran.action)).collect();
        assert_eq!(ran, expected, "from {from} to {target}");
        assert_eq!(applied(&place.pool).await.join(" "), left, "from {from} to {target}");
        limbeck::upgrade(&place.pool, both(), Target::Head).await.expect(from);
        assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"], "from {from} to {target}");
    }
}

#[tokio::test]
async fn who_is_amid_is_told_which_files_to_bring_back() {
    let place = at("bb2").await;
    let before = (catalog(&place).await, history(&place.pool).await);
    let error = limbeck::upgrade(&place.pool, squashed(), Target::Head).await.expect_err("files are missing");
    assert_eq!(
        error.to_string(),
        "the database is amid the revisions that `ss9` of `ss9` replaces, and `aa1`, `bb2`, `cc3` are in no file"
    );
    assert!(error.hint().contains("bring the files of `aa1`, `bb2`, `cc3` back"), "{}", error.hint());
    let error = limbeck::downgrade(&place.pool, squashed(), Target::steps(-1)).await.expect_err("files are missing");
    assert!(error.hint().contains("`cc3`"), "{}", error.hint());
    assert_eq!((catalog(&place).await, history(&place.pool).await), before, "nothing was changed");
    // With them it goes on.
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("an upgrade");
    assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"]);
}

#[tokio::test]
async fn what_ran_behind_the_replaced_stays_behind() {
    let place = at("dd4").await;
    let ran = recorded(&place).await;
    let rows = history(&place.pool).await.expect("a history");
    let told = Mutex::new(Vec::new());
    let connection = Connection::of(&place.pool).await.expect("a connection");
    let run = Run::new(squashed()).on_event(|event| {
        if let Event::Replaced { id, replaced, .. } = event {
            told.lock().expect("a lock").push(format!("{id}: {}", replaced.join(" ")));
        }
    });
    let plan = run.plan(&connection, &Target::Head).await.expect("a plan");
    assert!(plan.revisions.is_empty(), "{plan:?}");
    assert_eq!(plan.replaced["ss9"], ["aa1", "bb2", "cc3"]);
    run.upgrade(&connection, &Target::Head).await.expect("an upgrade");
    connection.close().await;
    drop(run);
    assert_eq!(told.into_inner().expect("a lock"), ["ss9: aa1 bb2 cc3"]);
    assert_eq!(recorded(&place).await, ran);
    let after = history(&place.pool).await.expect("a history");
    let (row, last) = (after.row("ss9").expect("a row"), rows.row("cc3").expect("a row"));
    assert_eq!((row.position, &row.applied_at), (last.position, &last.applied_at));
    assert_eq!((row.parents.as_slice(), row.message.as_str()), (&["r0".to_owned()][..], "a test"));
    assert_eq!(after.row("dd4"), rows.row("dd4"));
    assert!(after.edited(squashed(), Dialect::Sqlite).expect("a history").is_empty());
}

#[tokio::test]
async fn what_ran_between_the_replaced_on_another_branch_stays_what_it_was() {
    // It changes a table of the line without saying that it depends on it.
    const BESIDE: Revision = Revision::new("x7").revises(&["r0"]).steps(
        |op| {
            op.add_column("animals", text("food").null());
        },
        |op| {
            op.drop_column("animals", "food");
        },
    );
    let place = at("bb2").await;
    let with = |more: &[Revision]| migrations([ROOT, BESIDE, A, B, C].into_iter().chain(more.iter().copied()));
    limbeck::upgrade(&place.pool, with(&[]), Target::Revision("x7".to_owned())).await.expect("the other branch");
    limbeck::upgrade(&place.pool, with(&[]), Target::Heads).await.expect("the line");
    assert_eq!(applied(&place.pool).await, ["r0", "aa1", "bb2", "x7", "cc3"]);
    let ran = recorded(&place).await;
    let error = limbeck::upgrade(&place.pool, with(&[SQUASHED]), Target::Heads).await.expect_err("another order");
    assert!(matches!(error.cause(), Cause::ReplacesOther { .. }), "{error}");
    assert_eq!(recorded(&place).await, ran);

    // One that only makes a table of its own is in nobody's way.
    const APART: Revision = Revision::new("y8").revises(&["r0"]).steps(
        |op| {
            op.create_table("toys", [integer("id")]);
        },
        |op| {
            op.drop_table("toys");
        },
    );
    let place = at("bb2").await;
    let with = |more: &[Revision]| migrations([ROOT, APART, A, B, C].into_iter().chain(more.iter().copied()));
    limbeck::upgrade(&place.pool, with(&[]), Target::Revision("y8".to_owned())).await.expect("the other branch");
    let report = limbeck::upgrade(&place.pool, with(&[SQUASHED]), Target::Heads).await.expect("the line");
    assert_eq!(report.ran.len(), 2, "{report}");
    assert_eq!(applied(&place.pool).await, ["r0", "y8", "ss9"]);
}

#[tokio::test]
async fn a_history_of_other_operations_is_kept_until_a_person_accepts() {
    const EDITED: Revision = Revision::new("cc3").revises(&["bb2"]).steps(
        |op| {
            op.add_column("animals", text("color").null());
        },
        |op| {
            op.drop_column("animals", "color");
        },
    );
    let place = file().await;
    limbeck::upgrade(&place.pool, migrations([ROOT, A, B, EDITED]), Target::Head).await.expect("a database");
    let before = history(&place.pool).await;
    for outcome in [
        limbeck::upgrade(&place.pool, both(), Target::Head).await,
        limbeck::downgrade(&place.pool, both(), Target::Base).await,
    ] {
        let error = outcome.expect_err("it would be recorded what is not there");
        assert_eq!(
            error.to_string(),
            "revision `ss9` can't take the place of `aa1`, `bb2`, `cc3` in the history, which made something else: the table `animals` differs"
        );
        assert!(error.hint().contains("`stamp ss9`"), "{}", error.hint());
        assert_eq!(history(&place.pool).await, before);
    }
    execute(&place.pool, "ALTER TABLE animals RENAME COLUMN color TO colour").await;
    limbeck::stamp(&place.pool, both(), Target::Revision("ss9".to_owned())).await.expect("a stamp");
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("an upgrade");
    assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"]);
}

#[tokio::test]
async fn stamps_see_through() {
    for (from, with, target, report, expected) in [
        ("base", both(), "head", "r0 stamped, ss9 stamped, dd4 stamped", "r0 ss9 dd4"),
        ("bb2", both(), "ss9", "aa1 unstamped, bb2 unstamped, ss9 stamped", "r0 ss9"),
        ("bb2", squashed(), "ss9", "aa1 unstamped, bb2 unstamped, ss9 stamped", "r0 ss9"),
        ("dd4", squashed(), "dd4", "aa1 unstamped, bb2 unstamped, cc3 unstamped, ss9 stamped", "r0 ss9 dd4"),
        ("dd4", squashed(), "r0", "aa1 unstamped, bb2 unstamped, cc3 unstamped, dd4 unstamped", "r0"),
        ("bb2", both(), "+1", "cc3 stamped", "r0 aa1 bb2 cc3"),
        ("bb2", both(), "current-1", "bb2 unstamped", "r0 aa1"),
        ("bb2", both(), "base", "aa1 unstamped, bb2 unstamped, r0 unstamped", ""),
    ] {
        let place = at(from).await;
        let parsed: Target = target.parse().expect(target);
        let stamped = limbeck::stamp(&place.pool, with, parsed).await.expect(target);
        let ran: Vec<_> = stamped.ran.iter().map(|ran| format!("{} {}", ran.id, ran.action)).collect();
        assert_eq!(ran.join(", "), report, "from {from} to {target}");
        assert_eq!(applied(&place.pool).await.join(" "), expected, "from {from} to {target}");
    }
    let place = at("r0").await;
    let error = limbeck::stamp(&place.pool, both(), Target::Revision("bb2".to_owned())).await.expect_err("a part");
    assert_eq!(error.to_string(), "revision `bb2` is a part of `ss9`, which is applied and undone as a whole");
}

#[tokio::test]
async fn rows_of_both_are_set_right() {
    // An older checkout, which does not know the squashed one, has stamped what that replaces.
    let place = file().await;
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("a database");
    limbeck::stamp(&place.pool, plain(), Target::Head).await.expect("a stamp");
    let rows = applied(&place.pool).await;
    assert!(rows.contains(&"ss9".to_owned()) && rows.contains(&"aa1".to_owned()), "{rows:?}");
    let report = limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("an upgrade");
    assert_eq!(report.ran[0].action, Action::Replaced);
    assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"]);
}

#[tokio::test]
async fn a_run_that_died_between_leaves_what_the_next_one_understands() {
    let place = at("bb2").await;
    // All of the line ran, and the run died before it wrote that.
    limbeck::upgrade(&place.pool, plain(), Target::Revision("cc3".to_owned())).await.expect("the line");
    // It died while it wrote: all of that is one transaction.
    execute(&place.pool, "CREATE TRIGGER dies BEFORE INSERT ON limbeck_history WHEN NEW.id = 'ss9' BEGIN SELECT RAISE(ABORT, 'it died'); END").await;
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect_err("it dies");
    assert_eq!(applied(&place.pool).await, ["r0", "aa1", "bb2", "cc3"]);
    execute(&place.pool, "DROP TRIGGER dies").await;
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("an upgrade");
    assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"]);
}

#[tokio::test]
async fn eight_at_once_replace_once() {
    for from in ["r0", "bb2", "dd4"] {
        let place = at(from).await;
        let runs = (0..8).map(|_| {
            let pool = place.pool.clone();
            tokio::spawn(async move { limbeck::upgrade(&pool, both(), Target::Head).await })
        });
        let mut replaced = 0;
        for run in runs.collect::<Vec<_>>() {
            let report = run.await.expect("it does not panic").expect(from);
            replaced += report.ran.iter().filter(|ran| ran.action == Action::Replaced).count();
        }
        assert_eq!(replaced, usize::from(from != "r0"), "from {from}");
        assert_eq!(applied(&place.pool).await, ["r0", "ss9", "dd4"], "from {from}");
    }
}

#[tokio::test]
async fn what_undid_nothing_here_still_does_not() {
    const GUARDED: Revision = Revision::new("gg1").steps(
        |op| {
            op.drop_table("leftovers").unless_done();
            op.create_table("animals", [integer("id")]);
        },
        |op| {
            op.drop_table("animals");
            op.create_table("leftovers", [integer("id")]).unless_done();
        },
    );
    const NEXT: Revision = Revision::new("hh2").revises(&["gg1"]).steps(
        |op| {
            op.add_column("animals", text("name").null());
        },
        |op| {
            op.drop_column("animals", "name");
        },
    );
    const ONE: Revision = Revision::new("ss9").replaces(&["gg1", "hh2"]).steps(
        |op| {
            op.drop_table("leftovers").unless_done();
            op.create_table("animals", [integer("id"), text("name").null()]);
        },
        |op| {
            op.drop_table("animals");
            op.create_table("leftovers", [integer("id")]).unless_done();
        },
    );
    for was_there in [true, false] {
        let place = file().await;
        if was_there {
            execute(&place.pool, "CREATE TABLE leftovers (id integer NOT NULL)").await;
        }
        limbeck::upgrade(&place.pool, migrations([GUARDED, NEXT]), Target::Head).await.expect("a database");
        limbeck::upgrade(&place.pool, migrations([ONE]), Target::Head).await.expect("an upgrade");
        limbeck::downgrade(&place.pool, migrations([ONE]), Target::Base).await.expect("a downgrade");
        assert_eq!(tables(&place.pool).await.contains(&"leftovers".to_owned()), was_there, "was there: {was_there}");
    }
}

#[tokio::test]
async fn a_program_that_does_not_know_it_applies_nothing() {
    let place = file().await;
    limbeck::upgrade(&place.pool, both(), Target::Head).await.expect("a database");
    let before = (catalog(&place).await, history(&place.pool).await);
    let error = limbeck::upgrade(&place.pool, plain(), Target::Head).await.expect_err("it is built without it");
    assert_eq!(error.to_string(), "the database has `ss9`, which is in no file");
    assert_eq!((catalog(&place).await, history(&place.pool).await), before);
}
