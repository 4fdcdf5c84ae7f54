//! All modules of all files, and where a path leads from one of them.

use std::{
    collections::{HashMap, HashSet},
    path::{Component, Path, PathBuf},
};

use super::{
    facts::{DefinitionKind, EntityFacts, FileFacts, ModuleFacts, RelationFacts, ValueTypeFacts, WrittenEntity},
    walk::{Skip, Walk},
};
use crate::{
    attributes,
    problems::{At, Fault, Note},
    types::PathText,
};

/// Something with the module and file it stands in.
#[derive(Debug)]
pub(crate) struct Placed<T> {
    pub(crate) module: usize,
    pub(crate) file: usize,
    pub(crate) facts: T,
}

/// A type that was defined in one of the files.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) module: usize,
    pub(crate) file: usize,
    pub(crate) at: At,
    pub(crate) kind: DefinitionKind,
}

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A module of the files.
    Module(usize),
    /// A type of the files.
    Definition(usize),
    /// An entity of the files: the struct `Entity` that its derive makes.
    Entity(usize),
    /// Out of the files: a path from another crate, or a bare name that no `use` brings in.
    External(Vec<String>),
    /// Nowhere: a module of the files that has no such name.
    Missing,
}

/// The modules, and everything that stands in them.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) entities: Vec<Placed<EntityFacts>>,
    pub(crate) relations: Vec<Placed<RelationFacts>>,
    pub(crate) written: Vec<Placed<WrittenEntity>>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) notes: Vec<(usize, Note)>,
    value_types: Vec<Placed<ValueTypeFacts>>,
    /// Modules under a condition that may hold or not: the file and place of the `mod`, and the condition.
    conditions: Vec<(usize, usize, String, At)>,
    pub(super) modules: Vec<Module>,
    by_path: HashMap<String, usize>,
    definitions_by_name: HashMap<String, Vec<usize>>,
    entities_by_module: HashMap<String, Vec<usize>>,
    /// The modules with entities that are written by hand, and their names.
    written_modules: HashSet<usize>,
    written_names: HashSet<String>,
    pub(super) crates: HashMap<String, Option<usize>>,
    /// The first macro call in which an identifier occurs: the macro's name, the file, the place.
    macro_words: HashMap<String, (String, usize, At)>,
}

/// A module of any of the files, or a folder above them.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The last segment of its path.
    name: String,
    pub(super) parent: Option<usize>,
    pub(super) children: HashMap<String, usize>,
    /// The module that `crate` means, if a `lib.rs`, a `main.rs` or a folder `src` was among the files.
    pub(super) root: Option<usize>,
    is_root: bool,
    pub(super) types: HashMap<String, Target>,
    pub(super) imports: HashMap<String, PathText>,
    globs: Vec<PathText>,
    pub(super) glob_targets: Vec<Target>,
}

impl Tree {
    /// Builds the tree of files, in their order.
    pub(crate) fn build(files: Vec<(PathBuf, FileFacts)>) -> Self {
        let mut tree = Self::default();
        let absent = absent_modules(&files);
        for (path, facts) in files {
            let own = module_path(&path);
            let file = tree.files.len();
            tree.files.push(path);
            if !absent.is_empty() && is_under(&own, &absent) {
                continue;
            }
            tree.notes.extend(facts.notes.into_iter().map(|note| (file, note)));
            tree.add_file(file, &own, facts.modules);
        }
        tree.find_roots();
        tree.resolve_globs();
        tree.resolve_globs();
        tree.apply_value_types();
        tree.tell_of_conditions();
        tree
    }

