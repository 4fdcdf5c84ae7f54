//! Replies of the catalog, read by column name.

use sea_orm::{ConnectionTrait, QueryResult, Statement, TryGetError, TryGetable};

use crate::IntrospectError;

/// Asks `sql`, which is about `what`.
pub(crate) async fn query<C: ConnectionTrait>(
    connection: &C,
    what: &'static str,
    sql: impl Into<String>,
) -> Result<Vec<Row>, IntrospectError> {
    let statement = Statement::from_string(connection.get_database_backend(), sql.into());
    let results =
        connection.query_all_raw(statement).await.map_err(|source| IntrospectError::Query { what, source })?;
    Ok(results.into_iter().map(|result| Row { what, cells: Cells::Replied(result) }).collect())
}

/// A row of a reply.
pub(crate) struct Row {
    what: &'static str,
    cells: Cells,
}

enum Cells {
    Replied(QueryResult),
    #[cfg(test)]
    Made(std::collections::HashMap<&'static str, made::Cell>),
}

impl Row {
    /// A text that is always there.
    pub(crate) fn text(&self, column: &'static str) -> Result<String, IntrospectError> {
        self.optional_text(column)?.ok_or(IntrospectError::Missing { what: self.what, column })
    }

    /// A text, `None` for NULL.
    pub(crate) fn optional_text(&self, column: &'static str) -> Result<Option<String>, IntrospectError> {
        match &self.cells {
            Cells::Replied(result) => self.replied(result, column),
            #[cfg(test)]
            Cells::Made(cells) => made::text(cells, self.what, column),
        }
    }

    /// A text, `None` for NULL and for an empty one.
    pub(crate) fn filled_text(&self, column: &'static str) -> Result<Option<String>, IntrospectError> {
        Ok(self.optional_text(column)?.filter(|text| !text.is_empty()))
    }

    /// A number that is always there; the query casts it to 64 bits.
    pub(crate) fn integer(&self, column: &'static str) -> Result<i64, IntrospectError> {
        self.optional_integer(column)?.ok_or(IntrospectError::Missing { what: self.what, column })
    }

    /// A number, `None` for NULL.
    pub(crate) fn optional_integer(&self, column: &'static str) -> Result<Option<i64>, IntrospectError> {
        match &self.cells {
            Cells::Replied(result) => self.replied(result, column),
            #[cfg(test)]
            Cells::Made(cells) => made::integer(cells, self.what, column),
        }
    }

    /// A number that is zero for false. Drivers disagree on booleans, so the queries give numbers.
    pub(crate) fn flag(&self, column: &'static str) -> Result<bool, IntrospectError> {
        Ok(self.integer(column)? != 0)
    }

    // Not SeaORM's `Option<T>`: it takes a column that is not there for NULL.
    fn replied<T: TryGetable>(&self, result: &QueryResult, column: &'static str) -> Result<Option<T>, IntrospectError> {
        match result.try_get_by_nullable::<T, _>(column) {
            Ok(value) => Ok(Some(value)),
            Err(TryGetError::Null(_)) => Ok(None),
            Err(TryGetError::DbErr(source)) => Err(IntrospectError::Unexpected { what: self.what, column, source }),
        }
    }
}

/// Rows for tests that have no server.
#[cfg(test)]
pub(crate) mod made {
    use std::collections::HashMap;

    use super::{Cells, Row};
    use crate::IntrospectError;

    #[derive(Clone, Debug)]
    pub(crate) enum Cell {
        Null,
        Text(String),
        Integer(i64),
    }

    impl From<&str> for Cell {
        fn from(text: &str) -> Self {
            Self::Text(text.to_owned())
        }
    }

    impl From<i64> for Cell {
        fn from(number: i64) -> Self {
            Self::Integer(number)
        }
    }

    impl<T: Into<Cell>> From<Option<T>> for Cell {
        fn from(value: Option<T>) -> Self {
            value.map_or(Self::Null, Into::into)
        }
    }

    /// A row with these cells.
    pub(crate) fn row<const N: usize>(cells: [(&'static str, Cell); N]) -> Row {
        Row { what: "test", cells: Cells::Made(cells.into_iter().collect()) }
    }

    pub(super) fn text(
        cells: &HashMap<&'static str, Cell>,
        what: &'static str,
        column: &'static str,
    ) -> Result<Option<String>, IntrospectError> {
        match cells.get(column) {
            Some(Cell::Null) => Ok(None),
            Some(Cell::Text(text)) => Ok(Some(text.clone())),
            Some(Cell::Integer(_)) | None => Err(IntrospectError::Missing { what, column }),
        }
    }

    pub(super) fn integer(
        cells: &HashMap<&'static str, Cell>,
        what: &'static str,
        column: &'static str,
    ) -> Result<Option<i64>, IntrospectError> {
        match cells.get(column) {
            Some(Cell::Null) => Ok(None),
            Some(Cell::Integer(number)) => Ok(Some(*number)),
            Some(Cell::Text(_)) | None => Err(IntrospectError::Missing { what, column }),
        }
    }
}
