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
    /// So many of its steps, and a part of the next one; the next run goes on from there, once the cause is removed.
    Partly {
        /// How many are done.
        done: usize,
        /// How many it has.
        total: usize,
        /// How many statements of the next step have taken effect.
        statement: usize,
        /// How many the step has.
        statements: usize,
    },
    /// Some of what its downgrade has undone is not yet redone; the next run goes on from there, once the cause is removed.
    Undone {
        /// How many steps of the downgrade are still to be redone.
        undone: usize,
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
            Self::Partly { done, total, statement, statements } => {
                write!(
                    f,
                    "{done} of its {total} steps are done, and {statement} of the {statements} statements of the next"
                )
            }
            Self::Undone { undone, total } => {
                write!(f, "{undone} of the {total} steps of its downgrade are still to be redone")
            }
            Self::Unclear { done, total } => {
                write!(f, "{done} of its {total} steps are done, and perhaps a part of the next")
            }
        }
    }
}

/// Why a run can't go on with a revision that an earlier one has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The revision was undone in part, nothing redoes one of the steps alone, and undoing the rest may take rows away.
    Loses {
        /// The step that nothing redoes, in a few words.
        undone: String,
        /// The step that may take rows away, in a few words.
        loss: String,
    },
}

impl Stuck {
    pub(super) fn words(&self, next: &str) -> String {
        match self {
            Self::Unclear => format!(", and perhaps `{next}`"),
            Self::Edited => ", and its file was edited since".to_owned(),
            Self::NoFile => ", and its file is not here".to_owned(),
            Self::Loses { undone, loss } => {
                format!("; nothing redoes `{undone}` alone, and to finish it would take away what `{loss}` does")
            }
            Self::Elsewhere | Self::OtherDirection => String::new(),
        }
    }

    pub(super) fn hint(&self, id: &str, direction: Direction) -> String {
        let command = match direction {
            Direction::Upgrade => format!("upgrade {id}"),
            Direction::Downgrade => "downgrade".to_owned(),
        };
        match (self, direction) {
            (Self::Unclear, _) => format!(
                "see what of it is in the database; `{command} --assume-done` goes on behind it, `{command} --assume-undone` does it again"
            ),
            (Self::Edited, Direction::Upgrade) => {
                "restore what was done of the file and run it again; or finish it by hand and `stamp` it, or `downgrade` what is done".to_owned()
            }
            (Self::NoFile, Direction::Upgrade) => "get the file and run it again; or `downgrade` what is done".to_owned(),
            (Self::Elsewhere, Direction::Upgrade) => {
                format!("`upgrade {id}` goes on with it, `downgrade` undoes what is done of it")
            }
            (Self::OtherDirection, Direction::Upgrade) => format!(
                "nothing says what undoes the steps that are done: `upgrade {id}` goes on, then `downgrade` undoes all of it; or undo them by hand and `stamp` the revision before it"
            ),
            (Self::Loses { .. }, _) => format!(
                "`downgrade` finishes it, then `upgrade` runs `{id}` anew; to keep the rows, bring back by hand what is undone, and `stamp {id}`"
            ),
            (Self::Elsewhere, Direction::Downgrade) => {
                format!("`upgrade {id}` brings back what it has undone, `downgrade` goes on with it")
            }
            (Self::OtherDirection, Direction::Downgrade) => {
                format!("`upgrade {id}` goes on with what it has begun to bring back, then `downgrade` undoes all of it")
            }
            (Self::Edited | Self::NoFile, Direction::Downgrade) => format!(
                "`downgrade` beyond it goes on; or bring back by hand what it undid and `stamp {id}`"
            ),
        }
    }
}
