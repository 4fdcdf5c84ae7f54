//! All modules of all files, and where a path leads from one of them.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use super::{
    facts::{
        DefinitionFacts, DefinitionKind, EntityFacts, FileFacts, ModuleFacts, RelationFacts, ValueTypeFacts,
        WrittenEntity,
    },
    frozen,
    hand::HandWritten,
    macros::MacroTexts,
    module_path::{self, joined},
    requests::Requests,
    walk::{Skip, Walk},
};
use crate::{
    Severity, attributes,
    formats::expanded,
    hints::TableHints,
    packages::Packages,
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
    /// The names of its type parameters.
    pub(crate) parameters: Vec<String>,
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
    /// How many of the files were named; the others were read because paths lead into them.
    pub(crate) named: usize,
    /// Files in folders of migrations, which keep entities as they were then.
    pub(crate) frozen: HashSet<usize>,
    pub(crate) entities: Vec<Placed<EntityFacts>>,
    pub(crate) relations: Vec<Placed<RelationFacts>>,
    pub(crate) written: Vec<Placed<WrittenEntity>>,
    pub(crate) hand: HandWritten,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) notes: Vec<(usize, Note)>,
    pub(crate) packages: Packages,
    value_types: Vec<Placed<ValueTypeFacts>>,
    /// Modules under a condition that may hold or not: the file and place of the `mod`, and the condition.
    conditions: Vec<(usize, usize, String, At)>,
    pub(super) modules: Vec<Module>,
    pub(super) by_path: HashMap<String, usize>,
    definitions_by_name: HashMap<String, Vec<usize>>,
    entities_by_module: HashMap<String, Vec<usize>>,
    pub(super) crates: HashMap<String, Option<usize>>,
    /// The modules that the packages begin with, in their order.
    pub(super) package_roots: Vec<usize>,
    /// The first macro call in which an identifier occurs: the macro's name, the file, the place.
    pub(super) macro_words: HashMap<String, (String, usize, At)>,
    /// The modules whose `mod name;` is not compiled.
    absent: HashMap<String, Option<Fault>>,
    pub(super) requests: Requests,
    pub(super) macros: MacroTexts,
    pub(super) known_files: HashSet<PathBuf>,
    /// Whether the files are named from the root of the file system.
    pub(super) is_absolute: bool,
}

/// A module of any of the files, or a folder above them.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The last segment of its path.
    pub(super) name: String,
    pub(super) path: String,
    pub(super) parent: Option<usize>,
    pub(super) children: HashMap<String, usize>,
    /// The module that `crate` means, if a package, a `lib.rs`, a `main.rs` or a folder `src` was among the files.
    pub(super) root: Option<usize>,
    /// The package that begins with it.
    pub(super) package: Option<usize>,
    pub(super) is_root: bool,
    /// Whether its own file was read.
    pub(super) is_read: bool,
    /// The children that stand in files of their own.
    pub(super) declared: HashSet<String>,
    pub(super) types: HashMap<String, Target>,
    pub(super) imports: HashMap<String, PathText>,
    globs: Vec<PathText>,
    pub(super) glob_targets: Vec<Target>,
}

impl Tree {
    /// An empty tree over packages. `is_absolute` is whether files are named from the root of the file system.
    pub(crate) fn new(packages: Packages, is_absolute: bool) -> Self {
        let mut tree = Self { is_absolute, ..Self::default() };
        tree.add_packages(packages);
        tree
    }

    /// Adds files, in their order, and finds out where their paths lead.
    pub(crate) fn add(&mut self, files: Vec<(PathBuf, FileFacts)>, named: bool) {
        self.absent.extend(absent_modules(&files));
        for (path, mut facts) in files {
            let file = self.files.len();
            self.known_files.insert(path.clone());
            self.files.push(path);
            self.named += usize::from(named);
            self.macros.add(file, &mut facts);
            self.add_facts(file, facts);
        }
        if named {
            self.frozen = frozen::find(&self.files);
        }
        self.settle();
    }

