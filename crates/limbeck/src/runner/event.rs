use std::time::Duration;

use crate::{Blocker, Direction};

/// What happens in a run, while it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// Another run is under way; this one waits for it to end.
    Waiting,
    /// A statement of this step was in flight when an earlier run ended; the catalog tells what became of the step.
    Settled {
        /// The revision's id.
        id: &'a str,
        /// The operation, in a few words.
        operation: &'a str,
        /// Whether it is done as a whole. What is not done of it comes next.
        done: bool,
    },
    /// A revision begins.
    RevisionStarted {
        /// Its id.
        id: &'a str,
        /// What it is about.
        message: &'a str,
        /// Which way.
        direction: Direction,
        /// The how-many-th of this run, from 1.
        number: usize,
        /// How many there are in this run.
        count: usize,
    },
    /// A statement is about to be sent.
    Statement {
        /// The revision's id.
        id: &'a str,
        /// The statement.
        sql: &'a str,
        /// The how-many-th of the revision, from 1.
        number: usize,
        /// How many there are, as far as is known: what stands behind raw SQL or a data step may only be known there.
        count: usize,
    },
    /// SQLite: the copy of a table that a rebuild has left is about to be dropped; all of its rows are in the table.
    CopyDropped {
        /// The copy's name.
        copy: &'a str,
    },
    /// A data step is about to run.
    DataStep {
        /// The revision's id.
        id: &'a str,
        /// The step's name.
        name: &'a str,
    },
    /// A data step says how far it has come.
    Progress {
        /// The revision's id.
        id: &'a str,
        /// The step's name.
        name: &'a str,
        /// How much is done.
        done: u64,
        /// How much there is to do.
        total: u64,
    },
    /// A lock was not given in time; after a pause it is tried again.
    Blocked {
        /// The revision's id.
        id: &'a str,
        /// The how-many-th time it was not given, from 1.
        number: u32,
        /// How often it is tried again.
        retries: u32,
        /// How long the pause is.
        pause: Duration,
        /// Who has locks on the tables, as far as is known.
        blockers: &'a [Blocker],
    },
    /// A data step can't run: the revision's file is not here, and the history stores no bodies.
    DataStepSkipped {
        /// The revision's id.
        id: &'a str,
        /// The step's name.
        name: &'a str,
    },
    /// A squashed revision has taken the place in the history of those that it replaces. Nothing ran.
    Replaced {
        /// Its id.
        id: &'a str,
        /// What it is about.
        message: &'a str,
        /// The ids of those whose rows are gone.
        replaced: &'a [String],
    },
    /// A revision is done, and recorded.
    RevisionDone {
        /// Its id.
        id: &'a str,
        /// What it is about.
        message: &'a str,
        /// Which way.
        direction: Direction,
        /// How long it took.
        duration: Duration,
    },
}
