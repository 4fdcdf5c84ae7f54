//! `upgrade` and `downgrade`.

use limbeck_operations::{HazardWatch, Step, replay_step};
use limbeck_schema::{Dialect, Schema};

use super::{RenderError, head, operation, source};

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
) -> Result<String, RenderError> {
    if steps.is_empty() {
        return Ok(format!("fn {name}(_: &mut Op) {{}}\n"));
    }
    let mut text = format!("fn {name}(op: &mut Op) {{\n");
    let mut watch = HazardWatch::default();
    for step in steps {
        for hazard in watch.next(&step.operation, schema) {
            head::comment(&mut text, "    //", &format!("{}: {}", hazard.code, hazard.message));
        }
        let what = step.operation.to_string();
        text.push_str(&source::statement(&what, operation::statement(step)?)?);
        replay_step(step, schema, dialect).map_err(|source| RenderError::Replay {
            direction: name,
            operation: what,
            source: Box::new(source),
        })?;
    }
    text.push_str("}\n");
    Ok(text)
}
