use serde::{Deserialize, Serialize};

use crate::ObjectName;

/// Another name for the same thing. In order of how they are done: tables, columns, labels.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rename {
    /// A table.
    Table {
        /// The name before.
        from: ObjectName,
        /// The name after.
        to: ObjectName,
    },
    /// A column.
    Column {
        /// The table, by its name after.
        table: ObjectName,
        /// The name before.
        from: String,
        /// The name after.
        to: String,
    },
    /// A value of an enumerated type.
    Label {
        /// The type.
        enumeration: ObjectName,
        /// The label before.
        from: String,
        /// The label after.
        to: String,
    },
}
