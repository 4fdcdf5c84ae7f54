use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step};
use limbeck_schema::Dialect;

use super::{NAMES, load::case};
use crate::{handwritten, round::DECLARED};

/// The kinds of operations in these steps that count on a dialect, and the facets that they alter.
fn kinds<'a>(steps: impl IntoIterator<Item = &'a Step>, dialect: Dialect) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for step in steps.into_iter().filter(|step| step.counts_on(dialect)) {
        kinds.insert(step.operation.name().to_owned());
        if let Operation::AlterColumn { changes, .. } = &step.operation {
            kinds.extend(changes.facets().iter().map(|facet| format!("alter_column {facet}")));
        }
    }
    kinds
}

#[test]
fn every_operation_goes_up_and_down_on_every_server() {
    // Only MySQL and MariaDB know `ON UPDATE` of a column.
    let facets = |dialect: Dialect| {
        let all = ["type", "nullable", "default", "comment", "auto_increment", "generated", "collation"];
        let more: &[&str] = if dialect.is_mysql_like() { &["on_update"] } else { &[] };
        all.into_iter().chain(more.iter().copied()).map(|facet| format!("alter_column {facet}")).collect::<Vec<_>>()
    };
    let handwritten: Vec<_> = handwritten::LISTS.iter().map(|list| list.second()).collect();
    let mut missing = Vec::new();
    for dialect in DECLARED.iter().copied() {
        for (way, downwards) in [("upgrade", false), ("downgrade", true)] {
            let of_case = |number| {
                let plan = &case(number).second;
                if downwards { &plan.downgrade } else { &plan.upgrade }
            };
            let cases = (0..NAMES.len()).filter(|number| case(*number).declared.contains(&dialect));
            let mut found: BTreeSet<_> = cases.flat_map(|number| kinds(of_case(number), dialect)).collect();
            for revision in &handwritten {
                let steps = if downwards { revision.downgrade() } else { revision.upgrade() };
                found.extend(kinds(&steps, dialect));
            }
            let wanted = Operation::NAMES.iter().map(|name| (*name).to_owned()).chain(facets(dialect));
            missing.extend(
                wanted.filter(|kind| !found.contains(kind)).map(|kind| format!("{kind} in a {way} on {dialect}")),
            );
        }
    }
    assert!(missing.is_empty(), "no case has\n{}", missing.join("\n"));
}
