use limbeck_operations::{Operation, Step};

use crate::{Direction, Entry, HistoryError, InFlight, Row, State, history::Redo};

/// What a run has to do with one revision.
pub(super) struct Task {
    pub(super) id: String,
    pub(super) message: String,
    pub(super) direction: Direction,
    /// All of its steps, those among them that don't count here.
    pub(super) steps: Vec<Step>,
    /// How many of them an earlier run has done.
    pub(super) done: usize,
    /// Its row in the history, as it is or will be.
    pub(super) row: Row,
    /// Whether the row is there already.
    pub(super) stored: bool,
    /// Whether the row there has these operations.
    pub(super) is_written: bool,
    /// The row of the way up that was begun, if this way down undoes what was done of it.
    pub(super) turned: Option<Row>,
    /// What of a way down this way up redoes, if it does that alone.
    pub(super) redone: Option<Redone>,
}

/// A way up that redoes what was undone of a way down. The history counts the steps of the way down meanwhile, fewer with each that is redone, so that a run
/// that ends amid it can be followed by one in either direction.
pub(super) struct Redone {
    pub(super) redo: Redo,
    /// How many steps the way down has.
    pub(super) total: usize,
    /// Whether all of the revision is there behind it.
    is_whole: bool,
}

impl Redone {
    /// The same statements as the history counts them.
    pub(super) fn stored(&self, flight: InFlight) -> InFlight {
        InFlight { done: self.redo.undone(flight.done), ..flight }
    }

    /// What the revision is once all is redone; `up` is the count of the steps that its row has for the way up.
    pub(super) const fn state_behind(&self, up: usize) -> State {
        if self.is_whole {
            State::Applied
        } else {
            State::Unfinished { direction: Direction::Upgrade, done: up, clean: true }
        }
    }
}

impl Task {
    /// The way up of a compiled revision.
    pub(super) fn up(entry: &Entry, position: i64) -> Result<Self, HistoryError> {
        Ok(Self {
            id: entry.revision.id.to_owned(),
            message: entry.message.to_owned(),
            direction: Direction::Upgrade,
            steps: entry.revision.upgrade(),
            done: 0,
            row: Row::of(entry, position, std::time::Duration::ZERO)?,
            stored: false,
            is_written: false,
            turned: None,
            redone: None,
        })
    }

    /// The rest of a way up that an earlier run has begun. What is not done of it may have been said anew since.
    pub(super) fn up_again(entry: &Entry, row: &Row, done: usize) -> Result<Self, HistoryError> {
        let steps = entry.revision.upgrade();
        let is_written = steps == row.upgrade_steps()?;
        let row = if is_written {
            row.clone()
        } else {
            let down = row.way_down(entry)?;
            let (state, in_flight) = (row.state, row.in_flight.clone());
            Row { state, in_flight, ..Row::of(entry, row.position, row.duration)?.with_downgrade(&down)? }
        };
        Ok(Self {
            id: row.id.clone(),
            message: row.message.clone(),
            direction: Direction::Upgrade,
            steps,
            done,
            row,
            stored: true,
            is_written,
            turned: None,
            redone: None,
        })
    }

    /// A way up that an earlier run has begun, as it is stored.
    pub(super) fn begun_up(row: &Row, done: usize) -> Result<Self, HistoryError> {
        Ok(Self {
            id: row.id.clone(),
            message: row.message.clone(),
            direction: Direction::Upgrade,
            steps: row.upgrade_steps()?,
            done,
            row: row.clone(),
            stored: true,
            is_written: true,
            turned: None,
            redone: None,
        })
    }

    /// The way up that redoes what was undone of a way down.
    pub(super) fn redone(row: &Row, redo: Redo, total: usize, is_whole: bool) -> Self {
        Self {
            id: row.id.clone(),
            message: row.message.clone(),
            direction: Direction::Upgrade,
            steps: redo.steps.clone(),
            done: 0,
            row: row.clone(),
            stored: true,
            is_written: true,
            turned: None,
            redone: Some(Redone { redo, total, is_whole }),
        }
    }

