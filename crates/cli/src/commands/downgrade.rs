use std::time::Duration;

use limbeck::{Migrations, Target};

use super::script;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    run,
};

/// Undoes revisions.
pub(super) fn run(
    global: &Global,
    downgrade: &arguments::Downgrade,
    migrations: &Migrations,
) -> Result<Status, CliError> {
    if downgrade.scripted.sql {
        return script::downgrade(global, downgrade, migrations);
    }
    script::refuse_range(&downgrade.target)?;
    let target: Target = downgrade.target.parse().map_err(limbeck::Error::from)?;
    run::run(global, migrations, Duration::from_secs(downgrade.running.lock_wait), async |run, connection| {
        (run::with(&downgrade.running, run).downgrade(&connection, &target).await, connection)
    })
}
