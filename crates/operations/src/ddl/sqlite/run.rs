use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{ObjectName, Table};

use super::native::Way;
use crate::{
    Operation,
    ddl::{StepStatements, quote::identifier},
};

/// Consecutive changes of one table, and what each would be by itself.
pub(super) struct Run {
    /// The table before the first of them.
    pub(super) previous: Table,
    ways: Vec<(usize, Way)>,
    /// The columns that the run made: also one of an old name that was dropped first. They have no values to copy.
    made: BTreeSet<String>,
}

impl Run {
    pub(super) const fn new(previous: Table) -> Self {
        Self { previous, ways: Vec::new(), made: BTreeSet::new() }
    }

    pub(super) fn add(&mut self, at: usize, operation: &Operation, way: Way) {
        if let Operation::AddColumn { column, .. } = operation {
            self.made.insert(column.name.clone());
        }
        self.ways.push((at, way));
    }

    pub(super) fn add_silent(&mut self, at: usize) {
        self.ways.push((at, Way::Native(Vec::new())));
    }

    pub(super) fn needs_rebuild(&self) -> bool {
        self.ways.iter().any(|(_, way)| *way == Way::Rebuild)
    }

    /// The position of its first step.
    pub(super) fn first(&self) -> usize {
        self.ways.first().map_or(0, |(at, _)| *at)
    }

    pub(super) fn steps(&self) -> Vec<usize> {
        self.ways.iter().map(|(at, _)| *at).collect()
    }

    /// Each step by itself.
    pub(super) fn into_groups(self) -> impl Iterator<Item = StepStatements> {
        self.ways.into_iter().filter_map(|(at, way)| match way {
            Way::Native(statements) => Some(StepStatements { steps: vec![at], statements }),
            Way::Rebuild => None,
        })
    }

    /// The expression that each column of `next` takes its values from; a column that is not in it takes its default, or is computed.
    pub(super) fn sources(&self, next: &Table) -> BTreeMap<String, String> {
        let copied = |name: &str| self.previous.column(name).is_some() && !self.made.contains(name);
        next.columns
            .iter()
            .filter(|column| column.generated.is_none() && copied(&column.name))
            .map(|column| (column.name.clone(), identifier(&column.name, super::DIALECT)))
            .collect()
    }
}

/// The table that the operation changes, if it may be part of a rebuild. A rename is not: SQLite's own one also rewrites triggers,
/// views and the other tables' foreign keys.
pub(super) const fn changed_table(operation: &Operation) -> Option<&ObjectName> {
    use Operation as O;
    match operation {
        O::AddColumn { table, .. }
        | O::DropColumn { table, .. }
        | O::AlterColumn { table, .. }
        | O::CreateIndex { table, .. }
        | O::DropIndex { table, .. }
        | O::AddUnique { table, .. }
        | O::DropUnique { table, .. }
        | O::AddForeignKey { table, .. }
        | O::DropForeignKey { table, .. }
        | O::AddCheck { table, .. }
        | O::DropCheck { table, .. }
        | O::AlterPrimaryKey { table, .. } => Some(table),
        O::CreateTable { .. }
        | O::DropTable { .. }
        | O::RenameTable { .. }
        | O::RenameColumn { .. }
        | O::CreateEnum { .. }
        | O::DropEnum { .. }
        | O::AlterEnum { .. }
        | O::RenameEnumLabel { .. }
        | O::SetTableComment { .. }
        | O::Execute { .. }
        | O::Run { .. } => None,
    }
}
