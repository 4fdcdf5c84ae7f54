use limbeck_operations::{
    Operation, Step,
    ddl::{commits_behind, may_rebuild},
};
use limbeck_schema::{Capabilities, Dialect};

use super::{apply::Outcome, schemas::Schemas, session::Session, task::Task, transaction::Transaction, work::Work};
use crate::{Cause, Error};

impl Session<'_> {
    /// Runs all tasks and writes their records in one transaction: if one fails, nothing of any stays.
    ///
    /// # Errors
    /// `NotInOneTransaction`, with the operations that are to blame, before the first statement; or what goes wrong.
    pub(super) async fn all_in_one(&mut self, tasks: Vec<Task>, schemas: &mut Schemas) -> Result<Outcome, Error> {
        self.assert_one(&tasks)?;
        let dialect = self.dialect();
        let counting = || tasks.iter().flat_map(|task| &task.steps);
        let foreign_keys_off = dialect == Dialect::Sqlite
            && counting().any(|step| step.counts_on(dialect) && may_rebuild(&step.operation));
        let (steps, id): (Vec<Step>, String) =
            (counting().cloned().collect(), tasks.last().map(|task| task.id.clone()).unwrap_or_default());
        let (history, layout, ran) = (self.history.clone(), self.layout.clone(), self.report.ran.len());
        let mut transaction = Transaction::begin(self, &id, foreign_keys_off).await?;
        let mut outcome = self.within_one(tasks, schemas, &mut transaction).await;
        if let Ok(Outcome::Done) = outcome
            && let Err(error) = transaction.check_foreign_keys(self, &id, &steps).await
        {
            outcome = Err(error);
        }
        if let Ok(Outcome::Done) = outcome {
            outcome = transaction.commit(self).await.map(|()| Outcome::Done);
        } else {
            transaction.rollback().await;
        }
        if let Ok(Outcome::Done) = outcome {
            self.report.ran.iter().skip(ran).for_each(|ran| self.tell_done(ran));
        } else {
            (self.history, self.layout) = (history, layout);
            self.report.ran.truncate(ran);
        }
        outcome
    }

    async fn within_one(
        &mut self,
        tasks: Vec<Task>,
        schemas: &mut Schemas,
        transaction: &mut Transaction<'_>,
    ) -> Result<Outcome, Error> {
        let count = tasks.len();
        for (at, task) in tasks.into_iter().enumerate() {
            let work = Work::new(task, (at + 1, count));
            if self.apply(work, schemas, Some(&mut *transaction)).await? == Outcome::Overtaken {
                return Ok(Outcome::Overtaken);
            }
        }
        Ok(Outcome::Done)
    }

    fn assert_one(&self, tasks: &[Task]) -> Result<(), Error> {
        let dialect = self.dialect();
        if !Capabilities::of(dialect).transactional_ddl {
            let reason = format!("{dialect} commits each change of the schema by itself");
            return Err(Cause::NotInOneTransaction { reason }.into());
        }
        let named: Vec<String> = match dialect {
            Dialect::Postgres => apart(tasks),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Vec::new(),
        };
        if named.is_empty() {
            return Ok(());
        }
        let reason = format!("{} can't share one with what comes behind", named.join(", "));
        Err(Cause::NotInOneTransaction { reason }.into())
    }
}

/// PostgreSQL: the operations that can't share a transaction with what comes behind them, in this revision or a later one.
fn apart(tasks: &[Task]) -> Vec<String> {
    let todo = || tasks.iter().flat_map(|task| task.steps.iter().skip(task.done).map(move |step| (task, step)));
    let steps: Vec<Step> = todo().map(|(_, step)| step.clone()).collect();
    let is_apart = |at: usize, step: &Step| {
        let is_index = matches!(step.operation, Operation::CreateIndex { .. } | Operation::DropIndex { .. });
        step.counts_on(Dialect::Postgres) && (step.concurrently && is_index || commits_behind(&steps, at))
    };
    let named = todo().enumerate().filter(|(at, (_, step))| is_apart(*at, step));
    named.map(|(_, (task, step))| format!("{} of `{}`", step.operation, task.id)).collect()
}
