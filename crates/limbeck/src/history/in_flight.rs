use serde::{Deserialize, Serialize};

/// What a run has sent that can't be rolled back, as the history names it before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InFlight {
    /// How many of the revision's steps are done once these statements are.
    pub done: usize,
    /// The statements that do the next steps; none for a data step.
    pub statements: Vec<String>,
    /// Which of them is in flight, from 0. Those before it have taken effect.
    pub at: usize,
    /// What is known of it.
    pub doubt: Doubt,
}

/// What is known of a statement in flight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// It has not taken effect: the server refused it, or it was not sent.
    None,
    /// It is done as a whole or not at all, and what it changes looked so before: a hash of the server's own words.
    LookedSo(String),
    /// It makes or drops an index outside of a transaction, which may be left invalid.
    Index,
    /// Its transaction has its record, too. Whoever reads this sees that the transaction was left, so that anything may be done of it.
    LeftTransaction,
}

impl InFlight {
    /// Whether nothing is known but that the statements before it have taken effect.
    pub const fn is_in_doubt(&self) -> bool {
        !matches!(self.doubt, Doubt::None)
    }
}
