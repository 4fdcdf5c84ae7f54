use std::collections::BTreeMap;

use limbeck_schema::{Dialect, Pair, Table, UniqueForm};

use super::{
    super::parts::{Part, PartId, Uniqueness},
    Match,
};

type Group<'a> = Vec<(Uniqueness<'a>, UniqueForm)>;

/// Unique constraints and plain unique indexes by their set of columns. Two of the same set on one side are one thing.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let mut groups: BTreeMap<Vec<String>, Pair<Group<'a>>> = BTreeMap::new();
    let empty = || Pair::new(Vec::new(), Vec::new());
    for unique in Uniqueness::of(pair.previous) {
        let form = unique.form(dialect);
        groups.entry(form.columns.clone()).or_insert_with(empty).previous.push((unique, form));
    }
    for unique in Uniqueness::of(pair.next) {
        let form = unique.form(dialect);
        groups.entry(form.columns.clone()).or_insert_with(empty).next.push((unique, form));
    }
    for (columns, group) in groups {
        let same = group.previous.iter().any(|(_, form)| group.next.iter().any(|(_, next)| next == form));
        let form = group.next.first().map(|(_, form)| format!("{form:?}"));
        let parts = group.map(|group| group.into_iter().map(|(unique, _)| Part::Unique(unique)).collect());
        matches.push(Match { same, form, ..Match::new(PartId::Unique(columns), parts.previous, parts.next) });
    }
}
