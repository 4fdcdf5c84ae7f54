//! Macros that one file has and another one calls.

use std::collections::{HashMap, HashSet};

use super::{facts::FileFacts, tree::Tree};

/// The macros of all files, and the calls that wait for one.
#[derive(Debug, Default)]
pub(super) struct MacroTexts {
    /// By name: the file that has it, and its text.
    texts: HashMap<String, Vec<(usize, String)>>,
    /// The files with calls of macros that are not their own.
    waiting: HashMap<usize, HashSet<String>>,
}

impl MacroTexts {
    pub(super) fn add(&mut self, file: usize, facts: &mut FileFacts) {
        for (name, text) in std::mem::take(&mut facts.macros) {
            self.texts.entry(name).or_default().push((file, text));
        }
        let calls = std::mem::take(&mut facts.calls);
        if !calls.is_empty() {
            self.waiting.entry(file).or_default().extend(calls);
        }
    }
}

/// The macros of other files that a file calls.
#[derive(Debug)]
pub(crate) struct Foreign {
    /// The calls that are to be expanded.
    pub(crate) calls: HashSet<String>,
    /// The macros by name, with those that stand beside them, which they may call.
    pub(crate) texts: HashMap<String, String>,
}

impl Tree {
    /// The files whose calls can be expanded now, each with their macros; each call is given once.
    pub(super) fn expandable(&mut self) -> Vec<(usize, Foreign)> {
        let files = &self.files;
        let shared = |one: usize, other: usize| {
            let (one, other) = (files[one].components(), files[other].components());
            one.zip(other).take_while(|(one, other)| one == other).count()
        };
        let texts = &self.macros.texts;
        let mut ready = Vec::new();
        for (file, names) in &mut self.macros.waiting {
            // Of several macros of one name the nearest is meant.
            let nearest = |name: &String| texts.get(name)?.iter().max_by_key(|(owner, _)| shared(*file, *owner));
            let mut found = HashMap::new();
            let mut owners = HashSet::new();
            for (name, (owner, text)) in names.iter().filter_map(|name| Some((name, nearest(name)?))) {
                found.insert(name.clone(), text.clone());
                owners.insert(*owner);
            }
            if found.is_empty() {
                continue;
            }
            let calls: HashSet<_> = found.keys().cloned().collect();
            names.retain(|name| !calls.contains(name));
            for (name, list) in texts {
                let beside = list.iter().find(|(owner, _)| owners.contains(owner));
                if let Some((_, text)) = beside {
                    found.entry(name.clone()).or_insert_with(|| text.clone());
                }
            }
            ready.push((*file, Foreign { calls, texts: found }));
        }
        ready.sort_by_key(|(file, _)| *file);
        ready
    }

    /// Adds what macros made of their calls in a file.
    pub(super) fn add_expanded(&mut self, files: Vec<(usize, FileFacts)>) {
        for (file, mut facts) in files {
            self.macros.add(file, &mut facts);
            self.add_facts(file, facts);
        }
        self.settle();
    }
}
