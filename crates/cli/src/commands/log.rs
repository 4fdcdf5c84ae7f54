use limbeck::{Access, Migrations, Row, State};
use serde::Serialize;

use super::check::print_json;
use crate::{
    CliError, Status,
    arguments::{self, Format, Global},
    output::{BOLD, DIM, YELLOW, paint},
    project::Project,
    session::{Session, block_on},
};

/// Prints what was applied to the database, when, how long it took, and by which version of Limbeck; the last comes first.
pub(super) fn run(global: &Global, log: &arguments::Log, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let history = block_on(Session::open(&project, Access::Read))?.history.unwrap_or_default();
    let rows: Vec<&Row> = history.rows().iter().rev().take(log.limit.unwrap_or(usize::MAX)).collect();
    match log.format {
        Format::Json => {
            let rows: Vec<RowObject> = rows.into_iter().map(RowObject::new).collect();
            print_json(&rows)?;
        }
        Format::Text => rows.into_iter().for_each(|row| say!("{}", line(row))),
    }
    Ok(Status::Done)
}

/// `2026-11-22T10:14:03Z       12 ms  7d3e9a41c0b2, animals get registered_at (limbeck 0.1.0)`.
fn line(row: &Row) -> String {
    let unfinished = match row.state {
        State::Applied => String::new(),
        State::Unfinished { direction, done, .. } => {
            paint(YELLOW, format!(" ({direction} stopped, {done} steps done)"))
        }
    };
    let tool = paint(DIM, format!("(limbeck {})", row.tool_version));
    let (id, duration) = (paint(BOLD, &row.id), row.duration.as_millis());
    format!("{}  {duration:>8} ms  {id}{unfinished}, {} {tool}", row.applied_at, row.message)
}

/// A row as JSON: the README documents it.
#[derive(Serialize)]
struct RowObject<'a> {
    id: &'a str,
    parents: &'a [String],
    dependencies: &'a [String],
    message: &'a str,
    applied_at: &'a str,
    duration_ms: u64,
    state: &'static str,
    steps_done: Option<usize>,
    tool_version: &'a str,
    checksum: &'a str,
}

impl<'a> RowObject<'a> {
    fn new(row: &'a Row) -> Self {
        let steps_done = match row.state {
            State::Applied => None,
            State::Unfinished { done, .. } => Some(done),
        };
        Self {
            id: &row.id,
            parents: &row.parents,
            dependencies: &row.dependencies,
            message: &row.message,
            applied_at: &row.applied_at,
            duration_ms: u64::try_from(row.duration.as_millis()).unwrap_or(u64::MAX),
            state: row.state.name(),
            steps_done,
            tool_version: &row.tool_version,
            checksum: &row.checksum,
        }
    }
}
