//! The whole story on an embedded database: from an empty project to a revision that is undone without its file.

use std::fs;

use serde_json::Value;

use super::{
    program::{Project, Said},
    rows, sample,
    transcript::Transcript,
    workspace::Workspace,
};

struct Day {
    workspace: Workspace,
    transcript: Transcript,
}

impl Day {
    fn begin(name: &str) -> Self {
        let workspace = Workspace::new(name);
        let mut transcript = Transcript::default();
        transcript.call(&workspace.project().folder.display().to_string(), "[project]");
        Self { workspace, transcript }
    }

    fn project(&self) -> &Project {
        self.workspace.project()
    }

    fn url(&self) -> String {
        format!("sqlite://{}", self.project().folder.join("dev.db").display())
    }

    fn run(&mut self, arguments: &[&str], status: i32) -> Said {
        let said = self.project().run(arguments).exits(status);
        self.transcript.add(&said);
        said
    }

    fn note(&mut self, text: &str) {
        self.transcript.note(text);
    }

    /// The text of the newest revision file.
    fn newest(&mut self) -> String {
        let name = self.workspace.revisions().pop().expect("a revision file");
        let text = fs::read_to_string(self.workspace.versions().join(&name)).expect("its text");
        self.transcript.add_file(&name, &text);
        text
    }
}

#[test]
fn a_whole_day_on_sqlite() {
    let mut day = Day::begin("day");
    sample::take(day.project());
    day.workspace.build();
    day.run(&["check"], 1);
    day.run(&["current"], 0);
    assert!(!day.project().folder.join("dev.db").exists(), "who only looks makes no database");
    day.run(&["migrate", "--message", "users, shelters, animals"], 0);
    let source = day.newest();
    assert_eq!(source, formatted(&day, &source), "a revision is formatted");

    day.workspace.build();
    let before = day.project().files("migrations");
    day.run(&["migrate", "-m", "again"], 2);
    assert_eq!(day.project().files("migrations"), before);
    day.run(&["check"], 1);
    day.run(&["upgrade", "head"], 0);
    day.run(&["check"], 0);
    day.run(&["migrate", "-m", "nothing"], 0);
    assert_eq!(day.project().files("migrations"), before, "no change makes no file");
    rows::send(&day.url(), &sample::inserts(&day.url()));

    second_revision(&mut day);
    without_its_file(&mut day);
    by_the_alias(&day);
    day.transcript.compare("day");
}

fn second_revision(day: &mut Day) {
    sample::edit(day.project());
    day.note("the entities are edited");
    day.run(&["check"], 1);
    let before = day.project().files("migrations");
    let object = day.run(&["migrate", "--dry-run", "--format", "json", "-m", "registered and adopted"], 0).json();
    is_as_documented(&object);
    assert_eq!(day.project().files("migrations"), before, "a dry run writes nothing");
    day.run(&["migrate", "-m", "registered and adopted"], 0);
    let written = day.newest();
    let shown = object["revision"]["source"].as_str().expect("the source");
    assert_eq!(body(shown), body(&written), "what is shown is what is written");

    day.workspace.build();
    day.run(&["show"], 0);
    let said = day.project().run(&["show", "--sql"]).exits(0).says("-- sqlite, upgrade\nCREATE TABLE \"adoptions\" (");
    drop(said.says("-- sqlite, downgrade\nDROP INDEX \"idx-animals-registered_at\";\n"));
    day.run(&["history"], 0);
    day.run(&["history", "--indicate-current"], 0);
    day.run(&["heads"], 0);
    day.run(&["current"], 0);
    day.run(&["current", "--check-heads"], 1);
    day.run(&["upgrade"], 0);
    day.run(&["current", "--check-heads"], 0);
    day.run(&["check"], 0);
    day.run(&["downgrade", "-1"], 0);
    day.run(&["check"], 1);
    day.run(&["upgrade", "head"], 0);
    day.run(&["upgrade", "head"], 0);
    day.run(&["check"], 0);
    assert_eq!(rows::lines(&day.url(), sample::ANIMALS), ["Mia", "O'Malley"], "the rows are still there");
    assert_eq!(rows::count(&day.url(), "animals WHERE registered_at IS NOT NULL"), 2);
}

