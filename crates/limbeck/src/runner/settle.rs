//! What an earlier run has left in doubt.

use limbeck_operations::{Operation, Step};

use super::{
    Event,
    flight::changes_rows,
    look::{IndexState, index_name},
    schemas::Schemas,
    session::Session,
    work::Kept,
};
use crate::{Cause, Direction, Doubt, Error, InFlight, Row, State, raw_sql::is_one_statement};

/// What a person has found of the step that an earlier run left in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assume {
    /// It is done, as a whole.
    Done,
    /// Nothing of it is done.
    Undone,
}

/// Whether a run writes what it finds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Settling {
    /// It does, and clears away what was left.
    Writes,
    /// It looks only.
    Looks,
}

impl Session<'_> {
    /// Looks what became of the statement that an earlier run has left in flight, and corrects the history. What the catalog does not tell stays in
    /// doubt.
    ///
    /// # Errors
    /// `NothingInDoubt`, if a person says something of what is not; or the server's words.
    pub(super) async fn settle(&mut self, settling: Settling) -> Result<(), Error> {
        let Some((row, direction, done, clean)) = self.history.unfinished().and_then(|row| match row.state {
            State::Unfinished { direction, done, clean } => Some((row.clone(), direction, done, clean)),
            State::Applied => None,
        }) else {
            return match self.assumption() {
                Some(_) => Err(Cause::NothingInDoubt.into()),
                None => Ok(()),
            };
        };
        let steps = match direction {
            Direction::Upgrade => row.upgrade_steps()?,
            Direction::Downgrade => row.downgrade_steps()?,
        };
        if let (Some(_), Some(flight)) = (self.assumption(), &row.in_flight)
            && self.is_told(flight, steps.get(done..flight.done).unwrap_or_default()).await?
        {
            return Err(Cause::NothingInDoubt.into());
        }
        let kept = match (self.assumption(), &row.in_flight) {
            (Some(_), None) if clean => return Err(Cause::NothingInDoubt.into()),
            (Some(Assume::Done), flight) => Kept::steps(flight.as_ref().map_or(done + 1, |flight| flight.done)),
            (Some(Assume::Undone), _) => Kept::steps(done),
            (None, Some(flight)) if flight.is_in_doubt() => {
                let redone = if flight.done < done { self.redo(&row)?.ok() } else { None };
                let begun = match &redone {
                    Some(task) => task.begun_flight().and_then(|flight| task.steps.get(..flight.done)),
                    None => steps.get(done..flight.done),
                };
                let begun = begun.unwrap_or_default();
                let Some(at) = self.found(flight, begun, settling).await? else { return Ok(()) };
                if let Some(step) = begun.first() {
                    let (id, operation) = (row.id.as_str(), step.operation.to_string());
                    self.run.tell(&Event::Settled { id, operation: &operation, done: at == flight.statements.len() });
                }
                kept(done, flight, at)
            }
            (None, _) => return Ok(()),
        };
        let state = State::Unfinished { direction, done: kept.done, clean: kept.in_flight.is_none() };
        let row = Row { state, in_flight: kept.in_flight, ..row };
        if settling == Settling::Writes {
            self.table.update_progress(self.connection.database(), &row).await?;
            self.is_assumed = true;
        }
        self.history.replace(row);
        Ok(())
    }

    /// What a person said, if it was not taken up yet.
    fn assumption(&self) -> Option<Assume> {
        self.run.assume.filter(|_| !self.is_assumed)
    }

    /// Whether nobody has to say what became of a step, as it is known or the catalog tells.
    async fn is_told(&self, flight: &InFlight, steps: &[Step]) -> Result<bool, Error> {
        Ok(!flight.is_in_doubt() || self.found(flight, steps, Settling::Looks).await?.is_some())
    }

    /// How many of the statements have taken effect; `None` if nobody can tell.
    async fn found(&self, flight: &InFlight, steps: &[Step], settling: Settling) -> Result<Option<usize>, Error> {
        match &flight.doubt {
            Doubt::None => Ok(Some(flight.at)),
            // It is one transaction with the record that names the next: who still reads this one knows that it was rolled back.
            Doubt::LookedSo(_) if flight.statements.get(flight.at).is_some_and(|sql| changes_rows(sql)) => {
                Ok(Some(flight.at))
            }
            Doubt::LookedSo(before) => {
                if self.look(steps, &flight.statements).await? == *before {
                    return Ok(Some(flight.at));
                }
                // Somebody else may have changed the table. What one statement does as a whole has to be there, if it was that.
                Ok(match (steps, &flight.statements[..]) {
                    ([step], [_]) if tells(&step.operation) && self.are_there(steps).await? != Some(true) => None,
                    _ => Some(flight.at + 1),
                })
            }
            Doubt::Index => self.index_found(flight, steps, settling).await.map(Some),
            Doubt::LeftTransaction => match steps {
                [Step { operation: Operation::Execute { sql, records, .. }, .. }]
                    if !records.is_empty() && is_one_statement(sql, self.dialect()) =>
                {
                    Ok(self.are_there(records).await?.map(usize::from))
                }
                _ => Ok(None),
            },
        }
    }

    /// PostgreSQL: an index that was made or dropped outside of a transaction. One that was left invalid is dropped, and has not been made.
    async fn index_found(&self, flight: &InFlight, steps: &[Step], settling: Settling) -> Result<usize, Error> {
        let sql = flight.statements.get(flight.at).map(String::as_str).unwrap_or_default();
        let Some((operation, name)) =
            steps.first().and_then(|step| Some((&step.operation, index_name(&step.operation, sql)?)))
        else {
            return Ok(flight.at);
        };
        let state = self.index_state(operation, &name).await?;
        let is_done = match operation {
            Operation::CreateIndex { .. } => state == IndexState::Valid,
            _ => state == IndexState::Missing,
        };
        if settling == Settling::Writes && state == IndexState::Invalid {
            self.drop_invalid(&name).await?;
            if !matches!(operation, Operation::CreateIndex { .. }) {
                return Ok(flight.at + 1);
            }
        }
        Ok(if is_done { flight.at + 1 } else { flight.at })
    }

    /// PostgreSQL: drops an index that no query uses. It waits for those who may look at it, and keeps nobody waiting.
    pub(super) async fn drop_invalid(&self, name: &str) -> Result<(), Error> {
        self.unlimit().await?;
        let dropped = self.send(&format!("DROP INDEX CONCURRENTLY IF EXISTS {name}")).await;
        self.limit().await?;
        dropped
    }

    /// Whether all that `steps` do to the schema is there, or nothing of it; `None` if it is a part.
    async fn are_there(&self, steps: &[Step]) -> Result<Option<bool>, Error> {
        let dialect = self.dialect();
        let recorded = self.history.recorded(dialect)?;
        let mut schemas = Schemas::of_steps(recorded, steps, &self.server);
        let actual = schemas.both(self.connection.database(), &self.server).await?.0;
        let found: Vec<bool> = steps
            .iter()
            .filter(|step| step.counts_on(dialect))
            .map(|step| Step { unless_done: true, ..step.clone() }.is_passed_over(actual, dialect))
            .collect();
        Ok(match (found.contains(&true), found.contains(&false)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) | (false, false) => None,
        })
    }
}

