use std::collections::BTreeSet;

use limbeck::{Access, Graph, Node, Range};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::{Project, Revisions},
    session::{Session, block_on},
};

/// Prints revisions, newest first: all, or those of a range.
pub(super) fn run(global: &Global, history: &arguments::History, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let range: Option<Range> = history.range.as_deref().map(str::parse).transpose().map_err(limbeck::Error::from)?;
    let asks = range.as_ref().is_some_and(Range::needs_database);
    let applied = if history.indicate_current || asks {
        let session = block_on(Session::open(&project, Access::Read))?;
        Some(session.history.unwrap_or_default().applied())
    } else {
        None
    };
    let shown = match &range {
        None => graph.nodes().collect(),
        Some(range) => {
            range.inclusive(&graph, applied.as_ref().unwrap_or(&BTreeSet::new())).map_err(limbeck::Error::from)?
        }
    };
    let marked = applied.as_ref().filter(|_| history.indicate_current);
    let lines = output::Lines::new(&graph).marking(marked);
    let shown: Vec<&Node> = shown.into_iter().rev().collect();
    if history.graph {
        draw(&graph, &shown, &lines);
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
