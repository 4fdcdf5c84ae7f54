use std::{io, path::PathBuf};

use limbeck_cli::CliError;
use limbeck_tests::{BoxedError, servers::ServerError};

/// Why something can't be measured.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The system refuses something.
    #[error("{what}: {source}")]
    System { what: String, source: io::Error },
    /// A program ended with another status than it has to.
    #[error("`{line}` ended with {status}\n{stderr}")]
    Failed { line: String, status: String, stderr: String },
    /// The program that measures says something else than it does.
    #[error("`measure` said `{0}`")]
    Unreadable(String),
    /// A server or its client is not there.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// A database can't be made or dropped.
    #[error("{0}")]
    Database(BoxedError),
    /// A project can't be laid out.
    #[error(transparent)]
    Project(#[from] CliError),
    /// What is measured did something else than it is measured for.
    #[error("{program} did not do its work: {reason}")]
    Work { program: String, reason: String },
    /// Results that are no JSON.
    #[error("cannot write {path}: {source}", path = path.display())]
    Json { path: PathBuf, source: serde_json::Error },
}

impl Error {
    /// What the system refuses.
    pub(crate) fn system(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::System { what, source }
    }
}
