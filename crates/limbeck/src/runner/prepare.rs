use std::ops::Range;

use limbeck_operations::{
    Needs, Operation, Statement, Step,
    ddl::{DdlError, StepStatements, may_rebuild, statements},
    replay_step,
};
use limbeck_schema::{ColumnType, Dialect, Schema, Server, canonical_column_type, lower_column_type};

use super::{schemas::Schemas, session::Session, task::Task};
use crate::{
    Cause, Direction, Error,
    history::{Redo, record},
};

/// A revision's steps, ready to run.
///
/// They are cut into sections behind each step whose effect on the schema is not stated: raw SQL without `.records(..)`, and data steps. Only what
/// stands in the first section can be made into statements before the revision begins; the schema is read again for each of the others.
pub(super) struct Prepared {
    pub(super) sections: Vec<Range<usize>>,
    /// The statements of the first section.
    pub(super) first: Vec<StepStatements>,
    /// How many statements are known.
    pub(super) count: usize,
    /// SQLite: foreign keys have to be off before the transaction begins.
    pub(super) foreign_keys_off: bool,
}

impl Prepared {
    /// Makes sure that the steps fit, as far as can be known, and makes their statements; `schemas` are then those behind the first section.
    ///
    /// # Errors
    /// A step does not fit the database or what is recorded, or the server can't do it. Nothing has been sent.
    pub(super) async fn of(task: &Task, session: &Session<'_>, schemas: &mut Schemas) -> Result<Self, Error> {
        let dialect = session.dialect();
        let sections = sections(task, dialect);
        let (first, later) = match sections.split_first() {
            Some((first, later)) => (section(task, first.clone(), session, schemas).await?, later),
            None => (Vec::new(), &[][..]),
        };
        if task.direction == Direction::Upgrade && !later.is_empty() {
            let mut recorded = schemas.recorded.clone();
            for step in later.iter().flat_map(|range| &task.steps[range.clone()]) {
                record(step, &mut recorded, dialect).map_err(|reason| not_recordable(task, step, reason))?;
            }
        }
        let sent = || first.iter().flat_map(|group| &group.statements);
        let off = sent().any(|statement| statement.needs == Needs::ForeignKeysOff);
        let may_need_off = later.iter().any(|range| {
            task.steps[range.clone()].iter().any(|step| step.counts_on(dialect) && may_rebuild(&step.operation))
        });
        Ok(Self {
            count: sent().count(),
            foreign_keys_off: dialect == Dialect::Sqlite && (off || may_need_off),
            sections,
            first,
        })
    }
}

