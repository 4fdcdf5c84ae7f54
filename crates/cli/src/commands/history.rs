use limbeck::{Access, Graph, Migrations};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::Project,
    session::{Session, block_on},
};

/// Prints all revisions, newest first.
pub(super) fn run(global: &Global, history: &arguments::History, migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let applied = if history.indicate_current {
        let project = Project::find(global, migrations)?;
        let session = block_on(Session::open(&project, Access::Read))?;
        Some(session.history.unwrap_or_default().applied())
    } else {
        None
    };
    for node in graph.nodes().rev() {
        say!("{}", output::line_with_parents(&graph, node, applied.as_ref()));
    }
    Ok(Status::Done)
}
