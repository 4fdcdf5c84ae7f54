//! Revisions and what each follows: a directed graph without circles. Pure; every walk is linear in time and has no recursion.

mod error;
mod order;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use error::GraphError;

use crate::{Entry, Migrations};

/// A revision in the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// The ids that it follows; none for a root, several for a merge.
    pub parents: Vec<String>,
    /// What it does, in a few words.
    pub message: String,
    /// When its file was made, as the file says it; empty if it does not.
    pub created: String,
    /// Its file; empty if only the database knows it.
    pub file: String,
}

impl From<&Entry> for Node {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.revision.id.to_owned(),
            parents: entry.revision.parents.iter().map(|parent| (*parent).to_owned()).collect(),
            message: entry.message.to_owned(),
            created: entry.created.to_owned(),
            file: entry.file.to_owned(),
        }
    }
}

/// Revisions and what each follows.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// In the order in which they were given: that of the files.
    nodes: Vec<Node>,
    places: HashMap<String, usize>,
    parents: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
    /// Parents before children.
    order: Vec<usize>,
}

impl Graph {
    /// The graph of `nodes`, which stand in the order of their files.
    ///
    /// # Errors
    /// The first id that is stated twice or can't be one, the first parent that is missing, or a circle.
    pub fn new(nodes: impl IntoIterator<Item = Node>) -> Result<Self, GraphError> {
        let nodes: Vec<Node> = nodes.into_iter().collect();
        let mut places = HashMap::with_capacity(nodes.len());
        for (place, node) in nodes.iter().enumerate() {
            if let Some(reason) = fault_of_id(&node.id) {
                return Err(GraphError::InvalidId { id: node.id.clone(), file: node.file.clone(), reason });
            }
            if let Some(first) = places.insert(node.id.clone(), place) {
                let (first, second) = (nodes[first].file.clone(), node.file.clone());
                return Err(GraphError::DuplicateId { id: node.id.clone(), first, second });
            }
        }
        let mut parents = Vec::with_capacity(nodes.len());
        let mut children = vec![Vec::new(); nodes.len()];
        for (place, node) in nodes.iter().enumerate() {
            let mut of_node: Vec<usize> = Vec::with_capacity(node.parents.len());
            for parent in &node.parents {
                let found = *places.get(parent).ok_or_else(|| GraphError::MissingParent {
                    id: node.id.clone(),
                    file: node.file.clone(),
                    parent: parent.clone(),
                })?;
                if !of_node.contains(&found) {
                    of_node.push(found);
                    children[found].push(place);
                }
            }
            parents.push(of_node);
        }
        let order = order::topological(&parents, |place| nodes[place].id.clone())?;
        Ok(Self { nodes, places, parents, children, order })
    }

