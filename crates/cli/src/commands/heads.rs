use limbeck::{Graph, Migrations};

use crate::{CliError, Status, output};

/// Prints the revisions that no other follows.
pub(super) fn run(migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    for head in graph.heads() {
        say!("{}, {}", output::line(&graph, head), head.message);
    }
    Ok(Status::Done)
}
