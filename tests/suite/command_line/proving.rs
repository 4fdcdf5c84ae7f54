//! `prove`: ranges, dialects, data steps, exit statuses.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::with_url,
    workspace::{SERVERS, revised},
};

fn project(url: &str) -> Project {
    let project = Project::empty(revised()).at(url);
    project.write("limbeck.toml", "");
    project
}

#[test]
fn revisions_are_proved_each_and_as_a_chain() {
    for dialect in SERVERS {
        with_url(dialect, "cli_prove", |url| {
            let project = project(url);
            let said = project.run(&["prove"]).exits(0);
            let said = said.says(&format!("proved aa0000000001, houses on {dialect}"));
            let said = said.says(&format!("proved the chain of all on {dialect}"));
            // A column without a value for the rows that are there; MariaDB has one.
            let third = format!("aa0000000003, rooms are on a floor on {dialect}");
            let status = if dialect == Dialect::MariaDb {
                drop(said.says(&format!("proved {third}")));
                0
            } else {
                drop(said.says(&format!("proved without rows only {third}")).says("with rows that were made up, the"));
                2
            };
            project.run(&["prove", "--require-proof"]).exits(status);
            project.run(&["prove", "aa0000000001", "--require-proof"]).exits(0).hides("aa0000000002").hides("chain");
            let said = project.run(&["prove", "aa0000000001:aa0000000002"]).exits(0);
            said.says("proved aa0000000002").hides("aa0000000001").hides("aa0000000003");
        });
    }
}

#[test]
fn a_range_without_revisions_is_refused() {
    let project = project("sqlite://dev.db");
    for range in ["base", "aa0000000002:aa0000000001", "head:"] {
        let said = project.run(&["prove", range]);
        said.refuses(&format!("no revision in `{range}`"), "`a:b` are the revisions after `a`");
    }
    project.run(&["prove", "zz"]).refuses("zz", "");
}

#[test]
fn data_steps_run_only_on_a_server_that_is_named() {
    for dialect in SERVERS {
        with_url(dialect, "cli_rehearse", |url| {
            let project = project(url);
            // The history keeps to the scratch database, whatever schema it has elsewhere.
            project.write("limbeck.toml", "history_table = \"elsewhere.revisions\"\n");
            let proved = format!("proved the chain of all with data steps on {dialect}");
            let named = project.run(&["prove", "--steps", "--scratch-url", url]).exits(0);
            drop(named.says(&proved));
            let unnamed = project.run(&["prove", "--steps"]).exits(0);
            drop(match dialect {
                Dialect::Sqlite => unnamed.says(&proved),
                Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
                    unnamed.says("data steps run only on a server that").hides(&proved)
                }
            });
        });
    }
}

#[test]
fn a_scratch_server_of_another_kind_is_no_leave_to_use_the_one_at_hand() {
    for (dialect, other) in
        [(Dialect::Postgres, "mysql://root@127.0.0.1:1/x"), (Dialect::MariaDb, "postgres://app@127.0.0.1:1/x")]
    {
        with_url(dialect, "cli_other_kind", |url| {
            let project = project(url);
            let said = project.run(&["prove", "--steps", "--scratch-url", other]).exits(0).hides("proved");
            drop(said.says(&format!("the URL for scratch databases leads to no {dialect} server")));
            project.run(&["prove", "--require-proof", "--scratch-url", other]).exits(2);
        });
    }
}

#[test]
fn every_declared_dialect_is_tried_where_there_is_a_server() {
    let project = project("sqlite://dev.db");
    project.write("limbeck.toml", "dialects = [\"sqlite\", \"postgres\"]\n");
    let said = project.run(&["prove", "--all-dialects"]).exits(0);
    drop(said.says("proved aa0000000001, houses on sqlite").says("not provable on postgres: no postgres server is"));
    project.run(&["prove"]).exits(0).hides("postgres");
    project.run(&["prove", "--all-dialects", "--require-proof"]).exits(2);
}
