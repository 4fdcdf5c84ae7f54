use limbeck_schema::{Column, ColumnType, Dialect, ObjectName, canonical_column_type};

use crate::{
    Operation,
    ddl::replaces_type,
    hazard::{
        Explanation, Locks, Scene, altered,
        explanation::words,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a type becomes another one",
    danger: "Others wait until every row is written anew, unless the new type takes the stored values as they are.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait while every row and every index is written anew; briefly for a longer or unlimited \
                   varchar, a numeric with more digits before the point, cidr to inet",
        mysql: "COPY: writers wait while every row is copied; in place for a varchar that stays below or above 255 bytes and for labels added at the end",
        mariadb: "COPY: writers wait while every row is copied; instantly for a varchar that stays below or above 255 bytes and for labels added at the end",
    },
    safe: "Add a new column, write to both, move the values over in batches, and swap them.",
};

/// C16: others wait while the rows are written anew.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    if let Operation::AlterEnum { name, previous, next } = operation {
        return relabelled(name, (previous, next), scene);
    }
    let (table, column, changes) = altered(operation, scene.before)?;
    let (previous, next) = (&column.column_type, changes.column_type.as_ref()?);
    let kept = changes.using.is_none() && takes_as_they_are(previous, next, scene.dialect);
    let is_same = canonical_column_type(previous, scene.dialect) == canonical_column_type(next, scene.dialect);
    let stalls = match scene.dialect {
        // What SQLite takes for the same type is no statement there, and USING is nothing to it.
        Dialect::Sqlite => !is_same,
        Dialect::Postgres => !kept,
        Dialect::MySql | Dialect::MariaDb => !is_same && !takes_as_they_are(previous, next, scene.dialect),
    };
    stalls.then(|| rewritten(scene.dialect).of(table))
}

const fn rewritten(dialect: Dialect) -> Stall {
    match dialect {
        Dialect::Postgres => Stall::All(Work::Rewrite),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Stall::Writers(Work::Rewrite),
    }
}

/// Other labels: each table with a column of the type.
fn relabelled(name: &ObjectName, (previous, next): (&[String], &[String]), scene: &Scene<'_>) -> Option<String> {
    let stalls = match scene.dialect {
        Dialect::Sqlite => false,
        Dialect::Postgres => replaces_type(name, previous, next),
        Dialect::MySql | Dialect::MariaDb => !are_appended(previous, next),
    };
    let is_of_type = |column: &Column| column.column_type.enumeration().is_some_and(|known| known.name == *name);
    let tables = scene.before.tables.values().filter(|table| !scene.created.contains(&table.name));
    let holders: Vec<_> =
        tables.filter(|table| table.columns.iter().any(is_of_type)).map(|table| table.name.to_string()).collect();
    (stalls && !holders.is_empty()).then(|| rewritten(scene.dialect).of(&holders.join(", ")))
}

/// Whether the stored values are values of the new type without a look at them.
fn takes_as_they_are(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    let (one, other) = (canonical_column_type(previous, dialect), canonical_column_type(next, dialect));
    one == other
        || match dialect {
            Dialect::Sqlite => false,
            Dialect::Postgres => grows_on_postgres(Spelt::of(&one), Spelt::of(&other)),
            Dialect::MySql | Dialect::MariaDb => match (previous.enumeration(), next.enumeration()) {
                (Some(one), Some(other)) => are_appended(&one.labels, &other.labels),
                _ => grows_on_mysql(Spelt::of(&one), Spelt::of(&other)),
            },
        }
}

/// A canonical type: its words, and the numbers in its parentheses.
struct Spelt<'a> {
    name: &'a str,
    numbers: Vec<u32>,
}

impl<'a> Spelt<'a> {
    fn of(canonical: &'a str) -> Self {
        let Some((name, rest)) = canonical.split_once('(') else {
            return Self { name: canonical, numbers: Vec::new() };
        };
        let numbers = rest.trim_end_matches(')').split(',').filter_map(|number| number.trim().parse().ok()).collect();
        Self { name, numbers }
    }
}

/// Measured on PostgreSQL 15.20: these leave the rows as they are, all else writes them anew.
fn grows_on_postgres(previous: Spelt<'_>, next: Spelt<'_>) -> bool {
    match (previous.name, previous.numbers.as_slice(), next.name, next.numbers.as_slice()) {
        ("character varying" | "text", _, "character varying" | "text", []) => true,
        ("character varying" | "bit varying", [n], other, [m]) => previous.name == other && n <= m,
        ("bit varying", _, "bit varying", []) | ("numeric", _, "numeric", []) | ("cidr", _, "inet", _) => true,
        ("numeric", [digits, scale], "numeric", [more, same]) => digits <= more && scale == same,
        _ => false,
    }
}

/// A varchar whose length takes as many bytes as before: one up to 255 bytes, two beyond (measured on MariaDB 10.11; MySQL 8.0 manual, section
/// 17.12.1). A character of utf8mb4 takes four.
fn grows_on_mysql(previous: Spelt<'_>, next: Spelt<'_>) -> bool {
    const ONE_BYTE: u32 = 63;
    match (previous.name, previous.numbers.as_slice(), next.name, next.numbers.as_slice()) {
        ("varchar", [n], "varchar", [m]) => n <= m && (*n <= ONE_BYTE) == (*m <= ONE_BYTE),
        _ => false,
    }
}

/// Whether labels were added at the end only, and their numbers take as many bytes as before: up to 255 one.
fn are_appended(previous: &[String], next: &[String]) -> bool {
    const ONE_BYTE: usize = 255;
    next.starts_with(previous) && (previous.len() <= ONE_BYTE) == (next.len() <= ONE_BYTE)
}
