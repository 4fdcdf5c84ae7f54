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
    Ok(results.into_iter().map(|result| Row { what, result }).collect())
}

/// A row of a reply.
pub(crate) struct Row {
    what: &'static str,
    result: QueryResult,
}

impl Row {
    /// A text that is always there.
    pub(crate) fn text(&self, column: &'static str) -> Result<String, IntrospectError> {
        self.required(column)
    }

    /// A text, `None` for NULL.
    pub(crate) fn optional_text(&self, column: &'static str) -> Result<Option<String>, IntrospectError> {
        self.optional(column)
    }

    /// A text, `None` for NULL and for an empty one.
    pub(crate) fn filled_text(&self, column: &'static str) -> Result<Option<String>, IntrospectError> {
        Ok(self.optional_text(column)?.filter(|text| !text.is_empty()))
    }

    /// A number that is always there; the query casts it to 64 bits.
    pub(crate) fn integer(&self, column: &'static str) -> Result<i64, IntrospectError> {
        self.required(column)
    }

    /// A number, `None` for NULL.
    pub(crate) fn optional_integer(&self, column: &'static str) -> Result<Option<i64>, IntrospectError> {
        self.optional(column)
    }

    /// A number that is zero for false. Drivers disagree on booleans, so the queries give numbers.
    pub(crate) fn flag(&self, column: &'static str) -> Result<bool, IntrospectError> {
        Ok(self.integer(column)? != 0)
    }

    fn required<T: TryGetable>(&self, column: &'static str) -> Result<T, IntrospectError> {
        self.optional(column)?.ok_or(IntrospectError::Missing { what: self.what, column })
    }

    // Not SeaORM's `Option<T>`: it takes a column that is not there for NULL.
    fn optional<T: TryGetable>(&self, column: &'static str) -> Result<Option<T>, IntrospectError> {
        match self.result.try_get_by_nullable::<T, _>(column) {
            Ok(value) => Ok(Some(value)),
            Err(TryGetError::Null(_)) => Ok(None),
            Err(TryGetError::DbErr(source)) => Err(IntrospectError::Unexpected { what: self.what, column, source }),
        }
    }
}
