use crate::{
    Operation, Setting,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work, copied},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is added that is computed and stored",
    danger: "Every row is written anew with its value.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "On SQLite, MySQL and MariaDB make it virtual, which is computed when read; else fill a plain column in batches.",
};

/// C12: every row gets its value.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, generated) = match operation {
        Operation::AddColumn { table, column } => (table, column.generated.as_ref()?),
        Operation::AlterColumn { table, changes, .. } => match changes.generated.as_ref()? {
            Setting::Set(generated) => (table, generated),
            Setting::Drop => return None,
        },
        _ => return None,
    };
    generated.stored.then(|| copied(scene.dialect, Stall::All(Work::Rewrite)).of(table))
}
