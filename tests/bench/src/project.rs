//! Generated projects, as `limbeck init` lays them out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use limbeck_cli::scaffold::{Source, lay_out};

use crate::{Error, bench::write, cargo::Cargo};

/// A project with the crates `migrations` and `xtask`.
pub(crate) struct Project {
    folder: PathBuf,
}

impl Project {
    /// A project of this name, in a folder that stays from run to run, so that what is built stays fresh.
    pub(crate) fn lay_out(cargo: &Cargo, name: &str) -> Result<Self, Error> {
        let folder = cargo.home().join("projects").join(name);
        fs::create_dir_all(&folder).map_err(Error::system(format!("making {}", folder.display())))?;
        lay_out(&folder, &Source::Checkout(cargo.root().to_owned()))?;
        let lock = folder.join("Cargo.lock");
        if !lock.is_file() {
            // The versions that this repository has built.
            let known = cargo.root().join("Cargo.lock");
            fs::copy(&known, &lock).map_err(Error::system(format!("copying {}", known.display())))?;
        }
        Ok(Self { folder })
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the revision files, by name, and removes all others.
    pub(crate) fn revisions(&self, files: &[(String, String)]) -> Result<(), Error> {
        let versions = self.folder.join("migrations/src/versions");
        for entry in fs::read_dir(&versions).map_err(Error::system(format!("reading {}", versions.display())))? {
            let path = entry.map_err(Error::system(format!("reading {}", versions.display())))?.path();
            let is_known = files.iter().any(|(name, _)| path.file_name().is_some_and(|file| file == name.as_str()));
            if !is_known && path.extension().is_some_and(|extension| extension == "rs") {
                fs::remove_file(&path).map_err(Error::system(format!("removing {}", path.display())))?;
            }
        }
        files.iter().try_for_each(|(name, text)| write(&versions.join(name), text))
    }

    /// Builds its program in release, and says where that is.
    pub(crate) fn build(&self, cargo: &Cargo) -> Result<PathBuf, Error> {
        cargo.run(&self.folder, ["build", "--release", "--offline", "--package", "xtask"])?;
        Ok(self.folder.join("target/release/xtask"))
    }
}
