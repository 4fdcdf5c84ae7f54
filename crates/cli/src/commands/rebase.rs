mod files;

use std::slice::from_ref;

use limbeck::{Access, Graph, Node};

use super::{branching::Branches, places};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, DIM, GREEN, paint},
    project::{Project, Revisions},
    session::{Session, block_on},
};

/// Lets a line of revisions that nobody else has yet follow another head: its files are rewritten, and named so that they sort behind it.
pub(super) fn run(global: &Global, rebase: &arguments::Rebase, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let (mine, onto) = ends(&project, &graph, rebase)?;
    let own = own_line(&graph, mine, onto)?;
    refuse_others(&graph, &own, rebase.force)?;
    refuse_applied(&project, &graph, &own)?;
    match revisions {
        Revisions::Compiled(migrations) => {
            let branches = Branches::of(&graph, &[onto, mine]);
            let mut objects = Vec::new();
            for dialect in project.dialects()? {
                objects.extend(branches.misfit(migrations, dialect)?);
            }
            if !objects.is_empty() && !rebase.force {
                return Err(CliError::Misfit { id: onto.id.clone(), objects });
            }
            objects.iter().for_each(output::note);
        }
        Revisions::Sources => output::note("not tried: what the revisions do is known to `cargo xtask rebase` only"),
    }
    if graph.children(&onto.id).iter().any(|child| !own.iter().any(|node| node.id == child.id)) {
        output::note(format!("`{}` is no head: branches part there", onto.id));
    }
    // All is read and named before the first file is written.
    let moves = files::moves(&project, &own, onto)?;
    let done = if rebase.dry_run { paint(DIM, "would move") } else { paint(GREEN, "moved") };
    let mut parent = onto;
    for (node, one) in own.into_iter().zip(&moves) {
        if !rebase.dry_run {
            one.write()?;
        }
        say!("{done} {} -> {}: {}", parent.id, node.id, Project::display(one.path()));
        parent = node;
    }
    Ok(Status::Done)
}

/// The end of the line that moves, and the revision that it shall follow. Where that is not said there may be one choice only: neither the time of a file
/// nor what git or a database has tells whose it is.
fn ends<'a>(project: &Project, graph: &'a Graph, rebase: &arguments::Rebase) -> Result<(&'a Node, &'a Node), CliError> {
    let one = |name: &String| match places::named(project, graph, from_ref(name))?[..] {
        [one] => Ok(one),
        _ => Err(CliError::NoLine(format!("`{name}` is not one revision"))),
    };
    match (&rebase.revision, &rebase.onto) {
        (Some(mine), Some(onto)) => Ok((one(mine)?, one(onto)?)),
        (Some(mine), None) => {
            let mine = one(mine)?;
            let beyond = graph.with_descendants([mine.id.as_str()]);
            Ok((mine, other(graph, mine, |head| !beyond.contains(head.id.as_str()))?))
        }
        (None, Some(onto)) => {
            let onto = one(onto)?;
            let behind = graph.with_ancestors([onto.id.as_str()]);
            let is_onto = |head: &Node| graph.with_forebears([head.id.as_str()]).contains(onto.id.as_str());
            Ok((other(graph, onto, |head| !is_onto(head) && !behind.contains(head.id.as_str()))?, onto))
        }
        (None, None) => Err(CliError::NoLine(match &graph.heads()[..] {
            [] => "there is no revision".to_owned(),
            [one] => format!("`{}` is the only head", one.id),
            heads => {
                let ids: Vec<String> = heads.iter().map(|head| format!("`{}`", head.id)).collect();
                format!("nothing says which of the heads {} nobody else has", ids.join(", "))
            }
        })),
    }
}

/// The one head beside `end`.
fn other<'a>(graph: &'a Graph, end: &Node, counts: impl Fn(&Node) -> bool) -> Result<&'a Node, CliError> {
    let others: Vec<&Node> = graph.heads().into_iter().filter(|head| counts(head)).collect();
    match others[..] {
        [other] => Ok(other),
        _ => Err(CliError::NoLine(format!("beside `{}` there are {} heads and not one", end.id, others.len()))),
    }
}

/// The revisions that move, parents before children.
fn own_line<'a>(graph: &'a Graph, mine: &'a Node, onto: &Node) -> Result<Vec<&'a Node>, CliError> {
    let theirs = graph.with_ancestors([onto.id.as_str()]);
    let behind = graph.with_forebears([mine.id.as_str()]);
    let is_own = |node: &&Node| behind.contains(node.id.as_str()) && !theirs.contains(node.id.as_str());
    let own: Vec<&Node> = graph.nodes().filter(is_own).collect();
    let Some(first) = own.first() else {
        return Err(CliError::NoLine(format!("`{}` follows `{}` already", onto.id, mine.id)));
    };
    if first.parents == [onto.id.clone()] {
        return Err(CliError::NoLine(format!("`{}` follows `{}` already", mine.id, onto.id)));
    }
    if let Some(node) = own.iter().find(|node| !node.replaces.is_empty()) {
        return Err(CliError::NoLine(format!("`{}` replaces others, which would have to move with it", node.id)));
    }
    match own.iter().find(|node| node.parents.len() > 1) {
        Some(node) => Err(CliError::NoLine(format!("`{}` joins branches", node.id))),
        None => Ok(own),
    }
}

/// What others have built on the line would get another past too, untried.
///
/// # Errors
/// The first that follows one of the line and is not of it, unless that is meant.
fn refuse_others(graph: &Graph, own: &[&Node], is_meant: bool) -> Result<(), CliError> {
    let is_own = |id: &str| own.iter().any(|node| node.id == id);
    let follows = own.iter().flat_map(|node| graph.children(&node.id).into_iter().map(|child| (*node, child)));
    let mut others = follows.filter(|(_, child)| !is_own(&child.id));
    if is_meant {
        others.for_each(|(_, child)| output::note(format!("untried, `{}` moves along", child.id)));
        return Ok(());
    }
    match others.next() {
        Some((node, child)) => {
            Err(CliError::MovesAlong { id: node.id.clone(), child: child.id.clone(), file: child.file.clone() })
        }
        None => Ok(()),
    }
}

/// What a database has, in part or whole, is no longer one's own: its history would tell another story than the files.
fn refuse_applied(project: &Project, graph: &Graph, own: &[&Node]) -> Result<(), CliError> {
    if project.url().is_err() {
        output::note("no database is named: whether one has the revisions is not known");
        return Ok(());
    }
    let history = block_on(Session::open(project, Access::Read))?.history.unwrap_or_default();
    let moved = graph.with_descendants(own.iter().map(|node| node.id.as_str()));
    let revisions: Vec<String> = graph
        .nodes()
        .filter(|node| moved.contains(node.id.as_str()))
        .filter(|node| [&node.id].into_iter().chain(&node.replaces).any(|id| history.row(id).is_some()))
        .map(|node| node.id.clone())
        .collect();
    if revisions.is_empty() { Ok(()) } else { Err(CliError::AlreadyApplied { revisions }) }
}
