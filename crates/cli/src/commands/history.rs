use limbeck::{Graph, Node, Range};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::{Project, Revisions},
    session::seen,
};

/// Prints revisions, newest first: all, or those of a range.
pub(super) fn run(global: &Global, history: &arguments::History, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let range: Option<Range> = history.range.as_deref().map(str::parse).transpose().map_err(limbeck::Error::from)?;
    let asks = range.as_ref().is_some_and(Range::needs_database);
    let seen = seen(&project, graph, history.indicate_current || asks)?;
    let graph = &seen.graph;
    let shown = match &range {
        None => graph.nodes().collect(),
        Some(range) => range.inclusive(graph, &seen.applied).map_err(limbeck::Error::from)?,
    };
    let marked = history.indicate_current.then_some(&seen.applied);
    let lines = output::Lines::new(graph).marking(marked);
    let shown: Vec<&Node> = shown.into_iter().rev().collect();
    if history.graph {
        draw(graph, &shown, &lines);
        return Ok(Status::Done);
    }
    for node in shown {
        if global.verbose {
            lines.print_entry(node);
        } else {
            say!("{}", lines.line_with_parents(node));
        }
    }
    Ok(Status::Done)
}

fn draw(graph: &Graph, shown: &[&Node], lines: &output::Lines<'_>) {
    for (node, row) in shown.iter().zip(output::picture(graph, shown)) {
        row.above.iter().for_each(|line| say!("{line}"));
        say!("{}{}, {}", row.mark, lines.line(node), node.message);
        row.below.iter().for_each(|line| say!("{line}"));
    }
}
