use std::{borrow::Cow, collections::BTreeMap};

use limbeck_operations::{Alteration, Operation, Setting};
use limbeck_schema::{Column, ColumnType, Expression, Table, names_in_sql};

use super::{
    Values,
    change::{Placed, drop_key, drops, gone},
    foreign_keys::{Keys, key_name},
    place::{Phase, Place, Stage},
};
use crate::compare::facet::Facet;

/// The change of a table that stays.
pub(super) struct TableChange<'a> {
    pub(super) previous: &'a Table,
    pub(super) next: &'a Table,
    /// The table as the entity has it, for the order of new columns.
    pub(super) wanted: Option<&'a Table>,
    pub(super) keys: &'a Keys<'a>,
    /// The drops that are done before.
    pub(super) cleared: &'a [(Place, Operation)],
    /// What rows get in columns that may not be NULL from then on.
    pub(super) fills: &'a Values,
}

impl TableChange<'_> {
    /// Adds what has to be done.
    pub(super) fn operations(&self, placed: &mut Placed) {
        self.drop_parts(placed);
        self.add_columns(placed);
        self.alter_columns(placed);
        self.alter_key(placed);
        self.add_parts(placed);
        self.set_comment(placed);
        self.drop_columns(placed);
    }

    fn place(&self, phase: Phase, name: impl Into<String>) -> Place {
        Place::new(Stage::AlterTables, Some(&self.next.name), phase, name)
    }

    fn drop_parts(&self, placed: &mut Placed) {
        let table = &self.next.name;
        for key in self.keys.dropped(table) {
            placed.push((self.place(Phase::DropForeignKey, key_name(key)), drop_key(table, key)));
        }
        for check in gone(&self.previous.checks, Some(&self.next.checks)) {
            let name = check.name.clone().unwrap_or_else(|| check.expression.clone());
            let operation = Operation::DropCheck { table: table.clone(), name: name.clone() };
            placed.push((self.place(Phase::DropCheck, name), operation));
        }
        for (phase, operation) in drops(self.previous, Some(self.next)) {
            if !self.cleared.iter().any(|(_, other)| *other == operation) {
                placed.push((self.place(phase, shape_name(&operation)), operation));
            }
        }
    }

    /// New columns in the order of the entity.
    fn add_columns(&self, placed: &mut Placed) {
        let new = self.next.columns.iter().filter(|column| self.previous.column(&column.name).is_none());
        for column in new {
            let position = self.wanted.and_then(|wanted| wanted.columns.iter().position(|it| it.name == column.name));
            let is_key = self.next.is_key(&column.name);
            let phase = match (&column.generated, &column.auto_increment) {
                (Some(_), _) if is_key => Phase::AddKeyColumn,
                (Some(_), _) => Phase::AddComputedColumn,
                (None, Some(_)) if is_key => Phase::AddKeyColumn,
                (None, _) => Phase::AddColumn,
            };
            let position = position.unwrap_or(usize::MAX);
            let mut added = column.clone();
            if let Some(value) = self.value(column) {
                let mut forbid = Alteration { nullable: Some(false), ..Alteration::default() };
                if let Some(default) = added.default.take() {
                    forbid.default = Some(Setting::Set(default));
                }
                added.nullable = true;
                self.fill(column, value, position, placed);
                let operation = self.altered(&column.name, forbid);
                placed.push((self.place(Phase::ForbidNull, &column.name).at(position), operation));
            }
            let operation = Operation::AddColumn { table: self.next.name.clone(), column: added };
            placed.push((self.place(phase, &column.name).at(position), operation));
        }
    }

    /// What the rows get that have no value in a column which may not be NULL.
    fn value(&self, column: &Column) -> Option<&Expression> {
        let may_be_null = self.previous.column(&column.name).is_none_or(|known| known.nullable);
        let value = self.fills.get(&(self.next.name.clone(), column.name.clone()));
        value.filter(|_| may_be_null && !column.nullable)
    }

    fn fill(&self, column: &Column, value: &Expression, position: usize, placed: &mut Placed) {
        let (table, name) = (self.next.name.clone(), column.name.clone());
        let place = self.place(Phase::FillColumn, &name).at(position);
        placed.push((place, Operation::FillColumn { table, column: name, value: value.clone() }));
    }

    fn altered(&self, column: &str, changes: Alteration) -> Operation {
        Operation::AlterColumn { table: self.next.name.clone(), column: column.to_owned(), changes }
    }

    fn alter_columns(&self, placed: &mut Placed) {
        for next in &self.next.columns {
            let Some(previous) = self.previous.column(&next.name) else { continue };
            let mut stages: BTreeMap<Phase, Alteration> = BTreeMap::new();
            let mut previous = Cow::Borrowed(previous);
            if previous.default != next.default && is_label_gone(&previous) {
                self.leave_label(&previous, placed);
                previous.to_mut().default = None;
            }
            let previous = previous.as_ref();
            let value = self.value(next);
            if let Some(value) = value {
                self.fill(next, value, usize::MAX, placed);
            }
            for facet in Facet::ALL.into_iter().filter(|facet| !facet.is_equal(previous, next)) {
                let phase = match facet {
                    Facet::Generated => self.computation_phase(previous, next),
                    Facet::Nullable if value.is_some() => Phase::ForbidNull,
                    _ if self.follows_key(facet, next) => Phase::AlterColumnAfterKey,
                    _ => Phase::AlterColumn,
                };
                facet.set(next, stages.entry(phase).or_default());
            }
            // What it is computed from changes in between.
            if stages.contains_key(&Phase::SetComputation) && previous.generated.is_some() {
                let plain = Column { generated: None, ..next.clone() };
                Facet::Generated.set(&plain, stages.entry(Phase::DropComputation).or_default());
            }
            for (phase, changes) in stages {
                let position = if phase == Phase::ForbidNull { usize::MAX } else { 0 };
                placed.push((self.place(phase, &next.name).at(position), self.altered(&next.name, changes)));
            }
        }
    }

    /// Drops the default before the label that it is goes.
    fn leave_label(&self, column: &Column, placed: &mut Placed) {
        let (table, name) = (self.next.name.clone(), column.name.clone());
        let changes = Alteration { default: Some(Setting::Drop), ..Alteration::default() };
        let place = Place::new(Stage::LeaveLabels, Some(&table), Phase::AlterColumn, &name);
        placed.push((place, Operation::AlterColumn { table, column: name, changes }));
    }

    /// When a computation changes: at once, unless a column that it needs or needed changes its type too.
    fn computation_phase(&self, previous: &Column, next: &Column) -> Phase {
        let is_retyped = |column: &&Column| {
            let known = self.previous.column(&column.name);
            known.is_some_and(|known| known.column_type != column.column_type)
        };
        let texts: Vec<&str> =
            [previous, next].iter().filter_map(|it| Some(it.generated.as_ref()?.expression.as_str())).collect();
        let mut retyped = self.next.columns.iter().filter(is_retyped);
        let is_entangled = retyped.any(|column| texts.iter().any(|sql| names_in_sql(sql, &column.name)));
        match (is_entangled, &next.generated) {
            (false, _) => Phase::AlterColumn,
            (true, None) => Phase::DropComputation,
            (true, Some(_)) => Phase::SetComputation,
        }
    }

    /// A column becomes what no key allows when it has left its key, and what only a key allows when it is one.
    fn follows_key(&self, facet: Facet, next: &Column) -> bool {
        let (was_key, is_key) = (self.previous.is_key(&next.name), self.next.is_key(&next.name));
        let columns = |table: &Table| table.primary_key.as_ref().map(|key| key.columns.clone());
        match facet {
            Facet::AutoIncrement => columns(self.previous) != columns(self.next) && next.auto_increment.is_some(),
            Facet::Type
            | Facet::Nullable
            | Facet::Default
            | Facet::Generated
            | Facet::OnUpdate
            | Facet::Collation
            | Facet::Comment => was_key && !is_key,
        }
    }

    fn alter_key(&self, placed: &mut Placed) {
        if self.previous.primary_key != self.next.primary_key {
            let (table, primary_key) = (self.next.name.clone(), self.next.primary_key.clone());
            let operation = Operation::AlterPrimaryKey { table, primary_key };
            placed.push((self.place(Phase::AlterPrimaryKey, ""), operation));
        }
    }

    fn add_parts(&self, placed: &mut Placed) {
        let table = &self.next.name;
        for unique in gone(&self.next.uniques, Some(&self.previous.uniques)) {
            let operation = Operation::AddUnique { table: table.clone(), unique: unique.clone() };
            placed.push((self.place(Phase::AddUnique, shape_name(&operation)), operation));
        }
        for index in gone(&self.next.indexes, Some(&self.previous.indexes)) {
            let operation = Operation::CreateIndex { table: table.clone(), index: index.clone() };
            placed.push((self.place(Phase::CreateIndex, shape_name(&operation)), operation));
        }
        for key in self.keys.added(table) {
            let operation = Operation::AddForeignKey { table: table.clone(), foreign_key: key.clone() };
            placed.push((self.place(Phase::AddForeignKey, key_name(key)), operation));
        }
        for check in gone(&self.next.checks, Some(&self.previous.checks)) {
            let operation = Operation::AddCheck { table: table.clone(), check: check.clone() };
            placed.push((self.place(Phase::AddCheck, shape_name(&operation)), operation));
        }
    }

    fn set_comment(&self, placed: &mut Placed) {
        if self.previous.comment != self.next.comment {
            let (table, comment) = (self.next.name.clone(), self.next.comment.clone());
            placed.push((self.place(Phase::SetComment, ""), Operation::SetTableComment { table, comment }));
        }
    }

    /// Columns that go, computed ones before those that they are computed from.
    fn drop_columns(&self, placed: &mut Placed) {
        let is_gone = |column: &&Column| self.next.column(&column.name).is_none();
        let mut left: Vec<&Column> = self.previous.columns.iter().filter(is_gone).collect();
        let mut level = 0;
        while !left.is_empty() {
            let (mut free, mut needed): (Vec<_>, Vec<_>) =
                left.iter().copied().partition(|column| !left.iter().any(|other| is_computed_from(other, column)));
            // Columns that need each other are not possible; if they were, all would go at once.
            if free.is_empty() {
                std::mem::swap(&mut free, &mut needed);
            }
            for column in free {
                let was_key = self.previous.is_key(&column.name);
                let phase = if column.generated.is_some() && !was_key {
                    Phase::DropComputedColumn
                } else if column.auto_increment.is_some() && was_key {
                    Phase::DropKeyColumn
                } else {
                    Phase::DropColumn
                };
                if is_label_gone(column) {
                    self.leave_label(column, placed);
                }
                let (table, name) = (self.next.name.clone(), column.name.clone());
                let place = self.place(phase, &name).at(level);
                placed.push((place, Operation::DropColumn { table, column: name }));
            }
            left = needed;
            level += 1;
        }
    }
}

fn is_computed_from(column: &Column, other: &Column) -> bool {
    let generated = column.generated.as_ref().filter(|_| column.name != other.name);
    generated.is_some_and(|generated| names_in_sql(&generated.expression, &other.name))
}

/// What orders parts of one kind.
fn shape_name(operation: &Operation) -> String {
    operation.part().unwrap_or_default()
}

/// Whether the default is a label that its type, as it will be, does not have: the type can't change before the default has gone.
fn is_label_gone(previous: &Column) -> bool {
    match (&previous.column_type, &previous.default) {
        (ColumnType::Enum(enumeration), Some(Expression::Text(label))) => !enumeration.labels.contains(label),
        _ => false,
    }
}
