use std::collections::BTreeSet;

use super::{apply::Outcome, session::Session, task::Task, up::unfinished};
use crate::{Direction, Error, Graph, State, Target, error::Stuck};

impl Session<'_> {
    /// Undoes what is applied beyond `target`.
    pub(super) async fn downgrade(&mut self, graph: &Graph, target: &Target) -> Result<(), Error> {
        // What `-1` means is settled once, also if another run is quicker.
        let mut undone: Option<Vec<String>> = None;
        loop {
            self.load().await?;
            let applied = self.history.applied();
            let path = match &undone {
                None => {
                    let known = graph.with_stored(self.history.nodes())?;
                    target.downgrade_path(&known, &applied)?.into_iter().map(|node| node.id.clone()).collect()
                }
                Some(undone) => undone.clone(),
            };
            let tasks = self.tasks_down(&path, &applied)?;
            undone.get_or_insert(path);
            if tasks.is_empty() || self.run_all(tasks).await? == Outcome::Done {
                return Ok(());
            }
        }
    }

    fn tasks_down(&self, path: &[String], applied: &BTreeSet<String>) -> Result<Vec<Task>, Error> {
        let mut tasks = Vec::with_capacity(path.len());
        let begun = self.history.unfinished();
        if let Some(row) = begun {
            let why = match row.state {
                State::Unfinished { direction: Direction::Downgrade, done, clean } => {
                    let is_sure = clean || done >= row.downgrade_steps()?.len();
                    match (is_sure, path.contains(&row.id)) {
                        (false, _) => Some(Stuck::Unclear),
                        (true, false) => Some(Stuck::Elsewhere),
                        (true, true) => None,
                    }
                }
                State::Unfinished { direction: Direction::Upgrade, .. } | State::Applied => Some(Stuck::OtherDirection),
            };
            if let Some(why) = why {
                return Err(unfinished(row, why)?.into());
            }
            tasks.push(Task::down(row, self.entry(&row.id))?);
        }
        for id in path.iter().filter(|id| applied.contains(*id) && begun.is_none_or(|row| row.id != **id)) {
            if let Some(row) = self.history.row(id) {
                tasks.push(Task::down(row, self.entry(id))?);
            }
        }
        Ok(tasks)
    }
}
