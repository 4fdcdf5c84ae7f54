//! From a new revision file to a finished `upgrade`, as a developer works: debug, warm, the build included.

use limbeck_bench::{revisions, spread::Spread};
use limbeck_schema::Dialect;

use super::Row;
use crate::{
    Error,
    bench::{Bench, write},
    case::{Case, Goal, Unit},
    measure::{Program, in_turns},
    project::Project,
};

pub(super) const ROW: Row = Row {
    name: "edit",
    what: "from a new revision file to a finished `cargo xtask upgrade`, debug, warm, with 100 and 1,000 revisions before it, on SQLite",
    is_quick: false,
    run,
};

/// How many revisions there are before, and how many seconds it may take.
const SIZES: [(usize, f64); 2] = [(100, 2.0), (1000, 3.0)];

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    SIZES.into_iter().map(|(count, seconds)| case(bench, count, seconds)).collect()
}

fn case(bench: &Bench, count: usize, goal: f64) -> Result<Case, Error> {
    let project = Project::lay_out(&bench.cargo, &format!("edit-{count}"))?;
    project.revisions(&revisions::chain(count, 4))?;
    let database = bench.empty(Dialect::Sqlite)?;
    let upgrade = bench.cargo.program(project.folder(), ["run", "--quiet", "--offline", "--package", "xtask", "--"]);
    let upgrade = upgrade.arguments(["upgrade", "--url", &database.url]);
    // What is there before.
    upgrade.output()?;
    let mut number = count;
    let add = || -> Result<Program, Error> {
        let (name, text) = revisions::revision(number, 4);
        number += 1;
        write(&project.folder().join("migrations/src/versions").join(name), &text)?;
        Ok(upgrade.clone())
    };
    let [upgrade] = in_turns(&bench.program("measure"), bench.arguments.runs().min(5), [Box::new(add)])?;
    limbeck_tests::run(database.remove()).map_err(Error::Database)?;
    let title = format!("the next of {count} revisions");
    let figure = "new file to finished upgrade";
    Ok(Case::new(ROW.name, title, [("cargo xtask upgrade", &upgrade)]).figure(
        figure,
        Unit::Seconds,
        Spread::of(upgrade.seconds()),
        Some(Goal::AtMost(goal)),
    ))
}
