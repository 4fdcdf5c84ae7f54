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
    title: "a foreign key is added",
    danger: "Writers of both tables wait until every row is looked up.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "SHARE ROW EXCLUSIVE on both tables: writers wait while every row is read",
        mysql: words::COPY,
        mariadb: "COPY: writers wait while every row is copied; INSTANT with `foreign_key_checks` off, and then nothing is checked",
    },
    safe: "On PostgreSQL add it NOT VALID, and VALIDATE CONSTRAINT in a later transaction.",
};

/// C06: writers of both tables wait.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AddForeignKey { table, foreign_key } = operation else {
        return None;
    };
    Some(match scene.dialect {
        Dialect::Postgres if foreign_key.target == *table => Stall::Writers(Work::Read).of(table),
        Dialect::Postgres => Stall::Writers(Work::Read).of(&format!("{table} and {}", foreign_key.target)),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Stall::Writers(Work::Rewrite).of(table),
    })
}
