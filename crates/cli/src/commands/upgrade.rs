mod plan;

use std::time::Duration;

use limbeck::{Migrations, Target};

use super::script;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    run,
};

/// Applies revisions.
pub(super) fn run(global: &Global, upgrade: &arguments::Upgrade, migrations: &Migrations) -> Result<Status, CliError> {
    if upgrade.scripted.sql {
        return script::upgrade(global, upgrade, migrations);
    }
    script::refuse_range(&upgrade.target)?;
    let target: Target = upgrade.target.parse().map_err(limbeck::Error::from)?;
    if upgrade.dry_run {
        return plan::run(global, (&target, &upgrade.running), migrations);
    }
    run::run(global, migrations, Duration::from_secs(upgrade.running.lock_wait), async |run, connection| {
        (run::with(&upgrade.running, run).upgrade(&connection, &target).await, connection)
    })
}
