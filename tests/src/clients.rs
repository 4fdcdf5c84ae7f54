//! The databases' own clients, as a person runs scripts with them.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use limbeck_schema::Dialect;

use crate::{
    Database,
    servers::{self, ServerError},
};

/// Whether a client stops where a statement fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// It does.
    Stop,
    /// It goes on, which `psql` and `sqlite3` do unless they are told.
    GoOn,
}

/// What a client said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Whether it ended well.
    pub success: bool,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

impl Said {
    /// It ended well, and said nothing.
    ///
    /// # Panics
    /// It did not, or said something.
    pub fn is_silent(&self) {
        assert!(self.success && self.stdout.is_empty() && self.stderr.is_empty(), "the client says {self:?}");
    }
}

/// Gives `script` to the client of the database's dialect.
///
/// # Errors
/// The client is not there and can't be brought here, or can't be run.
pub fn give(database: &Database, script: &str, on_error: OnError) -> Result<Said, ServerError> {
    let (mut command, name) = command(database, on_error)?;
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let failed = |source| ServerError::System { what: format!("running {name}"), source };
    let mut child = command.spawn().map_err(failed)?;
    let input = child.stdin.take();
    let text = script.to_owned();
    // A client that stops reads no more, and says why.
    let writing = std::thread::spawn(move || input.map(|mut input| input.write_all(text.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().map_err(failed)?;
    let _ = writing.join();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Said { success: status.success(), stdout: text(&stdout), stderr: text(&stderr) })
}

/// The client of the database's dialect, which reads a script from its standard input, and its name.
///
/// # Errors
/// It is not there and can't be brought here.
pub fn command(database: &Database, on_error: OnError) -> Result<(Command, &'static str), ServerError> {
    match database.dialect {
        Dialect::Sqlite => {
            let program = servers::installed("sqlite3", "sqlite3")?;
            let file = database.url.trim_start_matches("sqlite://").split('?').next().unwrap_or_default();
            let mut command = Command::new(program);
            command
                .args(["-batch", "-init", "/dev/null"])
                .args((on_error == OnError::Stop).then_some("-bail"))
                .arg(file);
            Ok((command, "sqlite3"))
        }
        Dialect::Postgres => {
            let program = servers::installed("psql", "postgresql-client")?;
            let mut command = Command::new(program);
            let stop = (on_error == OnError::Stop).then_some(["-v", "ON_ERROR_STOP=1"]);
            command.args(["-X", "-q"]).args(stop.into_iter().flatten()).args(["-f", "-"]).arg(&database.url);
            // That a table is there already is a notice.
            command.env("PGOPTIONS", "-c client_min_messages=warning");
            Ok((command, "psql"))
        }
        Dialect::MySql | Dialect::MariaDb => {
            let program = servers::installed("mariadb", "mariadb-client")?;
            let mut command = Command::new(program);
            let go_on = (on_error == OnError::GoOn).then_some("--force");
            command.arg("--no-defaults").args(go_on).args(mysql_arguments(&database.url));
            Ok((command, "mariadb"))
        }
    }
}

/// `mysql://user:password@host:port/database` as arguments.
fn mysql_arguments(url: &str) -> Vec<String> {
    let rest = url.trim_start_matches("mysql://");
    let (account, place) = rest.split_once('@').unwrap_or(("", rest));
    let (user, password) = account.split_once(':').unwrap_or((account, ""));
    let (host, name) = place.split_once('/').unwrap_or((place, ""));
    let (host, port) = host.split_once(':').unwrap_or((host, "3306"));
    let name = name.split('?').next().unwrap_or_default();
    vec![
        format!("--user={user}"),
        format!("--password={password}"),
        format!("--host={host}"),
        format!("--port={port}"),
        "--protocol=tcp".to_owned(),
        name.to_owned(),
    ]
}