    /// Adds what a file says, unless its module is not compiled.
    pub(super) fn add_facts(&mut self, file: usize, facts: FileFacts) {
        let own = self.own_path(&self.files[file]);
        if let Some(fault) = under(&own, &self.absent) {
            let entity = facts.modules.iter().flat_map(|module| &module.entities).next();
            let note = fault.clone().zip(entity).map(|(fault, entity)| fault.warning(entity.at));
            self.notes.extend(note.filter(|_| file < self.named).map(|note| (file, note)));
            return;
        }
        // Of a file that was not named only that it could not be parsed is worth a word, and that stops nothing.
        let is_parsed = !facts.modules.is_empty();
        let is_named = file < self.named;
        for mut note in facts.notes {
            if !is_named && (is_parsed || note.severity != Severity::Error) {
                continue;
            }
            if !is_named {
                note.severity = Severity::Warning;
            }
            self.notes.push((file, note));
        }
        self.add_file(file, &own, facts.modules);
    }

    /// Finds out where paths lead, now that something was added.
    pub(super) fn settle(&mut self) {
        self.find_roots();
        self.resolve_globs();
        self.resolve_globs();
        self.apply_value_types();
    }

    /// Whether what stands in a file counts: it was named, and is no frozen copy.
    pub(crate) fn counts(&self, file: usize) -> bool {
        file < self.named && !self.frozen.contains(&file)
    }

    /// Puts hand-written entities together and says what depends on the build. Nothing is added after it.
    pub(crate) fn finish(&mut self) {
        let (united, notes) = expanded::unite(self);
        self.notes.extend(notes.into_iter().filter(|(file, _)| *file < self.named));
        // A compact model may stand beside a hand-written `Entity`, and hints at both.
        for entity in &mut self.entities {
            let is_beside = |part: &&Placed<(String, TableHints)>| {
                (part.module, part.facts.0.as_str()) == (entity.module, entity.facts.name.as_str())
            };
            if let Some(part) = self.hand.table_hints.iter().find(is_beside) {
                entity.facts.hints.add(part.facts.1.clone());
            }
        }
        for expanded::United { module, entity } in united {
            self.add_entity(module, entity);
        }
        self.tell_of_conditions();
    }

    /// The module that a file is; a package's root may have any name.
    pub(super) fn own_path(&self, file: &Path) -> String {
        let is_root = self.packages.iter().any(|(_, package)| package.root == file);
        match file.parent() {
            Some(folder) if is_root => module_path::of_folder(folder),
            _ => module_path::of_file(file),
        }
    }

    fn add_file(&mut self, file: usize, own: &str, modules: Vec<ModuleFacts>) {
        let path = self.files[file].clone();
        let is_root = matches!(path.file_name().and_then(|name| name.to_str()), Some("lib.rs" | "main.rs"));
        for (at, facts) in modules.into_iter().enumerate() {
            let full = facts.path.iter().fold(own.to_owned(), |full, name| joined(&full, name));
            let module = self.module_at(&full);
            self.modules[module].is_root |= is_root && at == 0;
            self.modules[module].is_read = true;
            for (name, condition, at) in &facts.conditions {
                let child = self.module_at(&joined(&full, name));
                self.conditions.push((child, file, condition.clone(), *at));
            }
            for (name, other) in &facts.paths {
                let other = path.parent().unwrap_or(Path::new("")).join(other);
                let target = self.module_at(&module_path::of_file(&other));
                self.modules[module].children.insert(name.clone(), target);
            }
            self.add_module(file, module, facts);
        }
    }

    fn add_module(&mut self, file: usize, module: usize, mut facts: ModuleFacts) {
        self.hand.take(module, file, &mut facts);
        for definition in facts.definitions {
            let id = self.definitions.len();
            self.modules[module].types.entry(definition.name.clone()).or_insert(Target::Definition(id));
            self.definitions_by_name.entry(definition.name.clone()).or_default().push(id);
            let DefinitionFacts { name, at, parameters, kind } = definition;
            self.definitions.push(Definition { name, module, file, at, parameters, kind });
        }
        for facts in facts.entities {
            self.add_entity(module, Placed { module, file, facts });
        }
        let place = |facts| Placed { module, file, facts };
        self.relations.extend(facts.relations.into_iter().map(place));
        self.written.extend(facts.written.into_iter().map(|facts| Placed { module, file, facts }));
        self.value_types.extend(facts.value_types.into_iter().map(|facts| Placed { module, file, facts }));
        for (name, path) in facts.imports {
            self.modules[module].imports.entry(name).or_insert(path);
        }
        self.modules[module].declared.extend(facts.declared);
        self.modules[module].globs.extend(facts.globs);
        for (word, macro_name, at) in facts.macro_words {
            self.macro_words.entry(word).or_insert((macro_name, file, at));
        }
    }

