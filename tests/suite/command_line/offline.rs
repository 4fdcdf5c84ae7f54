//! `check --offline`: what a pull request is checked with, where there is no database.

use serde_json::json;

use super::{
    program::Project,
    workspace::{bare, copy, here, revised},
};

fn project(program: &std::path::Path, settings: &str) -> Project {
    let project = Project::empty(program);
    project.write("limbeck.toml", &format!("entities = [\"entities\"]\n{settings}"));
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

#[test]
fn entities_are_compared_with_the_files_for_every_declared_dialect() {
    let project = project(revised(), "dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n");
    let before = project.files("");
    let said = project.run(&["check", "--offline"]).exits(0).says("No difference.");
    drop(said.says("by the revision files, for sqlite, postgres, mariadb").hides("database: "));
    // On SQLite alone both are an integer.
    project.edit("entities/rooms.rs", "pub number: i32", "pub number: i64");
    let said = project.run(&["check", "--offline"]).exits(1).says("~ rooms.number  type ");
    drop(said.says("1 change; `cargo xtask migrate"));
    project.run(&["check", "--offline", "--dialect", "sqlite"]).exits(0).says("No difference.");
    project.run(&["check", "--offline", "--dialect", "sqlite,postgres"]).exits(1);
    let object = project.run(&["check", "--offline", "--format", "json"]).exits(1).json();
    assert_eq!(object["dialect"], json!("sqlite"));
    let operation = &object["operations"][0];
    assert_eq!((&operation["op"], &operation["changes"]), (&json!("alter_column"), &json!(["type"])));
    assert_eq!(operation["span"]["file"], json!("entities/rooms.rs"));
    assert_eq!(object["operations"].as_array().map(Vec::len), Some(1));
    for key in ["unmanaged", "unrecorded", "skipped", "not_applied"] {
        assert_eq!(object[key], json!([]), "{key}");
    }
    assert_eq!(project.files(""), before);
}

#[test]
fn a_url_says_which_dialect_is_meant_and_is_not_opened() {
    let project = project(revised(), "");
    project.run(&["check", "--offline"]).refuses("nothing says which databases", "dialects = [");
    let nowhere = project.at("postgres://nobody:secret@127.0.0.1:1/nothing");
    nowhere.run(&["check", "--offline"]).exits(0).says("files, for postgres").hides("secret");
    project.run(&["check", "--offline", "--url", "sqlite://not_there.db"]).exits(0).says("files, for sqlite");
    assert!(!project.folder.join("not_there.db").exists());
}

#[test]
fn without_revisions_everything_is_to_be_made() {
    let project = project(bare(), "dialects = [\"postgres\"]\n");
    project.run(&["check", "--offline"]).exits(1).says("+ houses  table").says("+ rooms  table");
}

#[test]
fn what_needs_a_database_is_refused_beside_it() {
    let project = project(revised(), "dialects = [\"postgres\"]\n");
    project.run(&["check", "--offline", "--drop-unmanaged"]).refuses("--drop-unmanaged", "");
    project.run(&["check", "--offline", "--no-history"]).refuses("--no-history", "");
    project.run(&["check", "--dialect", "sqlite"]).refuses("--offline", "");
    project.run(&["check", "--offline", "--dialect", "oracle"]).refuses("`oracle` is no dialect", "");
}
