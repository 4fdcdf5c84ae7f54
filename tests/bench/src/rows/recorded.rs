//! `check` without changes of a database that has a history: what was applied is replayed besides.

use std::path::PathBuf;

use limbeck_bench::spread::Spread;
use limbeck_schema::Dialect;

use super::{Row, check};
use crate::{
    Error,
    bench::{Bench, Variant},
    case::{Case, Goal, Unit},
    measure::{Program, ready},
};

pub(super) const ROW: Row = Row {
    name: "recorded",
    what: "the same as `check`, of a database that a revision of 1,000 tables has made: its history is read and replayed besides",
    is_quick: false,
    run,
};

const GOAL: Goal = Goal::AtMost(1.3);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let xtask = super::created(bench)?.build(&bench.cargo)?;
    bench.arguments.dialects().into_iter().map(|dialect| case(bench, &xtask, dialect)).collect()
}

fn case(bench: &Bench, xtask: &PathBuf, dialect: Dialect) -> Result<Case, Error> {
    let folder = bench.entities(super::CREATED, Variant::Base)?;
    let database = bench.empty(dialect)?;
    let url = &database.url;
    Program::new(xtask, &folder).arguments(["upgrade", "--url", url]).output()?;
    bench.analyse(&database)?;
    let check = check::check(xtask, &folder, url);
    let said = check.output()?;
    if !said.contains("No difference") {
        return Err(Error::Work { program: "check".to_owned(), reason: format!("it says\n{said}") });
    }
    let (catalog, parse) = check::floors(bench, &folder, url);
    let [check, catalog, parse] = bench.in_turns([ready(check), ready(catalog), ready(parse)])?;
    limbeck_tests::run(database.remove()).map_err(Error::Database)?;
    let quotients = Spread::of_quotients(&check.seconds(), &check::larger(&catalog, &parse));
    let programs = [("check", &check), ("catalog read once", &catalog), ("sources parsed once", &parse)];
    let title = format!("{} tables on {dialect}, with a history", super::CREATED);
    Ok(Case::new(ROW.name, title, programs).figure("check : the larger floor", Unit::Times, quotients, Some(GOAL)))
}
