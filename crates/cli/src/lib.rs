//! The commands of the migration tool, as a library: every `xtask` is three lines around [`main`].
//!
//! In: the arguments of the process, `limbeck.toml`, `.env`, entity sources, a database, and the compiled revisions. Out: revision files, reports on the
//! standard output, errors on the standard error, an exit status. Never here: logic that a user of the libraries would miss.

#[macro_use]
mod say;

mod arguments;
mod commands;
mod error;
mod offline;
mod output;
mod program;
mod project;
mod reading;
mod renaming;
mod revision_file;
mod run;
pub mod scaffold;
mod session;
mod state;
mod whole;

use std::process::ExitCode;

use clap::Parser;
use limbeck::Migrations;

pub use error::CliError;

/// Runs the command that the process was started with, for a project whose revisions are compiled in.
///
/// Returns 0 when it is done, 1 when `check` and its like found differences, 2 when it could not be done; the reason is then on the
/// standard error.
pub fn main(migrations: &'static Migrations) -> ExitCode {
    start(Some(migrations))
}

/// Runs the command that the `limbeck` binary was started with: those that need no compiled revisions.
pub fn main_without_revisions() -> ExitCode {
    start(None)
}

fn start(migrations: Option<&'static Migrations>) -> ExitCode {
    let arguments = arguments::Arguments::parse();
    let outcome = commands::run(&arguments, migrations);
    match outcome.and_then(|status| say::finish().map(|()| status).map_err(CliError::Output)) {
        Ok(status) => status.into(),
        Err(error) => {
            output::print_error(&error);
            Status::Failed.into()
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was done, or nothing differs.
    Done,
    /// Differences were found.
    Differs,
    /// It could not be done.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Differs => 1,
            Status::Failed => 2,
        })
    }
}
