//! The proof of a revision, which touches the tables that the revision is about and their neighbours: so it takes as long in a large schema as in a small one.

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
    name: "proof",
    what: "the proof of a revision of one table: `migrate --dry-run` with it, less the same without it, in schemas of 100 and 1,000 tables",
    is_quick: true,
    run,
};

const SIZES: [usize; 2] = [100, 1000];
/// It does not grow; what is left is how exact a difference of two times is.
const GROWTH: Goal = Goal::AtMost(1.3);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    bench.arguments.dialects().into_iter().map(|dialect| case(bench, dialect)).collect()
}

fn case(bench: &Bench, dialect: Dialect) -> Result<Case, Error> {
    let [small, large] = SIZES.map(|count| programs(bench, dialect, count));
    let [[small, small_without], [large, large_without]] = [small?, large?];
    let said = large.clone().arguments(["--format", "json"]).output()?;
    if !said.contains("\"outcome\": \"proved\"") {
        return Err(Error::Work { program: "the proof".to_owned(), reason: format!("it says\n{said}") });
    }
    let all = bench.in_turns([ready(large), ready(large_without), ready(small), ready(small_without)])?;
    let [large, large_without, small, small_without] = &all;
    let (in_large, in_small) = (proofs(large, large_without), proofs(small, small_without));
    let goal = match dialect {
        Dialect::Sqlite => Some(Goal::AtMost(0.2)),
        Dialect::Postgres => Some(Goal::AtMost(0.7)),
        Dialect::MySql | Dialect::MariaDb => None,
    };
    // A time that is none says that the machine was busy with something else.
    let is_told = in_large.iter().chain(&in_small).all(|seconds| *seconds > 0.0);
    let goals = if is_told { [goal, Some(GROWTH)] } else { [None, None] };
    let names = ["1,000 tables, with proof", "1,000 tables, without", "100 tables, with proof", "100 tables, without"];
    Ok(Case::new(ROW.name, dialect.to_string(), names.into_iter().zip(&all))
        .figure("the proof in 1,000 tables", Unit::Seconds, Spread::of(in_large.iter().copied()), goals[0])
        .figure("in 1,000 tables : in 100", Unit::Times, Spread::of_quotients(&in_large, &in_small), goals[1]))
}

/// What the proof took in each pair of runs.
fn proofs(with: &Runs, without: &Runs) -> Vec<f64> {
    with.seconds().iter().zip(without.seconds()).map(|(with, without)| with - without).collect()
}

/// `migrate --dry-run` of a change in one of `count` tables, with and without proof.
fn programs(bench: &Bench, dialect: Dialect, count: usize) -> Result<[Program; 2], Error> {
    let folder = bench.entities(count, Variant::OneTable)?;
    let url = bench.filled(dialect, count)?;
    let limbeck = bench.limbeck()?;
    let dry_run = |proof: &str| {
        Program::new(&limbeck, &folder).arguments(["migrate", "--dry-run", proof, "-m", "one", "--url", &url])
    };
    Ok([dry_run("--require-proof"), dry_run("--no-proof")])
}
