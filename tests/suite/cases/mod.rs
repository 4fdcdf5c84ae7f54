//! The case folders: entities before and after a change. Each is compared with the snapshots beside it, and goes round on three servers.

mod coverage;
pub mod load;
mod rendered;
mod snapshots;

use std::sync::Arc;

use limbeck::{Entry, Migrations, Op, Revision};
use limbeck_schema::{Dialect, Schema};
use limbeck_tests::{run, with_database};

use crate::round::{FIRST, Round, Rows, SECOND};
use load::{Case, case};

/// One module for each folder, with its tests.
mod each {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

pub use each::NAMES;

/// Takes a case round on one server.
fn go_round<const NUMBER: usize>(dialect: Dialect) {
    let case = case(NUMBER);
    let round = Round {
        name: case.name.to_owned(),
        declared: case.declared,
        setup: case.setup.clone(),
        migrations: migrations::<NUMBER>(),
        wanted: Some([case.before.clone(), case.after.clone()].map(Arc::new)),
        rows: Rows::of(case.rows.clone()),
        scripted: true,
    };
    crate::round::go(dialect, round);
    prove(case, dialect);
}

/// Proves the case's revision as `migrate` would.
fn prove(case: &'static Case, dialect: Dialect) {
    let before = load::schema_after(&case.first.upgrade, &Schema::default(), dialect);
    let steps = [case.second.upgrade.as_slice(), case.second.downgrade.as_slice()];
    run(with_database(dialect, case.name, |database| async move {
        crate::proof::proved(&database, &before, steps, Some(&case.after)).await;
    }));
}

/// The case's two revisions, as the runner takes them. A revision is made of functions, and these record the case's steps.
fn migrations<const NUMBER: usize>() -> &'static Migrations {
    fn steps(op: &mut Op, number: usize, pick: impl Fn(&Case) -> &Vec<limbeck::Step>) {
        op.extend(pick(case(number)).iter().cloned());
    }
    let first = Revision::new(FIRST).steps(
        |op| steps(op, NUMBER, |case| &case.first.upgrade),
        |op| steps(op, NUMBER, |case| &case.first.downgrade),
    );
    let second = Revision::new(SECOND).revises(&[FIRST]).steps(
        |op| steps(op, NUMBER, |case| &case.second.upgrade),
        |op| steps(op, NUMBER, |case| &case.second.downgrade),
    );
    let settings = crate::round::settings(case(NUMBER).declared);
    let entries = [(first, "first"), (second, "second")].map(|(revision, file)| Entry {
        revision: Box::leak(Box::new(revision)),
        file,
        message: file,
        created: "2026-11-22 10:14:03 UTC",
    });
    Box::leak(Box::new(Migrations::new(Box::leak(Box::new(entries)), settings)))
}
