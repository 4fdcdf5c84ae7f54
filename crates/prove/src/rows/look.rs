use std::collections::BTreeMap;

use limbeck_operations::ddl::quote;
use limbeck_schema::{Column, ColumnType, Dialect, Generated, ObjectName, Schema};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

/// What was found in the tables: of each the number of rows, and of each column its values, sorted by the rows' own order.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    rows: BTreeMap<ObjectName, Vec<BTreeMap<String, Option<String>>>>,
    held: BTreeMap<(ObjectName, String), Holding>,
}

/// What decides over the values of a column: its type, and what computes it.
type Holding = (ColumnType, Option<Generated>);

/// Reads all rows of the tables of `schema` as text.
///
/// # Errors
/// A table that can't be read.
pub async fn look(connection: &DatabaseConnection, schema: &Schema, dialect: Dialect) -> Result<Seen, DbErr> {
    let mut seen = Seen::default();
    for table in schema.tables.values().filter(|table| !table.columns.is_empty()) {
        let columns: Vec<_> = table.columns.iter().map(|column| as_text(column, dialect)).collect();
        let sql = format!("SELECT {} FROM {}", columns.join(", "), quote::object(&table.name, dialect));
        let statement = Statement::from_string(connection.get_database_backend(), sql);
        let mut rows = Vec::new();
        for row in connection.query_all_raw(statement).await? {
            let value = |(number, column): (usize, &Column)| {
                Ok((column.name.clone(), row.try_get_by_index::<Option<String>>(number)?))
            };
            rows.push(table.columns.iter().enumerate().map(value).collect::<Result<_, DbErr>>()?);
        }
        seen.rows.insert(table.name.clone(), rows);
        for column in &table.columns {
            let held = (column.column_type.clone(), column.generated.clone());
            seen.held.insert((table.name.clone(), column.name.clone()), held);
        }
    }
    Ok(seen)
}

/// An expression that gives every value as text from which the value can be told.
fn as_text(column: &Column, dialect: Dialect) -> String {
    let name = quote::identifier(&column.name, dialect);
    match dialect {
        Dialect::Sqlite => format!("CASE WHEN {name} IS NULL THEN NULL ELSE quote({name}) END"),
        // The connection keeps the plan of a statement, which must not get columns of another collation.
        Dialect::Postgres => format!("{name}::text COLLATE \"default\""),
        // The bytes of a text are those of its character set.
        Dialect::MySql | Dialect::MariaDb if has_characters(&column.column_type) => {
            format!("HEX(CONVERT({name} USING utf8mb4))")
        }
        Dialect::MySql | Dialect::MariaDb => format!("HEX(CONCAT({name}))"),
    }
}

fn has_characters(column_type: &ColumnType) -> bool {
    matches!(column_type, ColumnType::Char(_) | ColumnType::String(_) | ColumnType::Text | ColumnType::Enum(_))
}

/// Whether both columns hold the same values for the same rows: they have one type, labels aside, since those that rows hold stay; and are computed alike.
fn is_held_alike(one: &Holding, other: &Holding) -> bool {
    let plain = |(column_type, generated): &Holding| {
        let mut column_type = column_type.clone();
        if let Some(enumeration) = column_type.enumeration_mut() {
            enumeration.labels.clear();
        }
        (column_type, generated.clone())
    };
    plain(one) == plain(other)
}

/// A value that is a label, as [`as_text`] gives it.
fn label_as_text(label: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite => format!("'{}'", label.replace('\'', "''")),
        Dialect::Postgres => label.to_owned(),
        Dialect::MySql | Dialect::MariaDb => label.bytes().map(|byte| format!("{byte:02X}")).collect(),
    }
}

impl Seen {
    /// What is to be seen after a rename of a label: the other label wherever the one was.
    pub(super) fn relabelled(mut self, name: &ObjectName, (label, to): (&str, &str), dialect: Dialect) -> Self {
        let (previous, next) = (label_as_text(label, dialect), label_as_text(to, dialect));
        for ((table, column), (column_type, _)) in &mut self.held {
            let Some(enumeration) = column_type.enumeration_mut().filter(|enumeration| enumeration.name == *name)
            else {
                continue;
            };
            enumeration.labels.iter_mut().filter(|known| *known == label).for_each(|known| to.clone_into(known));
            let rows = self.rows.get_mut(table).into_iter().flatten();
            let values = rows.filter_map(|row| row.get_mut(column)?.as_mut());
            values.filter(|value| **value == previous).for_each(|value| value.clone_from(&next));
        }
        self
    }

