use std::collections::BTreeMap;

use limbeck_operations::{Step, StepStatements};
use limbeck_schema::{Schema, Server};

use super::{
    prepare::{is_opaque, section},
    schemas::Schemas,
    session::Session,
    settle::Settling,
};
use crate::{Direction, Error, Graph, InFlight, Target};

/// What an upgrade would do now. Nothing of it has been done.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What answers at the other end.
    pub server: Server,
    /// What the database has now, in the words of the revisions.
    pub actual: Schema,
    /// Squashed revisions that would take the place in the history of these, which they replace. One that the run is amid is not among them.
    pub replaced: BTreeMap<String, Vec<String>>,
    /// The revisions, in the order in which they would run.
    pub revisions: Vec<Planned>,
}

/// What an upgrade would do with one revision.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub message: String,
    /// Which way it would go. An upgrade goes down first where an earlier run has undone a revision in part and nothing redoes that.
    pub direction: Direction,
    /// The steps that an earlier run has not done yet.
    pub steps: Vec<Step>,
    /// What the database has before them; behind raw SQL and data steps whose effect is not stated, as if they had none.
    pub before: Schema,
    /// What would be sent.
    pub sent: Sent,
}

/// What would be sent of a revision, data steps written in Rust left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// These statements.
    Known(Vec<String>),
    /// These, unless raw SQL or a data step before them changes the schema, which is read again behind it.
    Assumed(Vec<String>),
    /// What comes behind raw SQL or a data step, without which it does not fit: why.
    Unknown(String),
}

/// The statements of a group, and where one transaction ends and another begins.
fn texts(group: StepStatements) -> impl Iterator<Item = String> {
    let ends = group.commits.then_some(["COMMIT", "BEGIN"]);
    let statements = group.statements.into_iter().map(|statement| statement.sql);
    statements.chain(ends.into_iter().flatten().map(str::to_owned))
}

impl Session<'_> {
    /// What [`Session::upgrade`] would do.
    pub(super) async fn plan(&mut self, graph: &Graph, target: &Target) -> Result<Plan, Error> {
        self.load().await?;
        self.settle(Settling::Looks).await?;
        let replaced = self.replacements(graph)?;
        let seen = self.standing(graph)?;
        let path = target.upgrade_path(&seen.graph, &seen.applied)?;
        let path: Vec<String> = path.into_iter().map(|node| node.id.clone()).collect();
        let mut turned = self.finish_step(Direction::Upgrade, &path, Settling::Looks).await?;
        let tasks = self.tasks_up(&path).await?;
        let recorded = self.history.recorded(self.dialect())?;
        let mut schemas = Schemas::new(recorded, &tasks, &self.server);
        let actual = schemas.both(self.connection.database(), &self.server).await?.0.clone();
        let mut revisions = Vec::with_capacity(tasks.len());
        let mut opaque = false;
        for task in tasks {
            let before = schemas.both(self.connection.database(), &self.server).await?.0.clone();
            // What an earlier run has begun of a step comes first; what the catalog then is, it is not yet.
            let mut begun = std::mem::take(&mut turned);
            let mut done = task.done;
            if let Some(InFlight { done: behind, statements, at, .. }) = task.begun_flight() {
                begun.extend(statements.into_iter().skip(at));
                for step in task.steps.get(done..behind).unwrap_or_default() {
                    // What can't be recorded stops the run; a plan goes on.
                    let _ = schemas.advance(step, &self.server);
                }
                done = behind;
            }
            opaque = opaque || !begun.is_empty();
            let rest = done.min(task.steps.len())..task.steps.len();
            let steps = task.steps.get(rest.clone()).unwrap_or_default().to_vec();
            opaque = opaque || steps.iter().rev().skip(1).any(|step| is_opaque(step, self.dialect()));
            let sent = match section(&task, rest, self, &mut schemas).await {
                Ok(groups) => {
                    let statements = begun.into_iter().chain(groups.into_iter().flat_map(texts)).collect();
                    if opaque { Sent::Assumed(statements) } else { Sent::Known(statements) }
                }
                Err(error) if opaque => Sent::Unknown(error.to_string()),
                Err(error) => return Err(error),
            };
            opaque = opaque || steps.iter().any(|step| is_opaque(step, self.dialect()));
            let (id, message, direction) = (task.id, task.message, task.direction);
            revisions.push(Planned { id, message, direction, steps, before, sent });
        }
        let replaced = replaced.into_iter().map(|(node, replacement)| (node.id.clone(), replacement.removed)).collect();
        Ok(Plan { replaced, server: self.server.clone(), actual, revisions })
    }
}
