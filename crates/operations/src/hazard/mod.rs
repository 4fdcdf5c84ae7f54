//! What is dangerous about an operation. One rule a file, each with a stable code, its explanation and its rows in the tests.
//!
//! The groups are folders: `loss` (A), `deploy` (B), `locks` (C), `data` (D). A hazard may hold on some dialects only.

mod code;
mod data;
mod deploy;
mod explanation;
mod guards;
mod locks;
mod loss;
mod stall;
mod watch;

use std::{collections::BTreeSet, fmt};

use limbeck_schema::{Column, Dialect, ObjectName, Schema};

pub use self::{
    code::{Denied, HazardCode, HazardGroup, ParseHazardError},
    explanation::{Explanation, Locks},
    watch::HazardWatch,
};
use crate::{Alteration, Operation, Step};

/// A danger of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hazard {
    /// Which rule.
    pub code: HazardCode,
    /// What happens, with the object's name.
    pub message: String,
    /// The dialects that it holds on; empty means all on which the operation is done.
    pub only: Vec<Dialect>,
}

impl fmt::Display for Hazard {
    /// `the values of animals.chip are lost`, with the dialects if it does not hold on all.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if self.only.is_empty() {
            return Ok(());
        }
        let names: Vec<_> = self.only.iter().map(|dialect| dialect.name()).collect();
        write!(f, " ({} only)", names.join(", "))
    }
}

/// What a rule reads beside the operation.
#[derive(Clone, Copy)]
struct Scene<'a> {
    /// The schema before the operation.
    before: &'a Schema,
    /// The dialect that is asked about.
    dialect: Dialect,
    /// The steps behind it in the same direction of the same revision.
    later: &'a [Step],
    /// The tables that earlier steps made: no one uses them yet.
    created: &'a BTreeSet<ObjectName>,
    /// The tables that earlier steps read or wrote through on this dialect.
    worked_on: &'a BTreeSet<(ObjectName, Dialect)>,
    /// What earlier steps left in the column that is changed.
    column: Left,
    /// Whether an index is made while others write, where the dialect has that.
    concurrently: bool,
}

/// What the steps of one direction left in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Left {
    /// What was there.
    #[default]
    Untouched,
    /// No NULL: they filled it.
    Filled,
    /// NULL in every row, and a revision that is undone dropped what was there.
    Lost,
}

impl Scene<'_> {
    /// The later operations that are done on this dialect.
    fn later(&self) -> impl Iterator<Item = &Operation> {
        self.later.iter().filter(|step| step.counts_on(self.dialect)).map(|step| &step.operation)
    }
}

/// A rule: the danger of an operation on a dialect, in words.
type Rule = fn(&Operation, &Scene<'_>) -> Option<String>;

/// The dangers of `operation` on `dialects`, read against the schema before it, in the order of their codes.
///
/// What the steps around it change about them is known to [`HazardWatch`] alone.
pub fn hazards(operation: &Operation, before: &Schema, dialects: &[Dialect]) -> Vec<Hazard> {
    let scene = Scene {
        before,
        dialect: Dialect::Sqlite,
        later: &[],
        created: &BTreeSet::new(),
        worked_on: &BTreeSet::new(),
        column: Left::Untouched,
        concurrently: false,
    };
    found(operation, &scene, dialects)
}

/// Asks every rule for every dialect; what is the same on several is one hazard.
fn found(operation: &Operation, scene: &Scene<'_>, dialects: &[Dialect]) -> Vec<Hazard> {
    let mut hazards: Vec<Hazard> = Vec::new();
    for code in HazardCode::ALL.iter().copied() {
        let start = hazards.len();
        for dialect in dialects.iter().copied() {
            let Some(message) = code.rule()(operation, &Scene { dialect, ..*scene }) else { continue };
            match hazards.iter_mut().skip(start).find(|hazard| hazard.message == message) {
                Some(known) => known.only.push(dialect),
                None => hazards.push(Hazard { code, message, only: vec![dialect] }),
            }
        }
    }
    for hazard in hazards.iter_mut().filter(|hazard| hazard.only.len() == dialects.len()) {
        hazard.only.clear();
    }
    hazards
}

/// The column that an alteration changes, as it is before.
fn altered<'a>(operation: &'a Operation, before: &'a Schema) -> Option<(&'a ObjectName, &'a Column, &'a Alteration)> {
    let Operation::AlterColumn { table, column, changes } = operation else {
        return None;
    };
    Some((table, before.table(table)?.column(column)?, changes))
}

#[cfg(test)]
mod tests;
