//! The dangers of steps that stand behind each other: what is new in them has no rows and no users yet.

use std::collections::BTreeSet;

use limbeck_schema::{Dialect, ObjectName, Schema};

use super::{Hazard, HazardCode, HazardGroup, Left, Scene, found, guards::Guards, locks};
use crate::{Operation, Step};

/// Follows the steps of one direction of a revision, and tells the dangers of each.
#[derive(Clone, Debug)]
pub struct HazardWatch {
    /// The dialects that are asked about.
    dialects: Vec<Dialect>,
    /// The tables that these steps made.
    created: BTreeSet<ObjectName>,
    /// The columns that these steps added and that are NULL in every row.
    unfilled: BTreeSet<(ObjectName, String)>,
    /// The columns that these steps filled.
    filled: BTreeSet<(ObjectName, String)>,
    /// Whether the steps are a way back.
    backwards: bool,
    /// The tables that these steps read or wrote through.
    worked_on: BTreeSet<(ObjectName, Dialect)>,
    /// What the constraints that these steps dropped have seen to.
    guards: Guards,
}

impl HazardWatch {
    /// A watch over steps that are done on `dialects`.
    pub fn new(dialects: impl IntoIterator<Item = Dialect>) -> Self {
        Self {
            dialects: dialects.into_iter().collect(),
            created: BTreeSet::new(),
            unfilled: BTreeSet::new(),
            filled: BTreeSet::new(),
            backwards: false,
            worked_on: BTreeSet::new(),
            guards: Guards::default(),
        }
    }

    /// A watch over steps that undo others: a column that comes back in them has lost its values.
    #[must_use]
    pub fn backwards(self) -> Self {
        Self { backwards: true, ..self }
    }

    /// The dangers of `step`, read against the schema before it; `later` are the steps behind it. Of a table that these steps made only the loss of
    /// values counts; a unique constraint or foreign key of a column that is NULL in every row can't fail, nor can what the rows met until these steps.
    pub fn next(&mut self, step: &Step, later: &[Step], before: &Schema) -> Vec<Hazard> {
        let operation = &step.operation;
        let dialects: Vec<_> = self.dialects.iter().copied().filter(|dialect| step.counts_on(*dialect)).collect();
        let column = self.left_by(operation);
        let (created, worked_on) = (&self.created, &self.worked_on);
        let scene = Scene {
            before,
            dialect: Dialect::Sqlite,
            later,
            created,
            worked_on,
            column,
            concurrently: step.concurrently,
        };
        let on_created = operation.table().is_some_and(|table| self.created.contains(table));
        let unfilled = self.is_unfilled(operation);
        let mut dangers = found(operation, &scene, &dialects);
        dangers.retain(|hazard| match hazard.code {
            HazardCode::A10 | HazardCode::A12 => !on_created,
            code if code.group() == HazardGroup::LosesData => true,
            HazardCode::D01 | HazardCode::D02 | HazardCode::B11 => !on_created && !unfilled,
            _ => !on_created,
        });
        dangers.retain(|hazard| !self.guards.hold(hazard.code, operation, before));
        let worked = |dialect: &Dialect| locks::works(operation, &Scene { dialect: *dialect, ..scene });
        let worked: Vec<_> = dialects.into_iter().filter(worked).collect();
        if let Some(table) = operation.table().filter(|_| !on_created) {
            self.worked_on.extend(worked.into_iter().map(|dialect| (table.clone(), dialect)));
        }
        self.follow(operation);
        self.guards.follow(operation, before);
        dangers
    }

    fn left_by(&self, operation: &Operation) -> Left {
        let key = match operation {
            Operation::AlterColumn { table, column, .. } | Operation::FillColumn { table, column, .. } => {
                (table.clone(), column.clone())
            }
            _ => return Left::Untouched,
        };
        if self.filled.contains(&key) {
            Left::Filled
        } else if self.backwards && self.unfilled.contains(&key) {
            Left::Lost
        } else {
            Left::Untouched
        }
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
                self.filled.retain(|(known, _)| known != table);
            }
            Operation::AddColumn { table, column } if column.nullable && !column.fills_rows() => {
                self.unfilled.insert((table.clone(), column.name.clone()));
            }
            // Raw SQL and data steps may fill what was empty.
            Operation::Execute { records, .. } => {
                self.unfilled.clear();
                records.iter().for_each(|Step { operation, .. }| self.follow(operation));
            }
            Operation::Run { .. } => self.unfilled.clear(),
            Operation::FillColumn { table, column, .. } => {
                let key = (table.clone(), column.clone());
                self.unfilled.remove(&key);
                self.filled.insert(key);
            }
            Operation::DropColumn { table, column }
            | Operation::AlterColumn { table, column, .. }
            | Operation::RenameColumn { table, column, .. } => {
                let key = (table.clone(), column.clone());
                self.unfilled.remove(&key);
                self.filled.remove(&key);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Check, Column, ColumnType, ForeignKey, Index, Table, Unique};

