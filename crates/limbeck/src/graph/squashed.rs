//! Revisions that do the same as a line of others. Of both only one counts: the squashed one, unless a database is amid the others.

use std::collections::{BTreeSet, HashMap};

use super::{Graph, GraphError, Node};

/// A graph as a database sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// With the originals where the database is amid them, and else with the squashed revision.
    pub graph: Graph,
    /// What the database has of it: the squashed revision where all that it replaces are applied, whether its history says so already or not.
    pub applied: BTreeSet<String>,
}

/// Where a database stands in the line that a squashed revision replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It has none of it, and not the squashed one.
    Before,
    /// It has a part of it.
    Amid,
    /// It has the squashed one, or all of the line.
    Behind,
}

impl Standing {
    /// By what is `applied` as a whole, and what was `begun` and did not end.
    pub(crate) fn of(squashed: &Node, applied: &BTreeSet<String>, begun: Option<&str>) -> Self {
        let replaced = &squashed.replaces;
        let has = |id: &String| applied.contains(id);
        let is_begun = begun.is_some_and(|begun| replaced.iter().any(|id| id == begun));
        if applied.contains(&squashed.id) {
            Self::Behind
        } else if is_begun {
            Self::Amid
        } else if replaced.iter().all(has) {
            Self::Behind
        } else if replaced.iter().any(has) {
            Self::Amid
        } else {
            Self::Before
        }
    }
}

/// Which nodes count, and where the ids of the others lead.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    /// For each node whether it does not count.
    pub(super) hidden: Vec<bool>,
    /// Ids that stand for a revision of another id: replaced ones for the squashed, or that for the last of them.
    pub(super) aliases: HashMap<String, usize>,
}

impl View {
    /// The view of a database that is amid what the revisions of `amid` replace. `places` are those of all nodes.
    ///
    /// # Errors
    /// What is replaced is no line, is replaced twice, or lacks files that `amid` needs.
    pub(super) fn of(
        nodes: &[Node],
        places: &HashMap<String, usize>,
        amid: &BTreeSet<String>,
    ) -> Result<Self, GraphError> {
        let mut view = Self { hidden: vec![false; nodes.len()], aliases: HashMap::new() };
        let squashed = || nodes.iter().enumerate().filter(|(_, node)| !node.replaces.is_empty());
        let by = replacements(squashed(), nodes, places)?;
        let place_of = |id: &str| by.get(id).or_else(|| places.get(id)).copied();
        for (place, node) in squashed() {
            refuse_no_line(node, |id| places.get(id).map(|place| &nodes[*place]), place_of)?;
            let originals: Vec<(&String, Option<usize>)> =
                node.replaces.iter().map(|id| (id, places.get(id).copied())).collect();
            if !amid.contains(&node.id) {
                for (id, original) in originals {
                    original.into_iter().for_each(|original| view.hidden[original] = true);
                    view.aliases.insert(id.clone(), place);
                }
                continue;
            }
            let missing = originals.iter().filter(|(_, original)| original.is_none());
            let missing: Vec<String> = missing.map(|(id, _)| (*id).clone()).collect();
            match originals.last() {
                Some((_, Some(last))) if missing.is_empty() => {
                    view.hidden[place] = true;
                    view.aliases.insert(node.id.clone(), *last);
                }
                _ => {
                    let (id, file) = (node.id.clone(), node.file.clone());
                    return Err(GraphError::MissingReplaced { id, file, missing });
                }
            }
        }
        Ok(view)
    }
}

/// For each replaced id the place of the one that replaces it.
fn replacements<'a>(
    squashed: impl Iterator<Item = (usize, &'a Node)>,
    nodes: &[Node],
    places: &HashMap<String, usize>,
) -> Result<HashMap<&'a str, usize>, GraphError> {
    let is_squashed = |id: &str| places.get(id).is_some_and(|place| !nodes[*place].replaces.is_empty());
    let mut by: HashMap<&str, usize> = HashMap::new();
    for (place, node) in squashed {
        for replaced in &node.replaces {
            if *replaced == node.id || is_squashed(replaced) {
                let (id, file) = (node.id.clone(), node.file.clone());
                return Err(GraphError::ReplacesSquashed { id, file, replaced: replaced.clone() });
            }
            if let Some(first) = by.insert(replaced, place) {
                let (first, second) = (nodes[first].file.clone(), node.file.clone());
                return Err(GraphError::ReplacedTwice { replaced: replaced.clone(), first, second });
            }
        }
    }
    Ok(by)
}

/// Makes sure, as far as the files are there, that each of the replaced follows the one before it and nothing else, and the first what the squashed follows.
fn refuse_no_line<'a>(
    squashed: &'a Node,
    node: impl Fn(&str) -> Option<&'a Node>,
    place_of: impl Fn(&str) -> Option<usize>,
) -> Result<(), GraphError> {
    let places = |ids: &[String]| ids.iter().map(|id| place_of(id)).collect::<BTreeSet<_>>();
    let mut previous: Option<&String> = None;
    for replaced in &squashed.replaces {
        let follows = match (node(replaced), previous) {
            (None, _) => true,
            (Some(original), Some(previous)) => original.parents == [previous.clone()],
            (Some(first), None) => places(&first.parents) == places(&squashed.parents),
        };
        if !follows {
            return Err(GraphError::ReplacesNoLine {
                id: squashed.id.clone(),
                file: squashed.file.clone(),
                replaced: replaced.clone(),
                expected: previous.map_or_else(|| squashed.parents.clone(), |previous| vec![previous.clone()]),
            });
        }
        previous = Some(replaced);
    }
    Ok(())
}

impl Graph {
    /// The graph as a database sees it that has what is `applied` as a whole; a run has `begun` a revision there and not come to its end.
    ///
    /// # Errors
    /// The database is amid the revisions that a squashed one replaces, and not all of their files are there.
    pub fn seen_from(&self, applied: &BTreeSet<String>, begun: Option<&str>) -> Result<Seen, GraphError> {
        let (mut seen, mut amid) = (applied.clone(), BTreeSet::new());
        for squashed in self.squashed() {
            match Standing::of(squashed, applied, begun) {
                Standing::Before => {}
                Standing::Amid => _ = amid.insert(squashed.id.clone()),
                Standing::Behind => {
                    seen.retain(|id| !squashed.replaces.contains(id));
                    seen.insert(squashed.id.clone());
                }
            }
        }
        let graph = if amid == self.amid { self.clone() } else { Self::build(self.nodes.clone(), amid)? };
        Ok(Seen { graph, applied: seen })
    }

    /// The revisions that replace others, those among them that don't count because a database is amid the others.
    pub(crate) fn squashed(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| !node.replaces.is_empty())
    }

    /// The revision that counts in place of that of this id: the squashed one for a replaced one, and where a database is amid those, the last of them for
    /// the squashed one.
    pub fn stand_in(&self, id: &str) -> Option<&Node> {
        self.view.aliases.get(id).map(|place| &self.nodes[*place])
    }

    /// Whether a revision has this id, one that does not count among them.
    pub fn is_taken(&self, id: &str) -> bool {
        self.contains(id) || self.view.aliases.contains_key(id)
    }

    /// All ids that stand for a revision of another id.
    pub(crate) fn aliases(&self) -> impl Iterator<Item = &str> {
        self.view.aliases.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests;
