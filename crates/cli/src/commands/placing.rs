//! Where a new revision stands among the others: what it follows, what it depends on, what its branch is called.

use std::collections::BTreeSet;

use limbeck::{Graph, Node, Target, TargetError};

use super::places;
use crate::{CliError, arguments::Placing, project::Project};

/// The place of a new revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The ids that it follows.
    pub(super) parents: Vec<String>,
    /// What it depends on: ids and labels.
    pub(super) dependencies: Vec<String>,
    /// The names of the branch that begins with it.
    pub(super) labels: Vec<String>,
}

/// Where a revision stands that follows one other: what `--head` names, else the head. `joins` says whether one without `--head` follows all heads where
/// there are several; heads of branches that bear labels are meant to stay apart, and are never joined unasked.
///
/// # Errors
/// There are several heads, what is named is none, or a name that leads nowhere.
pub(super) fn place(
    project: &Project,
    graph: &Graph,
    placing: &Placing,
    id: &str,
    joins: bool,
) -> Result<Place, CliError> {
    let parents = match &placing.head {
        Some(head) => named(project, graph, head)?.into_iter().collect(),
        None => {
            let heads = graph.heads();
            let labels = graph.spread_labels();
            let is_labelled = heads.iter().any(|head| labels.contains_key(head.id.as_str()));
            if heads.len() > 1 && (!joins || is_labelled) {
                let heads = heads.iter().map(|head| head.id.clone()).collect();
                return Err(CliError::SeveralHeads { heads });
            }
            heads
        }
    };
    if !placing.splice {
        refuse_others(graph, &parents)?;
    }
    finished(graph, placing, id, &parents)
}

/// The same for one that joins `parents`.
///
/// # Errors
/// A name that leads nowhere, or a label that is taken.
pub(super) fn finished(graph: &Graph, placing: &Placing, id: &str, parents: &[&Node]) -> Result<Place, CliError> {
    let place = Place {
        parents: parents.iter().map(|node| node.id.clone()).collect(),
        dependencies: placing.depends_on.iter().map(|name| dependency(graph, name)).collect::<Result<_, _>>()?,
        labels: placing.branch_label.clone(),
    };
    // A label that is taken, or a circle, is told before a file is written.
    let new = Node {
        id: id.to_owned(),
        parents: place.parents.clone(),
        dependencies: place.dependencies.clone(),
        labels: place.labels.clone(),
        file: "the new revision".to_owned(),
        ..Node::default()
    };
    Graph::new(graph.nodes().cloned().chain([new])).map_err(limbeck::Error::from)?;
    Ok(place)
}

/// Revisions that others follow are no place for a new one, unless somebody says that branches shall part there.
///
/// # Errors
/// The first that is no head.
pub(super) fn refuse_others(graph: &Graph, parents: &[&Node]) -> Result<(), CliError> {
    match parents.iter().find(|node| !graph.children(&node.id).is_empty()) {
        Some(node) => Err(CliError::NoHead { id: node.id.clone() }),
        None => Ok(()),
    }
}

/// The one revision that `head` names; none for the base. Where a database stands that has nothing is the base too, but nobody means a new root by it.
fn named<'a>(project: &Project, graph: &'a Graph, head: &str) -> Result<Option<&'a Node>, CliError> {
    let target: Target = head.parse().map_err(limbeck::Error::from)?;
    let applied = places::applied(project, graph, [&target])?;
    let several = |heads: Vec<String>| CliError::SeveralHeads { heads };
    let places = target.places(graph, &applied).map_err(|error| match error {
        TargetError::SeveralHeads { heads } => several(heads),
        error => limbeck::Error::from(error).into(),
    })?;
    match places[..] {
        [] if target.needs_database() && !graph.is_empty() => Err(CliError::NoPlace(head.to_owned())),
        [] => Ok(None),
        [one] => Ok(Some(one)),
        ref nodes => Err(several(nodes.iter().map(|node| node.id.clone()).collect())),
    }
}

/// A label stays one, the beginning of an id becomes the whole.
fn dependency(graph: &Graph, name: &str) -> Result<String, CliError> {
    if graph.labelled(name).is_some() {
        return Ok(name.to_owned());
    }
    let places = Target::Revision(name.to_owned()).places(graph, &BTreeSet::new()).map_err(limbeck::Error::from)?;
    Ok(places.first().map_or_else(|| name.to_owned(), |node| node.id.clone()))
}
