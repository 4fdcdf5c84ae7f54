use limbeck::{History, Settings, State as Applied};
use limbeck_prove::rows::{Seen, look};
use limbeck_schema::{ObjectName, Schema};
use limbeck_tests::Database;

use crate::round::{read, same};

/// What stands in a database: the catalog, every row, the history.
pub struct State {
    catalog: Schema,
    rows: Seen,
    history: Vec<(String, Applied)>,
}

impl State {
    pub async fn of(database: &Database) -> Self {
        let catalog = read(database).await;
        let rows = look(&database.connection, &catalog, database.dialect).await.expect("the rows of the tables");
        let history = History::load(&database.connection, database.dialect, &Settings::default()).await;
        let history = history.expect("a history that is read").unwrap_or_default();
        let history = history.rows().iter().map(|row| (row.id.clone(), row.state)).collect();
        Self { catalog, rows, history }
    }

    /// Whether both are the same.
    ///
    /// # Errors
    /// The first thing that is not.
    pub fn same(&self, other: &Self) -> Result<(), String> {
        same(&self.catalog, &other.catalog)?;
        let unchanged = |table: &ObjectName, column: &str| (table.clone(), column.to_owned());
        self.rows.still_in(&other.rows, unchanged, |_, _| false)?;
        if self.history == other.history {
            Ok(())
        } else {
            Err(format!("the history was {:?} and is {:?}", self.history, other.history))
        }
    }
}
