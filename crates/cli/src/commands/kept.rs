//! What `keep` in the configuration and `--keep` name, and is nowhere.

use limbeck_autogenerate::Comparison;

use crate::{CliError, arguments::Comparing, output, project::Project, reading};

/// Warns of such entries of the configuration, each at its line: the database may be another than the one that they are for.
///
/// # Errors
/// A name that was typed now: it may be misspelt, and what is meant would go.
pub(super) fn verify(project: &Project, comparing: &Comparing, comparison: &Comparison) -> Result<(), CliError> {
    let (typed, stated): (Vec<String>, Vec<String>) =
        comparison.unused_keeps.iter().cloned().partition(|entry| comparing.keep.contains(entry));
    if !typed.is_empty() {
        return Err(CliError::NothingToKeep(typed));
    }
    let problem = |entry: &String| {
        let message = format!("`keep` names `{entry}`, which is neither recorded nor in the database");
        let help = "name a table, `table.part` or a type as `check -v` lists it, or leave the entry out";
        // With its quotes it is no part of another entry.
        let quoted = ['"', '\''].map(|quote| format!("{quote}{entry}{quote}"));
        let file = project.file.as_deref()?;
        let text = std::fs::read_to_string(file).ok()?;
        let quoted = quoted.into_iter().find(|quoted| text.contains(quoted.as_str()));
        reading::in_settings(file, quoted.as_deref().unwrap_or(entry), entry, (message, help))
    };
    output::print_problems(&stated.iter().filter_map(problem).collect::<Vec<_>>());
    Ok(())
}
