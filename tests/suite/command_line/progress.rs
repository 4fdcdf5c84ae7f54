//! How far a data step is: drawn on a terminal, and nowhere else.

use std::path::Path;

use limbeck::Connection;
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::program::Project;

/// A revision whose data step says how far it is, and then waits for a row that another session has.
const UP: [&str; 2] = ["upgrade", "a20000000002"];

#[test]
fn a_data_step_that_says_how_far_it_is_has_a_bar_on_a_terminal_and_none_elsewhere() {
    run(with_database(Dialect::Postgres, "cli_progress", |database| async move {
        let project = Project::empty(Path::new(env!("CARGO_BIN_EXE_migrator"))).at(&database.url);
        drop(project.run(&["upgrade", "a10000000001"]).exits(0));
        let holder = Connection::of(&database.connection).await.expect("a session that is in the way");
        for sql in ["BEGIN", "UPDATE counters SET number = number WHERE revision = 'a20000000002'"] {
            holder.database().execute_unprepared(sql).await.expect(sql);
        }
        let mut seat = project.sit(&UP);
        seat.sees("[==========").sees("] 1/2 50% upgrade   a20000000002");
        holder.database().execute_unprepared("ROLLBACK").await.expect("the way is free");
        let screen = seat.ends(0);
        assert!(screen.contains("upgrade   a20000000002"), "{screen}");
        holder.close().await;
        drop(project.run(&["downgrade", "a10000000001"]).exits(0));
        let said = project.run(&UP).exits(0).hides("1/2").hides("50%").hides("[=").hides("\u{1b}");
        drop(said.says("upgrade   a20000000002"));
    }));
}
