use std::fmt;

/// A session that has a lock which a run needs, or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// The server's number of the session.
    pub session: i64,
    /// Whose it is.
    pub user: String,
    /// How long its transaction has lasted.
    pub seconds: i64,
    /// What it runs, or has run last; empty where the server does not say.
    pub statement: String,
    /// On which tables it has locks; empty where the server does not say.
    pub tables: String,
}

impl fmt::Display for Blocker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "session {} of `{}`, for {} s in a transaction", self.session, self.user, self.seconds)?;
        if !self.tables.is_empty() {
            write!(f, " with a lock on {}", self.tables)?;
        }
        if self.statement.is_empty() { Ok(()) } else { write!(f, " (`{}`)", self.statement) }
    }
}

/// Those in the way, for the middle of a sentence.
pub(super) fn in_words(blockers: &[Blocker]) -> String {
    if blockers.is_empty() {
        return "nobody says by whom".to_owned();
    }
    blockers.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
