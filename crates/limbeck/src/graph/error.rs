/// Why revisions are no graph.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// Two files state the same id.
    #[error("revision `{id}` is in two files: `{first}` and `{second}`")]
    DuplicateId {
        /// The id.
        id: String,
        /// The file that comes first.
        first: String,
        /// The other.
        second: String,
    },
    /// A revision follows one that no file states.
    #[error("`{file}`: revision `{id}` revises `{parent}`, which is in no file")]
    MissingParent {
        /// The revision.
        id: String,
        /// Its file.
        file: String,
        /// What is missing.
        parent: String,
    },
    /// A revision depends on one that no file states.
    #[error("`{file}`: revision `{id}` depends on `{dependency}`, which is neither a revision in a file nor a label")]
    MissingDependency {
        /// The revision.
        id: String,
        /// Its file.
        file: String,
        /// What is missing.
        dependency: String,
    },
    /// Two files state the same label, or one states a label that is an id.
    #[error("the label `{label}` of `{second}` is taken by `{first}`")]
    DuplicateLabel {
        /// The label.
        label: String,
        /// The file that comes first.
        first: String,
        /// The other.
        second: String,
    },
    /// A label that can't be named on a command line.
    #[error("`{file}`: `{label}` can't be a label: {reason}")]
    InvalidLabel {
        /// The label.
        label: String,
        /// The file that states it.
        file: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Revisions follow each other, or depend on each other, in a circle.
    #[error("revisions follow or depend on each other in a circle: {}", ids.join(" -> "))]
    Cycle {
        /// The circle's ids, each followed by one that revises or depends on it; the first is also the last.
        ids: Vec<String>,
    },
    /// An id that can't be named on a command line, or not be stored.
    #[error("`{file}`: `{id}` can't be a revision's id: {reason}")]
    InvalidId {
        /// The id.
        id: String,
        /// Its file.
        file: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl GraphError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::DuplicateId { second, .. } => {
                format!("give the revision in `{second}` another id, and change the files that revise it")
            }
            Self::MissingParent { parent, .. } => {
                format!("bring the file of `{parent}` back, or let the revision revise one that is there")
            }
            Self::MissingDependency { dependency, .. } => {
                format!("bring the file of `{dependency}` back, or take it out of `.depends_on(..)`")
            }
            Self::DuplicateLabel { second, .. } => format!("give the branch in `{second}` another label"),
            Self::Cycle { .. } => {
                "change `.revises(..)` or `.depends_on(..)` of one of them to what it really needs".to_owned()
            }
            Self::InvalidId { .. } | Self::InvalidLabel { .. } => {
                "use letters, digits, `_` and `.`, at most 64 of them".to_owned()
            }
        }
    }
}
