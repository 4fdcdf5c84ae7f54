use std::time::Instant;

use limbeck_schema::Capabilities;

use super::{Event, prepare::Prepared, schemas::Schemas, session::Session, task::Task, transaction::Transaction};
use crate::{
    Action, Direction, Error, Left, Ran, State,
    history::{Layout, way_back},
};

/// What became of a task.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is done.
    Done,
    /// Another run was quicker: what was planned has to be planned again. Nothing was changed.
    Overtaken,
}

/// A revision while it runs.
pub(super) struct Work {
    pub(super) task: Task,
    pub(super) ran: Ran,
    started: Instant,
    /// Its place among those of the run, from 1, and their count.
    place: (usize, usize),
    /// How many of its statements are known.
    pub(super) count: usize,
    /// How many of its steps are done.
    pub(super) done: usize,
    /// What a rollback would not take back.
    pub(super) kept: Option<Kept>,
}

/// What stays of a revision if it stops here.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// How many of its steps are done.
    pub(super) done: usize,
    /// Whether something of the next one may be.
    pub(super) begun: bool,
}

impl Work {
    pub(super) fn new(task: Task, place: (usize, usize)) -> Self {
        let action = match task.direction {
            Direction::Upgrade => Action::Upgraded,
            Direction::Downgrade => Action::Downgraded,
        };
        let ran = Ran::new(&task.id, &task.message, action);
        // What an earlier run has done is there already.
        let kept = (task.done > 0).then_some(Kept { done: task.done, begun: false });
        Self { done: task.done, ran, started: Instant::now(), place, count: 0, kept, task }
    }

    fn left(&self) -> Left {
        let total = self.task.steps.len();
        match self.kept {
            None | Some(Kept { done: 0, begun: false }) => Left::Nothing,
            Some(Kept { done, begun: false }) => Left::Steps { done, total },
            Some(Kept { done, begun: true }) => Left::Unclear { done, total },
        }
    }

    fn state(&self, kept: Kept) -> State {
        State::Unfinished { direction: self.task.direction, done: kept.done, clean: !kept.begun }
    }
}

