//! A server for one test, which ends it and starts it again.

use std::{
    net::TcpStream,
    path::PathBuf,
    time::{Duration, Instant},
};

use limbeck_schema::Dialect;
use sea_orm::ConnectionTrait;

use super::{Durability, Kind, Lifeline, ServerError, account::Account, connect, free_port, mariadb, postgres};
use crate::Database;

/// How a server ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As its operator ends it: sessions are ended, the data are written.
    InOrder,
    /// By SIGKILL, as when the machine kills it: what is open is rolled back when it starts again.
    Killed,
}

/// A server of a test's own, whatever the variables say that point the other tests at other servers. It keeps its port and its data when it ends, and goes
/// with this value.
pub struct OwnServer {
    kind: &'static Kind,
    account: Account,
    folder: PathBuf,
    port: u16,
    /// `None` while it is down.
    running: Option<Lifeline>,
}

impl OwnServer {
    /// Makes a server of `dialect` and starts it, with an empty database; `None` for SQLite, which has none, and MySQL, which is not tested.
    ///
    /// # Errors
    /// It is not there and can't be brought here; the message names the way out.
    pub async fn start(dialect: Dialect) -> Result<Option<Self>, ServerError> {
        let kind = match dialect {
            Dialect::Postgres => &postgres::KIND,
            Dialect::MariaDb => &mariadb::KIND,
            Dialect::Sqlite | Dialect::MySql => return Ok(None),
        };
        let account = kind.account()?;
        let folder = account.folder(kind.account)?;
        let mut server = Self { kind, account, folder, port: 0, running: None };
        (kind.make)(&server.account, &server.folder)?;
        for attempt in 1..=3 {
            // Another process may take the port between this look and the server's start.
            server.port = free_port()?;
            match server.serve(3).await {
                Err(error) if attempt == 3 => return Err(error),
                Err(_) => {}
                Ok(()) => break,
            }
        }
        let connection = connect(&(kind.url)(server.port)).await.map_err(|source| server.silent(source))?;
        connection.execute_unprepared("CREATE DATABASE own").await.map_err(|source| server.silent(source))?;
        let _ = connection.close().await;
        Ok(Some(server))
    }

    /// Its database, through sessions that end with it.
    ///
    /// # Errors
    /// It is down.
    pub async fn database(&self) -> Result<Database, ServerError> {
        let url = self.url();
        let connection = crate::database::connect(&url).await.map_err(|source| self.silent(source))?;
        Ok(Database { dialect: self.kind.dialect, url, connection })
    }

    /// The URL of its database.
    pub fn url(&self) -> String {
        let url = (self.kind.url)(self.port);
        let server = url.rsplit_once('/').map_or(url.as_str(), |(server, _)| server);
        format!("{server}/own")
    }

    /// Ends it. It is gone when this returns.
    ///
    /// # Errors
    /// The system's words.
    pub fn end(&mut self, end: End) -> Result<(), ServerError> {
        let signal = match end {
            End::InOrder => self.kind.ends_fast,
            End::Killed => "KILL",
        };
        self.running.take().map_or(Ok(()), |running| running.end(&self.account, signal))
    }

    /// Starts it on its port with its data, and waits until it answers.
    ///
    /// # Errors
    /// It does not; the end of its log is in the error.
    pub async fn start_again(&mut self) -> Result<(), ServerError> {
        // Children of a PostgreSQL that was killed keep its memory until they notice, and a new one does not start meanwhile.
        self.serve(300).await
    }

    /// Starts it, up to so many times, until it answers.
    async fn serve(&mut self, tries: usize) -> Result<(), ServerError> {
        for _ in 0..tries {
            let command = (self.kind.command)(&self.folder, self.port, Durability::OfTheServer)?;
            let mut lifeline = Lifeline::start(&self.account, self.folder.clone(), self.kind.ends_fast, &command)?;
            let until = Instant::now() + Duration::from_secs(60);
            while !lifeline.has_ended() && Instant::now() < until {
                // A pool would try for a minute, also if the server has ended meanwhile.
                let listens = TcpStream::connect(("127.0.0.1", self.port)).is_ok();
                if listens && let Ok(connection) = connect(&(self.kind.url)(self.port)).await {
                    let _ = connection.close().await;
                    // What answers may be another server that has this port.
                    if lifeline.has_ended() {
                        break;
                    }
                    self.running = Some(lifeline);
                    return Ok(());
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(ServerError::Failed { program: self.kind.name.to_owned(), log })
    }

    fn silent(&self, source: sea_orm::DbErr) -> ServerError {
        ServerError::Failed { program: self.kind.name.to_owned(), log: source.to_string() }
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        match &mut self.running {
            Some(running) => running.give_up(),
            None => _ = std::fs::remove_dir_all(&self.folder),
        }
    }
}
