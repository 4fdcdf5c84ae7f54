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
    /// What a squashed revision replaces does not follow what it has to follow.
    #[error("`{file}`: revision `{id}` replaces `{replaced}`, which does not follow {}", follows(expected))]
    ReplacesNoLine {
        /// The squashed revision.
        id: String,
        /// Its file.
        file: String,
        /// What is out of line.
        replaced: String,
        /// What that has to follow, and nothing else: the one before it in the list, or what the squashed revision follows.
        expected: Vec<String>,
    },
    /// A squashed revision replaces another one, or itself.
    #[error("`{file}`: revision `{id}` replaces `{replaced}`, which replaces others itself")]
    ReplacesSquashed {
        /// The squashed revision.
        id: String,
        /// Its file.
        file: String,
        /// What it replaces.
        replaced: String,
    },
    /// A revision is replaced by two others, or named twice by one.
    #[error("revision `{replaced}` is replaced twice: by `{first}` and `{second}`")]
    ReplacedTwice {
        /// What is replaced.
        replaced: String,
        /// The file that comes first.
        first: String,
        /// The other.
        second: String,
    },
    /// A database has some of the revisions that a squashed one replaces and not all, and files are missing that bring it on.
    #[error("the database is amid the revisions that `{id}` of `{file}` replaces, and {} in no file", are(missing))]
    MissingReplaced {
        /// The squashed revision.
        id: String,
        /// Its file.
        file: String,
        /// The replaced revisions that are in no file.
        missing: Vec<String>,
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
            Self::ReplacesNoLine { .. } => {
                "let `.replaces(..)` name a line without branches from its first revision to its last, and `.revises(..)` what that follows".to_owned()
            }
            Self::ReplacesSquashed { replaced, .. } => format!(
                "when every database has passed `{replaced}`, delete what it replaces and take `.replaces(..)` out of its file"
            ),
            Self::ReplacedTwice { second, .. } => format!("take it out of `.replaces(..)` in `{second}`"),
            Self::MissingReplaced { missing, .. } => format!(
                "bring the {} of `{}` back until every database has passed them; or `stamp` where the database stands",
                if missing.len() == 1 { "file" } else { "files" },
                missing.join("`, `")
            ),
            Self::InvalidId { .. } | Self::InvalidLabel { .. } => {
                "use letters, digits, `_` and `.`, at most 64 of them".to_owned()
            }
        }
    }
}

fn quoted(ids: &[String]) -> String {
    format!("`{}`", ids.join("`, `"))
}

fn follows(ids: &[String]) -> String {
    if ids.is_empty() { "the base".to_owned() } else { format!("{} alone", quoted(ids)) }
}

fn are(ids: &[String]) -> String {
    format!("{} {}", quoted(ids), if ids.len() == 1 { "is" } else { "are" })
}
