//! Which release of SeaORM a project has: what its manifest asks for and its Cargo.lock holds.

use std::fs;

use super::{Packages, asked_generation};
use crate::Generation;

/// The release whose rules hold for these packages; the newest one where nothing says.
pub(crate) fn generation(packages: &Packages) -> Generation {
    let stated = packages.list.iter().find_map(|package| asked_generation(package.sea_orm.as_deref()?));
    stated.or_else(|| packages.list.first().and_then(|package| locked(&package.folder))).unwrap_or(Generation::Two)
}

/// The newest release in the nearest Cargo.lock upwards: `sea_orm` may be reached through another crate's re-export.
fn locked(folder: &std::path::Path) -> Option<Generation> {
    let text = folder.ancestors().find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok())?;
    let mut lines = text.lines();
    let mut newest = None;
    while let Some(line) = lines.next() {
        if line.trim() == "name = \"sea-orm\"" {
            let version = lines.next()?.trim().strip_prefix("version = \"")?;
            newest = newest.max(asked_generation(version));
        }
    }
    newest
}
