//! The parts of a table that an operation names: by shape first, by name among several.

use limbeck_schema::{Check, Column, ForeignKey, Index, IndexPart, ObjectName, Table, Unique};

use super::ReplayError;

/// The column of this name.
pub(crate) fn find_column<'a>(table: &'a Table, name: &str) -> Result<&'a Column, ReplayError> {
    table.column(name).ok_or_else(|| ReplayError::no_part(&table.name, "column", name))
}

/// What a drop of an index or a unique constraint meets: databases keep the one for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dropped<I, U> {
    /// An index.
    Index(I),
    /// A unique constraint.
    Unique(U),
}

impl<'a> Dropped<&'a Index, &'a Unique> {
    /// What `drop_index` drops: the index of these parts, else the unique constraint of the same columns; among several, the one of this name.
    pub(crate) fn of_index(table: &'a Table, name: &str, parts: &[IndexPart]) -> Result<Self, ReplayError> {
        let columns: Option<Vec<_>> = parts.iter().map(|part| part.plain_column().map(str::to_owned)).collect();
        let unique = columns.and_then(|columns| find_unique(table, &columns, Some(name)).ok());
        match (find_index(table, name, parts), unique) {
            (Ok(index), Some(unique)) if index.name != name && unique.name.as_deref() == Some(name) => {
                Ok(Self::Unique(unique))
            }
            (Ok(index), _) => Ok(Self::Index(index)),
            (Err(_), Some(unique)) => Ok(Self::Unique(unique)),
            (Err(missing), None) => Err(missing),
        }
    }

    /// What `drop_unique` drops: the constraint of these columns, else the plain unique index of them; among several, the one of this name.
    pub(crate) fn of_unique(table: &'a Table, columns: &[String], name: Option<&str>) -> Result<Self, ReplayError> {
        match (find_unique(table, columns, name), find_unique_index(table, columns, name)) {
            (Ok(unique), Some(index)) if unique.name.as_deref() != name && Some(index.name.as_str()) == name => {
                Ok(Self::Index(index))
            }
            (Ok(unique), _) => Ok(Self::Unique(unique)),
            (Err(_), Some(index)) => Ok(Self::Index(index)),
            (Err(missing), None) => Err(missing),
        }
    }

    /// The same, owned.
    pub(crate) fn cloned(self) -> Dropped<Index, Unique> {
        match self {
            Self::Index(index) => Dropped::Index(index.clone()),
            Self::Unique(unique) => Dropped::Unique(unique.clone()),
        }
    }
}

/// The index of this shape; among several, and where no shape is the same to the letter, the one of this name.
fn find_index<'a>(table: &'a Table, name: &str, parts: &[IndexPart]) -> Result<&'a Index, ReplayError> {
    let alike = || table.indexes.iter().filter(|index| index.parts == parts);
    alike()
        .find(|index| index.name == name)
        .or_else(|| alike().next())
        .or_else(|| table.indexes.iter().find(|index| index.name == name))
        .ok_or_else(|| ReplayError::no_part(&table.name, "index", name))
}

fn same_columns(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|column| other.contains(column))
}

/// The unique constraint of these columns; among several, the one of this name.
fn find_unique<'a>(table: &'a Table, columns: &[String], name: Option<&str>) -> Result<&'a Unique, ReplayError> {
    let alike = || table.uniques.iter().filter(|unique| same_columns(&unique.columns, columns));
    alike()
        .find(|unique| unique.name.as_deref() == name)
        .or_else(|| alike().next())
        .ok_or_else(|| ReplayError::no_part(&table.name, "unique constraint", &columns.join(", ")))
}

/// The plain unique index of these columns, which does what a constraint of them would; among several, the one of this name.
fn find_unique_index<'a>(table: &'a Table, columns: &[String], name: Option<&str>) -> Option<&'a Index> {
    let is_alike = |index: &&Index| {
        index.unique
            && index.plain_columns().is_some_and(|plain| {
                plain.len() == columns.len() && plain.iter().all(|column| columns.iter().any(|known| known == column))
            })
    };
    let mut alike = table.indexes.iter().filter(is_alike);
    let first = alike.clone().next();
    alike.find(|index| Some(index.name.as_str()) == name).or(first)
}

/// The foreign key of these columns to `target`; among several, the one of this name.
pub(crate) fn find_foreign_key<'a>(
    table: &'a Table,
    columns: &[String],
    target: &ObjectName,
    name: Option<&str>,
) -> Result<&'a ForeignKey, ReplayError> {
    let alike = || table.foreign_keys.iter().filter(|key| key.columns == columns && key.target == *target);
    alike()
        .find(|key| key.name.as_deref() == name)
        .or_else(|| alike().next())
        .ok_or_else(|| ReplayError::no_part(&table.name, "foreign key", &columns.join(", ")))
}

/// The check of this name, or of this expression.
pub(crate) fn find_check<'a>(table: &'a Table, name: &str) -> Result<&'a Check, ReplayError> {
    table
        .checks
        .iter()
        .find(|check| check.name.as_deref() == Some(name))
        .or_else(|| table.checks.iter().find(|check| check.expression == name))
        .ok_or_else(|| ReplayError::no_part(&table.name, "check", name))
}
