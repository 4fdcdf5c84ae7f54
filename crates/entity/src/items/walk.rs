//! Where a path leads: Rust's own rules, as far as they matter for types and entities.

use std::{cell::Cell, collections::HashSet};

use super::tree::{Target, Tree};
use crate::types::{PathText, known};

/// How many steps a path may take: enough for any chain of re-exports, an end for those that go in circles.
const STEPS: u32 = 2_000;

/// What the first segment of a path does not look at.
#[derive(Clone, Copy)]
pub(super) enum Skip<'a> {
    Nothing,
    /// The import of this name, which the path is itself.
    Import(&'a str),
    /// The globs, of which the path is itself one.
    Globs,
}

/// One path's way through the tree.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    steps: Cell<u32>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(tree: &'a Tree) -> Self {
        Self { tree, steps: Cell::new(0) }
    }

    /// Whether there is a step left.
    fn step(&self) -> bool {
        self.steps.set(self.steps.get() + 1);
        self.steps.get() < STEPS
    }

    pub(super) fn path(&self, module: usize, path: &PathText, skip: Skip<'_>) -> Target {
        let Some((first, rest)) = path.segments.split_first() else {
            return Target::Missing;
        };
        if !self.step() {
            return Target::Missing;
        }
        let modules = &self.tree.modules;
        let start = match first.as_str() {
            _ if path.leading => None,
            "crate" => Some(modules[module].root.map_or(Target::Missing, Target::Module)),
            "self" => Some(Target::Module(module)),
            "super" => Some(modules[module].parent.map_or(Target::Missing, Target::Module)),
            name => self.member(module, name, skip),
        };
        if let Some(start) = start {
            return self.onward(start, rest);
        }
        // Another crate of the workspace, or one that is not among the files.
        // A bare name is a crate only where it is imported: a type may be called like one.
        let is_import = !matches!(skip, Skip::Nothing);
        let workspace = self.tree.other_crate(module, first).filter(|_| is_import || !rest.is_empty());
        match workspace.map_or(Target::Missing, |root| self.onward(Target::Module(root), rest)) {
            Target::Missing => Target::External(path.segments.clone()),
            found => found,
        }
    }

    fn onward(&self, start: Target, rest: &[String]) -> Target {
        let modules = &self.tree.modules;
        rest.iter().fold(start, |target, segment| match target {
            Target::Module(module) => match segment.as_str() {
                "super" => modules[module].parent.map_or(Target::Missing, Target::Module),
                "self" => target,
                name => self.member(module, name, Skip::Nothing).unwrap_or(Target::Missing),
            },
            Target::External(mut path) => {
                path.push(segment.clone());
                Target::External(path)
            }
            Target::Definition(_) | Target::Entity(_) | Target::Missing => Target::Missing,
        })
    }

    /// What a name means in a module: its own items before what it imports, that before what a glob brings.
    fn member(&self, module: usize, name: &str, skip: Skip<'_>) -> Option<Target> {
        let mut seen = HashSet::new();
        self.member_unseen(module, name, skip, &mut seen)
    }

    fn member_unseen(&self, module: usize, name: &str, skip: Skip<'_>, seen: &mut HashSet<usize>) -> Option<Target> {
        if !seen.insert(module) || !self.step() {
            return None;
        }
        let found = &self.tree.modules[module];
        self.tree.ask_for(module);
        if let Some(target) = found.types.get(name) {
            return Some(target.clone());
        }
        let itself = matches!(skip, Skip::Import(own) if own == name);
        if !itself && let Some(path) = found.imports.get(name) {
            return Some(self.path(module, path, Skip::Import(name)));
        }
        self.tree.ask_for_child(module, name);
        if let Some(child) = found.children.get(name) {
            return Some(Target::Module(*child));
        }
        if matches!(skip, Skip::Globs) {
            return None;
        }
        found.glob_targets.iter().find_map(|glob| match glob {
            Target::Module(other) => self.member_unseen(*other, name, Skip::Nothing, seen),
            Target::External(path) if known::is_sea_orm(path) && known::is_in_prelude(name) => {
                Some(Target::External(vec!["sea_orm".to_owned(), name.to_owned()]))
            }
            _ => None,
        })
    }
}
