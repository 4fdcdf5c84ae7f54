use std::{collections::BTreeSet, time::Duration};

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, Schema};

use super::{ScriptError, Scripting};
use crate::{
    Direction, Graph, Node, Row,
    history::{record, way_back},
};

/// A revision on the way, with what is there before it.
pub(super) struct Passage<'a> {
    pub(super) node: &'a Node,
    pub(super) direction: Direction,
    /// All of its steps, those among them that don't count here.
    pub(super) steps: Vec<Step>,
    /// Its row in the history when it is applied.
    pub(super) row: Row,
    /// The schema before it.
    pub(super) before: Schema,
    pub(super) dialect: Dialect,
}

impl Passage<'_> {
    /// The data steps that count here, in words.
    pub(super) fn data_steps(&self) -> Vec<String> {
        let counting = self.steps.iter().filter(|step| step.counts_on(self.dialect));
        let names = counting.filter_map(|step| match &step.operation {
            Operation::Run { name } => Some(name),
            _ => None,
        });
        names.map(|name| format!("`{name}` of revision `{}`", self.node.id)).collect()
    }
}

/// Makes passages of revisions.
pub(super) struct Passages<'s, 'g> {
    scripting: &'s Scripting<'s>,
    graph: &'g Graph,
    applied: &'s BTreeSet<String>,
}

impl<'s, 'g> Passages<'s, 'g> {
    /// Those of a database that has what is `applied`.
    pub(super) const fn new(scripting: &'s Scripting<'s>, graph: &'g Graph, applied: &'s BTreeSet<String>) -> Self {
        Self { scripting, graph, applied }
    }

    /// The way up through `path`.
    pub(super) fn up(&self, path: &[&'g Node]) -> Result<Vec<Passage<'g>>, ScriptError> {
        let mut schema = self.made_by(|id| self.applied.contains(id))?;
        let mut passages = Vec::with_capacity(path.len());
        for node in path {
            let Some(entry) = self.scripting.migrations.entry(&node.id) else { continue };
            let steps = entry.revision.upgrade();
            let row = self.row(node, || Ok(schema.clone()))?;
            let before = schema.clone();
            self.replay(node, &steps, &mut schema)?;
            let (direction, dialect) = (Direction::Upgrade, self.dialect());
            passages.extend(row.map(|row| Passage { node, direction, steps, row, before, dialect }));
        }
        Ok(passages)
    }

    /// The way down through `path`.
    pub(super) fn down(&self, path: &[&'g Node]) -> Result<Vec<Passage<'g>>, ScriptError> {
        let mut schema = self.made_by(|id| self.applied.contains(id))?;
        let mut passages = Vec::with_capacity(path.len());
        for node in path {
            let Some(row) = self.row(node, || {
                let ancestors = self.graph.with_ancestors([node.id.as_str()]);
                self.made_by(|id| id != node.id && ancestors.contains(id))
            })?
            else {
                continue;
            };
            let steps = row.downgrade_steps()?;
            let before = schema.clone();
            self.replay(node, &steps, &mut schema)?;
            let (direction, dialect) = (Direction::Downgrade, self.dialect());
            passages.push(Passage { node, direction, steps, row, before, dialect });
        }
        Ok(passages)
    }

    const fn dialect(&self) -> Dialect {
        self.scripting.server.dialect
    }

    /// The row of a revision that is applied to `before`, as the run would write it. Few rows need to know that schema.
    fn row(
        &self,
        node: &Node,
        before: impl FnOnce() -> Result<Schema, ScriptError>,
    ) -> Result<Option<Row>, ScriptError> {
        let Some(entry) = self.scripting.migrations.entry(&node.id) else { return Ok(None) };
        let row = Row::of(entry, 0, Duration::ZERO)?;
        let down = entry.revision.downgrade();
        if !down.iter().any(|step| step.unless_done) {
            return Ok(Some(row));
        }
        let before = before()?;
        let kept = way_back(down, &entry.revision.upgrade(), &before, &before, self.dialect());
        Ok(Some(row.with_downgrade(&kept)?))
    }

    /// What the chosen revisions make.
    fn made_by(&self, chosen: impl Fn(&str) -> bool) -> Result<Schema, ScriptError> {
        let mut schema = Schema::default();
        for node in self.graph.nodes().filter(|node| chosen(&node.id)) {
            let Some(entry) = self.scripting.migrations.entry(&node.id) else { continue };
            self.replay(node, &entry.revision.upgrade(), &mut schema)?;
        }
        Ok(schema)
    }

    fn replay(&self, node: &Node, steps: &[Step], schema: &mut Schema) -> Result<(), ScriptError> {
        let refused = |source| ScriptError::DoesNotFit { id: node.id.clone(), source };
        steps.iter().try_for_each(|step| record(step, schema, self.dialect())).map_err(refused)
    }
}
