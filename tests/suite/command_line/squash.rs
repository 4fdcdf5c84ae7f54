//! `squash`: one revision in place of several, and the databases that meet it.

use std::fs;

use super::{
    transcript::Transcript,
    workspace::{Workspace, copy, here},
};

#[test]
fn a_line_becomes_one_revision_and_databases_go_on() {
    let workspace = Workspace::new("squash");
    let project = workspace.project();
    copy(&here("squash"), &workspace.versions());
    project.write("limbeck.toml", "url = \"sqlite://behind.db\"\ndialects = [\"sqlite\", \"postgres\"]\n");
    workspace.build();
    let (fresh, amid, late) = ("sqlite://fresh.db", "sqlite://amid.db", "sqlite://late.db");
    let mut transcript = Transcript::default();
    transcript.call(&project.folder.display().to_string(), "[project]");
    project.run(&["upgrade", "ff", "--url", "sqlite://behind.db"]).exits(0);
    project.run(&["upgrade", "bb", "--url", amid]).exits(0);
    project.run(&["upgrade", "ee", "--url", late]).exits(0);
    project.run(&["upgrade", "bb", "--url", "sqlite://forgotten.db"]).exits(0);

    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["squash", "aa"], 2);
    run(&["squash", "cc:cc"], 2);
    run(&["squash", "bb:ff"], 2);
    run(&["squash", ":cc", "--dry-run", "--rev-id", "ab0000000007", "-m", "pets and owners"], 0);
    run(&["squash", ":cc", "--rev-id", "bb0000000002"], 2);
    assert_eq!(workspace.revisions().len(), 6);
    run(&["squash", ":cc", "--rev-id", "ab0000000007", "-m", "pets and owners"], 0);
    run(&["squash", "ee:ff", "--rev-id", "cd0000000008"], 0);
    for file in workspace.revisions().iter().filter(|name| !here("squash").join(name.as_str()).exists()) {
        transcript.add_file(file, &fs::read_to_string(workspace.versions().join(file)).expect("a revision"));
    }

    workspace.build();
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["history"], 0);
    run(&["show", "ab"], 0);
    run(&["squash", "ab:dd"], 2);
    // Behind: only the history changes.
    run(&["current"], 0);
    run(&["upgrade", "--dry-run"], 0);
    run(&["upgrade"], 0);
    run(&["upgrade"], 0);
    run(&["current", "--check-heads"], 0);
    run(&["downgrade", "dd"], 0);
    run(&["upgrade"], 0);
    // Amid the first, amid the second, before both.
    run(&["current", "--url", amid], 0);
    run(&["history", "-i", "--url", amid], 0);
    run(&["upgrade", "--dry-run", "--url", amid], 0);
    run(&["upgrade", "--url", amid], 0);
    run(&["upgrade", "--url", late], 0);
    run(&["upgrade", "--url", fresh], 0);
    run(&["downgrade", "base", "--url", fresh], 0);
    run(&["stamp", "bb", "--url", fresh], 2);
    for url in ["sqlite://behind.db", amid, late] {
        project.run(&["doctor", "--url", url]).says("(from --url)\nwell\n");
    }

    // The files go; a database that comes late is told what it needs.
    for file in workspace.revisions() {
        if here("squash").join(&file).exists() && !file.contains("trimmed") {
            fs::remove_file(workspace.versions().join(file)).expect("a revision");
        }
    }
    workspace.build();
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["history"], 0);
    run(&["upgrade"], 0);
    run(&["upgrade", "--url", "sqlite://forgotten.db"], 2);
    run(&["current", "--url", "sqlite://forgotten.db"], 2);
    run(&["upgrade", "--url", fresh], 0);
    transcript.compare("squash");
}

#[test]
fn what_was_found_to_differ_is_not_written_unasked() {
    let workspace = Workspace::new("squash_refuted");
    let project = workspace.project();
    copy(&here("squash"), &workspace.versions());
    // The server refuses what the replay takes.
    let versions = "migrations/src/versions/m20260106_100000_years.rs";
    let check = "    op.rename_column(\"pets\", \"age\", \"years\");\n    op.add_check(\"pets\", check(\"years\", \"nowhere(years) > 0\"));";
    project.edit(versions, "    op.rename_column(\"pets\", \"age\", \"years\");", check);
    let back = "    op.drop_check(\"pets\", \"years\");\n    op.rename_column(\"pets\", \"years\", \"age\");";
    project.edit(versions, "    op.rename_column(\"pets\", \"years\", \"age\");", back);
    project.write("limbeck.toml", "dialects = [\"sqlite\"]\n");
    workspace.build();
    project
        .run(&["squash", "ee:ff", "--rev-id", "ab0000000007"])
        .refuses("the squashed revision does not do what those do that it replaces", "nothing was written")
        .says("upgrade: one by one: ");
    assert_eq!(workspace.revisions().len(), 6);
    project.run(&["squash", "ee:ff", "--rev-id", "ab0000000007", "--force"]).exits(0).says("written ");
    assert_eq!(workspace.revisions().len(), 7);
    // Without a scratch database nothing is tried, which is said.
    project.write("limbeck.toml", "url = \"postgres://nobody@db.invalid/app\"\ndialects = [\"postgres\"]\n");
    project
        .run(&["squash", ":bb", "--rev-id", "cd0000000008", "--dry-run"])
        .exits(0)
        .says("not proved: ")
        .hides("written");
}
