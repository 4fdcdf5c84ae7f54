//! The proof of a revision: up, down and up again on a scratch database, with rows in it.
//!
//! The start is made from data, of the tables that the revision names and those around them. After the upgrade, comparing has to find nothing; after the
//! downgrade the catalog has to be that of the start, object by object; after the second upgrade that of the first; and the rows that nothing changed
//! have to be there all the time.

mod claim;
mod extensions;
mod involved;
mod layout;
mod making;
mod objects;
mod orders;
mod outcome;
mod reach;
mod rehearsal;
mod trial;

pub use claim::Claim;
pub use orders::{Met, Orders, meet};
pub use outcome::{Note, Outcome, Phase, Proof, Refutation};
pub use rehearsal::{Rehearsal, rehearse};

use crate::{Scratch, Workshop};
use claim::Prepared;
use trial::{Stop, Trial, With};

/// Tries the revision on a scratch database that is made, and dropped, for it.
///
/// If it fails on rows that were made up, it is tried without any: a proof then says so. Where triggers stand on its tables, it is tried once more with
/// these and without rows: so none of them runs, and what they keep from being changed shows.
pub async fn prove(workshop: &Workshop, claim: &Claim<'_>) -> Outcome {
    let prepared = match Prepared::of(claim) {
        Ok(prepared) => prepared,
        Err(reason) => return Outcome::NotProvable(reason),
    };
    let outcome = proved(workshop, claim, &prepared).await;
    let (Outcome::Proved(mut proof), false) = (outcome.clone(), prepared.objects.triggers.is_empty()) else {
        return outcome;
    };
    match attempt(workshop, claim, &prepared, With::Triggers).await {
        Ok(again) => {
            let notes: Vec<_> = again.notes.into_iter().filter(|note| !proof.notes.contains(note)).collect();
            proof.notes.extend(notes);
            Outcome::Proved(proof)
        }
        Err(Stop::NotProvable(reason)) => {
            proof.notes.push(Note::Weakens(format!("not with the triggers of its tables: {reason}")));
            Outcome::Proved(proof)
        }
        Err(Stop::Differs { when, what } | Stop::Failed { when, what }) => {
            refuted(&prepared, when, format!("with the triggers of its tables: {what}"))
        }
    }
}

async fn proved(workshop: &Workshop, claim: &Claim<'_>, prepared: &Prepared) -> Outcome {
    let (when, what) = match attempt(workshop, claim, prepared, With::Rows).await {
        Ok(proof) => return Outcome::Proved(proof),
        Err(Stop::NotProvable(reason)) => return Outcome::NotProvable(reason),
        Err(Stop::Differs { when, what }) => return refuted(prepared, when, what),
        Err(Stop::Failed { when, what }) => (when, what),
    };
    match attempt(workshop, claim, prepared, With::Nothing).await {
        Ok(proof) => {
            let reason = format!("with rows that were made up, {when} fails: {what}");
            Outcome::Proved(Proof { only_without_rows: Some(reason), ..proof })
        }
        Err(Stop::NotProvable(reason)) => Outcome::NotProvable(reason),
        Err(Stop::Differs { when, what } | Stop::Failed { when, what }) => refuted(prepared, when, what),
    }
}

/// What was not run may be what is missing.
fn refuted(prepared: &Prepared, when: Phase, what: String) -> Outcome {
    if prepared.opaque.is_empty() {
        return Outcome::Refuted(Refutation { when, what });
    }
    Outcome::NotProvable(format!("{}; {when}: {what}", prepared.left_out()))
}

async fn attempt(workshop: &Workshop, claim: &Claim<'_>, prepared: &Prepared, with: With) -> Result<Proof, Stop> {
    let scratch = Scratch::make(workshop, claim.dialect).await.map_err(|error| Stop::NotProvable(error.to_string()))?;
    let outcome = Trial::new(&scratch, claim, prepared, with).run().await;
    scratch.close().await;
    outcome
}
