use limbeck_schema::{Beyond, Column, Table};

use crate::{
    Alteration, Operation, ddl,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "something goes with a table or column that no revision brings back",
    danger: "A downgrade makes the table or column as the revisions know it. What was added to it by raw SQL, or by hand, is lost: triggers, policies, grants, \
             storage parameters, partitions and the like.",
    locks: Locks { sqlite: words::NONE, postgres: words::NONE, mysql: words::NONE, mariadb: words::NONE },
    safe: "Write into the downgrade what makes it again, with `op.execute(..)` behind the step that brings the table or column back.",
};

/// A13: the table or column has more than any revision could bring back.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    if let Some((name, column, changes)) = altered(operation, scene.before) {
        let lost = lost_by_change(scene.before.table(name)?, column, changes);
        return (!lost.is_empty())
            .then(|| format!("no revision brings back what {name}.{} has besides: {}", column.name, lost.join(", ")));
    }
    let (table, column) = match operation {
        Operation::DropTable { table } => (table, None),
        Operation::DropColumn { table, column } => (table, Some(column.as_str())),
        _ => return None,
    };
    let lost = lost(scene.before.table(table)?, column);
    let dropped = column.map_or_else(|| table.to_string(), |column| format!("{table}.{column}"));
    (!lost.is_empty()).then(|| format!("no revision brings back what {dropped} has besides: {}", lost.join(", ")))
}

/// What goes with the column's type, or with its NOT NULL.
fn lost_by_change(table: &Table, column: &Column, changes: &Alteration) -> Vec<String> {
    let of_column = |beyond: &&Beyond| beyond.columns.contains(&column.name);
    let is_lost = |beyond: &&Beyond| {
        let with_type = changes
            .column_type
            .as_ref()
            .is_some_and(|next| beyond.goes_with_type && (beyond.statements.is_empty() || !ddl::is_stored_apart(next)));
        let with_not_null = changes.nullable == Some(true) && beyond.goes_with_not_null;
        with_type || with_not_null
    };
    table.beyond.iter().filter(of_column).filter(is_lost).map(|beyond| beyond.what.clone()).collect()
}

/// What goes with the table, or with one of its columns.
fn lost(table: &Table, column: Option<&str>) -> Vec<String> {
    let goes = |columns: &[String]| column.is_none_or(|column| columns.iter().any(|known| known == column));
    let beyond = table.beyond.iter().filter(|beyond| goes(&beyond.columns)).map(|beyond| beyond.what.clone());
    // A trigger that names the column keeps it from being dropped, or stays and fails; either way it is not lost.
    let triggers = table.triggers.iter().filter(|_| column.is_none());
    beyond.chain(triggers.map(|trigger| format!("trigger {}", trigger.name))).collect()
}
