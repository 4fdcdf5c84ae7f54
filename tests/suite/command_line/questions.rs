//! What is asked at a terminal, and what becomes of the answers.

use std::fs;

use super::{
    adopting::BY_HAND,
    program::Project,
    rows::{count, send},
    workspace::{bare, copy, here, revised},
};

const SETTINGS: &str = "# ours\nentities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n";

/// A project of `houses` with a database that is up to date.
fn houses() -> Project {
    let project = Project::empty(revised());
    project.write("limbeck.toml", SETTINGS);
    copy(&here("houses"), &project.folder.join("entities"));
    project.run(&["upgrade"]).exits(0);
    project
}

/// The same, where no entity states the table `lifts` and the column `floor` any more.
fn fewer() -> Project {
    let project = houses();
    project.edit("entities/rooms.rs", "    pub floor: i32,\n", "");
    fs::remove_file(project.folder.join("entities/lifts.rs")).expect("the entity goes");
    project.edit("entities/mod.rs", "pub mod lifts;\n", "");
    project
}

/// A database of another tool, which `houses` states in part.
fn found() -> (Project, String) {
    let project = Project::empty(bare());
    project.write("limbeck.toml", SETTINGS);
    copy(&here("houses"), &project.folder.join("entities"));
    let url = format!("sqlite://{}?mode=rwc", project.folder.join("dev.db").display());
    send(&url, &BY_HAND);
    (project, url)
}

/// The text of the only revision file.
fn revision(project: &Project) -> String {
    let files = project.files("migrations/src/versions");
    let [file] = &files[..] else { panic!("not one revision: {files:?}") };
    fs::read_to_string(project.folder.join("migrations/src/versions").join(file)).expect("its text")
}

fn settings(project: &Project) -> String {
    fs::read_to_string(project.folder.join("limbeck.toml")).expect("the configuration")
}

fn wrote_nothing(project: &Project) {
    assert!(!project.folder.join("migrations").exists(), "a revision is written");
    assert_eq!(settings(project), SETTINGS);
}

const PROMPT: &str = "Ctrl-C writes nothing: ";

#[test]
fn a_rename_is_asked_for_and_taken() {
    for (answer, flag, operation) in [
        ("1\n", "--rename houses.city=city_name", "op.rename_column(\"houses\", \"city\", \"city_name\")"),
        ("\n", "--rename houses.city=city_name", "op.rename_column(\"houses\", \"city\", \"city_name\")"),
        ("3\n2\n", "--drop houses.city", "op.drop_column(\"houses\", \"city\")"),
    ] {
        let project = houses();
        project.edit("entities/houses.rs", "pub city: String", "pub city_name: Option<String>");
        let mut seat = project.sit(&["migrate", "-m", "x"]);
        seat.sees(
            "The column city of houses goes. What becomes of it?\n  1  it is now the column city_name of houses\n",
        );
        seat.sees("  2  it goes, and its values with it\n").sees(PROMPT).types(answer);
        seat.sees(&format!("the same without a question: {flag}\n")).sees("proved");
        seat.ends(0);
        assert!(revision(&project).contains(operation), "{answer:?}");
    }
}

#[test]
fn what_stays_is_remembered_and_asked_of_once() {
    let project = fewer();
    let mut seat = project.sit(&["migrate", "-m", "x"]);
    seat.sees("No entity states the ").sees("  1  it stays").sees(PROMPT).types("\n");
    seat.sees("No entity states the ").sees(PROMPT).types("1\n");
    seat.sees("the same without a question: --keep ").sees("No changes: nothing is written.");
    seat.ends(0);
    assert!(!project.folder.join("migrations").exists());
    let kept = settings(&project);
    let list = kept.strip_prefix(SETTINGS).expect("what stood there stands");
    assert!(
        list == "keep = [\"lifts\", \"rooms.floor\"]\n" || list == "keep = [\"rooms.floor\", \"lifts\"]\n",
        "{list}"
    );

    let screen = project.sit(&["migrate", "-m", "x"]).ends(0);
    assert!(screen.contains("No changes: nothing is written.") && !screen.contains("What becomes"), "{screen}");
    assert_eq!(settings(&project), kept);
}

#[test]
fn what_goes_is_dropped_and_not_remembered() {
    let project = fewer();
    let mut seat = project.sit(&["migrate", "-m", "x"]);
    seat.sees("No entity states the ")
        .sees(PROMPT)
        .types("2\n")
        .sees("No entity states the ")
        .sees(PROMPT)
        .types("2\n");
    seat.sees("--drop ");
    seat.ends(0);
    let source = revision(&project);
    assert!(source.contains("op.drop_table(\"lifts\")") && source.contains("op.drop_column(\"rooms\", \"floor\")"));
    assert_eq!(settings(&project), SETTINGS);
}

