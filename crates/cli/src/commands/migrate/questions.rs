//! What is asked before a revision is written, where somebody is at a terminal.

use limbeck_autogenerate::Comparison;

use super::adoption;
use crate::{
    CliError,
    arguments::Generating,
    project::Project,
    renaming::{self, Adoption, Terminal},
    state::State,
};

/// What a revision is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// What the entities want otherwise.
    Changes,
    /// What brings the database back.
    Repair,
    /// What was there before the first revision.
    Baseline,
}

/// What the flags say; where they leave it open and the database was there before, a person does.
///
/// # Errors
/// A question without an answer.
pub(super) fn way(
    state: &State,
    project: &Project,
    generating: &Generating,
    terminal: Option<&mut Terminal>,
) -> Result<Way, CliError> {
    if generating.instead.repair {
        return Ok(Way::Repair);
    }
    if generating.instead.baseline {
        return Ok(Way::Baseline);
    }
    let (Some(terminal), Some(tables)) = (terminal, adoption::offered(state, project, &generating.comparing)) else {
        return Ok(Way::Changes);
    };
    match terminal.ask_adoption(&tables)?.ok_or(CliError::NoAnswer)? {
        Adoption::Changes => Ok(Way::Changes),
        Adoption::Baseline => {
            renaming::note_flags("--baseline");
            Ok(Way::Baseline)
        }
    }
}

/// Makes sure that nothing is written while a question is open.
///
/// # Errors
/// The open questions, with the flags of their answers.
pub(super) fn refuse(state: &State, comparison: &Comparison, dry_run: bool) -> Result<(), CliError> {
    if dry_run { Ok(()) } else { renaming::refuse_open(comparison, &state.entities.schema) }
}
