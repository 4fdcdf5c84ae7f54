//! `--sql`: runs as scripts. No database is opened.

use limbeck::{Migrations, Range, Script, ScriptError, Scripting, Target};

use crate::{
    CliError, Status,
    arguments::{Downgrade, EnsureVersion, Global, Scripted, Stamp, Upgrade},
    output::{self, YELLOW, paint},
    project::Project,
    say,
};

/// Prints the script of an upgrade.
pub(super) fn upgrade(global: &Global, upgrade: &Upgrade, migrations: &Migrations) -> Result<Status, CliError> {
    let scripting = scripting(global, &upgrade.scripted, migrations)?.skip_data_steps(upgrade.skip_data_steps);
    let Range { from, to } = range(&upgrade.target)?;
    print(&scripting.upgrade(from.as_ref(), to.as_ref().unwrap_or(&Target::Heads))?)
}

/// Prints the script of a downgrade; `-1` alone is the last revision.
pub(super) fn downgrade(global: &Global, downgrade: &Downgrade, migrations: &Migrations) -> Result<Status, CliError> {
    let scripting = scripting(global, &downgrade.scripted, migrations)?.skip_data_steps(downgrade.skip_data_steps);
    let range = match downgrade.target.as_str() {
        "-1" => Range { from: Some(Target::Head), to: Some(Target::steps(-1)) },
        text if !text.contains(':') => return Err(ScriptError::NoStart { text: text.to_owned() }.into()),
        text => range(text)?,
    };
    print(&scripting.downgrade(&range)?)
}

/// Prints the script of a stamp.
pub(super) fn stamp(global: &Global, stamp: &Stamp, migrations: &Migrations) -> Result<Status, CliError> {
    let scripting = scripting(global, &stamp.scripted, migrations)?;
    let (from, targets) = match &stamp.targets[..] {
        [one] => {
            let Range { from, to } = range(one)?;
            (from, vec![to.unwrap_or(Target::Heads)])
        }
        several => {
            let targets = several.iter().map(|text| text.parse()).collect::<Result<Vec<Target>, _>>();
            (None, targets.map_err(ScriptError::from)?)
        }
    };
    print(&scripting.stamp(from.as_ref(), &targets)?)
}

/// Prints what makes the history table.
pub(super) fn ensure_version(
    global: &Global,
    ensure: &EnsureVersion,
    migrations: &Migrations,
) -> Result<Status, CliError> {
    say::plain(&scripting(global, &ensure.scripted, migrations)?.ensure_table()?.text);
    Ok(Status::Done)
}

/// Refuses a range where something runs: a run sees for itself where the database stands.
///
/// # Errors
/// `text` is a range.
pub(super) fn refuse_range(text: &str) -> Result<(), CliError> {
    if text.contains(':') { Err(CliError::RangeOfRun(text.to_owned())) } else { Ok(()) }
}

fn scripting<'a>(global: &Global, scripted: &Scripted, migrations: &'a Migrations) -> Result<Scripting<'a>, CliError> {
    let project = Project::find(global, migrations)?;
    let dialect = project.script_dialect(scripted.dialect)?;
    let scripting = Scripting::new(migrations, dialect).settings(project.settings);
    Ok(match scripted.server_version {
        Some(version) => scripting.server_version(version),
        None => scripting,
    })
}

/// A range, or a place alone, which is its end.
fn range(text: &str) -> Result<Range, CliError> {
    let range =
        if text.contains(':') { text.parse() } else { text.parse().map(|to| Range { from: None, to: Some(to) }) };
    Ok(range.map_err(ScriptError::from)?)
}

fn print(script: &Script) -> Result<Status, CliError> {
    for step in &script.skipped_data_steps {
        tell!("{} data step {step} is left out: it is written in Rust", paint(YELLOW, "warning:"));
    }
    if script.is_empty() {
        output::note("nothing to do");
    }
    say::plain(&script.text);
    Ok(Status::Done)
}
