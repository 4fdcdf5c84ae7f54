use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{ForeignKey, ObjectName, ReferentialAction};

use super::Reading;
use crate::{IntrospectError, reply::Row};

/// A table and the name of one of its constraints.
type ConstraintKey = (ObjectName, String);

/// What a DELETE and an UPDATE do.
type Actions = (Option<ReferentialAction>, Option<ReferentialAction>);

impl Reading<'_> {
    /// Takes the rows of `keys.sql`, in the order of the members, and those of `actions.sql`.
    pub(super) fn add_foreign_keys(&mut self, keys: &[Row], actions: &[Row]) -> Result<(), IntrospectError> {
        let mut known: HashMap<ConstraintKey, Actions> = HashMap::with_capacity(actions.len());
        for row in actions {
            let rules = (action(&row.text("on_delete")?), action(&row.text("on_update")?));
            known.insert((self.table_name(row)?, row.text("constraint_name")?), rules);
        }
        let mut found: BTreeMap<ConstraintKey, ForeignKey> = BTreeMap::new();
        for row in keys {
            let constraint = (self.table_name(row)?, row.text("constraint_name")?);
            let target = self.name(row.text("target_schema")?, row.text("target_name")?);
            let (on_delete, on_update) = known.get(&constraint).copied().ok_or_else(|| hidden(&constraint))?;
            let key = found.entry(constraint).or_insert_with_key(|(_, name)| {
                let mut key = ForeignKey::new(Vec::<String>::new(), target, Vec::<String>::new()).named(name);
                (key.on_delete, key.on_update) = (on_delete, on_update);
                key
            });
            key.columns.push(row.text("column_name")?);
            key.target_columns.push(row.text("target_column")?);
        }
        for ((table, _), key) in found {
            if let Some(table) = self.tables.get_mut(&table) {
                table.foreign_keys.push(key);
            }
        }
        Ok(())
    }
}

/// Who may only SELECT sees the columns of foreign keys but not their actions (measured on MariaDB 10.11); reading none would be wrong.
fn hidden((table, name): &ConstraintKey) -> IntrospectError {
    IntrospectError::Unreadable {
        object: table.to_string(),
        reason: format!(
            "the server hides the actions of its foreign key `{name}` from users who may only SELECT; grant this one \
             REFERENCES too"
        ),
    }
}

/// The action of the catalog's words. InnoDB treats RESTRICT and NO ACTION alike (MySQL 8.0 manual, section 15.1.20.5), and MariaDB
/// prints RESTRICT where nothing was written (measured on 10.11), so both are the unwritten default.
fn action(words: &str) -> Option<ReferentialAction> {
    ReferentialAction::parse(words)
        .filter(|action| !matches!(action, ReferentialAction::NoAction | ReferentialAction::Restrict))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusing_is_the_unwritten_default() {
        for (words, expected) in [
            ("RESTRICT", None),
            ("NO ACTION", None),
            ("CASCADE", Some(ReferentialAction::Cascade)),
            ("SET NULL", Some(ReferentialAction::SetNull)),
            ("SET DEFAULT", Some(ReferentialAction::SetDefault)),
        ] {
            assert_eq!(action(words), expected, "{words}");
        }
    }
}
