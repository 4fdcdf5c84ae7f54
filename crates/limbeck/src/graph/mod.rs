//! Revisions, what each follows, and what has to be applied before it: a directed graph without circles. Pure; every walk is linear in time and has no
//! recursion.

mod edges;
mod error;
mod node;
mod order;
mod squashed;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use error::GraphError;
pub use node::Node;
pub use squashed::Seen;
pub(crate) use squashed::Standing;

use crate::Migrations;
use edges::{Edges, Lines};
use squashed::View;

/// Revisions and what each follows.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// In the order in which they were given: that of the files. Those that don't count are among them, and nowhere else.
    nodes: Vec<Node>,
    /// The squashed revisions in place of which what they replace counts.
    amid: BTreeSet<String>,
    view: View,
    places: HashMap<String, usize>,
    /// The revisions that state a label, by labels.
    labels: HashMap<String, usize>,
    lines: Lines,
    /// Parents before children, dependencies before what depends on them.
    order: Vec<usize>,
}

impl Graph {
    /// The graph of `nodes`, which stand in the order of their files.
    ///
    /// # Errors
    /// The first id or label that is stated twice or can't be one, the first parent or dependency that is missing, a circle, or a squashed revision that
    /// replaces what is no line.
    pub fn new(nodes: impl IntoIterator<Item = Node>) -> Result<Self, GraphError> {
        Self::build(nodes.into_iter().collect(), BTreeSet::new())
    }

    /// The graph of `nodes`, for a database that is amid what the squashed revisions of `amid` replace.
    fn build(nodes: Vec<Node>, amid: BTreeSet<String>) -> Result<Self, GraphError> {
        let mut places = places(&nodes)?;
        let view = View::of(&nodes, &places, &amid)?;
        let labels = labels(&nodes, &places, &view)?;
        places.retain(|_, place| !view.hidden[*place]);
        let lines = Lines::of(&nodes, &places, &labels, &view)?;
        let mut order = order::topological(&lines.before, |place| nodes[place].id.clone())?;
        order.retain(|place| !view.hidden[*place]);
        Ok(Self { nodes, amid, view, places, labels, lines, order })
    }

