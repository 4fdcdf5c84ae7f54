use std::collections::BTreeSet;

use limbeck_schema::{ObjectName, Schema};

use super::{
    super::{Comparing, Skipped},
    views::views,
};

/// The names that take no part: what the caller sets aside, and tables of entities that are views.
pub(in super::super) fn aside(input: &Comparing<'_>, skipped: &mut Vec<Skipped>) -> BTreeSet<ObjectName> {
    let actual = input.actual.map(|actual| actual.schema);
    let schemas = std::iter::once(input.wanted).chain(input.recorded.values()).chain(actual);
    let mut aside: BTreeSet<ObjectName> =
        schemas.flat_map(names).filter(|name| (input.set_aside)(name)).cloned().collect();
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
