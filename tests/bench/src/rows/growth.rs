//! `check` of ever larger schemas: as many queries, and time and memory that grow with the tables and no faster.

use std::{collections::BTreeSet, fs};

use limbeck_bench::spread::Spread;
use limbeck_schema::Dialect;

use super::{Row, check};
use crate::{
    Error,
    bench::{Bench, Variant},
    case::{Case, Goal, Unit},
    measure::{Program, Runs, in_turns, ready},
};

pub(super) const ROW: Row = Row {
    name: "growth",
    what: "`check` of 100, 1,000 and 5,000 tables: time per table, statements, peak memory",
    is_quick: false,
    run,
};

const SIZES: [usize; 3] = [100, 1000, 5000];
const PER_TABLE: Goal = Goal::AtMost(1.3);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    bench.arguments.dialects().into_iter().map(|dialect| case(bench, dialect)).collect()
}

fn case(bench: &Bench, dialect: Dialect) -> Result<Case, Error> {
    let programs = |program: &dyn Fn(usize) -> Result<Program, Error>| -> Result<[Program; 3], Error> {
        let [small, large, largest] = SIZES.map(program);
        Ok([small?, large?, largest?])
    };
    let limbeck = bench.limbeck()?;
    let checks = programs(&|count| {
        Ok(check::check(&limbeck, &bench.entities(count, Variant::Base)?, &bench.filled(dialect, count)?))
    })?;
    let [small, large, largest] = checks.map(ready);
    // The large ones take long, and what is asked is far from the goal or well within.
    let runs = bench.arguments.runs().min(5);
    let all = in_turns(&bench.program("measure"), runs, [small, large, largest])?;
    let mut statements = Vec::new();
    for count in SIZES {
        statements.push(statements_of(bench, dialect, count)?);
    }
    let names = SIZES.map(|count| format!("check of {count} tables"));
    let mut case = Case::new(ROW.name, dialect.to_string(), names.iter().map(String::as_str).zip(&all));
    for (pair, runs) in SIZES.windows(2).zip(all.windows(2)) {
        let ([fewer, more], [of_fewer, of_more]) = (pair, runs) else { continue };
        let quotients = Spread::of_quotients(&per_table(of_more, *more), &per_table(of_fewer, *fewer));
        case = case.figure(format!("per table, of {more} : of {fewer}"), Unit::Times, quotients, Some(PER_TABLE));
    }
    for (count, runs) in SIZES.into_iter().zip(&all) {
        let most = Goal::AtMost(15.0 + 15.0 * count as f64 / 1024.0);
        case =
            case.figure(format!("peak of {count} tables"), Unit::Mebibytes, Spread::of(runs.mebibytes()), Some(most));
    }
    let different = statements.iter().collect::<BTreeSet<_>>().len() - 1;
    let different = Spread::of([different as f64]);
    let figure = "sizes with another number of statements";
    case = case.figure(figure, Unit::Count, different, Some(Goal::AtMost(0.0)));
    let statements = statements.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    Ok(case.note(format!("statements of `check`: {statements}")))
}

fn per_table(runs: &Runs, count: usize) -> Vec<f64> {
    runs.seconds().iter().map(|seconds| seconds / count as f64).collect()
}

/// How many statements `check` sends, which its drivers tell.
fn statements_of(bench: &Bench, dialect: Dialect, count: usize) -> Result<usize, Error> {
    let list = bench.cargo.home().join("statements");
    let (folder, url) = (bench.entities(count, Variant::Base)?, bench.filled(dialect, count)?);
    // Its own revisions don't count on a database without a history, with entities that a flag names.
    let program = check::check(&bench.cargo.witness()?, &folder, &url);
    program.arguments(["--entities", "src/entities"]).variable("LIMBECK_STATEMENTS", &list).output()?;
    let text = fs::read_to_string(&list).map_err(Error::system(format!("reading {}", list.display())))?;
    Ok(text.lines().count())
}
