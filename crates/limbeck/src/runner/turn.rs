//! Runs that go the other way than an earlier one that did not come to its end.

use limbeck_operations::{Step, ddl::statements, reverse_all};
use limbeck_schema::Capabilities;

use super::{
    schemas::Schemas,
    session::Session,
    settle::Settling,
    task::{Task, with_bodies},
    work::Work,
};
use crate::{
    Direction, Error, History, InFlight, Row, State, Stuck,
    history::{Redo, first_loss},
};

/// What a way up does about a revision that was undone in part.
pub(super) enum Return {
    /// It redoes what was undone.
    Redo(Task),
    /// It undoes the rest, which takes nothing away, and runs the revision anew.
    Finish(Task),
}

/// Which way the statements lead that an earlier run has left in the middle of a step.
fn leads(row: &Row) -> Option<(Direction, &InFlight)> {
    let State::Unfinished { direction, done, .. } = row.state else { return None };
    let flight = row.in_flight.as_ref().filter(|flight| !flight.is_in_doubt())?;
    let leads = match direction {
        Direction::Downgrade if flight.done < done => Direction::Upgrade,
        Direction::Downgrade | Direction::Upgrade => direction,
    };
    Some((leads, flight))
}

impl Session<'_> {
    /// Does the rest of a step that an earlier run has begun in the other direction, if this one can then go on from there: a part of a step has no way back.
    /// A rest that takes values away is left. Returns the statements; where it only looks, they are not sent.
    ///
    /// # Errors
    /// As of a run; how far it came is in the history.
    pub(super) async fn finish_step(
        &mut self,
        way: Direction,
        path: &[String],
        settling: Settling,
    ) -> Result<Vec<String>, Error> {
        let Some(row) = self.history.unfinished().filter(|row| path.contains(&row.id)).cloned() else {
            return Ok(Vec::new());
        };
        let Some((leads, flight)) = leads(&row).filter(|(leads, _)| *leads != way) else { return Ok(Vec::new()) };
        let Some(task) = self.begun(&row, leads)? else { return Ok(Vec::new()) };
        let behind = self.behind(&row, flight)?;
        let begun = task.begun_flight().and_then(|flight| task.steps.get(task.done..flight.done));
        let can_turn = match way {
            Direction::Upgrade => self.redo(&behind)?.is_ok(),
            Direction::Downgrade => leads == Direction::Upgrade && self.can_go_down(&behind),
        };
        if Capabilities::of(self.dialect()).transactional_ddl
            || !can_turn
            || begun.is_none_or(|steps| first_loss(steps, self.dialect()).is_some())
        {
            return Ok(Vec::new());
        }
        let rest = flight.statements.get(flight.at..).unwrap_or_default().to_vec();
        if settling == Settling::Writes {
            let mut work = Work::new(task, (1, 1));
            self.tell_started(&mut work);
            let Some(flight) = work.task.begun_flight() else { return Ok(Vec::new()) };
            if let Err(error) = self.fly(&mut work, flight).await {
                self.leave(&mut work).await;
                return Err(error.with_left(work.left()));
            }
        }
        self.history.replace(behind);
        Ok(rest)
    }

    /// The row as it will be behind the statements in flight.
    fn behind(&self, row: &Row, flight: &InFlight) -> Result<Row, Error> {
        let State::Unfinished { direction, .. } = row.state else { return Ok(row.clone()) };
        Ok(Row {
            state: State::Unfinished { direction, done: flight.done, clean: true },
            in_flight: None,
            ..row.clone()
        })
    }

    /// What an earlier run was at.
    fn begun(&self, row: &Row, leads: Direction) -> Result<Option<Task>, Error> {
        let State::Unfinished { direction, done, .. } = row.state else { return Ok(None) };
        Ok(match (direction, leads) {
            (Direction::Upgrade, _) => Some(Task::begun_up(row, done)?),
            (Direction::Downgrade, Direction::Downgrade) => Some(Task::down(row, self.entry(&row.id))?),
            (Direction::Downgrade, Direction::Upgrade) => self.redo(row)?.ok(),
        })
    }

    /// Whether a way down can go on from here.
    fn can_go_down(&self, row: &Row) -> bool {
        match row.state {
            State::Unfinished { direction: Direction::Upgrade, done, .. } => self.turned(row, done).is_some(),
            State::Applied | State::Unfinished { direction: Direction::Downgrade, .. } => true,
        }
    }

    /// What undoes the steps that were done of a way up: the revision's own way down if all are, else what is derived from them. `None` where only their
    /// author knows.
    pub(super) fn turned(&self, row: &Row, done: usize) -> Option<Task> {
        let dialect = self.dialect();
        let steps = row.upgrade_steps().ok()?;
        let undone = steps.get(..done)?;
        if undone.len() == steps.len() {
            return Task::turned(row, undone, with_bodies(row.downgrade_steps().ok()?, self.entry(&row.id))).ok();
        }
        let counting: Vec<_> = undone.iter().filter(|step| step.counts_on(dialect)).cloned().collect();
        // Whether one that is marked has done anything here, nothing tells any more.
        if counting.iter().any(|step| step.unless_done) {
            return None;
        }
        let mut before: History = self.history.clone();
        before.remove(&row.id);
        let back = reverse_all(&counting, &before.recorded(dialect).ok()?, dialect).ok()?;
        Task::turned(row, undone, back).ok()
    }

    /// What redoes the steps that were undone of a revision; else the position of the first that nothing redoes alone.
    pub(super) fn redo(&self, row: &Row) -> Result<Result<Task, usize>, Error> {
        let State::Unfinished { direction: Direction::Downgrade, done, .. } = row.state else { return Ok(Err(0)) };
        let (up, down) = (row.upgrade_steps()?, row.downgrade_steps()?);
        let undone = down.get(..done).unwrap_or(&down);
        // A way up that did not come to its end and was then undone in part: with the steps that it has come to, the rest is still to be done.
        let entry = self.entry(&row.id);
        let is_whole = entry.is_none_or(|entry| {
            let all = entry.revision.upgrade();
            all.len() <= up.len() || !all.starts_with(&up)
        });
        if !is_whole && entry.is_some_and(|entry| entry.revision.downgrade().iter().any(|step| step.unless_done)) {
            return Ok(Err(0));
        }
        let mut before = self.history.clone();
        before.replace(Row { state: State::Applied, in_flight: None, ..row.clone() });
        let redo = Redo::of(undone, &up, &before.recorded(self.dialect())?, self.dialect());
        Ok(redo.map(|redo| Task::redone(row, redo, down.len(), is_whole)))
    }

    /// What a way up does about a revision that was undone in part.
    ///
    /// # Errors
    /// Inside: why it can't go on. Outside: what is stored can't be read, or the catalog.
    pub(super) async fn back_up(&self, row: &Row) -> Result<Result<Return, Stuck>, Error> {
        let State::Unfinished { done, .. } = row.state else { return Ok(Err(Stuck::OtherDirection)) };
        let is_begun = leads(row).is_some_and(|(leads, _)| leads == Direction::Upgrade);
        let why = match self.redo(row)? {
            Ok(task) if is_begun || self.fits(&task).await? => return Ok(Ok(Return::Redo(task))),
            Ok(_) => 0,
            Err(at) => at,
        };
        if is_begun {
            return Ok(Err(Stuck::Unclear));
        }
        let down = row.downgrade_steps()?;
        let rest = down.get(done..).unwrap_or_default();
        let Some(loss) = first_loss(rest, self.dialect()) else {
            return Ok(Ok(Return::Finish(Task::down(row, self.entry(&row.id))?)));
        };
        let undone = down.get(why).map_or_else(String::new, |step| step.operation.to_string());
        Ok(Err(Stuck::Loses { undone, loss: loss.operation.to_string() }))
    }

    /// Whether the server can do the steps of `task` as it stands.
    async fn fits(&self, task: &Task) -> Result<bool, Error> {
        let mut schemas = Schemas::new(self.history.recorded(self.dialect())?, [task], &self.server);
        let actual = schemas.both(self.connection.database(), &self.server).await?.0;
        let steps: &[Step] = &task.steps;
        Ok(statements(steps, actual, &self.server).is_ok())
    }
}
