use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use limbeck_entity::{Entities, Rename};
use limbeck_schema::{Dialect, Enumeration, ObjectName, Table};

use crate::{Described, merge, table};

/// A property in which SeaORM and Limbeck differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The table, or the enumerated type.
    pub of: String,
    /// What of it, such as `type of name`.
    pub property: String,
    /// What SeaORM says.
    pub seaorm: String,
    /// What Limbeck says.
    pub limbeck: String,
}

impl Difference {
    /// What differs: the table or type, and the property.
    pub fn place(&self) -> (&str, &str) {
        (&self.of, &self.property)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: SeaORM {}, Limbeck {}", self.of, self.property, self.seaorm, self.limbeck)
    }
}

/// The differences of one table, as they are found.
pub(crate) struct Found<'a> {
    of: &'a ObjectName,
    list: Vec<Difference>,
}

impl Found<'_> {
    /// Notes the property if the two sides differ in it.
    pub(crate) fn compare<T: PartialEq + fmt::Debug>(&mut self, property: impl Into<String>, seaorm: &T, limbeck: &T) {
        if seaorm != limbeck {
            self.list.push(Difference {
                of: self.of.to_string(),
                property: property.into(),
                seaorm: format!("{seaorm:?}"),
                limbeck: format!("{limbeck:?}"),
            });
        }
    }
}

/// All properties in which the descriptions and what was read differ on `dialect`. `absent` are the tables that SeaORM cannot make there.
pub fn differences(
    described: &[Described],
    absent: &BTreeSet<ObjectName>,
    entities: &Entities,
    dialect: Dialect,
) -> Vec<Difference> {
    let tables = merge::by_table(described);
    let mut list = Vec::new();
    let read: BTreeMap<_, _> = entities.schema.tables.iter().filter(|(name, _)| !absent.contains(*name)).collect();
    let names: BTreeSet<_> = tables.keys().chain(read.keys().copied()).collect();
    for name in names {
        let mut found = Found { of: name, list: Vec::new() };
        match (tables.get(name), read.get(name)) {
            (Some(one), Some(other)) => {
                table::compare(&one.table, other, entities, dialect, &mut found);
                compare_renames(one, other, entities, &mut found);
            }
            (one, other) => found.compare("table", &one.map(|_| "has it"), &other.map(|_| "has it")),
        }
        list.append(&mut found.list);
    }
    if dialect == Dialect::Postgres {
        list.append(&mut enums(tables.values(), read.values().copied(), entities));
    }
    list
}

fn compare_renames(described: &Described, read: &Table, entities: &Entities, found: &mut Found<'_>) {
    let of_read = entities.renames.iter().filter_map(|rename| match rename {
        Rename::Column { table, from, to } if *table == read.name => Some((from.clone(), to.clone())),
        Rename::Column { .. } | Rename::Table { .. } | Rename::Label { .. } => None,
    });
    let of_read: BTreeSet<_> = of_read.collect();
    found.compare("names before", &described.renames.iter().cloned().collect(), &of_read);
}

/// The enumerated types of the tables that SeaORM can make, where types are objects.
fn enums<'a>(
    described: impl Iterator<Item = &'a Described>,
    read: impl Iterator<Item = &'a Table>,
    entities: &Entities,
) -> Vec<Difference> {
    let made: BTreeMap<&ObjectName, &Enumeration> =
        described.flat_map(|described| &described.enums).map(|enumeration| (&enumeration.name, enumeration)).collect();
    let used: BTreeSet<&ObjectName> = read
        .flat_map(|table| &table.columns)
        .filter_map(|column| column.column_type.enumeration())
        .map(|enumeration| &enumeration.name)
        .collect();
    let mut list = Vec::new();
    for name in made.keys().copied().chain(used.iter().copied()).collect::<BTreeSet<_>>() {
        let mut found = Found { of: name, list: Vec::new() };
        let of_read = entities.schema.enums.get(name).filter(|_| used.contains(name));
        found.compare("labels", &made.get(name).map(|one| &one.labels), &of_read.map(|one| &one.labels));
        list.append(&mut found.list);
    }
    list
}
