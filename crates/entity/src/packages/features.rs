//! Which cargo features are on, by cargo's own rules: defaults, what was asked for, and what one package turns on in another.

use std::collections::BTreeSet;

use super::{Package, manifest::Manifest};
use crate::Features;

/// Turns features on, in `roots` as asked and in what they depend on as they say.
///
/// A package that is used from elsewhere may have more features on there; `--features package/name` says so.
pub(super) fn turn_on(packages: &mut [Package], manifests: &[Manifest], roots: &BTreeSet<usize>, asked: &Features) {
    if asked.all {
        packages.iter_mut().for_each(|package| package.features = None);
        return;
    }
    let mut todo: Vec<(usize, String)> = Vec::new();
    for root in roots {
        if !asked.no_default {
            todo.push((*root, "default".to_owned()));
        }
        let own = asked.list.iter().filter(|name| manifests[*root].features.contains_key(name.as_str()));
        todo.extend(own.map(|name| (*root, name.clone())));
    }
    for (name, feature) in asked.list.iter().filter_map(|stated| stated.split_once('/')) {
        let named = manifests.iter().position(|manifest| manifest.name == name);
        todo.extend(named.map(|package| (package, feature.to_owned())));
    }
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for root in roots {
        enter(*root, packages, manifests, &mut seen, &mut todo);
    }
    while let Some((package, feature)) = todo.pop() {
        enter(package, packages, manifests, &mut seen, &mut todo);
        let Some(features) = &mut packages[package].features else { continue };
        if !features.insert(feature.clone()) {
            continue;
        }
        for word in manifests[package].features.get(&feature).into_iter().flatten() {
            follow(package, word, packages, manifests, &mut todo);
        }
    }
}

/// What a package turns on in its dependencies just by being there.
fn enter(
    package: usize,
    packages: &[Package],
    manifests: &[Manifest],
    seen: &mut BTreeSet<usize>,
    todo: &mut Vec<(usize, String)>,
) {
    if !seen.insert(package) {
        return;
    }
    for dependency in &manifests[package].dependencies {
        let Some(target) = target(package, &dependency.key, packages, manifests) else { continue };
        if dependency.default_features {
            todo.push((target, "default".to_owned()));
        }
        todo.extend(dependency.features.iter().map(|feature| (target, feature.clone())));
        enter(target, packages, manifests, seen, todo);
    }
}

/// One word of a feature's list: `other`, `dep:name`, `name/feature`, `name?/feature`.
fn follow(package: usize, word: &str, packages: &[Package], manifests: &[Manifest], todo: &mut Vec<(usize, String)>) {
    if let Some((name, feature)) = word.split_once('/') {
        let key = name.trim_end_matches('?');
        todo.extend(target(package, key, packages, manifests).map(|target| (target, feature.to_owned())));
        if !name.ends_with('?') && is_optional(&manifests[package], key) {
            todo.push((package, key.to_owned()));
        }
    } else if !word.starts_with("dep:") {
        todo.push((package, word.to_owned()));
    }
}

fn is_optional(manifest: &Manifest, key: &str) -> bool {
    manifest.dependencies.iter().any(|dependency| dependency.key == key && dependency.optional)
}

/// The package that a dependency leads to.
fn target(package: usize, key: &str, packages: &[Package], manifests: &[Manifest]) -> Option<usize> {
    let dependency = manifests[package].dependencies.iter().find(|dependency| dependency.key == key)?;
    let folder = dependency.path.as_ref()?;
    packages.iter().position(|package| package.folder == *folder)
}
