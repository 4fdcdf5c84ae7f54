use std::collections::{BTreeSet, HashMap};

use super::{Anchor, Direction, Target, TargetError};
use crate::graph::{Graph, Node};

/// The shortest beginning of an id that is taken for one.
const SHORTEST: usize = 2;

impl Target {
    /// What has to run, in this order, to get here. Nothing if it is applied already.
    ///
    /// `graph` is that of the files, `applied` the ids that the database has.
    ///
    /// # Errors
    /// The target names no revision or several, lies behind, or the database has revisions that are in no file while others are about to run.
    pub fn upgrade_path<'a>(&self, graph: &'a Graph, applied: &BTreeSet<String>) -> Result<Vec<&'a Node>, TargetError> {
        let goals: Vec<&str> = match self {
            Self::Base => return Err(self.wrong_direction(Direction::Upgrade)),
            Self::Steps { from: Anchor::Current, count } if *count < 0 => {
                return Err(self.wrong_direction(Direction::Upgrade));
            }
            _ => self.places(graph, applied)?.into_iter().map(|node| node.id.as_str()).collect(),
        };
        let path = graph.path_up(applied, goals);
        let unknown: Vec<String> = applied.iter().filter(|id| !graph.contains(id)).cloned().collect();
        if path.is_empty() || unknown.is_empty() {
            Ok(path)
        } else {
            Err(TargetError::UnknownInDatabase { ids: unknown })
        }
    }

    /// What has to be undone, in this order, to get back here; the revision that is named stays applied.
    ///
    /// `graph` is that of the files with the revisions that only the database knows, `applied` the ids that the database has.
    ///
    /// # Errors
    /// The target names no revision or several, is not applied, or lies ahead.
    pub fn downgrade_path<'a>(
        &self,
        graph: &'a Graph,
        applied: &BTreeSet<String>,
    ) -> Result<Vec<&'a Node>, TargetError> {
        let stays = match self {
            Self::Head | Self::Heads => return Err(self.wrong_direction(Direction::Downgrade)),
            Self::Steps { from: Anchor::Current, count } if *count > 0 => {
                return Err(self.wrong_direction(Direction::Downgrade));
            }
            Self::Steps { from: Anchor::Current, count } => {
                return self.last_applied(graph, applied, usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX));
            }
            _ => self.places(graph, applied)?,
        };
        let [stays] = stays[..] else {
            let bases = graph.bases();
            if bases.len() > 1 && *self != Self::Base {
                // Counting down one branch must not take the others along.
                let (target, choices) = (self.to_string(), bases.iter().map(|node| node.id.clone()).collect());
                return Err(TargetError::AmbiguousWalk { target, at: "the base".to_owned(), choices });
            }
            return Ok(graph.path_down(applied, bases.iter().map(|node| node.id.as_str())));
        };
        if !applied.contains(&stays.id) {
            return Err(TargetError::NotApplied { id: stays.id.clone() });
        }
        let undone = graph.children(&stays.id);
        Ok(graph.path_down(applied, undone.iter().map(|node| node.id.as_str())))
    }

    /// The revisions that are meant; none for the base.
    ///
    /// # Errors
    /// The target names no revision, or one where there are several.
    pub fn places<'a>(&self, graph: &'a Graph, applied: &BTreeSet<String>) -> Result<Vec<&'a Node>, TargetError> {
        match self {
            Self::Head => Ok(single_head(graph)?.into_iter().collect()),
            Self::Heads => Ok(graph.heads()),
            Self::Base => Ok(Vec::new()),
            Self::Revision(id) => Ok(vec![find(graph, id)?]),
            Self::Steps { from, count } => {
                let start = match from {
                    Anchor::Base => None,
                    Anchor::Head => single_head(graph)?,
                    Anchor::Revision(id) => Some(find(graph, id)?),
                    Anchor::Current => match graph.current(applied)[..] {
                        [] => None,
                        [current] => Some(current),
                        ref several => {
                            let current = several.iter().map(|node| node.id.clone()).collect();
                            return Err(TargetError::AmbiguousCurrent { target: self.to_string(), current });
                        }
                    },
                };
                Ok(self.walk(graph, start, *count)?.into_iter().collect())
            }
        }
    }

    /// Where `count` steps lead from `start`; `None` is the base on both ends.
    fn walk<'a>(&self, graph: &'a Graph, start: Option<&'a Node>, count: i64) -> Result<Option<&'a Node>, TargetError> {
        let mut at = start;
        for possible in 0..usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX) {
            let (next, to_base) = match at {
                Some(node) if count > 0 => (graph.children(&node.id), false),
                Some(node) => (graph.parents(&node.id), true),
                None if count > 0 => (graph.bases(), false),
                None => (Vec::new(), false),
            };
            at = match next[..] {
                [one] => Some(one),
                [] if to_base => None,
                [] => return Err(TargetError::TooFar { target: self.to_string(), possible }),
                ref several => {
                    return Err(TargetError::AmbiguousWalk {
                        target: self.to_string(),
                        at: at.map_or_else(|| "the base".to_owned(), |node| format!("`{}`", node.id)),
                        choices: several.iter().map(|node| node.id.clone()).collect(),
                    });
                }
            };
        }
        Ok(at)
    }

    /// The last `count` applied revisions, each of which has to be the only one that could be undone next.
    fn last_applied<'a>(
        &self,
        graph: &'a Graph,
        applied: &BTreeSet<String>,
        count: usize,
    ) -> Result<Vec<&'a Node>, TargetError> {
        let mut followers: HashMap<&str, usize> = HashMap::new();
        for node in graph.nodes().filter(|node| applied.contains(&node.id)) {
            for parent in graph.parents(&node.id) {
                *followers.entry(&parent.id).or_default() += 1;
            }
        }
        let mut current = graph.current(applied);
        let mut path = Vec::new();
        while path.len() < count {
            let [last] = current[..] else {
                return Err(if current.is_empty() {
                    TargetError::TooFar { target: self.to_string(), possible: path.len() }
                } else {
                    let current = current.iter().map(|node| node.id.clone()).collect();
                    TargetError::AmbiguousCurrent { target: self.to_string(), current }
                });
            };
            path.push(last);
            current.clear();
            for parent in graph.parents(&last.id) {
                let left = followers.entry(&parent.id).or_default();
                *left = left.saturating_sub(1);
                if *left == 0 && applied.contains(&parent.id) {
                    current.push(parent);
                }
            }
        }
        Ok(path)
    }

    fn wrong_direction(&self, direction: Direction) -> TargetError {
        TargetError::WrongDirection { target: self.to_string(), direction }
    }
}

fn single_head(graph: &Graph) -> Result<Option<&Node>, TargetError> {
    match graph.heads()[..] {
        [] => Ok(None),
        [head] => Ok(Some(head)),
        ref several => Err(TargetError::SeveralHeads { heads: several.iter().map(|node| node.id.clone()).collect() }),
    }
}

/// The revision of this id, or the only one whose id begins like this.
fn find<'a>(graph: &'a Graph, id: &str) -> Result<&'a Node, TargetError> {
    if let Some(node) = graph.node(id) {
        return Ok(node);
    }
    if id.chars().count() < SHORTEST {
        return Err(TargetError::TooShort { id: id.to_owned() });
    }
    let candidates: Vec<&Node> = graph.nodes().filter(|node| node.id.starts_with(id)).collect();
    match candidates[..] {
        [] => Err(TargetError::UnknownArgument { id: id.to_owned() }),
        [one] => Ok(one),
        ref several => {
            let candidates = several.iter().map(|node| node.id.clone()).collect();
            Err(TargetError::Ambiguous { id: id.to_owned(), candidates })
        }
    }
}
