use std::time::Instant;

use limbeck_operations::{Data, Needs, Operation, Statement, ddl::StepStatements};
use limbeck_schema::{Capabilities, Dialect};
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    Event,
    prepare::{Prepared, is_opaque, section},
    schemas::Schemas,
    session::Session,
    task::Task,
    transaction::Transaction,
};
use crate::{Action, Cause, Direction, Error, Left, Ran, State};

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
    ran: Ran,
    started: Instant,
    /// Its place among those of the run, from 1, and their count.
    place: (usize, usize),
    /// How many of its statements are known.
    count: usize,
    /// How many of its steps are done.
    done: usize,
    /// What a rollback would not take back.
    kept: Option<Kept>,
}

/// What stays of a revision if it stops here.
#[derive(Clone, Copy)]
struct Kept {
    /// How many of its steps are done.
    done: usize,
    /// Whether something of the next one may be.
    begun: bool,
}

impl Work {
    pub(super) fn new(task: Task, place: (usize, usize)) -> Self {
        let action = match task.direction {
            Direction::Upgrade => Action::Upgraded,
            Direction::Downgrade => Action::Downgraded,
        };
        let ran = Ran::new(&task.id, &task.message, action);
        Self { done: task.done, ran, started: Instant::now(), place, count: 0, kept: None, task }
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
        let prepared = Prepared::of(&work.task, self, schemas).await?;
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
        self.has_table = true;
        self.watch_on().await?;
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

    /// Runs the steps that are still to be done.
    async fn steps(
        &self,
        work: &mut Work,
        prepared: Prepared,
        schemas: &mut Schemas,
        mut transaction: Option<&mut Transaction<'_>>,
    ) -> Result<(), Error> {
        let mut first = Some(prepared.first);
        for range in prepared.sections {
            let groups = match first.take() {
                Some(groups) => groups,
                None => {
                    let groups = section(&work.task, range.clone(), self, schemas).await?;
                    work.count += groups.iter().map(|group| group.statements.len()).sum::<usize>();
                    groups
                }
            };
            for group in groups {
                self.group(work, &group, transaction.as_deref_mut()).await?;
            }
            if range.last().is_some_and(|last| is_opaque(&work.task.steps[last], self.dialect())) {
                schemas.forget_actual();
            }
        }
        Ok(())
    }

    /// Runs the steps that are done together; a step of the author's own is one for itself.
    async fn group(
        &self,
        work: &mut Work,
        group: &StepStatements,
        transaction: Option<&mut Transaction<'_>>,
    ) -> Result<(), Error> {
        let Some(at) = group.steps.first().copied() else { return Ok(()) };
        let step = &work.task.steps[at];
        let own = step.counts_on(self.dialect())
            && matches!(step.operation, Operation::Run { .. } | Operation::Execute { .. });
        let done = group.steps.iter().max().map_or(work.done, |last| last + 1).max(work.done);
        match transaction {
            Some(transaction) => {
                if own {
                    self.own_step_in_transaction(work, group, at).await?;
                } else {
                    self.statements(work, group, at, done, transaction).await?;
                }
            }
            None if own => return self.own_step(work, group, at, done).await,
            None => {
                let operation = step.operation.to_string();
                for statement in &group.statements {
                    self.statement(work, &operation, statement).await?;
                    work.kept = Some(Kept { done: work.done, begun: true });
                }
                // A step that does nothing here needs no record.
                if !group.statements.is_empty() {
                    self.write_unfinished(work, Kept { done, begun: true }).await?;
                }
                work.kept = Some(Kept { done, begun: false });
            }
        }
        work.done = done;
        Ok(())
    }

    /// The statements of a group, inside of the revision's transaction where that can be.
    async fn statements(
        &self,
        work: &mut Work,
        group: &StepStatements,
        at: usize,
        done: usize,
        transaction: &mut Transaction<'_>,
    ) -> Result<(), Error> {
        let operation = work.task.steps[at].operation.to_string();
        for (number, statement) in group.statements.iter().enumerate() {
            match statement.needs {
                Needs::Nothing | Needs::ForeignKeysOff => self.statement(work, &operation, statement).await?,
                Needs::Autocommit => {
                    let kept = Kept { done: work.done, begun: true };
                    self.write_unfinished(work, kept).await?;
                    transaction.pause(self).await?;
                    work.kept = Some(kept);
                    self.statement(work, &operation, statement).await?;
                    let is_last = number + 1 == group.statements.len();
                    let kept = if is_last { Kept { done, begun: false } } else { kept };
                    self.write_unfinished(work, kept).await?;
                    work.kept = Some(kept);
                    transaction.resume(self).await?;
                }
            }
        }
        Ok(())
    }

    /// Raw SQL or a data step in the revision's transaction, which it must not end. A savepoint tells: it ends with the transaction.
    async fn own_step_in_transaction(&self, work: &mut Work, group: &StepStatements, at: usize) -> Result<(), Error> {
        self.send("SAVEPOINT limbeck_step").await?;
        self.run_own(work, group, at).await?;
        let database = self.connection.database();
        if database.execute_unprepared("RELEASE SAVEPOINT limbeck_step").await.is_err() {
            let (id, operation) = (work.task.id.clone(), work.task.steps[at].operation.to_string());
            return Err(Cause::LeftTransaction { id, operation }.into());
        }
        Ok(())
    }

    /// Raw SQL or a data step in a transaction of its own, together with its record.
    async fn own_step(&self, work: &mut Work, group: &StepStatements, at: usize, done: usize) -> Result<(), Error> {
        let mut transaction = Transaction::begin(self, &work.task.id, false).await?;
        if let Err(error) = self.run_own(work, group, at).await {
            // A data step is several statements. If one of them was DDL, those before it are committed.
            let is_data = matches!(work.task.steps[at].operation, Operation::Run { .. });
            let begun = is_data && !self.is_in_transaction().await;
            work.kept = Some(Kept { done: work.done, begun });
            transaction.rollback().await;
            return Err(error);
        }
        self.write_unfinished(work, Kept { done, begun: true }).await?;
        // If the commit fails, whether it took place is not known here.
        work.kept = Some(Kept { done: work.done, begun: true });
        transaction.commit(self).await?;
        work.kept = Some(Kept { done, begun: false });
        work.done = done;
        Ok(())
    }

    /// Whether the transaction that was begun is certainly still open. MySQL has no such question, so there nothing is certain.
    async fn is_in_transaction(&self) -> bool {
        match self.dialect() {
            Dialect::MariaDb => self.variable("@@in_transaction").await.unwrap_or(0) == 1,
            Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => false,
        }
    }

    async fn run_own(&self, work: &mut Work, group: &StepStatements, at: usize) -> Result<(), Error> {
        let step = work.task.steps[at].clone();
        for statement in &group.statements {
            self.statement(work, &step.operation.to_string(), statement).await?;
        }
        let Operation::Run { name } = step.operation else { return Ok(()) };
        let id = &work.task.id;
        let Some(body) = step.body else {
            self.run.tell(&Event::DataStepSkipped { id, name: &name });
            work.ran.skipped_data_steps.push(name);
            return Ok(());
        };
        self.run.tell(&Event::DataStep { id, name: &name });
        if let Err(source) = body.run(Data::new(self.connection.database().clone())).await {
            return Err(Cause::DataStep { id: id.clone(), name, source, left: Left::Nothing }.into());
        }
        work.ran.data_steps.push(name);
        Ok(())
    }

    /// Sends one statement of a step.
    async fn statement(&self, work: &mut Work, operation: &str, statement: &Statement) -> Result<(), Error> {
        let sql = &statement.sql;
        let number = work.ran.statements.len() + 1;
        let count = work.count.max(number);
        self.run.tell(&Event::Statement { id: &work.task.id, sql, number, count });
        work.ran.statements.push(sql.clone());
        let failed = |source: DbErr| Cause::Statement {
            id: work.task.id.clone(),
            operation: operation.to_owned(),
            sql: sql.clone(),
            source,
            left: Left::Nothing,
        };
        self.connection.database().execute_unprepared(sql).await.map_err(failed)?;
        Ok(())
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
    async fn write_unfinished(&self, work: &mut Work, kept: Kept) -> Result<(), Error> {
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
