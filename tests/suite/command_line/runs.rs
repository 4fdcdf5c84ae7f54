//! Upgrades and downgrades of the revisions in `revisions`: targets, histories that don't fit, failures, runs at once.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::{count, lines, send, with_url},
    workspace::{SERVERS, bare, copy, here, revised},
};

/// A project with the entities of `houses`, whose program has the revisions that make them.
fn with_houses(program: &std::path::Path) -> Project {
    let project = Project::empty(program);
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

fn applied(url: &str) -> Vec<String> {
    lines(url, "SELECT id AS line FROM limbeck_history ORDER BY position")
}

const ALL: [&str; 3] = ["aa0000000001", "aa0000000002", "aa0000000003"];

#[test]
fn runs_at_once_do_each_revision_once() {
    for dialect in SERVERS {
        with_url(dialect, "cli_at_once", |url| {
            let project = with_houses(revised()).at(url);
            for (command, expected) in [("upgrade", &ALL[..]), ("downgrade", &[])] {
                let target = if command == "upgrade" { "head" } else { "base" };
                let running: Vec<_> = (0..4).map(|_| project.start(&[command, target])).collect();
                let said: Vec<_> = running.into_iter().map(|running| running.end().exits(0)).collect();
                for id in ALL {
                    let times = said.iter().filter(|said| said.stderr.contains(&format!("{command:<9} {id}"))).count();
                    assert_eq!(times, 1, "{dialect}: {command} of {id} ran {times} times");
                }
                assert_eq!(applied(url), expected, "{dialect}");
            }
        });
    }
}

#[test]
fn a_revision_that_fails_leaves_everything_as_it_was() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres] {
        with_url(dialect, "cli_fails", |url| {
            let project = with_houses(revised()).at(url);
            project.run(&["upgrade", "aa0000000002"]).exits(0);
            send(
                url,
                &[
                    "INSERT INTO houses (name, city) VALUES ('North', 'Oslo')",
                    "INSERT INTO rooms (house_id, number) VALUES (1, 7)",
                ],
            );
            let said = project.run(&["upgrade", "head"]).refuses("revision `aa0000000003`: ", "remove the cause");
            let said = said.says("nothing of it was kept").says("add_column rooms.floor");
            let reason = if dialect == Dialect::Sqlite { "NOT NULL constraint failed" } else { "contains null values" };
            said.says(reason);
            assert_eq!(applied(url), ALL[..2]);
            assert_eq!(count(url, "rooms WHERE number = 7"), 1);
            let catalog =
                if dialect == Dialect::Sqlite { "sqlite_schema WHERE name" } else { "pg_class WHERE relname" };
            assert_eq!(count(url, &format!("{catalog} = 'lifts'")), 0, "{dialect}: the step before is undone");
            project.run(&["check"]).exits(1).says("not applied: 1 revision (aa0000000003)").hides("drifted");

            send(url, &["DELETE FROM rooms"]);
            project.run(&["upgrade", "head"]).exits(0).hides("aa0000000002");
            project.run(&["check"]).exits(0);
        });
    }
}

#[test]
fn a_revision_that_does_not_fit_the_database_is_refused_before_its_first_statement() {
    for dialect in SERVERS {
        with_url(dialect, "cli_unfit", |url| {
            let project = with_houses(revised()).at(url);
            project.run(&["upgrade", "aa0000000002"]).exits(0);
            send(url, &["ALTER TABLE rooms ADD COLUMN floor integer"]);
            let said =
                project.run(&["upgrade"]).refuses("revision `aa0000000003` does not fit the database: ", "`check`");
            said.says("floor");
            assert_eq!(applied(url), ALL[..2], "{dialect}");
            send(url, &["CREATE TABLE lifts (id integer)", "ALTER TABLE rooms DROP COLUMN floor"]);
            project.run(&["upgrade"]).refuses("does not fit the database: ", "`check`").says("lifts");
            assert_eq!(applied(url), ALL[..2], "{dialect}");
        });
    }
}

