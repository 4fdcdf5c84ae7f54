use std::fmt;

/// What a trial came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The revision does what it says, up, down and up again.
    Proved(Proof),
    /// It does not.
    Refuted(Refutation),
    /// It could not be tried; what is missing, in words.
    NotProvable(String),
}

/// What was tried, and went well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many tables took part.
    pub tables: usize,
    /// How many rows were there all the time.
    pub rows: usize,
    /// What a reviewer should know of it: rows that could not be made, steps that were not run.
    pub notes: Vec<String>,
}

/// What does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refutation {
    /// When it showed.
    pub when: Phase,
    /// The statement and the server's words, or the first object that differs and how.
    pub what: String,
}

/// A part of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// From the start.
    Upgrade,
    /// Back to the start.
    Downgrade,
    /// From the start that the downgrade left.
    SecondUpgrade,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Upgrade => "the upgrade",
            Self::Downgrade => "the downgrade",
            Self::SecondUpgrade => "the second upgrade",
        })
    }
}

impl fmt::Display for Refutation {
    /// `in the downgrade: column animals.name was .. and is ..`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "in {}: {}", self.when, self.what)
    }
}
