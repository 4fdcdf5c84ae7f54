//! What the history says of a revision while it runs and when it has ended.

use super::{
    session::Session,
    work::{Kept, Work},
};
use crate::{Direction, Error, State};

impl Session<'_> {
    /// Writes the record of a revision that is done.
    pub(super) async fn record(&self, work: &mut Work) -> Result<(), Error> {
        let duration = work.elapsed();
        let (database, task) = (self.connection.database(), &mut work.task);
        match task.direction {
            Direction::Downgrade => self.table.delete(database, &task.id).await?,
            Direction::Upgrade if let Some(redone) = &task.redone => {
                task.row.state = redone.state_behind(task.row.upgrade_steps()?.len());
                task.row.in_flight = None;
                self.table.update(database, &task.row).await?;
            }
            Direction::Upgrade => {
                task.row.is_applied_now(duration);
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
        (work.task.row.state, work.task.row.in_flight) = work.stored(kept);
        let (database, task) = (self.connection.database(), &mut work.task);
        match (task.stored, task.is_written) {
            (true, true) => self.table.update_progress(database, &task.row).await?,
            (true, false) => self.table.update(database, &task.row).await?,
            (false, _) => {
                task.row.position = self.history.next_position();
                self.table.insert(database, &task.row).await?;
                task.stored = true;
            }
        }
        task.is_written = true;
        Ok(())
    }

    /// Writes what stays of a revision that has stopped. If that fails too, the record names what is in doubt, which is true.
    pub(super) async fn leave(&self, work: &mut Work) {
        let Some(kept) = work.kept.clone() else { return };
        let database = self.connection.database();
        let _ = match (work.task.direction, kept.is_nothing()) {
            (Direction::Upgrade, true) if work.task.redone.is_none() => {
                self.table.delete(database, &work.task.id).await.map_err(Error::from)
            }
            (Direction::Downgrade, true) => {
                work.task.row.in_flight = None;
                work.task.row.state = State::Applied;
                let row = work.task.turned.as_ref().unwrap_or(&work.task.row);
                self.table.update(database, row).await.map_err(Error::from)
            }
            (Direction::Upgrade, true) | (_, false) => self.write_unfinished(work, kept).await,
        };
    }
}
