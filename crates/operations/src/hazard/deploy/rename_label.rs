use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a label of an enumerated type is renamed",
    danger: "Code, triggers and views that write or look for the old label fail or find nothing from here on.",
    locks: Locks {
        sqlite: "the database, for writers: every row that holds the label is written, or the table is made anew where its text has the label",
        postgres: "none: labels are kept by number",
        mysql: "each table twice: INSTANT to take the label in, COPY to let the old one go, and the changed rows in between",
        mariadb: "each table twice: INSTANT to take the label in, COPY to let the old one go, and the changed rows in between",
    },
    safe: "Add the new label, deploy code that knows both, fill the rows over, and take the old label away in a later revision.",
};

/// B07: code that knows the old label fails.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    match operation {
        Operation::RenameEnumLabel { name, label, to } => {
            Some(format!("code that still uses `{label}` of {name} instead of `{to}` fails"))
        }
        _ => None,
    }
}
