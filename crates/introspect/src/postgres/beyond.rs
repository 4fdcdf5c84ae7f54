use limbeck_schema::{Beyond, ConstraintText};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `beyond.sql`, those of one thing next to each other.
    pub(super) fn add_beyond(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let what = row.text("what")?;
        let Some(table) = self.table(row)? else {
            return Ok(());
        };
        if table.beyond.last().is_none_or(|last| last.what != what) {
            table.beyond.push(Beyond::new(what));
        }
        let Some(beyond) = table.beyond.last_mut() else {
            return Ok(());
        };
        if let Some(column) = row.optional_text("column_name")?.filter(|column| !beyond.columns.contains(column)) {
            beyond.columns.push(column);
        }
        beyond.goes_with_type = row.flag("goes_with_type")?;
        if let Some(sql) = row.optional_text("definition")? {
            let name = row.optional_text("constraint_name")?;
            beyond.constraint = Some(ConstraintText { name, sql, in_column: false });
        }
        beyond.statements.extend(row.optional_text("statement")?.filter(|sql| !beyond.statements.contains(sql)));
        Ok(())
    }
}
