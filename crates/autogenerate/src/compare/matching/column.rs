use std::collections::HashMap;

use limbeck_schema::{Column, ColumnForm, Expression, Pair, Table, has_same_bytes, has_same_casts, is_declared_alike};

use super::{
    super::{
        facet::Facet,
        judge::{Doubt, Judged, Otherwise, Words},
        parts::{Part, PartId, column_form},
    },
    Match,
};

/// Columns by name; then, of those on both sides, each facet that differs. Their order is not compared.
pub(super) fn collect<'a>(pair: Pair<&'a Table>, words: Words<'_>, matches: &mut Vec<Match<'a>>) {
    let dialect = words.dialect;
    let next: HashMap<&str, &Column> = by_name(pair.next);
    for previous in &pair.previous.columns {
        match next.get(previous.name.as_str()) {
            None => {
                let id = PartId::Column(previous.name.clone());
                matches.push(Match::new(id, vec![Part::Column(previous)], Vec::new()));
            }
            Some(next) => facets(pair, Pair::new(previous, next), words, matches),
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

fn facets<'a>(tables: Pair<&'a Table>, columns: Pair<&'a Column>, words: Words<'_>, matches: &mut Vec<Match<'a>>) {
    let keys = Pair::new(tables.previous.is_key(&columns.previous.name), tables.next.is_key(&columns.next.name));
    // Most columns are equal to the letter; their forms need not be made.
    if keys.previous == keys.next && columns.previous == columns.next {
        return;
    }
    let forms = Pair::new(
        column_form(tables.previous, columns.previous, words.dialect),
        column_form(tables.next, columns.next, words.dialect),
    );
    for facet in Facet::ALL {
        // A form depends on the column's other facets too; what is equal to the letter does not differ because of them.
        let is_equal =
            facet.is_equal(columns.previous, columns.next) && (facet != Facet::Nullable || keys.previous == keys.next);
        if is_equal {
            continue;
        }
        let judged = judge_facet(facet, tables, columns, forms.as_ref(), words);
        if judged.same && judged.doubts.is_empty() {
            continue;
        }
        let id = PartId::Facet(columns.previous.name.clone(), facet);
        let parts = columns.map(|column| vec![Part::Facet(column, facet)]);
        let form = Some(facet.form_words(&forms.next));
        matches.push(Match { form, ..Match::new(id, parts.previous, parts.next).judged(judged) });
    }
}

/// Whether both columns agree in a facet.
pub(crate) fn judge_facet(
    facet: Facet,
    tables: Pair<&Table>,
    columns: Pair<&Column>,
    forms: Pair<&ColumnForm>,
    words: Words<'_>,
) -> Judged {
    let is_same = match facet {
        Facet::Type if words.is_exact() => {
            is_declared_alike(&columns.previous.column_type, &columns.next.column_type, words.dialect)
        }
        Facet::Default => {
            let is_same = facet.is_same(forms.previous, forms.next);
            if is_same && !has_same_bytes(columns.previous, columns.next, words.dialect) {
                return Judged::same(false);
            }
            is_same
        }
        _ => facet.is_same(forms.previous, forms.next),
    };
    let Some((kind, texts)) = facet.texts(columns.previous, columns.next) else { return Judged::same(is_same) };
    let has_same_casts = match (&texts.previous, &texts.next) {
        (Expression::Sql(previous), Expression::Sql(next)) => has_same_casts(previous, next, words.dialect),
        _ => true,
    };
    if is_same && has_same_casts {
        return Judged::same(true);
    }
    let otherwise = match (is_same, facet.is_undecidable(columns.previous, columns.next)) {
        (true, _) => Otherwise::Same,
        (false, true) => Otherwise::Undecidable,
        (false, false) => Otherwise::Different,
    };
    words.judge(tables, vec![Doubt { kind, texts }], otherwise)
}
