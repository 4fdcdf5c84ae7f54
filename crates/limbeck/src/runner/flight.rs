//! Statements that commit by themselves. The history names each before it is sent, so that after a crash that one alone is in doubt.

use limbeck_operations::{Statement, Step};

use super::{
    schemas::Schemas,
    session::Session,
    work::{Kept, Work},
};
use crate::{Cause, Direction, Doubt, Error, InFlight};

impl Session<'_> {
    /// Sends the statements of `flight` that have not taken effect, each with the record of the next.
    pub(super) async fn fly(&self, work: &mut Work, mut flight: InFlight) -> Result<(), Error> {
        let steps: Vec<Step> = work.task.steps.get(work.done..flight.done).unwrap_or_default().to_vec();
        let operation = steps.first().map(|step| step.operation.to_string()).unwrap_or_default();
        flight.doubt = Doubt::LookedSo(self.look(&steps, &flight.statements).await?);
        self.write_unfinished(work, Kept { done: work.done, in_flight: Some(flight.clone()) }).await?;
        while let Some(sql) = flight.statements.get(flight.at).cloned() {
            work.kept = Some(refused(work.done, &flight));
            // What changes rows is one transaction with its record. What changes the schema ends this transaction before it begins, and the record then
            // commits by itself: between the two the statement is in doubt.
            self.send("START TRANSACTION").await?;
            if let Err(error) = self.one_of(work, &mut flight, &steps, (&operation, sql)).await {
                // Else the rows that it changed stay locked as long as the session lives.
                let _ = self.send("ROLLBACK").await;
                return Err(error);
            }
        }
        work.done = flight.done;
        Ok(())
    }

    /// The statement that is next, and the record of the one behind it.
    async fn one_of(
        &self,
        work: &mut Work,
        flight: &mut InFlight,
        steps: &[Step],
        (operation, sql): (&str, String),
    ) -> Result<(), Error> {
        self.statement(work, operation, &Statement::new(sql)).await?;
        work.kept = Some(Kept { done: work.done, in_flight: Some(flight.clone()) });
        flight.at += 1;
        let is_last = flight.at == flight.statements.len();
        let next = if is_last {
            Kept::steps(flight.done)
        } else {
            flight.doubt = Doubt::LookedSo(self.look(steps, &flight.statements).await?);
            Kept { done: work.done, in_flight: Some(flight.clone()) }
        };
        self.write_unfinished(work, next.clone()).await?;
        self.send("COMMIT").await?;
        work.kept = Some(if is_last { next } else { refused(work.done, flight) });
        Ok(())
    }

    /// Does the rest of a step of which an earlier run has sent some statements; `schemas` are then those behind it.
    pub(super) async fn finish_flight(&self, work: &mut Work, schemas: &mut Schemas) -> Result<(), Error> {
        let Some(flight) = work.task.begun_flight().filter(|flight| !flight.is_in_doubt()) else {
            return Ok(());
        };
        self.tell_started(work);
        let begun = work.done..flight.done;
        self.fly(work, flight).await?;
        work.task.done = work.done;
        schemas.forget_actual();
        for step in work.task.steps.get(begun).unwrap_or_default() {
            let recorded = schemas.advance(step, &self.server);
            if work.task.direction == Direction::Upgrade {
                recorded.map_err(|reason| Cause::NotRecordable {
                    id: work.task.id.clone(),
                    operation: step.operation.to_string(),
                    reason,
                })?;
            }
        }
        Ok(())
    }
}

/// Whether a statement of a step changes rows, and not the schema.
pub(super) fn changes_rows(sql: &str) -> bool {
    ["UPDATE ", "INSERT ", "DELETE "].iter().any(|verb| sql.starts_with(verb))
}

/// What stays if the server refuses the statement that is next.
fn refused(done: usize, flight: &InFlight) -> Kept {
    let in_flight = (flight.at > 0).then(|| InFlight { doubt: Doubt::None, ..flight.clone() });
    Kept { done, in_flight }
}