impl Session<'_> {
    /// Runs one revision and records it.
    ///
    /// # Errors
    /// The first thing that went wrong; it says what stays of the revision.
    pub(super) async fn apply(&mut self, mut work: Work, schemas: &mut Schemas) -> Result<Outcome, Error> {
        self.assert_lock().await?;
        self.settle_way_back(&mut work.task, schemas).await?;
        let prepared = match Prepared::of(&work.task, self, schemas).await {
            Ok(prepared) => prepared,
            // SQLite: the schema was read while another run was at work, and what does not fit may fit what is there now.
            Err(error) => return if self.overtaken().await? { Ok(Outcome::Overtaken) } else { Err(error) },
        };
        work.count = prepared.count;
        let outcome = if Capabilities::of(self.dialect()).transactional_ddl {
            self.in_transaction(&mut work, prepared, schemas).await
        } else {
            self.step_by_step(&mut work, prepared, schemas).await
        };
        match outcome {
            Ok(Outcome::Done) => {}
            Ok(Outcome::Overtaken) => return Ok(Outcome::Overtaken),
            Err(error) => return Err(error.with_left(work.left())),
        }
        self.layout = Layout::complete();
        self.history.remove(&work.task.id);
        if work.task.direction == Direction::Upgrade {
            self.history.push(work.task.row);
        }
        work.ran.duration = work.started.elapsed();
        self.run.tell(&Event::RevisionDone {
            id: &work.ran.id,
            message: &work.ran.message,
            direction: work.task.direction,
            duration: work.ran.duration,
        });
        self.report.ran.push(work.ran);
        Ok(Outcome::Done)
    }

    /// Takes those steps out of the way down that would bring back here what was never here: of its steps marked `unless_done` only those stay that find
    /// the schema before the revision as they would make it. The row remembers it for this database.
    pub(super) async fn settle_way_back(&self, task: &mut Task, schemas: &mut Schemas) -> Result<(), Error> {
        let steps = task.row.downgrade_steps()?;
        let is_new = task.direction == Direction::Upgrade && !task.stored;
        if !is_new || !steps.iter().any(|step| step.unless_done) {
            return Ok(());
        }
        let before = schemas.both(self.connection.database(), &self.server).await?.0.clone();
        let kept = way_back(steps, &task.steps, &before, &schemas.recorded, self.dialect());
        task.row = task.row.clone().with_downgrade(&kept)?;
        Ok(())
    }

    /// Transactional DDL: all of it and the record in one transaction, but for statements that can't be in one.
    async fn in_transaction(
        &mut self,
        work: &mut Work,
        prepared: Prepared,
        schemas: &mut Schemas,
    ) -> Result<Outcome, Error> {
        let mut transaction = Transaction::begin(self, &work.task.id, prepared.foreign_keys_off).await?;
        match self.within(work, prepared, schemas, &mut transaction).await {
            Ok(Outcome::Done) => match transaction.commit(self).await {
                Ok(()) => Ok(Outcome::Done),
                Err(error) => {
                    self.leave(work).await;
                    Err(error)
                }
            },
            Ok(Outcome::Overtaken) => {
                transaction.rollback().await;
                Ok(Outcome::Overtaken)
            }
            Err(error) => {
                transaction.rollback().await;
                self.leave(work).await;
                Err(error)
            }
        }
    }

    async fn within(
        &mut self,
        work: &mut Work,
        prepared: Prepared,
        schemas: &mut Schemas,
        transaction: &mut Transaction<'_>,
    ) -> Result<Outcome, Error> {
        if self.overtaken().await? {
            return Ok(Outcome::Overtaken);
        }
        self.tell_started(work);
        self.ensure_table().await?;
        self.steps(work, prepared, schemas, Some(&mut *transaction)).await?;
        transaction.check_foreign_keys(self, &work.task.id, &work.task.steps).await?;
        self.record(work).await?;
        self.watch_on().await?;
        Ok(Outcome::Done)
    }

    /// DDL that commits by itself: the record is written before, and after each step, so that a run that stops leaves what the next one understands.
    async fn step_by_step(
        &mut self,
        work: &mut Work,
        prepared: Prepared,
        schemas: &mut Schemas,
    ) -> Result<Outcome, Error> {
        self.tell_started(work);
        self.ensure_table().await?;
        self.write_unfinished(work, Kept { done: work.done, begun: true }).await?;
        work.kept = Some(Kept { done: work.done, begun: false });
        let outcome = match self.steps(work, prepared, schemas, None).await {
            Ok(()) => self.record(work).await,
            Err(error) => Err(error),
        };
        if outcome.is_err() {
            self.leave(work).await;
        }
        outcome.map(|()| Outcome::Done)
    }

    fn tell_started(&self, work: &Work) {
        self.run.tell(&Event::RevisionStarted {
            id: &work.task.id,
            message: &work.task.message,
            direction: work.task.direction,
            number: work.place.0,
            count: work.place.1,
        });
    }

    /// Writes the record of a revision that is done.
    async fn record(&self, work: &mut Work) -> Result<(), Error> {
        let (database, task) = (self.connection.database(), &mut work.task);
        match task.direction {
            Direction::Downgrade => self.table.delete(database, &task.id).await?,
            Direction::Upgrade => {
                task.row.is_applied_now(work.started.elapsed());
                if task.stored {
                    self.table.update(database, &task.row).await?;
                } else {
                    task.row.position = self.history.next_position();
                    self.table.insert(database, &task.row).await?;
                }
            }
        }
        Ok(())
    }

    /// Writes how far a revision has come.
    pub(super) async fn write_unfinished(&self, work: &mut Work, kept: Kept) -> Result<(), Error> {
        work.task.row.state = work.state(kept);
        let (database, task) = (self.connection.database(), &mut work.task);
        if task.stored {
            self.table.update(database, &task.row).await?;
        } else {
            task.row.position = self.history.next_position();
            self.table.insert(database, &task.row).await?;
            task.stored = true;
        }
        Ok(())
    }

    /// Writes what stays of a revision that has stopped. If that fails too, the record says that a step may be done or not, which is true.
    async fn leave(&self, work: &mut Work) {
        let Some(kept) = work.kept else { return };
        let nothing = kept.done == 0 && !kept.begun;
        let _ = match work.task.direction {
            Direction::Upgrade if nothing => {
                self.table.delete(self.connection.database(), &work.task.id).await.map_err(Error::from)
            }
            Direction::Downgrade if nothing => {
                work.task.row.state = State::Applied;
                self.table.update(self.connection.database(), &work.task.row).await.map_err(Error::from)
            }
            Direction::Upgrade | Direction::Downgrade => self.write_unfinished(work, kept).await,
        };
    }
}
