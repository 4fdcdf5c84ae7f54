use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a primary key is made or dropped",
    danger: "Others wait until its index is built, or the table is written anew.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait while the index is built; every row is read twice where the column may be NULL",
        mysql: "INPLACE to make one or another; COPY to drop one",
        mariadb: "INPLACE to make one or another; COPY to drop one",
    },
    safe: "On PostgreSQL build a unique index CONCURRENTLY on columns that are NOT NULL by then, and take it with ADD PRIMARY KEY USING INDEX.",
};

/// C04: others wait for the key's index.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AlterPrimaryKey { table, primary_key } = operation else {
        return None;
    };
    let stall = match (scene.dialect, primary_key) {
        (Dialect::Postgres, Some(_)) => Stall::All(Work::Build),
        (Dialect::MySql | Dialect::MariaDb, None) | (Dialect::Sqlite, _) => Stall::Writers(Work::Rewrite),
        (Dialect::Postgres, None) | (Dialect::MySql | Dialect::MariaDb, Some(_)) => return None,
    };
    Some(stall.of(table))
}
