use limbeck_autogenerate::Comparison;

use crate::{
    CliError,
    arguments::Migrate,
    project::Project,
    renaming::{self, Ask, Terminal},
    state::State,
};

/// Compares; a revision that is to be written asks at a terminal what may have another name.
///
/// # Errors
/// As [`renaming::compare`].
pub(super) fn compare(state: &State, project: &Project, migrate: &Migrate) -> Result<Comparison, CliError> {
    let mut terminal = Terminal::find(project.file.as_deref()).filter(|_| !migrate.dry_run);
    let asking = terminal.as_mut().map(|terminal| terminal as &mut dyn Ask);
    renaming::compare(state, project, &migrate.comparing, asking)
}

/// Makes sure that nothing is written while a question is open.
///
/// # Errors
/// The open questions, with the flags of their answers.
pub(super) fn refuse(state: &State, comparison: &Comparison, migrate: &Migrate) -> Result<(), CliError> {
    if migrate.dry_run { Ok(()) } else { renaming::refuse_open(comparison, &state.entities.schema) }
}
