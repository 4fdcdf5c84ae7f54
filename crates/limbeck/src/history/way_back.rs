use limbeck_operations::{Step, replay_step};
use limbeck_schema::{Dialect, Schema, reconcile};

use super::record;

/// Those steps of a revision's way down that undo something here: of the ones marked `unless_done` only those stay that find the schema before the revision
/// as they would make it. The others would bring back what was never here.
///
/// `up` is the revision's way up, `before` the schema before it, and `recorded` what the revisions before it have made.
pub(crate) fn way_back(
    down: Vec<Step>,
    up: &[Step],
    before: &Schema,
    recorded: &Schema,
    dialect: Dialect,
) -> Vec<Step> {
    let mut before = before.clone();
    // The way down names things as the revision has left them. A rename that does not fit is refused with the revision.
    for step in up.iter().filter(|step| step.operation.is_rename()) {
        let _ = replay_step(step, &mut before, dialect);
    }
    // Where types are no objects, only the revision's words tell which columns have them.
    let mut made = recorded.clone();
    for step in up {
        let _ = record(step, &mut made, dialect);
    }
    reconcile(&mut before, &made, dialect);
    down.into_iter()
        .filter(|step| !step.unless_done || !step.counts_on(dialect) || step.is_passed_over(&before, dialect))
        .collect()
}
