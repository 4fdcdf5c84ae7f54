//! Types that the project states because the sources do not tell them: `[types]` of the configuration.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use limbeck_schema::{ColumnType, ObjectName};

use super::{PathText, text};
use crate::ReadError;

/// The stated types.
#[derive(Clone, Debug, Default)]
pub(crate) struct StatedTypes {
    /// By the path of a Rust type.
    paths: Vec<StatedPath>,
    /// By `table.column` or `schema.table.column`.
    columns: BTreeMap<String, ColumnType>,
    /// The keys that were of use.
    used: RefCell<BTreeSet<String>>,
}

/// What is stated for a Rust type.
#[derive(Clone, Debug)]
pub(super) struct StatedPath {
    key: String,
    pub(super) path: PathText,
    column_type: ColumnType,
}

impl StatedTypes {
    /// Reads the keys and values of `[types]`.
    ///
    /// # Errors
    /// A value that is no column type.
    pub(crate) fn read(stated: &BTreeMap<String, String>) -> Result<Self, ReadError> {
        let mut types = Self::default();
        for (key, value) in stated {
            let Some(column_type) = text::stated(value) else {
                return Err(ReadError::StatedType { key: key.clone(), value: value.clone() });
            };
            if key.contains("::") || !key.contains('.') {
                let leading = key.starts_with("::");
                let segments = key.trim_start_matches("::").split("::").map(|segment| segment.trim().to_owned());
                let path = PathText { leading, segments: segments.collect() };
                types.paths.push(StatedPath { key: key.clone(), path, column_type });
            } else {
                types.columns.insert(key.clone(), column_type);
            }
        }
        Ok(types)
    }

    /// The type that is stated for a column.
    pub(crate) fn of_column(&self, table: &ObjectName, column: &str) -> Option<&ColumnType> {
        // Nearly every project states none, and every column asks.
        if self.columns.is_empty() {
            return None;
        }
        let keys = [format!("{}.{column}", table.name), format!("{table}.{column}")];
        let (key, column_type) = keys.iter().find_map(|key| self.columns.get_key_value(key))?;
        self.used.borrow_mut().insert(key.clone());
        Some(column_type)
    }

    /// The type that is stated for the Rust type whose path `is_meant`.
    pub(super) fn of_path(&self, is_meant: impl Fn(&PathText) -> bool) -> Option<&ColumnType> {
        let stated = self.paths.iter().find(|stated| is_meant(&stated.path))?;
        self.used.borrow_mut().insert(stated.key.clone());
        Some(&stated.column_type)
    }

    /// Whether no Rust type has a stated one.
    pub(super) const fn has_no_paths(&self) -> bool {
        self.paths.is_empty()
    }

    /// The keys that no column had a use for.
    pub(crate) fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let keys = self.paths.iter().map(|stated| &stated.key).chain(self.columns.keys());
        keys.filter(|key| !used.contains(*key)).cloned().collect()
    }
}
