//! The differences of two schemas on one dialect.

use std::collections::BTreeSet;

use limbeck_schema::{Capabilities, Dialect, Enumeration, ObjectName, Pair, Schema, Table, canonical_labels};

use super::{
    Kind, Noted,
    judge::Words,
    matching::{Match, matches},
    parts::{Id, Part, PartId},
};

/// An object, borrowed from its schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Object<'a> {
    Enum(&'a Enumeration),
    Table(&'a Table),
    Part(&'a ObjectName, Part<'a>),
}

impl Object<'_> {
    /// The object as it is noted.
    pub(crate) fn noted(&self) -> Noted {
        match self {
            Self::Enum(enumeration) => Noted { kind: Kind::Enum, table: None, name: enumeration.name.to_string() },
            Self::Table(table) => Noted { kind: Kind::Table, table: None, name: table.name.to_string() },
            Self::Part(table, part) => part.noted(table),
        }
    }
}

/// An object that is not the same in both schemas.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Difference<'a> {
    pub(crate) id: Id,
    /// None if it is new.
    pub(crate) previous: Vec<Object<'a>>,
    /// None if it goes.
    pub(crate) next: Vec<Object<'a>>,
    /// Why nobody can tell whether it differs, if it is nothing but texts that a server may have written anew.
    pub(crate) undecidable: Option<String>,
    /// The canonical form of the next side.
    pub(crate) form: Option<String>,
}

impl Difference<'_> {
    /// Whether the object itself comes or goes; a facet that is set or dropped does not count.
    pub(crate) fn is_added(&self) -> bool {
        self.previous.is_empty() && !matches!(self.id, Id::Part(_, PartId::Comment))
    }

    /// The opposite of `is_added`.
    pub(crate) fn is_removed(&self) -> bool {
        self.next.is_empty() && !matches!(self.id, Id::Part(_, PartId::Comment))
    }
}

/// What differs. Of a table that one side lacks only the table itself; what is in `aside` is passed over.
pub(crate) fn differences<'a, 'b>(
    pair: Pair<&'a Schema>,
    words: impl Into<Words<'b>>,
    aside: &BTreeSet<ObjectName>,
) -> Vec<Difference<'a>> {
    let words = words.into();
    let dialect = words.dialect;
    let mut differences = enum_differences(pair, dialect, aside);
    let missing = |name: &ObjectName, schema: &Schema| !schema.tables.contains_key(name) && !aside.contains(name);
    for (name, previous) in pair.previous.tables.iter().filter(|(name, _)| !aside.contains(*name)) {
        match pair.next.tables.get(name) {
            None => differences.push(table_difference(name, Some(previous), None)),
            // Most tables are equal to the letter; their forms need not be made.
            Some(next) if next == previous => {}
            Some(next) => {
                let parts = matches(Pair::new(previous, next), words);
                differences.extend(parts.into_iter().filter(|part| !part.same).map(|part| of_part(name, part)));
            }
        }
    }
    for (name, next) in pair.next.tables.iter().filter(|(name, _)| missing(name, pair.previous)) {
        differences.push(table_difference(name, None, Some(next)));
    }
    differences
}

fn table_difference<'a>(name: &ObjectName, previous: Option<&'a Table>, next: Option<&'a Table>) -> Difference<'a> {
    let object = |table: Option<&'a Table>| table.map(Object::Table).into_iter().collect();
    Difference {
        id: Id::Table(name.clone()),
        previous: object(previous),
        next: object(next),
        undecidable: None,
        form: None,
    }
}

fn of_part<'a>(table: &'a ObjectName, part: Match<'a>) -> Difference<'a> {
    let objects = |parts: Vec<Part<'a>>| parts.into_iter().map(|part| Object::Part(table, part)).collect();
    Difference {
        id: Id::Part(table.clone(), part.id),
        previous: objects(part.previous),
        next: objects(part.next),
        undecidable: part.undecidable,
        form: part.form,
    }
}

/// Enumerated types by name and labels. One that comes counts where types are objects; elsewhere it comes with the first column that has it.
fn enum_differences<'a>(pair: Pair<&'a Schema>, dialect: Dialect, aside: &BTreeSet<ObjectName>) -> Vec<Difference<'a>> {
    let mut differences = Vec::new();
    let mut add = |name: &ObjectName, previous: Option<&'a Enumeration>, next: Option<&'a Enumeration>| {
        let object = |enumeration: Option<&'a Enumeration>| enumeration.map(Object::Enum).into_iter().collect();
        differences.push(Difference {
            id: Id::Enum(name.clone()),
            previous: object(previous),
            next: object(next),
            undecidable: None,
            form: next.map(|next| format!("{:?}", next.labels)),
        });
    };
    for (name, previous) in pair.previous.enums.iter().filter(|(name, _)| !aside.contains(*name)) {
        let next = pair.next.enums.get(name);
        let same = next.is_some_and(|next| canonical_labels(previous, dialect) == canonical_labels(next, dialect));
        if !same {
            add(name, Some(previous), next);
        }
    }
    if Capabilities::of(dialect).enum_types {
        let is_new = |name: &ObjectName| !pair.previous.enums.contains_key(name) && !aside.contains(name);
        for (name, next) in pair.next.enums.iter().filter(|(name, _)| is_new(name)) {
            add(name, None, Some(next));
        }
    }
    differences
}
