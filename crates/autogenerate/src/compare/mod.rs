//! Three schemas, one truth table: what the entities want, what the revisions made, what the database has.
//!
//! In: [`Comparing`]. Out: [`Comparison`], whose changes are in the order in which they run. Everything is compared in canonical forms, on every declared
//! dialect; what differs on one of them is one portable change.

mod baseline;
mod besides;
mod differ;
mod drift;
mod elsewhere;
pub(crate) mod facet;
mod input;
pub(crate) mod judge;
mod label;
mod likeness;
mod matching;
mod names;
mod noted;
mod outcome;
mod parts;
mod prepare;
mod questions;
mod repair;
mod settle;
mod users;
mod verdict;
mod words;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use limbeck_operations::{Operation, replay};
use limbeck_schema::{Dialect, ObjectName, Pair, Schema, SqliteTypes};

pub use input::{Actual, Comparing};
pub use limbeck_schema::Rename;
pub use outcome::{
    Change, Comparison, Conflict, Drift, Kind, Label, Leaving, Noted, Question, Refused, Skipped, Unfilled,
};

pub use baseline::baseline;
pub use repair::repair;
pub use verdict::{ExpressionKind, Undecided, Verdict, Verdicts};

use crate::{fill::fill, plan};
use differ::differences;
use judge::Words;
use parts::{Id, PartId};

/// Compares, and plans what a revision has to do.
///
/// The database is set aside with a reason if its dialect is not a declared one. With no declared dialect there is nothing to compare on, and the
/// result is empty.
pub fn compare(input: &Comparing<'_>) -> Comparison {
    let mut comparison = Comparison::default();
    let Some((sides, outcome)) = prepare_and_settle(input, &mut comparison) else {
        return comparison;
    };
    let dialect = sides.dialect;
    let filling = fill(&sides.bases, &outcome.ends, input.fills);
    let steps = plan::plan(&plan::Planning {
        wanted: &sides.wanted,
        renames: &sides.renames,
        bases: &sides.bases,
        ends: &outcome.ends,
        fills: &filling.values,
    });
    noted::note(input, &sides, &outcome, &mut comparison);
    drift::find(&sides, &outcome, &mut comparison);
    comparison.undecided.extend(sides.doubts(&outcome));
    comparison.undecided = verdict::without_doubles(std::mem::take(&mut comparison.undecided));
    comparison.questions = questions::ask(&sides, &outcome);
    comparison.unfilled = filling.questions;
    comparison.unused_fills = filling.unused;
    comparison.fills.clone_from(input.fills);
    comparison.starts = sides.starts();
    let starts = besides::with_besides(&sides, &comparison.starts);
    comparison.before = starts.get(&dialect).cloned().unwrap_or_default();
    comparison.after = outcome.ends.get(&dialect).cloned().unwrap_or_default();
    label::label(steps, &sides, starts, &mut comparison);
    comparison.skipped.sort();
    comparison.skipped.dedup();
    comparison
}

/// The sides, and what differs; `None` where there is no dialect to compare on.
fn prepare_and_settle<'a>(input: &Comparing<'a>, comparison: &mut Comparison) -> Option<(Sides<'a>, Outcome)> {
    let actual = input.actual.filter(|actual| {
        let is_declared = input.recorded.contains_key(&actual.dialect);
        if !is_declared {
            comparison.skipped.push(Skipped {
                object: "the database".to_owned(),
                reason: format!("the project does not declare the dialect {}", actual.dialect),
            });
        }
        is_declared
    });
    let dialect = actual.map(|actual| actual.dialect).or_else(|| input.recorded.keys().next().copied())?;
    comparison.dialect = Some(dialect);
    let sides = Sides::prepare(input, actual, dialect, comparison);
    let outcome = sides.settle();
    Some((sides, outcome))
}

