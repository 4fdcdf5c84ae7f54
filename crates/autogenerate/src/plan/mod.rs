//! The steps from one schema to another, in an order in which every server can do them.
//!
//! In: for each declared dialect the schema before and after. Out: one list of steps. A step that some dialects do not need says so with `only`. What
//! changes in one table stands together, so that SQLite makes it anew once.

mod change;
mod foreign_keys;
mod merge;
mod order;
mod place;
mod reverse;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, Expression, ObjectName, Schema};

pub(crate) use reverse::reverse;

use change::Changing;
use order::Order;

/// What is planned for.
pub(crate) struct Planning<'a> {
    /// What the entities want, for the order of new columns.
    pub(crate) wanted: &'a Schema,
    /// The renames on each dialect.
    pub(crate) renames: &'a BTreeMap<Dialect, Vec<Operation>>,
    /// The schemas before, with the renames done.
    pub(crate) bases: &'a BTreeMap<Dialect, Schema>,
    /// The schemas after.
    pub(crate) ends: &'a BTreeMap<Dialect, Schema>,
    /// What rows get in columns that may not be NULL from then on.
    pub(crate) fills: &'a Values,
}

/// Values by table and column.
pub(crate) type Values = BTreeMap<(ObjectName, String), Expression>;

/// The steps that make the schemas after out of those before.
pub(crate) fn plan(planning: &Planning<'_>) -> Vec<Step> {
    let orders = Orders::of(planning);
    let mut merged = merge::Merged::default();
    let none = Vec::new();
    for (dialect, base) in planning.bases {
        let Some(end) = planning.ends.get(dialect) else { continue };
        let renames = planning.renames.get(dialect).unwrap_or(&none);
        for (place, operation) in Changing::new(base, end, (planning, *dialect), &orders).operations(renames) {
            merged.add(*dialect, place, operation);
        }
    }
    merged.into_steps(&planning.bases.keys().copied().collect())
}

/// In which order tables come and go, the same on every dialect.
struct Orders {
    create: Order,
    drop: Order,
}

impl Orders {
    fn of(planning: &Planning<'_>) -> Self {
        let pairs = || planning.bases.iter().filter_map(|(dialect, base)| Some((base, planning.ends.get(dialect)?)));
        Self {
            create: Order::of(pairs().flat_map(|(base, end)| only_in(end, base))),
            drop: Order::of(pairs().flat_map(|(base, end)| only_in(base, end))),
        }
    }
}

/// The tables that `schema` has and `other` lacks, with what they refer to.
fn only_in<'a>(
    schema: &'a Schema,
    other: &'a Schema,
) -> impl Iterator<Item = (&'a ObjectName, BTreeSet<&'a ObjectName>)> {
    schema
        .tables
        .iter()
        .filter(|(name, _)| !other.tables.contains_key(*name))
        .map(|(name, table)| (name, table.foreign_keys.iter().map(|key| &key.target).collect()))
}

#[cfg(test)]
pub(crate) mod tests;
