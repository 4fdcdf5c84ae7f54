//! The workspace that a folder is a member of.

use std::{
    fs,
    path::{Path, PathBuf},
};

use glob::{MatchOptions, Pattern};
use toml_edit::{Document, Item, Value};

use crate::CliError;

/// As cargo reads the patterns of members: a star ends at a slash.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// The manifest above `folder` that has it among its members. Cargo takes no workspace within another. A manifest that can't be understood has no members:
/// cargo tells what is wrong with it.
///
/// # Errors
/// The working folder can't be found.
pub(super) fn workspace_of(folder: &Path) -> Result<Option<PathBuf>, CliError> {
    let folder = fs::canonicalize(folder)
        .or_else(|_| std::path::absolute(folder))
        .map_err(|source| CliError::Read { path: folder.to_owned(), source })?;
    for above in folder.ancestors().skip(1) {
        let manifest = above.join("Cargo.toml");
        let Ok(text) = fs::read_to_string(&manifest) else { continue };
        let Ok(document) = Document::parse(text.as_str()) else { continue };
        let Some(workspace) = document.get("workspace") else { continue };
        // The nearest one counts; those above it are none of this folder's.
        let inside = folder.strip_prefix(above).unwrap_or(&folder);
        return Ok(has(workspace, inside).then_some(manifest));
    }
    Ok(None)
}

/// Whether the table `workspace` has the folder `inside` it among its members.
fn has(workspace: &Item, inside: &Path) -> bool {
    let list = |key: &str| workspace.get(key).and_then(Item::as_array).into_iter().flatten().filter_map(Value::as_str);
    let is_member = |pattern: &str| {
        let pattern = Pattern::new(pattern.trim_start_matches("./").trim_end_matches('/'));
        pattern.is_ok_and(|pattern| pattern.matches_path_with(inside, OPTIONS))
    };
    let is_out = |excluded: &str| inside.starts_with(excluded.trim_start_matches("./"));
    list("members").any(is_member) && !list("exclude").any(is_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_a_member_where_a_pattern_has_it_and_nothing_leaves_it_out() {
        for (workspace, inside, expected) in [
            ("members = ['app']", "app", true),
            ("members = ['./app/']", "app", true),
            ("members = ['app']", "app/deeper", false),
            ("members = ['crates/*']", "crates/app", true),
            ("members = ['crates/*']", "crates/app/deeper", false),
            ("members = ['crates/*']\nexclude = ['crates/app']", "crates/app", false),
            ("members = ['**']\nexclude = ['./target']", "target/tmp/x", false),
            ("resolver = '3'", "app", false),
        ] {
            let text = format!("[workspace]\n{workspace}\n");
            let document = Document::parse(text.as_str()).expect("a manifest");
            let table = document.get("workspace").expect("a table");
            assert_eq!(has(table, Path::new(inside)), expected, "{workspace}: {inside}");
        }
    }
}
