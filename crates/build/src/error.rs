use std::{fmt, io, path::PathBuf};

/// Why the revisions can't be compiled in. Each says what to do, in one line.
#[derive(Debug)]
pub(crate) enum Error {
    /// Cargo's variables are missing.
    NoCargo {
        /// The first of them.
        variable: &'static str,
    },
    /// The folder or a file can't be read.
    Read {
        /// Which.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// What was made can't be written.
    Write {
        /// To which file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// A file's name is no name of a module.
    Name {
        /// Which file.
        path: PathBuf,
    },
    /// A file has no `REVISION`.
    NoRevision {
        /// Which file.
        path: PathBuf,
    },
    /// A path can't be written into Rust source.
    NotUnicode {
        /// Which.
        path: PathBuf,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCargo { variable } => {
                write!(
                    f,
                    "`{variable}` is not set: call `limbeck_build::revisions` from a build script that cargo runs"
                )
            }
            Self::Read { path, reason } => write!(f, "{} can't be read: {reason}", path.display()),
            Self::Write { path, reason } => write!(f, "{} can't be written: {reason}", path.display()),
            Self::Name { path } => write!(
                f,
                "{}: the file's name is no name of a Rust module; rename it to ASCII letters, digits and underscores, as \
                 `m20261122_101403_animals.rs`",
                path.display()
            ),
            Self::NoRevision { path } => write!(
                f,
                "{}: there is no `REVISION`; write `pub const REVISION: Revision = Revision::new(\"..\").steps(upgrade, \
                 downgrade);`, or move the file out of this folder",
                path.display()
            ),
            Self::NotUnicode { path } => {
                write!(f, "{}: the path is not Unicode; move the project to one that is", path.display())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { reason, .. } | Self::Write { reason, .. } => Some(reason),
            Self::NoCargo { .. } | Self::Name { .. } | Self::NoRevision { .. } | Self::NotUnicode { .. } => None,
        }
    }
}
