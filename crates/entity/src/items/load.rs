//! From files to the tree: what was named first, then whatever the paths in it lead to, until nothing is missing that is there.

use std::path::{Path, PathBuf};

use super::{Tree, facts::EntityFacts, tree::Placed};
use crate::{
    Generation, ReadError,
    attributes::Build,
    packages::Packages,
    sources::{self, Source, Task},
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
        let tasks: Vec<_> = files
            .iter()
            .map(|file| Task { source: Source::Disk(file), build: build(&tree, file), macros: None })
            .collect();
        let facts = sources::parse(&tasks)?;
        tree.add(files.into_iter().zip(facts).collect(), is_first);
        is_first = false;
        expand(&mut tree, None)?;
        follow(&tree, &Types::new(&tree, stated, generation));
        files = tree.requested();
    }
    tree.finish();
    Ok(tree)
}

/// The tree of texts, each with the path that it would have.
///
/// # Errors
/// None of a file, since none is read.
pub(crate) fn load_texts(texts: &[(PathBuf, String)]) -> Result<Tree, ReadError> {
    let tasks: Vec<_> = texts
        .iter()
        .map(|(_, text)| Task { source: Source::Text(text), build: Build::Unknown, macros: None })
        .collect();
    let facts = sources::parse(&tasks)?;
    let mut tree = Tree::new(Packages::default(), false);
    tree.add(texts.iter().map(|(path, _)| path.clone()).zip(facts).collect(), true);
    expand(&mut tree, Some(texts))?;
    tree.finish();
    Ok(tree)
}

/// Expands calls of macros that other files have, until there are none whose macro is known. The files are on the disk, or among `texts` in their order.
fn expand(tree: &mut Tree, texts: Option<&[(PathBuf, String)]>) -> Result<(), ReadError> {
    // A macro may make calls of further ones.
    for _ in 0..8 {
        let ready = tree.expandable();
        if ready.is_empty() {
            return Ok(());
        }
        let mut tasks = Vec::new();
        for (file, macros) in &ready {
            let path = &tree.files[*file];
            let text = texts.and_then(|texts| texts.get(*file)).map(|(_, text)| Source::Text(text));
            let source = text.unwrap_or(Source::Disk(path));
            tasks.push(Task { source, build: build(tree, path), macros: Some(macros) });
        }
        let facts = sources::parse(&tasks)?;
        tree.add_expanded(ready.into_iter().map(|(file, _)| file).zip(facts).collect());
    }
    Ok(())
}

/// The build that a file is compiled in.
fn build<'a>(tree: &'a Tree, file: &Path) -> Build<'a> {
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
