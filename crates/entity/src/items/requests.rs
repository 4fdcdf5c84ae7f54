//! Files that are read because a path leads into them: the types of columns may stand anywhere in the workspace.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashSet},
    path::PathBuf,
};

use super::{module_path, tree::Tree};

/// What paths came across and is not read.
#[derive(Debug, Default)]
pub(super) struct Requests {
    /// Modules by path.
    modules: RefCell<BTreeSet<String>>,
    /// What was looked for before, found or not.
    tried: HashSet<String>,
}

impl Requests {
    pub(super) fn ask(&self, module: &str) {
        if !self.tried.contains(module) {
            self.modules.borrow_mut().insert(module.to_owned());
        }
    }
}

impl Tree {
    /// Asks for the module's file, if it was not read and its package is known.
    pub(super) fn ask_for(&self, module: usize) {
        if !self.modules[module].is_read && self.is_packaged(module) {
            self.requests.ask(&self.modules[module].path);
        }
    }

    /// Asks for the file of a child that the module declares.
    pub(super) fn ask_for_child(&self, module: usize, name: &str) {
        let declared = &self.modules[module].declared;
        if self.is_packaged(module) && declared.contains(name) {
            self.requests.ask(&module_path::joined(&self.modules[module].path, name));
        }
    }

    /// Asks for all that is declared in the module's crate: the implementation that makes a type one of a column may stand anywhere in it.
    pub(crate) fn ask_for_crate(&self, module: usize) {
        let Some(root) = self.modules[module].root.filter(|_| self.is_packaged(module)) else { return };
        self.ask_for(root);
        for (id, other) in self.modules.iter().enumerate().filter(|(_, other)| other.root == Some(root)) {
            other.declared.iter().for_each(|name| self.ask_for_child(id, name));
        }
    }

    /// Asks for the crate of a file that calls a macro with this word, and for those that its module imports the macro from.
    pub(crate) fn ask_for_macro(&self, word: &str) {
        let Some((name, file, _)) = self.macro_words.get(word) else { return };
        let own = self.own_path(&self.files[*file]);
        let Some(module) = self.by_path.get(&own).copied() else { return };
        self.ask_for_crate(module);
        let import = self.modules[module].imports.get(name).and_then(|path| path.segments.first());
        if let Some(other) = import.and_then(|first| self.other_crate(module, first)) {
            self.ask_for_crate(other);
        }
    }

    /// The files that were asked for since the last time, and are there.
    pub(super) fn requested(&mut self) -> Vec<PathBuf> {
        let asked = std::mem::take(&mut *self.requests.modules.borrow_mut());
        let mut files = Vec::new();
        for path in asked {
            files.extend(self.file_of(&path));
            self.requests.tried.insert(path);
        }
        files
    }

    /// The file that a module stands in.
    fn file_of(&self, path: &str) -> Option<PathBuf> {
        if self.by_path.get(path).is_some_and(|module| self.modules[*module].is_read) {
            return None;
        }
        let root = self.by_path.get(path).and_then(|module| self.modules[*module].package);
        let root = root.and_then(|package| self.packages.get(package)).map(|package| package.root.clone());
        let candidates = root.into_iter().chain(module_path::files(path, self.is_absolute));
        candidates.into_iter().find(|file| file.is_file() && !self.known_files.contains(file))
    }
}
