use std::time::{Duration, Instant};

use super::task::Task;
use crate::{Action, Direction, InFlight, Left, Ran, State};

/// A revision while it runs.
pub(super) struct Work {
    pub(super) task: Task,
    pub(super) ran: Ran,
    started: Instant,
    /// Its place among those of the run, from 1, and their count.
    pub(super) place: (usize, usize),
    /// Whether it was told that it began.
    pub(super) is_told: bool,
    /// How many of its statements are known.
    pub(super) count: usize,
    /// How many of its steps are done.
    pub(super) done: usize,
    /// What a rollback would not take back.
    pub(super) kept: Option<Kept>,
}

/// What stays of a revision if it stops here.
#[derive(Clone)]
pub(super) struct Kept {
    /// How many of its steps are done.
    pub(super) done: usize,
    /// What of the next one may be.
    pub(super) in_flight: Option<InFlight>,
}

impl Kept {
    /// So many steps, and nothing of the next.
    pub(super) const fn steps(done: usize) -> Self {
        Self { done, in_flight: None }
    }

    pub(super) const fn is_nothing(&self) -> bool {
        self.done == 0 && self.in_flight.is_none()
    }
}

impl Work {
    pub(super) fn new(task: Task, place: (usize, usize)) -> Self {
        let action = match task.direction {
            Direction::Upgrade => Action::Upgraded,
            Direction::Downgrade => Action::Downgraded,
        };
        let ran = Ran::new(&task.id, &task.message, action);
        // What an earlier run has done is there already.
        let in_flight = task.begun_flight();
        let kept = (task.done > 0 || in_flight.is_some()).then_some(Kept { done: task.done, in_flight });
        Self { done: task.done, ran, started: Instant::now(), place, is_told: false, count: 0, kept, task }
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    pub(super) fn left(&self) -> Left {
        let total = self.task.steps.len();
        if let Some(redone) = &self.task.redone {
            let run = self.kept.as_ref().map_or(self.task.done, |kept| kept.done);
            return Left::Undone { undone: redone.redo.undone(run), total: redone.total };
        }
        match &self.kept {
            None => Left::Nothing,
            Some(kept) if kept.is_nothing() => Left::Nothing,
            Some(Kept { done, in_flight: None }) => Left::Steps { done: *done, total },
            Some(Kept { done, in_flight: Some(flight) }) if flight.is_in_doubt() => {
                Left::Unclear { done: *done, total }
            }
            Some(Kept { done, in_flight: Some(flight) }) => {
                Left::Partly { done: *done, total, statement: flight.at, statements: flight.statements.len() }
            }
        }
    }

    /// What the history says of the revision if it stops with this.
    pub(super) fn stored(&self, kept: Kept) -> (State, Option<InFlight>) {
        let clean = kept.in_flight.is_none();
        let (direction, done) = match &self.task.redone {
            Some(redone) => (Direction::Downgrade, redone.redo.undone(kept.done)),
            None => (self.task.direction, kept.done),
        };
        let in_flight = match &self.task.redone {
            Some(redone) => kept.in_flight.map(|flight| redone.stored(flight)),
            None => kept.in_flight,
        };
        (State::Unfinished { direction, done, clean }, in_flight)
    }
}