    /// The graph of compiled revisions.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of(migrations: &Migrations) -> Result<Self, GraphError> {
        Self::new(migrations.entries().iter().map(Node::from))
    }

    /// This graph and the nodes that it lacks. Of a parent or a dependency that is nowhere the added nodes are let off: a database may have been given to
    /// a checkout that knows nothing of where it comes from.
    ///
    /// # Errors
    /// A circle that the added nodes close.
    pub fn with_stored(&self, stored: impl IntoIterator<Item = Node>) -> Result<Self, GraphError> {
        let mut nodes = self.nodes.clone();
        nodes.extend(stored.into_iter().filter(|node| !self.is_taken(&node.id)));
        let ids = nodes.iter().map(|node| node.id.as_str()).chain(self.aliases());
        let known: BTreeSet<String> = ids.map(str::to_owned).collect();
        for node in &mut nodes[self.nodes.len()..] {
            node.parents.retain(|parent| known.contains(parent));
            node.dependencies.retain(|dependency| known.contains(dependency) || self.labels.contains_key(dependency));
        }
        Self::build(nodes, self.amid.clone())
    }

    /// All revisions, parents before children, else in the order of their files.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = &Node> {
        self.order.iter().map(|place| &self.nodes[*place])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The revision of this id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.places.get(id).map(|place| &self.nodes[*place])
    }

    /// Whether there is a revision of this id.
    pub fn contains(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// Those that none follows.
    pub fn heads(&self) -> Vec<&Node> {
        self.all(|place| self.lines.children[place].is_empty())
    }

    /// Those that none follows and none depends on: who applies them applies all.
    pub fn last(&self) -> Vec<&Node> {
        self.all(|place| self.lines.after[place].is_empty())
    }

    /// Those that follow none.
    pub fn bases(&self) -> Vec<&Node> {
        self.all(|place| self.lines.parents[place].is_empty())
    }

    /// Those that several follow.
    pub fn branch_points(&self) -> Vec<&Node> {
        self.all(|place| self.lines.children[place].len() > 1)
    }

    /// Those that follow `id`, in the order of their files; none if it is not known.
    pub fn children(&self, id: &str) -> Vec<&Node> {
        self.next_to(id, &self.lines.children)
    }

    /// Those that `id` follows; none if it is not known.
    pub fn parents(&self, id: &str) -> Vec<&Node> {
        self.next_to(id, &self.lines.parents)
    }

    /// All that has to be applied before `id`: its parents and what it depends on.
    pub fn before(&self, id: &str) -> Vec<&Node> {
        self.next_to(id, &self.lines.before)
    }

    /// All that has to be undone before `id` can be: its children and what depends on it.
    pub fn after(&self, id: &str) -> Vec<&Node> {
        self.next_to(id, &self.lines.after)
    }

    /// The revision that states `label`, with which the branch begins.
    pub fn labelled(&self, label: &str) -> Option<&Node> {
        self.labels.get(label).map(|place| &self.nodes[*place])
    }

    /// All labels, sorted.
    pub fn labels(&self) -> Vec<&str> {
        let mut labels: Vec<&str> = self.labels.keys().map(String::as_str).collect();
        labels.sort_unstable();
        labels
    }

    /// The revisions that bear a label, by ids, as Alembic spreads it: the one that states it, all that follow it, and those that it follows back to where
    /// branches part or meet.
    pub fn spread_labels(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut spread: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (label, place) in &self.labels {
            let mut bearers = self.reached([self.nodes[*place].id.as_str()], &self.lines.children);
            let mut at = *place;
            while let ([parent], [_] | []) = (&self.lines.parents[at][..], &self.lines.children[at][..]) {
                at = *parent;
                if self.lines.children[at].len() > 1 || self.lines.parents[at].len() > 1 {
                    break;
                }
                bearers.insert(&self.nodes[at].id);
            }
            for id in bearers {
                spread.entry(id).or_default().insert(label);
            }
        }
        spread
    }

    /// All that shares a line with `id`: it, what it follows and what follows it, however far; without what it depends on. Nothing if it is not known.
    pub fn lineage(&self, id: &str) -> BTreeSet<&str> {
        let mut lineage = self.reached([id], &self.lines.parents);
        lineage.extend(self.reached([id], &self.lines.children));
        lineage
    }

    /// `ids` and all that they follow, however far back, without what they depend on.
    pub fn with_forebears<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&str> {
        self.reached(ids, &self.lines.parents)
    }

    /// `ids` and all that has to be applied before them: what they follow or depend on, however far back. An id that is not known counts for nothing.
    pub fn with_ancestors<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&str> {
        self.reached(ids, &self.lines.before)
    }

    /// `ids` and all that has to be undone before them: what follows or depends on them, however far on. An id that is not known counts for nothing.
    pub fn with_descendants<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&str> {
        self.reached(ids, &self.lines.after)
    }

    /// What has to run so that `goals` are applied: they and what they follow or depend on, without what is applied; parents before children.
    pub fn path_up<'a>(&self, applied: &BTreeSet<String>, goals: impl IntoIterator<Item = &'a str>) -> Vec<&Node> {
        let wanted = self.with_ancestors(goals);
        self.nodes().filter(|node| wanted.contains(node.id.as_str()) && !applied.contains(&node.id)).collect()
    }

    /// What has to be undone so that none of `undone` is applied: they and what follows or depends on them, as far as it is applied; children before parents.
    pub fn path_down<'a>(&self, applied: &BTreeSet<String>, undone: impl IntoIterator<Item = &'a str>) -> Vec<&Node> {
        let unwanted = self.with_descendants(undone);
        self.nodes().rev().filter(|node| unwanted.contains(node.id.as_str()) && applied.contains(&node.id)).collect()
    }

    /// The applied revisions that no applied one follows, in the order of the graph; an applied id that is not known is not among them. One that others only
    /// depend on is.
    pub fn current<'a>(&'a self, applied: &BTreeSet<String>) -> Vec<&'a Node> {
        self.ends(applied, &self.lines.children)
    }

    /// The applied revisions that could be undone next: none that is applied follows or depends on them.
    pub fn undoable<'a>(&'a self, applied: &BTreeSet<String>) -> Vec<&'a Node> {
        self.ends(applied, &self.lines.after)
    }

    fn ends(&self, applied: &BTreeSet<String>, on: &Edges) -> Vec<&Node> {
        let is_applied: Vec<bool> = self.nodes.iter().map(|node| applied.contains(&node.id)).collect();
        self.all(|place| is_applied[place] && !on[place].iter().any(|next| is_applied[*next]))
    }

    fn next_to(&self, id: &str, edges: &Edges) -> Vec<&Node> {
        let next = self.places.get(id).map_or(&[][..], |place| &edges[*place]);
        next.iter().map(|place| &self.nodes[*place]).collect()
    }

    fn all(&self, chosen: impl Fn(usize) -> bool) -> Vec<&Node> {
        self.order.iter().filter(|place| chosen(**place)).map(|place| &self.nodes[*place]).collect()
    }

    fn reached<'a>(&self, ids: impl IntoIterator<Item = &'a str>, edges: &Edges) -> BTreeSet<&str> {
        let place = |id: &str| self.places.get(id).or_else(|| self.view.aliases.get(id)).copied();
        let mut waiting: Vec<usize> = ids.into_iter().filter_map(place).collect();
        let mut reached = vec![false; self.nodes.len()];
        while let Some(place) = waiting.pop() {
            if !std::mem::replace(&mut reached[place], true) {
                waiting.extend(&edges[place]);
            }
        }
        reached.iter().zip(&self.nodes).filter(|(reached, _)| **reached).map(|(_, node)| node.id.as_str()).collect()
    }
}

