use std::{collections::BTreeSet, fs, path::PathBuf};

use limbeck::{Access, Graph, Node, Target};
use limbeck_autogenerate::Head;

use super::{branching::Branches, revision};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, GREEN, paint},
    project::{Project, Revisions},
    revision_file,
    session::{Session, block_on},
};

/// Lets a line of revisions that nobody else has yet follow another head: its files are rewritten, and named so that they sort behind it.
pub(super) fn run(global: &Global, rebase: &arguments::Rebase, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let (mine, onto) = ends(&graph, rebase)?;
    let own = own_line(&graph, mine, onto)?;
    refuse_applied(&project, &own)?;
    match revisions {
        Revisions::Compiled(migrations) => {
            let branches = Branches::of(&graph, &[onto, mine]);
            let mut objects = Vec::new();
            for dialect in project.dialects() {
                objects.extend(branches.misfit(migrations, dialect)?);
            }
            if !objects.is_empty() && !rebase.force {
                return Err(CliError::Contradiction { objects });
            }
            objects.iter().for_each(output::note);
        }
        Revisions::Sources => output::note("not tried: what the revisions do is known to `cargo xtask rebase` only"),
    }
    for (at, node) in own.iter().enumerate() {
        let path = rewritten(&project, node, (at == 0).then_some(onto), (at, onto))?;
        say!(
            "{} {} -> {}: {}",
            paint(GREEN, "moved"),
            if at == 0 { &onto.id } else { &own[at - 1].id },
            node.id,
            Project::display(&path)
        );
    }
    Ok(Status::Done)
}

/// The end of the line that moves, and the revision that it shall follow.
fn ends<'a>(graph: &'a Graph, rebase: &arguments::Rebase) -> Result<(&'a Node, &'a Node), CliError> {
    let one = |name: &str| -> Result<&'a Node, CliError> {
        let target: Target = name.parse().map_err(limbeck::Error::from)?;
        match target.places(graph, &BTreeSet::new()).map_err(limbeck::Error::from)?[..] {
            [one] => Ok(one),
            _ => Err(CliError::NoLine(format!("`{name}` is not one revision"))),
        }
    };
    let heads = graph.heads();
    let mine = match &rebase.revision {
        Some(name) => one(name)?,
        // What was written last is what nobody else has.
        None => match heads[..] {
            [_, _] => heads.iter().copied().max_by_key(|head| &head.file).ok_or(CliError::NoRevisions)?,
            _ => return Err(CliError::NoLine(format!("there are {} heads and not two", heads.len()))),
        },
    };
    let onto = match &rebase.onto {
        Some(name) => one(name)?,
        None => {
            let beyond = graph.with_descendants([mine.id.as_str()]);
            let others: Vec<&Node> = heads.into_iter().filter(|head| !beyond.contains(head.id.as_str())).collect();
            match others[..] {
                [other] => other,
                _ => {
                    return Err(CliError::NoLine(format!(
                        "beside `{}` there are {} heads and not one",
                        mine.id,
                        others.len()
                    )));
                }
            }
        }
    };
    Ok((mine, onto))
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

/// What a database has is no longer one's own: its history would tell another story than the files.
fn refuse_applied(project: &Project, own: &[&Node]) -> Result<(), CliError> {
    if project.url().is_err() {
        output::note("no database is named: whether one has the revisions is not known");
        return Ok(());
    }
    let applied = block_on(Session::open(project, Access::Read))?.history.unwrap_or_default().applied();
    let has = |node: &&&Node| [&node.id].into_iter().chain(&node.replaces).any(|id| applied.contains(id));
    let found: Vec<String> = own.iter().filter(has).map(|node| node.id.clone()).collect();
    if found.is_empty() { Ok(()) } else { Err(CliError::AlreadyApplied { revisions: found }) }
}

/// Rewrites the file of a revision, and names it so that it sorts behind that of `onto`; its path.
fn rewritten(
    project: &Project,
    node: &Node,
    follows: Option<&Node>,
    (at, onto): (usize, &Node),
) -> Result<PathBuf, CliError> {
    let path = project.versions().join(format!("{}.rs", node.file));
    let text = fs::read_to_string(&path).map_err(|source| CliError::Read { path: path.clone(), source })?;
    let unreadable = |problem| CliError::Head { path: path.clone(), problem };
    let mut head = Head::read(&text).map_err(unreadable)?;
    if let Some(onto) = follows {
        head.parents = vec![onto.id.clone()];
    }
    let sorts_behind = node.file > onto.file;
    if !sorts_behind {
        head.created = revision_file::later(at);
    }
    let text = head.rewrite(&text).map_err(unreadable)?;
    revision_file::write_whole(&path, &text).map_err(|source| CliError::Write { path: path.clone(), source })?;
    if sorts_behind {
        return Ok(path);
    }
    let renamed = project.versions().join(revision::file(&head));
    if renamed.exists() {
        return Err(CliError::Exists(renamed));
    }
    fs::rename(&path, &renamed).map_err(|source| CliError::Write { path: renamed.clone(), source })?;
    Ok(renamed)
}
