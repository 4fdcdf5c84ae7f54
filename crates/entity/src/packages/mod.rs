//! The packages that the entities belong to and those they depend on by path: where a crate's modules begin, which cargo features are on, which
//! release of SeaORM counts.
//!
//! Read from the manifests alone, without running cargo. Crates of a registry are not looked into.

mod features;
mod lock;
mod manifest;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
};

pub(crate) use lock::generation;

use crate::{Features, Generation, Problem};
use manifest::Manifest;

/// Every package that is known.
#[derive(Debug, Default)]
pub(crate) struct Packages {
    list: Vec<Package>,
    by_folder: HashMap<PathBuf, Option<usize>>,
    /// What is wrong with a manifest.
    pub(crate) problems: Vec<Problem>,
}

/// A package.
#[derive(Debug)]
pub(crate) struct Package {
    /// The folder of its Cargo.toml.
    pub(crate) folder: PathBuf,
    /// What its library is called in Rust.
    pub(crate) crate_name: String,
    /// The file that its modules begin in.
    pub(crate) root: PathBuf,
    /// The packages that it depends on by path, by the names they have in its sources.
    pub(crate) dependencies: BTreeMap<String, usize>,
    /// The features that are on; `None` if all are.
    pub(crate) features: Option<BTreeSet<String>>,
    /// What it asks for of SeaORM, if it asks.
    sea_orm: Option<String>,
}

impl Packages {
    /// The packages of these files, and what they depend on by path.
    pub(crate) fn find(files: &[PathBuf], asked: &Features) -> Self {
        let mut packages = Self::default();
        let mut manifests: Vec<Manifest> = Vec::new();
        let roots: BTreeSet<usize> = files
            .iter()
            .filter_map(|file| file.parent())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter_map(|folder| packages.above(folder, &mut manifests))
            .collect();
        let mut next = 0;
        while next < packages.list.len() {
            packages.follow(next, &mut manifests);
            next += 1;
        }
        features::turn_on(&mut packages.list, &manifests, &roots, asked);
        packages
    }

    /// The package that the folder belongs to: that of the nearest Cargo.toml upwards.
    fn above(&mut self, folder: &Path, manifests: &mut Vec<Manifest>) -> Option<usize> {
        if let Some(known) = self.by_folder.get(folder) {
            return *known;
        }
        let found = match self.at(folder, manifests) {
            Some(found) => Some(found),
            None => folder.parent().and_then(|parent| self.above(parent, manifests)),
        };
        self.by_folder.insert(folder.to_owned(), found);
        found
    }

    /// The package whose Cargo.toml is in this folder.
    fn at(&mut self, folder: &Path, manifests: &mut Vec<Manifest>) -> Option<usize> {
        if let Some(found) = self.list.iter().position(|package| package.folder == folder) {
            return Some(found);
        }
        let manifest = match Manifest::read(folder)? {
            Ok(manifest) => manifest,
            Err(problem) => {
                self.problems.push(problem);
                return None;
            }
        };
        self.list.push(Package {
            folder: folder.to_owned(),
            crate_name: manifest.crate_name.clone(),
            root: manifest.root.clone(),
            dependencies: BTreeMap::new(),
            features: Some(BTreeSet::new()),
            sea_orm: manifest.sea_orm.clone(),
        });
        manifests.push(manifest);
        Some(self.list.len() - 1)
    }

    /// Adds what a package depends on by path.
    fn follow(&mut self, package: usize, manifests: &mut Vec<Manifest>) {
        let paths: Vec<_> = manifests[package]
            .dependencies
            .iter()
            .filter_map(|dependency| Some((dependency.crate_name.clone(), dependency.path.clone()?)))
            .collect();
        for (name, folder) in paths {
            let Some(found) = self.at(&folder, manifests) else { continue };
            // A dependency without a name of its own in the sources is called as its library is.
            let name = name.unwrap_or_else(|| self.list[found].crate_name.clone());
            self.list[package].dependencies.insert(name, found);
        }
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &Package)> {
        self.list.iter().enumerate()
    }

    /// The package of this number.
    pub(crate) fn get(&self, package: usize) -> Option<&Package> {
        self.list.get(package)
    }

    /// The package that a file belongs to.
    pub(crate) fn of_file(&self, file: &Path) -> Option<&Package> {
        let folder = file.ancestors().skip(1).find_map(|folder| self.by_folder.get(folder).copied().flatten());
        let nearest = || {
            let holds = |package: &&Package| {
                file.starts_with(&package.folder)
                    || package.root.parent().is_some_and(|sources| file.starts_with(sources))
            };
            self.list.iter().filter(holds).max_by_key(|package| package.folder.as_os_str().len())
        };
        folder.and_then(|package| self.list.get(package)).or_else(nearest)
    }
}

/// The release of SeaORM that a requirement of a manifest asks for, if it begins with a number: `1.1`, `^2`, `=2.0.4`.
fn asked_generation(requirement: &str) -> Option<Generation> {
    let digits = requirement.trim_start_matches(|c: char| !c.is_ascii_digit());
    let major: u64 = digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    Some(if major >= 2 { Generation::Two } else { Generation::One })
}
