use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};
use limbeck_entity::ReadError;

use crate::CliError;

/// As `glob` reads a pattern: a star ends at a slash, two don't.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// Whether one of the patterns leaves something out.
pub(super) fn leaves_out(patterns: &[String]) -> bool {
    patterns.iter().any(|pattern| pattern.starts_with('!'))
}

/// The folders and files that the globs of the configuration name, below `root`; a pattern may match nothing. Where one begins with `!`, the files that it
/// matches, or a folder above them, are left out, and each of the others is named. `file` is the configuration.
///
/// # Errors
/// A pattern that is none, a folder that can't be listed.
pub(super) fn expand(root: &Path, file: Option<&Path>, patterns: &[String]) -> Result<Vec<PathBuf>, CliError> {
    // The folder's own name is no pattern, whatever it is called.
    let escaped = PathBuf::from(Pattern::escape(&root.to_string_lossy()));
    let (mut found, mut out) = (Vec::new(), Vec::new());
    for pattern in patterns {
        let unusable =
            |problem: String| CliError::Pattern { file: file.map(Path::to_owned), pattern: pattern.clone(), problem };
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
        found = files(&found, &out)?;
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The Rust files in `paths`, without those that `out` matches, or a folder above them.
fn files(paths: &[PathBuf], out: &[Pattern]) -> Result<Vec<PathBuf>, CliError> {
    let is_out = |path: &Path| out.iter().any(|pattern| pattern.matches_path_with(path, OPTIONS));
    let files = match limbeck_entity::files(paths) {
        Ok(files) => files,
        Err(ReadError::Io { path, source }) => return Err(CliError::Read { path, source }),
        Err(_) => Vec::new(),
    };
    Ok(files.into_iter().filter(|file| !file.ancestors().any(is_out)).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

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
            let found = expand(&root, None, &owned).expect("patterns");
            let expected: Vec<_> = expected.iter().map(|path| root.join(path)).collect();
            assert_eq!(found, expected, "{patterns:?}");
        }
        assert!(expand(&root, None, &["!a***".to_owned()]).is_err());
    }
}
