use std::collections::BTreeSet;

use limbeck_schema::Dialect;

use super::{ScriptError, mysql_like, postgres, sqlite, write::Writer};
use crate::{Graph, Migrations, Node, Row, Target};

/// What a stamp changes in the history of a database that stands somewhere.
pub(super) struct Change<'g> {
    /// What is applied before it, without what is implied by the others.
    pub(super) current: Vec<&'g Node>,
    /// Whose rows go, children before parents.
    pub(super) removed: Vec<&'g Node>,
    /// What gets a row, parents before children.
    pub(super) added: Vec<&'g Node>,
}

impl<'g> Change<'g> {
    /// From what is `applied` to `to`: they and what they follow count, what follows them does not, other branches stay.
    pub(super) fn of(graph: &'g Graph, to: &[Target], applied: &BTreeSet<String>) -> Result<Self, ScriptError> {
        let (mut goals, mut empties) = (Vec::new(), false);
        for target in to {
            let places = target.places(graph, applied)?;
            empties |= places.is_empty();
            goals.extend(places);
        }
        let ids = || goals.iter().map(|node| node.id.as_str());
        let (wanted, beyond) = (graph.with_ancestors(ids()), graph.with_descendants(ids()));
        let is_removed = |id: &str| !wanted.contains(id) && (empties || beyond.contains(id));
        let removed = graph.nodes().rev().filter(|node| applied.contains(&node.id) && is_removed(&node.id));
        let added = graph.nodes().filter(|node| wanted.contains(node.id.as_str()) && !applied.contains(&node.id));
        Ok(Self { current: graph.undoable(applied), removed: removed.collect(), added: added.collect() })
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty()
    }

    /// All of them, by ids.
    pub(super) fn ids(&self) -> Vec<String> {
        self.removed.iter().chain(&self.added).map(|node| node.id.clone()).collect()
    }

    /// What is applied behind it.
    pub(super) fn behind(&self, applied: &BTreeSet<String>) -> BTreeSet<String> {
        let mut behind = applied.clone();
        self.removed.iter().for_each(|node| _ = behind.remove(&node.id));
        behind.extend(self.added.iter().map(|node| node.id.clone()));
        behind
    }
}

impl Writer<'_> {
    /// The rows that a stamp writes and takes away, in one transaction.
    pub(super) fn stamp(&mut self, change: &Change<'_>, migrations: &Migrations) -> Result<(), ScriptError> {
        if change.is_empty() {
            return Ok(());
        }
        let entries = change.added.iter().filter_map(|node| migrations.entry(&node.id));
        let rows: Vec<Row> = entries.map(|entry| Row::stamped(entry, 0, &[])).collect::<Result<_, _>>()?;
        self.text.gap();
        for (verb, nodes) in [("unstamp", &change.removed), ("stamp", &change.added)] {
            for node in nodes {
                self.text.comment(&format!("{verb} {}, {}", node.id, node.message));
            }
        }
        match self.dialect() {
            Dialect::Sqlite => sqlite::stamp(self, change, &rows),
            Dialect::Postgres => postgres::stamp(self, change, &rows),
            Dialect::MySql | Dialect::MariaDb => mysql_like::stamp(self, change, &rows),
        }
        Ok(())
    }
}
