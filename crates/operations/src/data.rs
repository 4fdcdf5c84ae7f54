use std::{fmt, future::Future, pin::Pin, sync::Arc};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement};

/// The database, as a data step is given it: an owned handle on the run's one connection, inside the revision's transaction where the
/// database has transactional DDL. It takes entities' queries as any connection does.
#[derive(Clone, Debug)]
pub struct Data {
    connection: DatabaseConnection,
}

impl Data {
    /// A handle on `connection`, which has to be a pool of exactly one.
    pub const fn new(connection: DatabaseConnection) -> Self {
        Self { connection }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Data {
    fn get_database_backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.connection.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.connection.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.connection.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.connection.query_all_raw(statement).await
    }
}

type Body = dyn Fn(Data) -> Pin<Box<dyn Future<Output = Result<(), DbErr>> + Send>> + Send + Sync;

/// The body of a data step.
#[derive(Clone)]
pub struct DataStep(Arc<Body>);

impl DataStep {
    pub(crate) fn new<F, R>(body: F) -> Self
    where
        F: Fn(Data) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), DbErr>> + Send + 'static,
    {
        Self(Arc::new(move |data| Box::pin(body(data))))
    }

    /// Runs it.
    ///
    /// # Errors
    /// What the step returns.
    pub async fn run(&self, data: Data) -> Result<(), DbErr> {
        (self.0)(data).await
    }
}

impl fmt::Debug for DataStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataStep")
    }
}
