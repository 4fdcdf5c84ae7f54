//! A chain of many small revisions, each in a transaction of its own with its record.

use super::{Row, apply::against_shell};
use crate::{
    Error,
    bench::Bench,
    case::{Case, Goal},
    measure::Program,
    project::Project,
};
use limbeck_bench::revisions;

pub(super) const ROW: Row = Row {
    name: "chain",
    what: "`upgrade` through 1,000 small revisions (with --quick 100), against the database's shell with the script of `upgrade --sql`",
    is_quick: false,
    run,
};

const REVISIONS: usize = 1000;
const GOAL: Goal = Goal::AtMost(1.5);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let count = if bench.arguments.quick { 100 } else { REVISIONS };
    let project = Project::lay_out(&bench.cargo, &format!("chain-{count}"))?;
    project.revisions(&revisions::chain(count, 1))?;
    let upgrade = Program::new(project.build(&bench.cargo)?, project.folder());
    let mut cases = Vec::new();
    for dialect in bench.arguments.dialects() {
        let title = format!("{count} revisions on {dialect}");
        cases.push(against_shell(bench, ROW.name, title, &project, &upgrade, dialect)?.with_goal(GOAL));
    }
    Ok(cases)
}
