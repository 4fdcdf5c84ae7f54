//! What ran, as the database remembers it: one row a revision, with its operations both ways. The stored operations are the truth; what the
//! revisions have made of the database is their replay.

mod clock;
mod edited;
mod in_flight;
mod redo;
mod replaced;
mod row;
mod sql;
mod table;
mod way_back;

use std::collections::BTreeSet;

use limbeck_operations::{Operation, ReplayError, Step, replay, replay_step};
use limbeck_schema::{Dialect, ObjectName, Schema};
use sea_orm::{ConnectionTrait, DbErr};

pub use edited::Edited;
pub use in_flight::{Doubt, InFlight};
pub use row::{FORMAT, Row, State, checksum};

pub(crate) use redo::{Redo, first_loss};
pub(crate) use replaced::Replacement;
pub(crate) use row::fnv1a;
pub(crate) use table::{HistoryTable, Layout};
pub(crate) use way_back::way_back;

use crate::{Direction, Error, Settings, Stuck, connection::server_words, graph::Node, runner::unfinished};

/// What went wrong with the history table.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// It can't be read.
    #[error("the history table `{table}` can't be read: {reason}")]
    Unreadable {
        /// The table.
        table: ObjectName,
        /// The server's words.
        reason: String,
    },
    /// It can't be written.
    #[error("the history table `{table}` can't be written: {}", server_words(source))]
    Unwritable {
        /// The table.
        table: ObjectName,
        /// The server's words.
        source: DbErr,
    },
    /// A row that was there is not, or the other way round.
    #[error("the history table `{table}` was changed by someone else: revision `{id}`")]
    Changed {
        /// The table.
        table: ObjectName,
        /// The revision's id.
        id: String,
    },
    /// Stored operations that are none.
    #[error("the operations of revision `{id}` are not understood: {reason}")]
    Operations {
        /// The revision's id.
        id: String,
        /// What is wrong.
        reason: String,
    },
    /// Operations that a later version of Limbeck stored.
    #[error("the operations of revision `{id}` are in format {format}, stored by Limbeck {tool_version}")]
    NewerFormat {
        /// The revision's id.
        id: String,
        /// The format's number.
        format: i64,
        /// The version that wrote it.
        tool_version: String,
    },
    /// The stored operations do not fit each other.
    #[error("replaying what ran stops at revision `{id}`: {source}")]
    Replay {
        /// The revision's id.
        id: String,
        /// Why.
        source: ReplayError,
    },
}

impl HistoryError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Unreadable { .. } | Self::Unwritable { .. } => {
                "if it is a table of another program, name another in `history_table` of limbeck.toml".to_owned()
            }
            Self::Changed { .. } => "run the command again".to_owned(),
            Self::Operations { .. } => "restore the row, or write it anew with `stamp`".to_owned(),
            Self::NewerFormat { .. } => "use that version, or a later one".to_owned(),
            Self::Replay { .. } => "write the revision's operations anew from its file with `stamp`".to_owned(),
        }
    }
}

/// What ran.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    rows: Vec<Row>,
}

impl History {
    /// Reads the history table that `settings` name, and writes nothing; `None` when it is not there.
    ///
    /// # Errors
    /// The table can't be read.
    pub async fn load<C: ConnectionTrait>(
        connection: &C,
        dialect: Dialect,
        settings: &Settings,
    ) -> Result<Option<Self>, HistoryError> {
        let table = HistoryTable::new(dialect, settings.history_table());
        let (layout, history) = Self::read(connection, &table).await?;
        Ok(layout.is_there().then_some(history))
    }

    /// What is there of `table`, and what it says.
    pub(crate) async fn read<C: ConnectionTrait>(
        connection: &C,
        table: &HistoryTable,
    ) -> Result<(Layout, Self), HistoryError> {
        let layout = table.layout(connection).await?;
        let rows = table.rows(connection, &layout).await?;
        Ok((layout, Self { rows }))
    }

    /// The rows, in the order of application.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of a revision.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The ids that have a row; one that is unfinished on its way up is not among them.
    pub fn applied(&self) -> BTreeSet<String> {
        self.rows.iter().filter(|row| counts(row)).map(|row| row.id.clone()).collect()
    }

