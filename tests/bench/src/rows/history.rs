//! A long history: loaded, its heads found, and the path from the base to them.

use limbeck_bench::spread::Spread;

use super::Row;
use crate::{
    Error,
    bench::Bench,
    case::{Case, Goal, Unit},
    measure::{Program, Runs, ready},
};

pub(super) const ROW: Row = Row {
    name: "history",
    what: "10,000 revisions, whole process: loaded, heads, path from the base",
    is_quick: true,
    run,
};

const TIME: Goal = Goal::AtMost(0.05);
const PER_REVISION: Goal = Goal::AtMost(1.3);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let graph =
        |count: usize| ready(Program::new(bench.program("graph"), bench.cargo.home()).arguments([count.to_string()]));
    let all = bench.in_turns([graph(100_000), graph(10_000), graph(0)])?;
    let [more, fewer, start] = &all;
    let names = ["100,000 revisions", "10,000 revisions", "no revision"];
    let per_revision = |runs: &Runs, count: f64| -> Vec<f64> {
        runs.seconds().iter().zip(start.seconds()).map(|(run, start)| (run - start) / count).collect()
    };
    let quotients = Spread::of_quotients(&per_revision(more, 1e5), &per_revision(fewer, 1e4));
    let case = Case::new(ROW.name, "load, heads, path", names.into_iter().zip(&all))
        .figure("10,000 revisions", Unit::Seconds, Spread::of(fewer.seconds()), Some(TIME))
        .figure("per revision, of 100,000 : of 10,000", Unit::Times, quotients, Some(PER_REVISION));
    Ok(vec![case])
}
