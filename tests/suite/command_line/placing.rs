//! Where the place of a revision is told by where a database stands, and where a new one may stand.

use super::{
    program::Project,
    workspace::{branched, copy, here},
};

/// A project of two branches, on a database that has one of them.
fn half() -> Project {
    let project = Project::empty(branched());
    copy(&here("branches"), &project.folder.join("migrations/src/versions"));
    project.write("limbeck.toml", "url = \"sqlite://dev.db\"\n");
    project
}

#[test]
fn current_is_where_the_database_stands_wherever_a_place_is_meant() {
    let project = half();
    project
        .run(&["revision", "--head", "current", "-m", "x"])
        .refuses("`current` is no revision: the database has none of them", "`base` is the place of a new root");
    project.run(&["upgrade", "bb"]).exits(0);
    let said = project.run(&["revision", "--head", "current", "-m", "x", "--dry-run"]).exits(0);
    drop(said.says(".revises(&[\"bb0000000002\"])").says("not written: migrations/src/versions/m"));
    project.run(&["merge", "current", "aa"]).refuses("`bb0000000002` follows `aa0000000001` already", "");
    project.run(&["rebase", "current", "--onto", "cc"]).refuses("the database has 1 revision already", "");
    project.run(&["prove", "current"]).exits(0).says("bb0000000002").hides("aa0000000001, the root");
    project.run(&["prove", "current:"]).exits(0).says("cc0000000002").hides("bb0000000002");
    assert_eq!(project.files("migrations/src/versions").len(), 3, "nothing is written");
    project
        .run(&["merge", "current", "cc", "-m", "both"])
        .exits(0)
        .says("every order of the branches leads to the same");
}

#[test]
fn a_dry_run_writes_nothing() {
    let project = half();
    let said = project.run(&["revision", "--dry-run", "--head", "bb", "-m", "by hand", "--rev-id", "ee1"]).exits(0);
    drop(said.says("//! by hand\n").says("Revision::new(\"ee1\")").says("_by_hand.rs"));
    assert_eq!(project.files("migrations/src/versions").len(), 3);
    project.run(&["revision", "-m", "x", "--head", "bb", "--deny", "A"]).exits(2).says("--autogenerate");
}
