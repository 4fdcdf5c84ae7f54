use std::{
    fs,
    path::{Path, PathBuf},
};

use glob::{MatchOptions, Pattern};

use crate::CliError;

/// As `glob` reads a pattern: a star ends at a slash, two don't.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// Whether one of the patterns leaves something out.
pub(super) fn leaves_out(patterns: &[String]) -> bool {
    patterns.iter().any(|pattern| pattern.starts_with('!'))
}

/// The folders and files that the globs of the configuration name, below `root`; a pattern may match nothing. Where one begins with `!`, the files that it
/// matches, or a folder above them, are left out, and each of the others is named.
///
/// # Errors
/// A pattern that is none, a folder that can't be listed.
pub(super) fn expand(root: &Path, patterns: &[String]) -> Result<Vec<PathBuf>, CliError> {
    // The folder's own name is no pattern, whatever it is called.
    let escaped = PathBuf::from(Pattern::escape(&root.to_string_lossy()));
    let (mut found, mut out) = (Vec::new(), Vec::new());
    for pattern in patterns {
        let unusable = |problem: String| CliError::Pattern { pattern: pattern.clone(), problem };
        if let Some(left_out) = pattern.strip_prefix('!') {
            let absolute = escaped.join(left_out.trim_end_matches('/'));
            out.push(Pattern::new(&absolute.to_string_lossy()).map_err(|problem| unusable(problem.to_string()))?);
            continue;
        }
        let absolute = escaped.join(pattern);
        let paths = glob::glob(&absolute.to_string_lossy()).map_err(|problem| unusable(problem.to_string()))?;
        for path in paths {
            found.push(path.map_err(|problem| unusable(problem.to_string()))?);
        }
    }
    if !out.is_empty() {
        found = files(found, &out)?;
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The Rust files in `paths`, without those that `out` matches; what the reader of entities passes over in folders is passed over here too.
fn files(paths: Vec<PathBuf>, out: &[Pattern]) -> Result<Vec<PathBuf>, CliError> {
    let is_out = |path: &Path| out.iter().any(|pattern| pattern.matches_path_with(path, OPTIONS));
    let mut open: Vec<PathBuf> = paths.into_iter().filter(|path| !path.ancestors().any(is_out)).collect();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        let unreadable = |source| CliError::Read { path: path.clone(), source };
        for entry in fs::read_dir(&path).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(unreadable)?);
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let is_read = if kind.is_dir() {
                !is_hidden && !path.join("CACHEDIR.TAG").exists()
            } else {
                path.extension().is_some_and(|extension| extension == "rs") && path.is_file()
            };
            if is_read && !is_out(&path) {
                open.push(path);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_not_among_the_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("a [b]");
        for file in ["e/a.rs", "e/old/b.rs", "e/old/deep/c.rs", "e/tests/d.rs", "e/.x/e.rs", "e/x.txt", "f/g.rs"] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("its folder")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        for (patterns, expected) in [
            (&["e"][..], &["e"][..]),
            (&["*"], &["e", "f"]),
            (&["e", "!e/old"], &["e/a.rs", "e/tests/d.rs"]),
            (&["!e/old/", "e"], &["e/a.rs", "e/tests/d.rs"]),
            (&["e", "!e/*/*.rs"], &["e/a.rs", "e/old/deep/c.rs"]),
            (&["e", "!**/tests", "!e/old/deep"], &["e/a.rs", "e/old/b.rs"]),
            (&["*", "!e"], &["f/g.rs"]),
            (&["e/old/deep", "!e/old"], &[]),
            (&["e/a.rs", "f", "!e/a.rs"], &["f/g.rs"]),
            (&["f", "!nothing"], &["f/g.rs"]),
            (&["!e"], &[]),
        ] {
            let owned: Vec<_> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
            let found = expand(&root, &owned).expect("patterns");
            let expected: Vec<_> = expected.iter().map(|path| root.join(path)).collect();
            assert_eq!(found, expected, "{patterns:?}");
        }
        assert!(expand(&root, &["!a***".to_owned()]).is_err());
    }
}
