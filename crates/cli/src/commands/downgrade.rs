use std::time::Duration;

use limbeck::{Migrations, Target};

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
    let target: Target = downgrade.target.parse().map_err(limbeck::Error::from)?;
    run::run(global, migrations, Duration::from_secs(downgrade.lock_wait), async |run, connection| {
        (run.downgrade(&connection, &target).await, connection)
    })
}
