use std::collections::BTreeSet;

use limbeck_introspect::Request;
use limbeck_operations::{ReplayError, Step, replay_step};
use limbeck_schema::{Schema, Server, reconcile};
use sea_orm::DatabaseConnection;

use super::task::{Task, named_schemas};
use crate::{Error, history::record};

/// The schema as it is while a run goes on: read once, then replayed, and read again only after what can't be replayed.
pub(super) struct Schemas {
    /// What the database has, in the words of the revisions; `None` until it is needed.
    actual: Option<Schema>,
    /// What the revisions have made.
    pub(super) recorded: Schema,
    request: Request,
}

impl Schemas {
    /// Nothing is read yet. `tasks` say in which schemas to look.
    pub(super) fn new<'a>(recorded: Schema, tasks: impl IntoIterator<Item = &'a Task>, server: &Server) -> Self {
        Self::of_steps(recorded, tasks.into_iter().flat_map(|task| &task.steps), server)
    }

    /// The same; `steps` say in which schemas to look.
    pub(super) fn of_steps<'a>(recorded: Schema, steps: impl IntoIterator<Item = &'a Step>, server: &Server) -> Self {
        let named = steps.into_iter().flat_map(|step| named_schemas(&step.operation));
        let mut schemas: BTreeSet<String> = named.map(str::to_owned).collect();
        schemas.extend(recorded.tables.keys().filter_map(|name| name.schema.clone()));
        schemas.remove(&server.default_schema);
        Self { actual: None, recorded, request: Request { schemas: schemas.into_iter().collect() } }
    }

    /// What the database has, read now if it is not known, and what is recorded.
    pub(super) async fn both(
        &mut self,
        database: &DatabaseConnection,
        server: &Server,
    ) -> Result<(&Schema, &Schema), Error> {
        let actual = match self.actual.take() {
            Some(known) => known,
            None => {
                let mut read = limbeck_introspect::schema(database, server, &self.request).await?;
                reconcile(&mut read, &self.recorded, server.dialect);
                read
            }
        };
        Ok((self.actual.insert(actual), &self.recorded))
    }

    /// What was read before is not true any more.
    pub(super) fn forget_actual(&mut self) {
        self.actual = None;
    }

    /// Replays a step on both.
    ///
    /// # Errors
    /// It can't be recorded; what is recorded is then unchanged.
    pub(super) fn advance(&mut self, step: &Step, server: &Server) -> Result<(), ReplayError> {
        // A step that does not fit what is thought to be there: it is looked up when it is needed.
        if let Some(actual) = &mut self.actual
            && replay_step(step, actual, server.dialect).is_err()
        {
            self.actual = None;
        }
        record(step, &mut self.recorded, server.dialect)
    }
}
