//! Lines of revisions that get another place.

use std::fs;

use super::{
    program::Project,
    rows::send,
    workspace::{Workspace, copy, here, limbeck},
};

const VERSIONS: &str = "migrations/src/versions";

/// A project with the revisions in `branches`, and one on the left branch, which is written by hand.
fn forked() -> Project {
    let project = Project::empty(limbeck());
    copy(&here("branches"), &project.folder.join(VERSIONS));
    project.write("limbeck.toml", "");
    let left = format!("{VERSIONS}/m20260102_100000_left.rs");
    project.edit(&left, ".steps(upgrade, downgrade)", "// ticket 4711\n    .steps(up, |_| {})");
    project.edit(&left, "fn upgrade", "fn up");
    project.edit(&left, "//! the left branch\n", "//! the left branch\n//! Created 3 tables by hand\n");
    let next = fs::read_to_string(here("branches/m20260102_100000_left.rs")).expect("a revision");
    let next = next.replace("aa0000000001", "bb0000000002").replace("Revision::new(\"bb", "Revision::new(\"dd");
    project.write(&format!("{VERSIONS}/m20260104_100000_next.rs"), &next.replace("the left branch", "next"));
    project
}

/// The texts of the revision files, by their names.
fn texts(project: &Project) -> Vec<(String, String)> {
    let files = project.files(VERSIONS).into_iter();
    files
        .map(|name| {
            let text = fs::read_to_string(project.folder.join(VERSIONS).join(&name)).expect("a revision");
            (name, text)
        })
        .collect()
}

#[test]
fn a_line_is_moved_behind_the_other_head() {
    let workspace = Workspace::new("rebase");
    let project = workspace.project();
    copy(&here("branches"), &workspace.versions());
    project.write("limbeck.toml", "url = \"sqlite://dev.db\"\n");
    workspace.build();
    project.run(&["rebase", "bb", "--onto", "aa"]).refuses("`bb0000000002` follows `aa0000000001` already", "--onto");
    project.run(&["upgrade", "bb"]).exits(0);
    project.run(&["rebase", "bb"]).refuses("the database has 1 revision already: `bb0000000002`", "downgrade");
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    let half = |state: &str| format!("UPDATE limbeck_history SET state = '{state}' WHERE id = 'bb0000000002'");
    send(&url, &[half("upgrade stopped")]);
    project.run(&["rebase", "bb"]).refuses("the database has 1 revision already: `bb0000000002`", "downgrade");
    send(&url, &[half("applied")]);
    project.run(&["downgrade", "-1"]).exits(0);
    let said = project
        .run(&["rebase", "bb"])
        .exits(0)
        .says("moved cc0000000002 -> bb0000000002: migrations/src/versions/m")
        .hides("not tried");
    let files = workspace.revisions();
    assert!(files[2].ends_with("_the_left_branch.rs") && !files[2].starts_with("m20260102"), "{files:?}\n{said}");
    let text = std::fs::read_to_string(workspace.versions().join(&files[2])).expect("a revision");
    assert!(text.contains(".revises(&[\"cc0000000002\"])") && !text.contains("2026-01-02"), "{text}");
    assert!(text.ends_with("fn downgrade(op: &mut Op) {\n    op.drop_column(\"houses\", \"left\");\n}\n"), "{text}");
    workspace.build();
    project.run(&["heads"]).exits(0).says("bb0000000002 (head)").hides("cc0000000002");
    project.run(&["rebase"]).refuses("`bb0000000002` is the only head", "name both ends");
    project.run(&["upgrade"]).exits(0);
    project.run(&["downgrade", "base"]).exits(0);
}

