//! The revisions that a command works with: compiled in, or read from their files.

use std::path::{Path, PathBuf};

use limbeck::{Graph, Migrations, Node};
use limbeck_autogenerate::Head;

use super::Project;
use crate::CliError;

/// Where the revisions are known from.
#[derive(Clone, Copy)]
pub(crate) enum Revisions {
    /// They are compiled into this program.
    Compiled(&'static Migrations),
    /// Their files are read; what they do is not known.
    Sources,
}

impl Revisions {
    pub(crate) fn new(compiled: Option<&'static Migrations>) -> Self {
        compiled.map_or(Self::Sources, Self::Compiled)
    }

    /// The settings that were compiled in.
    pub(crate) fn settings(self) -> &'static str {
        match self {
            Self::Compiled(migrations) => migrations.settings(),
            Self::Sources => "",
        }
    }

    /// What follows what.
    ///
    /// # Errors
    /// Files that can't be read, or revisions that are no graph.
    pub(crate) fn graph(self, project: &Project) -> Result<Graph, CliError> {
        match self {
            Self::Compiled(migrations) => Ok(Graph::of(migrations).map_err(limbeck::Error::from)?),
            Self::Sources => graph_of_files(project),
        }
    }
}

/// The graph of the revision files as they are now, compiled or not.
///
/// # Errors
/// Files that can't be read, or revisions that are no graph.
fn graph_of_files(project: &Project) -> Result<Graph, CliError> {
    let nodes = paths(&project.versions())?.iter().map(|path| node(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(Graph::new(nodes).map_err(limbeck::Error::from)?)
}

fn node(path: &Path) -> Result<Node, CliError> {
    let text = std::fs::read_to_string(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?;
    let head = Head::read(&text).map_err(|problem| CliError::Head { path: path.to_owned(), problem })?;
    Ok(Node {
        id: head.id,
        parents: head.parents,
        dependencies: head.dependencies,
        labels: head.labels,
        replaces: head.replaces,
        message: head.message.lines().next().unwrap_or_default().to_owned(),
        created: head.created,
        file: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    })
}

/// The revision files of a folder, by their names; none where there is no folder. Hidden files, folders and other endings don't count, as for
/// the build script.
fn paths(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unreadable = |source| CliError::Read { path: folder.to_owned(), source };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(unreadable)?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !is_hidden && path.extension().is_some_and(|ending| ending == "rs") && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
