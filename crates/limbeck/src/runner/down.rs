use std::collections::BTreeSet;

use super::{
    apply::Outcome,
    session::Session,
    settle::Settling,
    task::Task,
    up::{is_unclear, unfinished},
};
use crate::{Direction, Error, Graph, Row, Seen, State, Target, error::Stuck};

impl Session<'_> {
    /// Undoes what is applied beyond `target`.
    pub(super) async fn downgrade(&mut self, graph: &Graph, target: &Target) -> Result<(), Error> {
        // What `-1` means is settled once, also if another run is quicker.
        let mut undone: Option<Vec<String>> = None;
        loop {
            self.load().await?;
            self.settle(Settling::Writes).await?;
            if self.replace_in_history(graph).await? == Outcome::Overtaken {
                continue;
            }
            let Seen { graph: seen, mut applied } = self.history.seen(graph)?;
            // What was done of a way up is the last that was done.
            applied.extend(self.history.unfinished().map(|row| row.id.clone()));
            let path = match &undone {
                None => {
                    let known = seen.with_stored(self.history.nodes())?;
                    target.downgrade_path(&known, &applied)?.into_iter().map(|node| node.id.clone()).collect()
                }
                Some(undone) => undone.clone(),
            };
            if let Err(error) = self.finish_step(Direction::Downgrade, &path, Settling::Writes).await {
                self.pause_if_blocked(error).await?;
                continue;
            }
            let tasks = self.tasks_down(&path, &applied)?;
            undone.get_or_insert(path);
            if tasks.is_empty() {
                return Ok(());
            }
            match self.run_all(tasks).await {
                Ok(Outcome::Done) => return Ok(()),
                Ok(Outcome::Overtaken) => {}
                Err(error) => self.pause_if_blocked(error).await?,
            }
        }
    }

    fn tasks_down(&self, path: &[String], applied: &BTreeSet<String>) -> Result<Vec<Task>, Error> {
        let mut tasks = Vec::with_capacity(path.len());
        let begun = self.history.unfinished();
        if let Some(row) = begun {
            tasks.push(self.rest_down(row, path)?);
        }
        for id in path.iter().filter(|id| applied.contains(*id) && begun.is_none_or(|row| row.id != **id)) {
            if let Some(row) = self.history.row(id) {
                tasks.push(Task::down(row, self.entry(id))?);
            }
        }
        Ok(tasks)
    }

    /// The rest of a way down that an earlier run has begun, or what undoes what was done of a way up; if it is certain what that is.
    fn rest_down(&self, row: &Row, path: &[String]) -> Result<Task, Error> {
        let stuck = |why| Err(unfinished(row, why)?.into());
        let (direction, done, clean) = match row.state {
            State::Unfinished { direction, done, clean } => (direction, done, clean),
            State::Applied => return Ok(Task::down(row, self.entry(&row.id))?),
        };
        let steps = match direction {
            Direction::Upgrade => row.upgrade_steps()?,
            Direction::Downgrade => row.downgrade_steps()?,
        };
        if is_unclear(row, clean) && done < steps.len() {
            return stuck(Stuck::Unclear);
        }
        if !path.contains(&row.id) {
            return stuck(Stuck::Elsewhere);
        }
        match direction {
            // A part of what redoes a step.
            Direction::Downgrade if row.in_flight.as_ref().is_some_and(|flight| flight.done < done) => {
                stuck(Stuck::OtherDirection)
            }
            Direction::Downgrade => Ok(Task::down(row, self.entry(&row.id))?),
            // A part of a step has no reverse.
            Direction::Upgrade if row.in_flight.is_some() => stuck(Stuck::OtherDirection),
            Direction::Upgrade => self.turned(row, done).map_or_else(|| stuck(Stuck::OtherDirection), Ok),
        }
    }
}
