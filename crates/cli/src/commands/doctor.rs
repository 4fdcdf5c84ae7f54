use limbeck::{Access, Graph, Migrations, State};
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Schema, Server};

use super::{check, prove};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, BOLD, GREEN, RED, paint},
    project::Project,
    session::{Session, block_on},
};

/// Examines the whole project: graph, statements, history, entities, proofs. All of it is said, whatever comes first.
pub(super) fn run(global: &Global, doctor: &arguments::Doctor, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let examinations: [(&str, &Examine<'_>); 5] = [
        ("the graph has one head, or branches with labels", &|| graph(migrations)),
        ("each revision has statements for each dialect, both ways", &|| statements(&project, migrations)),
        ("the database has what the files say", &|| history(&project, migrations)),
        ("entities, revisions and database agree", &|| check::run(global, &doctor.check, migrations)),
        ("each revision, and the chain of all, leads up, down and up again", &|| {
            prove::run(global, &doctor.prove, migrations)
        }),
    ];
    let mut worst = Status::Done;
    for (what, examine) in examinations {
        tell!("\n{}", paint(BOLD, what));
        let status = examine().unwrap_or_else(|error| {
            output::print_error(&error);
            Status::Failed
        });
        match status {
            Status::Done => tell!("{}", paint(GREEN, "well")),
            Status::Differs | Status::Failed => {
                tell!("{}", paint(RED, "not well"));
                worst = Status::Differs;
            }
        }
    }
    Ok(worst)
}

/// What is examined under one heading.
type Examine<'a> = dyn Fn() -> Result<Status, CliError> + 'a;

fn graph(migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let labels = graph.spread_labels();
    let bare: Vec<_> = graph.last().into_iter().filter(|head| !labels.contains_key(head.id.as_str())).collect();
    if bare.len() <= 1 {
        return Ok(Status::Done);
    }
    bare.iter().for_each(|head| say!("{}, {}", output::Lines::new(&graph).line(head), head.message));
    say!("several heads; `cargo xtask merge` joins them, `cargo xtask rebase` moves one behind the other");
    Ok(Status::Differs)
}

fn statements(project: &Project, migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    for dialect in project.dialects() {
        let mut schema = Schema::default();
        for node in graph.nodes() {
            let Some(entry) = migrations.entry(&node.id) else { continue };
            let before = schema.clone();
            migrations.record(&node.id, &mut schema, dialect)?;
            script(&entry.revision.upgrade(), &before, dialect, &node.id)?;
            script(&entry.revision.downgrade(), &schema, dialect, &node.id)?;
        }
    }
    Ok(Status::Done)
}

fn script(steps: &[limbeck::Step], before: &Schema, dialect: Dialect, id: &str) -> Result<(), CliError> {
    let refused = |error: ddl::DdlError| CliError::Ddl { dialect, problem: format!("{id}: {error}") };
    ddl::script(steps, before, &Server::assumed(dialect)).map(drop).map_err(refused)
}

fn history(project: &Project, migrations: &Migrations) -> Result<Status, CliError> {
    let history = block_on(Session::open(project, Access::Read))?.history.unwrap_or_default();
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let seen = history.seen(&graph).map_err(limbeck::Error::from)?;
    let mut status = Status::Done;
    for row in history.rows() {
        let problem = match (row.state, migrations.entry(&row.id)) {
            (State::Unfinished { direction, .. }, _) => Some(format!("its {direction} stopped half-way")),
            // The next run lets what replaces it take its place.
            (State::Applied, None) if seen.graph.stand_in(&row.id).is_some() => None,
            (State::Applied, None) => Some("it is in no file here".to_owned()),
            (State::Applied, Some(entry)) => row
                .differs_from(entry)
                .map_err(limbeck::Error::from)?
                .then(|| "its file says something else than what was applied".to_owned()),
        };
        if let Some(problem) = problem {
            status = Status::Differs;
            say!("{}, {}: {problem}", row.id, row.message);
        }
    }
    Ok(status)
}
