use limbeck_schema::{Dialect, ObjectName};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a table is made that refers to one that is in use",
    danger: "The table that is referred to is locked too; whoever waits for that lock lets others wait behind it.",
    locks: Locks {
        sqlite: words::NONE,
        postgres: "SHARE ROW EXCLUSIVE on the table that is referred to, until the revision has ended",
        mysql: "a metadata lock on the table that is referred to, briefly",
        mariadb: "a metadata lock on the table that is referred to, briefly",
    },
    safe: "Set `lock_timeout` before, and apply when no long transaction uses the table that is referred to.",
};

/// C26: writers of the table that is referred to wait until the transaction has ended.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::CreateTable { definition } = operation else {
        return None;
    };
    match scene.dialect {
        Dialect::Postgres => {}
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => return None,
    }
    let mut targets: Vec<&ObjectName> = definition
        .foreign_keys
        .iter()
        .map(|key| &key.target)
        .filter(|target| **target != definition.name && !scene.created.contains(target))
        .collect();
    targets.sort();
    targets.dedup();
    let names: Vec<_> = targets.into_iter().map(ToString::to_string).collect();
    (!names.is_empty()).then(|| format!("no one writes to {} until the revision has ended", names.join(", ")))
}
