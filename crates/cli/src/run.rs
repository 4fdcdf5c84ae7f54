//! Running revisions: the connection, the progress, the words at the end.

use std::{future::Future, time::Duration};

use limbeck::{Access, Action, Assume, Connection, Direction, Event, History, Migrations, Report, Run};

use limbeck_schema::Server;

use crate::{
    CliError, Status,
    arguments::{Global, Running},
    output::{self, Progress},
    project::Project,
    session::block_on,
};

/// Opens the project's database for writing, runs `work` with progress shown, and says what was done.
///
/// # Errors
/// No database is named, it can't be opened, or the run stops.
pub(crate) fn run<'a, F>(
    global: &Global,
    migrations: &'a Migrations,
    lock_wait: Duration,
    work: impl FnOnce(Run<'a>, Connection) -> F,
) -> Result<Status, CliError>
where
    F: Future<Output = (Result<Report, limbeck::Error>, Connection)>,
{
    let project = Project::find(global, migrations)?;
    let url = project.url()?.clone();
    block_on(async {
        let connection = Connection::open(&url.text, Access::Write).await.map_err(limbeck::Error::from)?;
        output::note(format!("database: {} (from {})", connection.shown(), url.source));
        warn_of_edited(&connection, &project, migrations).await;
        let progress = Progress::new(global.verbose);
        let run = Run::new(migrations)
            .settings(project.settings.clone())
            .lock_wait(lock_wait)
            .on_event(move |event| show(&progress, event));
        let (outcome, connection) = work(run, connection).await;
        connection.close().await;
        let report = outcome?;
        if report.is_empty() {
            tell!("Nothing to do.");
        }
        // What runs is told while it does; a stamp runs nothing.
        for ran in report.ran.iter().filter(|ran| matches!(ran.action, Action::Stamped | Action::Unstamped)) {
            tell!("{:<9} {}, {}", ran.action.to_string(), ran.id, ran.message);
        }
        Ok(Status::Done)
    })
}

/// Says which applied revisions were edited since. A history that can't be read is the run's to report.
async fn warn_of_edited(connection: &Connection, project: &Project, migrations: &Migrations) {
    let database = connection.database();
    let Ok(server) = limbeck_introspect::server(database).await else { return };
    let Ok(Some(history)) = History::load(database, server.dialect, &project.settings).await else { return };
    tell_edited(&history, migrations, &server);
}

/// Says which revisions of this history were edited since. What can't be read of it is told by what reads it next.
pub(crate) fn tell_edited(history: &History, migrations: &Migrations, server: &Server) {
    for edited in history.edited(migrations, server.dialect).unwrap_or_default() {
        output::edited(&edited, server).iter().for_each(output::note);
    }
}

/// The run with what the flags say of it.
pub(crate) fn with<'a>(running: &Running, mut run: Run<'a>) -> Run<'a> {
    if let Some(timeout) = running.lock_timeout {
        run = run.lock_timeout(timeout);
    }
    if let Some(retries) = running.lock_retries {
        run = run.lock_retries(retries);
    }
    if let Some(timeout) = running.statement_timeout {
        run = run.statement_timeout(timeout);
    }
    for (key, value) in &running.arguments {
        run = run.argument(key, value);
    }
    run = run.single_transaction(running.single_transaction);
    if running.assume_done {
        run = run.assume(Assume::Done);
    }
    if running.assume_undone {
        run = run.assume(Assume::Undone);
    }
    run
}

fn show(progress: &Progress, event: &Event<'_>) {
    match *event {
        Event::Waiting => progress.line("another run is under way; waiting for it to end"),
        Event::Settled { id, operation, done } => {
            let found = if done { "is done" } else { "is not done, or not as a whole, and comes next" };
            progress.line(&format!("an earlier run of {id} ended amid `{operation}`, which {found}"));
        }
        Event::RevisionStarted { id, message, direction, .. } => progress.begin(&title(direction, id, message)),
        Event::Statement { sql, number, count, .. } => progress.statement(sql, number, count),
        Event::DataStep { name, .. } => progress.line(&format!("    data step `{name}`")),
        Event::CopyDropped { copy } => {
            progress
                .line(&format!("    `{copy}`, which a rebuild has left, is dropped: all of its rows are in the table"));
        }
        Event::Progress { done, total, .. } => progress.amount(done, total),
        Event::Blocked { id, number, retries, pause, blockers } => {
            let left = retries.saturating_sub(number) + 1;
            let seconds = pause.as_secs();
            progress
                .line(&format!("    {id} did not get a lock; tried again in {seconds} s, {left} more times at most"));
            for blocker in blockers {
                progress.line(&format!("    in the way: {blocker}"));
            }
        }
        Event::DataStepSkipped { id, name } => {
            progress.line(&format!("    data step `{name}` of {id} is skipped: the file of the revision is not here"));
        }
        Event::Replaced { id, message, replaced } => {
            progress.line(&format!("in the history {id}, {message} takes the place of {}", replaced.join(", ")));
        }
        Event::RevisionDone { id, message, direction, duration } => {
            progress.done(&title(direction, id, message), duration)
        }
        _ => {}
    }
}

fn title(direction: Direction, id: &str, message: &str) -> String {
    let verb = match direction {
        Direction::Upgrade => "upgrade  ",
        Direction::Downgrade => "downgrade",
    };
    format!("{verb} {id}, {message}")
}
