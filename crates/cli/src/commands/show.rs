use std::collections::BTreeSet;

use limbeck::{Access, Graph, Migrations, Node, Target};
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Schema, Server};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, BOLD, paint},
    project::Project,
    session::{Session, block_on},
};

/// Prints one revision, and its statements for each declared dialect if asked for.
pub(super) fn run(global: &Global, show: &arguments::Show, migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let project = Project::find(global, migrations)?;
    let nodes = if show.revision == "current" {
        let session = block_on(Session::open(&project, Access::Read))?;
        graph.current(&session.history.unwrap_or_default().applied())
    } else {
        let target: Target = show.revision.parse().map_err(limbeck::Error::from)?;
        target.places(&graph, &BTreeSet::new()).map_err(limbeck::Error::from)?
    };
    for node in nodes {
        output::print_entry(&graph, node);
        if show.sql {
            for dialect in project.dialects() {
                print_sql(&graph, node, migrations, dialect)?;
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
    say!("\n{}", paint(BOLD, format!("-- {dialect}, upgrade")));
    for statement in ddl::script(&entry.revision.upgrade(), &before, &server).map_err(refused)? {
        say!("{statement};");
    }
    say!("{}", paint(BOLD, format!("-- {dialect}, downgrade")));
    for statement in ddl::script(&entry.revision.downgrade(), &after, &server).map_err(refused)? {
        say!("{statement};");
    }
    Ok(())
}
