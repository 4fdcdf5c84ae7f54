//! An open database, and what it says of itself.

use std::{collections::BTreeSet, future::Future};

use limbeck::{Access, Connection, Graph, History, Seen};
use limbeck_schema::Server;

use crate::{
    CliError, output,
    project::{DatabaseUrl, Project},
};

/// An open database.
pub(crate) struct Session {
    /// The one connection.
    pub connection: Connection,
    /// What answers there.
    pub server: Server,
    /// What ran there; `None` without a history table.
    pub history: Option<History>,
}

impl Session {
    /// Opens the project's database and says which it is.
    ///
    /// # Errors
    /// No database is named, or it can't be opened.
    pub(crate) async fn open(project: &Project, access: Access) -> Result<Self, CliError> {
        let url = project.url()?;
        let connection = open(url, access).await?;
        output::note(format!("database: {} (from {})", limbeck::display_url(&url.text), url.source));
        let server = limbeck_introspect::server(connection.database()).await?;
        let history = History::load(connection.database(), server.dialect, &project.settings)
            .await
            .map_err(limbeck::Error::from)?;
        Ok(Self { connection, server, history })
    }
}

/// The graph of the files, as the project's database sees it if a command `asks` for that; else nothing counts as applied.
///
/// # Errors
/// No database is named, it can't be opened, or it is amid revisions whose files are missing.
pub(crate) fn seen(project: &Project, graph: Graph, asks: bool) -> Result<Seen, CliError> {
    if !asks {
        return Ok(Seen { graph, applied: BTreeSet::new() });
    }
    let history = block_on(Session::open(project, Access::Read))?.history.unwrap_or_default();
    Ok(history.seen(&graph).map_err(limbeck::Error::from)?)
}

/// Opens a database. Who only looks at a SQLite file that is not there sees an empty database, and makes none.
///
/// # Errors
/// It can't be opened.
pub(crate) async fn open(url: &DatabaseUrl, access: Access) -> Result<Connection, CliError> {
    let missing = access == Access::Read && url.sqlite_file().is_some_and(|file| !file.exists());
    let text = if missing { "sqlite::memory:" } else { &url.text };
    Ok(Connection::open(text, access).await.map_err(limbeck::Error::from)?)
}

/// Runs a command's asynchronous part.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, CliError>>) -> Result<T, CliError> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(CliError::Runtime)?.block_on(work)
}
