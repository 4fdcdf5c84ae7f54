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
        let usual = self.replayed(migrations, dialect, &shared, 0);
        for first in 1..self.own.len() {
            let other = self.replayed(migrations, dialect, &shared, first);
            // What does not fit in any order is of the database's own, and no matter of the order.
            let misfit = usual.misfits.symmetric_difference(&other.misfits).next();
            let differs = misfit.cloned().or_else(|| catalog::same(&usual.schema, &other.schema).err());
            if let Some(problem) = differs {
                let name = self.own[first].last().map_or("", |node| node.id.as_str());
                return Ok(Some(format!("on {dialect}, with `{name}` first or last: {problem}")));
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
        let (behind, before) =
            (self.replayed(migrations, dialect, &shared, 0), self.replayed(migrations, dialect, &shared, 1));
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

    /// The steps of all branches, each of which comes first once; with words for the order.
    pub(super) fn orders(&self, migrations: &Migrations) -> Vec<(String, Vec<Step>)> {
        let steps = |id: &str| migrations.entry(id).map(|entry| entry.revision.upgrade()).unwrap_or_default();
        let order = |first: usize| {
            let name = self.own[first].last().map_or("", |node| node.id.as_str());
            let nodes = self.beginning_with(first);
            (format!("`{name}` first"), nodes.into_iter().flat_map(|node| steps(&node.id)).collect())
        };
        (0..self.own.len()).map(order).collect()
    }

    /// What the branches have for themselves, that at `first` before the others. A revision that two branches have comes once.
    fn beginning_with(&self, first: usize) -> Vec<&'a Node> {
        let mut done: BTreeSet<&str> = BTreeSet::new();
        let others = self.own.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, own)| own);
        let all = self.own.get(first).into_iter().chain(others).flatten();
        all.copied().filter(|node| done.insert(&node.id)).collect()
    }

    /// What is made when the branch at `first` runs before the others.
    fn replayed(&self, migrations: &Migrations, dialect: Dialect, shared: &Schema, first: usize) -> Replayed {
        let mut replayed = Replayed { schema: shared.clone(), misfits: BTreeSet::new() };
        for node in self.beginning_with(first) {
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
