use std::{collections::BTreeMap, path::PathBuf};

use limbeck_schema::ObjectName;

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file, as it was named or found.
    pub file: PathBuf,
    /// Its line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// Where in the sources each object of the schema is stated.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    tables: BTreeMap<ObjectName, TableOrigins>,
    enumerations: BTreeMap<ObjectName, Span>,
}

/// Where a table and what belongs to it is stated.
#[derive(Clone, Debug)]
pub(crate) struct TableOrigins {
    pub(crate) span: Span,
    pub(crate) columns: BTreeMap<String, Span>,
    pub(crate) uniques: BTreeMap<Vec<String>, Span>,
    pub(crate) indexes: BTreeMap<Vec<String>, Span>,
    pub(crate) foreign_keys: BTreeMap<Vec<String>, Span>,
    /// By the names of constraints and indexes.
    pub(crate) names: BTreeMap<String, Span>,
}

impl TableOrigins {
    pub(crate) fn new(span: Span) -> Self {
        Self {
            span,
            columns: BTreeMap::new(),
            uniques: BTreeMap::new(),
            indexes: BTreeMap::new(),
            foreign_keys: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }
}

impl TableOrigins {
    /// Adds what is known of another entity of the same table; what both know stays.
    pub(crate) fn add(&mut self, other: Self) {
        fn all<K: Ord>(to: &mut BTreeMap<K, Span>, from: BTreeMap<K, Span>) {
            for (key, span) in from {
                to.entry(key).or_insert(span);
            }
        }
        all(&mut self.columns, other.columns);
        all(&mut self.uniques, other.uniques);
        all(&mut self.indexes, other.indexes);
        all(&mut self.foreign_keys, other.foreign_keys);
        all(&mut self.names, other.names);
    }
}

impl Origins {
    /// Where the table's entity begins: the name of its struct.
    pub fn table(&self, table: &ObjectName) -> Option<&Span> {
        self.tables.get(table).map(|origins| &origins.span)
    }

    /// Where the column's field is.
    pub fn column(&self, table: &ObjectName, column: &str) -> Option<&Span> {
        self.tables.get(table)?.columns.get(column)
    }

    /// Where the unique constraint of these columns is stated.
    pub fn unique(&self, table: &ObjectName, columns: &[String]) -> Option<&Span> {
        self.tables.get(table)?.uniques.get(columns)
    }

    /// Where the index of these columns is stated; for a group its first field.
    pub fn index(&self, table: &ObjectName, columns: &[String]) -> Option<&Span> {
        self.tables.get(table)?.indexes.get(columns)
    }

    /// Where the relation is that makes the foreign key of these columns.
    pub fn foreign_key(&self, table: &ObjectName, columns: &[String]) -> Option<&Span> {
        self.tables.get(table)?.foreign_keys.get(columns)
    }

    /// Where the enum is defined that has this name in the database.
    pub fn enumeration(&self, name: &ObjectName) -> Option<&Span> {
        self.enumerations.get(name)
    }

    /// The place of a column, constraint or index of the table by its name; the table's own where `name` is `None` or not known.
    pub fn of(&self, table: &ObjectName, name: Option<&str>) -> Option<&Span> {
        let origins = self.tables.get(table)?;
        let named = name.and_then(|name| origins.columns.get(name).or_else(|| origins.names.get(name)));
        Some(named.unwrap_or(&origins.span))
    }

    /// The same under bare names for what is in the schema `default`, as the schema itself has them then.
    pub fn with_default_schema(self, default: &str) -> Self {
        let bare = |mut name: ObjectName| {
            name.schema.take_if(|schema| schema == default);
            name
        };
        Self {
            tables: self.tables.into_iter().map(|(name, origins)| (bare(name), origins)).collect(),
            enumerations: self.enumerations.into_iter().map(|(name, span)| (bare(name), span)).collect(),
        }
    }

    pub(crate) fn insert(&mut self, table: ObjectName, origins: TableOrigins) {
        self.tables.insert(table, origins);
    }

    pub(crate) fn insert_enumeration(&mut self, name: ObjectName, span: Span) {
        self.enumerations.entry(name).or_insert(span);
    }
}
