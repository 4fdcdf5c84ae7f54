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
    /// Revisions follow each other in a circle.
    #[error("revisions follow each other in a circle: {}", ids.join(" -> "))]
    Cycle {
        /// The circle's ids, each followed by one that revises it; the first is also the last.
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
            Self::Cycle { .. } => "change `.revises(..)` of one of them to what it really follows".to_owned(),
            Self::InvalidId { .. } => "use letters, digits, `_` and `.`, at most 64 of them".to_owned(),
        }
    }
}
