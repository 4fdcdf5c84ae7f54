use limbeck_operations::Step;
use limbeck_schema::{Dialect, Pair, Schema};

use super::{FORMAT, History, HistoryError, State, record};
use crate::Migrations;

/// An applied revision whose file says something else than what ran.
#[derive(Clone, Debug)]
pub struct Edited {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub message: String,
    /// What is recorded before it.
    pub before: Schema,
    /// Its steps up: as they ran, and as the file has them.
    pub upgrade: Pair<Vec<Step>>,
    /// Its steps down: as they are stored, and as the file has them.
    pub downgrade: Pair<Vec<Step>>,
}

impl History {
    /// The applied revisions whose files were edited since, in the order of application. How a file is written does not count, nor what a data step does:
    /// its name does.
    ///
    /// # Errors
    /// As [`History::recorded`].
    pub fn edited(&self, migrations: &Migrations, dialect: Dialect) -> Result<Vec<Edited>, HistoryError> {
        let (mut schema, mut edited) = (Schema::default(), Vec::new());
        for row in self.rows().iter().filter(|row| row.format <= FORMAT) {
            let steps = row.upgrade_steps()?;
            if let Some(entry) = migrations.entry(&row.id)
                && row.state == State::Applied
                && row.differs_from(entry)?
            {
                edited.push(Edited {
                    id: row.id.clone(),
                    message: row.message.clone(),
                    before: schema.clone(),
                    upgrade: Pair::new(steps.clone(), entry.revision.upgrade()),
                    downgrade: Pair::new(row.downgrade_steps()?, row.way_down(entry)?),
                });
            }
            for step in &steps {
                record(step, &mut schema, dialect)
                    .map_err(|source| HistoryError::Replay { id: row.id.clone(), source })?;
            }
        }
        Ok(edited)
    }
}
