//! Branches with labels and dependencies, and the commands that show and write the graph; also where the revisions do not compile.

use super::{
    program::Project,
    transcript::Transcript,
    workspace::{Workspace, copy, here, limbeck, revised, root},
};

#[test]
fn branches_are_named_shown_and_joined() {
    let workspace = Workspace::new("graph");
    let project = workspace.project();
    copy(&here("graph"), &workspace.versions());
    project.write("limbeck.toml", "url = \"sqlite://dev.db\"\n");
    workspace.build();
    let mut transcript = Transcript::default();
    transcript.call(&project.folder.display().to_string(), "[project]");
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["heads"], 0);
    run(&["heads", "--resolve-dependencies"], 0);
    run(&["branches"], 0);
    run(&["history"], 0);
    run(&["history", "--graph"], 0);
    run(&["history", "-r", "shop@base:shop@head"], 0);
    run(&["history", "-r", "-1:bb"], 0);
    run(&["history", "-r", "cc:bb"], 2);
    run(&["history", "-r", "cc"], 2);
    run(&["show", "ee", "aa0000000001"], 0);
    run(&["show", "aa+1"], 2);
    run(&["show", "dd+1"], 0);
    run(&["upgrade", "shop@head"], 0);
    run(&["current", "-v"], 0);
    run(&["history", "-i", "-r", ":current"], 0);
    run(&["downgrade", "-1"], 0);
    run(&["upgrade", "shp@head"], 2);
    run(&["stamp", "cc", "shop@head"], 0);
    run(&["current"], 0);
    run(&["stamp", "base"], 0);

    run(&["revision", "-m", "which"], 2);
    run(&["revision", "-m", "by hand", "--head", "shop@head", "--rev-id", "ff0000000006"], 0);
    run(&["revision", "-m", "no head", "--head", "aa"], 2);
    run(&["revision", "-m", "twice", "--head", "base", "--branch-label", "shop"], 2);
    run(&["revision", "-m", "two heads", "--head", "heads"], 2);
    run(&["rebase", "bb", "--onto", "cc"], 2);
    run(&["merge", "bb", "aa"], 2);
    run(&["merge", "bb"], 2);
    run(&["merge", "bb", "cc", "-m", "both"], 2);
    run(&["merge", "bb", "cc", "-m", "both", "--force", "--rev-id", "ab0000000007"], 0);
    run(&["merge", "bb", "shop@dd", "--splice", "-m", "more", "--rev-id", "ac0000000008"], 0);
    // Not by their names, which begin with the second that each was written in.
    let files = workspace.revisions();
    for file in ["_both.rs", "_by_hand.rs"].iter().filter_map(|end| files.iter().find(|name| name.ends_with(end))) {
        let text = std::fs::read_to_string(workspace.versions().join(file)).expect("a revision");
        transcript.add_file(file, &text);
    }
    workspace.build();
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["history", "--graph"], 0);
    transcript.compare("graph");
}

#[test]
fn the_binary_answers_where_the_revisions_do_not_compile() {
    let project = Project::empty(limbeck());
    copy(&here("graph"), &project.folder.join("migrations/src/versions"));
    project.write("limbeck.toml", "");
    let broken = "migrations/src/versions/m20260102_100000_left.rs";
    project.edit(broken, "fn upgrade(op: &mut Op) {", "fn upgrade(op: &mut Op) {{ \"");
    project.run(&["heads"]).exits(0).says("ee0000000005 (shop) (head), the shop has a bell");
    project.run(&["history"]).exits(0).says("aa0000000001 -> bb0000000002 (effective head), owners have a phone");
    project.run(&["show", "bb"]).exits(0).says("m20260102_100000_left.rs");
    project.run(&["branches"]).exits(0).says("    -> cc0000000003");
    project.run(&["merge", "bb", "cc"]).exits(0).says("not tried: what the revisions do is known to");
    project.run(&["revision", "--head", "shop@head", "-m", "next"]).exits(0).says("_next.rs");
    project.run(&["edit", "bb"]).refuses("nothing says which editor to use", "set EDITOR");
    project.run(&["upgrade"]).refuses("this command needs the project's compiled revisions", "cargo xtask");
    project.edit(broken, "Revision::new(\"bb0000000002\")", "revision()");
    project.run(&["heads"]).refuses("m20260102_100000_left.rs:7:32: has to be `Revision::new` with a literal", "");
}

#[test]
fn an_editor_gets_the_files() {
    let project = Project::empty(limbeck());
    copy(&here("graph"), &project.folder.join("migrations/src/versions"));
    project.write("limbeck.toml", "");
    let project = project.with("VISUAL", "cp -t .");
    project.run(&["edit", "bb", "shop"]).exits(0);
    assert!(project.folder.join("m20260102_100000_left.rs").is_file(), "the editor has had the file");
    assert!(project.folder.join("m20260104_100000_shop.rs").is_file(), "and the other one");
    project.write("my tools/open it.sh", "#!/bin/sh\ncp \"$2\" \"$1\"\n");
    let editor = "sh \"my tools/open it.sh\" 'a copy'";
    project.with("VISUAL", editor).run(&["edit", "bb"]).exits(0);
    assert!(project.folder.join("a copy").is_file(), "an editor with blanks in its path");
    project.with("VISUAL", "false").run(&["edit", "bb"]).refuses("the editor `false` failed", "");
    project.run(&["edit", "base"]).refuses("no revision", "`history` prints");
}

#[test]
fn what_was_applied_is_told_with_its_time() {
    let project = Project::empty(revised());
    project.write("limbeck.toml", "url = \"sqlite://dev.db\"\n");
    project.run(&["log"]).exits(0).hides("aa0000000001");
    project.run(&["upgrade", "+2"]).exits(0);
    let said = project.run(&["log"]).exits(0);
    let lines: Vec<&str> = said.stdout.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains(" ms  aa0000000002, "), "{said}");
    assert!(lines[1].ends_with(concat!("(limbeck ", env!("CARGO_PKG_VERSION"), ")")), "{said}");
    let last = project.run(&["log", "-n", "1", "--format", "json"]).exits(0).json();
    assert_eq!((last[0]["id"].as_str(), last[0]["state"].as_str()), (Some("aa0000000002"), Some("applied")));
    assert_eq!(last.as_array().map(Vec::len), Some(1));
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let section = readme.split("`log --format json`").nth(1).and_then(|rest| rest.split("\n## ").next());
    let section = section.expect("its section");
    for key in last[0].as_object().expect("an object").keys() {
        assert!(section.contains(&format!("`{key}`")), "the README has no `{key}`");
    }
}
