//! The proof of a revision before it is written.

use limbeck_autogenerate::{Comparing, Comparison};
use limbeck_operations::Step;
use limbeck_prove::{Claim, Outcome, Workshop, prove};
use limbeck_schema::Pair;

use crate::{CliError, arguments::Proving, output, project::Project, session::block_on, state::State};

/// What became of the proof.
pub(super) enum Verdict {
    /// `--no-proof`.
    NotAsked,
    /// It was tried.
    Tried(Outcome),
}

/// Tries the revision on a scratch database and says what came out.
///
/// # Errors
/// It is refuted and `--unproved` is not given, or it can't be tried and `--require-proof` is.
pub(super) fn verdict(
    project: &Project,
    state: &State,
    comparison: &Comparison,
    steps: &Pair<Vec<Step>>,
    proving: &Proving,
) -> Result<Verdict, CliError> {
    if proving.no_proof {
        return Ok(Verdict::NotAsked);
    }
    let outcome = block_on(async { Ok(tried(project, state, comparison, steps, proving).await) })?;
    match &outcome {
        Outcome::Refuted(refutation) if !proving.unproved => Err(CliError::RefutedRevision(refutation.to_string())),
        Outcome::NotProvable(reason) if proving.require_proof => Err(CliError::NotProvable(reason.clone())),
        Outcome::Proved(_) | Outcome::Refuted(_) | Outcome::NotProvable(_) => Ok(Verdict::Tried(outcome)),
    }
}

async fn tried(
    project: &Project,
    state: &State,
    comparison: &Comparison,
    steps: &Pair<Vec<Step>>,
    proving: &Proving,
) -> Outcome {
    let dialect = state.server.dialect;
    let url = project.url().ok().map(|url| url.text.as_str());
    let workshop = match Workshop::of(dialect, url, project.scratch_url(proving.scratch_url.as_deref())) {
        Ok(workshop) => workshop,
        Err(reason) => return Outcome::NotProvable(reason.to_string()),
    };
    let opaque = state.entities.opaque.keys().cloned().collect();
    let comparing = Comparing {
        ignored: &state.entities.ignored,
        opaque: &opaque,
        ..Comparing::new(&state.entities.schema, &state.recorded)
    };
    let views = state.actual.as_ref().map_or(&comparison.before.views, |actual| &actual.views);
    let (before, upgrade, downgrade) = (&comparison.before, &steps.next, &steps.previous);
    // A repair and a baseline lead to what is recorded or there, whatever the entities want by now.
    let entities = comparison.answers_entities().then_some(&comparing);
    let claim = Claim { dialect, before, views, upgrade, downgrade, entities, live: url };
    prove(&workshop, &claim).await
}

/// Says what came out.
pub(super) fn print(verdict: &Verdict, verbose: bool) {
    match verdict {
        Verdict::NotAsked => output::note("not proved: `--no-proof`"),
        Verdict::Tried(outcome) => output::print_outcome(outcome, "", verbose),
    }
}

impl Verdict {
    /// What was tried.
    pub(super) const fn outcome(&self) -> Option<&Outcome> {
        match self {
            Self::NotAsked => None,
            Self::Tried(outcome) => Some(outcome),
        }
    }
}