    fn add_file(&mut self, file: usize, own: &str, modules: Vec<ModuleFacts>) {
        let path = self.files[file].clone();
        let is_root = matches!(path.file_name().and_then(|name| name.to_str()), Some("lib.rs" | "main.rs"));
        for (at, facts) in modules.into_iter().enumerate() {
            let full = facts.path.iter().fold(own.to_owned(), |full, name| joined(&full, name));
            let module = self.module_at(&full);
            self.modules[module].is_root |= is_root && at == 0;
            for (name, condition, at) in &facts.conditions {
                let child = self.module_at(&joined(&full, name));
                self.conditions.push((child, file, condition.clone(), *at));
            }
            for (name, other) in &facts.paths {
                let other = path.parent().unwrap_or(Path::new("")).join(other);
                let target = self.module_at(&module_path(&other));
                self.modules[module].children.insert(name.clone(), target);
            }
            self.add_module(file, module, facts);
        }
    }

    fn add_module(&mut self, file: usize, module: usize, facts: ModuleFacts) {
        for definition in facts.definitions {
            let id = self.definitions.len();
            self.modules[module].types.entry(definition.name.clone()).or_insert(Target::Definition(id));
            self.definitions_by_name.entry(definition.name.clone()).or_default().push(id);
            let (name, at, kind) = (definition.name, definition.at, definition.kind);
            self.definitions.push(Definition { name, module, file, at, kind });
        }
        for facts in facts.entities {
            let id = self.entities.len();
            self.modules[module].types.entry("Entity".to_owned()).or_insert(Target::Entity(id));
            self.entities_by_module.entry(self.modules[module].name.clone()).or_default().push(id);
            self.entities.push(Placed { module, file, facts });
        }
        let place = |facts| Placed { module, file, facts };
        self.relations.extend(facts.relations.into_iter().map(place));
        if !facts.written.is_empty() {
            self.written_modules.insert(module);
            self.written_names.insert(self.modules[module].name.clone());
        }
        self.written.extend(facts.written.into_iter().map(|facts| Placed { module, file, facts }));
        self.value_types.extend(facts.value_types.into_iter().map(|facts| Placed { module, file, facts }));
        for (name, path) in facts.imports {
            self.modules[module].imports.entry(name).or_insert(path);
        }
        self.modules[module].globs.extend(facts.globs);
        for (word, macro_name, at) in facts.macro_words {
            self.macro_words.entry(word).or_insert((macro_name, file, at));
        }
    }

    /// The module of this path, made with its ancestors if it is new.
    fn module_at(&mut self, path: &str) -> usize {
        if let Some(found) = self.by_path.get(path) {
            return *found;
        }
        let (parent, name) = match path.rsplit_once('/') {
            Some((parent, name)) => (Some(self.module_at(parent)), name),
            None if path.is_empty() => (None, path),
            None => (Some(self.module_at("")), path),
        };
        let id = self.modules.len();
        self.modules.push(Module { name: name.to_owned(), parent, ..Module::default() });
        self.by_path.insert(path.to_owned(), id);
        if let Some(parent) = parent {
            self.modules[parent].children.entry(name.to_owned()).or_insert(id);
        }
        id
    }

    /// `crate` is the nearest ancestor with a `lib.rs` or `main.rs`, else the nearest that is called `src`.
    fn find_roots(&mut self) {
        for id in 0..self.modules.len() {
            let ancestors = || std::iter::successors(Some(id), |id| self.modules[*id].parent);
            let root = ancestors().find(|id| self.modules[*id].is_root);
            let root = root.or_else(|| ancestors().find(|id| self.modules[*id].name == "src"));
            self.modules[id].root = root;
            if root == Some(id) {
                self.name_crate(id);
            }
        }
    }

    /// A crate is called like its folder, dashes taken for underscores; two of one name are none.
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

    /// Twice: the second round sees through globs that lead to other globs.
    fn resolve_globs(&mut self) {
        for id in 0..self.modules.len() {
            let walk = Walk::new(self);
            let targets = self.modules[id].globs.iter().map(|glob| walk.path(id, glob, Skip::Globs)).collect();
            self.modules[id].glob_targets = targets;
        }
    }

