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

    /// The same with bare names for what is in the schema `default`: an entity may state the schema that unqualified names mean, and a catalog never does.
    pub fn with_default_schema(self, default: &str) -> Self {
        let bare = |name: &mut ObjectName| {
            if name.schema.as_deref() == Some(default) {
                name.schema = None;
            }
        };
        let mut result = Self::default();
        for mut table in self.tables.into_values() {
            bare(&mut table.name);
            table.foreign_keys.iter_mut().for_each(|key| bare(&mut key.target));
            let enumerations = table.columns.iter_mut().filter_map(|column| column.column_type.enumeration_mut());
            enumerations.for_each(|enumeration| bare(&mut enumeration.name));
            result.tables.insert(table.name.clone(), table);
        }
        for mut enumeration in self.enums.into_values() {
            bare(&mut enumeration.name);
            result.enums.insert(enumeration.name.clone(), enumeration);
        }
        for mut view in self.views.into_values() {
            bare(&mut view.name);
            result.views.insert(view.name.clone(), view);
        }
        result.kept_enums = self
            .kept_enums
            .into_iter()
            .map(|mut name| {
                bare(&mut name);
                name
            })
            .collect();
        result
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, ColumnType, ForeignKey};

    #[test]
    fn the_default_schema_is_not_said() {
        let mut schema = Schema::default();
        let kind = ColumnType::Enum(Enumeration::new(("public", "kind"), ["a"]));
        let mut table = Table::new(("public", "animals"), vec![Column::new("kind", kind)]);
        table.foreign_keys.push(ForeignKey::new(["kind"], ("public", "kinds"), ["id"]));
        schema.insert(table);
        schema.insert(Table::new(("other", "animals"), Vec::new()));
        let schema = schema.with_default_schema("public");
        let names: Vec<_> = schema.tables.keys().map(ToString::to_string).collect();
        assert_eq!(names, ["animals", "other.animals"]);
        assert_eq!(schema.tables[&ObjectName::bare("animals")].foreign_keys[0].target, ObjectName::bare("kinds"));
        assert!(schema.enums.contains_key(&ObjectName::bare("kind")));
    }
}
