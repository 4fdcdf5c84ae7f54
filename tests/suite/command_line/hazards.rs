//! What is dangerous: told, explained, denied.

use serde_json::json;

use super::{
    program::Project,
    workspace::{bare, copy, here, revised},
};

fn with_houses(program: &std::path::Path) -> Project {
    let project = Project::empty(program);
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

/// A project that is up to date and whose entities lost a column and gained an index.
fn edited() -> Project {
    let project = with_houses(revised());
    project.run(&["upgrade"]).exits(0);
    project.edit("entities/houses.rs", "    pub city: String,\n", "");
    project.edit("entities/rooms.rs", "    pub number: i32,", "    #[sea_orm(indexed)]\n    pub number: i32,");
    project
}

#[test]
fn a_hazard_is_explained_without_a_project() {
    let project = Project::empty(bare());
    for code in ["A02", "a02"] {
        let said = project.run(&["explain", code]).exits(0);
        drop(said.says("A02 a column is dropped").says("  postgres ACCESS EXCLUSIVE").says("Safe form"));
    }
    project.run(&["explain", "c"]).exits(0).says("C: locks or rewrites").says("  C01 an index is made").hides("A01");
    let said = project.run(&["explain"]).exits(0);
    for code in limbeck_operations::HazardCode::ALL {
        assert!(said.stdout.lines().any(|line| line.starts_with(&format!("  {code} "))), "{code} is not listed");
    }
    project.run(&["explain", "A03"]).refuses("`A03` is no hazard; the nearest is A02", "lists all");
}

#[test]
fn locks_are_told_and_not_kept() {
    let project = edited();
    project.write(
        "limbeck.toml",
        "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\ndialects = [\"sqlite\", \"postgres\"]\n",
    );
    let lock = "C01 no one writes to rooms while the index is built (postgres only)";
    project.run(&["check"]).exits(1).says(lock).says("A02 the values of houses.city are lost");
    let object = project.run(&["migrate", "-m", "x", "--format", "json"]).exits(0).json();
    let hazards = object["hazards"].as_array().expect("a list");
    let index = hazards.iter().find(|hazard| hazard["code"] == "C01").expect("the index");
    let expected = json!({
        "code": "C01", "operation": "create_index rooms.idx-rooms-number",
        "message": "no one writes to rooms while the index is built", "only": ["postgres"],
    });
    assert_eq!(*index, expected);
    let source = object["revision"]["source"].as_str().expect("the text");
    assert!(source.contains("// A02: the values of houses.city are lost") && !source.contains("C01"), "{source}");
}

#[test]
fn denied_hazards_are_errors_and_nothing_is_written() {
    let project = edited();
    for deny in ["A", "a02", "B,A", "A02,C01"] {
        for command in [&["migrate", "-m", "x"][..], &["migrate", "-m", "x", "--dry-run"], &["check"]] {
            let said = project.run(&[command, &["--deny", deny]].concat());
            let said = said.refuses("1 hazard is denied", "`explain` with a code says what to do instead");
            drop(said.says("A02 drop_column houses.city: the values of houses.city are lost\n"));
        }
    }
    assert!(!project.folder.join("migrations").exists());
    project.run(&["check", "--deny", "D,B01"]).exits(1).hides("denied");
    project.run(&["check", "--deny", "A3"]).exits(2).says("`A3` is no hazard; the nearest is A02");

    // The configuration says the same for all.
    let settings = "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\ndeny = [\"A01\", \"A02\"]\n";
    project.write("limbeck.toml", settings);
    project.run(&["migrate", "-m", "x"]).refuses("1 hazard is denied", "`deny` in limbeck.toml");
    project.write("limbeck.toml", &settings.replace("A02", "Z1"));
    project.run(&["check"]).refuses("`deny`: `Z1` is no hazard; the groups are A (loses data), B (", "");
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    project.run(&["migrate", "-m", "x", "--deny", "D"]).exits(0).says("written migrations/src/versions/m");
}
