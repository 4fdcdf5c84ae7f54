//! `migrate --baseline`: a database that was there before.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::{count, send, with_url},
    workspace::{bare, copy, here, revised},
};

#[test]
fn a_database_that_was_there_before_is_recorded_as_its_first_revision() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres] {
        with_url(dialect, "cli_baseline", |url| {
            let made = Project::empty(revised()).at(url);
            made.write("limbeck.toml", "entities = [\"entities\"]\n");
            copy(&here("houses"), &made.folder.join("entities"));
            made.run(&["upgrade"]).exits(0);
            made.run(&["migrate", "--baseline"]).refuses("the project has revisions already", "upgrade");
            // As another tool would have made it.
            send(url, &["DROP TABLE limbeck_history", "CREATE TABLE notes (id integer PRIMARY KEY)"]);
            let project = Project::new(made.folder.clone(), bare().to_owned()).at(url);
            project.run(&["check"]).exits(0).says("`cargo xtask migrate --baseline` writes the first revision");
            let said = project.run(&["migrate", "--baseline", "--dry-run", "-v"]).exits(0).hides("recorded ");
            let said =
                said.says("op.create_table(").says(".unless_done();").says("integer(\"legacy_number\").null().keep()");
            drop(said.says("\nproved").hides("create_table(\"notes\""));
            assert!(!project.folder.join("migrations").exists());
            let said =
                project.run(&["migrate", "--baseline", "-m", "what was there"]).exits(0).says("written migrations/");
            drop(said.says("in this database's history: nothing ran"));
            assert_eq!(project.files("migrations/src/versions").len(), 1);
            assert_eq!(count(url, "limbeck_history"), 1);
            // The program does not have the revision before it is compiled again.
            project.run(&["migrate", "--baseline"]).refuses("newer than the files", "");
        });
    }
}
