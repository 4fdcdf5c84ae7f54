use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, locks},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "the same table is read or written anew once more",
    danger: "Each of several changes of one table takes its own time and its own lock.",
    locks: Locks {
        sqlite: "none: changes that stand together are one rebuild",
        postgres: "the lock of each statement is held until the revision has ended",
        mysql: "one copy of the table for each",
        mariadb: "one copy of the table for each",
    },
    safe: "Let the changes be one ALTER TABLE, written by hand with `op.execute(..).records(..)`, or spread them over several revisions.",
};

/// C20: an earlier step of the same revision has worked through the table already.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    match scene.dialect {
        Dialect::Sqlite => return None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    let table = operation.table()?;
    let again = scene.worked_on.contains(&(table.clone(), scene.dialect)) && locks::works(operation, scene);
    again.then(|| format!("{table} is worked through once more"))
}
