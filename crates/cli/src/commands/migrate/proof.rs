//! The proof of a revision before it is written.

use limbeck_autogenerate::{Comparing, Comparison};
use limbeck_operations::Step;
use limbeck_prove::{Claim, Outcome, Proof, Workshop, prove};
use limbeck_schema::Pair;

use crate::{
    CliError,
    arguments::{Format, Generating, Proving},
    output,
    project::Project,
    session::block_on,
    state::{Answers, State},
};

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
/// It is refuted and `--unproved` is not given, or it can't be tried, or only without rows, and `--require-proof` is.
pub(super) fn verdict(
    project: &Project,
    state: &State,
    comparison: &Comparison,
    steps: &Pair<Vec<Step>>,
    generating: &Generating,
) -> Result<Verdict, CliError> {
    let proving = &generating.proving;
    if proving.no_proof {
        return Ok(Verdict::NotAsked);
    }
    let outcome = state.with_comparing(project, &generating.comparing, Answers::NONE, |comparing| {
        block_on(async { Ok(tried(project, state, comparison, (steps, comparing), proving).await) })
    })?;
    let error = match &outcome {
        Outcome::Refuted(refutation) if !proving.unproved => CliError::RefutedRevision(refutation.to_string()),
        Outcome::NotProvable(reason) if proving.require_proof => CliError::NotProvable(reason.clone()),
        Outcome::Proved(Proof { only_without_rows: Some(reason), .. }) if proving.require_proof => {
            CliError::OnlyWithoutRows(reason.clone())
        }
        Outcome::Proved(_) | Outcome::Refuted(_) | Outcome::NotProvable(_) => return Ok(Verdict::Tried(outcome)),
    };
    // What is refused is told by what it was to be.
    if generating.comparing.format == Format::Text {
        output::print_changes(&comparison.changes, &comparison.before, state.server.dialect);
    }
    Err(error)
}

async fn tried(
    project: &Project,
    state: &State,
    comparison: &Comparison,
    (steps, comparing): (&Pair<Vec<Step>>, &Comparing<'_>),
    proving: &Proving,
) -> Outcome {
    let dialect = state.server.dialect;
    let url = project.url().ok().map(|url| url.text.as_str());
    let scratch = project.scratch_url(dialect, proving.scratch_url.as_deref());
    let workshop = match Workshop::of(dialect, url, scratch) {
        Ok(workshop) => workshop,
        Err(reason) => return Outcome::NotProvable(reason.to_string()),
    };
    let database = state.actual.as_ref().unwrap_or(&comparison.before);
    let (before, upgrade, downgrade) = (&comparison.before, &steps.next, &steps.previous);
    // A repair and a baseline lead to what is recorded or there, whatever the entities want by now.
    let entities = comparison.answers_entities().then_some(comparing);
    let claim = Claim { dialect, before, database, upgrade, downgrade, entities, live: url };
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
