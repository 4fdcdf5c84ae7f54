use std::{future::Future, pin::pin, sync::Arc};

use limbeck_operations::{Advance, Data, Needs, Operation, Statement, ddl::StepStatements};
use limbeck_schema::Dialect;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    Event,
    look::{IndexState, index_name},
    prepare::{Prepared, is_opaque, section},
    schemas::Schemas,
    session::Session,
    transaction::Transaction,
    work::{Kept, Work},
};
use crate::{Cause, Doubt, Error, InFlight, Left, State, connection::server_code, raw_sql::is_one_statement};

impl Session<'_> {
    /// Runs the steps that are still to be done.
    pub(super) async fn steps(
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
                    if group.commits {
                        self.commit_so_far(work, Kept::steps(done), transaction).await?;
                    }
                }
            }
            None if own => return self.own_step(work, group, at, done).await,
            // A step that does nothing here needs no record.
            None if group.statements.is_empty() => {}
            None => return self.fly(work, in_flight(group, done, 0, Doubt::None)).await,
        }
        work.done = done;
        Ok(())
    }

    /// Commits what was done together with a record of it, from which another run could go on, and begins another transaction.
    async fn commit_so_far(&self, work: &mut Work, kept: Kept, transaction: &mut Transaction<'_>) -> Result<(), Error> {
        self.write_unfinished(work, kept.clone()).await?;
        transaction.pause(self).await?;
        work.kept = Some(kept);
        transaction.resume(self).await
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
                    let flight = in_flight(group, done, number, Doubt::Index);
                    self.outside(work, flight, statement, transaction).await?;
                }
            }
        }
        Ok(())
    }

    /// PostgreSQL: a statement that can't run in a transaction. What was done before is kept, and the history names the statement.
    async fn outside(
        &self,
        work: &mut Work,
        flight: InFlight,
        statement: &Statement,
        transaction: &mut Transaction<'_>,
    ) -> Result<(), Error> {
        let step = work.task.steps.get(work.done).map(|step| step.operation.clone());
        let operation = step.as_ref().map(ToString::to_string).unwrap_or_default();
        let kept = Kept { done: work.done, in_flight: Some(flight.clone()) };
        self.write_unfinished(work, kept.clone()).await?;
        transaction.pause(self).await?;
        work.kept = Some(kept);
        self.unlimit().await?;
        let outcome = self.statement(work, &operation, statement).await;
        if let Err(error) = outcome {
            if statement.sql.starts_with("CREATE")
                && let Some(step) = step
                && (is_taken(&error) || self.is_cleared(&step, &statement.sql).await)
            {
                work.kept = Some(Kept::steps(work.done));
            }
            let _ = self.limit().await;
            return Err(error);
        }
        self.limit().await?;
        let at = flight.at + 1;
        let kept = if at == flight.statements.len() {
            Kept::steps(flight.done)
        } else {
            Kept { done: work.done, in_flight: Some(InFlight { at, doubt: Doubt::None, ..flight }) }
        };
        self.write_unfinished(work, kept.clone()).await?;
        work.kept = Some(kept);
        transaction.resume(self).await
    }

    /// PostgreSQL: drops what the server has left of an index that it refused, which is of no use and in the way of the next run. Whether it is certain that
    /// nothing of it is there.
    async fn is_cleared(&self, operation: &Operation, sql: &str) -> bool {
        let Some(name) = index_name(operation, sql) else { return false };
        match self.index_state(operation, &name).await {
            Ok(IndexState::Missing) => true,
            Ok(IndexState::Invalid) => self.drop_invalid(&name).await.is_ok(),
            // It was there before, or was made all the same.
            Ok(IndexState::Valid) | Err(_) => false,
        }
    }

    /// Raw SQL or a data step in the revision's transaction, which it must not end. A savepoint tells: it ends with the transaction.
    async fn own_step_in_transaction(&self, work: &mut Work, group: &StepStatements, at: usize) -> Result<(), Error> {
        self.send("SAVEPOINT limbeck_step").await?;
        self.run_own(work, group, at).await?;
        let database = self.connection.database();
        let sql = "RELEASE SAVEPOINT limbeck_step";
        let Err(source) = database.execute_unprepared(sql).await else { return Ok(()) };
        let (id, operation) = (work.task.id.clone(), work.task.steps[at].operation.to_string());
        Err(match (self.dialect(), server_code(&source).as_deref()) {
            // in_failed_sql_transaction: the server takes nothing more, and keeps nothing.
            (Dialect::Postgres, Some("25P02")) => Cause::Swallowed { id, operation },
            // no_active_sql_transaction, and invalid_savepoint_specification: there is another transaction, or none.
            (Dialect::Postgres, Some("25P01" | "3B001")) | (Dialect::Sqlite, _) => {
                Cause::LeftTransaction { id, operation }
            }
            (Dialect::Postgres | Dialect::MySql | Dialect::MariaDb, _) => {
                Cause::Statement { id, operation, sql: sql.to_owned(), source, left: Left::Nothing }
            }
        }
        .into())
    }

    /// Raw SQL or a data step in a transaction of its own, together with its record. The transaction begins with a record that says it was left:
    /// DDL in the step commits that, and whatever else ends the transaction takes it back.
    async fn own_step(&self, work: &mut Work, group: &StepStatements, at: usize, done: usize) -> Result<(), Error> {
        let before = Kept::steps(work.done);
        let left = in_flight(group, done, 0, Doubt::LeftTransaction);
        let mut transaction = Transaction::begin(self, &work.task.id, false).await?;
        let begun = Kept { done: work.done, in_flight: Some(left) };
        let outcome = match self.write_unfinished(work, begun).await {
            Ok(()) => self.run_own(work, group, at).await,
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            transaction.rollback().await;
            // A statement that the server refuses has done nothing. A data step is several, and so is a block: if one of them was DDL, those before it
            // are committed.
            let is_one = match &work.task.steps[at].operation {
                Operation::Execute { sql, .. } => is_one_statement(sql, self.dialect()),
                _ => false,
            };
            work.kept = if is_one { Some(before) } else { self.progress(work).await };
            return Err(error);
        }
        let committed = match self.write_unfinished(work, Kept::steps(done)).await {
            Ok(()) => transaction.commit(self).await,
            Err(error) => {
                transaction.rollback().await;
                Err(error)
            }
        };
        if let Err(error) = committed {
            work.kept = self.progress(work).await;
            return Err(error);
        }
        work.kept = Some(Kept::steps(done));
        work.done = done;
        Ok(())
    }

    /// How far the history says that a revision has come; what is thought, if it can't be read.
    async fn progress(&self, work: &Work) -> Option<Kept> {
        let Ok((_, history)) = self.loaded().await else { return work.kept.clone() };
        let row = history.row(&work.task.id)?;
        match row.state {
            State::Unfinished { done, .. } => Some(Kept { done, in_flight: row.in_flight.clone() }),
            State::Applied => work.kept.clone(),
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
        let data = Data::new(self.connection.database().clone(), Arc::clone(&self.arguments));
        let mut running = pin!(body.run(data.clone()));
        let outcome = std::future::poll_fn(|context| {
            let polled = running.as_mut().poll(context);
            if let Some(Advance { done, total }) = data.advance() {
                self.run.tell(&Event::Progress { id, name: &name, done, total });
            }
            polled
        });
        if let Err(source) = outcome.await {
            return Err(Cause::DataStep { id: id.clone(), name, source, left: Left::Nothing }.into());
        }
        work.ran.data_steps.push(name);
        Ok(())
    }

    /// Sends one statement of a step.
    pub(super) async fn statement(&self, work: &mut Work, operation: &str, statement: &Statement) -> Result<(), Error> {
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
}

/// PostgreSQL: whether a name was there already (duplicate_table, which indexes share), so that nothing was made.
fn is_taken(error: &Error) -> bool {
    matches!(error.cause(), Cause::Statement { source, .. } if server_code(source).as_deref() == Some("42P07"))
}

/// The statements of a group, of which the `at`-th is next.
fn in_flight(group: &StepStatements, done: usize, at: usize, doubt: Doubt) -> InFlight {
    let statements = group.statements.iter().map(|statement| statement.sql.clone()).collect();
    InFlight { done, statements, at, doubt }
}
