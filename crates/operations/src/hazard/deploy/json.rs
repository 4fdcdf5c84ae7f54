use limbeck_schema::{Column, ColumnType, Dialect};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column of the type `json` is added",
    danger: "PostgreSQL has no equality for `json`: DISTINCT, GROUP BY and UNION of the rows fail from here on.",
    locks: Locks { sqlite: words::NONE, postgres: words::POSTGRES_BRIEF, mysql: words::NONE, mariadb: words::NONE },
    safe: "Use `JsonBinary`, which is `jsonb`.",
};

/// B09: queries of whole rows may compare them.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    match scene.dialect {
        Dialect::Postgres => {}
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => return None,
    }
    let (table, column) = match operation {
        Operation::AddColumn { table, column: Column { column_type: ColumnType::Json, name, .. } } => (table, name),
        _ => {
            let (table, column, changes) = altered(operation, scene.before)?;
            let becomes = column.column_type != ColumnType::Json && changes.column_type == Some(ColumnType::Json);
            (table, becomes.then_some(&column.name)?)
        }
    };
    Some(format!("DISTINCT and GROUP BY of {table}.{column} fail: `json` has no equality, `jsonb` has"))
}
