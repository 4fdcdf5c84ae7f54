use std::collections::BTreeSet;

use limbeck::{Access, Graph, Migrations, Node, Target};
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Schema, Server};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, BOLD, paint},
    project::{Project, Revisions},
    session::{Session, block_on},
};

/// Prints revisions, and their statements for each declared dialect if asked for.
pub(super) fn run(global: &Global, show: &arguments::Show, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let lines = output::Lines::new(&graph);
    for node in chosen(&project, &graph, &show.revisions)? {
        lines.print_entry(node);
        if show.sql {
            let Revisions::Compiled(migrations) = revisions else { return Err(CliError::NoRevisions) };
            for dialect in project.dialects() {
                print_sql(&graph, node, migrations, dialect)?;
            }
        }
    }
    Ok(Status::Done)
}

/// The revisions that these names mean, each once; the database is opened if one of them counts from where it stands.
///
/// # Errors
/// A name that leads nowhere, or a database that can't be opened.
pub(super) fn chosen<'a>(project: &Project, graph: &'a Graph, names: &[String]) -> Result<Vec<&'a Node>, CliError> {
    let targets = names.iter().map(|name| name.parse::<Target>()).collect::<Result<Vec<_>, _>>();
    let targets = targets.map_err(limbeck::Error::from)?;
    let applied = if targets.iter().any(Target::needs_database) {
        block_on(Session::open(project, Access::Read))?.history.unwrap_or_default().applied()
    } else {
        BTreeSet::new()
    };
    let mut nodes: Vec<&Node> = Vec::new();
    for target in targets {
        for node in target.places(graph, &applied).map_err(limbeck::Error::from)? {
            if !nodes.iter().any(|known| known.id == node.id) {
                nodes.push(node);
            }
        }
    }
    Ok(nodes)
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
    say!("{}", paint(BOLD, format!("-- {dialect}, upgrade")));
    for statement in ddl::script(&entry.revision.upgrade(), &before, &server).map_err(refused)? {
        say!("{statement};");
    }
    say!("{}", paint(BOLD, format!("-- {dialect}, downgrade")));
    for statement in ddl::script(&entry.revision.downgrade(), &after, &server).map_err(refused)? {
        say!("{statement};");
    }
    Ok(())
}
