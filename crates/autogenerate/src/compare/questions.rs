//! What may be a rename.
//!
//! A question stops a person, and a rename that is taken for a drop and an add loses data: it is asked where names are alike, or where the same type comes
//! at the same place, and not of every pair.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{Column, Dialect, Enumeration, ObjectName, Pair, Rename, Table};

use super::{
    Leaving, Outcome, Question, Sides,
    likeness::{ALIKE, NEARLY_EQUAL, Place, likeness, places, share},
    parts::column_form,
};

/// Of each recorded table, column and label that goes: what comes and may be the same.
pub(super) fn ask(sides: &Sides, outcome: &Outcome) -> Vec<Question> {
    let (Some(recorded), Some(end)) = (sides.recorded.get(&sides.dialect), outcome.ends.get(&sides.dialect)) else {
        return Vec::new();
    };
    let comes = |table: &&Table| sides.bases.get(&sides.dialect).is_none_or(|base| base.table(&table.name).is_none());
    let new: Vec<&Table> = end.tables.values().filter(comes).collect();
    let mut questions = Vec::new();
    for (name, table) in &recorded.tables {
        match end.table(name) {
            None => questions.extend(of_table(table, &new)),
            Some(next) => {
                let wanted = sides.wanted.table(name).unwrap_or(next);
                let base = sides.bases.get(&sides.dialect).and_then(|base| base.table(name)).unwrap_or(table);
                let columns = Columns { previous: table, base, next, order: names(wanted), dialect: sides.dialect };
                questions.extend(columns.questions());
            }
        }
    }
    for (name, enumeration) in &recorded.enums {
        if let Some(next) = end.enums.get(name) {
            questions.extend(of_labels(enumeration, next));
        }
    }
    questions.retain(|question| !sides.aside.contains(question.table_or_type()));
    questions
}

impl Question {
    /// The question, if there is anything to ask: the likeliest first, then by name.
    fn of(leaving: Leaving, mut candidates: Vec<(f32, Rename)>) -> Option<Self> {
        candidates.sort_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.cmp(second)));
        let renames: Vec<Rename> = candidates.into_iter().map(|(_, rename)| rename).collect();
        (!renames.is_empty()).then_some(Self { leaving, renames })
    }

    const fn table_or_type(&self) -> &ObjectName {
        match &self.leaving {
            Leaving::Table { table } | Leaving::Column { table, .. } => table,
            Leaving::Label { enumeration, .. } => enumeration,
        }
    }
}

/// The tables that have most of its columns, or a name like its own and some of them.
fn of_table(table: &Table, new: &[&Table]) -> Option<Question> {
    let candidates = new.iter().filter_map(|other| {
        let columns = shared_columns(table, other);
        let name = likeness(&table.name.name, &other.name.name);
        let is_likely = columns > 0.5 || name >= ALIKE && columns >= 1.0 / 3.0;
        let rename = Rename::Table { from: table.name.clone(), to: other.name.clone() };
        is_likely.then_some((columns + name, rename))
    });
    Question::of(Leaving::Table { table: table.name.clone() }, candidates.collect())
}

/// The share of columns whose names both have.
fn shared_columns(one: &Table, other: &Table) -> f32 {
    let (one, other): (BTreeSet<&str>, BTreeSet<&str>) =
        (names(one).into_iter().collect(), names(other).into_iter().collect());
    share(one.intersection(&other).count(), one.len().max(other.len()))
}

fn names(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.name.as_str()).collect()
}

/// The columns of a table that stays.
struct Columns<'a> {
    /// The table as it is recorded.
    previous: &'a Table,
    /// What the changes start from: what is there already does not come.
    base: &'a Table,
    next: &'a Table,
    /// The columns in the order of their entity.
    order: Vec<&'a str>,
    dialect: Dialect,
}

impl Columns<'_> {
    fn questions(&self) -> Vec<Question> {
        let gone: Vec<&Column> = only_in(self.previous, self.next).collect();
        let new: Vec<&Column> = only_in(self.next, self.base).collect();
        let (previous, next): (BTreeSet<&str>, BTreeSet<&str>) =
            (names(self.previous).into_iter().collect(), names(self.next).into_iter().collect());
        let stays = |name: &str| previous.contains(name) && next.contains(name);
        let places = Pair::new(places(&names(self.previous), stays), places(&self.order, stays));
        let of_column = |column: &&Column| {
            let candidates = new.iter().filter_map(|other| self.candidate(column, other, &places)).collect();
            let (table, column) = (self.previous.name.clone(), column.name.clone());
            Question::of(Leaving::Column { table, column }, candidates)
        };
        gone.iter().filter_map(of_column).collect()
    }

    /// A column of the same type if its name is alike or it stands at the same place, of another type if its name is nearly the same.
    fn candidate(
        &self,
        column: &Column,
        other: &Column,
        places: &Pair<BTreeMap<&str, Place<'_>>>,
    ) -> Option<(f32, Rename)> {
        let is_computed = |column: &Column| column.generated.is_some();
        let form = |table, column| column_form(table, column, self.dialect).column_type;
        let same_type =
            form(self.previous, column) == form(self.next, other) && is_computed(column) == is_computed(other);
        let place_before = places.previous.get(column.name.as_str());
        let same_place = place_before.is_some() && place_before == places.next.get(other.name.as_str());
        let name = likeness(&column.name, &other.name);
        let is_likely = name >= NEARLY_EQUAL || same_type && (name >= ALIKE || same_place);
        let (table, from, to) = (self.previous.name.clone(), column.name.clone(), other.name.clone());
        let points = 2.0 * name + if same_type { 1.0 } else { 0.0 } + if same_place { 0.5 } else { 0.0 };
        is_likely.then_some((points, Rename::Column { table, from, to }))
    }
}

fn only_in<'a>(table: &'a Table, other: &'a Table) -> impl Iterator<Item = &'a Column> {
    table.columns.iter().filter(|column| other.column(&column.name).is_none())
}

/// The labels that come with a name alike, or at the place of the one that goes.
fn of_labels(enumeration: &Enumeration, next: &Enumeration) -> Vec<Question> {
    let before: Vec<&str> = enumeration.labels.iter().map(String::as_str).collect();
    let after: Vec<&str> = next.labels.iter().map(String::as_str).collect();
    let known = [before.iter().copied().collect::<BTreeSet<&str>>(), after.iter().copied().collect()];
    let stays = |label: &str| known.iter().all(|labels| labels.contains(label));
    let places = Pair::new(places(&before, stays), places(&after, stays));
    let of_label = |label: &&str| {
        let candidates = after.iter().filter(|other| !stays(other)).filter_map(|other| {
            let same_place = places.previous.get(label) == places.next.get(other);
            let name = likeness(label, other);
            let (enumeration, from, to) = (next.name.clone(), (*label).to_owned(), (*other).to_owned());
            let points = 2.0 * name + if same_place { 0.5 } else { 0.0 };
            (name >= ALIKE || same_place).then_some((points, Rename::Label { enumeration, from, to }))
        });
        Question::of(
            Leaving::Label { enumeration: next.name.clone(), label: (*label).to_owned() },
            candidates.collect(),
        )
    };
    before.iter().filter(|label| !stays(label)).filter_map(of_label).collect()
}
