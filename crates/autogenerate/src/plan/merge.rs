use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{Alteration, Operation, Step};
use limbeck_schema::Dialect;

use super::place::Place;
use crate::compare::facet::Facet;

/// The operations of all dialects, each once.
#[derive(Debug, Default)]
pub(super) struct Merged {
    places: BTreeMap<Place, Vec<(Operation, BTreeSet<Dialect>)>>,
}

impl Merged {
    /// Adds an operation of `dialect`.
    pub(super) fn add(&mut self, dialect: Dialect, place: Place, operation: Operation) {
        let known = self.places.entry(place).or_default();
        match known.iter_mut().find(|(other, _)| *other == operation) {
            Some((_, dialects)) => {
                dialects.insert(dialect);
            }
            None => known.push((operation, BTreeSet::from([dialect]))),
        }
    }

    /// The steps in their order. One that all of `declared` need is for all.
    pub(super) fn into_steps(self, declared: &BTreeSet<Dialect>) -> Vec<Step> {
        let steps = self.places.into_values().flat_map(by_facets);
        steps
            .map(|(operation, dialects)| {
                let only = if dialects == *declared { Vec::new() } else { dialects.into_iter().collect() };
                Step { only, ..Step::new(operation) }
            })
            .collect()
    }
}

/// Alterations of one column that are not the same on every dialect, divided so that what several dialects share is one step.
fn by_facets(operations: Vec<(Operation, BTreeSet<Dialect>)>) -> Vec<(Operation, BTreeSet<Dialect>)> {
    let target = operations.iter().find_map(|(operation, _)| match operation {
        Operation::AlterColumn { table, column, .. } => Some((table.clone(), column.clone())),
        _ => None,
    });
    let Some((table, column)) = target.filter(|_| operations.len() > 1) else {
        return operations;
    };
    let mut parts: Vec<(Alteration, BTreeSet<Dialect>)> = Vec::new();
    for facet in Facet::ALL {
        for (operation, dialects) in &operations {
            let Operation::AlterColumn { changes, .. } = operation else { continue };
            let mut part = Alteration::default();
            facet.take(changes, &mut part);
            match parts.iter_mut().find(|(known, _)| *known == part) {
                _ if part.is_empty() => {}
                Some((_, known)) => known.extend(dialects),
                None => parts.push((part, dialects.clone())),
            }
        }
    }
    let mut united: Vec<(Alteration, BTreeSet<Dialect>)> = Vec::new();
    for (part, dialects) in parts {
        match united.iter_mut().find(|(_, known)| *known == dialects) {
            Some((changes, _)) => Facet::ALL
                .into_iter()
                .filter(|facet| part.facets().contains(&facet.kind().name()))
                .for_each(|facet| facet.take(&part, changes)),
            None => united.push((part, dialects)),
        }
    }
    united
        .into_iter()
        .map(|(changes, dialects)| {
            (Operation::AlterColumn { table: table.clone(), column: column.clone(), changes }, dialects)
        })
        .collect()
}
