use crate::{
    Operation, Setting,
    hazard::{Explanation, Left, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is dropped, or computed from then on",
    danger: "The values are lost; a downgrade brings back a column that is empty, or filled with what the file says. Code that still reads the column fails.",
    locks: Locks {
        sqlite: "the database, for writers: briefly, or while the table is made anew where a key, an index or a check holds the column",
        postgres: words::POSTGRES_BRIEF,
        mysql: "INSTANT from 8.0.29, else INPLACE",
        mariadb: "INSTANT, or NOCOPY where it is indexed: a metadata lock, briefly",
    },
    safe: "Take the field out of the entity and deploy that first; drop the column in a later revision.",
};

/// A02: the values go with their column, or give way to computed ones. A computed column holds nothing that its expression would not
/// give again. On the way back the column has none, and the one that fills it is made up.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    if let Operation::DropColumn { table, column } = operation {
        let known = scene.before.table(table).and_then(|table| table.column(column));
        let computed = known.is_some_and(|column| column.generated.is_some());
        return (!computed).then(|| format!("the values of {table}.{column} are lost"));
    }
    if let Operation::FillColumn { table, column, .. } = operation {
        let lost = scene.column == Left::Lost;
        return lost
            .then(|| format!("the values of {table}.{column} are lost: every row gets the one that is named here"));
    }
    let (table, column, changes) = altered(operation, scene.before)?;
    let replaced = column.generated.is_none() && matches!(changes.generated, Some(Setting::Set(_)));
    replaced.then(|| format!("the values of {table}.{} are lost, it is computed from then on", column.name))
}