/// Where each id stands.
fn places(nodes: &[Node]) -> Result<HashMap<String, usize>, GraphError> {
    let mut places = HashMap::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        if let Some(reason) = node::fault(&node.id) {
            return Err(GraphError::InvalidId { id: node.id.clone(), file: node.file.clone(), reason });
        }
        if let Some(first) = places.insert(node.id.clone(), place) {
            let (first, second) = (nodes[first].file.clone(), node.file.clone());
            return Err(GraphError::DuplicateId { id: node.id.clone(), first, second });
        }
    }
    Ok(places)
}

/// Where each label is stated, by the nodes that count; one that a squashed revision alone states belongs to the one that stands in for it.
fn labels(nodes: &[Node], places: &HashMap<String, usize>, view: &View) -> Result<HashMap<String, usize>, GraphError> {
    let mut labels: HashMap<String, usize> = HashMap::new();
    for (place, node) in nodes.iter().enumerate().filter(|(place, _)| !view.hidden[*place]) {
        for label in &node.labels {
            if let Some(reason) = node::fault(label) {
                return Err(GraphError::InvalidLabel { label: label.clone(), file: node.file.clone(), reason });
            }
            let first = labels.insert(label.clone(), place).filter(|first| *first != place);
            if let Some(first) = first.or_else(|| places.get(label).copied()) {
                let (first, second) = (nodes[first].file.clone(), node.file.clone());
                return Err(GraphError::DuplicateLabel { label: label.clone(), first, second });
            }
        }
    }
    for node in nodes.iter().filter(|node| !node.replaces.is_empty()) {
        if let Some(place) = view.aliases.get(&node.id) {
            node.labels.iter().for_each(|label| _ = labels.entry(label.clone()).or_insert(*place));
        }
    }
    Ok(labels)
}

#[cfg(test)]
mod tests;
