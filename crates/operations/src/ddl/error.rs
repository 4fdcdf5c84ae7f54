use limbeck_schema::Dialect;

use crate::ReplayError;

/// Why there are no statements for an operation. Found before any statement is made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DdlError {
    /// The operation does not fit the schema before it.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// The dialect lacks what the operation asks for.
    #[error("{operation}: {dialect} {lack}; {instead}")]
    Unsupported {
        /// The operation and its object, in a few words.
        operation: String,
        /// The dialect.
        dialect: Dialect,
        /// What it lacks, as the rest of a sentence whose subject is the dialect.
        lack: String,
        /// What to do instead.
        instead: String,
    },
    /// A constraint has to be dropped by its name, and the schema before the operation does not know it.
    #[error(
        "{operation}: the {kind} was made without a name, and only the database knows the one it gave; run this against the \
         database, which is then asked, or drop it with `op.execute`"
    )]
    Unnamed {
        /// The operation and its object, in a few words.
        operation: String,
        /// `check`, `foreign key`, `unique constraint`.
        kind: &'static str,
    },
    /// SQLite: a rebuild would bring back a trigger as it was before a rename in the same revision.
    #[error(
        "{operation}: the table has to be rebuilt, and its trigger `{trigger}` names `{renamed}`, which was renamed just before; put the \
         rename into a revision of its own"
    )]
    StaleTrigger {
        /// The operation that needs the rebuild.
        operation: String,
        /// The trigger.
        trigger: String,
        /// The name before the rename.
        renamed: String,
    },
}