/// The prepared sides of a comparison.
pub(crate) struct Sides<'a> {
    /// The connected database's dialect, else the first declared one.
    pub(crate) dialect: Dialect,
    /// What the entities want, with nothing filled in.
    pub(crate) wanted: Schema,
    /// What is recorded on each dialect, after the renames.
    pub(crate) recorded: BTreeMap<Dialect, Schema>,
    /// What the changes start from on each dialect, after the renames: what is recorded, and what is wanted and in the database without a revision.
    pub(crate) bases: BTreeMap<Dialect, Schema>,
    /// What the database has, after the renames.
    pub(crate) actual: Option<Schema>,
    /// The renames that apply on each dialect.
    pub(crate) renames: BTreeMap<Dialect, Vec<Operation>>,
    /// What takes no part.
    pub(crate) aside: BTreeSet<ObjectName>,
    pub(crate) ignored: BTreeSet<(ObjectName, String)>,
    /// Whose type is taken from what is recorded or there.
    pub(crate) opaque: BTreeSet<(ObjectName, String)>,
    pub(crate) unmanaged: Vec<Noted>,
    /// What the connected server said of texts.
    verdicts: &'a Verdicts,
    sqlite_types: SqliteTypes,
}

/// What differs, and what is to be.
pub(crate) struct Outcome {
    /// What differs on any dialect.
    pub(crate) triggers: BTreeSet<Id>,
    /// What is wanted on each dialect, with everything unsaid filled in.
    pub(crate) completed: BTreeMap<Dialect, Schema>,
    /// The schemas after the changes.
    pub(crate) ends: BTreeMap<Dialect, Schema>,
}

/// Renames what is recorded as far as that applies, and returns the operations; what applies nowhere is passed over.
fn rename_recorded(
    input: &Comparing<'_>,
    wanted: &Schema,
    recorded: &mut BTreeMap<Dialect, Schema>,
    comparison: &mut Comparison,
) -> BTreeMap<Dialect, Vec<Operation>> {
    let mut passed_over: BTreeSet<&Rename> = input.renames.iter().collect();
    let mut renames = BTreeMap::new();
    for (dialect, schema) in recorded {
        let applicable = prepare::applicable(input.renames, wanted, schema, *dialect);
        applicable.iter().for_each(|(rename, _)| _ = passed_over.remove(rename));
        renames.insert(*dialect, applicable.into_iter().map(|(_, operation)| operation).collect());
    }
    comparison.passed_over = passed_over.into_iter().cloned().collect();
    renames
}

impl<'a> Sides<'a> {
    fn prepare(
        input: &Comparing<'a>,
        actual: Option<Actual<'_>>,
        dialect: Dialect,
        comparison: &mut Comparison,
    ) -> Self {
        let mut aside = prepare::aside(input, &mut comparison.skipped);
        let mut wanted = prepare::wanted(input, &aside, &mut comparison.skipped);
        prepare::drop_keys_to_views(&mut wanted, &prepare::views(input), &mut comparison.skipped);
        let mut recorded = input.recorded.clone();
        let words = Words::of_server(dialect, input.verdicts).with_types(input.sqlite_types);
        let mut found = actual.map(|actual| {
            let known = recorded.get(&dialect).cloned().unwrap_or_default();
            prepare::actual(actual.schema, &known, words, &aside)
        });
        let renames = rename_recorded(input, &wanted, &mut recorded, comparison);
        if let (Some(found), Some(renames)) = (&mut found, renames.get(&dialect)) {
            comparison.drifted.extend(prepare::rename_actual(renames, found, dialect));
        }
        let (mut bases, mut unmanaged) = (recorded.clone(), Vec::new());
        if let (Some(found), Some(known)) = (&found, recorded.get(&dialect)) {
            let adopted = prepare::adopt(&wanted, found, known, words, (&aside, input.opaque));
            bases.iter_mut().for_each(|(dialect, base)| adopted.add_to(base, *dialect));
            if let Some(base) = bases.get_mut(&dialect) {
                prepare::adopt_facets(&wanted, found, known, base, words, &aside);
            }
            comparison.unrecorded = adopted.unrecorded;
            comparison.skipped.extend(adopted.skipped);
            comparison.undecided.extend(adopted.undecided);
        }
        prepare::refuse(&mut wanted, &bases, input.opaque, &mut aside, comparison);
        let sources: Vec<&Schema> = actual.iter().map(|actual| actual.schema).chain([input.wanted]).collect();
        prepare::add_passive(&mut wanted, &mut bases, &sources, &mut aside, &mut comparison.skipped);
        if let (Some(found), Some(base)) = (&found, bases.get_mut(&dialect)) {
            unmanaged = noted::unmanaged(found, base, dialect, &aside, input.ignored);
            if input.drop_unmanaged {
                noted::add_unmanaged(found, base, dialect, &aside, input.ignored);
            }
        }
        let keeping = prepare::Keeping::new(input.keep, input.renames, &wanted);
        keeping.mark(&mut bases);
        if let Some(found) = &found {
            comparison.unused_keeps = keeping.unused(bases.values().chain([found]));
        }
        bases.values_mut().for_each(one_type_one_list);
        Self {
            dialect,
            wanted,
            recorded,
            bases,
            actual: found,
            renames,
            aside,
            ignored: input.ignored.clone(),
            opaque: input.opaque.clone(),
            unmanaged,
            verdicts: input.verdicts,
            sqlite_types: input.sqlite_types,
        }
    }

