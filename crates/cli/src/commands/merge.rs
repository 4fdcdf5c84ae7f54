use limbeck::{Graph, Migrations, Node};

use limbeck_prove::{Met, Orders, Workshop, leads_to, meet};

use super::{branching::Branches, places, placing, revision};
use crate::{
    CliError, Status,
    arguments::{self, Global, Placing},
    output::{self, GREEN, paint},
    project::{Project, Revisions},
    revision_file,
    session::block_on,
};

/// Writes a revision without operations that follows several, once it is sure that the order in which they run makes no difference.
pub(super) fn run(global: &Global, merge: &arguments::Merge, revisions: Revisions) -> Result<Status, CliError> {
    let project = Project::find_with(global, revisions.settings())?;
    let graph = revisions.graph(&project)?;
    let joined = joined(&project, &graph, &merge.revisions)?;
    if !merge.splice {
        placing::refuse_others(&graph, &joined)?;
    }
    let id = revision_file::new_id(&graph, merge.rev_id.as_deref())?;
    let placing = Placing { branch_label: merge.branch_label.clone(), ..Placing::default() };
    let place = placing::finished(&graph, &placing, &id, &joined)?;
    match revisions {
        Revisions::Compiled(migrations) => verify(&project, migrations, &Branches::of(&graph, &joined), merge)?,
        Revisions::Sources => output::note("not tried: what the revisions do is known to `cargo xtask merge` only"),
    }
    let ids: Vec<&str> = joined.iter().map(|node| node.id.as_str()).collect();
    let message =
        if merge.message.trim().is_empty() { format!("merge {}", ids.join(" and ")) } else { merge.message.clone() };
    revision::write_empty(&project, &revision::head(id, &message, place), false)
}

/// Holds the orders in which the branches can run against each other: replayed, on every declared dialect; and run, on a scratch database of the connected
/// one.
///
/// # Errors
/// They contradict each other, and that is not to be passed over.
fn verify(
    project: &Project,
    migrations: &'static Migrations,
    branches: &Branches<'_>,
    merge: &arguments::Merge,
) -> Result<(), CliError> {
    let mut objects = Vec::new();
    for dialect in project.dialects()? {
        objects.extend(branches.contradiction(migrations, dialect)?);
    }
    if objects.is_empty() {
        match met(project, migrations, branches, merge.scratch_url.as_deref())? {
            Met::Same(notes) => {
                say!("{}: {} leads to the same", paint(GREEN, "tried"), branches.tried());
                notes.iter().filter(|note| note.weakens()).for_each(|note| output::note(note.text()));
            }
            Met::Apart(what) => objects.push(what),
            Met::NotTried(reason) => output::note(format!("not tried on a scratch database: {reason}")),
        }
    }
    if !objects.is_empty() && !merge.force {
        return Err(CliError::Contradiction { objects });
    }
    objects.iter().for_each(output::note);
    Ok(())
}

fn met(
    project: &Project,
    migrations: &Migrations,
    branches: &Branches<'_>,
    scratch_url: Option<&str>,
) -> Result<Met, CliError> {
    let declared = || project.settings.dialects.first().copied();
    let dialect = project.meant_dialect().or_else(declared).ok_or(CliError::NoDialect)?;
    let url = project.url().ok().map(|url| url.text.as_str());
    let workshop = match Workshop::of(dialect, url, project.scratch_url(dialect, scratch_url)) {
        Ok(workshop) => workshop,
        Err(reason) => return Ok(Met::NotTried(reason.to_string())),
    };
    let shared = branches.shared(migrations, dialect)?;
    let orders = branches.orders(migrations);
    let live = url.filter(|url| leads_to(url, dialect));
    block_on(async { Ok(meet(&workshop, &Orders { dialect, shared: &shared, orders: &orders, live }).await) })
}

/// The revisions to join, none of which follows another.
fn joined<'a>(project: &Project, graph: &'a Graph, names: &[String]) -> Result<Vec<&'a Node>, CliError> {
    let joined = places::named(project, graph, names)?;
    let nothing = |what: String| Err(CliError::NothingToMerge(what));
    match joined[..] {
        [] => return nothing("there is no revision".to_owned()),
        [one] => return nothing(format!("`{}` is the only one", one.id)),
        _ => {}
    }
    for node in &joined {
        let behind = graph.with_forebears(graph.parents(&node.id).iter().map(|parent| parent.id.as_str()));
        if let Some(other) = joined.iter().find(|other| behind.contains(other.id.as_str())) {
            return nothing(format!("`{}` follows `{}` already", node.id, other.id));
        }
    }
    Ok(joined)
}