/// Whether names alone tell in the catalog that an operation is done. What it changes within a column, servers may say in other words.
const fn tells(operation: &Operation) -> bool {
    use Operation as O;
    match operation {
        O::CreateTable { .. }
        | O::DropTable { .. }
        | O::RenameTable { .. }
        | O::AddColumn { .. }
        | O::DropColumn { .. }
        | O::RenameColumn { .. }
        | O::CreateIndex { .. }
        | O::DropIndex { .. }
        | O::AddUnique { .. }
        | O::DropUnique { .. }
        | O::AddForeignKey { .. }
        | O::DropForeignKey { .. }
        | O::AddCheck { .. }
        | O::DropCheck { .. } => true,
        O::AlterColumn { .. }
        | O::FillColumn { .. }
        | O::AlterPrimaryKey { .. }
        | O::CreateEnum { .. }
        | O::DropEnum { .. }
        | O::AlterEnum { .. }
        | O::RenameEnumLabel { .. }
        | O::SetTableComment { .. }
        | O::Execute { .. }
        | O::Run { .. } => false,
    }
}

/// What stays if `at` of the statements have taken effect.
fn kept(done: usize, flight: &InFlight, at: usize) -> Kept {
    if at >= flight.statements.len() {
        return Kept::steps(flight.done);
    }
    let in_flight = (at > 0).then(|| InFlight { at, doubt: Doubt::None, ..flight.clone() });
    Kept { done, in_flight }
}
