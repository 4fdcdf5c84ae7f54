//! Whether a squashed revision does what those do that it replaces: run on scratch databases, up and down, and the catalogs compared.

use limbeck::Step;
use limbeck_operations::replay_all;
use limbeck_prove::{Met, Note, Orders, Workshop, leads_to, meet};
use limbeck_schema::{Dialect, Schema};

use super::steps::{Before, Squashed};
use crate::{
    CliError,
    arguments::Squash,
    output::{self, GREEN, paint},
    project::Project,
    session::block_on,
};

/// Runs both ways of both, where a scratch database is at hand, and says what came out.
///
/// # Errors
/// They lead to different catalogs, or one fails, and that is not to be passed over.
pub(super) fn verify(project: &Project, squashed: &Squashed, before: &Before, squash: &Squash) -> Result<(), CliError> {
    let (dialect, start) = before.of_dialect(project.meant_dialect()).ok_or(CliError::NoDialect)?;
    let url = project.url().ok().map(|url| url.text.as_str());
    let workshop = match Workshop::of(dialect, url, project.scratch_url(dialect, squash.scratch_url.as_deref())) {
        Ok(workshop) => workshop,
        Err(reason) => {
            output::note(format!("not proved: {reason}"));
            return Ok(());
        }
    };
    let ways = ways(squashed, start, dialect);
    let live = url.filter(|url| leads_to(url, dialect));
    let mut objects = Vec::new();
    let mut notes: Vec<Note> = Vec::new();
    let mut not_tried = Vec::new();
    for Way { direction, shared, orders } in &ways {
        match block_on(async { Ok(meet(&workshop, &Orders { dialect, shared, orders, live }).await) })? {
            Met::Same(more) => notes.extend(more.into_iter().filter(|note| !notes.contains(note)).collect::<Vec<_>>()),
            Met::Apart(what) => objects.push(format!("{direction}: {what}")),
            Met::NotTried(reason) => not_tried.push(format!("not proved: {direction}: {reason}")),
        }
    }
    if objects.is_empty() && !not_tried.is_empty() {
        not_tried.iter().for_each(output::note);
        return Ok(());
    }
    if objects.is_empty() {
        say!("{} on {dialect}: up and down it leads to the same as what it replaces", paint(GREEN, "proved"));
        notes.iter().filter(|note| note.weakens()).for_each(|note| output::note(note.text()));
        return Ok(());
    }
    if !squash.force {
        return Err(CliError::NotTheSame { objects });
    }
    objects.iter().for_each(output::note);
    Ok(())
}

/// One direction, gone by the line and by the squashed revision.
struct Way {
    direction: &'static str,
    /// What is there before it.
    shared: Schema,
    orders: [(String, Vec<Step>); 2],
}

fn ways(squashed: &Squashed, start: &Schema, dialect: Dialect) -> Vec<Way> {
    let orders =
        |line: &[Step], own: &[Step]| [("one by one".to_owned(), line.to_vec()), ("squashed".to_owned(), own.to_vec())];
    let (line, own) = (&squashed.line, &squashed.steps);
    let up = Way { direction: "upgrade", shared: start.clone(), orders: orders(&line.next, &own.next) };
    let mut end = start.clone();
    // Of a line that does not fit what is recorded the way up tells.
    match replay_all(&line.next, &mut end, dialect) {
        Ok(()) => vec![up, Way { direction: "downgrade", shared: end, orders: orders(&line.previous, &own.previous) }],
        Err(_) => vec![up],
    }
}
