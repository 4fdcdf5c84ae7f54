use limbeck_schema::Capabilities;

use super::{
    Event,
    prepare::Prepared,
    schemas::Schemas,
    session::Session,
    task::Task,
    transaction::Transaction,
    work::{Kept, Work},
};
use crate::{
    Action, Direction, Error, Ran,
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

impl Session<'_> {
    /// Runs one revision and records it, in a transaction that it shares with others, or in its own.
    ///
    /// # Errors
    /// The first thing that went wrong; it says what stays of the revision.
    pub(super) async fn apply(
        &mut self,
        mut work: Work,
        schemas: &mut Schemas,
        shared: Option<&mut Transaction<'_>>,
    ) -> Result<Outcome, Error> {
        self.assert_lock().await?;
        if let Err(error) = self.finish_flight(&mut work, schemas).await {
            self.leave(&mut work).await;
            return Err(error.with_left(work.left()));
        }
        self.settle_way_back(&mut work.task, schemas).await?;
        let prepared = match Prepared::of(&work.task, self, schemas).await {
            Ok(prepared) => prepared,
            // SQLite: the schema was read while another run was at work, and what does not fit may fit what is there now.
            Err(_) if self.overtaken().await? => return Ok(Outcome::Overtaken),
            Err(error) => return Err(error.with_left(work.left())),
        };
        work.count = prepared.count;
        let is_kept = shared.is_none();
        let outcome = if let Some(transaction) = shared {
            self.within(&mut work, prepared, schemas, transaction).await
        } else if Capabilities::of(self.dialect()).transactional_ddl {
            self.in_transaction(&mut work, prepared, schemas).await
        } else {
            self.step_by_step(&mut work, prepared, schemas).await
        };
        match outcome {
            Ok(Outcome::Done) => {}
            Ok(Outcome::Overtaken) => return Ok(Outcome::Overtaken),
            Err(error) => return Err(error.with_left(work.left())),
        }
        // What shares a transaction is tried again with all that shares it.
        if is_kept {
            self.limits.forget_refusals();
        }
        self.layout = Layout::complete();
        work.ran.duration = work.elapsed();
        let Work { task, ran, .. } = work;
        if task.redone.is_some() {
            self.history.replace(task.row.clone());
        } else {
            self.history.remove(&task.id);
        }
        if is_kept {
            self.tell_done(&ran);
        }
        if task.direction == Direction::Upgrade && task.redone.is_none() {
            self.history.push(task.row);
        }
        self.report.ran.push(ran);
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
        if prepared.foreign_keys_off {
            self.drop_copies().await?;
        }
        self.steps(work, prepared, schemas, Some(&mut *transaction)).await?;
        if !self.run.single_transaction {
            transaction.check_foreign_keys(self, &work.task.id, &work.task.steps).await?;
        }
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
        self.write_unfinished(work, Kept::steps(work.done)).await?;
        work.kept = Some(Kept::steps(work.done));
        let outcome = match self.steps(work, prepared, schemas, None).await {
            Ok(()) => self.record(work).await,
            Err(error) => Err(error),
        };
        if outcome.is_err() {
            self.leave(work).await;
        }
        outcome.map(|()| Outcome::Done)
    }

    /// Says that a revision is done and stays.
    pub(super) fn tell_done(&self, ran: &Ran) {
        let direction = match ran.action {
            Action::Downgraded => Direction::Downgrade,
            Action::Upgraded | Action::Stamped | Action::Unstamped | Action::Replaced => Direction::Upgrade,
        };
        let (id, message, duration) = (&ran.id, &ran.message, ran.duration);
        self.run.tell(&Event::RevisionDone { id, message, direction, duration });
    }

    /// Says once that a revision begins.
    pub(super) fn tell_started(&self, work: &mut Work) {
        if std::mem::replace(&mut work.is_told, true) {
            return;
        }
        self.run.tell(&Event::RevisionStarted {
            id: &work.task.id,
            message: &work.task.message,
            direction: work.task.direction,
            number: work.place.0,
            count: work.place.1,
        });
    }
}