    /// Whether what was seen here is also seen in `later`: every table that is in both has as many rows, and the columns that are in both,
    /// under the names that `renamed` gives, with the same type and not computed another way, have the same values in the same rows. A column for
    /// which `fills` holds keeps the values that it had; where it was NULL it may have one.
    ///
    /// # Errors
    /// What was lost.
    pub fn still_in(
        &self,
        later: &Self,
        renamed: impl Fn(&ObjectName, &str) -> (ObjectName, String),
        fills: impl Fn(&ObjectName, &str) -> bool,
    ) -> Result<(), String> {
        for (table, rows) in &self.rows {
            let (next_table, _) = renamed(table, "");
            let Some(next_rows) = later.rows.get(&next_table) else { continue };
            if rows.len() != next_rows.len() {
                return Err(format!("{table} had {} rows and has {}", rows.len(), next_rows.len()));
            }
            let (filled, kept): (Vec<(&str, String)>, Vec<_>) = rows
                .first()
                .into_iter()
                .flat_map(BTreeMap::keys)
                .map(|column| (column.as_str(), renamed(table, column).1))
                .filter(|(column, next)| {
                    let previous = self.held.get(&(table.clone(), (*column).to_owned()));
                    let later = later.held.get(&(next_table.clone(), next.clone()));
                    previous.zip(later).is_some_and(|(one, other)| is_held_alike(one, other))
                })
                .partition(|(column, _)| fills(table, column));
            for (column, next) in filled {
                let mut left: Vec<_> = next_rows.iter().filter_map(|row| row.get(&next)?.as_deref()).collect();
                for value in rows.iter().filter_map(|row| row.get(column)?.as_deref()) {
                    let Some(at) = left.iter().position(|known| *known == value) else {
                        return Err(format!("{table}.{column} has lost the value {value}"));
                    };
                    left.swap_remove(at);
                }
            }
            let project = |rows: &[BTreeMap<String, Option<String>>], next: bool| {
                let row = |row: &BTreeMap<String, Option<String>>| -> Vec<_> {
                    kept.iter().map(|(one, other)| row.get(if next { other.as_str() } else { *one }).cloned()).collect()
                };
                let mut values: Vec<_> = rows.iter().map(row).collect();
                values.sort();
                values
            };
            let (previous, next) = (project(rows, false), project(next_rows, true));
            if previous != next {
                let names: Vec<_> = kept.iter().map(|(column, _)| *column).collect();
                return Err(format!(
                    "the values of {table} in {} were {previous:?} and are {next:?}",
                    names.join(", ")
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Enumeration;

    use super::*;

    /// A table with a mood in each row.
    fn moods(labels: &[&str], values: &[Option<&str>]) -> Seen {
        let column_type = ColumnType::Enum(Enumeration::new("mood", labels.iter().copied()));
        let row = |value: &Option<&str>| BTreeMap::from([("mood".to_owned(), value.map(str::to_owned))]);
        Seen {
            rows: BTreeMap::from([("pets".into(), values.iter().map(row).collect())]),
            held: BTreeMap::from([(("pets".into(), "mood".to_owned()), (column_type, None))]),
        }
    }

    #[test]
    fn labels_that_rows_hold_stay_when_others_come_and_go() {
        let before = moods(&["calm", "wild"], &[None, Some("calm"), Some("wild")]);
        let same = |table: &ObjectName, column: &str| (table.clone(), column.to_owned());
        for (name, after, expected) in [
            ("kept", moods(&["calm", "wild", "shy"], &[Some("wild"), None, Some("calm")]), true),
            ("lost", moods(&["calm", "shy"], &[None, None, Some("calm")]), false),
            ("mixed up", moods(&["wild", "calm"], &[None, Some("calm"), Some("calm")]), false),
        ] {
            let found = before.still_in(&after, same, |_, _| false);
            assert_eq!(found.is_ok(), expected, "{name}: {found:?}");
        }
    }
}
