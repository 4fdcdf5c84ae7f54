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
        let ground = Ground::of(self, graph, applied)?;
        let goals = match ground.target {
            Self::Base => return Err(ground.wrong_direction(Direction::Upgrade)),
            Self::Steps { from: Anchor::Current, count } if *count < 0 => {
                return Err(ground.wrong_direction(Direction::Upgrade));
            }
            _ => ground.places()?,
        };
        let path = graph.path_up(applied, goals.into_iter().map(|node| node.id.as_str()));
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
        let ground = Ground::of(self, graph, applied)?;
        let stays = match ground.target {
            Self::Head | Self::Heads => return Err(ground.wrong_direction(Direction::Downgrade)),
            Self::Steps { from: Anchor::Current, count } if *count > 0 => {
                return Err(ground.wrong_direction(Direction::Downgrade));
            }
            Self::Steps { from: Anchor::Current, count } => {
                let count = usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX);
                let last = ground.last_applied(count)?;
                return Ok(graph.path_down(applied, last.into_iter().map(|node| node.id.as_str())));
            }
            // Whatever is applied stays, on however many branches.
            Self::Current => return Ok(Vec::new()),
            _ => ground.places()?,
        };
        let [stays] = stays[..] else { return ground.all_down() };
        if !applied.contains(&stays.id) {
            return Err(TargetError::NotApplied { id: stays.id.clone() });
        }
        let undone = ground.within(graph.children(&stays.id));
        Ok(graph.path_down(applied, undone.into_iter().map(|node| node.id.as_str())))
    }

    /// The revisions that are meant; none for the base.
    ///
    /// # Errors
    /// The target names no revision, or one where there are several.
    pub fn places<'a>(&self, graph: &'a Graph, applied: &BTreeSet<String>) -> Result<Vec<&'a Node>, TargetError> {
        Ground::of(self, graph, applied)?.places()
    }
}

/// What a target is resolved against.
struct Ground<'t, 'a> {
    /// As it was given.
    whole: &'t Target,
    /// The same without its branches.
    target: &'t Target,
    graph: &'a Graph,
    applied: &'t BTreeSet<String>,
    /// The revisions of the branch, and the words for it; `None` where all count.
    lineage: Option<(BTreeSet<&'a str>, &'t str)>,
}

impl<'t, 'a> Ground<'t, 'a> {
    fn of(whole: &'t Target, graph: &'a Graph, applied: &'t BTreeSet<String>) -> Result<Self, TargetError> {
        let (mut target, mut lineage) = (whole, None);
        while let Target::Within { branch, target: within } = target {
            let line = graph.lineage(&find_branch(graph, branch)?.id);
            lineage = Some(match lineage {
                None => (line, branch.as_str()),
                Some((of_outer, _)) => (line.intersection(&of_outer).copied().collect(), branch.as_str()),
            });
            target = within;
        }
        Ok(Self { whole, target, graph, applied, lineage })
    }

    fn is_within(&self, id: &str) -> bool {
        self.lineage.as_ref().is_none_or(|(lineage, _)| lineage.contains(id))
    }

    /// Those of `nodes` that are of the branch.
    fn within(&self, nodes: Vec<&'a Node>) -> Vec<&'a Node> {
        nodes.into_iter().filter(|node| self.is_within(&node.id)).collect()
    }

    fn places(&self) -> Result<Vec<&'a Node>, TargetError> {
        match self.target {
            Target::Head => Ok(self.head()?.into_iter().collect()),
            Target::Heads if self.lineage.is_some() => Ok(self.within(self.graph.heads())),
            Target::Heads => Ok(self.graph.last()),
            // `Within` is taken apart before.
            Target::Base | Target::Within { .. } => Ok(Vec::new()),
            Target::Current => Ok(self.current()),
            Target::Revision(id) => Ok(vec![self.find(id)?]),
            Target::Steps { from, count } => {
                let start = match from {
                    Anchor::Base => None,
                    Anchor::Head => self.head()?,
                    Anchor::Revision(id) => Some(self.find(id)?),
                    Anchor::Current => match self.current()[..] {
                        [] => None,
                        [current] => Some(current),
                        ref several => return Err(self.ambiguous_current(several)),
                    },
                };
                Ok(self.walk(start, *count)?.into_iter().collect())
            }
        }
    }

