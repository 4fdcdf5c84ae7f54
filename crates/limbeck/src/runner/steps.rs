use limbeck_operations::{Data, Needs, Operation, Statement, ddl::StepStatements};
use limbeck_schema::Dialect;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    Event,
    apply::{Kept, Work},
    prepare::{Prepared, is_opaque, section},
    schemas::Schemas,
    session::Session,
    transaction::Transaction,
};
use crate::{Cause, Error, Left};

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
                        self.commit_so_far(work, Kept { done, begun: false }, transaction).await?;
                    }
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

    /// Commits what was done together with a record of it, from which another run could go on, and begins another transaction.
    async fn commit_so_far(&self, work: &mut Work, kept: Kept, transaction: &mut Transaction<'_>) -> Result<(), Error> {
        self.write_unfinished(work, kept).await?;
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
            Dialect::MariaDb => self.variable("CAST(@@in_transaction AS SIGNED)").await.unwrap_or(0) == 1,
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
}
