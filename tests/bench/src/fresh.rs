use limbeck_schema::Dialect;
use limbeck_tests::Database;

use crate::{Error, bench::Bench};

/// An empty database for each run.
pub(crate) struct Fresh<'a> {
    bench: &'a Bench,
    dialect: Dialect,
    database: Option<Database>,
}

impl<'a> Fresh<'a> {
    /// None yet.
    pub(crate) fn new(bench: &'a Bench, dialect: Dialect) -> Self {
        Self { bench, dialect, database: None }
    }

    /// Another one; that of the run before goes.
    pub(crate) fn next(&mut self) -> Result<&Database, Error> {
        self.remove()?;
        Ok(self.database.insert(self.bench.empty(self.dialect)?))
    }

    /// Drops the last one.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        self.remove()
    }

    fn remove(&mut self) -> Result<(), Error> {
        match self.database.take() {
            Some(database) => limbeck_tests::run(database.remove()).map_err(Error::Database),
            None => Ok(()),
        }
    }
}
