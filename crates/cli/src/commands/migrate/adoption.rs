//! The first revision of a database that was there before: recorded there as it is written.

use std::path::Path;

use limbeck::{Access, Baseline, Cause, Connection, Migrations, Run};
use limbeck_autogenerate::{Comparison, Fills, Kind};
use limbeck_operations::Step;
use limbeck_schema::Pair;

use crate::{
    CliError,
    arguments::{Comparing, Renaming},
    error::plural,
    output::{DIM, GREEN, count, paint},
    program::Program,
    project::Project,
    session::block_on,
    state::{Answers, State},
};

/// Records in the database's history that it has what the revision makes. Where that fails the file goes again, so that another try finds what this one
/// found; but not where the database may have recorded it all the same.
///
/// # Errors
/// The database can't be written, or has a history by now.
pub(super) fn record(
    project: &Project,
    migrations: &Migrations,
    (id, message): (&str, &str),
    steps: &Pair<Vec<Step>>,
    file: &Path,
) -> Result<(), CliError> {
    let url = project.url()?;
    let recorded = block_on(async {
        let connection = Connection::open(&url.text, Access::Write).await.map_err(limbeck::Error::from)?;
        let run = Run::new(migrations).settings(project.settings.clone());
        let steps = Pair::new(steps.previous.as_slice(), steps.next.as_slice());
        let outcome = run.adopt(&connection, &Baseline { id, message, steps }).await;
        connection.close().await;
        Ok(outcome)
    });
    let error = match recorded {
        Ok(Ok(_)) => return Ok(()),
        Ok(Err(source)) if may_be_recorded(source.cause()) => {
            return Err(CliError::MaybeRecorded { file: file.to_owned(), source });
        }
        Ok(Err(source)) => source.into(),
        Err(error) => error,
    };
    // Why nothing was recorded is what is to be told.
    let _ = std::fs::remove_file(file);
    Err(error)
}

/// Whether a run may have done its work before it stopped: the answer to COMMIT may have been lost with the connection.
fn may_be_recorded(cause: &Cause) -> bool {
    matches!(cause, Cause::ConnectionLost { .. } | Cause::Database { .. })
}

/// Says that the database has it, and what the entities want besides.
pub(super) fn print_recorded(id: &str, comparison: &Comparison) {
    say!("{} {id} in this database's history: nothing ran", paint(GREEN, "recorded"));
    if comparison.left > 0 {
        let changes = count(comparison.left, "change");
        say!("{}", paint(DIM, format!("{changes} of the entities are left for the next revision")));
    }
}

/// Offers the baseline where there is something that no revision made, and no revision yet.
pub(in super::super) fn offer(state: &State, comparison: &Comparison) {
    if tables(state, comparison).is_some() {
        let program = Program::running();
        let text = "writes the first revision from what is there, and records it";
        say!("{}", paint(DIM, format!("`{program} migrate --baseline` {text}")));
    }
}

/// The tables that a baseline would take over, where nothing says yet whether it is to be one.
pub(super) fn offered(state: &State, project: &Project, comparing: &Comparing) -> Option<String> {
    let Renaming { rename, drop, no_renames, fill, no_fill } = &comparing.renaming;
    // Who says how changes are made wants changes.
    let is_changing = !rename.is_empty() || !drop.is_empty() || *no_renames || !fill.is_empty() || !no_fill.is_empty();
    if is_changing || comparing.no_history || comparing.drop_unmanaged {
        return None;
    }
    let answers = Answers { renames: &state.entities.renames, fills: &Fills::new(), keep: &[] };
    tables(state, &state.compare(project, comparing, answers))
}

/// The tables that the entities state, the database has, and no revision made, while there is no revision at all.
fn tables(state: &State, comparison: &Comparison) -> Option<String> {
    let is_first = state.parents.is_empty() && comparison.answers_entities();
    let tables = comparison.unrecorded.iter().filter(|noted| noted.kind == Kind::Table).count();
    (is_first && tables > 0).then(|| plural(tables, "table"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stays_that_the_database_may_have_recorded() {
        let lost = || sea_orm::DbErr::Custom("gone".to_owned());
        for (cause, expected) in [
            (Cause::ConnectionLost { source: lost() }, true),
            (Cause::Database { what: "COMMIT".to_owned(), source: lost() }, true),
            (Cause::HasHistory { id: "aa11".to_owned() }, false),
            (Cause::Lock(limbeck::LockError::Lost), false),
        ] {
            assert_eq!(may_be_recorded(&cause), expected, "{cause}");
        }
    }
}
