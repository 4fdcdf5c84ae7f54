use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::{Project, Revisions},
};

/// Prints the revisions that no other follows.
pub(super) fn run(global: &Global, heads: &arguments::Heads, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let lines = output::Lines::new(&graph);
    for head in if heads.resolve_dependencies { graph.last() } else { graph.heads() } {
        lines.print(head, global.verbose);
    }
    Ok(Status::Done)
}
