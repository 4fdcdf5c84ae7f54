use limbeck_operations::{Revision, prelude::*};

use super::*;
use crate::Entry;

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
        op.run("greet", |_| async { Ok(()) });
        op.run("elsewhere", |_| async { Ok(()) }).only(Sqlite);
        op.add_column("animals", integer("age").null());
    },
    |op| {
        op.drop_column("animals", "age");
    },
);

const OTHER: Revision = Revision::new("cc2").revises(&["aa1"]).steps(
    |op| {
        op.execute("UPDATE animals SET name = 'x'");
        op.add_column("animals", integer("size").null());
    },
    |op| {
        op.drop_column("animals", "size");
    },
);

fn of(revisions: &[Revision]) -> &'static Migrations {
    let entry = |revision: &Revision| Entry {
        revision: Box::leak(Box::new(*revision)),
        file: revision.id,
        message: "m",
        created: "",
    };
    let entries: Vec<_> = revisions.iter().map(entry).collect();
    Box::leak(Box::new(Migrations::new(entries.leak(), "")))
}

fn target(text: &str) -> Target {
    text.parse().expect("a target")
}

fn upgrade(scripting: &Scripting<'_>, from: &str, to: &str) -> Result<Script, ScriptError> {
    scripting.upgrade((!from.is_empty()).then(|| target(from)).as_ref(), &target(to))
}

#[test]
fn ranges_lead_from_where_they_say() {
    let migrations = of(&[FIRST, SECOND, OTHER]);
    let scripting = Scripting::new(migrations, Dialect::Postgres).skip_data_steps(true);
    for (from, to, revisions) in [
        ("", "aa1", &["aa1"][..]),
        ("", "+1", &["aa1"]),
        ("base", "cc2", &["aa1", "cc2"]),
        ("aa1", "heads", &["bb2", "cc2"]),
        ("bb2", "heads", &["cc2"]),
        ("heads", "heads", &[]),
        ("aa1", "aa1", &[]),
    ] {
        let script = upgrade(&scripting, from, to).unwrap_or_else(|error| panic!("{from}:{to}: {error}"));
        assert_eq!(script.revisions, revisions, "{from}:{to}");
        assert_eq!(script.is_empty(), revisions.is_empty(), "{from}:{to}");
        let makes_the_table = script.text.contains("CREATE TABLE IF NOT EXISTS \"limbeck_history\"");
        assert_eq!(makes_the_table, ["", "base"].contains(&from), "{from}:{to}");
    }
    for (range, revisions) in
        [("bb2:aa1", &["bb2"][..]), ("heads:base", &["cc2", "bb2", "aa1"]), ("bb2:-1", &["bb2"]), ("bb2:bb2", &[])]
    {
        let script = scripting.downgrade(&range.parse().expect("a range"));
        let script = script.unwrap_or_else(|error| panic!("{range}: {error}"));
        assert_eq!(script.revisions, revisions, "{range}");
    }
    for (range, problem) in [
        (":aa1", "has to say from where it goes"),
        ("heads:", "has to say from where it goes"),
        ("aa1:bb2", "revision `bb2` is not applied"),
        ("zz:base", "there is no revision `zz`"),
    ] {
        let error = scripting.downgrade(&range.parse().expect("a range")).expect_err(range);
        assert!(error.to_string().contains(problem) && !error.hint().is_empty(), "{range}: {error}");
    }
}

#[test]
fn data_steps_are_refused_or_left_out_where_they_count() {
    let migrations = of(&[FIRST, SECOND]);
    for (dialect, steps) in [
        (Dialect::MariaDb, &["`greet` of revision `bb2`"][..]),
        (Dialect::Sqlite, &["`greet` of revision `bb2`", "`elsewhere` of revision `bb2`"]),
    ] {
        let scripting = Scripting::new(migrations, dialect);
        let error = upgrade(&scripting, "", "head").expect_err("a data step");
        let ScriptError::DataSteps { steps: named } = &error else { panic!("{error}") };
        assert_eq!(named, steps, "{dialect}");
        assert!(error.hint().contains("--skip-data-steps"));
        let script = upgrade(&scripting.clone().skip_data_steps(true), "", "head").expect("a script");
        assert_eq!(script.skipped_data_steps, steps, "{dialect}");
        let comments = script.text.lines().filter(|line| line.starts_with("-- data step ")).count();
        assert_eq!(comments, steps.len(), "{dialect}");
        assert!(
            script.text.contains("-- as if what is not known of the steps above changed no table\n"),
            "{}",
            script.text
        );
        let down = scripting.downgrade(&"head:-1".parse().expect("a range")).expect("no data step on the way down");
        assert_eq!(down.skipped_data_steps, [""; 0]);
    }
}

#[test]
fn what_does_not_fit_is_said() {
    const ENDS: Revision = Revision::new("aa1").steps(|op| _ = op.execute("commit; "), |_| {});
    const MISSING: Revision = Revision::new("aa1").steps(|op| _ = op.drop_column("animals", "age"), |_| {});
    for (revision, problem) in [
        (ENDS, "revision `aa1`: raw SQL ends the revision's transaction: commit;"),
        (MISSING, "revision `aa1`: there is no table `animals`"),
    ] {
        for dialect in Dialect::ALL {
            let error = upgrade(&Scripting::new(of(&[revision]), dialect), "", "head").expect_err(problem);
            assert!(error.to_string().contains(problem) && !error.hint().is_empty(), "{dialect}: {error}");
        }
    }
}

#[test]
fn a_stamp_changes_what_lies_between() {
    let migrations = of(&[FIRST, SECOND, OTHER]);
    let scripting = Scripting::new(migrations, Dialect::Sqlite);
    for (from, to, revisions) in [
        (None, &["heads"][..], &["aa1", "bb2", "cc2"][..]),
        (None, &["bb2", "cc2"], &["aa1", "bb2", "cc2"]),
        (Some("aa1"), &["bb2"], &["bb2"]),
        (Some("heads"), &["aa1"], &["cc2", "bb2"]),
        (Some("heads"), &["bb2"], &[]),
        (Some("bb2"), &["base"], &["bb2", "aa1"]),
        (Some("bb2"), &["cc2"], &["cc2"]),
    ] {
        let to: Vec<_> = to.iter().map(|text| target(text)).collect();
        let script = scripting.stamp(from.map(target).as_ref(), &to).expect("a script");
        assert_eq!(script.revisions, revisions, "{from:?} {to:?}");
    }
}

#[test]
fn the_same_revisions_make_the_same_text() {
    let migrations = of(&[FIRST, OTHER]);
    for dialect in Dialect::ALL {
        let text = || upgrade(&Scripting::new(migrations, dialect), "", "head").expect("a script").text;
        assert_eq!(text(), text(), "{dialect}");
    }
}

/// Where one statement does two steps, `--assume-done` goes on behind both.
#[test]
fn steps_that_are_done_together_are_in_flight_together() {
    const NUMBERED: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
        |op| {
            op.add_column("animals", pk_auto("number"));
            op.add_unique("animals", unique(["number"]));
            op.add_column("animals", integer("age").null());
        },
        |_| {},
    );
    let migrations = of(&[FIRST, NUMBERED]);
    let script = upgrade(&Scripting::new(migrations, Dialect::MariaDb), "aa1", "bb2").expect("a script");
    let begun = script.text.find("\"done\":2,").expect("both are in flight");
    let sent = script.text.find("\nALTER TABLE `animals` ADD COLUMN `number`").expect("a statement");
    let behind = script.text.find("`done` = 2").expect("both are done");
    assert!(begun < sent && sent < behind, "{}", script.text);
}
