use std::collections::{BTreeMap, VecDeque};

use limbeck_schema::{Check, Dialect, Pair, Table, canonical_check, has_same_casts};

use super::{
    super::{
        judge::{Doubt, Judged, Otherwise, Words},
        parts::{Part, PartId},
        verdict::ExpressionKind,
    },
    Match,
};

/// Checks by name, then by text. Of what is left, one without a name may be any of the other side: the server gives it a name, and its text may come
/// back in other words.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, words: Words<'_>, matches: &mut Vec<Match<'a>>) {
    let dialect = words.dialect;
    let mut left = pair.map(|table| table.checks.iter().collect::<Vec<_>>());
    let mut found = Vec::new();
    found.extend(take_by(&mut left, |check| check.name.clone()));
    found.extend(take_by(&mut left, |check| Some(canonical_check(check, dialect))));
    found.extend(take_unnamed(&mut left));
    for (previous, next) in found {
        let judged = judge(pair, Pair::new(previous, next), words);
        matches.push(matched(Some(previous), Some(next), dialect).judged(judged));
    }
    matches.extend(left.previous.into_iter().map(|check| matched(Some(check), None, dialect)));
    matches.extend(left.next.into_iter().map(|check| matched(None, Some(check), dialect)));
}

fn judge(tables: Pair<&Table>, checks: Pair<&Check>, words: Words<'_>) -> Judged {
    let texts = checks.map(|check| check.expression.as_str());
    let is_equal = canonical_check(checks.previous, words.dialect) == canonical_check(checks.next, words.dialect);
    if is_equal && has_same_casts(texts.previous, texts.next, words.dialect) {
        return Judged::same(true);
    }
    let otherwise = if is_equal { Otherwise::Same } else { Otherwise::Undecidable };
    words.judge(tables, vec![Doubt::of_sql(ExpressionKind::Check, texts)], otherwise)
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
