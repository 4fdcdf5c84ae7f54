//! Silence is not a statement: what an entity leaves out is taken over from what is recorded or there.

mod column_type;
mod unique;

use column_type::{fill_type, is_same_family};

use crate::{Column, ColumnType, Dialect, Expression, ForeignKey, Index, IndexForm, Table, canonical_index};

/// Fills what an entity leaves out from `base`, the table as it is recorded or found: silence is not a statement.
///
/// Filled are default, comment, collation, `ON UPDATE`, computation, extra, length, precision, foreign-key actions, when a key is checked, an index's
/// method and further facets, how (not whether) rows are numbered, the table's options, and which objects are kept. Default, collation and `ON UPDATE` of
/// a column whose family of types differs are not filled. Then [`drop_stated_absence`] is done. Names are left alone. `dialect` is the one that
/// `base` belongs to.
pub fn fill_unsaid(wanted: &mut Table, base: &Table, dialect: Dialect) {
    for at in 0..wanted.columns.len() {
        if let Some(known) = base.column(&wanted.columns[at].name) {
            let name = known.name.as_str();
            let is_single = |table: &Table| table.single_key() == Some(name);
            let states_numbering = is_single(wanted) || is_single(base) || wanted.is_key(name) != base.is_key(name);
            fill_column(&mut wanted.columns[at], known, states_numbering, dialect);
        }
    }
    wanted.comment = wanted.comment.take().or_else(|| base.comment.clone());
    wanted.options = base.options.clone();
    wanted.keep |= base.keep;
    for key in &mut wanted.foreign_keys {
        fill_foreign_key(key, base);
    }
    unique::fill(wanted, base);
    fill_indexes(&mut wanted.indexes, &base.indexes, dialect);
    drop_stated_absence(wanted);
}

/// Takes the words with which an entity says that something is not there (a default of NULL, an empty comment or collation) as what they mean.
/// They have to stand until the unsaid is filled.
pub fn drop_stated_absence(wanted: &mut Table) {
    for column in &mut wanted.columns {
        column.default.take_if(|default| *default == Expression::Null);
        column.on_update.take_if(|value| *value == Expression::Null);
        column.comment.take_if(|comment| comment.is_empty());
        column.collation.take_if(|collation| collation.is_empty());
    }
    wanted.comment.take_if(|comment| comment.is_empty());
}

/// Only the single key of a table states in an entity whether it is numbered; SeaORM's macro takes the word away from members of a
/// composite key, and other columns have none. A column that becomes or was the single key takes nothing over.
fn fill_column(column: &mut Column, known: &Column, states_numbering: bool, dialect: Dialect) {
    let states_default = column.default.is_some();
    fill_type(&mut column.column_type, &known.column_type, dialect);
    if is_same_family(&column.column_type, &known.column_type) {
        let default = known.default.as_ref().filter(|default| fits(default, &column.column_type));
        column.default = column.default.take().or_else(|| default.cloned());
        column.collation = column.collation.take().or_else(|| known.collation.clone());
        column.on_update = column.on_update.take().or_else(|| known.on_update.clone());
    }
    column.comment = column.comment.take().or_else(|| known.comment.clone());
    column.extra = column.extra.take().or_else(|| known.extra.clone());
    column.generated = column.generated.take().or_else(|| known.generated.clone());
    column.keep |= known.keep;
    let takes_numbering = !states_numbering && column.column_type.is_integer() && !states_default;
    if known.auto_increment.is_some() && (column.auto_increment.is_some() || takes_numbering) {
        column.auto_increment.clone_from(&known.auto_increment);
    }
    // A key whose numbers come from a sequence of its own choice is numbered, too.
    if known.auto_increment.is_none() && !states_default && known.default.as_ref().is_some_and(takes_from_sequence) {
        column.auto_increment = None;
    }
}

/// Whether a default takes the next number of a sequence: PostgreSQL's `nextval('numbers'::regclass)`, MariaDB's ``nextval(`shop`.`numbers`)``.
fn takes_from_sequence(default: &Expression) -> bool {
    matches!(default, Expression::Sql(sql) if sql.trim_start_matches('(').to_lowercase().starts_with("nextval("))
}

/// Whether a default may be one of an enumerated type: only its labels are.
fn fits(default: &Expression, column_type: &ColumnType) -> bool {
    match (default, column_type) {
        (Expression::Text(text), ColumnType::Enum(enumeration)) => enumeration.labels.contains(text),
        _ => true,
    }
}

fn fill_foreign_key(key: &mut ForeignKey, base: &Table) {
    let known = base.foreign_keys.iter().find(|known| {
        known.columns == key.columns && known.target == key.target && known.target_columns == key.target_columns
    });
    let Some(known) = known else { return };
    key.on_delete = key.on_delete.or(known.on_delete);
    key.on_update = key.on_update.or(known.on_update);
    key.deferrable = key.deferrable.or(known.deferrable);
    key.keep |= known.keep;
}

/// Fills each from an index of the same members, order, uniqueness and predicate; those are its shape, the rest are facets that no entity of
/// SeaORM has words for. An index that another one is equal to fills nothing else.
fn fill_indexes(wanted: &mut [Index], known: &[Index], dialect: Dialect) {
    let forms: Vec<_> = wanted.iter().map(|index| canonical_index(index, dialect)).collect();
    let (equal, others): (Vec<_>, Vec<_>) =
        known.iter().map(|known| (known, canonical_index(known, dialect))).partition(|(_, form)| forms.contains(form));
    for (index, form) in wanted.iter_mut().zip(&forms) {
        let alike = |(_, known): &&(&Index, IndexForm)| {
            known.unique == form.unique
                && known.filter == form.filter
                && known.parts.len() == form.parts.len()
                && known
                    .parts
                    .iter()
                    .zip(&form.parts)
                    .all(|(known, part)| known.target == part.target && known.descending == part.descending)
        };
        let found = equal.iter().find(|(_, known)| known == form).or_else(|| others.iter().find(alike));
        if let Some((known, _)) = found {
            fill_index(index, known);
        }
    }
}

fn fill_index(index: &mut Index, known: &Index) {
    for (part, known) in index.parts.iter_mut().zip(&known.parts) {
        part.nulls = part.nulls.or(known.nulls);
        part.operator_class = part.operator_class.take().or_else(|| known.operator_class.clone());
        part.collation = part.collation.take().or_else(|| known.collation.clone());
        part.prefix = part.prefix.or(known.prefix);
    }
    index.method = index.method.take().or_else(|| known.method.clone());
    if index.include.is_empty() {
        index.include.clone_from(&known.include);
    }
    index.nulls_not_distinct |= known.nulls_not_distinct;
    index.keep |= known.keep;
}

#[cfg(test)]
mod tests;
