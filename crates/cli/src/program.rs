//! What the program that runs is called, so that what it recommends can be typed.

use std::{
    ffi::OsStr,
    fmt,
    path::{Path, PathBuf},
};

/// A program as a person starts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// By an alias of cargo's: `cargo xtask`.
    Alias(&'static str),
    /// By its own name.
    Binary(String),
}

impl Program {
    /// The one that runs.
    pub(crate) fn running() -> Self {
        let path = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
        // Cargo tells it to whatever it runs.
        Self::of(&path, std::env::var_os("CARGO_MANIFEST_DIR").as_deref())
    }

    /// The one at `path`, where `package` is the folder of the package that cargo has run it for. The aliases are those that `init` lays out; an `xtask` is run
    /// by its own only, wherever it stands.
    fn of(path: &Path, package: Option<&OsStr>) -> Self {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        match (&*name, package) {
            ("xtask" | "", _) => Self::Alias("xtask"),
            ("limbeck", Some(_)) => Self::Alias("limbeck"),
            (name, _) => Self::Binary(name.to_owned()),
        }
    }

    /// Its own name, which a shell completes.
    pub(crate) fn binary(&self) -> &str {
        match self {
            Self::Alias(name) => name,
            Self::Binary(name) => name,
        }
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alias(name) => write!(f, "cargo {name}"),
            Self::Binary(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_called_as_it_is_started() {
        for (path, package, expected, binary) in [
            ("target/debug/xtask", Some("/ws/xtask"), "cargo xtask", "xtask"),
            ("/ws/target/debug/xtask", None, "cargo xtask", "xtask"),
            ("target/debug/limbeck", Some("/ws/xtask"), "cargo limbeck", "limbeck"),
            ("/home/me/.cargo/bin/limbeck", None, "limbeck", "limbeck"),
            ("shop-database", Some("/ws/shop"), "shop-database", "shop-database"),
            ("", None, "cargo xtask", "xtask"),
        ] {
            let program = Program::of(Path::new(path), package.map(OsStr::new));
            assert_eq!((program.to_string().as_str(), program.binary()), (expected, binary), "{path} for {package:?}");
        }
    }
}
