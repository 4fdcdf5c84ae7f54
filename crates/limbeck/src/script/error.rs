use limbeck_operations::{ReplayError, ddl::DdlError};

use crate::{GraphError, HistoryError, SettingsError, TargetError};

/// Why there is no script.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScriptError {
    /// `limbeck.toml` was not understood.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The revisions are no graph.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// The range leads nowhere.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// The revisions' operations can't be written down.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// A way down that does not say where the database stands.
    #[error("a script of a downgrade has to say from where it goes, and `{text}` does not")]
    NoStart {
        /// What was given.
        text: String,
    },
    /// Data steps are written in Rust, and no script can run them.
    #[error("no script can run {}, written in Rust: {}", if steps.len() == 1 { "a data step" } else { "data steps" }, steps.join(", "))]
    DataSteps {
        /// Each with its revision, in words.
        steps: Vec<String>,
    },
    /// Raw SQL that would end the transaction that keeps a revision together.
    #[error("revision `{id}`: raw SQL ends the revision's transaction: {sql}")]
    EndsTransaction {
        /// The revision.
        id: String,
        /// The SQL.
        sql: String,
    },
    /// An operation that the database can't do, or that does not fit what the revisions before it make.
    #[error("revision `{id}`: {source}")]
    Ddl {
        /// The revision.
        id: String,
        /// Why.
        source: DdlError,
    },
    /// A revision does not fit those before it.
    #[error("revision `{id}` does not fit the revisions before it: {source}")]
    DoesNotFit {
        /// The revision.
        id: String,
        /// Why.
        source: ReplayError,
    },
}

impl ScriptError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Settings(_) => "correct limbeck.toml and build again".to_owned(),
            Self::Graph(error) => error.hint(),
            Self::Target(error) => error.hint(),
            Self::History(error) => error.hint(),
            Self::NoStart { .. } => "use `<from>:<to>`, for example `head:-1`".to_owned(),
            Self::DataSteps { .. } => {
                "let the tool run the revision itself; `--skip-data-steps` leaves them out, with a comment in their place".to_owned()
            }
            Self::EndsTransaction { .. } => "take BEGIN, COMMIT and ROLLBACK out of the step".to_owned(),
            Self::Ddl { source: DdlError::Replay(_), .. } | Self::DoesNotFit { .. } => {
                "a script knows what the revisions make; say what raw SQL does to the schema with `.records(..)`".to_owned()
            }
            Self::Ddl { .. } => "change the revision; a script is for the oldest server that is supported, unless `--server-version` names a later one".to_owned(),
        }
    }
}
