//! What `keep` in the configuration and `--keep` name, and is nowhere.

use limbeck_autogenerate::Comparison;

use crate::{
    CliError,
    arguments::Comparing,
    output,
    project::{self, Project},
    reading,
};

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
        let file = project.file.as_deref()?;
        let text = std::fs::read_to_string(file).ok()?;
        let place = project::place_of_kept(&text, entry).unwrap_or_default();
        Some(reading::at_offset((file, &text), place, entry, (message, help)))
    };
    output::print_problems(&stated.iter().filter_map(problem).collect::<Vec<_>>());
    Ok(())
}
