use std::process::Command;

use limbeck::Target;

use super::places;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    project::{Project, Revisions},
    session::seen,
};

/// Opens the files of revisions in the person's editor, and waits for it to end.
pub(super) fn run(global: &Global, edit: &arguments::Edit, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let targets = places::targets(&edit.revisions)?;
    let seen = seen(&project, revisions.graph(&project)?, targets.iter().any(Target::needs_database))?;
    let nodes = places::chosen(&seen.graph, &seen.applied, &targets)?;
    let files: Vec<_> = nodes.iter().map(|node| project.versions().join(format!("{}.rs", node.file))).collect();
    if files.is_empty() {
        return Err(CliError::NothingToEdit);
    }
    if let Some(missing) = files.iter().find(|file| !file.is_file()) {
        let source = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(CliError::Read { path: missing.clone(), source });
    }
    let editor = editor().ok_or(CliError::NoEditor)?;
    let failed = |problem: String| CliError::Editor { editor: editor.clone(), problem };
    let status = command(&editor).args(&files).status().map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(Status::Done) } else { Err(failed(status.to_string())) }
}

/// The call of an editor that may have arguments of its own, `code --wait`, and quotes: a shell reads it, as git has it read.
#[cfg(unix)]
fn command(editor: &str) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor);
    command
}

/// The call of an editor that may have arguments of its own: `code --wait`.
#[cfg(not(unix))]
fn command(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

/// What VISUAL or EDITOR says, as other programs ask them.
fn editor() -> Option<String> {
    let said = |name| std::env::var(name).ok().filter(|text| !text.trim().is_empty());
    said("VISUAL").or_else(|| said("EDITOR"))
}
