use limbeck::Migrations;
use limbeck_autogenerate::Comparison;
use limbeck_schema::Pair;

use super::migrate::offer;
use super::{denied, kept};
use crate::{
    CliError, Status,
    arguments::{self, Format, Global},
    offline,
    output::{self, ComparisonObject, GREEN, paint},
    program::Program,
    project::Project,
    renaming,
    session::block_on,
    state::{State, refused},
};

/// Says what differs between entities, revisions and database.
pub(super) fn run(global: &Global, check: &arguments::Check, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let state = if check.offline.offline {
        offline::load(&project, &check.offline, &check.comparing, migrations)?
    } else {
        block_on(State::load(&project, &check.comparing, migrations))?
    };
    let comparison = renaming::compare(&state, &project, &check.comparing, None)?;
    kept::verify(&project, &check.comparing, &comparison)?;
    match check.comparing.format {
        Format::Json => {
            let (dialect, entities) = (state.server.dialect, &state.entities);
            let object = ComparisonObject::new(&comparison, dialect, entities, &state.not_applied);
            print_json(&object.with_edited(&state.edited, &state.server))?;
        }
        Format::Text => print(&state, &comparison, (check, migrations), global.verbose),
    }
    denied::refuse(&comparison, &check.denying, &project)?;
    let same = comparison.is_empty() && state.not_applied.is_empty() && state.edited.is_empty();
    Ok(if same { Status::Done } else { Status::Differs })
}

/// Prints an object as JSON, for people too.
pub(super) fn print_json(object: &impl serde::Serialize) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(object).map_err(|error| CliError::Render(error.to_string()))?;
    say!("{text}");
    Ok(())
}

fn print(state: &State, comparison: &Comparison, (check, migrations): (&arguments::Check, &Migrations), verbose: bool) {
    output::print_changes(&comparison.changes, &comparison.before, state.server.dialect);
    if verbose {
        let schemas = Pair::new(&comparison.before, &comparison.after);
        output::print_table_differences(schemas, &state.server);
    }
    output::print_drifts(comparison);
    output::print_questions(comparison, &state.entities.schema);
    let refused = refused(comparison, &state.entities);
    output::print_refused(&refused);
    output::print_left_alone(comparison, verbose);
    offer(state, comparison);
    if !state.not_applied.is_empty() {
        let ids = state.not_applied.join(", ");
        say!(
            "not applied: {} ({ids}); run `{} upgrade {}`",
            output::count(state.not_applied.len(), "revision"),
            Program::running(),
            state.all_heads()
        );
    }
    for edited in &state.edited {
        output::edited(edited, &state.server).iter().for_each(|line| say!("{line}"));
    }
    if comparison.is_empty() && state.not_applied.is_empty() && state.edited.is_empty() {
        say!("{}", paint(GREEN, "No difference."));
    } else if !comparison.conflicts.is_empty() {
        let objects = output::count(comparison.conflicts.len(), "object");
        say!("{objects} changed in the entities and in the database; no revision is written before they agree");
    } else if !refused.is_empty() {
        let columns = output::count(refused.len(), "column");
        say!("{columns} can't be made; no revision is written before their types are known");
    } else if !comparison.changes.is_empty() && state.not_applied.is_empty() {
        let changes = output::count(comparison.changes.len(), "change");
        // Beside revisions that made the same, such a revision is only shown.
        let given = &check.given.0;
        let (flag, does) = if check.comparing.no_history && !migrations.entries().is_empty() {
            (" --dry-run", "shows")
        } else {
            ("", "writes")
        };
        let program = Program::running();
        say!("{changes}; `{program} migrate{given}{flag} -m \"…\"` {does} the revision");
    }
}
