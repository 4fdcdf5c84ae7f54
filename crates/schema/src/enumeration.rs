use serde::{Deserialize, Serialize};

use crate::ObjectName;

/// An enumerated type. PostgreSQL has it as an object; MySQL and MariaDB write its labels into each column; SQLite knows nothing of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Enumeration {
    /// The type's name. Empty where it was read from a database that has no names for it (MySQL, MariaDB).
    pub name: ObjectName,
    /// The labels in their order, which is the order that comparisons of values use.
    pub labels: Vec<String>,
}

impl Enumeration {
    /// A named type with its labels.
    pub fn new<L: Into<String>>(name: impl Into<ObjectName>, labels: impl IntoIterator<Item = L>) -> Self {
        Self { name: name.into(), labels: labels.into_iter().map(Into::into).collect() }
    }
}