    /// The statements in flight of its next step, counted in the steps of this task.
    pub(super) fn begun_flight(&self) -> Option<InFlight> {
        let flight = self.row.in_flight.clone().filter(|_| self.stored)?;
        Some(match &self.redone {
            Some(redone) => InFlight { done: redone.redo.run(flight.done), ..flight },
            None => flight,
        })
    }

    /// The way down that undoes the `undone` steps which an earlier run has done of a way up, and no others.
    pub(super) fn turned(row: &Row, undone: &[Step], steps: Vec<Step>) -> Result<Self, HistoryError> {
        Ok(Self {
            id: row.id.clone(),
            message: row.message.clone(),
            direction: Direction::Downgrade,
            row: row.clone().with_upgrade(undone)?.with_downgrade(&steps)?,
            steps,
            done: 0,
            stored: true,
            is_written: false,
            turned: Some(row.clone()),
            redone: None,
        })
    }

    /// The way down of an applied revision. The file's downgrade is taken if its upgrade is what ran: it may have been mended since, and it has the
    /// bodies of data steps; but for steps that were found to undo nothing here. If the file says something else than what ran, or is not here, the stored downgrade is what undoes it.
    pub(super) fn down(row: &Row, entry: Option<&Entry>) -> Result<Self, HistoryError> {
        let (steps, done) = match (row.state, entry) {
            (State::Unfinished { done, .. }, _) => (with_bodies(row.downgrade_steps()?, entry), done),
            (State::Applied, Some(entry)) if entry.revision.upgrade() == row.upgrade_steps()? => {
                (row.way_down(entry)?, 0)
            }
            (State::Applied, _) => (with_bodies(row.downgrade_steps()?, entry), 0),
        };
        Ok(Self {
            id: row.id.clone(),
            message: row.message.clone(),
            direction: Direction::Downgrade,
            // Should this run stop half-way, the next one goes on with the same steps.
            row: row.clone().with_downgrade(&steps)?,
            steps,
            done,
            stored: true,
            is_written: false,
            turned: None,
            redone: None,
        })
    }
}

/// Stored steps with the bodies of the file's data steps of the same names for the same dialects; of several alike each gets its own.
pub(super) fn with_bodies(mut steps: Vec<Step>, entry: Option<&Entry>) -> Vec<Step> {
    let mut compiled = entry.map(|entry| entry.revision.downgrade()).unwrap_or_default();
    for step in steps.iter_mut().filter(|step| matches!(step.operation, Operation::Run { .. })) {
        let same = compiled.iter().position(|known| *known == *step);
        step.body = same.and_then(|at| compiled.remove(at).body);
    }
    steps
}

/// The schemas that the names in an operation state.
pub(super) fn named_schemas(operation: &Operation) -> Vec<&str> {
    let mut names = Vec::new();
    match operation {
        Operation::CreateTable { definition } => {
            names.push(&definition.name);
            names.extend(definition.foreign_keys.iter().map(|key| &key.target));
            let types = definition.columns.iter().filter_map(|column| column.column_type.enumeration());
            names.extend(types.map(|enumeration| &enumeration.name));
        }
        Operation::RenameTable { table, to } => names.extend([table, to]),
        Operation::AddForeignKey { table, foreign_key } => names.extend([table, &foreign_key.target]),
        Operation::AddColumn { table, column } => {
            names.push(table);
            names.extend(column.column_type.enumeration().map(|enumeration| &enumeration.name));
        }
        Operation::CreateEnum { enumeration, .. } => names.push(&enumeration.name),
        Operation::DropEnum { name } | Operation::AlterEnum { name, .. } | Operation::RenameEnumLabel { name, .. } => {
            names.push(name)
        }
        Operation::Execute { records, .. } => {
            return records.iter().flat_map(|step| named_schemas(&step.operation)).collect();
        }
        other => names.extend(other.table()),
    }
    names.into_iter().filter_map(|name| name.schema.as_deref()).collect()
}
