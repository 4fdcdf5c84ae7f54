//! Drops whose part is made again by a later step: where nothing between them needs the drop, both are passed over.

use std::collections::BTreeSet;

use limbeck_schema::{
    Dialect, ObjectName, Schema, Table, canonical_check, canonical_foreign_key, canonical_index, canonical_unique,
    canonical_unique_index, names_in_sql,
};

use crate::{
    Operation, Step,
    replay::{Dropped, find_check, find_foreign_key, replay_step},
};

/// Which of `steps` are passed over: those that are marked `unless_done` and find the schema as they would make it, and a drop together with what makes
/// the very same again, if no step between them needs the part away. `before` is the schema before the first of them; where one does not fit, those
/// behind it are not looked at.
pub fn passed_over(steps: &[Step], before: &Schema, dialect: Dialect) -> Vec<bool> {
    let mut needed = BTreeSet::new();
    loop {
        let (passed, pairs) = assuming(steps, before, dialect, &needed);
        let is_between = |pair: &Pair, at: usize| pair.drop < at && at < pair.make;
        let runs = |at: usize| !passed[at] && steps[at].counts_on(dialect);
        let found: Vec<usize> = pairs
            .iter()
            .filter(|pair| (0..steps.len()).any(|at| is_between(pair, at) && runs(at) && pair.reach.is_met(&steps[at])))
            .map(|pair| pair.drop)
            .collect();
        if found.is_empty() {
            return passed;
        }
        // A drop that is done after all may be what another one is needed for.
        needed.extend(found);
    }
}

/// A drop and the step that makes its part again, both passed over.
struct Pair {
    drop: usize,
    make: usize,
    reach: Reach,
}

/// Which steps are passed over if the drops at `needed` are done.
fn assuming(steps: &[Step], before: &Schema, dialect: Dialect, needed: &BTreeSet<usize>) -> (Vec<bool>, Vec<Pair>) {
    let mut passed = vec![false; steps.len()];
    let mut pairs: Vec<Pair> = Vec::new();
    let mut due: BTreeSet<usize> = BTreeSet::new();
    let mut schema = before.clone();
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| step.counts_on(dialect)) {
        if passed[at] {
            continue;
        }
        if step.unless_done && !due.contains(&at) {
            match made_again(step, &steps[at + 1..], &schema, dialect).map(|(behind, reach)| (at + 1 + behind, reach)) {
                // Its name may be another one here: it is the part all the same, and in the way.
                Some((make, _)) if needed.contains(&at) => _ = due.insert(make),
                Some((make, reach)) => {
                    (passed[at], passed[make]) = (true, true);
                    pairs.push(Pair { drop: at, make, reach });
                }
                None => passed[at] = step.is_passed_over(&schema, dialect),
            }
        }
        let step = Step { unless_done: false, ..step.clone() };
        if !passed[at] && replay_step(&step, &mut schema, dialect).is_err() {
            break;
        }
    }
    (passed, pairs)
}

/// Where among the steps behind `step`, a drop, the marked one stands that makes what is dropped again, as it is; and what reaches the part.
fn made_again(step: &Step, later: &[Step], schema: &Schema, dialect: Dialect) -> Option<(usize, Reach)> {
    let table = schema.table(step.operation.table()?)?;
    let make = later.iter().position(|other| {
        other.unless_done
            && other.counts_on(dialect)
            && other.operation.table() == Some(&table.name)
            && makes_what_goes(&step.operation, &other.operation, table, dialect)
    })?;
    Some((make, Reach::of(&later[make].operation, table)?))
}

