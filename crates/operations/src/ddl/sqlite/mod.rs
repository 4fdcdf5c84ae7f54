//! SQLite. It can add, drop and rename columns where nothing depends on them; everything else is a rebuild of the table, and
//! consecutive changes of one table are one rebuild.

pub(super) mod facts;
mod label;
mod native;
mod rebuild;
mod run;
mod table;

use std::collections::BTreeSet;

use limbeck_schema::{Dialect, Pair, Schema, Server, Table, names_in_sql};

pub(in crate::ddl) use self::native::may_rebuild;
pub use self::rebuild::MADE;
pub(super) use self::rebuild::asserted_zero;
use self::{native::Way, rebuild::Rebuild, run::Run};
use super::{DdlError, StepStatements, check};
use crate::{
    Operation, ReplayError, Step,
    replay::{replay, replay_step},
};

const DIALECT: Dialect = Dialect::Sqlite;

/// How much the schema before the steps knows of what the database has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knows {
    /// It was read from the database.
    Database,
    /// It was replayed; what no revision says, it does not know.
    Revisions,
}

/// The statements of `steps`, consecutive changes of one table together where one of them needs a rebuild.
pub(super) fn statements(
    steps: &[Step],
    before: &Schema,
    server: &Server,
    knows: Knows,
) -> Result<Vec<StepStatements>, DdlError> {
    let mut writer = Writer {
        steps,
        server,
        schema: before.clone(),
        groups: Vec::with_capacity(steps.len()),
        run: None,
        renamed: Vec::new(),
        unknown: knows == Knows::Revisions,
    };
    for at in 0..steps.len() {
        writer.step(at)?;
    }
    writer.end_run()?;
    Ok(writer.groups)
}

/// The steps as they are gone through.
struct Writer<'a> {
    steps: &'a [Step],
    server: &'a Server,
    /// The schema before the next step.
    schema: Schema,
    groups: Vec<StepStatements>,
    /// The consecutive changes of one table that are not written yet.
    run: Option<Run>,
    /// The names before each rename so far: SQLite rewrote the triggers that use them, and the schema has their text from before.
    renamed: Vec<String>,
    /// Whether a table may have indexes or triggers that the schema does not know: raw SQL and data steps may make some.
    unknown: bool,
}

impl Writer<'_> {
    fn step(&mut self, at: usize) -> Result<(), DdlError> {
        let step = &self.steps[at];
        let operation = &step.operation;
        if !step.counts_on(DIALECT) || has_no_effect(operation) {
            self.silent(at);
            return Ok(replay_step(step, &mut self.schema, DIALECT)?);
        }
        check::check(operation, &self.schema, self.server)?;
        if let Operation::RenameEnumLabel { name, label, to } = operation {
            return self.rename_label(at, label::Renaming { name, label, to });
        }
        let way = native::way(operation, &self.schema, self.server)?;
        match run::changed_table(operation) {
            Some(name) => {
                if self.run.as_ref().is_some_and(|run| run.previous.name != *name) {
                    self.end_run()?;
                }
                let table = self.schema.table(name).ok_or_else(|| ReplayError::no_table(name))?;
                self.run.get_or_insert_with(|| Run::new(table.clone())).add(at, operation, table, way);
            }
            None => {
                self.end_run()?;
                let statements = match way {
                    Way::Native(statements) => statements,
                    Way::Rebuild => Vec::new(),
                };
                self.groups.push(StepStatements::new(vec![at], statements));
                self.remember(operation);
            }
        }
        Ok(replay_step(step, &mut self.schema, DIALECT)?)
    }

    /// A step without statements does not interrupt a run.
    fn silent(&mut self, at: usize) {
        match &mut self.run {
            Some(run) => run.add_silent(at),
            None => self.groups.push(StepStatements::new(vec![at], Vec::new())),
        }
    }

    /// Every table that has the label, in one group.
    fn rename_label(&mut self, at: usize, renaming: label::Renaming<'_>) -> Result<(), DdlError> {
        self.end_run()?;
        let operation = &self.steps[at].operation;
        let mut next = self.schema.clone();
        replay(operation, &mut next, DIALECT)?;
        let mut statements = Vec::new();
        for (name, table) in &self.schema.tables {
            let Some(renamed) = next.table(name) else { continue };
            let tables = Pair { previous: table, next: renamed };
            match renaming.way(tables) {
                label::Way::Nothing => {}
                label::Way::Update => statements.extend(renaming.updates(table, &self.schema)),
                label::Way::Rebuild => {
                    self.refuse_stale_triggers(operation, table)?;
                    check::table(renamed, self.server).map_err(|lack| lack.of(operation, self.server))?;
                    statements.extend(renaming.rebuild(tables, self.unknown));
                }
            }
        }
        self.groups.push(StepStatements::new(vec![at], statements));
        self.schema = next;
        Ok(())
    }

    fn remember(&mut self, operation: &Operation) {
        match operation {
            Operation::RenameTable { table, .. } => self.renamed.push(table.name.clone()),
            Operation::RenameColumn { column, .. } => self.renamed.push(column.clone()),
            Operation::Execute { .. } | Operation::Run { .. } => self.unknown = true,
            _ => {}
        }
    }

    /// Writes the run that is over, if there is one.
    fn end_run(&mut self) -> Result<(), DdlError> {
        let Some(run) = self.run.take() else {
            return Ok(());
        };
        if !run.needs_rebuild() {
            self.groups.extend(run.into_groups());
            return Ok(());
        }
        let steps = run.steps();
        let first = &self.steps[run.first()].operation;
        let name = &run.previous.name;
        let mut next = self.schema.table(name).ok_or_else(|| ReplayError::no_table(name))?.clone();
        let later = steps.last().and_then(|last| self.steps.get(last + 1..)).unwrap_or_default();
        table::stop_numbering_without_key(&mut next, later);
        self.refuse_stale_triggers(first, &run.previous)?;
        check::table(&next, self.server).map_err(|lack| lack.of(first, self.server))?;
        let rebuild = Rebuild { sources: run.sources(&next), previous: &run.previous, next, guarded: self.unknown };
        self.groups.push(StepStatements::new(steps, rebuild.statements()));
        Ok(())
    }

    fn refuse_stale_triggers(&self, operation: &Operation, table: &Table) -> Result<(), DdlError> {
        let renamed: BTreeSet<_> = self.renamed.iter().collect();
        for trigger in &table.triggers {
            if let Some(name) = renamed.iter().find(|name| names_in_sql(&trigger.sql, name)) {
                return Err(DdlError::StaleTrigger {
                    operation: operation.to_string(),
                    trigger: trigger.name.clone(),
                    renamed: (*name).clone(),
                });
            }
        }
        Ok(())
    }
}

/// What SQLite has no words for and does not need any: comments and the labels of enumerated types.
const fn has_no_effect(operation: &Operation) -> bool {
    matches!(
        operation,
        Operation::CreateEnum { .. }
            | Operation::DropEnum { .. }
            | Operation::AlterEnum { .. }
            | Operation::SetTableComment { .. }
    )
}
