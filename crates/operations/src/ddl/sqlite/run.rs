use std::collections::BTreeMap;

use limbeck_schema::{Column, Expression, ObjectName, Table};

use super::{DIALECT, native::Way};
use crate::{
    Operation,
    ddl::{StepStatements, expression::default_value, fill, quote::identifier},
};

/// Consecutive changes of one table, and what each would be by itself.
pub(super) struct Run {
    /// The table before the first of them.
    pub(super) previous: Table,
    ways: Vec<(usize, Way)>,
    /// What the rows hold in the columns that the run made: also in one of an old name that was dropped first.
    made: BTreeMap<String, String>,
    /// What the rows that hold NULL in a column get.
    fills: BTreeMap<String, String>,
}

impl Run {
    pub(super) const fn new(previous: Table) -> Self {
        Self { previous, ways: Vec::new(), made: BTreeMap::new(), fills: BTreeMap::new() }
    }

    /// Adds a step; `next` is the table before it.
    pub(super) fn add(&mut self, at: usize, operation: &Operation, next: &Table, way: Way) {
        match operation {
            Operation::AddColumn { column, .. } => {
                self.fills.remove(&column.name);
                self.made.insert(column.name.clone(), default_of(column));
            }
            Operation::FillColumn { column, value, .. } => {
                if let Some(known) = next.column(column) {
                    self.fill(known, value);
                }
            }
            _ => {}
        }
        self.ways.push((at, way));
    }

    fn fill(&mut self, column: &Column, value: &Expression) {
        let value = fill::value(value, &column.column_type, DIALECT);
        match self.made.get_mut(&column.name) {
            Some(held) if held == NULL => *held = value,
            Some(_) => {}
            // What is filled once has no NULL left.
            None => _ = self.fills.entry(column.name.clone()).or_insert(value),
        }
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
            Way::Native(statements) => Some(StepStatements::new(vec![at], statements)),
            Way::Rebuild => None,
        })
    }

    /// The expression that each column of `next` takes its values from; a column that is not in it takes its default, or is computed.
    pub(super) fn sources(&self, next: &Table) -> BTreeMap<String, String> {
        let columns = next.columns.iter().filter(|column| column.generated.is_none());
        columns.filter_map(|column| Some((column.name.clone(), self.source(column)?))).collect()
    }

    fn source(&self, column: &Column) -> Option<String> {
        if let Some(held) = self.made.get(&column.name) {
            return (*held != default_of(column)).then(|| held.clone());
        }
        self.previous.column(&column.name)?;
        let copied = identifier(&column.name, DIALECT);
        Some(match self.fills.get(&column.name) {
            None => copied,
            Some(value) => format!("COALESCE({copied}, {value})"),
        })
    }
}

const NULL: &str = "NULL";

/// What the rows that are there get when the column is added.
fn default_of(column: &Column) -> String {
    let default = column.default.as_ref().map(|default| default_value(default, &column.column_type, DIALECT));
    default.unwrap_or_else(|| NULL.to_owned())
}

/// The table that the operation changes, if it may be part of a rebuild. A rename is not: SQLite's own one also rewrites triggers,
/// views and the other tables' foreign keys.
pub(super) const fn changed_table(operation: &Operation) -> Option<&ObjectName> {
    use Operation as O;
    match operation {
        // The expression may name columns, and is no part of a copy.
        O::FillColumn { value: Expression::Sql(_), .. } => None,
        O::AddColumn { table, .. }
        | O::FillColumn { table, .. }
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