#[test]
fn what_moves_keeps_what_a_person_wrote_and_sorts_behind() {
    let project = forked();
    let before = texts(&project);
    let said = project.run(&["rebase", "dd", "--onto", "cc", "--dry-run"]).exits(0);
    let said = said.says("would move cc0000000002 -> bb0000000002").says("would move bb0000000002 -> dd0000000002");
    assert_eq!(texts(&project), before, "{said}");
    project.run(&["rebase", "dd"]).exits(0).says("moved bb0000000002 -> dd0000000002").says("not tried");
    let after = texts(&project);
    assert_eq!(after[..2], [before[0].clone(), before[2].clone()], "what does not move stays as it is");
    let time = |text: &str| text.lines().rfind(|line| line.starts_with("//! Created 2")).expect("a time").to_owned();
    let names = ["_the_left_branch", "_next"];
    for ((name, text), ((_, text_before), ending)) in
        after[2..].iter().zip([&before[1], &before[3]].into_iter().zip(names))
    {
        assert!(name.contains(ending) && name.as_str() > "m20260104_100000_next.rs", "{name}");
        let expected = text_before.replace(&time(text_before), &time(text));
        let expected = expected.replace(".revises(&[\"aa0000000001\"])", ".revises(&[\"cc0000000002\"])");
        assert_eq!(*text, expected, "{name}");
    }
    assert!(after[2].1.contains("//! Created 3 tables by hand\n"), "{}", after[2].1);
    project.run(&["history"]).exits(0).says("cc0000000002 -> bb0000000002, the left branch");
}

#[test]
fn a_line_that_sorts_behind_keeps_its_names() {
    let project = forked();
    fs::rename(
        project.folder.join(VERSIONS).join("m20260102_100000_right.rs"),
        project.folder.join(VERSIONS).join("m20260101_200000_right.rs"),
    )
    .expect("another name");
    let before = texts(&project);
    project.run(&["rebase", "dd"]).exits(0).says(&format!("moved cc0000000002 -> bb0000000002: {VERSIONS}"));
    let after = texts(&project);
    let left = before[2].1.replace(".revises(&[\"aa0000000001\"])", ".revises(&[\"cc0000000002\"])");
    assert_eq!(after, [before[0].clone(), before[1].clone(), (before[2].0.clone(), left), before[3].clone()]);
}

#[test]
fn what_others_built_on_a_line_does_not_move_along_unasked() {
    let project = forked();
    let other = fs::read_to_string(project.folder.join(VERSIONS).join("m20260104_100000_next.rs")).expect("a revision");
    project.write(&format!("{VERSIONS}/m20260103_100000_other.rs"), &other.replace("dd0000000002", "ee0000000002"));
    let before = texts(&project);
    let (error, hint) = ("`ee0000000002` (m20260103_100000_other) follows `bb0000000002` too", "--force");
    project.run(&["rebase", "dd", "--onto", "cc"]).refuses(error, hint);
    // What stands on the end of the line would move along as well.
    project.run(&["rebase", "bb", "--onto", "cc"]).refuses("follows `bb0000000002` too", hint);
    assert_eq!(texts(&project), before);
    project.run(&["rebase", "dd", "--onto", "cc", "--force"]).exits(0).says("untried, `ee0000000002` moves along");
}

#[test]
fn nobody_guesses_whose_a_line_is() {
    let project = forked();
    let before = texts(&project);
    let error = "nothing says which of the heads `cc0000000002`, `dd0000000002` nobody else has";
    project.run(&["rebase"]).refuses(error, "name both ends: `limbeck rebase <mine> --onto <theirs>`");
    project.run(&["rebase", "bb", "--onto", "current"]).refuses("no database is named", "DATABASE_URL");
    project.run(&["rebase", "dd", "--onto", "heads"]).refuses("`heads` is not one revision", "name both ends");
    assert_eq!(texts(&project), before);
    project.run(&["rebase", "--onto", "bb", "--dry-run"]).exits(0).says("`bb0000000002` is no head");
    project.run(&["rebase", "--onto", "dd"]).exits(0).says("moved dd0000000002 -> cc0000000002");
}
