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
        self.same_with(other, |_, column| column.to_owned())
    }

    /// The same but for what the rows hold: where a column was removed that came back, it holds other values. No row is lost or doubled.
    ///
    /// # Errors
    /// The first thing that is not.
    pub fn same_but_values(&self, other: &Self) -> Result<(), String> {
        self.same_with(other, |_, _| String::new())
    }

    /// `column` is the name under which a column is found again; one that is not is not compared.
    fn same_with(&self, other: &Self, column: impl Fn(&ObjectName, &str) -> String) -> Result<(), String> {
        same(&self.catalog, &other.catalog)?;
        let found = |table: &ObjectName, name: &str| (table.clone(), column(table, name));
        self.rows.still_in(&other.rows, found, |_, _| false)?;
        if self.history == other.history {
            Ok(())
        } else {
            Err(format!("the history was {:?} and is {:?}", self.history, other.history))
        }
    }
}
