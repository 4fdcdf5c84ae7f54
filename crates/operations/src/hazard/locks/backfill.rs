use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "rows are changed by one statement",
    danger: "The rows stay locked until it has ended, dead rows and the log grow, replicas lag.",
    locks: Locks {
        sqlite: "the database, for writers, until the revision has ended",
        postgres: "ROW EXCLUSIVE, and every changed row until the revision has ended",
        mysql: "every changed row until the step has ended",
        mariadb: "every changed row until the step has ended",
    },
    safe: "Fill the rows in batches by key, in a data step that commits each, or before the revision.",
};

/// C30: what one statement changes stays locked until it has ended.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    if let Operation::FillColumn { table, column, .. } = operation {
        return Some(format!("the rows of {table} without a value in {column} stay locked until all have one"));
    }
    let Operation::Execute { sql, .. } = operation else {
        return None;
    };
    let word = sql.split_whitespace().next()?.to_ascii_uppercase();
    matches!(word.as_str(), "UPDATE" | "DELETE" | "MERGE")
        .then(|| format!("the rows of one {word} stay locked until it has ended"))
}
