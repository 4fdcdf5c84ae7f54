use std::collections::BTreeMap;

use limbeck_schema::{Dialect, ForeignKey, ObjectName, Pair, Table, canonical_foreign_key};

use super::{
    super::parts::{Part, PartId},
    Match,
};

type Key<'a> = (&'a [String], &'a ObjectName, &'a [String]);

/// Foreign keys by their columns, target and its columns; then what they do. Two of one key on one side are one thing.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let mut groups: BTreeMap<Key<'a>, Pair<Vec<&'a ForeignKey>>> = BTreeMap::new();
    let empty = || Pair::new(Vec::new(), Vec::new());
    for key in &pair.previous.foreign_keys {
        groups.entry(shape(key)).or_insert_with(empty).previous.push(key);
    }
    for key in &pair.next.foreign_keys {
        groups.entry(shape(key)).or_insert_with(empty).next.push(key);
    }
    for ((columns, target, target_columns), group) in groups {
        let form = |key: &&ForeignKey| canonical_foreign_key(key, dialect);
        let forms = Pair::new(group.previous.first().map(form), group.next.first().map(form));
        let id = PartId::ForeignKey(columns.to_vec(), target.clone(), target_columns.to_vec());
        let parts = group.map(|keys| keys.into_iter().map(Part::ForeignKey).collect());
        matches.push(Match {
            same: forms.previous == forms.next,
            form: forms.next.map(|form| format!("{form:?}")),
            ..Match::new(id, parts.previous, parts.next)
        });
    }
}

fn shape(key: &ForeignKey) -> Key<'_> {
    (&key.columns, &key.target, &key.target_columns)
}
