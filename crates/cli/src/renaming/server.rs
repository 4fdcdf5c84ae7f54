//! What answers at a terminal leave to the server: the check of a column that has another name since, say.

use std::cell::RefCell;

use limbeck::Access;
use limbeck_autogenerate::{Comparison, Undecided, Verdicts};

use crate::{
    project::Project,
    session::{block_on, open},
    state::{Answers, State},
};

/// Compares, with what is known of texts so far. What that leaves undecided is asked, and compared again: twice, as answers settle what stands for what.
pub(super) fn settled(
    known: &RefCell<Verdicts>,
    compare: impl Fn(Answers<'_>) -> Comparison,
    ask: impl Fn(&[Undecided]) -> Verdicts,
    answers: Answers<'_>,
) -> Comparison {
    let mut comparison = compare(answers);
    for _ in 0..2 {
        if comparison.undecided.is_empty() {
            break;
        }
        let said = ask(&comparison.undecided);
        known.borrow_mut().extend(said);
        comparison = compare(answers);
    }
    comparison
}

/// What the connected server says; nothing where it can't be reached any more, so that what is undecided is skipped.
pub(super) fn ask(state: &State, project: &Project, undecided: &[Undecided]) -> Verdicts {
    let asked = block_on(async {
        let connection = open(project.url()?, Access::Read).await?;
        let verdicts = limbeck_prove::decide(connection.database(), &state.server, undecided).await;
        connection.close().await;
        Ok(verdicts)
    });
    asked.unwrap_or_default()
}
