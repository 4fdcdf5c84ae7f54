//! What a revision file says of itself above its functions: message, time, the constant `REVISION`. Written, read back, and changed in place.

mod read;
mod rewrite;
mod write;

pub use read::HeadError;
pub(crate) use write::write;

/// What a revision file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The revision's id.
    pub id: String,
    /// The ids that it follows; none for a root, several for a merge.
    pub parents: Vec<String>,
    /// What has to be applied before it although it follows none of it: ids, or labels of branches.
    pub dependencies: Vec<String>,
    /// The names of the branch that begins with it.
    pub labels: Vec<String>,
    /// The ids of the revisions that it does the same as, in their order; none but for a squashed one.
    pub replaces: Vec<String>,
    /// What it is about. The first line is the file's title.
    pub message: String,
    /// When it was made: `2026-11-22 10:14:03 UTC`.
    pub created: String,
}
