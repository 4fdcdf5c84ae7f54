use std::collections::{BTreeMap, VecDeque};

use limbeck_schema::{Check, Dialect, Pair, Table, canonical_check};

use super::{
    super::parts::{Part, PartId},
    Match, name_the_same,
};

/// Checks by name, then by text. Of what is left, one without a name may be any of the other side: the server gives it a name, and its text may come
/// back in other words.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let mut left = pair.map(|table| table.checks.iter().collect::<Vec<_>>());
    let mut found = Vec::new();
    found.extend(take_by(&mut left, |check| check.name.clone()));
    found.extend(take_by(&mut left, |check| Some(canonical_check(check, dialect))));
    found.extend(take_unnamed(&mut left));
    for (previous, next) in found {
        let same = canonical_check(previous, dialect) == canonical_check(next, dialect);
        let undecidable = !same && name_the_same(pair, Pair::new(&previous.expression, &next.expression));
        matches.push(Match { same, undecidable, ..matched(Some(previous), Some(next), dialect) });
    }
    matches.extend(left.previous.into_iter().map(|check| matched(Some(check), None, dialect)));
    matches.extend(left.next.into_iter().map(|check| matched(None, Some(check), dialect)));
}

fn matched<'a>(previous: Option<&'a Check>, next: Option<&'a Check>, dialect: Dialect) -> Match<'a> {
    let known = previous.or(next);
    // The text of an unnamed check is folded as PostgreSQL's, which folds most: the same on every dialect.
    let id = known.map(|check| check.name.clone().unwrap_or_else(|| canonical_check(check, Dialect::Postgres)));
    let parts = |check: Option<&'a Check>| check.map(Part::Check).into_iter().collect();
    Match {
        form: next.map(|check| canonical_check(check, dialect)),
        ..Match::new(PartId::Check(id.unwrap_or_default()), parts(previous), parts(next))
    }
}

/// Takes the checks out of both sides that have the same key.
fn take_by<'a>(left: &mut Pair<Vec<&'a Check>>, key: impl Fn(&Check) -> Option<String>) -> Vec<(&'a Check, &'a Check)> {
    let mut next: BTreeMap<String, VecDeque<&'a Check>> = BTreeMap::new();
    let mut rest = Vec::new();
    for check in std::mem::take(&mut left.next) {
        match key(check) {
            Some(key) => next.entry(key).or_default().push_back(check),
            None => rest.push(check),
        }
    }
    let mut found = Vec::new();
    left.previous.retain(|check| {
        let partner = key(check).and_then(|key| next.get_mut(&key)?.pop_front());
        found.extend(partner.map(|partner| (*check, partner)));
        partner.is_none()
    });
    rest.extend(next.into_values().flatten());
    left.next = rest;
    found
}

fn take_unnamed<'a>(left: &mut Pair<Vec<&'a Check>>) -> Vec<(&'a Check, &'a Check)> {
    let mut found = Vec::new();
    left.previous.retain(|check| {
        let partner = left.next.iter().position(|next| check.name.is_none() || next.name.is_none());
        found.extend(partner.map(|at| (*check, left.next.remove(at))));
        partner.is_none()
    });
    found
}