    use super::*;
    use crate::Alteration;

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
        let fill = || Operation::FillColumn { table: "animals".into(), column: "chip".to_owned(), value: "x".into() };
        let forbid = || Operation::AlterColumn {
            table: "animals".into(),
            column: "chip".to_owned(),
            changes: Alteration { nullable: Some(false), ..Alteration::default() },
        };
        let index = || Operation::CreateIndex { table: "animals".into(), index: Index::new("i", ["chip"]) };
        let partial = || {
            let index = Index { unique: true, filter: Some("id > 0".into()), ..Index::new("i", ["chip"]) };
            Operation::CreateIndex { table: "animals".into(), index }
        };
        let no_index =
            || Operation::DropIndex { table: "animals".into(), name: "i".into(), parts: vec!["chip".into()] };
        let no_unique = || Operation::DropUnique { table: "animals".into(), columns: vec!["chip".into()], name: None };
        let no_column = || Operation::DropColumn { table: "animals".into(), column: "chip".into() };
        let check = || Operation::AddCheck { table: "animals".into(), check: Check::new("chip <> ''") };
        let referring = |target: &str| {
            let mut table = Table::new("tags", Vec::new());
            table.foreign_keys.push(ForeignKey::new(["id"], target, ["id"]));
            Operation::CreateTable { definition: table }
        };
        for (name, steps, expected) in [
            ("an old column", vec![unique()], vec!["B11", "C05", "D01"]),
            ("a column that is NULL everywhere", vec![column(true), unique(), key()], vec!["C05", "C06", "C20"]),
            (
                "a column that is filled",
                vec![column(true), run(), unique(), key()],
                vec!["B11", "C05", "D01", "C06", "C20", "D02"],
            ),
            ("an old column that is filled", vec![fill(), forbid()], vec!["C30", "B04", "C08"]),
            ("a new column that is filled", vec![column(true), fill(), forbid()], vec!["C30", "B04", "C08"]),
            ("a column that is filled too late", vec![forbid(), fill()], vec!["B04", "C08", "D05", "C30"]),
            ("a new table", vec![create(), column(false), unique(), index(), no_index(), no_unique()], vec![]),
            ("a new table under another name", vec![create(), rename(), unique_of("beasts")], vec![]),
            ("an index that goes", vec![no_index()], vec!["A10"]),
            ("an index that is replaced", vec![no_index(), index()], vec!["C01"]),
            ("an index that goes with its column", vec![no_index(), no_column()], vec!["A02"]),
            ("a constraint that goes", vec![no_unique()], vec!["A12"]),
            ("a constraint that is replaced", vec![no_unique(), unique()], vec!["B11", "C05", "D01"]),
            (
                "a constraint that a partial index replaces",
                vec![no_unique(), partial()],
                vec!["A12", "B11", "C01", "D01"],
            ),
            ("a constraint that goes with its column", vec![no_unique(), no_column()], vec!["A02"]),
            ("two works on one table", vec![check(), check()], vec!["C07", "D03", "C07", "C20", "D03"]),
            ("refer to an old table", vec![referring("animals")], vec!["C26"]),
            ("refer to a new table", vec![create(), referring("animals")], vec![]),
        ] {
            let steps: Vec<_> = steps.into_iter().map(Step::new).collect();
            // Only an alteration looks at what is there.
            let mut schema = Schema::default();
            if steps.iter().any(|step| matches!(step.operation, Operation::AlterColumn { .. })) {
                let chip = Column { nullable: true, ..Column::new("chip", ColumnType::Uuid) };
                schema.insert(Table::new("animals", vec![chip]));
            }
            let mut watch = HazardWatch::new([Dialect::Postgres]);
            let told = (0..steps.len()).flat_map(|at| watch.next(&steps[at], &steps[at + 1..], &schema));
            let codes: Vec<_> = told.map(|hazard| hazard.code.name()).collect();
            assert_eq!(codes, expected, "{name}");
        }
    }

    #[test]
    fn a_column_that_comes_back_has_lost_its_values() {
        let fill = Operation::FillColumn { table: "animals".into(), column: "chip".to_owned(), value: "x".into() };
        let steps = [Step::new(column(true)), Step::new(fill)];
        let told = |mut watch: HazardWatch| {
            let told: Vec<_> = steps.iter().flat_map(|step| watch.next(step, &[], &Schema::default())).collect();
            told.into_iter().map(|hazard| hazard.to_string()).collect::<Vec<_>>()
        };
        let locked = "the rows of animals without a value in chip stay locked until all have one";
        let watch = || HazardWatch::new([Dialect::Postgres]);
        assert_eq!(told(watch()), [locked]);
        let lost = "the values of animals.chip are lost: every row gets the one that is named here";
        assert_eq!(told(watch().backwards()), [lost, locked]);
    }

    #[test]
    fn a_step_is_asked_about_the_dialects_that_it_counts_on() {
        let index = Operation::CreateIndex { table: "animals".into(), index: Index::new("i", ["chip"]) };
        for (only, expected) in
            [(vec![], vec!["postgres"]), (vec![Dialect::Postgres], vec![]), (vec![Dialect::Sqlite], vec!["none"])]
        {
            let step = Step { only, ..Step::new(index.clone()) };
            let hazards = HazardWatch::new(Dialect::ALL).next(&step, &[], &Schema::default());
            let told: Vec<_> = match hazards.first() {
                Some(hazard) => hazard.only.iter().map(|dialect| dialect.name()).collect(),
                None => vec!["none"],
            };
            assert_eq!(told, expected, "{:?}", step.only);
        }
    }
}
