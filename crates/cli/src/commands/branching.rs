//! Whether branches may run one after the other, and in any order: a database that had one of them first has to end up as one that had the other.

use std::collections::BTreeSet;

use limbeck::{Graph, Migrations, Node};
use limbeck_operations::{Step, replay_step};
use limbeck_prove::catalog;
use limbeck_schema::{Dialect, Schema};

use crate::CliError;

/// What the branches share, and what each has for itself; parents before children.
pub(super) struct Branches<'a> {
    shared: Vec<&'a Node>,
    own: Vec<Vec<&'a Node>>,
}

impl<'a> Branches<'a> {
    /// Those that end at `joined`.
    pub(super) fn of(graph: &'a Graph, joined: &[&Node]) -> Self {
        let behind: Vec<BTreeSet<&str>> = joined.iter().map(|node| graph.with_ancestors([node.id.as_str()])).collect();
        let is_shared = |id: &str| behind.iter().all(|ids| ids.contains(id));
        let own = behind.iter().map(|ids| {
            let is_own = |node: &&Node| ids.contains(node.id.as_str()) && !is_shared(&node.id);
            graph.nodes().filter(is_own).collect()
        });
        Self { own: own.collect(), shared: graph.nodes().filter(|node| is_shared(&node.id)).collect() }
    }

    /// How the orders differ on a dialect, if they do.
    ///
    /// # Errors
    /// What the branches share does not fit itself.
    pub(super) fn contradiction(&self, migrations: &Migrations, dialect: Dialect) -> Result<Option<String>, CliError> {
        let shared = self.shared(migrations, dialect)?;
        let ways = self.ways();
        let Some((usual, others)) = ways.split_first() else { return Ok(None) };
        let usual = self.replayed(migrations, dialect, &shared, usual);
        for way in others {
            let other = self.replayed(migrations, dialect, &shared, way);
            // What does not fit in any order is of the database's own, and no matter of the order.
            let misfit = usual.misfits.symmetric_difference(&other.misfits).next();
            let differs = misfit.cloned().or_else(|| catalog::same(&usual.schema, &other.schema).err());
            if let Some(problem) = differs {
                let words = match way[..] {
                    [first, _] => format!("with `{}` first or last", self.name(first)),
                    _ => self.words(way),
                };
                return Ok(Some(format!("on {dialect}, {words}: {problem}")));
            }
        }
        Ok(None)
    }

    /// What of the second branch does not fit behind the first, though it does where the second one runs alone.
    ///
    /// # Errors
    /// What the branches share does not fit itself.
    pub(super) fn misfit(&self, migrations: &Migrations, dialect: Dialect) -> Result<Option<String>, CliError> {
        let shared = self.shared(migrations, dialect)?;
        let (behind, before) = (
            self.replayed(migrations, dialect, &shared, &[0, 1]),
            self.replayed(migrations, dialect, &shared, &[1, 0]),
        );
        let misfit = behind.misfits.into_iter().find(|misfit| !before.misfits.contains(misfit));
        Ok(misfit.map(|problem| format!("on {dialect}: {problem}")))
    }

    /// What the revisions that the branches share have made.
    ///
    /// # Errors
    /// They do not fit each other.
    pub(super) fn shared(&self, migrations: &Migrations, dialect: Dialect) -> Result<Schema, CliError> {
        let mut shared = Schema::default();
        for node in &self.shared {
            migrations.record(&node.id, &mut shared, dialect)?;
        }
        Ok(shared)
    }

    /// What is tried of the orders in which the branches can run, each as a whole, in words.
    pub(super) fn tried(&self) -> &'static str {
        if self.own.len() > Self::MOST { "each branch before the others" } else { "every order of the branches" }
    }

    /// Of so many branches all orders are tried; of more there are too many.
    const MOST: usize = 3;

    /// The orders that are tried: all of few branches, else those in which each comes first once.
    fn ways(&self) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.own.len()).collect();
        if all.len() > Self::MOST {
            let behind = |first: usize| all.iter().copied().filter(move |at| *at != first);
            return all.iter().map(|first| [*first].into_iter().chain(behind(*first)).collect()).collect();
        }
        let mut ways = vec![Vec::new()];
        for _ in &all {
            let longer = |way: &Vec<usize>| {
                let left = all.iter().filter(|at| !way.contains(at));
                left.map(|at| way.iter().copied().chain([*at]).collect()).collect::<Vec<Vec<usize>>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        ways
    }

    /// The last revision of a branch, which stands for it.
    fn name(&self, at: usize) -> &str {
        self.own.get(at).and_then(|own| own.last()).map_or("", |node| node.id.as_str())
    }

    fn words(&self, way: &[usize]) -> String {
        match way[..] {
            [first, _] => format!("`{}` first", self.name(first)),
            _ => way.iter().map(|at| format!("`{}`", self.name(*at))).collect::<Vec<_>>().join(", then "),
        }
    }

    /// The steps of all branches in each order that is tried; with words for the order.
    pub(super) fn orders(&self, migrations: &Migrations) -> Vec<(String, Vec<Step>)> {
        let steps = |id: &str| migrations.entry(id).map(|entry| entry.revision.upgrade()).unwrap_or_default();
        let order = |way: &Vec<usize>| {
            (self.words(way), self.one_after_the_other(way).into_iter().flat_map(|node| steps(&node.id)).collect())
        };
        self.ways().iter().map(order).collect()
    }

    /// What the branches have for themselves, in this order of the branches. A revision that two branches have comes once.
    fn one_after_the_other(&self, way: &[usize]) -> Vec<&'a Node> {
        let mut done: BTreeSet<&str> = BTreeSet::new();
        let all = way.iter().filter_map(|at| self.own.get(*at)).flatten();
        all.copied().filter(|node| done.insert(&node.id)).collect()
    }

    /// What is made when the branches run in this order.
    fn replayed(&self, migrations: &Migrations, dialect: Dialect, shared: &Schema, way: &[usize]) -> Replayed {
        let mut replayed = Replayed { schema: shared.clone(), misfits: BTreeSet::new() };
        for node in self.one_after_the_other(way) {
            let steps = migrations.entry(&node.id).map(|entry| entry.revision.upgrade()).unwrap_or_default();
            for step in &steps {
                if let Err(error) = replay_step(step, &mut replayed.schema, dialect) {
                    replayed.misfits.insert(format!("{}: {}: {error}", node.id, step.operation));
                }
            }
        }
        replayed
    }
}

/// What an order leads to.
struct Replayed {
    schema: Schema,
    /// The operations that do not fit, with their revisions.
    misfits: BTreeSet<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_few_branches_all_orders_are_tried() {
        let id = |at: usize| Node { id: format!("r{at}"), ..Node::default() };
        for (count, expected, first, words) in [
            (2, 2, "`r0` first", "every order of the branches"),
            (3, 6, "`r0`, then `r1`, then `r2`", "every order of the branches"),
            (4, 4, "`r0`, then `r1`, then `r2`, then `r3`", "each branch before the others"),
        ] {
            let graph = Graph::new((0..count).map(id)).expect("a graph");
            let branches = Branches::of(&graph, &graph.heads());
            let ways: BTreeSet<Vec<usize>> = branches.ways().into_iter().collect();
            assert_eq!((ways.len(), branches.tried()), (expected, words), "{count}");
            let whole = |way: &Vec<usize>| way.iter().collect::<BTreeSet<_>>().len() == count && way.len() == count;
            assert!(ways.iter().all(whole), "{ways:?}");
            assert_eq!(branches.words(&branches.ways()[0]), first);
        }
    }
}
