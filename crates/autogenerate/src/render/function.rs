//! `upgrade` and `downgrade`.

use limbeck_operations::{HazardGroup, HazardWatch, Step, ddl::commits_behind, replay_step};
use limbeck_schema::{Dialect, Schema};

use super::{RenderError, comment, operation, source};

/// The function of this name that records `steps`, each under the comments on its dangers. `schema` is the one before the first step, and afterwards
/// the one after the last.
///
/// # Errors
/// What [`super::render`] says.
pub(super) fn function(
    name: &'static str,
    steps: &[Step],
    schema: &mut Schema,
    dialect: Dialect,
    dialects: &[Dialect],
) -> Result<String, RenderError> {
    if steps.is_empty() {
        return Ok(format!("fn {name}(_: &mut Op) {{}}\n"));
    }
    let mut text = format!("fn {name}(op: &mut Op) {{\n");
    let watch = HazardWatch::new(dialects.iter().copied());
    let mut watch = if name == "downgrade" { watch.backwards() } else { watch };
    for (at, step) in steps.iter().enumerate() {
        let later = steps.get(at + 1..).unwrap_or_default();
        for hazard in watch.next(step, later, schema) {
            // What others wait for depends on how many rows there are and on who is there: it is told when the revision is made, not kept.
            if hazard.code.group() != HazardGroup::Locks {
                comment(&mut text, "    //", &format!("{}: {hazard}", hazard.code));
            }
        }
        let what = step.operation.to_string();
        text.push_str(&source::statement(&what, operation::statement(step)?)?);
        replay_step(step, schema, dialect).map_err(|source| RenderError::Replay {
            direction: name,
            operation: what,
            source: Box::new(source),
        })?;
        if dialects.contains(&Dialect::Postgres) && commits_behind(steps, at) {
            comment(
                &mut text,
                "    //",
                "on postgres a transaction ends here: what follows uses labels that come above",
            );
        }
    }
    text.push_str("}\n");
    Ok(text)
}
