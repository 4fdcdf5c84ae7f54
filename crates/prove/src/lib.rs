//! What only a server can tell: whether two texts are the same expression, whether a revision does what it says, whether rows are in its way.
//!
//! In: schemas, steps, a connected server. Out: verdicts, proofs, counts. Writes only to databases that it made itself, and to temporary objects inside of
//! transactions that it rolls back. Never here: a write to the user's tables.

pub mod catalog;
pub mod preflight;
mod proof;
pub mod rows;
mod scratch;
mod verdict;

pub use proof::{Claim, Met, Note, Orders, Outcome, Phase, Proof, Refutation, Rehearsal, meet, prove, rehearse};
pub use scratch::{NoScratch, Scratch, Workshop, leads_to};
pub use verdict::{compare_with_verdicts, decide};