    /// The one head of the branch, if there is a revision at all.
    fn head(&self) -> Result<Option<&'a Node>, TargetError> {
        match self.within(self.graph.heads())[..] {
            [] => Ok(None),
            [head] => Ok(Some(head)),
            ref several => Err(TargetError::SeveralHeads { heads: ids(several) }),
        }
    }

    /// The applied revisions of the branch that no applied one of it follows.
    fn current(&self) -> Vec<&'a Node> {
        if self.lineage.is_none() {
            return self.graph.current(self.applied);
        }
        let is_applied = |node: &&Node| self.applied.contains(&node.id) && self.is_within(&node.id);
        let is_last = |node: &&Node| !self.graph.children(&node.id).iter().any(is_applied);
        self.graph.nodes().filter(is_applied).filter(is_last).collect()
    }

    /// The revision of this id, of this label, or the only one whose id begins like this.
    fn find(&self, name: &str) -> Result<&'a Node, TargetError> {
        let node = match self.graph.labelled(name) {
            Some(node) => node,
            None => find(self.graph, name).map_err(|error| self.in_no_file(error))?,
        };
        match &self.lineage {
            Some((lineage, branch)) if !lineage.contains(node.id.as_str()) => {
                Err(TargetError::NotOnBranch { id: node.id.clone(), branch: (*branch).to_owned() })
            }
            Some(_) | None => Ok(node),
        }
    }

    /// That what no file has is in the database, if it is.
    fn in_no_file(&self, error: TargetError) -> TargetError {
        let TargetError::UnknownArgument { id } = &error else { return error };
        let ids: Vec<String> = self.applied.iter().filter(|known| known.starts_with(id)).cloned().collect();
        if ids.is_empty() { error } else { TargetError::UnknownInDatabase { ids } }
    }

    /// Where `count` steps lead from `start`; `None` is the base on both ends.
    fn walk(&self, start: Option<&'a Node>, count: i64) -> Result<Option<&'a Node>, TargetError> {
        let mut at = start;
        for possible in 0..usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX) {
            let (next, to_base) = match at {
                Some(node) if count > 0 => (self.graph.children(&node.id), false),
                Some(node) => (self.graph.parents(&node.id), true),
                None if count > 0 => (self.graph.bases(), false),
                None => (Vec::new(), false),
            };
            at = match self.within(next)[..] {
                [one] => Some(one),
                [] if to_base => None,
                [] => return Err(TargetError::TooFar { target: self.whole.to_string(), possible }),
                ref several => {
                    return Err(TargetError::AmbiguousWalk {
                        target: self.whole.to_string(),
                        at: at.map_or_else(|| "the base".to_owned(), |node| format!("`{}`", node.id)),
                        choices: ids(several),
                    });
                }
            };
        }
        Ok(at)
    }

    /// What is undone on the way to the base: all that is applied, or all that descends from the roots of the branch.
    fn all_down(&self) -> Result<Vec<&'a Node>, TargetError> {
        let bases = self.within(self.graph.bases());
        if bases.len() > 1 && !matches!(self.target, Target::Base) {
            // Counting down one branch must not take the others along.
            let (target, choices) = (self.whole.to_string(), ids(&bases));
            return Err(TargetError::AmbiguousWalk { target, at: "the base".to_owned(), choices });
        }
        Ok(self.graph.path_down(self.applied, bases.into_iter().map(|node| node.id.as_str())))
    }

    /// The last `count` applied revisions of the branch, each of which has to be the only one that could be undone next.
    fn last_applied(&self, count: usize) -> Result<Vec<&'a Node>, TargetError> {
        let (graph, applied) = (self.graph, self.applied);
        // Of a branch that is named, what depends on it is undone with it; else it comes first.
        let before = |id: &str| if self.lineage.is_some() { graph.parents(id) } else { graph.before(id) };
        let mut followers: HashMap<&str, usize> = HashMap::new();
        for node in graph.nodes().filter(|node| applied.contains(&node.id)) {
            for parent in before(&node.id) {
                *followers.entry(&parent.id).or_default() += 1;
            }
        }
        let mut current =
            if self.lineage.is_some() { self.within(graph.current(applied)) } else { graph.undoable(applied) };
        let mut path = Vec::new();
        while path.len() < count {
            let [last] = current[..] else {
                return Err(if current.is_empty() {
                    TargetError::TooFar { target: self.whole.to_string(), possible: path.len() }
                } else {
                    self.ambiguous_current(&current)
                });
            };
            path.push(last);
            current.clear();
            for parent in before(&last.id) {
                let left = followers.entry(&parent.id).or_default();
                *left = left.saturating_sub(1);
                if *left == 0 && applied.contains(&parent.id) && self.is_within(&parent.id) {
                    current.push(parent);
                }
            }
        }
        Ok(path)
    }

    fn ambiguous_current(&self, current: &[&Node]) -> TargetError {
        TargetError::AmbiguousCurrent { target: self.whole.to_string(), current: ids(current) }
    }

    fn wrong_direction(&self, direction: Direction) -> TargetError {
        TargetError::WrongDirection { target: self.whole.to_string(), direction }
    }
}

