//! `migrate --baseline`: a database that was there before.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::{count, send, with_url},
    workspace::{SERVERS, Workspace, bare, copy, here, revised},
};

#[test]
fn a_database_that_was_there_before_is_recorded_as_its_first_revision() {
    for dialect in SERVERS {
        with_url(dialect, "cli_baseline", |url| {
            let made = Project::empty(revised()).at(url);
            made.write("limbeck.toml", "entities = [\"entities\"]\n");
            copy(&here("houses"), &made.folder.join("entities"));
            made.run(&["upgrade"]).exits(0);
            made.run(&["migrate", "--baseline"]).refuses("the project has revisions already", "upgrade");
            // As another tool would have made it.
            send(url, &["DROP TABLE limbeck_history", "CREATE TABLE notes (id integer PRIMARY KEY)"]);
            let project = Project::new(made.folder.clone(), bare().to_owned()).at(url);
            project.run(&["check"]).exits(0).says("`cargo xtask migrate --baseline` writes the first revision");
            let said = project.run(&["migrate", "--baseline", "--dry-run", "-v"]).exits(0).hides("recorded ");
            let said =
                said.says("op.create_table(").says(".unless_done();").says("integer(\"legacy_number\").null().keep()");
            drop(said.says("\nproved").hides("create_table(\"notes\""));
            assert!(!project.folder.join("migrations").exists());
            let said =
                project.run(&["migrate", "--baseline", "-m", "what was there"]).exits(0).says("written migrations/");
            drop(said.says("in this database's history: nothing ran"));
            assert_eq!(project.files("migrations/src/versions").len(), 1);
            assert_eq!(count(url, "limbeck_history"), 1);
            // The program does not have the revision before it is compiled again.
            project.run(&["migrate", "--baseline"]).refuses("newer than the files", "");
        });
    }
}

/// What another tool made, beside what `houses` states.
pub(super) const BY_HAND: [&str; 7] = [
    "CREATE TABLE houses (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(120) NOT NULL, city varchar NOT NULL, built date)",
    "CREATE INDEX houses_by_name ON houses (name)",
    "CREATE INDEX houses_by_city ON houses (city)",
    "CREATE TABLE rooms (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, house_id integer NOT NULL REFERENCES houses (id), number integer NOT NULL)",
    "CREATE TABLE notes (id integer PRIMARY KEY)",
    "INSERT INTO houses (name, city) VALUES ('Villa', 'Rome')",
    "INSERT INTO rooms (house_id, number) VALUES (1, 1)",
];

#[test]
fn an_adopted_database_goes_on_with_the_revisions_and_a_new_one_is_made_alike() {
    let workspace = Workspace::new("adopted");
    workspace.build();
    let folder = workspace.project().folder.clone();
    workspace.project().write("limbeck.toml", "entities = [\"entities\"]\n");
    copy(&here("houses"), &folder.join("entities"));
    let url = |name: &str| format!("sqlite://{}?mode=rwc", folder.join(name).display());
    let project = workspace.project().at(&url("there.db"));
    project.run(&["migrate", "--baseline"]).refuses("none of the tables that the entities state", "migrate");
    send(&url("there.db"), &BY_HAND);
    let said = project.run(&["migrate", "--baseline", "-m", "there"]).exits(0).says("unmanaged: 1 object");
    // The entities state a floor and lifts besides.
    drop(said.says("2 changes of the entities are left for the next revision"));
    workspace.build();
    project.run(&["check"]).exits(1).says("+ lifts").says("+ rooms.floor").hides("--baseline");
    project.run(&["migrate", "--baseline"]).refuses("revisions already", "");
    project.run(&["upgrade"]).exits(0).says("Nothing to do");
    // Another database gets the same from the revision.
    let anew = workspace.project().at(&url("anew.db"));
    anew.run(&["upgrade"]).exits(0);
    anew.run(&["check", "-v"])
        .exits(1)
        .says("index houses_by_city of houses")
        .says("column built of houses")
        .says("+ lifts");
    project.run(&["downgrade", "base"]).exits(0);
    assert_eq!((count(&url("there.db"), "houses"), count(&url("there.db"), "rooms")), (1, 1), "what was there stays");
    project.run(&["upgrade"]).exits(0);
    assert_eq!(count(&url("there.db"), "rooms"), 1);
}

#[test]
fn what_a_person_keeps_is_named_in_the_configuration_or_on_the_command_line() {
    with_url(Dialect::Sqlite, "cli_keep", |url| {
        let project = Project::empty(revised()).at(url);
        project.write("limbeck.toml", "entities = [\"entities\"]\n");
        copy(&here("houses"), &project.folder.join("entities"));
        project.run(&["upgrade"]).exits(0);
        project.edit("entities/rooms.rs", "    pub floor: i32,\n", "");
        std::fs::remove_file(project.folder.join("entities/lifts.rs")).expect("the entity goes");
        project.edit("entities/mod.rs", "pub mod lifts;\n", "");
        project.run(&["check"]).exits(1).says("- lifts").says("- rooms.floor");
        project.run(&["check", "--keep", "lifts"]).exits(1).hides("- lifts").says("- rooms.floor");
        project.run(&["check", "--keep", "lifts", "--keep", "rooms.f*"]).exits(0).says("unsaid:");
        project.run(&["migrate", "--keep", "lift"]).refuses("`--keep` names nothing", "check -v");
        project
            .write("limbeck.toml", "entities = [\"entities\"]\nkeep = [\n    \"rooms.floor\",\n    'rooms.flor',\n]\n");
        let said = project.run(&["check", "--drop-unmanaged", "-v"]).exits(1).says("- lifts").hides("- rooms.floor");
        let said = said.says("`cargo xtask migrate --drop-unmanaged -m");
        let said = said.says("column floor of rooms").says("`keep` names `rooms.flor`, which is neither recorded");
        drop(said.says("limbeck.toml:4:6"));
        project.run(&["migrate", "--keep", "lifts", "-m", "x"]).exits(0).says("No changes: nothing is written.");
    });
}
