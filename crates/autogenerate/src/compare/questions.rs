//! What may be a rename.

use std::collections::BTreeSet;

use limbeck_schema::{Column, Dialect, ObjectName, Table};

use super::{Outcome, Question, Sides, parts::column_form};

/// Columns that go where one of the same type comes, and tables that go where one with most of their columns comes.
pub(super) fn ask(sides: &Sides, outcome: &Outcome) -> Vec<Question> {
    let (Some(base), Some(end)) = (sides.bases.get(&sides.dialect), outcome.ends.get(&sides.dialect)) else {
        return Vec::new();
    };
    let new: Vec<&Table> = end.tables.values().filter(|table| base.table(&table.name).is_none()).collect();
    let mut questions = Vec::new();
    for (name, table) in &base.tables {
        match end.table(name) {
            None => {
                let to: Vec<ObjectName> =
                    new.iter().filter(|other| is_alike(table, other)).map(|other| other.name.clone()).collect();
                if !to.is_empty() {
                    questions.push(Question::RenamedTable { from: name.clone(), to });
                }
            }
            Some(next) => questions.extend(columns(table, next, sides.dialect)),
        }
    }
    questions
}

/// Whether more than half of the columns of both have the same names.
fn is_alike(one: &Table, other: &Table) -> bool {
    let names = |table: &Table| table.columns.iter().map(|column| column.name.clone()).collect::<BTreeSet<_>>();
    let (one, other) = (names(one), names(other));
    one.intersection(&other).count() * 2 > one.len().max(other.len())
}

fn columns(table: &Table, next: &Table, dialect: Dialect) -> Vec<Question> {
    let gone = table.columns.iter().filter(|column| next.column(&column.name).is_none());
    let new: Vec<&Column> = next.columns.iter().filter(|column| table.column(&column.name).is_none()).collect();
    gone.filter_map(|column| {
        let form = column_form(table, column, dialect);
        let mut to: Vec<&Column> = new
            .iter()
            .copied()
            .filter(|other| column_form(next, other, dialect).column_type == form.column_type)
            .collect();
        to.sort_by_key(|other| (std::cmp::Reverse(likeness(&column.name, &other.name)), other.name.as_str()));
        let to: Vec<String> = to.into_iter().map(|other| other.name.clone()).collect();
        let (table, from) = (table.name.clone(), column.name.clone());
        (!to.is_empty()).then_some(Question::RenamedColumn { table, from, to })
    })
    .collect()
}

/// How many characters two names have in common at their beginnings and ends.
fn likeness(one: &str, other: &str) -> usize {
    let common = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other).take_while(|(one, other)| one == other).count()
    };
    common(&mut one.chars(), &mut other.chars()) + common(&mut one.chars().rev(), &mut other.chars().rev())
}
