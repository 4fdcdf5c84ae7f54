use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{Dialect, Index, IndexForm, IndexTarget, Pair, Table, canonical_index};

use super::{
    super::parts::{Part, PartId, is_uniqueness},
    Match, name_the_same,
};

type Groups<'a> = BTreeMap<IndexForm, Vec<&'a Index>>;

/// Indexes by their shape. What is left on both sides goes together by name: that index changed its shape.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let mut groups = pair.map(|table| groups(table, dialect));
    let mut left = Vec::new();
    for (form, previous) in std::mem::take(&mut groups.previous) {
        match groups.next.remove(&form) {
            Some(next) => matches.push(Match { same: true, ..matched(&form, &previous, &next) }),
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
        let undecidable = next_form.as_ref().is_some_and(|next| without_texts(&form) == without_texts(next))
            && name_the_same(pair, Pair::new(&texts(&previous), &texts(&next)));
        matches.push(Match { undecidable, ..matched(next_form.as_ref().unwrap_or(&form), &previous, &next) });
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

/// The expressions in indexes, one behind the other.
fn texts(indexes: &[&Index]) -> String {
    let expressions = indexes.iter().flat_map(|index| {
        let parts = index.parts.iter().filter_map(|part| match &part.target {
            IndexTarget::Column(_) => None,
            IndexTarget::Expression(sql) => Some(sql.as_str()),
        });
        parts.chain(index.filter.as_deref())
    });
    expressions.collect::<Vec<_>>().join(" , ")
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