    /// Adds an entity, which relations find by its name in `module`.
    fn add_entity(&mut self, module: usize, entity: Placed<EntityFacts>) {
        let id = self.entities.len();
        // Of its struct there may be a definition, which says nothing.
        self.modules[module].types.insert(entity.facts.name.clone(), Target::Entity(id));
        self.entities_by_module.entry(self.modules[module].name.clone()).or_default().push(id);
        self.entities.push(entity);
    }

    /// The module of this path, made with its ancestors if it is new.
    pub(super) fn module_at(&mut self, path: &str) -> usize {
        if let Some(found) = self.by_path.get(path) {
            return *found;
        }
        let (parent, name) = match path.rsplit_once('/') {
            Some((parent, name)) => (Some(self.module_at(parent)), name),
            None if path.is_empty() => (None, path),
            None => (Some(self.module_at("")), path),
        };
        let id = self.modules.len();
        self.modules.push(Module { name: name.to_owned(), path: path.to_owned(), parent, ..Module::default() });
        self.by_path.insert(path.to_owned(), id);
        if let Some(parent) = parent {
            self.modules[parent].children.entry(name.to_owned()).or_insert(id);
        }
        id
    }

    /// Twice: the second round sees through globs that lead to other globs.
    fn resolve_globs(&mut self) {
        for id in 0..self.modules.len() {
            let walk = Walk::new(self);
            let targets = self.modules[id].globs.iter().map(|glob| walk.path(id, glob, Skip::Globs)).collect();
            self.modules[id].glob_targets = targets;
        }
    }

    /// A hand-written `ValueType` says what its type is, whatever the definition says. One whose type is not known yet waits.
    fn apply_value_types(&mut self) {
        for placed in std::mem::take(&mut self.value_types) {
            let Target::Definition(id) = self.resolve(placed.module, &placed.facts.of) else {
                self.value_types.push(placed);
                continue;
            };
            let Placed { module, facts, .. } = placed;
            self.definitions[id].kind = match facts.column_type {
                Some(text) => DefinitionKind::Stated(text, Some(module)),
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

    /// The path as the module's import gives it; the path itself where its first name is not imported.
    pub(crate) fn imported(&self, module: usize, path: &PathText) -> PathText {
        let import = path.segments.first().and_then(|first| self.modules[module].imports.get(first));
        let Some(import) = import.filter(|_| !path.leading) else { return path.clone() };
        let mut imported = import.clone();
        imported.segments.extend(path.segments.iter().skip(1).cloned());
        imported
    }

    /// The definitions of this name anywhere.
    pub(crate) fn definitions_named(&self, name: &str) -> &[usize] {
        self.definitions_by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The entities of all modules of this name.
    pub(crate) fn entities_in(&self, module_name: &str) -> &[usize] {
        self.entities_by_module.get(module_name).map_or(&[], Vec::as_slice)
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
fn absent_modules(files: &[(PathBuf, FileFacts)]) -> HashMap<String, Option<Fault>> {
    let mut absent = HashMap::new();
    for (path, facts) in files {
        for module in &facts.modules {
            if module.absent.is_empty() {
                continue;
            }
            let full = module.path.iter().fold(module_path::of_file(path), |full, name| joined(&full, name));
            absent.extend(module.absent.iter().map(|(name, fault)| (joined(&full, name), fault.clone())));
        }
    }
    absent
}

/// What is said of the nearest ancestor that is absent, or of the path itself.
fn under<'a>(path: &str, absent: &'a HashMap<String, Option<Fault>>) -> Option<&'a Option<Fault>> {
    if absent.is_empty() {
        return None;
    }
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().find_map(|end| absent.get(&path[..end]))
}
