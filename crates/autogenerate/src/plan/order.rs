use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::ObjectName;

/// The positions of tables of which each stands behind those that it refers to, by name where that leaves a choice. In a cycle one has to come first; the smallest
/// name does.
#[derive(Debug, Default)]
pub(super) struct Order {
    positions: BTreeMap<ObjectName, usize>,
}

impl Order {
    /// The order of tables that are given with what they refer to; a table may be given several times. What refers to no other of them, or to itself,
    /// is free.
    pub(super) fn of<'a>(tables: impl Iterator<Item = (&'a ObjectName, BTreeSet<&'a ObjectName>)>) -> Self {
        let mut needs: BTreeMap<&ObjectName, BTreeSet<&ObjectName>> = BTreeMap::new();
        for (name, targets) in tables {
            needs.entry(name).or_default().extend(targets);
        }
        let mut users: BTreeMap<&ObjectName, Vec<&ObjectName>> = BTreeMap::new();
        let names: BTreeSet<&ObjectName> = needs.keys().copied().collect();
        for (name, targets) in &mut needs {
            targets.retain(|target| target != name && names.contains(*target));
            targets.iter().for_each(|target| users.entry(target).or_default().push(name));
        }
        let mut free: BTreeSet<&ObjectName> =
            needs.iter().filter(|(_, targets)| targets.is_empty()).map(|(name, _)| *name).collect();
        let mut positions = BTreeMap::new();
        while let Some(next) = free.pop_first().or_else(|| smallest_of_a_cycle(&needs)) {
            positions.insert(next.clone(), positions.len());
            needs.remove(next);
            for user in users.remove(next).unwrap_or_default() {
                if let Some(targets) = needs.get_mut(user)
                    && targets.remove(next)
                    && targets.is_empty()
                {
                    free.insert(user);
                }
            }
        }
        Self { positions }
    }

    /// The position of a table; the end for one that is not among them.
    pub(super) fn position(&self, table: &ObjectName) -> usize {
        self.positions.get(table).copied().unwrap_or(usize::MAX)
    }

    /// The position counted from the end.
    pub(super) fn position_from_end(&self, table: &ObjectName) -> usize {
        self.positions.len().saturating_sub(self.position(table))
    }

    /// Whether `table` stands before the other one that it refers to, as happens in a cycle.
    pub(super) fn precedes_target(&self, table: &ObjectName, target: &ObjectName) -> bool {
        match (self.positions.get(table), self.positions.get(target)) {
            (Some(table), Some(target)) => table < target,
            _ => false,
        }
    }
}

/// Follows what is needed until a table comes again, which is then in a cycle; `None` if there are no tables left.
fn smallest_of_a_cycle<'a>(needs: &BTreeMap<&'a ObjectName, BTreeSet<&'a ObjectName>>) -> Option<&'a ObjectName> {
    let next = |name: &ObjectName| needs.get(name).and_then(|targets| targets.first()).copied();
    let mut seen: Vec<&ObjectName> = Vec::new();
    let mut places: BTreeMap<&ObjectName, usize> = BTreeMap::new();
    let mut at = *needs.keys().next()?;
    loop {
        if let Some(place) = places.get(at) {
            return seen[*place..].iter().min().copied();
        }
        places.insert(at, seen.len());
        seen.push(at);
        match next(at) {
            Some(target) => at = target,
            None => return Some(at),
        }
    }
}