    /// What was recorded and adopted and what is wanted are texts that people wrote. Only the connected server was asked about any.
    fn words_of_people(&self, dialect: Dialect) -> Words<'a> {
        let is_connected = dialect == self.dialect && self.actual.is_some();
        let verdicts = if is_connected { self.verdicts } else { Verdicts::none() };
        Words::of_people(dialect, verdicts).with_types(self.sqlite_types)
    }

    /// The catalog's texts are the server's.
    const fn words_of_server(&self) -> Words<'a> {
        Words::of_server(self.dialect, self.verdicts).with_types(self.sqlite_types)
    }

    /// What the connected server should be asked: whether what is recorded is there, and whether what somebody wrote anew is another thing.
    fn doubts(&self, outcome: &Outcome) -> Vec<Undecided> {
        let dialect = &self.dialect;
        let (Some(actual), Some(recorded)) = (&self.actual, self.recorded.get(dialect)) else { return Vec::new() };
        let (Some(base), Some(completed)) = (self.bases.get(dialect), outcome.completed.get(dialect)) else {
            return Vec::new();
        };
        let changed = Pair::new(base, completed);
        let mut found = judge::doubts(Pair::new(recorded, actual), self.words_of_server(), &self.aside, actual);
        found.extend(judge::doubts(changed, self.words_of_people(*dialect), &self.aside, actual));
        found
    }

    /// Compares on every dialect, then says what each is to become: what differs on one of them changes on all where it is another one.
    fn settle(&self) -> Outcome {
        let mut triggers = BTreeSet::new();
        let mut completed = BTreeMap::new();
        for (dialect, base) in &self.bases {
            let wanted = prepare::complete(&self.wanted, base, *dialect, (&self.ignored, &self.opaque), &self.aside);
            let relabelled = relabelled(base, &wanted);
            let found =
                differences(Pair::new(relabelled.as_ref(), &wanted), self.words_of_people(*dialect), &self.aside);
            triggers.extend(found.into_iter().map(|difference| difference.id));
            completed.insert(*dialect, wanted);
        }
        trigger_numbering(&completed, &mut triggers);
        self.trigger_last_uses(&completed, &mut triggers);
        self.trigger_first_uses(&completed, &mut triggers);
        let mut ends: BTreeMap<Dialect, Schema> = BTreeMap::new();
        for (dialect, base) in &self.bases {
            if let Some(wanted) = completed.get(dialect) {
                let words = self.words_of_people(*dialect);
                ends.insert(*dialect, settle::settle(wanted, &relabelled(base, wanted), words, &triggers));
            }
        }
        let gone = names::gone(&self.bases, &ends);
        names::name_new_parts(&self.bases, &mut ends, self.actual.as_ref(), &gone);
        Outcome { triggers, completed, ends }
    }

    /// A column of an enumerated type that goes takes its new type, also where both types are kept alike.
    fn trigger_last_uses(&self, completed: &BTreeMap<Dialect, Schema>, triggers: &mut BTreeSet<Id>) {
        for (dialect, base) in &self.bases {
            let Some(wanted) = completed.get(dialect) else { continue };
            for (name, table) in &base.tables {
                for column in &table.columns {
                    let goes = column.column_type.enumeration().is_some_and(|enumeration| {
                        base.enums.contains_key(&enumeration.name) && !wanted.enums.contains_key(&enumeration.name)
                    });
                    if goes {
                        let facet = PartId::Facet(column.name.clone(), facet::Facet::Type);
                        triggers.insert(Id::Part(name.clone(), facet));
                    }
                }
            }
        }
    }

    /// An enumerated type is made together with the first column that has it, also where types are no objects: a later change of its labels is then a
    /// change of the type.
    fn trigger_first_uses(&self, completed: &BTreeMap<Dialect, Schema>, triggers: &mut BTreeSet<Id>) {
        let mut found = BTreeSet::new();
        for (dialect, wanted) in completed {
            let Some(base) = self.bases.get(dialect) else { continue };
            for (name, table) in &wanted.tables {
                let is_new = triggers.contains(&Id::Table(name.clone()));
                for column in &table.columns {
                    let Some(enumeration) = column.column_type.enumeration() else { continue };
                    let part = |part| triggers.contains(&Id::Part(name.clone(), part));
                    let is_used = is_new
                        || part(PartId::Column(column.name.clone()))
                        || part(PartId::Facet(column.name.clone(), facet::Facet::Type));
                    if is_used && !base.enums.contains_key(&enumeration.name) {
                        found.insert(Id::Enum(enumeration.name.clone()));
                    }
                }
            }
        }
        triggers.extend(found);
    }

    /// The schemas that the changes start from, under the names before.
    fn starts(&self) -> BTreeMap<Dialect, Schema> {
        let mut starts = self.bases.clone();
        for (dialect, schema) in &mut starts {
            for operation in self.renames.get(dialect).iter().flat_map(|renames| renames.iter().rev()) {
                // It was replayed forwards, so it can be backwards; if not, the name after stays.
                let _ = back(operation).map(|operation| replay(&operation, schema, *dialect));
            }
        }
        starts
    }
}

