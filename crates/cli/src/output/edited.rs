//! Applied revisions whose files were edited since.

use limbeck::Edited;
use limbeck_operations::{Step, ddl::script, replay_all};
use limbeck_schema::{Schema, Server};
use similar::TextDiff;

use crate::program::Program;

/// Lines that say which revision was edited, and what differs: in the words of the connected server, where these tell it.
pub(crate) fn edited(edited: &Edited, server: &Server) -> Vec<String> {
    let mut lines = vec![format!(
        "edited: {}, {}: its file says something else than what ran; restore it, or `{} stamp` accepts it",
        edited.id,
        edited.message,
        Program::running()
    )];
    let mut after = edited.before.clone();
    // What does not fit is said by its operations below.
    let _ = replay_all(&edited.upgrade.previous, &mut after, server.dialect);
    for (way, steps, before) in [("upgrade", &edited.upgrade, &edited.before), ("downgrade", &edited.downgrade, &after)]
    {
        if steps.previous == steps.next {
            continue;
        }
        let (ran, file) = (sql(&steps.previous, before, server), sql(&steps.next, before, server));
        if ran == file {
            lines.push(format!("    {way}: no statement differs on this database"));
            continue;
        }
        let (ran, file) = (text(&ran), text(&file));
        let difference = TextDiff::from_lines(&ran, &file);
        let unified = difference
            .unified_diff()
            .context_radius(1)
            .header(&format!("{way}, as it ran"), &format!("{way}, as in the file"))
            .to_string();
        lines.extend(unified.lines().map(|line| format!("    {line}")));
    }
    lines
}

fn sql(steps: &[Step], before: &Schema, server: &Server) -> Vec<String> {
    script(steps, before, server).unwrap_or_else(|_| steps.iter().map(|step| step.operation.to_string()).collect())
}

fn text(statements: &[String]) -> String {
    statements.iter().map(|sql| format!("{sql}\n")).collect()
}