#[test]
fn a_revision_that_is_undone_in_part_is_not_compared() {
    with_url(Dialect::Sqlite, "cli_half_undone", |url| {
        let project = with_houses(revised()).at(url);
        project.run(&["upgrade"]).exits(0);
        project.run(&["current"]).exits(0).hides("unfinished");
        // As a run leaves it that stops where DDL can't be rolled back.
        send(url, &["UPDATE limbeck_history SET state = 'downgrade stopped', done = 1 WHERE id = 'aa0000000003'"]);
        let stopped = "downgrade of revision `aa0000000003` was begun and did not end: 1 of its ";
        for command in ["check", "migrate"] {
            project.run(&[command]).refuses(stopped, "`downgrade` goes on with it");
        }
        project.run(&["current"]).exits(0).says("aa0000000003").says(stopped);
        project.run(&["upgrade"]).refuses(stopped, "`downgrade` finishes it");
    });
}

#[test]
fn a_database_that_is_behind_or_newer() {
    let project = with_houses(revised());
    let before = project.files("");
    project.run(&["check"]).exits(1).says("not applied: 3 revisions (aa0000000001, aa0000000002, aa0000000003)");
    let said = project.run(&["migrate", "-m", "x"]);
    said.refuses("the database is behind: 3 revisions not applied", "run `cargo xtask upgrade head` first");
    assert_eq!(project.files(""), before);
    let object = project.run(&["check", "--format", "json"]).exits(1).json();
    assert_eq!(object["not_applied"].as_array().map(Vec::len), Some(3));
    project.run(&["upgrade", "+2"]).exits(0);
    project.run(&["migrate", "-m", "x"]).refuses("1 revision not applied (aa0000000003)", "upgrade head");
    project.run(&["upgrade"]).exits(0);

    // The same database seen from a checkout without these revisions.
    let older = Project::new(project.folder.clone(), bare().to_owned());
    for arguments in [&["check"][..], &["check", "--format", "json"], &["migrate", "-m", "x"]] {
        let said = older.run(arguments).refuses("the database is newer than the files", "stamp");
        assert!(ALL.iter().all(|id| said.stderr.contains(id)) && said.stdout.is_empty(), "{said}");
    }
    older.run(&["current"]).exits(0).says("aa0000000003 (head) (no file here), rooms are on a floor");
    older.run(&["upgrade", "head"]).exits(0).says("Nothing to do.");
    older.run(&["downgrade", "aa0000000001"]).exits(0).says("downgrade aa0000000002, rooms");
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    assert_eq!(applied(&url), ALL[..1]);
    assert_eq!(count(&url, "sqlite_schema WHERE name IN ('rooms', 'lifts')"), 0);
    older.run(&["stamp", "base"]).exits(0);
    assert_eq!(applied(&url), [""; 0]);
}

#[test]
fn targets_that_lead_nowhere() {
    let project = with_houses(revised());
    for (arguments, error, hint) in [
        (&["show", "bb0000000001"][..], "there is no revision `bb0000000001`", "`history` lists"),
        (&["show", "-"], "`-` is no target", "use `head`"),
        (&["upgrade", "nowhere"], "there is no revision `nowhere`", "`history` lists"),
        (&["upgrade", "aa"], "several revisions begin with `aa`", "by its id"),
        (&["upgrade", "a"], "`a` is too short", "two characters"),
        (&["upgrade", "+4"], "`+4` goes too far", "name `head`"),
        (&["upgrade", "-1"], "`-1`", "`downgrade` goes back"),
        (&["upgrade", "base"], "`base` is no target of upgrade", "`downgrade` goes back"),
        (&["upgrade", "he ad"], "`he ad` is no target", "use `head`"),
        (&["downgrade", "-1"], "`-1` goes too far", ""),
        (&["downgrade", "+1"], "`+1` is no target of downgrade", "`upgrade` goes on"),
        (&["downgrade", "aa0000000002"], "revision `aa0000000002` is not applied", ""),
        (&["stamp", "nowhere"], "there is no revision `nowhere`", "`history` lists"),
    ] {
        project.run(arguments).refuses(error, hint);
    }
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    assert_eq!(count(&url, "sqlite_schema"), 0, "nothing was made");
    project.run(&["show", "aa0000000002"]).exits(0).says("Rev:      aa0000000002\nParent:   aa0000000001");
    project.run(&["show", "base"]).exits(0);
}

