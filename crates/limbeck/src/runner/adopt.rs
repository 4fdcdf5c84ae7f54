use limbeck_operations::Step;
use limbeck_schema::{Capabilities, Pair};

use super::{schemas::Schemas, session::Session, task::Task, transaction::Transaction};
use crate::{Action, Cause, Direction, Error, Ran, Row};

/// The first revision of a database that was there before, with its steps in hand: its file may not be compiled yet.
#[derive(Clone, Copy, Debug)]
pub struct Baseline<'a> {
    /// The revision's id.
    pub id: &'a str,
    /// What it is about, in one line.
    pub message: &'a str,
    /// Its steps, as its file records them: down in `previous`, up in `next`.
    pub steps: Pair<&'a [Step]>,
}

impl Session<'_> {
    /// Writes into the history that the database has what `baseline` makes, and runs nothing.
    pub(super) async fn adopt(&mut self, baseline: &Baseline<'_>) -> Result<(), Error> {
        if !Capabilities::of(self.dialect()).transactional_ddl {
            // Making the table would commit what was written before it.
            self.load().await?;
            self.ensure_table().await?;
        }
        let mut transaction = Transaction::begin(self, baseline.id, false).await?;
        match self.adopt_within(baseline).await {
            Ok(()) => {
                transaction.commit(self).await?;
                self.report.ran.push(Ran::new(baseline.id, baseline.message, Action::Stamped));
                Ok(())
            }
            Err(error) => {
                transaction.rollback().await;
                Err(error)
            }
        }
    }

    async fn adopt_within(&mut self, baseline: &Baseline<'_>) -> Result<(), Error> {
        self.load().await?;
        if let Some(row) = self.history.rows().first() {
            return Err(Cause::HasHistory { id: row.id.clone() }.into());
        }
        self.ensure_table().await?;
        let mut task = Task {
            id: baseline.id.to_owned(),
            message: baseline.message.to_owned(),
            direction: Direction::Upgrade,
            steps: baseline.steps.next.to_vec(),
            done: 0,
            row: Row::of_steps(baseline.id, baseline.message, baseline.steps)?,
            stored: false,
            is_written: false,
            turned: None,
            redone: None,
        };
        let recorded = self.history.recorded(self.dialect())?;
        let mut schemas = Schemas::new(recorded, [&task], &self.server);
        // What was there before the revision stays when it goes.
        self.settle_way_back(&mut task, &mut schemas).await?;
        self.table.insert(self.connection.database(), &task.row).await?;
        self.history.push(task.row);
        Ok(())
    }
}
