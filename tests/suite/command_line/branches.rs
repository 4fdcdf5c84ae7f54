//! Two branches that each added a revision.

use super::{
    transcript::Transcript,
    workspace::{Workspace, copy, here},
};

#[test]
fn two_heads_are_told_apart_and_joined_by_the_next_revision() {
    let workspace = Workspace::new("branches");
    let project = workspace.project();
    copy(&here("branches"), &workspace.versions());
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    project.write("entities/houses.rs", &std::fs::read_to_string(here("houses/houses.rs")).expect("an entity"));
    let columns = "pub city: String,\n    pub left: Option<String>,\n    pub right: Option<String>,";
    project.edit("entities/houses.rs", "pub city: String,", columns);
    workspace.build();
    let mut transcript = Transcript::default();
    transcript.call(&project.folder.display().to_string(), "[project]");
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["heads"], 0);
    run(&["history"], 0);
    run(&["show", "head"], 2);
    run(&["upgrade", "head"], 2);
    run(&["upgrade", "+2"], 2);
    run(&["upgrade", "bb"], 0);
    run(&["check"], 1);
    run(&["migrate", "-m", "too early"], 2);
    run(&["upgrade", "heads"], 0);
    run(&["check"], 0);
    run(&["current"], 0);
    run(&["downgrade", "-1"], 2);
    run(&["downgrade", "aa0000000001"], 0);
    run(&["stamp", "heads"], 0);
    run(&["stamp", "aa0000000001"], 0);
    run(&["upgrade", "heads"], 0);
    project.edit("entities/houses.rs", "pub city: String,", "pub city: Option<String>,");
    run(&["migrate", "-m", "join", "--rev-id", "dd0000000003"], 0);
    workspace.build();
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["history"], 0);
    run(&["show", "head"], 0);
    run(&["upgrade", "head"], 0);
    run(&["check"], 0);
    run(&["downgrade", "-1"], 0);
    run(&["current"], 0);
    transcript.compare("branches");
}