    /// The graph of compiled revisions.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of(migrations: &Migrations) -> Result<Self, GraphError> {
        Self::new(migrations.entries().iter().map(Node::from))
    }

    /// This graph and the nodes that it lacks. Of a parent that is nowhere the added nodes are let off: a database may have been given to a
    /// checkout that knows nothing of where it comes from.
    ///
    /// # Errors
    /// A circle that the added nodes close.
    pub fn with_stored(&self, stored: impl IntoIterator<Item = Node>) -> Result<Self, GraphError> {
        let mut nodes = self.nodes.clone();
        nodes.extend(stored.into_iter().filter(|node| !self.contains(&node.id)));
        let known: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
        for node in &mut nodes[self.nodes.len()..] {
            node.parents.retain(|parent| known.contains(parent));
        }
        Self::new(nodes)
    }

    /// All revisions, parents before children, else in the order of their files.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = &Node> {
        self.order.iter().map(|place| &self.nodes[*place])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
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
        self.all(|place| self.children[place].is_empty())
    }

    /// Those that follow none.
    pub fn bases(&self) -> Vec<&Node> {
        self.all(|place| self.parents[place].is_empty())
    }

    /// Those that several follow.
    pub fn branch_points(&self) -> Vec<&Node> {
        self.all(|place| self.children[place].len() > 1)
    }

    /// Those that follow `id`, in the order of their files; none if it is not known.
    pub fn children(&self, id: &str) -> Vec<&Node> {
        let children = self.places.get(id).map_or(&[][..], |place| &self.children[*place]);
        children.iter().map(|place| &self.nodes[*place]).collect()
    }

    /// Those that `id` follows; none if it is not known.
    pub fn parents(&self, id: &str) -> Vec<&Node> {
        let parents = self.places.get(id).map_or(&[][..], |place| &self.parents[*place]);
        parents.iter().map(|place| &self.nodes[*place]).collect()
    }

    /// `ids` and all that they follow, however far back. An id that is not known counts for nothing.
    pub fn with_ancestors<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&str> {
        self.reached(ids, &self.parents)
    }

    /// `ids` and all that follow them, however far on. An id that is not known counts for nothing.
    pub fn with_descendants<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&str> {
        self.reached(ids, &self.children)
    }

    /// What has to run so that `goals` are applied: they and what they follow, without what is applied; parents before children.
    pub fn path_up<'a>(&self, applied: &BTreeSet<String>, goals: impl IntoIterator<Item = &'a str>) -> Vec<&Node> {
        let wanted = self.with_ancestors(goals);
        self.nodes().filter(|node| wanted.contains(node.id.as_str()) && !applied.contains(&node.id)).collect()
    }

    /// What has to be undone so that none of `undone` is applied: they and what follows them, as far as it is applied; children before parents.
    pub fn path_down<'a>(&self, applied: &BTreeSet<String>, undone: impl IntoIterator<Item = &'a str>) -> Vec<&Node> {
        let unwanted = self.with_descendants(undone);
        self.nodes().rev().filter(|node| unwanted.contains(node.id.as_str()) && applied.contains(&node.id)).collect()
    }

    /// The applied revisions that no applied one follows, in the order of the graph; an applied id that is not known is not among them.
    pub fn current<'a>(&'a self, applied: &BTreeSet<String>) -> Vec<&'a Node> {
        let followed: BTreeMap<usize, ()> = self
            .order
            .iter()
            .filter(|place| applied.contains(&self.nodes[**place].id))
            .flat_map(|place| self.parents[*place].iter().map(|parent| (*parent, ())))
            .collect();
        self.all(|place| applied.contains(&self.nodes[place].id) && !followed.contains_key(&place))
    }

    fn all(&self, chosen: impl Fn(usize) -> bool) -> Vec<&Node> {
        self.order.iter().filter(|place| chosen(**place)).map(|place| &self.nodes[*place]).collect()
    }

    fn reached<'a>(&self, ids: impl IntoIterator<Item = &'a str>, edges: &[Vec<usize>]) -> BTreeSet<&str> {
        let mut waiting: Vec<usize> = ids.into_iter().filter_map(|id| self.places.get(id).copied()).collect();
        let mut reached = vec![false; self.nodes.len()];
        while let Some(place) = waiting.pop() {
            if !std::mem::replace(&mut reached[place], true) {
                waiting.extend(&edges[place]);
            }
        }
        reached.iter().zip(&self.nodes).filter(|(reached, _)| **reached).map(|(_, node)| node.id.as_str()).collect()
    }
}

/// What keeps `id` from being one: the words and signs of targets, and the width of the history's column.
fn fault_of_id(id: &str) -> Option<&'static str> {
    const LONGEST: usize = 64;
    if id.is_empty() {
        Some("it is empty")
    } else if id.len() > LONGEST {
        Some("it is longer than 64 bytes")
    } else if ["head", "heads", "base", "current"].contains(&id) {
        Some("the word has a meaning of its own")
    } else if !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.') {
        Some("it has a character that targets use, or that is no letter or digit")
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
