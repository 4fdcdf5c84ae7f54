use std::collections::BTreeSet;

use limbeck_schema::{ObjectName, Pair, Schema, Table, drop_stated_absence};

use super::super::{facet::Facet, judge::Words, matching::judge_facet, parts::column_form};

/// Starts from the database where it has a facet by other hands than the revisions', and the entities want another: the change leads from what is there,
/// and its downgrade back to that. A facet that is as it is wanted, in whatever words, is left: its revision does no harm here, and is what other databases
/// need.
pub(in super::super) fn adopt_facets(
    wanted: &Schema,
    actual: &Schema,
    recorded: &Schema,
    base: &mut Schema,
    words: Words<'_>,
    aside: &BTreeSet<ObjectName>,
) {
    for (name, wanted) in wanted.tables.iter().filter(|(name, _)| !aside.contains(*name)) {
        let (Some(actual), Some(recorded), Some(base)) =
            (actual.table(name), recorded.table(name), base.table_mut(name))
        else {
            continue;
        };
        // An absence that an entity states is no facet to lead to: what is there then is a drift.
        let mut wanted = wanted.clone();
        drop_stated_absence(&mut wanted);
        if recorded.comment.is_none() && wanted.comment.is_some() && wanted.comment != actual.comment {
            base.comment.clone_from(&actual.comment);
        }
        for (column, facet) in other_facets(&wanted, actual, recorded, words) {
            if let (Some(from), Some(to)) = (actual.column(&column), base.column_mut(&column)) {
                facet.copy(from, to);
            }
        }
    }
}

/// The facets that no revision made and the database has otherwise than they are wanted.
fn other_facets(wanted: &Table, actual: &Table, recorded: &Table, words: Words<'_>) -> Vec<(String, Facet)> {
    let mut found = Vec::new();
    let tables = Pair::new(actual, wanted);
    for column in &wanted.columns {
        let (Some(there), Some(known)) = (actual.column(&column.name), recorded.column(&column.name)) else { continue };
        let columns = Pair::new(there, column);
        let forms = Pair::new(column_form(actual, there, words.dialect), column_form(wanted, column, words.dialect));
        let facets = Facet::ALL.into_iter().filter(|facet| {
            facet.is_unsaid(known)
                && !facet.is_unsaid(column)
                && !facet.is_unsaid(there)
                && !judge_facet(*facet, tables, columns, forms.as_ref(), words).same
        });
        found.extend(facets.map(|facet| (column.name.clone(), facet)));
    }
    found
}
