use std::{collections::BTreeSet, fmt, str::FromStr};

use super::{Anchor, Target, TargetError};
use crate::graph::{Graph, Node};

/// From one place to another: `a:b`, `a:`, `:b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Where it begins; the base if nothing is said.
    pub from: Option<Target>,
    /// Where it ends; the heads if nothing is said.
    pub to: Option<Target>,
}

impl FromStr for Range {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((from, to)) = text.split_once(':') else {
            return Err(TargetError::NoRange { text: text.to_owned() });
        };
        let end = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        Ok(Self { from: end(from)?, to: end(to)? })
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |end: &Option<Target>| end.as_ref().map_or_else(String::new, ToString::to_string);
        write!(f, "{}:{}", text(&self.from), text(&self.to))
    }
}

impl Range {
    /// Whether one of its ends can be told only where the database stands. A count alone is taken from the other end.
    pub fn needs_database(&self) -> bool {
        let ends = [&self.from, &self.to].into_iter().flatten();
        ends.into_iter().any(|end| !matches!(end, Target::Steps { from: Anchor::Current, .. }) && end.needs_database())
    }

    /// The revisions from the beginning to the end, both among them, parents before children. A count alone is taken from the other end: `-3:` are the last
    /// three before the heads, and `a:+2` ends two behind `a`. One that goes beyond the base ends there.
    ///
    /// # Errors
    /// An end names no revision, or several where one is meant; or the end does not follow the beginning.
    pub fn inclusive<'a>(&self, graph: &'a Graph, applied: &BTreeSet<String>) -> Result<Vec<&'a Node>, TargetError> {
        let to = match (&self.to, &self.from) {
            (Some(Target::Steps { from: Anchor::Current, count }), Some(from)) if *count > 0 => {
                walked(from, *count).places(graph, applied)?
            }
            (Some(to), _) => to.places(graph, applied)?,
            (None, _) => graph.heads(),
        };
        let behind = graph.with_forebears(to.iter().map(|node| node.id.as_str()));
        let from = match &self.from {
            None => Vec::new(),
            Some(Target::Steps { from: Anchor::Current, count }) if *count < 0 => {
                back(graph, &to, usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX))
            }
            Some(from) => from.places(graph, applied)?,
        };
        if from.is_empty() {
            return Ok(graph.nodes().filter(|node| behind.contains(node.id.as_str())).collect());
        }
        let beyond: BTreeSet<&str> = from.iter().flat_map(|node| with_followers(graph, node)).collect();
        let between: Vec<&Node> = graph
            .nodes()
            .filter(|node| behind.contains(node.id.as_str()) && beyond.contains(node.id.as_str()))
            .collect();
        if between.is_empty() { Err(TargetError::Apart { range: self.to_string() }) } else { Ok(between) }
    }

    /// The revisions behind the beginning up to the end, with all that has to be applied before them: those that bring a database from the one to the other.
    /// Where an end counts from where the database stands, that has `applied`.
    ///
    /// # Errors
    /// An end names no revision, or several where one is meant.
    pub fn path_up<'a>(&self, graph: &'a Graph, applied: &BTreeSet<String>) -> Result<Vec<&'a Node>, TargetError> {
        let from = self.from.as_ref().map_or_else(|| Ok(Vec::new()), |from| from.places(graph, applied))?;
        let done = with_ancestors(graph, &from);
        let goals = self.to.as_ref().unwrap_or(&Target::Heads).places(graph, applied)?;
        Ok(graph.path_up(&done, goals.into_iter().map(|node| node.id.as_str())))
    }

    /// The ids that are applied where a database stands at `place`; none if it is not said.
    ///
    /// # Errors
    /// It names no revision, or several where one is meant.
    pub fn done(&self, graph: &Graph, place: Option<&Target>) -> Result<BTreeSet<String>, TargetError> {
        let Some(place) = place else { return Ok(BTreeSet::new()) };
        Ok(with_ancestors(graph, &place.places(graph, &BTreeSet::new())?))
    }
}

/// The ids of `nodes` and of all that has to be applied before them.
fn with_ancestors(graph: &Graph, nodes: &[&Node]) -> BTreeSet<String> {
    graph.with_ancestors(nodes.iter().map(|node| node.id.as_str())).into_iter().map(str::to_owned).collect()
}

/// `node` and all that follow it, without what depends on them.
fn with_followers<'a>(graph: &'a Graph, node: &'a Node) -> BTreeSet<&'a str> {
    let behind = graph.with_forebears([node.id.as_str()]);
    let mut beyond = graph.lineage(&node.id);
    beyond.retain(|id| *id == node.id || !behind.contains(id));
    beyond
}

/// `from`, and so many steps further.
fn walked(from: &Target, count: i64) -> Target {
    let anchor = match from {
        Target::Base => Anchor::Base,
        Target::Head => Anchor::Head,
        Target::Revision(id) => Anchor::Revision(id.clone()),
        Target::Steps { from, count: before } => {
            return Target::Steps { from: from.clone(), count: before.saturating_add(count) };
        }
        Target::Within { branch, target } => {
            return Target::Within { branch: branch.clone(), target: Box::new(walked(target, count)) };
        }
        Target::Heads | Target::Current => Anchor::Current,
    };
    Target::Steps { from: anchor, count }
}

/// Those that `to` follows so many steps before, by whatever way; nothing if that is beyond the base.
fn back<'a>(graph: &'a Graph, to: &[&'a Node], count: usize) -> Vec<&'a Node> {
    let mut at: Vec<&Node> = to.to_vec();
    for _ in 0..count.min(graph.len()) {
        let mut ids = BTreeSet::new();
        let parents = at.iter().flat_map(|node| graph.parents(&node.id));
        at = parents.filter(|node| ids.insert(node.id.as_str())).collect();
        if at.is_empty() {
            break;
        }
    }
    at
}
