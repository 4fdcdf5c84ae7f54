use std::{
    collections::BTreeMap,
    fmt,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement};

/// The database, as a data step is given it: an owned handle on the run's one connection, inside the revision's transaction where the
/// database has transactional DDL. It takes entities' queries as any connection does.
#[derive(Clone, Debug)]
pub struct Data {
    connection: DatabaseConnection,
    arguments: Arc<BTreeMap<String, String>>,
    advance: Arc<Mutex<Option<Advance>>>,
}

/// How far a data step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advance {
    /// How much is done.
    pub done: u64,
    /// How much there is to do.
    pub total: u64,
}

impl Data {
    /// A handle on `connection`, which has to be a pool of exactly one, with what the person who runs it says: `-x key=value`.
    pub fn new(connection: DatabaseConnection, arguments: Arc<BTreeMap<String, String>>) -> Self {
        Self { connection, arguments, advance: Arc::default() }
    }

    /// What the person who runs it says of `key`, with `-x key=value` or `Run::argument`. Data steps alone can ask: the operations of a revision are the
    /// same wherever it runs.
    pub fn argument(&self, key: &str) -> Option<&str> {
        self.arguments.get(key).map(String::as_str)
    }

    /// Says how far the step has come, in rows or whatever it counts. It is shown when the step next waits for the database.
    pub fn progress(&self, done: u64, total: u64) {
        *self.advance.lock().unwrap_or_else(PoisonError::into_inner) = Some(Advance { done, total });
    }

    /// What was said of the progress since this was last asked.
    pub fn advance(&self) -> Option<Advance> {
        self.advance.lock().unwrap_or_else(PoisonError::into_inner).take()
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
