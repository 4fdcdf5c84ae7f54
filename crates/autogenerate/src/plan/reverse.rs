use std::collections::BTreeMap;

use limbeck_operations::{Operation, ReverseError, Step, replay_step, reverse as reverse_operation};
use limbeck_schema::{Dialect, Schema};

/// What undoes `steps`, last first, each read against the schemas before it on the dialects that it counts on. Where these need different
/// operations back, each dialect has its own.
pub(crate) fn reverse(steps: &[Step], starts: &BTreeMap<Dialect, Schema>) -> Result<Vec<Step>, ReverseError> {
    let mut schemas = starts.clone();
    let mut groups: Vec<Vec<Step>> = Vec::with_capacity(steps.len());
    for step in steps {
        let mut backs: Vec<(Vec<Operation>, Vec<Dialect>)> = Vec::new();
        for (dialect, schema) in schemas.iter_mut().filter(|(dialect, _)| step.counts_on(**dialect)) {
            let back = reverse_operation(&step.operation, schema)?;
            match backs.iter_mut().find(|(known, _)| *known == back) {
                Some((_, dialects)) => dialects.push(*dialect),
                None => backs.push((back, vec![*dialect])),
            }
            replay_step(step, schema, *dialect)?;
        }
        let is_one = backs.len() == 1;
        let (unless_done, concurrently) = (step.unless_done, step.concurrently);
        let steps = backs.into_iter().flat_map(|(operations, dialects)| {
            let only = if is_one { step.only.clone() } else { dialects };
            operations.into_iter().map(move |operation| Step {
                only: only.clone(),
                unless_done,
                concurrently,
                ..Step::new(operation)
            })
        });
        groups.push(steps.collect());
    }
    groups.reverse();
    Ok(groups.into_iter().flatten().collect())
}
