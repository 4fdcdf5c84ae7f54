use super::{
    apply::Outcome, schemas::Schemas, session::Session, settle::Settling, task::Task, turn::Return, work::Work,
};
use crate::{Cause, Direction, Entry, Error, Graph, InFlight, Row, Seen, State, Target, error::Stuck};

impl Session<'_> {
    /// Runs what is missing up to `target`.
    pub(super) async fn upgrade(&mut self, graph: &Graph, target: &Target) -> Result<(), Error> {
        // What `+1` means is settled once, also if another run is quicker.
        let mut goals: Option<Vec<String>> = None;
        loop {
            self.load().await?;
            self.settle(Settling::Writes).await?;
            if self.replace_in_history(graph).await? == Outcome::Overtaken {
                continue;
            }
            let Seen { graph: seen, applied } = self.standing(graph)?;
            let path = match &goals {
                None => target.upgrade_path(&seen, &applied)?,
                Some(goals) => seen.path_up(&applied, goals.iter().map(String::as_str)),
            };
            let path: Vec<String> = path.into_iter().map(|node| node.id.clone()).collect();
            if let Err(error) = self.finish_step(Direction::Upgrade, &path, Settling::Writes).await {
                self.pause_if_blocked(error).await?;
                continue;
            }
            let tasks = self.tasks_up(&path).await?;
            goals.get_or_insert(path);
            if tasks.is_empty() {
                return Ok(());
            }
            match self.run_all(tasks).await {
                // What was redone is not yet all of the revision.
                Ok(Outcome::Done) if self.history.unfinished().is_some() => {}
                Ok(Outcome::Done) if self.replace_in_history(graph).await? == Outcome::Done => return Ok(()),
                Ok(Outcome::Done | Outcome::Overtaken) => {}
                Err(error) => self.pause_if_blocked(error).await?,
            }
        }
    }

    /// Runs the tasks one after the other.
    pub(super) async fn run_all(&mut self, tasks: Vec<Task>) -> Result<Outcome, Error> {
        tasks.iter().filter_map(|task| self.entry(&task.id)).try_for_each(assert_pure)?;
        let recorded = self.history.recorded(self.dialect())?;
        let mut schemas = Schemas::new(recorded, &tasks, &self.server);
        if self.run.single_transaction {
            return self.all_in_one(tasks, &mut schemas).await;
        }
        let count = tasks.len();
        for (at, task) in tasks.into_iter().enumerate() {
            if self.apply(Work::new(task, (at + 1, count)), &mut schemas, None).await? == Outcome::Overtaken {
                return Ok(Outcome::Overtaken);
            }
        }
        Ok(Outcome::Done)
    }

    /// The graph as this database sees it, and what of it is applied as a whole: what is undone in part comes again.
    ///
    /// # Errors
    /// The database is amid the revisions that a squashed one replaces, and not all of their files are there.
    pub(super) fn standing(&self, graph: &Graph) -> Result<Seen, Error> {
        let mut seen = self.history.seen(graph)?;
        if let Some(row) = self.history.unfinished() {
            seen.applied.remove(&row.id);
        }
        Ok(seen)
    }

    pub(super) async fn tasks_up(&self, path: &[String]) -> Result<Vec<Task>, Error> {
        let mut tasks = Vec::with_capacity(path.len());
        let mut begun = self.history.unfinished();
        if let Some(row) = begun {
            match self.rest_up(row, path).await? {
                Rest::Up(task) => tasks.push(task),
                Rest::Back(Return::Redo(task)) => return Ok(vec![task]),
                Rest::Back(Return::Finish(task)) => {
                    tasks.push(task);
                    begun = None;
                }
            }
        }
        for id in path.iter().filter(|id| begun.is_none_or(|row| row.id != **id)) {
            // The path is one of the files' graph, which was made of these entries.
            if let Some(entry) = self.entry(id) {
                tasks.push(Task::up(entry, self.history.next_position())?);
            }
        }
        Ok(tasks)
    }

    /// The rest of a way up that an earlier run has begun, or what brings back what it has undone; if it is certain what that is.
    async fn rest_up(&self, row: &Row, path: &[String]) -> Result<Rest, Error> {
        let stuck = |why| Err(unfinished(row, why)?.into());
        let (done, clean) = match row.state {
            State::Unfinished { direction: Direction::Upgrade, done, clean } => (done, clean),
            State::Unfinished { direction: Direction::Downgrade, done, clean } => {
                if is_unclear(row, clean) && done < row.downgrade_steps()?.len() {
                    return stuck(Stuck::Unclear);
                }
                if !path.contains(&row.id) {
                    return stuck(Stuck::Elsewhere);
                }
                return self.back_up(row).await?.map_or_else(stuck, |back| Ok(Rest::Back(back)));
            }
            State::Applied => return stuck(Stuck::OtherDirection),
        };
        let Some(entry) = self.entry(&row.id) else { return stuck(Stuck::NoFile) };
        let (steps, stored) = (entry.revision.upgrade(), row.upgrade_steps()?);
        // What is done can't be said anew; what is not begun can.
        let is_begun = row.in_flight.is_some() || !clean;
        if steps != stored && (is_begun || steps.get(..done) != stored.get(..done)) {
            return stuck(Stuck::Edited);
        }
        if is_unclear(row, clean) && done < steps.len() {
            return stuck(Stuck::Unclear);
        }
        if !path.contains(&row.id) {
            return stuck(Stuck::Elsewhere);
        }
        Ok(Rest::Up(Task::up_again(entry, row, done)?))
    }
}

/// What comes first on the way up.
enum Rest {
    /// The rest of a way up.
    Up(Task),
    /// What brings back what a way down has undone.
    Back(Return),
}

/// Whether nobody could tell what became of the step that was in flight.
pub(super) fn is_unclear(row: &Row, clean: bool) -> bool {
    row.in_flight.as_ref().map_or(!clean, InFlight::is_in_doubt)
}

/// Why a run can't go on with a revision that an earlier one has begun.
pub(crate) fn unfinished(row: &Row, why: Stuck) -> Result<Cause, Error> {
    let (direction, done) = match row.state {
        State::Unfinished { direction, done, .. } => (direction, done),
        State::Applied => (Direction::Upgrade, 0),
    };
    let steps = match direction {
        Direction::Upgrade => row.upgrade_steps()?,
        Direction::Downgrade => row.downgrade_steps()?,
    };
    let next = steps.get(done).map_or_else(String::new, |step| step.operation.to_string());
    Ok(Cause::Unfinished { id: row.id.clone(), direction, done, total: steps.len(), next, why })
}

/// Makes sure that a revision says the same each time it is called, in debug builds: what the history stores has to be what runs.
fn assert_pure(entry: &Entry) -> Result<(), Error> {
    if !cfg!(debug_assertions) {
        return Ok(());
    }
    let (id, revision) = (entry.revision.id.to_owned(), entry.revision);
    if revision.upgrade() != revision.upgrade() {
        return Err(Cause::Impure { id, direction: Direction::Upgrade }.into());
    }
    if revision.downgrade() != revision.downgrade() {
        return Err(Cause::Impure { id, direction: Direction::Downgrade }.into());
    }
    Ok(())
}
