use std::fmt;

use crate::Direction;

/// What stays of a revision that stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing: it was rolled back.
    Nothing,
    /// So many of its steps; the next run goes on from there, once the cause is removed.
    Steps {
        /// How many are done.
        done: usize,
        /// How many it has.
        total: usize,
    },
    /// So many of its steps, and perhaps a part of the next one.
    Unclear {
        /// How many are done for certain.
        done: usize,
        /// How many it has.
        total: usize,
    },
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing of it was kept"),
            Self::Steps { done, total } => write!(f, "{done} of its {total} steps are done"),
            Self::Unclear { done, total } => {
                write!(f, "{done} of its {total} steps are done, and perhaps a part of the next")
            }
        }
    }
}

/// Why a run can't go on with a revision that an earlier one has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// The next step may be done, or a part of it.
    Unclear,
    /// The file was edited since.
    Edited,
    /// The file is not here.
    NoFile,
    /// The target does not need the revision.
    Elsewhere,
    /// This run goes the other way.
    OtherDirection,
}

impl Stuck {
    pub(super) fn words(self, next: &str) -> String {
        match self {
            Self::Unclear => format!(", and perhaps `{next}`"),
            Self::Edited => ", and its file was edited since".to_owned(),
            Self::NoFile => ", and its file is not here".to_owned(),
            Self::Elsewhere | Self::OtherDirection => String::new(),
        }
    }

    pub(super) fn hint(self, id: &str, direction: Direction) -> String {
        let goes_on = match (self, direction) {
            (Self::Unclear, _) => String::new(),
            (Self::Edited, _) => "restore the file and run it again; or ".to_owned(),
            (Self::NoFile, _) => "get the file and run it again; or ".to_owned(),
            (Self::Elsewhere | Self::OtherDirection, Direction::Upgrade) => {
                format!("`upgrade {id}` goes on with it; or ")
            }
            (Self::Elsewhere | Self::OtherDirection, Direction::Downgrade) => {
                "`downgrade` beyond it goes on; or ".to_owned()
            }
        };
        let by_hand = match direction {
            Direction::Upgrade => format!(
                "finish it by hand and `stamp {id}`, or take it back by hand and `stamp` the revision before it"
            ),
            Direction::Downgrade => format!(
                "finish it by hand and `stamp` the revision before it, or bring it back by hand and `stamp {id}`"
            ),
        };
        goes_on + &by_hand
    }
}
