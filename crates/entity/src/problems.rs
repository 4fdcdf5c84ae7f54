use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use proc_macro2::Span as TokenSpan;

pub(crate) use limbeck_hints::did_you_mean;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be understood, so there is no schema.
    Error,
    /// There is a schema, but a reader should look.
    Warning,
}

/// One thing in one file that was not understood, or that looks like a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named or found.
    pub file: PathBuf,
    /// Its line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// How many characters of the line it covers, at least 1.
    pub length: usize,
    /// What is wrong; a fact.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// How grave it is.
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}:{}:{}: {}", self.file.display(), self.line, self.column, self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhint: {help}"),
            None => Ok(()),
        }
    }
}

/// Why the entities could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Something was not understood; every problem of every file, warnings among them, by file and line.
    #[error("{}", listed(.0))]
    Problems(Vec<Problem>),
    /// A file or folder could not be read.
    #[error("cannot read `{}`", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no Rust file in any of the places that were named.
    #[error("there is no `.rs` file in {}", quoted(paths))]
    NoSources {
        /// The places.
        paths: Vec<PathBuf>,
    },
    /// A type that the project states is none.
    #[error("`{value}`, stated for `{key}`, is no column type")]
    StatedType {
        /// What it is stated for.
        key: String,
        /// What is stated.
        value: String,
    },
    /// The system gave no thread to parse with.
    #[error("cannot start a thread to parse the entities")]
    Thread(#[source] io::Error),
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn quoted(paths: &[PathBuf]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    if paths.is_empty() { "an empty list of paths".to_owned() } else { paths.join(", ") }
}

/// A place in a file that is known from the context: spans do not leave the thread that parsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) length: usize,
}

impl From<TokenSpan> for At {
    fn from(span: TokenSpan) -> Self {
        let (start, end) = (span.start(), span.end());
        let length = if end.line == start.line { end.column.saturating_sub(start.column) } else { 1 };
        Self { line: start.line.max(1), column: start.column + 1, length: length.max(1) }
    }
}

/// What is wrong and what to do, without a place yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Fault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn error(self, at: impl Into<At>) -> Note {
        Note { at: at.into(), severity: Severity::Error, fault: self }
    }

    pub(crate) fn warning(self, at: impl Into<At>) -> Note {
        Note { at: at.into(), severity: Severity::Warning, fault: self }
    }
}

/// A problem whose file is known from the context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) at: At,
    pub(crate) severity: Severity,
    pub(crate) fault: Fault,
}

impl Note {
    pub(crate) fn in_file(self, file: &Path) -> Problem {
        Problem {
            file: file.to_owned(),
            line: self.at.line,
            column: self.at.column,
            length: self.at.length,
            message: self.fault.message,
            help: self.fault.help,
            severity: self.severity,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_and_what_to_do() {
        let note = Fault::new("no").help("do").error(At { line: 3, column: 7, length: 2 });
        assert_eq!(note.in_file(Path::new("a.rs")).to_string(), "error: a.rs:3:7: no\nhint: do");
    }
}
