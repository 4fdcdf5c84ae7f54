use std::collections::BTreeSet;

use limbeck_schema::ObjectName;

use crate::plan::order::Order;

/// The names of `tables` (each with what it refers to) in their order.
fn ordered(tables: &[(&str, &[&str])]) -> Vec<String> {
    let owned: Vec<(ObjectName, Vec<ObjectName>)> = tables
        .iter()
        .map(|(name, targets)| (ObjectName::from(*name), targets.iter().map(|it| ObjectName::from(*it)).collect()))
        .collect();
    let order = Order::of(owned.iter().map(|(name, targets)| (name, targets.iter().collect::<BTreeSet<_>>())));
    let mut names: Vec<_> = owned.iter().map(|(name, _)| name).collect();
    names.sort_by_key(|name| order.position(name));
    names.into_iter().map(ToString::to_string).collect()
}

#[test]
fn tables_stand_behind_what_they_refer_to() {
    type Row = (&'static str, &'static [(&'static str, &'static [&'static str])], &'static [&'static str]);
    let rows: [Row; 7] = [
        ("none", &[], &[]),
        ("by name", &[("b", &[]), ("a", &[]), ("c", &[])], &["a", "b", "c"]),
        ("a chain", &[("a", &["b"]), ("b", &["c"]), ("c", &[])], &["c", "b", "a"]),
        ("a table that is not among them", &[("a", &["z"]), ("b", &[])], &["a", "b"]),
        ("to itself", &[("a", &["a"]), ("b", &["a"])], &["a", "b"]),
        ("a cycle", &[("a", &["b"]), ("b", &["a"]), ("c", &["b"])], &["a", "b", "c"]),
        ("behind a cycle", &[("a", &["b"]), ("b", &["c"]), ("c", &["b"])], &["b", "a", "c"]),
    ];
    for (what, tables, expected) in rows {
        assert_eq!(ordered(tables), expected, "{what}");
    }
}

#[test]
fn a_long_chain_and_a_long_cycle_are_ordered() {
    let names: Vec<ObjectName> = (0..3000).map(|number| ObjectName::bare(format!("t{number:04}"))).collect();
    let next = |at: usize| names.get((at + 1) % names.len());
    for closed in [false, true] {
        let targets: Vec<BTreeSet<&ObjectName>> = (0..names.len())
            .map(|at| next(at).filter(|_| closed || at + 1 < names.len()).into_iter().collect())
            .collect();
        let order = Order::of(names.iter().zip(targets));
        let first = if closed { &names[0] } else { &names[2999] };
        assert_eq!(order.position(first), 0, "closed: {closed}");
        let last = if closed { &names[1] } else { &names[0] };
        assert_eq!(order.position(last), 2999, "closed: {closed}");
    }
}
