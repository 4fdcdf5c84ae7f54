//! Which revisions the words of the command line mean. The database is opened only if one of them counts from where it stands.

use std::collections::BTreeSet;

use limbeck::{Graph, Node, Target};

use crate::{CliError, project::Project, session::seen};

/// The revisions of the files that these names mean, each once.
///
/// # Errors
/// A name that leads nowhere, or a database that can't be opened.
pub(super) fn named<'a>(project: &Project, graph: &'a Graph, names: &[String]) -> Result<Vec<&'a Node>, CliError> {
    let targets = targets(names)?;
    chosen(graph, &applied(project, graph, &targets)?, &targets)
}

/// What these names say.
///
/// # Errors
/// One that is no target.
pub(super) fn targets(names: &[String]) -> Result<Vec<Target>, CliError> {
    Ok(names.iter().map(|name| name.parse()).collect::<Result<_, _>>().map_err(limbeck::Error::from)?)
}

/// The revisions that are meant, each once.
///
/// # Errors
/// A target that leads nowhere.
pub(super) fn chosen<'a>(
    graph: &'a Graph,
    applied: &BTreeSet<String>,
    targets: &[Target],
) -> Result<Vec<&'a Node>, CliError> {
    let mut nodes: Vec<&Node> = Vec::new();
    for target in targets {
        for node in target.places(graph, applied).map_err(limbeck::Error::from)? {
            if !nodes.iter().any(|known| known.id == node.id) {
                nodes.push(node);
            }
        }
    }
    Ok(nodes)
}

/// The ids of `graph` that the database has, if one of `targets` can be told only from them; else none.
///
/// # Errors
/// The database can't be opened.
pub(super) fn applied<'t>(
    project: &Project,
    graph: &Graph,
    targets: impl IntoIterator<Item = &'t Target>,
) -> Result<BTreeSet<String>, CliError> {
    let asks = targets.into_iter().any(Target::needs_database);
    if asks { Ok(seen(project, graph.clone(), asks)?.applied) } else { Ok(BTreeSet::new()) }
}
