use limbeck_schema::{Dialect, ObjectName, Schema, Server};

use super::{DdlError, Statement, check, commits_behind, mysql_like, postgres, sqlite};
use crate::{Operation, Setting, Step, done::passed_over, replay::replay_step};

/// The statements of one step, or of several that are done together: a SQLite rebuild covers consecutive changes of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepStatements {
    /// The positions of the steps, ascending. Every step of the input is in exactly one group, also if it has no statement.
    pub steps: Vec<usize>,
    /// Their statements. A data step has none; its body is run in their place.
    pub statements: Vec<Statement>,
    /// PostgreSQL: whether the transaction is committed behind them and another one begins, as later steps use labels that they add.
    pub commits: bool,
}

impl StepStatements {
    /// Statements whose transaction goes on behind them.
    pub const fn new(steps: Vec<usize>, statements: Vec<Statement>) -> Self {
        Self { steps, statements, commits: false }
    }
}

/// The statements of `steps` in their order, each made against the schema that the steps before it leave.
///
/// `before` is the schema before the first step, as in [`ddl`](super::ddl). Steps that don't count on the server's dialect have no
/// statements, nor have those that are passed over because they are done already.
///
/// # Errors
/// The first step that does not fit or can't be done; nothing has to be undone, as no statement was given out.
pub fn statements(steps: &[Step], before: &Schema, server: &Server) -> Result<Vec<StepStatements>, DdlError> {
    knowing(steps, before, server, sqlite::Knows::Database)
}

/// The same, with what SQLite's writer has to know of `before`.
pub(super) fn knowing(
    steps: &[Step],
    before: &Schema,
    server: &Server,
    knows: sqlite::Knows,
) -> Result<Vec<StepStatements>, DdlError> {
    let written = |steps: &[Step]| match server.dialect {
        Dialect::Sqlite => sqlite::statements(steps, before, server, knows),
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => in_turn(steps, before, server),
    };
    let passed = passed_over(steps, before, server.dialect);
    if !steps.iter().any(|step| step.unless_done) {
        return written(steps);
    }
    // The writers look at the steps behind one, too: what is passed over must not be among them. What is left is due, whatever it finds.
    let (done, due): (Vec<usize>, Vec<usize>) = (0..steps.len()).partition(|at| passed[*at]);
    let list: Vec<Step> = due.iter().map(|at| Step { unless_done: false, ..steps[*at].clone() }).collect();
    let mut groups = written(&list)?;
    groups.iter_mut().flat_map(|group| &mut group.steps).for_each(|at| *at = due[*at]);
    groups.extend(done.into_iter().map(|at| StepStatements::new(vec![at], Vec::new())));
    groups.sort_by_key(|group| group.steps.first().copied());
    Ok(groups)
}

/// The statements of each step for itself.
fn in_turn(steps: &[Step], before: &Schema, server: &Server) -> Result<Vec<StepStatements>, DdlError> {
    let mut schema = before.clone();
    let mut groups = Vec::with_capacity(steps.len());
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let later = &steps[at + 1..];
        let (count, statements) = if step.counts_on(server.dialect) {
            let (count, statements) = of_step(&step.operation, later, &schema, server)?;
            (count, if step.concurrently { concurrent(statements, server.dialect) } else { statements })
        } else {
            (1, Vec::new())
        };
        replay_step(step, &mut schema, server.dialect)?;
        for step in steps[at..].iter().take(count).skip(1) {
            check::check(&step.operation, &schema, server)?;
            replay_step(step, &mut schema, server.dialect)?;
        }
        let commits = match server.dialect {
            Dialect::Postgres => commits_behind(steps, at),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => false,
        };
        groups.push(StepStatements { steps: (at..at + count).collect(), statements, commits });
        at += count;
    }
    Ok(groups)
}

/// The same statements, where the dialect has it outside of a transaction, and without a lock that writers wait for.
fn concurrent(statements: Vec<Statement>, dialect: Dialect) -> Vec<Statement> {
    const INDEXES: [&str; 3] = ["CREATE INDEX ", "CREATE UNIQUE INDEX ", "DROP INDEX "];
    let changed = |statement: Statement| {
        let words = INDEXES.iter().find_map(|words| Some((words, statement.sql.strip_prefix(words)?)));
        match words {
            Some((words, rest)) => Statement::autocommitted(format!("{words}CONCURRENTLY {rest}")),
            // A unique constraint in the place of the index.
            None => statement,
        }
    };
    match dialect {
        Dialect::Postgres => statements.into_iter().map(changed).collect(),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => statements,
    }
}

/// How many steps are done together, and their statements.
fn of_step(
    operation: &Operation,
    later: &[Step],
    before: &Schema,
    server: &Server,
) -> Result<(usize, Vec<Statement>), DdlError> {
    check::check(operation, before, server)?;
    match server.dialect {
        Dialect::Postgres => Ok((1, postgres::write(operation, before, server)?)),
        Dialect::MySql | Dialect::MariaDb => mysql_like::write(operation, later, before, server),
        // SQLite groups its steps itself.
        Dialect::Sqlite => Ok((1, Vec::new())),
    }
}

/// Whether one of the steps drops `column` or makes it number the rows no more. Between it and the loss of its key the column is in a
/// state that SQLite, MySQL and MariaDB don't have; there it stops numbering with its key.
pub(super) fn stops_numbering(column: &str, table: &ObjectName, steps: &[Step], dialect: Dialect) -> bool {
    steps.iter().filter(|step| step.counts_on(dialect)).any(|step| match &step.operation {
        Operation::DropColumn { table: other, column: dropped } => other == table && dropped == column,
        Operation::AlterColumn { table: other, column: altered, changes } => {
            other == table && altered == column && changes.auto_increment == Some(Setting::Drop)
        }
        Operation::DropTable { table: other } => other == table,
        _ => false,
    })
}
