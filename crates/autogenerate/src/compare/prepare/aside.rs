use std::collections::BTreeSet;

use limbeck_schema::{ObjectName, Schema};

use super::{
    super::{Comparing, Skipped},
    views::views,
};
use crate::is_bookkeeping;

/// The names that take no part: what the caller sets aside, what other tools keep their books in, and tables of entities that are views.
pub(in super::super) fn aside(input: &Comparing<'_>, skipped: &mut Vec<Skipped>) -> BTreeSet<ObjectName> {
    let actual = input.actual.map(|actual| actual.schema);
    let schemas = std::iter::once(input.wanted).chain(input.recorded.values()).chain(actual);
    let known: Vec<&ObjectName> = schemas.flat_map(names).collect();
    let mut aside: BTreeSet<ObjectName> =
        known.iter().filter(|name| (input.set_aside)(name)).map(|name| (*name).clone()).collect();
    for name in known.into_iter().filter(|name| is_bookkeeping(name)) {
        if aside.insert(name.clone()) && input.wanted.tables.contains_key(name) {
            let reason = "another tool keeps in it what it ran; it is left alone".to_owned();
            skipped.push(Skipped { object: format!("table {name}"), reason });
        }
    }
    for (view, reason) in views(input) {
        if aside.insert(view.clone()) {
            let reason = format!("{reason}, and views are left alone");
            skipped.push(Skipped { object: format!("table {view}"), reason });
        }
    }
    aside
}

fn names(schema: &Schema) -> impl Iterator<Item = &ObjectName> {
    schema.tables.keys().chain(schema.enums.keys()).chain(schema.views.keys())
}
