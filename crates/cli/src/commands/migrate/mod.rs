mod adoption;
mod placed;
mod preflight;
mod proof;
mod questions;

use limbeck::{Graph, Migrations};
use limbeck_autogenerate::{Comparison, Head, RevisionFile, render};
use limbeck_operations::{Step, ddl, replay_all};
use limbeck_prove::preflight::Preflight;
use limbeck_schema::{Dialect, Pair, Schema, Server};

use super::{check::print_json, denied, kept, revision};
use crate::{
    CliError, Status,
    arguments::{Format, Generating, Global, Writing},
    error::plural,
    output::{self, ComparisonObject, FileObject, GREEN, PreflightObject, ProofObject, RevisionObject, paint},
    project::Project,
    renaming::{self, Ask, Terminal},
    revision_file,
    session::block_on,
    state::{State, refused},
};
use proof::Verdict;
use questions::Way;

pub(super) use adoption::offer;

/// A revision that is ready to be written.
struct Draft {
    file: String,
    source: String,
    steps: Pair<Vec<Step>>,
    /// The statements for the connected server: up in `next`, down in `previous`.
    statements: Pair<Vec<String>>,
    /// Whether rows of the connected database are in the way up.
    preflight: Vec<Preflight>,
}

/// Writes a revision with what changed in the entities.
pub(super) fn run(
    global: &Global,
    (writing, generating): (&Writing, &Generating),
    migrations: &Migrations,
) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let id = revision_file::new_id(&graph, writing.rev_id.as_deref())?;
    let state = block_on(State::load(&project, &generating.comparing, migrations))?;
    if generating.comparing.no_history && !graph.is_empty() && !writing.dry_run {
        return Err(CliError::SetAside);
    }
    let place = placed::place((&project, &state, &graph), &writing.placing, &id)?;
    if !state.not_applied.is_empty() {
        let target = state.all_heads();
        return Err(CliError::Behind { revisions: state.not_applied, target });
    }
    if generating.instead.baseline && !migrations.entries().is_empty() {
        return Err(CliError::HasRevisions);
    }
    let mut terminal = Terminal::find(project.file.as_deref()).filter(|_| !writing.dry_run);
    let way = questions::way(&state, &project, generating, terminal.as_mut())?;
    let comparison = match way {
        Way::Baseline => state.baseline(&project, &generating.comparing),
        Way::Changes | Way::Repair => {
            let asking = terminal.as_mut().map(|terminal| terminal as &mut dyn Ask);
            let compare = if way == Way::Repair { renaming::repair } else { renaming::compare };
            compare(&state, &project, &generating.comparing, asking)?
        }
    };
    if way == Way::Baseline && comparison.changes.is_empty() {
        return Err(CliError::NothingToAdopt);
    }
    kept::verify(&project, &generating.comparing, &comparison)?;
    if !comparison.conflicts.is_empty() {
        return Err(CliError::Conflicts { objects: comparison.conflicts.iter().map(output::conflict_text).collect() });
    }
    let refused = refused(&comparison, &state.entities);
    if !refused.is_empty() {
        return Err(CliError::Refused { problems: refused });
    }
    questions::refuse(&state, &comparison, writing.dry_run)?;
    denied::refuse(&comparison, &generating.denying, &project)?;
    let draft = if comparison.changes.is_empty() {
        None
    } else {
        placed::verify(&state, (&graph, migrations), &place, &comparison.upgrade())?;
        Some(draft(&project, &state, &comparison, revision::head(id.clone(), &writing.message, place))?)
    };
    let verdict = match &draft {
        Some(draft) => Some(proof::verdict(&project, &state, &comparison, &draft.steps, generating)?),
        None => None,
    };
    let path = match &draft {
        Some(draft) if !writing.dry_run => Some(revision_file::write(&project.versions(), &draft.file, &draft.source)?),
        Some(_) | None => None,
    };
    let is_recorded = way == Way::Baseline && path.is_some();
    if let (Way::Baseline, Some(draft), Some(path)) = (way, &draft, &path) {
        adoption::record(&project, migrations, (&id, revision::said(&writing.message)), &draft.steps, path)?;
    }
    match generating.comparing.format {
        Format::Json => print_json(&object(&project, &state, &comparison, draft, verdict.as_ref()))?,
        Format::Text => {
            print(&state, &comparison, draft.as_ref(), global.verbose);
            if let Some(verdict) = &verdict {
                proof::print(verdict, global.verbose);
            }
            if let Some(path) = path {
                say!("{} {}", paint(GREEN, "written"), Project::display(&path));
            }
            if is_recorded {
                adoption::print_recorded(&id, &comparison);
            }
            adoption::offer(&state, &comparison);
        }
    }
    Ok(Status::Done)
}

