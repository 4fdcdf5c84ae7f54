use limbeck::{Access, Graph, Migrations, Seen};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::Project,
    session::{Session, block_on},
};

/// Prints the revisions that are applied and that no applied one follows.
pub(super) fn run(global: &Global, current: &arguments::Current, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let session = block_on(Session::open(&project, Access::Read))?;
    let history = session.history.unwrap_or_default();
    let files = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let Seen { graph: files, applied } = history.seen(&files).map_err(limbeck::Error::from)?;
    let graph = files.with_stored(history.nodes()).map_err(limbeck::Error::from)?;
    let lines = output::Lines::new(&graph);
    for node in graph.current(&applied) {
        if global.verbose {
            lines.print_entry(node);
            continue;
        }
        let missing = if files.contains(&node.id) { "" } else { " (no file here)" };
        say!("{}{missing}, {}", lines.line(node), node.message);
    }
    if let Some(stopped) = history.stopped()? {
        say!("{} {stopped}", output::paint(output::YELLOW, "unfinished:"));
        output::note(stopped.hint());
    }
    for edited in history.edited(migrations, session.server.dialect).map_err(limbeck::Error::from)? {
        output::edited(&edited, &session.server).iter().for_each(output::note);
    }
    let at_heads = graph.nodes().all(|node| applied.contains(&node.id));
    Ok(if current.check_heads && !at_heads { Status::Differs } else { Status::Done })
}
