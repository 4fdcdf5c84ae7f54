//! The first debug build of a `migrations` crate with many revisions, whose dependencies are built.

use limbeck_bench::{revisions, spread::Spread};

use super::Row;
use crate::{
    Error,
    bench::Bench,
    case::{Case, Goal, Unit},
    measure::{Program, in_turns},
    project::Project,
};

pub(super) const ROW: Row = Row {
    name: "first-build",
    what: "the first debug build of a `migrations` crate with 1,000 revisions of 4 operations, its dependencies built",
    is_quick: false,
    run,
};

const REVISIONS: usize = 1000;
const GOAL: Goal = Goal::AtMost(6.0);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let project = Project::lay_out(&bench.cargo, "first-build")?;
    project.revisions(&revisions::chain(REVISIONS, 4))?;
    let build = bench.cargo.program(project.folder(), ["build", "--quiet", "--offline", "--package", "migrations"]);
    let clean = || -> Result<Program, Error> {
        bench.cargo.run(project.folder(), ["clean", "--quiet", "--offline", "--package", "migrations"])?;
        Ok(build.clone())
    };
    let [build] = in_turns(&bench.program("measure"), bench.arguments.runs().min(3), [Box::new(clean)])?;
    let (title, seconds) = (format!("{REVISIONS} revisions of 4 operations"), Spread::of(build.seconds()));
    let case = Case::new(ROW.name, title, [("cargo build", &build)]);
    Ok(vec![case.figure("first build", Unit::Seconds, seconds, Some(GOAL))])
}
