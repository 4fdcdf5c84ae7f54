//! The file of a new revision: its name, its id, its place.

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

#[test]
fn the_name_is_made_of_the_message_or_else_of_the_id() {
    for (message, title, ending) in [
        ("Houses, rooms & lifts", "//! Houses, rooms & lifts", "_houses_rooms_lifts.rs"),
        ("!!!", "//! !!!", "_aa1.rs"),
        ("", "//! no message", "_aa1.rs"),
        ("größer\n*/ \"#\u{202e}", "//! größer", "_gr_er.rs"),
        ("../../etc/passwd", "//! ../../etc/passwd", "_etc_passwd.rs"),
    ] {
        let project = with_houses(bare());
        project.run(&["migrate", "-m", message, "--rev-id", "aa1"]).exits(0).says("written migrations/src/versions/m");
        let files = project.files("migrations/src/versions");
        let [file] = &files[..] else { panic!("{message}: {files:?}") };
        assert!(file.ends_with(ending), "{message}: {file}");
        let source =
            std::fs::read_to_string(project.folder.join("migrations/src/versions").join(file)).expect("a file");
        assert!(source.starts_with(title) && source.contains("Revision::new(\"aa1\")"), "{message}: {source}");
    }
}

#[test]
fn an_id_is_a_word_that_is_not_taken() {
    let project = with_houses(bare());
    for id in ["001", "head", "a-b", "", "a b"] {
        project.run(&["migrate", "-m", "x", "--rev-id", id]).refuses(&format!("`{id}` can't be a revision's id"), "");
    }
    assert!(!project.folder.join("migrations").exists());

    let project = with_houses(revised());
    project.run(&["upgrade"]).exits(0);
    project.edit("entities/houses.rs", "pub city: String", "pub city: Option<String>");
    project
        .run(&["migrate", "-m", "x", "--rev-id", "aa0000000002"])
        .refuses("there is a revision `aa0000000002` already", "pass another `--rev-id`");
    assert!(!project.folder.join("migrations").exists());
    let said = project.run(&["migrate", "-m", "x", "--rev-id", "aa0000000004", "--format", "json"]);
    let object = said.exits(0).json();
    let file = object["revision"]["file"].as_str().expect("a file");
    assert_eq!(project.files("migrations/src/versions").len(), 1);
    let text = std::fs::read_to_string(project.folder.join(file)).expect("the file that is named");
    assert_eq!(object["revision"]["source"], text);
}

#[test]
fn a_folder_that_cannot_be_written_to_gets_nothing() {
    let project = with_houses(bare());
    // The superuser may write anywhere, but not below a file.
    project.write("file", "");
    project.write(
        "limbeck.toml",
        "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\nmigrations = \"file/migrations\"\n",
    );
    let before = project.files("");
    project.run(&["migrate", "-m", "x"]).refuses("cannot write", "").says("file/migrations/src/versions/m");
    assert_eq!(project.files(""), before);
    project.run(&["migrate", "-m", "x", "--dry-run"]).exits(0);
    assert_eq!(project.files(""), before);
}

#[test]
fn output_that_nobody_reads_is_no_panic() {
    use std::process::{Command, Stdio};
    let project = with_houses(revised());
    for arguments in
        [&["check"][..], &["check", "--format", "json"], &["history"], &["show", "--sql"], &["completions", "zsh"]]
    {
        let mut command = Command::new(project.program());
        command.args(arguments).current_dir(&project.folder).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("its end");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!errors.contains("panicked"), "{arguments:?}: {errors}");
    }
}
