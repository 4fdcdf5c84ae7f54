use limbeck::{Access, Graph, Migrations, State};
use limbeck_schema::{Dialect, Schema};

use super::{check, prove, statements};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, BOLD, GREEN, RED, paint},
    program::Program,
    project::Project,
    session::{Session, block_on},
};

/// Examines the whole project: graph, statements, history, entities, proofs. All of it is said, whatever comes first.
pub(super) fn run(global: &Global, doctor: &arguments::Doctor, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let (offline, dialects) = (doctor.check.offline.offline, &doctor.check.offline.dialects);
    let examinations: [(&str, &Examine<'_>); 5] = [
        ("the graph has one head, or branches with labels", &|| graph(migrations)),
        ("each revision has statements for each dialect, both ways", &|| statements(&project, dialects, migrations)),
        (HISTORY, &|| history(&project, migrations)),
        ("entities, revisions and database agree", &|| check::run(global, &doctor.check, migrations)),
        ("each revision, and the chain of all, leads up, down and up again", &|| {
            let url = project.url().ok().filter(|_| !offline);
            prove::on(&project, url, &doctor.prove, (global, migrations))
        }),
    ];
    let mut worst = Status::Done;
    // What only the database can tell is left out where none is opened.
    let examinations = examinations.into_iter().filter(|(what, _)| !offline || *what != HISTORY);
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

const HISTORY: &str = "the database has what the files say";

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
    let program = Program::running();
    say!("several heads; `{program} merge` joins them, `{program} rebase` moves one behind the other");
    Ok(Status::Differs)
}

/// The statements that can't be made; behind a revision that does not fit there is nothing to hold the others against.
fn statements(project: &Project, stated: &[Dialect], migrations: &Migrations) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let dialects = if stated.is_empty() { project.dialects()? } else { stated.to_vec() };
    let mut status = Status::Done;
    let mut tell = |error: &CliError| {
        output::print_error(error);
        status = Status::Differs;
    };
    for dialect in dialects {
        let mut schema = Schema::default();
        for node in graph.nodes() {
            match statements::of_revision(migrations, &node.id, &mut schema, dialect) {
                Ok(made) => {
                    [made.next, made.previous].into_iter().filter_map(Result::err).for_each(|error| tell(&error))
                }
                Err(error) => {
                    tell(&error);
                    break;
                }
            }
        }
    }
    Ok(status)
}

fn history(project: &Project, migrations: &Migrations) -> Result<Status, CliError> {
    let Session { server, history, .. } = block_on(Session::open(project, Access::Read))?;
    let history = history.unwrap_or_default();
    let edited = history.edited(migrations, server.dialect).map_err(limbeck::Error::from)?;
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let seen = history.seen(&graph).map_err(limbeck::Error::from)?;
    let mut status = Status::Done;
    for row in history.rows() {
        let problem = match (row.state, migrations.entry(&row.id)) {
            (State::Unfinished { direction, .. }, _) => format!("its {direction} stopped half-way"),
            // The next run lets what replaces it take its place.
            (State::Applied, None) if seen.graph.stand_in(&row.id).is_some() => continue,
            (State::Applied, None) => "it is in no file here".to_owned(),
            (State::Applied, Some(_)) if edited.iter().any(|edited| edited.id == row.id) => {
                "its file says something else than what was applied".to_owned()
            }
            (State::Applied, Some(_)) => continue,
        };
        status = Status::Differs;
        say!("{}, {}: {problem}", row.id, row.message);
    }
    Ok(status)
}
