//! From files to the tree: what was named first, then whatever the paths in it lead to, until nothing is missing that is there.

use std::path::PathBuf;

use super::{Tree, facts::EntityFacts, tree::Placed};
use crate::{
    Generation, ReadError,
    attributes::Build,
    packages::Packages,
    sources::{self, Source},
    types::{StatedTypes, Types},
};

/// Reads the named files and what they lead to.
///
/// # Errors
/// A file cannot be read.
pub(crate) fn load(
    named: Vec<PathBuf>,
    packages: Packages,
    stated: &StatedTypes,
    generation: Generation,
) -> Result<Tree, ReadError> {
    let is_absolute = named.iter().all(|file| file.is_absolute());
    let mut tree = Tree::new(packages, is_absolute);
    let mut files = named;
    let mut is_first = true;
    while !files.is_empty() {
        let sources: Vec<_> = files.iter().map(|file| (Source::Disk(file), build(&tree, file))).collect();
        let facts = sources::parse(&sources)?;
        tree.add(files.into_iter().zip(facts).collect(), is_first);
        is_first = false;
        follow(&tree, &Types::new(&tree, stated, generation));
        files = tree.requested();
    }
    tree.finish();
    Ok(tree)
}

/// The build that a file is compiled in.
fn build<'a>(tree: &'a Tree, file: &std::path::Path) -> Build<'a> {
    tree.packages.of_file(file).map_or(Build::Unknown, |package| Build::Package(package.features.as_ref()))
}

/// Goes all the ways that the entities will go, so that what is missing on them is asked for.
fn follow(tree: &Tree, types: &Types<'_>) {
    for Placed { module, file, facts } in &tree.entities {
        if *file < tree.named {
            follow_entity(tree, types, *module, facts);
        }
    }
    for relation in tree.relations.iter().filter(|relation| relation.file < tree.named) {
        tree.resolve(relation.module, &relation.facts.owner);
        tree.resolve(relation.module, &relation.facts.target);
    }
    for part in &tree.hand.column_traits {
        part.facts.definitions.types().for_each(|text| {
            let _ = types.of_text(part.module, text);
        });
    }
    for part in &tree.hand.entity_traits {
        for path in [&part.facts.column, &part.facts.primary_key, &part.facts.model].into_iter().flatten() {
            tree.resolve(part.module, path);
        }
    }
}

fn follow_entity(tree: &Tree, types: &Types<'_>, module: usize, facts: &EntityFacts) {
    for column in &facts.columns {
        let _ = match (&column.stated_type, &column.rust_type) {
            (Some(Ok(text)), _) => types.of_text(module, text),
            (None, Some(rust_type)) => types.of_rust(module, rust_type),
            (Some(Err(_)), _) | (None, None) => continue,
        };
    }
    for relation in &facts.relations {
        tree.resolve(module, &relation.target);
    }
}
