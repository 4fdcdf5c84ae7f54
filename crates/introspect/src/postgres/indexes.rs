use limbeck_schema::{Index, IndexPart, NullsOrder};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes the rows of `indexes.sql`, those of one index next to each other.
    pub(super) fn add_indexes(&mut self, rows: &[Row]) -> Result<(), IntrospectError> {
        let mut previous = None;
        for row in rows {
            let id = row.integer("id")?;
            let Some(table) = self.table(row)? else {
                continue;
            };
            if previous != Some(id) {
                table.indexes.push(index(row)?);
                previous = Some(id);
            }
            if let Some(index) = table.indexes.last_mut() {
                if row.flag("is_included")? {
                    index.include.push(row.text("column_name")?);
                } else {
                    index.parts.push(part(row)?);
                }
            }
        }
        Ok(())
    }
}

fn index(row: &Row) -> Result<Index, IntrospectError> {
    let mut index = Index::new(row.text("name")?, Vec::<IndexPart>::new());
    index.unique = row.flag("is_unique")?;
    index.method = Some(row.text("method")?).filter(|method| method != "btree");
    index.filter =
        row.optional_text("predicate")?.map(|sql| limbeck_schema::without_outer_parentheses(&sql).to_owned());
    index.nulls_not_distinct = row.flag("nulls_not_distinct")?;
    Ok(index)
}

fn part(row: &Row) -> Result<IndexPart, IntrospectError> {
    let mut part = match row.optional_text("column_name")? {
        Some(column) => IndexPart::column(column),
        None => IndexPart::expression(limbeck_schema::without_outer_parentheses(&row.text("expression")?)),
    };
    part.descending = row.flag("is_descending")?;
    part.nulls = nulls(part.descending, row.flag("is_nulls_first")?);
    part.collation = row.optional_text("collation")?;
    part.operator_class = match (row.optional_text("operator_class")?, row.filled_text("operator_class_options")?) {
        (Some(class), Some(options)) => Some(format!("{class}({options})")),
        (class, _) => class,
    };
    Ok(part)
}

/// Where NULLs stand, if not where the order puts them: last when ascending, first when descending (manual, section 11.4).
fn nulls(descending: bool, first: bool) -> Option<NullsOrder> {
    match (descending, first) {
        (false, false) | (true, true) => None,
        (false, true) => Some(NullsOrder::First),
        (true, false) => Some(NullsOrder::Last),
    }
}