#[test]
fn a_stamp_runs_nothing() {
    let project = with_houses(revised());
    project.run(&["upgrade", "aa0000000001"]).exits(0);
    project.run(&["stamp", "head"]).exits(0).says("stamped   aa0000000003, rooms are on a floor").hides("aa0000000001");
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    assert_eq!(applied(&url), ALL);
    assert_eq!(count(&url, "sqlite_schema WHERE name = 'rooms'"), 0);
    project.run(&["check"]).exits(1).says("drifted: table rooms");
    project.run(&["stamp", "aa0000000001"]).exits(0);
    project.run(&["upgrade"]).exits(0);
    project.run(&["check"]).exits(0);
    send(
        &url,
        &[
            "CREATE TABLE other AS SELECT * FROM limbeck_history WHERE id = 'aa0000000003'",
            "UPDATE other SET id = 'bb0000000001', position = 9",
            "INSERT INTO limbeck_history SELECT * FROM other",
            "DROP TABLE other",
        ],
    );
    project.run(&["stamp", "head", "--purge"]).exits(0);
    assert_eq!(applied(&url), ALL);
}

#[test]
fn a_table_of_another_tool_is_no_history() {
    let project = with_houses(revised());
    let url = format!("sqlite://{}?mode=rwc", project.folder.join("dev.db").display());
    send(&url, &["CREATE TABLE limbeck_history (version integer)", "INSERT INTO limbeck_history VALUES (1)"]);
    for arguments in [&["check"][..], &["upgrade"], &["current"], &["migrate", "-m", "x"]] {
        project.run(arguments).refuses("limbeck_history", "");
    }
    assert_eq!(count(&url, "sqlite_schema"), 1);
}

#[test]
fn one_run_examines_the_whole_project() {
    let project = with_houses(revised());
    project.run(&["upgrade"]).exits(0);
    let said = project.run(&["doctor"]).exits(0).hides("not well").says("the chain of all on sqlite");
    assert_eq!(said.stderr.lines().filter(|line| *line == "well").count(), 5, "{said}");
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    send(
        &url,
        &[
            "ALTER TABLE houses ADD COLUMN loft text",
            // Other words for the same are no edit, here as in `check`.
            "UPDATE limbeck_history SET checksum = 'x' WHERE position = 1",
            "UPDATE limbeck_history SET upgrade = replace(upgrade, 'floor', 'storey'), checksum = 'x' WHERE position = 3",
        ],
    );
    send(&url, &["ALTER TABLE rooms DROP COLUMN floor"]);
    let said = project.run(&["doctor"]).exits(1).says("its file says something else than what was applied");
    let said = said.hides("aa0000000001, houses: its file");
    assert_eq!(said.stderr.lines().filter(|line| *line == "not well").count(), 2, "{said}");
}

#[test]
fn the_project_is_examined_without_a_database_too() {
    let project = with_houses(revised()).at("postgres://nobody:secret@127.0.0.1:1/nothing");
    let said = project.run(&["doctor", "--offline"]).exits(0).hides("not well").hides("no server answers");
    let said = said.hides("the database has what the files say").hides("secret");
    assert_eq!(said.stderr.lines().filter(|line| *line == "well").count(), 4, "{said}");
    let said = project.run(&["doctor", "--offline", "--format", "json"]).exits(2);
    drop(said.says("it is for people").hides("well"));
}

#[test]
fn what_a_revision_says_to_a_database_needs_to_be_told_which() {
    let project = with_houses(revised());
    project.write("limbeck.toml", "entities = [\"entities\"]\n");
    project.run(&["show", "--sql"]).refuses("nothing says which databases the project runs on", "`dialects = ");
    project.write("limbeck.toml", "entities = [\"entities\"]\ndialects = [\"postgres\"]\n");
    project.run(&["show", "--sql"]).exits(0).says("-- postgres, upgrade").hides("sqlite");
}