fn ids(nodes: &[&Node]) -> Vec<String> {
    nodes.iter().map(|node| node.id.clone()).collect()
}

/// The revision with which a branch is named: that which states the label, or that of the id.
fn find_branch<'a>(graph: &'a Graph, name: &str) -> Result<&'a Node, TargetError> {
    if let Some(node) = graph.labelled(name) {
        return Ok(node);
    }
    find(graph, name).map_err(|error| match error {
        TargetError::UnknownArgument { .. } | TargetError::TooShort { .. } => TargetError::UnknownBranch {
            branch: name.to_owned(),
            labels: graph.labels().into_iter().map(str::to_owned).collect(),
        },
        other => other,
    })
}

/// The revision of this id, or the only one whose id begins like this.
fn find<'a>(graph: &'a Graph, id: &str) -> Result<&'a Node, TargetError> {
    if graph.is_taken(id) {
        return find_whole(graph, id);
    }
    if id.chars().count() < SHORTEST {
        return Err(TargetError::TooShort { id: id.to_owned() });
    }
    let mut aliases: Vec<&str> = graph.aliases().filter(|alias| alias.starts_with(id)).collect();
    aliases.sort_unstable();
    let nodes = graph.nodes().map(|node| node.id.as_str()).filter(|known| known.starts_with(id));
    let candidates: Vec<&str> = nodes.chain(aliases).collect();
    match candidates[..] {
        [] => Err(TargetError::UnknownArgument { id: id.to_owned() }),
        [one] => find_whole(graph, one),
        ref several => {
            let candidates = several.iter().map(|id| (*id).to_owned()).collect();
            Err(TargetError::Ambiguous { id: id.to_owned(), candidates })
        }
    }
}

/// The revision of this id, or the one that stands in for it where the place is the same: a squashed one ends where the last of those ends that it replaces.
fn find_whole<'a>(graph: &'a Graph, id: &str) -> Result<&'a Node, TargetError> {
    if let Some(node) = graph.node(id) {
        return Ok(node);
    }
    match graph.stand_in(id) {
        None => Err(TargetError::UnknownArgument { id: id.to_owned() }),
        Some(last) if last.replaces.is_empty() => Ok(last),
        Some(squashed) if squashed.replaces.last().is_some_and(|last| last == id) => Ok(squashed),
        Some(squashed) => Err(TargetError::Replaced { id: id.to_owned(), by: squashed.id.clone() }),
    }
}
