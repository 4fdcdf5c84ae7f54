//! `upgrade` and `downgrade`.

use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step, hazards, replay_step};
use limbeck_schema::{Dialect, ObjectName, Schema};

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
    let mut created = BTreeSet::new();
    for step in steps {
        for danger in dangers(&step.operation, schema, &created) {
            head::comment(&mut text, "    //", &danger);
        }
        let what = step.operation.to_string();
        text.push_str(&source::statement(&what, operation::statement(step)?)?);
        replay_step(step, schema, dialect).map_err(|source| RenderError::Replay {
            direction: name,
            operation: what,
            source: Box::new(source),
        })?;
        follow(&step.operation, &mut created);
    }
    text.push_str("}\n");
    Ok(text)
}

/// What a reviewer has to know of the operation: data that is lost (A), running code that breaks (B), rows that may not fit (D). Locks (C) depend on the
/// server and are told when it is applied. A table that this function made has no rows and no users yet, so B and D don't count there.
fn dangers(operation: &Operation, before: &Schema, created: &BTreeSet<ObjectName>) -> Vec<String> {
    let on_created = operation.table().is_some_and(|table| created.contains(table));
    let counts = |code: &str| match code.as_bytes().first() {
        Some(b'A') => true,
        Some(b'B' | b'D') => !on_created,
        _ => false,
    };
    hazards(operation, before)
        .into_iter()
        .filter(|hazard| counts(hazard.code.name()))
        .map(|hazard| format!("{}: {}", hazard.code, hazard.message))
        .collect()
}

/// Keeps the names of the tables that were made in this function.
fn follow(operation: &Operation, created: &mut BTreeSet<ObjectName>) {
    match operation {
        Operation::CreateTable { definition } => {
            created.insert(definition.name.clone());
        }
        Operation::DropTable { table } => {
            created.remove(table);
        }
        Operation::RenameTable { table, to } if created.remove(table) => {
            created.insert(to.clone());
        }
        Operation::Execute { records, .. } => records.iter().for_each(|step| follow(&step.operation, created)),
        _ => {}
    }
}
