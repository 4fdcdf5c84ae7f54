//! The dangers of steps that stand behind each other: what is new in them has no rows and no users yet.

use std::collections::BTreeSet;

use limbeck_schema::{ObjectName, Schema};

use super::{Hazard, HazardCode, HazardGroup, hazards};
use crate::{Operation, Step};

/// Follows the steps of one direction of a revision, and tells the dangers of each.
#[derive(Clone, Debug, Default)]
pub struct HazardWatch {
    /// The tables that these steps made.
    created: BTreeSet<ObjectName>,
    /// The columns that these steps added and that are NULL in every row.
    unfilled: BTreeSet<(ObjectName, String)>,
}

impl HazardWatch {
    /// The dangers of the next step, read against the schema before it. Of a table that these steps made only what loses data counts; a
    /// unique constraint or foreign key of a column that is NULL in every row can't fail.
    pub fn next(&mut self, operation: &Operation, before: &Schema) -> Vec<Hazard> {
        let on_created = operation.table().is_some_and(|table| self.created.contains(table));
        let unfilled = self.is_unfilled(operation);
        let mut dangers = hazards(operation, before);
        dangers.retain(|hazard| match hazard.code.group() {
            HazardGroup::LosesData => true,
            HazardGroup::BreaksCode => !on_created,
            HazardGroup::MayFailOnData if on_created => false,
            HazardGroup::MayFailOnData => !(unfilled && matches!(hazard.code, HazardCode::D01 | HazardCode::D02)),
        });
        self.follow(operation);
        dangers
    }

    fn is_unfilled(&self, operation: &Operation) -> bool {
        let (table, columns) = match operation {
            Operation::AddUnique { table, unique } if !unique.nulls_not_distinct => (table, unique.columns.clone()),
            Operation::AddForeignKey { table, foreign_key } => (table, foreign_key.columns.clone()),
            Operation::CreateIndex { table, index } if !index.nulls_not_distinct => {
                let columns = index.parts.iter().filter_map(|part| part.target.column().map(str::to_owned));
                (table, columns.collect())
            }
            _ => return false,
        };
        columns.into_iter().any(|column| self.unfilled.contains(&(table.clone(), column)))
    }

    fn follow(&mut self, operation: &Operation) {
        match operation {
            Operation::CreateTable { definition } => {
                self.created.insert(definition.name.clone());
            }
            Operation::DropTable { table } => {
                self.created.remove(table);
            }
            Operation::RenameTable { table, to } => {
                if self.created.remove(table) {
                    self.created.insert(to.clone());
                }
                self.unfilled.retain(|(known, _)| known != table);
            }
            Operation::AddColumn { table, column } => {
                let filled = column.default.is_some() || column.generated.is_some() || column.auto_increment.is_some();
                if column.nullable && !filled {
                    self.unfilled.insert((table.clone(), column.name.clone()));
                }
            }
            // Raw SQL and data steps may fill what was empty.
            Operation::Execute { records, .. } => {
                self.unfilled.clear();
                records.iter().for_each(|Step { operation, .. }| self.follow(operation));
            }
            Operation::Run { .. } => self.unfilled.clear(),
            Operation::DropColumn { table, column }
            | Operation::AlterColumn { table, column, .. }
            | Operation::RenameColumn { table, column, .. } => {
                self.unfilled.remove(&(table.clone(), column.clone()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Column, ColumnType, ForeignKey, Table, Unique};

    use super::*;

    fn column(nullable: bool) -> Operation {
        let column = Column { nullable, ..Column::new("chip", ColumnType::Uuid) };
        Operation::AddColumn { table: "animals".into(), column }
    }

    #[test]
    fn what_is_new_in_the_steps_has_no_rows() {
        let unique_of = |table: &str| Operation::AddUnique { table: table.into(), unique: Unique::new(["chip"]) };
        let unique = || unique_of("animals");
        let key = || Operation::AddForeignKey {
            table: "animals".into(),
            foreign_key: ForeignKey::new(["chip"], "chips", ["id"]),
        };
        let create = || Operation::CreateTable { definition: Table::new("animals", Vec::new()) };
        let rename = || Operation::RenameTable { table: "animals".into(), to: "beasts".into() };
        let run = || Operation::Run { name: "fill".into() };
        for (name, steps, expected) in [
            ("an old column", vec![unique()], vec!["D01"]),
            ("a column that is NULL everywhere", vec![column(true), unique(), key()], vec![]),
            ("a column that is filled", vec![column(true), run(), unique(), key()], vec!["D01", "D02"]),
            ("a new table", vec![create(), column(false), unique()], vec![]),
            ("a new table under another name", vec![create(), rename(), unique_of("beasts")], vec![]),
        ] {
            let mut watch = HazardWatch::default();
            let told = steps.iter().flat_map(|step| watch.next(step, &Schema::default()));
            let codes: Vec<_> = told.map(|hazard| hazard.code.name()).collect();
            assert_eq!(codes, expected, "{name}");
        }
    }
}
