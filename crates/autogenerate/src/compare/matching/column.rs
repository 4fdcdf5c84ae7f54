use std::collections::HashMap;

use limbeck_schema::{Column, Dialect, Pair, Table};

use super::{
    super::{
        facet::Facet,
        parts::{Part, PartId, column_form},
    },
    Match, name_the_same,
};

/// Columns by name; then, of those on both sides, each facet that differs. Their order is not compared.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let next: HashMap<&str, &Column> = by_name(pair.next);
    for previous in &pair.previous.columns {
        match next.get(previous.name.as_str()) {
            None => {
                let id = PartId::Column(previous.name.clone());
                matches.push(Match::new(id, vec![Part::Column(previous)], Vec::new()));
            }
            Some(next) => facets(pair, Pair::new(previous, next), dialect, matches),
        }
    }
    let previous = by_name(pair.previous);
    for column in pair.next.columns.iter().filter(|column| !previous.contains_key(column.name.as_str())) {
        let form = Some(format!("{:?}", column_form(pair.next, column, dialect)));
        let id = PartId::Column(column.name.clone());
        matches.push(Match { form, ..Match::new(id, Vec::new(), vec![Part::Column(column)]) });
    }
}

fn by_name(table: &Table) -> HashMap<&str, &Column> {
    table.columns.iter().map(|column| (column.name.as_str(), column)).collect()
}

fn facets<'a>(tables: Pair<&'a Table>, columns: Pair<&'a Column>, dialect: Dialect, matches: &mut Vec<Match<'a>>) {
    let keys = Pair::new(tables.previous.is_key(&columns.previous.name), tables.next.is_key(&columns.next.name));
    // Most columns are equal to the letter; their forms need not be made.
    if keys.previous == keys.next && columns.previous == columns.next {
        return;
    }
    let forms = Pair::new(
        column_form(tables.previous, columns.previous, dialect),
        column_form(tables.next, columns.next, dialect),
    );
    // A form depends on the column's other facets too; what is equal to the letter does not differ because of them.
    let is_equal = |facet: Facet| {
        facet.is_equal(columns.previous, columns.next) && (facet != Facet::Nullable || keys.previous == keys.next)
    };
    let differs = |facet: &Facet| !facet.is_same(&forms.previous, &forms.next) && !is_equal(*facet);
    for facet in Facet::ALL.into_iter().filter(differs) {
        let id = PartId::Facet(columns.previous.name.clone(), facet);
        let parts = columns.map(|column| vec![Part::Facet(column, facet)]);
        matches.push(Match {
            undecidable: is_undecidable(facet, tables, columns),
            form: Some(facet.form_words(&forms.next)),
            ..Match::new(id, parts.previous, parts.next)
        });
    }
}

/// Whether a server may have written the facet anew, so that both columns may still mean the same.
pub(crate) fn is_undecidable(facet: Facet, tables: Pair<&Table>, columns: Pair<&Column>) -> bool {
    let names_the_same = match (facet, &columns.previous.generated, &columns.next.generated) {
        (Facet::Generated, Some(previous), Some(next)) => {
            name_the_same(tables, Pair::new(&previous.expression, &next.expression))
        }
        _ => true,
    };
    names_the_same && facet.is_undecidable(columns.previous, columns.next)
}
