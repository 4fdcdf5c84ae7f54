use crate::{
    CliError, Status,
    arguments::Global,
    output,
    project::{Project, Revisions},
};

/// Prints where branches part, and what comes next on each of them.
pub(super) fn run(global: &Global, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let lines = output::Lines::new(&graph);
    for point in graph.branch_points() {
        if global.verbose {
            lines.print_entry(point);
        } else {
            say!("{}, {}", lines.line(point), point.message);
        }
        for child in graph.children(&point.id) {
            say!("    -> {}, {}", lines.line(child), child.message);
        }
    }
    Ok(Status::Done)
}
