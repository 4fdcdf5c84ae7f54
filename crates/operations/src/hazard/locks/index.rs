use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "an index is made",
    danger: "Others wait until it is built, the longer the more rows there are.",
    locks: Locks {
        sqlite: "the database, for writers, while it is built",
        postgres: "SHARE: writers wait while it is built",
        mysql: "INPLACE: others read and write meanwhile; writers wait for a FULLTEXT or SPATIAL one",
        mariadb: "NOCOPY: others read and write meanwhile; writers wait for a FULLTEXT or SPATIAL one",
    },
    safe: "On PostgreSQL say `.concurrently()` behind `create_index`, best in a revision of its own; else apply when few write.",
};

/// C01: writers wait for the index.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::CreateIndex { table, index } = operation else {
        return None;
    };
    let is_special = index
        .method
        .as_deref()
        .is_some_and(|method| ["fulltext", "spatial"].iter().any(|special| method.eq_ignore_ascii_case(special)));
    let stalls = match scene.dialect {
        Dialect::Postgres => !scene.concurrently,
        Dialect::MySql | Dialect::MariaDb => is_special,
        // Building it holds the one lock that every write of SQLite takes.
        Dialect::Sqlite => false,
    };
    stalls.then(|| Stall::Writers(Work::Build).of(table))
}
