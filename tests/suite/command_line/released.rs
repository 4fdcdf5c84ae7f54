//! The program as it is shipped: in a folder where there is nothing, with `DATABASE_URL` alone.

use std::path::Path;

use limbeck_tests::revisions::MIGRATIONS;

use super::{
    program::Project,
    rows::{lines, with_url},
    workspace::SERVERS,
};

#[test]
fn what_production_needs_runs_in_an_empty_folder() {
    let ids: Vec<_> = MIGRATIONS.entries().iter().map(|entry| entry.revision.id).collect();
    let (second, last, before_last) = (ids[1], ids[ids.len() - 1], ids[ids.len() - 2]);
    for dialect in SERVERS {
        with_url(dialect, "cli_released", |url| {
            let project = Project::empty(Path::new(env!("CARGO_BIN_EXE_migrator"))).at(url);
            let applied = || lines(url, "SELECT id AS line FROM limbeck_history ORDER BY position");
            let current = || project.run(&["current"]).exits(0).stdout;
            assert_eq!(current(), "");
            project.run(&["upgrade", "+2"]).exits(0).says(second);
            assert_eq!(applied(), ids[..2], "{dialect}");
            assert!(current().starts_with(second), "{}", current());
            project.run(&["upgrade"]).exits(0).says(last);
            assert_eq!(applied(), ids, "{dialect}");
            project.run(&["downgrade"]).exits(0).says(last);
            assert!(current().starts_with(before_last), "{}", current());
            project.run(&["stamp", "head"]).exits(0).says(last);
            assert!(current().starts_with(&format!("{last} (head)")), "{}", current());
            let history = project.run(&["history", "--indicate-current"]).exits(0).stdout;
            assert_eq!(history.lines().count(), ids.len(), "{history}");
            project.run(&["stamp", before_last]).exits(0);
            project.run(&["upgrade", "head"]).exits(0).says(last);
            project.run(&["downgrade", "base"]).exits(0);
            assert_eq!(applied(), [""; 0], "{dialect}");
            assert_eq!(project.files(""), [""; 0], "nothing was written");
        });
    }
}
