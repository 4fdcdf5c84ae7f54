use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{
    Dialect, Expression, Index, IndexForm, IndexTarget, Pair, Table, canonical_expression, canonical_index,
    has_same_casts,
};

use super::{
    super::{
        judge::{Doubt, Judged, Otherwise, Words},
        parts::{Part, PartId, is_uniqueness},
        verdict::ExpressionKind,
    },
    Match,
};

type Groups<'a> = BTreeMap<IndexForm, Vec<&'a Index>>;

/// Indexes by their shape. What is left on both sides goes together by name: that index changed its shape.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, words: Words<'_>, matches: &mut Vec<Match<'a>>) {
    let dialect = words.dialect;
    let mut groups = pair.map(|table| groups(table, dialect));
    let mut left = Vec::new();
    for (form, previous) in std::mem::take(&mut groups.previous) {
        match groups.next.remove(&form) {
            Some(next) => {
                let judged = judge(pair, (&previous, &next), words, Otherwise::Same);
                matches.push(matched(&form, &previous, &next).judged(judged));
            }
            None => left.push((form, previous)),
        }
    }
    let mut names: HashMap<&str, IndexForm> = HashMap::new();
    for (form, indexes) in &groups.next {
        names.extend(indexes.iter().map(|index| (index.name.as_str(), form.clone())));
    }
    for (form, previous) in left {
        let next = previous.iter().find_map(|index| groups.next.remove_entry(names.get(index.name.as_str())?));
        let (next_form, next) = next.unzip();
        let next = next.unwrap_or_default();
        let judged = match &next_form {
            Some(next_form) if without_texts(&form) == without_texts(next_form) => {
                judge(pair, (&previous, &next), words, Otherwise::Undecidable)
            }
            Some(_) | None => Judged::same(false),
        };
        matches.push(matched(next_form.as_ref().unwrap_or(&form), &previous, &next).judged(judged));
    }
    for (form, next) in groups.next {
        matches.push(matched(&form, &[], &next));
    }
}

fn groups(table: &Table, dialect: Dialect) -> Groups<'_> {
    let mut groups = Groups::new();
    for index in table.indexes.iter().filter(|index| !is_uniqueness(index)) {
        groups.entry(canonical_index(index, dialect)).or_default().push(index);
    }
    groups
}

fn matched<'a>(next_form: &IndexForm, previous: &[&'a Index], next: &[&'a Index]) -> Match<'a> {
    let known = previous.first().or(next.first()).map(|index| (*index).clone());
    let mut known = known.unwrap_or_else(|| Index::new("", Vec::<String>::new()));
    known.name.clear();
    known.keep = false;
    let parts = |indexes: &[&'a Index]| indexes.iter().map(|index| Part::Index(index)).collect();
    let form = (!next.is_empty()).then(|| format!("{next_form:?}"));
    Match { form, ..Match::new(PartId::Index(Box::new(known)), parts(previous), parts(next)) }
}

/// Judges indexes that differ in nothing but their expressions. Those of one side have one shape, so the first stands for all.
fn judge(
    tables: Pair<&Table>,
    (previous, next): (&[&Index], &[&Index]),
    words: Words<'_>,
    otherwise: Otherwise,
) -> Judged {
    let (Some(previous), Some(next)) = (previous.first(), next.first()) else { return Judged::same(false) };
    let differing: Vec<Doubt> = texts(previous)
        .into_iter()
        .zip(texts(next))
        .filter(|((_, previous), (_, next))| differ(previous, next, words.dialect))
        .map(|((kind, previous), (_, next))| Doubt::of_sql(kind, Pair::new(previous, next)))
        .collect();
    if differing.is_empty() {
        return Judged::same(otherwise == Otherwise::Same);
    }
    words.judge(tables, differing, otherwise)
}

fn differ(one: &str, other: &str, dialect: Dialect) -> bool {
    canonical_expression(&Expression::Sql(one.to_owned()), dialect)
        != canonical_expression(&Expression::Sql(other.to_owned()), dialect)
        || !has_same_casts(one, other, dialect)
}

/// The expressions of an index, each with what it is for.
fn texts(index: &Index) -> Vec<(ExpressionKind, &str)> {
    let parts = index.parts.iter().filter_map(|part| match &part.target {
        IndexTarget::Column(_) => None,
        IndexTarget::Expression(sql) => Some((ExpressionKind::IndexPart, sql.as_str())),
    });
    parts.chain(index.filter.as_deref().map(|filter| (ExpressionKind::IndexFilter, filter))).collect()
}

/// The shape without the expressions in it, of which only is kept that they are there.
fn without_texts(form: &IndexForm) -> IndexForm {
    let mut form = form.clone();
    if let Some(filter) = &mut form.filter {
        filter.clear();
    }
    for part in &mut form.parts {
        if let IndexTarget::Expression(sql) = &mut part.target {
            sql.clear();
        }
    }
    form
}
