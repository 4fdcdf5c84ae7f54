use limbeck_schema::Enumeration;

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `enums.sql`: a label, or none for a type without any.
    pub(super) fn add_label(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let name = self.name(row.text("schema_name")?, row.text("name")?);
        let labels: Vec<String> = Vec::new();
        let enumeration = self.enums.entry(row.integer("id")?).or_insert_with(|| Enumeration::new(name, labels));
        enumeration.labels.extend(row.optional_text("label")?);
        Ok(())
    }
}