/// A column takes its numbering together with its key, also where numbering alone is no difference: SQLite numbers rows only in a key of one column.
fn trigger_numbering(completed: &BTreeMap<Dialect, Schema>, triggers: &mut BTreeSet<Id>) {
    let mut found = BTreeSet::new();
    for id in triggers.iter() {
        let Id::Part(name, PartId::PrimaryKey) = id else { continue };
        for column in completed.values().filter_map(|schema| schema.table(name)).flat_map(|table| &table.columns) {
            let facet = PartId::Facet(column.name.clone(), facet::Facet::AutoIncrement);
            found.insert(Id::Part(name.clone(), facet));
        }
    }
    triggers.extend(found);
}

/// The rename that undoes a rename.
fn back(operation: &Operation) -> Option<Operation> {
    match operation {
        Operation::RenameTable { table, to } => Some(Operation::RenameTable { table: to.clone(), to: table.clone() }),
        Operation::RenameColumn { table, column, to } => {
            Some(Operation::RenameColumn { table: table.clone(), column: to.clone(), to: column.clone() })
        }
        Operation::RenameEnumLabel { name, label, to } => {
            Some(Operation::RenameEnumLabel { name: name.clone(), label: to.clone(), to: label.clone() })
        }
        _ => None,
    }
}

/// `base` with the labels of `wanted` in the types of its columns: a change of labels is one of the type, not of each column. The type's own labels
/// stay.
fn relabelled<'a>(base: &'a Schema, wanted: &Schema) -> Cow<'a, Schema> {
    let changes = base.enums.iter().any(|(name, known)| wanted.enums.get(name).is_some_and(|next| next != known));
    if !changes {
        return Cow::Borrowed(base);
    }
    let mut schema = base.clone();
    for column in schema.tables.values_mut().flat_map(|table| &mut table.columns) {
        if let Some(enumeration) = column.column_type.enumeration_mut()
            && base.enums.get(&enumeration.name) == Some(enumeration)
            && let Some(next) = wanted.enums.get(&enumeration.name)
        {
            enumeration.labels.clone_from(&next.labels);
        }
    }
    Cow::Owned(schema)
}

#[cfg(test)]
pub(crate) use self::{differ::differences as differences_of, prepare::complete as complete_wanted};

/// Gives the columns of each enumerated type its labels: what the database has without a revision may have others, but a type has one list.
fn one_type_one_list(schema: &mut Schema) {
    let Schema { tables, enums, .. } = schema;
    for column in tables.values_mut().flat_map(|table| &mut table.columns) {
        if let Some(enumeration) = column.column_type.enumeration_mut()
            && let Some(known) = enums.get(&enumeration.name)
            && known.labels != enumeration.labels
        {
            enumeration.labels.clone_from(&known.labels);
        }
    }
}

#[cfg(test)]
mod tests;