fn draft(project: &Project, state: &State, comparison: &Comparison, head: Head) -> Result<Draft, CliError> {
    let next = comparison.upgrade();
    let previous = comparison.downgrade().map_err(|error| CliError::Reverse(error.to_string()))?;
    let steps = Pair { previous, next };
    // Of the connected dialect the server itself says what it can; of the others only what all their supported releases can is taken for granted.
    for (dialect, before) in comparison.starts().iter().filter(|(dialect, _)| **dialect != state.server.dialect) {
        statements(&steps, before, &Server::assumed(*dialect))?;
    }
    let statements = statements(&steps, &comparison.before, &state.server)?;
    let preflight = preflight::ask(project, state, &steps.next)?;
    let source = render(&RevisionFile {
        head: &head,
        upgrade: &steps.next,
        downgrade: &steps.previous,
        before: &comparison.before,
        dialect: state.server.dialect,
        dialects: &comparison.starts().keys().copied().collect::<Vec<_>>(),
    });
    let source = source.map_err(|error| CliError::Render(error.to_string()))?;
    let source = revision_file::formatted(source, &project.root);
    Ok(Draft { file: revision::file(&head), source, steps, statements, preflight })
}

/// The statements of both directions on a server; what it can't do is refused here, before anything is written.
fn statements(steps: &Pair<Vec<Step>>, before: &Schema, server: &Server) -> Result<Pair<Vec<String>>, CliError> {
    let refused = |problem: String| CliError::Ddl { dialect: server.dialect, problem };
    let up = ddl::script(&steps.next, before, server).map_err(|error| refused(error.to_string()))?;
    let mut after = before.clone();
    replay_all(&steps.next, &mut after, server.dialect).map_err(|error| refused(error.to_string()))?;
    let down = ddl::script(&steps.previous, &after, server).map_err(|error| refused(error.to_string()))?;
    Ok(Pair { previous: down, next: up })
}

fn object(
    project: &Project,
    state: &State,
    comparison: &Comparison,
    draft: Option<Draft>,
    verdict: Option<&Verdict>,
) -> RevisionObject {
    let proof = verdict.map(|verdict| ProofObject::new(verdict.outcome()));
    let dialect: Dialect = state.server.dialect;
    let comparison = ComparisonObject::new(comparison, dialect, &state.entities, &state.not_applied)
        .with_edited(&state.edited, &state.server);
    let Some(draft) = draft else {
        return RevisionObject {
            comparison,
            revision: None,
            proof,
            preflight: Vec::new(),
            upgrade_sql: Vec::new(),
            downgrade_sql: Vec::new(),
        };
    };
    let file = Project::display(&project.versions().join(&draft.file));
    RevisionObject {
        comparison,
        revision: Some(FileObject { file, source: draft.source }),
        proof,
        preflight: draft.preflight.iter().map(PreflightObject::new).collect(),
        upgrade_sql: draft.statements.next,
        downgrade_sql: draft.statements.previous,
    }
}

fn print(state: &State, comparison: &Comparison, draft: Option<&Draft>, verbose: bool) {
    output::print_changes(&comparison.changes, &comparison.before, state.server.dialect);
    if verbose {
        output::print_table_differences(Pair::new(&comparison.before, &comparison.after), &state.server);
    }
    output::print_preflight(draft.map(|draft| draft.preflight.as_slice()).unwrap_or_default());
    output::print_drifts(comparison);
    output::print_questions(comparison, &state.entities.schema);
    output::print_left_alone(comparison, verbose);
    match draft {
        None if comparison.is_repair() => say!("The database is as the revisions made it: nothing is written."),
        None => say!("No changes: nothing is written."),
        Some(draft) if verbose => say!("\n{}", draft.source),
        Some(draft) => {
            let directions = draft.steps.as_ref().map(Vec::len);
            output::note(format!(
                "{} up, {} down",
                plural(directions.next, "operation"),
                plural(directions.previous, "operation")
            ));
        }
    }
}
