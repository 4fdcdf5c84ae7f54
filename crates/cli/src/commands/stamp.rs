use std::time::Duration;

use limbeck::{Migrations, Target};

use super::script;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    run,
};

/// Sets the history without running anything.
pub(super) fn run(global: &Global, stamp: &arguments::Stamp, migrations: &Migrations) -> Result<Status, CliError> {
    if stamp.scripted.sql {
        return script::stamp(global, stamp, migrations);
    }
    stamp.targets.iter().try_for_each(|text| script::refuse_range(text))?;
    let targets = stamp.targets.iter().map(|text| text.parse::<Target>()).collect::<Result<Vec<_>, _>>();
    let targets = targets.map_err(limbeck::Error::from)?;
    run::run(global, migrations, Duration::from_secs(stamp.lock_wait), async |run, connection| {
        (run.stamp(&connection, &targets, stamp.purge).await, connection)
    })
}
