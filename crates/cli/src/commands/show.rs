use limbeck::{Chain, Migrations, Node, Target};
use limbeck_schema::Dialect;

use super::{places, statements};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, BOLD, DIM, ended, paint},
    project::{Project, Revisions},
    session::seen,
};

/// Prints revisions, and their statements for each declared dialect if asked for.
pub(super) fn run(global: &Global, show: &arguments::Show, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let targets = places::targets(&show.revisions)?;
    let seen = seen(&project, revisions.graph(&project)?, targets.iter().any(Target::needs_database))?;
    let lines = output::Lines::new(&seen.graph);
    for node in places::chosen(&seen.graph, &seen.applied, &targets)? {
        lines.print_entry(node);
        if show.sql {
            let Revisions::Compiled(migrations) = revisions else { return Err(CliError::NoRevisions) };
            for (at, dialect) in project.dialects()?.into_iter().enumerate() {
                if at > 0 {
                    say!("");
                }
                print_sql(&mut Chain::new(migrations, &seen.graph, dialect), node, migrations, dialect)?;
            }
        }
    }
    Ok(Status::Done)
}

fn print_sql(chain: &mut Chain<'_>, node: &Node, migrations: &Migrations, dialect: Dialect) -> Result<(), CliError> {
    let mut schema = chain.before(&node.id)?.clone();
    let statements = statements::of_revision(migrations, &node.id, &mut schema, dialect)?;
    for (direction, statements) in [("upgrade", statements.next), ("downgrade", statements.previous)] {
        let statements = statements?;
        if direction == "downgrade" {
            say!("");
        }
        say!("{}", paint(BOLD, format!("-- {dialect}, {direction}")));
        if statements.is_empty() {
            say!("{}", paint(DIM, "-- nothing to do here"));
        }
        for statement in &statements {
            say!("{}", ended(statement));
        }
    }
    Ok(())
}
