//! Running other programs as steps, each shown before it runs.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anstyle::{AnsiColor, Style};

/// A step that failed, in words.
pub(crate) struct Failure(pub(crate) String);

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

const TITLE: Style = AnsiColor::Cyan.on_default().bold();
const PROMPT: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The exit status of a chore, its failure printed.
pub(crate) fn finish(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            anstream::eprintln!("{ERROR}error:{ERROR:#} {message}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the heading of a part.
pub(crate) fn title(text: &str) {
    anstream::println!("\n{TITLE}{text}{TITLE:#}");
}

/// Prints what is about to run.
pub(crate) fn show(command: &str) {
    anstream::println!("{PROMPT}$ {command}{PROMPT:#}");
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// The build folder of this very program, so that what is built is built once.
pub(crate) fn target() -> PathBuf {
    // xtask stands in <target>/<profile>/.
    let from_program = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.parent()?.to_owned()));
    from_program.unwrap_or_else(|| root().join("target"))
}

/// Cargo, as it was called.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program with its output shown; its exit status has to be among `accepted`.
pub(crate) fn run(command: &mut Command, accepted: &[i32]) -> Result<(), Failure> {
    let status = command.status().map_err(|error| Failure(format!("{}: {error}", program(command))))?;
    match status.code() {
        Some(code) if accepted.contains(&code) => Ok(()),
        _ => Err(Failure(format!("`{}` ended with {status}", line(command)))),
    }
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
