//! Where crates begin, and what they are called.

use super::{module_path, tree::Tree};
use crate::packages::Packages;

impl Tree {
    /// Makes the modules that packages begin with, so that paths into them lead somewhere before their files are read.
    pub(super) fn add_packages(&mut self, packages: Packages) {
        for (id, package) in packages.iter() {
            let folder = package.root.parent().unwrap_or(&package.folder);
            let root = self.module_at(&module_path::of_folder(folder));
            self.modules[root].package = Some(id);
            self.package_roots.push(root);
        }
        self.packages = packages;
    }

    /// `crate` is the nearest ancestor that a package begins with, else the nearest with a `lib.rs` or `main.rs`, else the nearest called `src`.
    pub(super) fn find_roots(&mut self) {
        for id in 0..self.modules.len() {
            let ancestors = || std::iter::successors(Some(id), |id| self.modules[*id].parent);
            let package = ancestors().find(|id| self.modules[*id].package.is_some());
            let root = package.or_else(|| ancestors().find(|id| self.modules[*id].is_root));
            let root = root.or_else(|| ancestors().find(|id| self.modules[*id].name == "src"));
            self.modules[id].root = root;
            if root == Some(id) && package.is_none() {
                self.name_crate(id);
            }
        }
    }

    /// Without a manifest a crate is called like its folder, dashes taken for underscores; two of one name are none.
    fn name_crate(&mut self, root: usize) {
        let module = &self.modules[root];
        let folder = match module.parent {
            Some(parent) if module.name == "src" => &self.modules[parent].name,
            _ => &module.name,
        };
        let known = self.crates.entry(folder.replace('-', "_")).or_insert(Some(root));
        if *known != Some(root) {
            *known = None;
        }
    }

    /// The module that another crate begins with, by its name in the sources of `module`.
    pub(super) fn other_crate(&self, module: usize, name: &str) -> Option<usize> {
        let own = self.modules[module].root.and_then(|root| self.modules[root].package);
        let Some(own) = own.and_then(|package| self.packages.get(package)) else {
            return self.crates.get(name).copied().flatten();
        };
        if own.crate_name == name {
            return self.modules[module].root;
        }
        own.dependencies.get(name).and_then(|package| self.package_roots.get(*package)).copied()
    }

    /// Whether the crate of a module is known by its manifest, so that a path that leads nowhere really does.
    pub(crate) fn is_packaged(&self, module: usize) -> bool {
        self.modules[module].root.is_some_and(|root| self.modules[root].package.is_some())
    }
}