    /// A hand-written `ValueType` says what its type is, whatever the definition says.
    fn apply_value_types(&mut self) {
        for Placed { module, facts, .. } in std::mem::take(&mut self.value_types) {
            let Target::Definition(id) = self.resolve(module, &facts.of) else {
                continue;
            };
            self.definitions[id].kind = match facts.column_type {
                Some(text) => DefinitionKind::Stated(text),
                None => DefinitionKind::Unclear(
                    Fault::new(format!("the `column_type()` of `{}` is not one plain expression", facts.of))
                        .help("write `ColumnType::..` with literals there, or `column_type` at the field"),
                    facts.at,
                ),
            };
        }
    }

    /// Warns of modules with entities that are compiled under a condition only.
    fn tell_of_conditions(&mut self) {
        if self.conditions.is_empty() {
            return;
        }
        let mut with_entities = HashSet::new();
        for entity in &self.entities {
            let mut next = Some(entity.module);
            while let Some(module) = next.filter(|module| with_entities.insert(*module)) {
                next = self.modules[module].parent;
            }
        }
        for (module, file, condition, at) in std::mem::take(&mut self.conditions) {
            if with_entities.contains(&module) {
                self.notes.push((file, attributes::warning("module of entities", &condition).warning(at)));
            }
        }
    }

    /// Where `path` leads from `module`.
    pub(crate) fn resolve(&self, module: usize, path: &PathText) -> Target {
        Walk::new(self).path(module, path, Skip::Nothing)
    }

    /// The definitions of this name anywhere.
    pub(crate) fn definitions_named(&self, name: &str) -> &[usize] {
        self.definitions_by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The entities of all modules of this name.
    pub(crate) fn entities_in(&self, module_name: &str) -> &[usize] {
        self.entities_by_module.get(module_name).map_or(&[], Vec::as_slice)
    }

    /// Whether an entity that is written by hand stands in the module.
    pub(crate) fn has_written(&self, module: usize) -> bool {
        self.written_modules.contains(&module)
    }

    /// The same of any module of this name.
    pub(crate) fn has_written_in(&self, module_name: &str) -> bool {
        self.written_names.contains(module_name)
    }

    /// The last segment of the module's path.
    pub(crate) fn module_name(&self, module: usize) -> &str {
        &self.modules[module].name
    }

    /// The macro call that has the word among its arguments: the macro's name, the file, the place.
    pub(crate) fn macro_with(&self, word: &str) -> Option<(&str, &Path, At)> {
        self.macro_words.get(word).map(|(name, file, at)| (name.as_str(), self.files[*file].as_path(), *at))
    }
}

/// The paths of the modules whose `mod name;` is not compiled.
fn absent_modules(files: &[(PathBuf, FileFacts)]) -> HashSet<String> {
    let mut absent = HashSet::new();
    for (path, facts) in files {
        for module in &facts.modules {
            if module.absent.is_empty() {
                continue;
            }
            let full = module.path.iter().fold(module_path(path), |full, name| joined(&full, name));
            absent.extend(module.absent.iter().map(|name| joined(&full, name)));
        }
    }
    absent
}

fn is_under(path: &str, ancestors: &HashSet<String>) -> bool {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().any(|end| ancestors.contains(&path[..end]))
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// The path of a file's module: its folders, and its name unless that is `mod`, `lib` or `main`.
fn module_path(file: &Path) -> String {
    let mut segments: Vec<String> = Vec::new();
    for component in file.components() {
        match component {
            Component::Normal(name) => segments.push(name.to_string_lossy().into_owned()),
            Component::ParentDir if segments.last().is_some_and(|last| last != "..") => {
                segments.pop();
            }
            Component::ParentDir => segments.push("..".to_owned()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    if let Some(last) = segments.pop() {
        let stem = last.strip_suffix(".rs").unwrap_or(&last);
        if !matches!(stem, "mod" | "lib" | "main") {
            segments.push(stem.to_owned());
        }
    }
    segments.join("/")
}
