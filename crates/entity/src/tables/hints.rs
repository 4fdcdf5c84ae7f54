//! What the hints of an entity add to its table.

use std::collections::BTreeSet;

use limbeck_schema::{Check, ConstraintKind, Index, IndexTarget, Table, Unique, constraint_name};

use super::Built;
use crate::{
    hints::{CheckFacts, IndexFacts, UniqueFacts},
    items::EntityFacts,
    naming,
    origins::Span,
    problems::{At, Fault, Note, did_you_mean},
};

/// The names of what SeaORM's words make: a hint speaks for the whole of what is of the same columns, so that is not beside it.
struct SeaOrms {
    indexes: BTreeSet<String>,
    uniques: BTreeSet<Option<String>>,
}

impl SeaOrms {
    fn of(table: &Table) -> Self {
        Self {
            indexes: table.indexes.iter().map(|index| index.name.clone()).collect(),
            uniques: table.uniques.iter().map(|unique| unique.name.clone()).collect(),
        }
    }
}

/// Adds what the hints of the entity and of its columns say; what they name and the entity does not have is told.
pub(super) fn apply(built: &mut Built, facts: &EntityFacts, place: impl Fn(At) -> Span, notes: &mut Vec<Note>) {
    let own = SeaOrms::of(&built.table);
    built.table.comment = facts.hints.comment.clone().or_else(|| built.table.comment.take());
    for hint in &facts.hints.indexes {
        add_index(built, (hint, None), &own, &place, notes);
    }
    for hint in &facts.hints.uniques {
        add_unique(built, (hint, None), &own, &place, notes);
    }
    for hint in &facts.hints.checks {
        add_check(built, hint, &[], &place);
    }
    for column in &facts.columns {
        let name = column.names.column.as_str();
        for hint in &column.hints.indexes {
            add_index(built, (hint, Some(name)), &own, &place, notes);
        }
        for hint in &column.hints.uniques {
            add_unique(built, (hint, Some(name)), &own, &place, notes);
        }
        for hint in &column.hints.checks {
            add_check(built, hint, &[name], &place);
        }
    }
}

fn add_index(
    built: &mut Built,
    (hint, own): (&IndexFacts, Option<&str>),
    seaorms: &SeaOrms,
    place: &impl Fn(At) -> Span,
    notes: &mut Vec<Note>,
) {
    let mut index = hint.index.clone();
    for (part, at) in index.parts.iter_mut().zip(&hint.parts_at) {
        if let IndexTarget::Column(name) = &mut part.target {
            match column(built, if name.is_empty() { own.unwrap_or_default() } else { name }, *at) {
                Ok(found) => *name = found,
                Err(note) => return notes.push(note),
            }
        }
    }
    for (name, at) in index.include.iter_mut().zip(&hint.include_at) {
        match column(built, name, *at) {
            Ok(found) => *name = found,
            Err(note) => return notes.push(note),
        }
    }
    if index.name.is_empty() {
        let parts: Vec<String> = index.parts.iter().map(|part| word(&part.target)).collect();
        index.name = constraint_name(ConstraintKind::Index, &built.table.name.name, parts.iter().map(String::as_str));
    }
    let same = |other: &Index| {
        seaorms.indexes.contains(&other.name)
            && other.unique == index.unique
            && other.parts.len() == index.parts.len()
            && other.parts.iter().zip(&index.parts).all(|(one, two)| one.target == two.target)
    };
    built.table.indexes.retain(|other| !same(other));
    let columns = index.parts.iter().filter_map(|part| part.target.column().map(str::to_owned)).collect();
    built.origins.indexes.insert(columns, place(hint.at));
    built.origins.names.insert(index.name.clone(), place(hint.at));
    built.table.indexes.push(index);
}

fn add_unique(
    built: &mut Built,
    (hint, own): (&UniqueFacts, Option<&str>),
    seaorms: &SeaOrms,
    place: &impl Fn(At) -> Span,
    notes: &mut Vec<Note>,
) {
    let mut columns: Vec<String> = own.map(str::to_owned).into_iter().collect();
    for (name, at) in &hint.columns {
        match column(built, name, *at) {
            Ok(found) => columns.push(found),
            Err(note) => return notes.push(note),
        }
    }
    let name = hint.name.clone().unwrap_or_else(|| {
        constraint_name(ConstraintKind::Unique, &built.table.name.name, columns.iter().map(String::as_str))
    });
    let same = |index: &Index| {
        let is_seaorms = index.unique && seaorms.indexes.contains(&index.name);
        is_seaorms && index.plain_columns().is_some_and(|plain| plain.iter().eq(columns.iter()))
    };
    built.table.uniques.retain(|other| !seaorms.uniques.contains(&other.name) || other.columns != columns);
    built.table.indexes.retain(|index| !same(index));
    built.origins.uniques.insert(columns.clone(), place(hint.at));
    built.origins.names.insert(name.clone(), place(hint.at));
    let mut unique = Unique::new(columns).named(name);
    unique.nulls_not_distinct = hint.nulls_not_distinct;
    unique.deferrable = hint.deferrable;
    built.table.uniques.push(unique);
}

fn add_check(built: &mut Built, hint: &CheckFacts, own: &[&str], place: &impl Fn(At) -> Span) {
    let taken = |name: &str| built.table.checks.iter().any(|check| check.name.as_deref() == Some(name));
    let numbered = |number: usize| {
        let number = number.to_string();
        let parts = own.iter().copied().chain((number != "1").then_some(number.as_str()));
        constraint_name(ConstraintKind::Check, &built.table.name.name, parts)
    };
    let made = || (1..).map(numbered).find(|name| !taken(name)).unwrap_or_default();
    let name = hint.name.clone().unwrap_or_else(made);
    built.origins.names.insert(name.clone(), place(hint.at));
    built.table.checks.push(Check::new(hint.expression.as_str()).named(name));
}

/// The column that a hint names, by its own name or that of its field.
fn column(built: &Built, name: &str, at: At) -> Result<String, Note> {
    if built.table.column(name).is_some() {
        return Ok(name.to_owned());
    }
    if let Some(column) = built.variants.get(&naming::variant(name)) {
        return Ok(column.clone());
    }
    let fault = Fault::new(format!("the entity of `{}` has no column `{name}`", built.table.name));
    let known = built.table.columns.iter().map(|column| column.name.as_str());
    Err(match did_you_mean(name, known) {
        Some(meant) => fault.help(format!("did you mean `{meant}`?")),
        None => fault.help("name a column, or write an expression in parentheses: `\"(lower(email))\"`"),
    }
    .error(at))
}

/// What a name has of a part: its column, or the words of its expression.
fn word(target: &IndexTarget) -> String {
    match target {
        IndexTarget::Column(name) => name.clone(),
        IndexTarget::Expression(sql) => {
            let words = sql.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join("_")
        }
    }
}
