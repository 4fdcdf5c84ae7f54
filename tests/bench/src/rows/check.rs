//! `check` without changes. It reads the sources and the catalog at the same time, so it may take as long as the longer of the two, and a little more for
//! comparing.

use std::path::PathBuf;

use limbeck_bench::spread::Spread;
use limbeck_schema::Dialect;

use super::Row;
use crate::{
    Error,
    bench::{Bench, Variant},
    case::{Case, Goal, Unit},
    measure::{Program, Runs, ready},
};

pub(super) const ROW: Row = Row {
    name: "check",
    what: "`check` without changes, 1,000 tables, against the larger of reading the catalog once and parsing the sources on one thread",
    is_quick: true,
    run,
};

const TABLES: usize = 1000;
const GOAL: Goal = Goal::AtMost(1.3);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let limbeck = bench.limbeck()?;
    let dialects = bench.arguments.dialects().into_iter();
    dialects.map(|dialect| case(bench, &limbeck, dialect)).collect()
}

fn case(bench: &Bench, limbeck: &PathBuf, dialect: Dialect) -> Result<Case, Error> {
    let folder = bench.entities(TABLES, Variant::Base)?;
    let url = bench.filled(dialect, TABLES)?;
    let check = check(limbeck, &folder, &url);
    let said = check.output()?;
    if !said.contains("No difference") {
        return Err(Error::Work { program: "check".to_owned(), reason: format!("it says\n{said}") });
    }
    let (catalog, parse) = floors(bench, &folder, &url);
    let [check, catalog, parse] = bench.in_turns([ready(check), ready(catalog), ready(parse)])?;
    let programs = [("check", &check), ("catalog read once", &catalog), ("sources parsed once", &parse)];
    Ok(Case::new(ROW.name, format!("{TABLES} tables on {dialect}"), programs).figure(
        "check : the larger floor",
        Unit::Times,
        Spread::of_quotients(&check.seconds(), &larger(&catalog, &parse)),
        Some(GOAL),
    ))
}

/// `check` of a project in `folder` against the database at `url`.
pub(super) fn check(limbeck: &PathBuf, folder: &PathBuf, url: &str) -> Program {
    Program::new(limbeck, folder).arguments(["check", "--url", url])
}

/// The programs that read the catalog once, and the sources.
pub(super) fn floors(bench: &Bench, folder: &PathBuf, url: &str) -> (Program, Program) {
    let catalog = Program::new(bench.program("floor-catalog"), folder).arguments([url]);
    (catalog, Program::new(bench.program("floor-parse"), folder).arguments(["src/entities"]))
}

/// Of each pair of runs the longer one.
pub(super) fn larger(catalog: &Runs, parse: &Runs) -> Vec<f64> {
    catalog.seconds().iter().zip(parse.seconds()).map(|(catalog, parse)| catalog.max(parse)).collect()
}
