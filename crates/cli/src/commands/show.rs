use std::collections::BTreeSet;

use limbeck::{Graph, Migrations, Node, Target};
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Schema, Server};

use super::places;
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
            for (at, dialect) in project.dialects().into_iter().enumerate() {
                if at > 0 {
                    say!("");
                }
                print_sql(&seen.graph, node, migrations, dialect)?;
            }
        }
    }
    Ok(Status::Done)
}

fn print_sql(graph: &Graph, node: &Node, migrations: &Migrations, dialect: Dialect) -> Result<(), CliError> {
    let mut before = Schema::default();
    for known in graph.path_up(&BTreeSet::new(), [node.id.as_str()]) {
        if known.id != node.id {
            migrations.record(&known.id, &mut before, dialect)?;
        }
    }
    let mut after = before.clone();
    migrations.record(&node.id, &mut after, dialect)?;
    let Some(entry) = migrations.entry(&node.id) else { return Ok(()) };
    let server = Server::assumed(dialect);
    let refused = |error: ddl::DdlError| CliError::Ddl { dialect, problem: error.to_string() };
    for (way, steps, schema) in
        [("upgrade", entry.revision.upgrade(), before), ("downgrade", entry.revision.downgrade(), after)]
    {
        if way == "downgrade" {
            say!("");
        }
        say!("{}", paint(BOLD, format!("-- {dialect}, {way}")));
        let statements = ddl::script(&steps, &schema, &server).map_err(refused)?;
        if statements.is_empty() {
            say!("{}", paint(DIM, "-- nothing to do here"));
        }
        for statement in &statements {
            say!("{}", ended(statement));
        }
    }
    Ok(())
}
