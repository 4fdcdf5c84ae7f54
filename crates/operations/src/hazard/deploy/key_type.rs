use limbeck_schema::Table;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a key gets another type, or is numbered otherwise",
    danger: "Foreign keys to it, and code that holds its values, still have the old type.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Add a new column beside it, move over what refers to it, and swap them.",
};

/// B10: others hold the key's values.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (name, column, changes) = altered(operation, scene.before)?;
    let is_key = scene.before.table(name).is_some_and(|table: &Table| table.is_key(&column.name));
    let retyped = changes.column_type.as_ref().is_some_and(|next| *next != column.column_type);
    if !is_key || !(retyped || changes.auto_increment.is_some()) {
        return None;
    }
    let what = if retyped { "type" } else { "numbering" };
    Some(format!("what refers to the key {name}.{} counts on its {what}", column.name))
}
