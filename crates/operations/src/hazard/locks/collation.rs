use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene, altered,
        explanation::words,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is ordered otherwise",
    danger: "The indexes of the column are built anew, or the whole table is written anew.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait while the indexes of the column are built",
        mysql: words::COPY,
        mariadb: "INSTANT, or NOCOPY where it is indexed: a metadata lock, briefly",
    },
    safe: "Make an index with the new collation first; apply when few use the table.",
};

/// C17: what orders by the column is made anew.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let next = changes.collation.clone()?.into_option();
    if next == column.collation {
        return None;
    }
    let known = scene.before.table(table)?;
    let part = |name: &str| name == column.name;
    let indexed = known.is_key(&column.name)
        || known.uniques.iter().any(|unique| unique.columns.iter().any(|name| part(name)))
        || known.indexes.iter().flat_map(|index| &index.parts).any(|member| member.target.column().is_some_and(part));
    match scene.dialect {
        Dialect::Postgres => indexed.then(|| Stall::All(Work::Build).of(table)),
        Dialect::Sqlite | Dialect::MySql => Some(Stall::Writers(Work::Rewrite).of(table)),
        Dialect::MariaDb => None,
    }
}
