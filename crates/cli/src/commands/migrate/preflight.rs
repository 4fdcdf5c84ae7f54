//! Whether rows of the connected database are in the way of the new revision.

use limbeck::Access;
use limbeck_operations::Step;
use limbeck_prove::preflight::{Preflight, preflight, questions};

use crate::{
    CliError,
    project::Project,
    session::{block_on, open},
    state::State,
};

/// Asks the database about the steps of the new revision. It opens it only if there is something to ask.
///
/// # Errors
/// The database can't be opened again.
pub(super) fn ask(project: &Project, state: &State, steps: &[Step]) -> Result<Vec<Preflight>, CliError> {
    let Some(actual) = state.actual.as_ref().filter(|actual| !questions(steps, actual, &state.server).is_empty())
    else {
        return Ok(Vec::new());
    };
    block_on(async {
        let connection = open(project.url()?, Access::Read).await?;
        let answers = preflight(connection.database(), &state.server, steps, actual).await;
        connection.close().await;
        Ok(answers)
    })
}
