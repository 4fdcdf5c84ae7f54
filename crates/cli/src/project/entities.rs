use std::path::{Path, PathBuf};

use crate::CliError;

/// The folders and files that the globs of the configuration name, below `root`; a pattern may match nothing.
///
/// # Errors
/// A pattern that is none, a folder that can't be listed.
pub(super) fn expand(root: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, CliError> {
    // The folder's own name is no pattern, whatever it is called.
    let root = PathBuf::from(glob::Pattern::escape(&root.to_string_lossy()));
    let mut found = Vec::new();
    for pattern in patterns {
        let absolute = root.join(pattern);
        let unusable = |problem: String| CliError::Pattern { pattern: pattern.clone(), problem };
        let paths = glob::glob(&absolute.to_string_lossy()).map_err(|problem| unusable(problem.to_string()))?;
        for path in paths {
            found.push(path.map_err(|problem| unusable(problem.to_string()))?);
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}
