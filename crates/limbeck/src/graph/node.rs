use crate::Entry;

/// A revision in the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// The ids that it follows; none for a root, several for a merge.
    pub parents: Vec<String>,
    /// What has to be applied before it although it follows none of it: ids, or labels of branches.
    pub dependencies: Vec<String>,
    /// The names of the branch that begins with it.
    pub labels: Vec<String>,
    /// The ids of the revisions that it does the same as, in their order; none but for a squashed one.
    pub replaces: Vec<String>,
    /// What it does, in a few words.
    pub message: String,
    /// When its file was made, as the file says it; empty if it does not.
    pub created: String,
    /// Its file; empty if only the database knows it.
    pub file: String,
}

impl From<&Entry> for Node {
    fn from(entry: &Entry) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            id: entry.revision.id.to_owned(),
            parents: owned(entry.revision.parents),
            dependencies: owned(entry.revision.dependencies),
            labels: owned(entry.revision.labels),
            replaces: owned(entry.revision.replaces),
            message: entry.message.to_owned(),
            created: entry.created.to_owned(),
            file: entry.file.to_owned(),
        }
    }
}

/// What keeps `name` from being an id or a label: the words and signs of targets, and the width of the history's column.
pub(super) fn fault(name: &str) -> Option<&'static str> {
    const LONGEST: usize = 64;
    if name.is_empty() {
        Some("it is empty")
    } else if name.len() > LONGEST {
        Some("it is longer than 64 bytes")
    } else if ["head", "heads", "base", "current"].contains(&name) {
        Some("the word has a meaning of its own")
    } else if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.') {
        Some("it has a character that targets use, or that is no letter or digit")
    } else {
        None
    }
}
