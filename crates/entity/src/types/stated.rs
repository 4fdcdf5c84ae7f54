//! Types that the project states because the sources do not tell them: `[types]` of the configuration.

use std::collections::BTreeMap;

use limbeck_schema::{ColumnType, ObjectName};

use super::{PathText, text};
use crate::ReadError;

/// The stated types.
#[derive(Clone, Debug, Default)]
pub(crate) struct StatedTypes {
    /// By the path of a Rust type.
    paths: Vec<(PathText, ColumnType)>,
    /// By `table.column` or `schema.table.column`.
    columns: BTreeMap<String, ColumnType>,
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
                let segments =
                    key.trim_start_matches("::").split("::").map(|segment| segment.trim().to_owned()).collect();
                types.paths.push((PathText { leading, segments }, column_type));
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
        let qualified = || self.columns.get(&format!("{table}.{column}"));
        self.columns.get(&format!("{}.{column}", table.name)).or_else(qualified)
    }

    /// The paths of Rust types with what is stated for them.
    pub(super) fn paths(&self) -> &[(PathText, ColumnType)] {
        &self.paths
    }
}
