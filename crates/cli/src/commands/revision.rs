use limbeck_autogenerate::{Head, RevisionFile, file_name, render};
use limbeck_schema::{Dialect, Schema};

use super::{migrate, placing};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{self, GREEN, paint},
    project::{Project, Revisions},
    revision_file,
};

/// Writes a revision without operations, to be filled by hand; with `--autogenerate` it is `migrate`.
pub(super) fn run(global: &Global, revision: &arguments::Revision, revisions: Revisions) -> Result<Status, CliError> {
    if revision.autogenerate {
        let Revisions::Compiled(migrations) = revisions else { return Err(CliError::NoRevisions) };
        return migrate::run(global, (&revision.writing, &revision.generated.0), migrations);
    }
    let writing = &revision.writing;
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let id = revision_file::new_id(&graph, writing.rev_id.as_deref())?;
    let place = placing::place(&project, &graph, &writing.placing, &id, false)?;
    let head = head(id, &writing.message, place);
    write_empty(&project, &head, writing.dry_run)
}

/// The head of a revision that is made now.
pub(super) fn head(id: String, message: &str, place: placing::Place) -> Head {
    let placing::Place { parents, dependencies, labels } = place;
    let (message, created) = (said(message).to_owned(), revision_file::now());
    Head { id, parents, dependencies, labels, replaces: Vec::new(), message, created }
}

/// What a revision is about, in the same words for its file and the history; where nothing is said too.
pub(super) fn said(message: &str) -> &str {
    match message.trim() {
        "" => NOTHING_SAID,
        message => message,
    }
}

/// The name of a revision's file: of its message, or else of its id.
pub(super) fn file(head: &Head) -> String {
    let message = if head.message == NOTHING_SAID { "" } else { &head.message };
    file_name(&head.created, message, &head.id)
}

const NOTHING_SAID: &str = "no message";

/// Writes a file with this head and without operations, and says so; for a dry run prints it.
pub(super) fn write_empty(project: &Project, head: &Head, dry_run: bool) -> Result<Status, CliError> {
    let source = render(&RevisionFile {
        head,
        upgrade: &[],
        downgrade: &[],
        before: &Schema::default(),
        dialect: Dialect::Sqlite,
        dialects: &[],
    });
    let source = source.map_err(|error| CliError::Render(error.to_string()))?;
    let source = revision_file::formatted(source, &project.root);
    let name = file(head);
    if dry_run {
        say!("{}", source.trim_end());
        output::note(format!("not written: {}", Project::display(&project.versions().join(name))));
        return Ok(Status::Done);
    }
    let path = revision_file::write(&project.versions(), &name, &source)?;
    say!("{} {}", paint(GREEN, "written"), Project::display(&path));
    Ok(Status::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_blanks_says_nothing() {
        for (message, expected, name) in [
            ("", NOTHING_SAID, "m20261122_101403_7d3e.rs"),
            (" \n\t", NOTHING_SAID, "m20261122_101403_7d3e.rs"),
            (" a shop ", "a shop", "m20261122_101403_a_shop.rs"),
        ] {
            assert_eq!(said(message), expected, "{message:?}");
            let created = "2026-11-22 10:14:03 UTC".to_owned();
            let head = Head { created, ..head("7d3e".to_owned(), message, placing::Place::default()) };
            assert_eq!((head.message.as_str(), file(&head).as_str()), (expected, name), "{message:?}");
        }
    }
}