    /// The row of a run that did not come to its end, where DDL can't be rolled back.
    pub fn unfinished(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.state != State::Applied)
    }

    /// What a run left that did not come to its end, in the words of the run that can't go on for it.
    ///
    /// # Errors
    /// The stored operations can't be read.
    pub fn stopped(&self) -> Result<Option<Error>, Error> {
        let row = self.unfinished();
        row.map(|row| Ok(unfinished(row, Stuck::Elsewhere)?.into())).transpose()
    }

    /// Makes sure that no revision is undone in part: what it has made would be neither there nor gone.
    ///
    /// # Errors
    /// The revision that is, or stored operations that can't be read.
    pub fn refuse_half_undone(&self) -> Result<(), Error> {
        let is_undone = |row: &Row| matches!(row.state, State::Unfinished { direction: Direction::Downgrade, .. });
        match self.stopped()? {
            Some(error) if self.unfinished().is_some_and(is_undone) => Err(error),
            Some(_) | None => Ok(()),
        }
    }

    /// The revisions as nodes of a graph.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        self.rows.iter().map(Row::node)
    }

    /// The position of the next row.
    pub(crate) fn next_position(&self) -> i64 {
        self.rows.iter().map(|row| row.position).max().map_or(1, |last| last.saturating_add(1))
    }

    /// Adds a row at its place: one that was gone on with is not the last, if others were stamped meanwhile.
    pub(crate) fn push(&mut self, row: Row) {
        let at = self.rows.partition_point(|known| (known.position, &known.id) <= (row.position, &row.id));
        self.rows.insert(at, row);
    }

    /// Puts a row in the place of that of the same id.
    pub(crate) fn replace(&mut self, row: Row) {
        if let Some(known) = self.rows.iter_mut().find(|known| known.id == row.id) {
            *known = row;
        }
    }

    pub(crate) fn remove(&mut self, id: &str) {
        self.rows.retain(|row| row.id != id);
    }

    /// What the revisions have made, as `dialect` sees it: the replay of the stored operations in the order of application. Of a revision that
    /// did not come to its end, the steps that were done, up or down.
    ///
    /// # Errors
    /// Operations that are not understood, or do not fit each other.
    pub fn recorded(&self, dialect: Dialect) -> Result<Schema, HistoryError> {
        let mut schema = Schema::default();
        for row in &self.rows {
            let steps = row.upgrade_steps()?;
            let done = match row.state {
                State::Unfinished { direction: Direction::Upgrade, done, .. } => done,
                State::Applied | State::Unfinished { direction: Direction::Downgrade, .. } => steps.len(),
            };
            for step in steps.iter().take(done) {
                record(step, &mut schema, dialect)
                    .map_err(|source| HistoryError::Replay { id: row.id.clone(), source })?;
            }
        }
        for row in &self.rows {
            if let State::Unfinished { direction: crate::Direction::Downgrade, done, .. } = row.state {
                for step in row.downgrade_steps()?.iter().take(done) {
                    // It ran; that it undoes something else than what was recorded is no reason not to read the rest.
                    let _ = record(step, &mut schema, dialect);
                }
            }
        }
        Ok(schema)
    }
}

fn counts(row: &Row) -> bool {
    !matches!(row.state, State::Unfinished { direction: crate::Direction::Upgrade, .. })
}

/// What the history at `history` has recorded on `dialect`; nothing where there is no history.
///
/// # Errors
/// As [`History::recorded`].
pub fn recorded(history: Option<&History>, dialect: Dialect) -> Result<Schema, HistoryError> {
    history.map_or_else(|| Ok(Schema::default()), |history| history.recorded(dialect))
}

/// Replays a step on what is recorded. A revision may change what no revision made (a table that was there before Limbeck); such an object
/// stays unrecorded, and what is done to it changes nothing here.
///
/// # Errors
/// The step makes what is recorded already, drops what is used, or names other labels of an enumerated type.
pub(crate) fn record(step: &Step, schema: &mut Schema, dialect: Dialect) -> Result<(), ReplayError> {
    if !step.counts_on(dialect) {
        return Ok(());
    }
    if let Operation::Execute { records, .. } = &step.operation {
        return records.iter().try_for_each(|step| record(step, schema, dialect));
    }
    let replayed =
        if step.unless_done { replay_step(step, schema, dialect) } else { replay(&step.operation, schema, dialect) };
    match (replayed, &step.operation) {
        // A foreign key to a table that no revision made: the table or the key itself is recorded.
        (Err(ReplayError::NoTable { .. }), Operation::CreateTable { definition }) => {
            schema.tables.insert(definition.name.clone(), definition.clone());
            Ok(())
        }
        (Err(ReplayError::NoTable { .. }), Operation::AddForeignKey { table, foreign_key }) => {
            if let Some(table) = schema.table_mut(table) {
                table.foreign_keys.push(foreign_key.clone());
            }
            Ok(())
        }
        (Err(ReplayError::NoTable { .. } | ReplayError::NoPart { .. } | ReplayError::NoEnum { .. }) | Ok(()), _) => {
            Ok(())
        }
        (Err(error), _) => Err(error),
    }
}

#[cfg(test)]
mod tests;
