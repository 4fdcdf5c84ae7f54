//! Entities over views: views are left alone, and nothing refers to them.

use std::collections::BTreeMap;

use limbeck_schema::{ObjectName, Schema};

use super::super::{Comparing, Skipped, parts::Part};

/// The wanted tables that are views, each with how that is known.
pub(in super::super) fn views(input: &Comparing<'_>) -> BTreeMap<ObjectName, &'static str> {
    let is_in = |schema: &Schema, name: &ObjectName| schema.views.contains_key(name);
    let known = |name: &ObjectName| {
        if (input.is_view)(name) {
            Some("the configuration says that it is a view")
        } else if input.actual.is_some_and(|actual| is_in(actual.schema, name)) {
            Some("it is a view in the database")
        } else if input.recorded.values().any(|schema| is_in(schema, name)) {
            Some("it is recorded as a view")
        } else {
            None
        }
    };
    input.wanted.tables.keys().filter_map(|name| Some((name.clone(), known(name)?))).collect()
}

/// Takes away the foreign keys to views, with a word on each: no database has such keys.
pub(in super::super) fn drop_keys_to_views(
    wanted: &mut Schema,
    views: &BTreeMap<ObjectName, &'static str>,
    skipped: &mut Vec<Skipped>,
) {
    for table in wanted.tables.values_mut() {
        for key in table.foreign_keys.iter().filter(|key| views.contains_key(&key.target)) {
            let reason = format!("`{}` is a view", key.target);
            skipped.push(Skipped { object: Part::ForeignKey(key).noted(&table.name).to_string(), reason });
        }
        table.foreign_keys.retain(|key| !views.contains_key(&key.target));
    }
}
