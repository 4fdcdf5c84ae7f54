use limbeck_autogenerate::{Head, RevisionFile, file_name, render};
use limbeck_schema::{Dialect, Schema};

use super::{migrate, placing};
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{GREEN, paint},
    project::{Project, Revisions},
    revision_file,
};

/// Writes a revision without operations, to be filled by hand; with `--autogenerate` it is `migrate`.
pub(super) fn run(global: &Global, revision: &arguments::Revision, revisions: Revisions) -> Result<Status, CliError> {
    if revision.autogenerate {
        let Revisions::Compiled(migrations) = revisions else { return Err(CliError::NoRevisions) };
        return migrate::run(global, &revision.migrate, migrations);
    }
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let id = revision_file::new_id(&graph, revision.migrate.rev_id.as_deref())?;
    let place = placing::place(&graph, &revision.migrate.placing, &id, false)?;
    let head = head(id, &revision.migrate.message, place);
    write_empty(&project, &head)
}

/// The head of a revision that is made now.
pub(super) fn head(id: String, message: &str, place: placing::Place) -> Head {
    let placing::Place { parents, dependencies, labels } = place;
    let (message, created) = (said(message).to_owned(), revision_file::now());
    Head { id, parents, dependencies, labels, replaces: Vec::new(), message, created }
}

/// What a revision is about, where nothing is said too.
pub(super) const fn said(message: &str) -> &str {
    if message.is_empty() { NOTHING_SAID } else { message }
}

/// The name of a revision's file: of its message, or else of its id.
pub(super) fn file(head: &Head) -> String {
    let message = if head.message == NOTHING_SAID { "" } else { &head.message };
    file_name(&head.created, message, &head.id)
}

const NOTHING_SAID: &str = "no message";

/// Writes a file with this head and without operations, and says so.
pub(super) fn write_empty(project: &Project, head: &Head) -> Result<Status, CliError> {
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
    let path = revision_file::write(&project.versions(), &name, &source)?;
    say!("{} {}", paint(GREEN, "written"), Project::display(&path));
    Ok(Status::Done)
}
