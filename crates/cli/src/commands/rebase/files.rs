//! The files of revisions that move: what becomes of their heads, and of their names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use limbeck::Node;
use limbeck_autogenerate::Head;

use super::super::revision;
use crate::{CliError, project::Project, revision_file};

/// What becomes of a file.
pub(super) struct Move {
    from: PathBuf,
    to: PathBuf,
    /// Its text, where that is another one.
    text: Option<String>,
}

/// What becomes of the files of a line that shall follow `onto`. The first one that does not sort behind those before it gets the time of now and the name
/// that goes with it, and so do all behind it.
///
/// # Errors
/// A file that can't be read or understood, or one that has such a name already.
pub(super) fn moves(project: &Project, own: &[&Node], onto: &Node) -> Result<Vec<Move>, CliError> {
    let mut moves = Vec::new();
    let (mut before, mut is_late) = (&onto.file, false);
    for (at, node) in own.iter().enumerate() {
        let from = project.versions().join(format!("{}.rs", node.file));
        let text = fs::read_to_string(&from).map_err(|source| CliError::Read { path: from.clone(), source })?;
        let unreadable = |problem| CliError::Head { path: from.clone(), problem };
        let mut head = Head::read(&text).map_err(unreadable)?;
        if at == 0 {
            head.parents = vec![onto.id.clone()];
        }
        is_late |= node.file <= *before;
        before = &node.file;
        let mut to = from.clone();
        if is_late {
            head.created = revision_file::later(&onto.created, at + 1);
            to = project.versions().join(revision::file(&head));
            if to.exists() {
                return Err(CliError::Exists(to));
            }
        }
        let changed = head.rewrite(&text).map_err(unreadable)?;
        moves.push(Move { from, to, text: (changed != text).then_some(changed) });
    }
    Ok(moves)
}

impl Move {
    /// Where the file is afterwards.
    pub(super) fn path(&self) -> &Path {
        &self.to
    }

    /// Does it; each of the two steps leaves a graph.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn write(&self) -> Result<(), CliError> {
        let unwritable = |source| CliError::Write { path: self.to.clone(), source };
        if let Some(text) = &self.text {
            revision_file::write_whole(&self.from, text).map_err(unwritable)?;
        }
        if self.from != self.to {
            fs::rename(&self.from, &self.to).map_err(unwritable)?;
        }
        Ok(())
    }
}
