use std::collections::BTreeMap;

use limbeck_schema::{Check, ObjectName};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes the rows of a flavour's `checks.sql`.
    ///
    /// On MariaDB a column's own check bears the column's name. It is no constraint that could be dropped by name, but goes when a MODIFY
    /// of the column leaves it out.
    pub(super) fn add_checks(&mut self, rows: &[Row]) -> Result<(), IntrospectError> {
        let mut found: BTreeMap<(ObjectName, String), String> = BTreeMap::new();
        for row in rows {
            found.insert((self.table_name(row)?, row.text("constraint_name")?), row.text("clause")?);
        }
        for ((table, name), clause) in found {
            if let Some(table) = self.tables.get_mut(&table) {
                let expression = (self.flavour.expression)(&clause);
                table.checks.push(Check::new(limbeck_schema::without_outer_parentheses(&expression)).named(name));
            }
        }
        Ok(())
    }
}
