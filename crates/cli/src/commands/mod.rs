//! One file a command: what it loads, what it does, what it prints.

mod branches;
mod branching;
mod check;
mod current;
mod denied;
mod doctor;
mod downgrade;
mod edit;
mod ensure_version;
mod entities;
mod explain;
mod heads;
mod history;
mod init;
mod kept;
mod log;
mod merge;
mod migrate;
mod places;
mod placing;
mod prove;
mod rebase;
mod revision;
mod script;
mod show;
mod squash;
mod stamp;
mod statements;
mod upgrade;

use clap::CommandFactory;
use limbeck::Migrations;

use crate::{
    CliError, Status,
    arguments::{Arguments, Command},
    output,
    program::Program,
    project::Revisions,
    say,
};

/// Runs one command. `migrations` are the compiled revisions; the `limbeck` binary has none.
pub(crate) fn run(arguments: &Arguments, migrations: Option<&'static Migrations>) -> Result<Status, CliError> {
    let global = &arguments.global;
    let compiled = || migrations.ok_or(CliError::NoRevisions);
    let revisions = Revisions::new(migrations);
    match &arguments.command {
        Command::Init(init) => init::run(init),
        Command::Completions(completions) => {
            let mut command = Arguments::command();
            // Into memory first: it panics where the output can't be written.
            let mut script = Vec::new();
            let program = Program::running();
            clap_complete::generate(completions.shell, &mut command, program.binary(), &mut script);
            say::plain(&String::from_utf8_lossy(&script));
            if let Program::Alias(alias) = program {
                output::note(format!("it completes a program `{alias}`; behind `cargo` shells ask cargo's own script"));
            }
            Ok(Status::Done)
        }
        Command::Migrate(migrate) => migrate::run(global, (&migrate.writing, &migrate.generating), compiled()?),
        Command::Revision(revision) => revision::run(global, revision, revisions),
        Command::Merge(merge) => merge::run(global, merge, revisions),
        Command::Rebase(rebase) => rebase::run(global, rebase, revisions),
        Command::Squash(squash) => squash::run(global, squash, compiled()?),
        Command::Edit(edit) => edit::run(global, edit, revisions),
        Command::Explain(explain) => explain::run(explain),
        Command::Entities(entities) => entities::run(global, entities, migrations),
        Command::Check(check) => check::run(global, check, compiled()?),
        Command::Upgrade(upgrade) => upgrade::run(global, upgrade, compiled()?),
        Command::Downgrade(downgrade) => downgrade::run(global, downgrade, compiled()?),
        Command::Stamp(stamp) => stamp::run(global, stamp, compiled()?),
        Command::EnsureVersion(ensure) => ensure_version::run(global, ensure, compiled()?),
        Command::Prove(prove) => prove::run(global, prove, compiled()?),
        Command::Doctor(doctor) => doctor::run(global, doctor, compiled()?),
        Command::Current(current) => current::run(global, current, compiled()?),
        Command::Heads(heads) => heads::run(global, heads, revisions),
        Command::Branches => branches::run(global, revisions),
        Command::History(history) => history::run(global, history, revisions),
        Command::Log(log) => log::run(global, log, compiled()?),
        Command::Show(show) => show::run(global, show, revisions),
    }
}
