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
    /// How many rows were made up for the start.
    pub rows: usize,
    /// Why it was tried without rows: with those that were made up a statement fails, and which. So it may fail on every table that is not empty.
    pub only_without_rows: Option<String>,
    /// What a reviewer should know of it.
    pub notes: Vec<Note>,
}

/// What a reviewer should know of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Something was not tried, so less is proved: steps that did not run, a view that was not there, an object that was not compared.
    Weakens(String),
    /// Something else was other than in the connected database: rows that could not be made up, an extension that nothing needed.
    Aside(String),
}

impl Note {
    /// The note in words.
    pub fn text(&self) -> &str {
        match self {
            Self::Weakens(text) | Self::Aside(text) => text,
        }
    }

    /// Whether less is proved than it seems.
    pub const fn weakens(&self) -> bool {
        match self {
            Self::Weakens(_) => true,
            Self::Aside(_) => false,
        }
    }
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
