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

/// The comments on what is dangerous in the operation.
fn dangers(operation: &Operation, before: &Schema, created: &BTreeSet<ObjectName>) -> Vec<String> {
    let on_created = operation.table().is_some_and(|table| created.contains(table));
    hazards(operation, before)
        .into_iter()
        .filter(|hazard| is_told(hazard.code.name(), on_created))
        .map(|hazard| format!("{}: {}", hazard.code, hazard.message))
        .collect()
}

/// Whether a reviewer has to know: of data that is lost (A), running code that breaks (B), rows that may not fit (D). Locks (C) depend on the server and
/// are told when it is applied. A table that this function made has no rows and no users yet, so that B and D don't count there.
fn is_told(code: &str, on_created: bool) -> bool {
    match code.as_bytes().first() {
        Some(b'A') => true,
        Some(b'B' | b'D') => !on_created,
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_of_dangers_that_are_told() {
        for (code, on_known, on_created) in
            [("A02", true, true), ("B03", true, false), ("C01", false, false), ("D01", true, false), ("", false, false)]
        {
            assert_eq!((is_told(code, false), is_told(code, true)), (on_known, on_created), "{code}");
        }
    }

    #[test]
    fn created_tables_are_followed_by_name() {
        let create = |name: &str| Operation::CreateTable { definition: limbeck_schema::Table::new(name, Vec::new()) };
        let within = Operation::Execute { sql: String::new(), records: vec![Step::new(create("within"))] };
        let mut created = BTreeSet::new();
        for operation in [
            create("a"),
            create("b"),
            within,
            Operation::RenameTable { table: "a".into(), to: "c".into() },
            Operation::RenameTable { table: "known".into(), to: "renamed".into() },
            Operation::DropTable { table: "b".into() },
        ] {
            follow(&operation, &mut created);
        }
        assert_eq!(created, BTreeSet::from(["c".into(), "within".into()]));
    }
}
