use limbeck_schema::{Table, View};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `relations.sql`.
    pub(super) fn add_relation(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let name = self.name(row.text("schema_name")?, row.text("name")?);
        let kind = row.text("kind")?;
        match kind.as_str() {
            "v" | "m" => {
                let definition = row.text("definition")?;
                let definition = definition.trim().trim_end_matches(';').to_owned();
                self.views.push(View { name, definition, materialized: kind == "m" });
            }
            _ => {
                let mut table = Table::new(name, Vec::new());
                table.comment = row.optional_text("comment")?;
                self.tables.insert(row.integer("id")?, table);
            }
        }
        Ok(())
    }
}