/// Whether `make` makes the part of `table` that `drop` drops.
fn makes_what_goes(drop: &Operation, make: &Operation, table: &Table, dialect: Dialect) -> bool {
    use Operation as O;
    match (drop, make) {
        (O::DropUnique { columns, name, .. }, O::AddUnique { unique, .. }) => {
            let form = canonical_unique(unique, dialect);
            match Dropped::of_unique(table, columns, name.as_deref()) {
                Ok(Dropped::Unique(known)) => canonical_unique(known, dialect) == form,
                Ok(Dropped::Index(known)) => canonical_unique_index(known, dialect) == Some(form),
                Err(_) => false,
            }
        }
        (O::DropForeignKey { columns, target, name, .. }, O::AddForeignKey { foreign_key, .. }) => {
            let form = canonical_foreign_key(foreign_key, dialect);
            find_foreign_key(table, columns, target, name.as_deref())
                .is_ok_and(|known| canonical_foreign_key(known, dialect) == form)
        }
        (O::DropIndex { name, parts, .. }, O::CreateIndex { index, .. }) => {
            let form = canonical_index(index, dialect);
            matches!(Dropped::of_index(table, name, parts), Ok(Dropped::Index(known)) if canonical_index(known, dialect) == form)
        }
        (O::DropCheck { name, .. }, O::AddCheck { check, .. }) => {
            let form = canonical_check(check, dialect);
            find_check(table, name).is_ok_and(|known| canonical_check(known, dialect) == form)
        }
        _ => false,
    }
}

/// What a part of a table stands on.
struct Reach {
    table: ObjectName,
    columns: BTreeSet<String>,
    /// The table that a foreign key refers to, and its columns there.
    target: Option<(ObjectName, Vec<String>)>,
}

impl Reach {
    /// Of the part that `make` makes of `table`, if it makes one.
    fn of(make: &Operation, table: &Table) -> Option<Self> {
        let named = |columns: &[String], texts: &[&str]| {
            let in_text = |name: &&String| texts.iter().any(|text| names_in_sql(text, name));
            let known = table.columns.iter().map(|column| &column.name);
            columns.iter().chain(known.filter(in_text)).cloned().collect()
        };
        let (columns, target) = match make {
            Operation::AddUnique { unique, .. } => (named(&unique.columns, &[]), None),
            Operation::AddForeignKey { foreign_key: key, .. } => {
                (named(&key.columns, &[]), Some((key.target.clone(), key.target_columns.clone())))
            }
            Operation::CreateIndex { index, .. } => {
                let plain = index.parts.iter().filter_map(|part| part.target.column()).map(str::to_owned);
                let columns: Vec<String> = plain.chain(index.include.iter().cloned()).collect();
                (named(&columns, &index.texts().collect::<Vec<_>>()), None)
            }
            Operation::AddCheck { check, .. } => (named(&[], &[&check.expression]), None),
            _ => return None,
        };
        Some(Self { table: table.name.clone(), columns, target })
    }

    fn has_table(&self, table: &ObjectName) -> bool {
        self.table == *table || self.target.as_ref().is_some_and(|(target, _)| target == table)
    }

    fn has_column(&self, table: &ObjectName, column: &str) -> bool {
        let is_referred = |(target, columns): &(ObjectName, Vec<String>)| {
            target == table && columns.iter().any(|known| known == column)
        };
        (self.table == *table && self.columns.contains(column)) || self.target.as_ref().is_some_and(is_referred)
    }

    /// Whether `step` changes what the part stands on, so that it may have been dropped for it.
    fn is_met(&self, step: &Step) -> bool {
        use Operation as O;
        match &step.operation {
            O::AlterColumn { table, column, .. }
            | O::DropColumn { table, column }
            | O::RenameColumn { table, column, .. } => self.has_column(table, column),
            O::CreateTable { .. } | O::DropTable { .. } | O::RenameTable { .. } | O::AlterPrimaryKey { .. } => {
                step.operation.table().is_some_and(|table| self.has_table(table))
            }
            // MySQL and MariaDB want an index at both ends of a foreign key, the others a unique one at its target.
            O::DropIndex { table, .. } | O::DropUnique { table, .. } => self.target.is_some() && self.has_table(table),
            // Which columns bear the labels, and what a text does, is not seen here.
            O::DropEnum { .. }
            | O::AlterEnum { .. }
            | O::RenameEnumLabel { .. }
            | O::Execute { .. }
            | O::Run { .. } => true,
            O::AddColumn { .. }
            | O::FillColumn { .. }
            | O::CreateIndex { .. }
            | O::AddUnique { .. }
            | O::AddForeignKey { .. }
            | O::DropForeignKey { .. }
            | O::AddCheck { .. }
            | O::DropCheck { .. }
            | O::CreateEnum { .. }
            | O::SetTableComment { .. } => false,
        }
    }
}