#[test]
fn a_value_for_the_rows_is_asked_for_until_it_does() {
    let project = houses();
    project.edit("entities/houses.rs", "    pub city: String,\n", "    pub city: String,\n    pub size: i32,\n");
    let mut seat = project.sit(&["migrate", "-m", "x"]);
    seat.sees("houses.size may not be NULL. What do the rows hold that are there?\n").sees("[0]> ").types("null\n");
    seat.sees("fills NULL with NULL").sees("[0]> ").types("large\n");
    seat.sees("houses.size may not be NULL").sees("houses has no column `large`").sees("[0]> ").types("12\n");
    seat.sees("the same without a question: --fill houses.size=12\n");
    seat.ends(0);
    let source = revision(&project);
    assert!(source.contains("op.fill_column(\"houses\", \"size\", 12)"), "{source}");
}

#[test]
fn a_database_that_was_there_before_is_adopted_at_a_word() {
    let (project, url) = found();
    let mut seat = project.sit(&["migrate", "-m", "there"]);
    seat.sees("The database has 2 tables of the entities, and there is no revision yet. What is to be written?\n");
    seat.sees(PROMPT).types("\n").sees("the same without a question: --baseline\n").sees("proved").sees("recorded ");
    seat.ends(0);
    assert!(revision(&project).contains(".unless_done();"));
    assert_eq!(count(&url, "limbeck_history"), 1);
}

#[test]
fn a_database_that_is_not_adopted_is_changed_from_what_it_is() {
    let (project, url) = found();
    let mut seat = project.sit(&["migrate", "-m", "there"]);
    seat.sees("What is to be written?\n").sees(PROMPT).types("2\n");
    seat.sees("rooms.floor may not be NULL").sees("[0]> ").types("\n");
    seat.sees("the same without a question: --fill rooms.floor=0\n");
    seat.ends(0);
    let source = revision(&project);
    assert!(source.contains("op.create_table(\"lifts\"") && !source.contains("op.create_table(\"houses\""), "{source}");
    assert_eq!(count(&url, "sqlite_schema WHERE name = 'limbeck_history'"), 0);
    // Who says with flags how the changes are made is not asked.
    let screen = project.sit(&["migrate", "--fill", "rooms.floor=0", "-m", "again"]).ends(0);
    assert!(!screen.contains("What is to be written?"), "{screen}");
}

#[test]
fn who_puts_a_question_aside_changes_nothing() {
    for (name, keys, status) in [("Escape", "\u{1b}\n", 2), ("Ctrl-D", "\u{4}", 2), ("Ctrl-C", "\u{3}", 130)] {
        let project = fewer();
        let mut seat = project.sit(&["migrate", "-m", "x"]);
        seat.sees("No entity states the ").sees(PROMPT).types(keys);
        let screen = seat.ends(status);
        assert!(status == 130 || screen.contains("a question was not answered"), "{name}: {screen}");
        wrote_nothing(&project);
        // Neither does who has answered one.
        let mut seat = project.sit(&["migrate", "-m", "x"]);
        seat.sees("No entity states the ").sees(PROMPT).types("1\n");
        seat.sees("No entity states the ").sees(PROMPT).types(keys);
        seat.ends(status);
        wrote_nothing(&project);

        let (project, url) = found();
        let mut seat = project.sit(&["migrate", "-m", "x"]);
        seat.sees("What is to be written?").sees(PROMPT).types(keys);
        seat.ends(status);
        let mut seat = project.sit(&["migrate", "-m", "x"]);
        seat.sees("What is to be written?").sees(PROMPT).types("2\n").sees("[0]> ").types(keys);
        seat.ends(status);
        wrote_nothing(&project);
        assert_eq!(count(&url, "sqlite_schema WHERE name = 'limbeck_history'"), 0, "{name}");
    }
}

#[test]
fn a_dry_run_asks_nothing() {
    let screen = fewer().sit(&["migrate", "--dry-run", "--no-proof", "-m", "x"]).ends(0);
    assert!(!screen.contains("What becomes"), "{screen}");
    let screen = found().0.sit(&["migrate", "--dry-run", "--no-proof", "-m", "x"]).ends(0);
    assert!(screen.contains("`cargo xtask migrate --baseline`") && !screen.contains("What is to be"), "{screen}");
}