/// The steps that are still to be done, cut behind those whose effect is not stated.
fn sections(task: &Task, dialect: Dialect) -> Vec<Range<usize>> {
    let mut sections = Vec::new();
    let mut start = task.done.min(task.steps.len());
    for (at, step) in task.steps.iter().enumerate().skip(start) {
        if is_opaque(step, dialect) {
            sections.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < task.steps.len() {
        sections.push(start..task.steps.len());
    }
    sections
}

/// Whether nothing says what the step does to the schema.
pub(super) fn is_opaque(step: &Step, dialect: Dialect) -> bool {
    step.counts_on(dialect)
        && match &step.operation {
            Operation::Run { .. } => true,
            Operation::Execute { records, .. } => records.is_empty(),
            _ => false,
        }
}

fn needs_schema(step: &Step, dialect: Dialect) -> bool {
    step.counts_on(dialect) && !matches!(step.operation, Operation::Run { .. } | Operation::Execute { .. })
}

/// The statements of one section, whose positions are those in the whole revision; `schemas` are then those behind it.
pub(super) async fn section(
    task: &Task,
    range: Range<usize>,
    session: &Session<'_>,
    schemas: &mut Schemas,
) -> Result<Vec<StepStatements>, Error> {
    let (steps, server) = (&task.steps[range.clone()], &session.server);
    let groups = if steps.iter().any(|step| needs_schema(step, server.dialect)) {
        let (actual, recorded) = schemas.both(session.connection.database(), server).await?;
        let groups = statements(steps, actual, server).map_err(|error| refused(task, steps, actual, server, error))?;
        assert_agreement(task, steps, actual, recorded, server.dialect)?;
        groups
    } else {
        steps.iter().enumerate().map(|(at, step)| raw(at, step, server.dialect)).collect()
    };
    for step in steps {
        let recorded = schemas.advance(step, server);
        // What can't be recorded would make the history useless for good, so it is not let in.
        if task.direction == Direction::Upgrade {
            recorded.map_err(|reason| not_recordable(task, step, reason))?;
        }
    }
    let shifted = groups.into_iter().map(|mut group| {
        group.steps.iter_mut().for_each(|at| *at += range.start);
        group
    });
    Ok(match &task.redone {
        Some(redone) => together(shifted, &redone.redo),
        None => shifted.collect(),
    })
}

/// What redoes one step is done as one: the history counts nothing between.
fn together(groups: impl Iterator<Item = StepStatements>, redo: &Redo) -> Vec<StepStatements> {
    let mut joined: Vec<StepStatements> = Vec::new();
    let mut is_whole = true;
    for group in groups {
        let behind = group.steps.iter().max().map_or(0, |last| last + 1);
        match joined.last_mut().filter(|_| !is_whole) {
            Some(begun) => {
                begun.steps.extend(group.steps);
                begun.statements.extend(group.statements);
                begun.commits |= group.commits;
            }
            None => joined.push(group),
        }
        is_whole = redo.is_whole(behind);
    }
    joined
}

/// A step that needs no schema: raw SQL as it is, a data step without a statement.
fn raw(at: usize, step: &Step, dialect: Dialect) -> StepStatements {
    let statements = match &step.operation {
        Operation::Execute { sql, .. } if step.counts_on(dialect) => vec![Statement::new(sql.as_str())],
        _ => Vec::new(),
    };
    StepStatements::new(vec![at], statements)
}

/// Why there are no statements, with the operation that is to blame.
fn refused(task: &Task, steps: &[Step], actual: &Schema, server: &Server, error: DdlError) -> Cause {
    let id = task.id.clone();
    let DdlError::Replay(reason) = error else {
        return Cause::Ddl { id, source: error };
    };
    let mut schema = actual.clone();
    let culprit = steps.iter().find(|step| replay_step(step, &mut schema, server.dialect).is_err());
    let operation = culprit.map_or_else(|| "its operations".to_owned(), |step| step.operation.to_string());
    Cause::DoesNotFit { id, operation, reason }
}

fn not_recordable(task: &Task, step: &Step, reason: limbeck_operations::ReplayError) -> Cause {
    Cause::NotRecordable { id: task.id.clone(), operation: step.operation.to_string(), reason }
}

/// Makes sure that a column whose type is changed has the type that is recorded: converting another would be nobody's intention.
///
/// # Errors
/// The first column that differs.
fn assert_agreement(
    task: &Task,
    steps: &[Step],
    actual: &Schema,
    recorded: &Schema,
    dialect: Dialect,
) -> Result<(), Error> {
    let counting = || steps.iter().filter(|step| step.counts_on(dialect));
    // One that is marked `unless_done` is there to convert what drifted.
    for (at, step) in counting().enumerate().filter(|(_, step)| !step.unless_done) {
        let operation = &step.operation;
        let Operation::AlterColumn { table, column, changes } = operation else { continue };
        let altered_before = counting().take(at).any(
            |earlier| matches!(&earlier.operation, Operation::AlterColumn { table: t, column: c, .. } if t == table && c == column),
        );
        let known = |schema: &Schema| Some(schema.table(table)?.column(column)?.column_type.clone());
        let (Some(actual), Some(recorded)) = (known(actual), known(recorded)) else { continue };
        if changes.column_type.is_none() || altered_before || same_type(&actual, &recorded, dialect) {
            continue;
        }
        let in_words = |column_type: &ColumnType| {
            lower_column_type(column_type, dialect).unwrap_or_else(|_| format!("{column_type:?}"))
        };
        let (id, operation) = (task.id.clone(), operation.to_string());
        let (actual, recorded) = (in_words(&actual), in_words(&recorded));
        return Err(Cause::Drifted { id, operation, actual, recorded }.into());
    }
    Ok(())
}

fn same_type(one: &ColumnType, other: &ColumnType, dialect: Dialect) -> bool {
    one == other || canonical_column_type(one, dialect) == canonical_column_type(other, dialect)
}
