//! From what revisions state to places in a list.

use std::collections::HashMap;

use super::{GraphError, Node, squashed::View};

/// For each revision, the places of others.
pub(super) type Edges = Vec<Vec<usize>>;

/// Which follows which.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// For each, those that it follows.
    pub(super) parents: Edges,
    /// For each, those that follow it.
    pub(super) children: Edges,
    /// For each, all that has to be applied before it: its parents, then what it depends on.
    pub(super) before: Edges,
    /// For each, all that has to be undone before it: its children, and what depends on it.
    pub(super) after: Edges,
}

impl Lines {
    /// Of the nodes that count.
    ///
    /// # Errors
    /// A parent or a dependency that is nowhere.
    pub(super) fn of(
        nodes: &[Node],
        places: &HashMap<String, usize>,
        labels: &HashMap<String, usize>,
        view: &View,
    ) -> Result<Self, GraphError> {
        let empty = || vec![Vec::new(); nodes.len()];
        let mut lines = Self { parents: empty(), children: empty(), before: empty(), after: empty() };
        let place_of = |id: &str| places.get(id).or_else(|| view.aliases.get(id));
        for (place, node) in nodes.iter().enumerate().filter(|(place, _)| !view.hidden[*place]) {
            for parent in &node.parents {
                let found = *place_of(parent).ok_or_else(|| GraphError::MissingParent {
                    id: node.id.clone(),
                    file: node.file.clone(),
                    parent: parent.clone(),
                })?;
                link(&mut lines.parents, &mut lines.children, found, place);
                link(&mut lines.before, &mut lines.after, found, place);
            }
            for dependency in &node.dependencies {
                let found = place_of(dependency).or_else(|| labels.get(dependency));
                let found = *found.ok_or_else(|| GraphError::MissingDependency {
                    id: node.id.clone(),
                    file: node.file.clone(),
                    dependency: dependency.clone(),
                })?;
                link(&mut lines.before, &mut lines.after, found, place);
            }
        }
        Ok(lines)
    }
}

/// Whoever is stated twice counts once.
fn link(back: &mut Edges, on: &mut Edges, previous: usize, next: usize) {
    if !back[next].contains(&previous) {
        back[next].push(previous);
        on[previous].push(next);
    }
}
