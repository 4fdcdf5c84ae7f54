use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Enumeration, ObjectName, Table, View};

/// A whole schema: wanted (by the entities), recorded (by the revisions) or actual (in the database).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Schema {
    /// The tables by name.
    #[serde(with = "as_values")]
    pub tables: BTreeMap<ObjectName, Table>,
    /// The enumerated types by name.
    #[serde(with = "as_values")]
    pub enums: BTreeMap<ObjectName, Enumeration>,
    /// The views by name.
    #[serde(with = "as_values")]
    pub views: BTreeMap<ObjectName, View>,
    /// Enumerated types that stay when no entity states them.
    pub kept_enums: BTreeSet<ObjectName>,
}

impl Schema {
    /// The table of this name.
    pub fn table(&self, name: &ObjectName) -> Option<&Table> {
        self.tables.get(name)
    }

    /// The table of this name, to be changed.
    pub fn table_mut(&mut self, name: &ObjectName) -> Option<&mut Table> {
        self.tables.get_mut(name)
    }

    /// Adds a table, and the enumerations of its columns; a table of the same name is replaced.
    pub fn insert(&mut self, table: Table) {
        for enumeration in table.columns.iter().filter_map(|column| column.column_type.enumeration()) {
            self.enums.entry(enumeration.name.clone()).or_insert_with(|| enumeration.clone());
        }
        self.tables.insert(table.name.clone(), table);
    }

    /// The tables with a foreign key to `name`, itself excepted.
    pub fn referring<'a>(&'a self, name: &'a ObjectName) -> impl Iterator<Item = &'a Table> {
        self.tables
            .values()
            .filter(move |table| table.name != *name && table.foreign_keys.iter().any(|key| key.target == *name))
    }
}

/// A map of named things is stored as the list of the things; JSON has no pairs as keys.
mod as_values {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::{Enumeration, ObjectName, Table, View};

    pub(super) trait Named {
        fn name(&self) -> &ObjectName;
    }

    impl Named for Table {
        fn name(&self) -> &ObjectName {
            &self.name
        }
    }

    impl Named for Enumeration {
        fn name(&self) -> &ObjectName {
            &self.name
        }
    }

    impl Named for View {
        fn name(&self) -> &ObjectName {
            &self.name
        }
    }

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        map: &BTreeMap<ObjectName, T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(map.values())
    }

    pub(super) fn deserialize<'de, T, D>(from: D) -> Result<BTreeMap<ObjectName, T>, D::Error>
    where
        T: Deserialize<'de> + Named,
        D: Deserializer<'de>,
    {
        let values = Vec::<T>::deserialize(from)?;
        Ok(values.into_iter().map(|value| (value.name().clone(), value)).collect())
    }
}
