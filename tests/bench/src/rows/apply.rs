//! A revision that creates a thousand tables, against the database's own shell with the script of the same revision: the same statements in the same
//! transactions, and the same record in the history.

use limbeck_bench::spread::Spread;
use limbeck_schema::Dialect;

use super::Row;
use crate::{
    Error,
    bench::Bench,
    case::{Case, Goal, Unit},
    fresh::Fresh,
    measure::Program,
    project::Project,
};

pub(super) const ROW: Row = Row {
    name: "apply",
    what: "`upgrade` through a revision that creates 1,000 tables, against the database's shell with the script of `upgrade --sql`",
    is_quick: false,
    run,
};

const GOAL: Goal = Goal::AtMost(1.15);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let project = super::created(bench)?;
    let xtask = project.build(&bench.cargo)?;
    let upgrade = Program::new(xtask, project.folder());
    let dialects = bench.arguments.dialects().into_iter();
    dialects.map(|dialect| case(bench, &project, &upgrade, dialect)).collect()
}

fn case(bench: &Bench, project: &Project, program: &Program, dialect: Dialect) -> Result<Case, Error> {
    let title = format!("{} tables on {dialect}", super::CREATED);
    Ok(against_shell(bench, ROW.name, title, project, program, dialect)?.with_goal(GOAL))
}

/// `upgrade` of a project's program on an empty database, and the script of the same on another, in turns.
pub(super) fn against_shell(
    bench: &Bench,
    row: &'static str,
    title: String,
    project: &Project,
    program: &Program,
    dialect: Dialect,
) -> Result<Shelled, Error> {
    let name = dialect.to_string();
    let script = program.clone().arguments(["upgrade", "--sql", "--dialect", &name.to_ascii_lowercase()]).output()?;
    let file = project.folder().join(format!("{name}.sql"));
    crate::bench::write(&file, &script)?;
    let mut databases = [Fresh::new(bench, dialect), Fresh::new(bench, dialect)];
    let [upgraded, scripted] = &mut databases;
    let upgrade = || Ok(program.clone().arguments(["upgrade", "--url", &upgraded.next()?.url]));
    let shell = || Ok(bench.client(scripted.next()?)?.input(&file));
    let [upgrade, shell] = bench.in_turns([Box::new(upgrade), Box::new(shell)])?;
    for database in databases {
        database.finish()?;
    }
    let quotients = Spread::of_quotients(&upgrade.seconds(), &shell.seconds());
    Ok(Shelled { case: Case::new(row, title, [("upgrade", &upgrade), ("the shell", &shell)]), quotients })
}

/// What was measured against a shell.
pub(super) struct Shelled {
    case: Case,
    quotients: Option<Spread>,
}

impl Shelled {
    /// The case, held against a goal.
    pub(super) fn with_goal(self, goal: Goal) -> Case {
        self.case.figure("upgrade : the shell", Unit::Times, self.quotients, Some(goal))
    }
}
