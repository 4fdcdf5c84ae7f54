use limbeck_schema::{Dialect, Table};

use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene, deploy,
        explanation::words,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column may not be NULL any more, which every row is read for",
    danger: "Others wait until every row is read.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait while every row is read; not where a validated check says it already (12 and later)",
        mysql: words::IN_PLACE,
        mariadb: "INPLACE beside readers and writers; COPY with a stored or an indexed virtual column",
    },
    safe: "On PostgreSQL add CHECK (.. IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then forbid NULL and drop the check.",
};

/// C08: others wait while every row is read.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    deploy::not_null::rule(operation, scene)?;
    let table = scene.before.table(operation.table()?)?;
    match scene.dialect {
        Dialect::Postgres => Some(Stall::All(Work::Read).of(&table.name)),
        Dialect::Sqlite => Some(Stall::Writers(Work::Rewrite).of(&table.name)),
        Dialect::MariaDb if is_copied(table) => Some(Stall::Writers(Work::Rewrite).of(&table.name)),
        Dialect::MySql | Dialect::MariaDb => None,
    }
}

/// MariaDB copies a table with a stored column, or with an indexed virtual one (measured on 10.11).
fn is_copied(table: &Table) -> bool {
    let indexed = |column: &str| {
        table.indexes.iter().flat_map(|index| &index.parts).any(|part| part.target.column() == Some(column))
    };
    table
        .columns
        .iter()
        .any(|column| column.generated.as_ref().is_some_and(|generated| generated.stored || indexed(&column.name)))
}
