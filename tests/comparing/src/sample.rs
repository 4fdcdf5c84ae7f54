use std::{collections::BTreeSet, panic::catch_unwind};

use limbeck_schema::{Dialect, ObjectName};

use crate::Described;

/// Entities of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its name, a folder of the crate's entities.
    pub name: &'static str,
    /// Its entities.
    pub samples: &'static [Sample],
}

/// An entity as SeaORM sees it.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The path of its `Entity`.
    pub path: &'static str,
    /// Its table.
    pub table: fn() -> ObjectName,
    /// What SeaORM builds.
    pub described: fn(Dialect) -> Described,
    /// Adds SeaORM's own statements for it.
    pub statements: fn(&mut Statements, Dialect),
}

/// SeaORM's statements for entities.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// `CREATE TYPE`
    pub types: Vec<String>,
    /// `CREATE TABLE`
    pub tables: Vec<String>,
    /// `CREATE INDEX`
    pub indexes: Vec<String>,
}

impl Sample {
    /// What SeaORM makes of it; `None` where it panics, since the server has not all of its types.
    pub fn describe(&self, dialect: Dialect) -> Option<Described> {
        catch_unwind(|| {
            // Some types are refused only when they are written.
            (self.statements)(&mut Statements::default(), dialect);
            (self.described)(dialect)
        })
        .ok()
    }
}

/// What SeaORM builds of all of them, and the tables that it cannot build on this dialect.
pub fn describe_all(groups: &[Group], dialect: Dialect) -> (Vec<Described>, BTreeSet<ObjectName>) {
    let (mut all, mut absent) = (Vec::new(), BTreeSet::new());
    for sample in groups.iter().flat_map(|group| group.samples) {
        match sample.describe(dialect) {
            Some(described) => all.push(described),
            None => drop(absent.insert((sample.table)())),
        }
    }
    (all, absent)
}
