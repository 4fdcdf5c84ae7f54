use syn::{Block, Ident, Item, ItemUse, Stmt, UseTree};

use crate::{attributes::without_raw, types::PathText};

/// What `use` brings into a module or a function.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// The names with what they stand for.
    pub(crate) imports: Vec<(String, PathText)>,
    /// The paths of `use ..::*`.
    pub(crate) globs: Vec<PathText>,
}

impl Uses {
    /// What one `use` brings in.
    pub(crate) fn of(item: &ItemUse) -> Self {
        let mut uses = Self::default();
        uses.add(item);
        uses
    }

    /// What a function's own `use`s bring in.
    pub(crate) fn of_block(block: &Block) -> Self {
        let mut uses = Self::default();
        for statement in &block.stmts {
            if let Stmt::Item(Item::Use(item)) = statement {
                uses.add(item);
            }
        }
        uses
    }

    /// The path with what its first name stands for.
    pub(crate) fn apply(&self, path: PathText) -> PathText {
        let first = path.segments.first().filter(|_| !path.leading);
        let import = self.imports.iter().find(|(name, _)| Some(name) == first);
        match import {
            Some((_, import)) => {
                let mut full = import.clone();
                full.segments.extend(path.segments.into_iter().skip(1));
                full
            }
            None => path,
        }
    }

    fn add(&mut self, item: &ItemUse) {
        self.tree(&item.tree, &PathText { leading: item.leading_colon.is_some(), segments: Vec::new() });
    }

    fn tree(&mut self, tree: &UseTree, before: &PathText) {
        let with = |ident: &Ident| {
            let mut path = before.clone();
            path.segments.push(without_raw(ident));
            path
        };
        match tree {
            UseTree::Path(inner) => self.tree(&inner.tree, &with(&inner.ident)),
            // `use a::{self}` is `use a`.
            UseTree::Name(name) if name.ident == "self" => {
                self.imports.push((before.last().to_owned(), before.clone()));
            }
            UseTree::Name(name) => self.imports.push((without_raw(&name.ident), with(&name.ident))),
            UseTree::Rename(renamed) if renamed.ident == "self" => {
                self.imports.push((without_raw(&renamed.rename), before.clone()));
            }
            UseTree::Rename(renamed) => self.imports.push((without_raw(&renamed.rename), with(&renamed.ident))),
            UseTree::Glob(_) => self.globs.push(before.clone()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before)),
        }
    }
}
