//! The program `migrator`, which is a project's own program with the revisions of [`limbeck_tests::revisions`]: killed behind its statements, and started
//! several times at once; and the server is restarted below it. Whatever was interrupted, the next run ends where an undisturbed one does.
//!
//! `LIMBECK_KILLS=all` kills behind every statement, not only once for each kind of operation; `LIMBECK_RACES=50` races so many rounds
//! (`cargo xtask soak`).

mod in_flight;
mod kills;
mod kinds;
mod program;
mod races;
mod restarted;
mod state;

use limbeck::Entry;
use limbeck_schema::Dialect;
use limbeck_tests::revisions::MIGRATIONS;

use crate::random::number;

/// The revisions that `dialect` is tried with, each with the target below it.
fn revisions() -> impl Iterator<Item = (&'static str, &'static Entry)> {
    let targets = std::iter::once("base").chain(MIGRATIONS.entries().iter().map(|entry| entry.revision.id));
    targets.zip(MIGRATIONS.entries())
}

/// A module with a test of each server.
macro_rules! on_servers {
    ($module:ident: $body:path; $($test:ident: $dialect:ident),*) => {
        mod $module {
            $(#[test]
            fn $test() {
                $body(limbeck_schema::Dialect::$dialect);
            })*
        }
    };
}

on_servers!(killed_runs_are_finished_by_the_next: super::kills::all; sqlite: Sqlite, postgres: Postgres, mariadb: MariaDb);
on_servers!(of_eight_programs_one_runs_each_revision: super::races::all; sqlite: Sqlite, postgres: Postgres, mariadb: MariaDb);

#[test]
fn every_operation_is_in_the_revisions_both_ways() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        for way in ["upgrade", "downgrade"] {
            let steps = MIGRATIONS.entries().iter().flat_map(|entry| match way {
                "upgrade" => entry.revision.upgrade(),
                _ => entry.revision.downgrade(),
            });
            let steps: Vec<_> = steps.filter(|step| step.counts_on(dialect)).collect();
            let missing: Vec<_> = limbeck::Operation::NAMES
                .iter()
                .filter(|name| !steps.iter().any(|step| step.operation.name() == **name))
                .collect();
            assert!(missing.is_empty(), "no {way} on {dialect} has {missing:?}");
        }
    }
}
