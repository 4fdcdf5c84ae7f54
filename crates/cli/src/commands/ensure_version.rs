use std::time::Duration;

use limbeck::{Access, Connection, Migrations, Run};

use super::script;
use crate::{
    CliError, Status,
    arguments::{EnsureVersion, Global},
    output,
    project::Project,
    session::block_on,
};

/// Makes the history table if it is not there, or brings one of an earlier version up to this one's.
pub(super) fn run(global: &Global, ensure: &EnsureVersion, migrations: &Migrations) -> Result<Status, CliError> {
    if ensure.scripted.sql {
        return script::ensure_version(global, ensure, migrations);
    }
    let project = Project::find(global, migrations)?;
    let url = project.url()?.clone();
    let table = project.settings.history_table();
    let is_made = block_on(async {
        let connection = Connection::open(&url.text, Access::Write).await.map_err(limbeck::Error::from)?;
        output::note(format!("database: {} (from {})", connection.shown(), url.source));
        let run =
            Run::new(migrations).settings(project.settings.clone()).lock_wait(Duration::from_secs(ensure.lock_wait));
        let outcome = run.ensure_history(&connection).await;
        connection.close().await;
        Ok(outcome?)
    })?;
    tell!("The history table `{table}` {}.", if is_made { "is made" } else { "is there already" });
    Ok(Status::Done)
}
