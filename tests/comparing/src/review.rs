use std::{collections::BTreeSet, path::Path};

use limbeck_entity::{Entities, Generation, ReadError, Severity, Sources, read};
use limbeck_schema::Dialect;

use crate::{Group, Known, differences, sample::describe_all, twins, unreviewed};

const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MySql];

/// The entities of one crate, what was read of its source, and what a person has looked at.
#[derive(Clone, Debug)]
pub struct Review {
    /// What SeaORM makes of the entities.
    pub groups: &'static [Group],
    /// What Limbeck reads.
    pub entities: Entities,
    /// The defects of SeaORM that Limbeck does not follow.
    pub known: &'static [Known],
    /// The tables for which SeaORM panics, by dialect.
    pub absent: &'static [(Dialect, &'static [&'static str])],
    /// The columns whose types cannot be read.
    pub opaque: &'static [(&'static str, &'static str)],
}

impl Review {
    /// Differences that nobody has looked at, and those that are gone.
    pub fn differences(&self) -> Vec<String> {
        let of = |dialect| {
            let (described, absent) = describe_all(self.groups, dialect);
            differences(&described, &absent, &self.entities, dialect)
        };
        let found: Vec<_> = DIALECTS.into_iter().flat_map(of).collect();
        unreviewed(&found, self.known).into_iter().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Changed properties that are not reported, or not alone.
    pub fn unreported(&self) -> Vec<String> {
        let of = |dialect| {
            let (described, absent) = describe_all(self.groups, dialect);
            let problems = twins::unreported(&described, &absent, &self.entities, dialect);
            problems.into_iter().map(move |problem| format!("{dialect}: {problem}"))
        };
        DIALECTS.into_iter().flat_map(of).collect()
    }

    /// What is new or gone among the columns whose types are not read and the tables that SeaORM cannot build.
    pub fn gaps(&self) -> Vec<String> {
        let column = |table: String, column: &str| format!("type of {table}.{column} is not read");
        let opaque = self.entities.opaque.keys().map(|(table, name)| column(table.to_string(), name)).collect();
        let reviewed = self.opaque.iter().map(|(table, name)| column((*table).to_owned(), name)).collect();
        let mut problems = apart(&opaque, &reviewed);
        for dialect in DIALECTS {
            let table = |table: String| format!("SeaORM panics at {table} on {dialect}");
            let absent = describe_all(self.groups, dialect).1.iter().map(|name| table(name.to_string())).collect();
            let reviewed = self.absent.iter().filter(|(of, _)| *of == dialect).flat_map(|(_, tables)| *tables);
            problems.extend(apart(&absent, &reviewed.map(|name| table((*name).to_owned())).collect()));
        }
        problems
    }
}

fn apart(found: &BTreeSet<String>, reviewed: &BTreeSet<String>) -> Vec<String> {
    let new = found.difference(reviewed).cloned();
    let gone = reviewed.difference(found).map(|gone| format!("{gone}: not any more"));
    new.chain(gone).collect()
}

/// Reads the entities of a crate's source folder.
///
/// # Errors
/// Something was not understood: the errors, without the warnings.
pub fn read_entities(source: &Path, generation: Option<Generation>) -> Result<Entities, ReadError> {
    let sources = Sources { paths: vec![source.to_owned()], generation, ..Sources::default() };
    read(&sources).map_err(|error| match error {
        ReadError::Problems(mut problems) => {
            problems.retain(|problem| problem.severity == Severity::Error);
            ReadError::Problems(problems)
        }
        other => other,
    })
}