fn without_its_file(day: &mut Day) {
    let name = day.workspace.revisions().pop().expect("the second revision");
    fs::remove_file(day.workspace.versions().join(&name)).expect("the file goes");
    day.note("the second revision's file is removed");
    day.workspace.build();
    day.run(&["check"], 2);
    day.run(&["migrate", "-m", "more"], 2);
    day.run(&["current"], 0);
    day.run(&["upgrade"], 0);
    day.run(&["downgrade", "-1"], 0);
    day.run(&["current"], 0);
    day.run(&["check"], 1);
    assert_eq!(rows::lines(&day.url(), sample::ANIMALS), ["Mia", "O'Malley"]);
    assert_eq!(rows::count(&day.url(), "pragma_table_info('animals') WHERE name = 'registered_at'"), 0);
    day.run(&["downgrade", "base"], 0);
    assert_eq!(rows::count(&day.url(), "sqlite_schema WHERE name = 'animals'"), 0);
}

/// As a person calls it: cargo compiles what is new, and what can't be compiled is named by its file.
fn by_the_alias(day: &Day) {
    let call = |arguments: &[&str]| day.workspace.cargo([&["xtask"], arguments].concat()).output().expect("cargo");
    let output = call(&["upgrade"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(call(&["check"]).status.code(), Some(1), "the exit status comes through cargo");
    for (text, expected) in [
        ("fn upgrade() {}\n", "m20260101_100000_broken.rs: there is no `REVISION`"),
        ("pub const REVISION: Revision = Revision::new(7);\n", "versions/m20260101_100000_broken.rs:1:"),
    ] {
        day.project().write("migrations/src/versions/m20260101_100000_broken.rs", text);
        let output = call(&["heads"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && errors.contains(expected), "no `{expected}`:\n{errors}");
    }
}

/// The keys are those of the README, and each value is of the kind that it says.
fn is_as_documented(object: &Value) {
    let keys = |value: &Value| {
        let mut keys: Vec<_> = value.as_object().expect("an object").keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(
        keys(object),
        [
            "dialect",
            "downgrade_sql",
            "edited",
            "hazards",
            "not_applied",
            "operations",
            "preflight",
            "proof",
            "questions",
            "refused",
            "revision",
            "skipped",
            "unmanaged",
            "unrecorded",
            "unsaid",
            "upgrade_sql"
        ]
    );
    assert_eq!(object["dialect"], "sqlite");
    assert_eq!(keys(&object["revision"]), ["file", "source"]);
    let operations = object["operations"].as_array().expect("a list");
    for operation in operations {
        assert_eq!(keys(operation), ["changes", "label", "name", "only", "op", "schema", "span", "table"]);
        assert_eq!(operation["label"], "model changed");
        assert_eq!(keys(&operation["span"]), ["column", "file", "line"], "{operation}");
    }
    let names = operations.iter().map(|operation| operation["op"].as_str().expect("a text")).collect::<Vec<_>>();
    assert_eq!(names, ["create_table", "add_column", "create_index"]);
    for hazard in object["hazards"].as_array().expect("a list") {
        assert_eq!(keys(hazard), ["code", "message", "only", "operation"]);
    }
    for name in ["upgrade_sql", "downgrade_sql"] {
        assert!(object[name].as_array().is_some_and(|list| list.iter().all(Value::is_string)), "{name}");
    }
}

/// A revision's source without its time and its id.
fn body(source: &str) -> String {
    source.lines().filter(|line| !line.starts_with("//!") && !line.contains("Revision::new")).collect()
}

/// `source` as rustfmt has it.
fn formatted(day: &Day, source: &str) -> String {
    let path = day.project().folder.join("formatted.rs");
    fs::write(&path, source).expect("a file");
    let status = std::process::Command::new("rustfmt").args(["--edition", "2024"]).arg(&path).status();
    assert!(status.expect("rustfmt").success());
    let text = fs::read_to_string(&path).expect("its text");
    fs::remove_file(&path).expect("the file goes");
    text
}
