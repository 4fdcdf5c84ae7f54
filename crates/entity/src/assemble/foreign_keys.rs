//! From the relations to the foreign keys of the tables.

use std::collections::HashMap;

use limbeck_schema::{ForeignKey, ObjectName, Table};

use super::Problems;
use crate::{
    items::{Placed, RelationFacts, Tree},
    origins::Span,
    problems::{At, Fault},
    relations::{self, KeyOwner},
    tables::Built,
};

/// A foreign key with the place of its relation.
struct PlacedKey {
    key: ForeignKey,
    file: usize,
    at: At,
}

/// Adds the foreign keys that the relations of the entities make.
pub(super) fn add(tree: &Tree, built: &mut [Option<Built>], problems: &mut Problems) {
    let mut keys: Vec<Vec<PlacedKey>> = built.iter().map(|_| Vec::new()).collect();
    for (id, entity) in tree.entities.iter().enumerate() {
        for relation in &entity.facts.relations {
            add_key(tree, built, (id, entity.module, entity.file, relation), &mut keys, problems);
        }
    }
    for Placed { module, file, facts } in tree.relations.iter().filter(|relation| tree.counts(relation.file)) {
        match relations::owner(tree, *module, &facts.owner) {
            KeyOwner::Entity(id) => add_key(tree, built, (id, *module, *file, facts), &mut keys, problems),
            KeyOwner::Nobody => {
                let fault = Fault::new(format!("this relation is of `{}`, but no entity is found there", facts.owner));
                let note = fault.help("let the entity paths include its file").error(facts.at);
                problems.add(tree, *file, note);
            }
        }
    }
    tell_of_keys_without_target(tree, built, &keys, problems);
    for (built, keys) in built.iter_mut().zip(keys) {
        let Some(built) = built else { continue };
        for PlacedKey { key, file, at } in keys {
            let place = Span { file: tree.files[file].clone(), line: at.line, column: at.column };
            built.origins.foreign_keys.entry(key.columns.clone()).or_insert_with(|| place.clone());
            if let Some(name) = &key.name {
                built.origins.names.insert(name.clone(), place);
            }
            built.table.foreign_keys.push(key);
        }
    }
}

fn add_key(
    tree: &Tree,
    built: &[Option<Built>],
    (owner, module, file, relation): (usize, usize, usize, &RelationFacts),
    keys: &mut [Vec<PlacedKey>],
    problems: &mut Problems,
) {
    let Some(entity) = &built[owner] else { return };
    let key = match relations::foreign_key(tree, built, (module, entity), relation) {
        Ok(key) => key,
        Err(note) => return problems.add(tree, file, note),
    };
    let keys = &mut keys[owner];
    if let Some(known) = keys.iter_mut().find(|known| relations::same_shape(&known.key, &key)) {
        if let Err(fault) = relations::unite(&mut known.key, key) {
            problems.add(tree, file, fault.error(relation.at));
        }
        return;
    }
    if let Some(known) = keys.iter().find(|known| known.key.name == key.name) {
        let fault = Fault::new(format!(
            "two foreign keys are called `{}`: to `{}` and to `{}`",
            key.name.as_deref().unwrap_or_default(),
            known.key.target,
            key.target
        ));
        let note = fault
            .help("give one a `fk_name`, or say `skip_fk` where the database has no such foreign key")
            .error(relation.at);
        return problems.add(tree, file, note);
    }
    keys.push(PlacedKey { key, file, at: relation.at });
}

/// Warns of keys to columns that are not unique as far as the entities say: most databases refuse them.
fn tell_of_keys_without_target(tree: &Tree, built: &[Option<Built>], keys: &[Vec<PlacedKey>], problems: &mut Problems) {
    let tables: HashMap<&ObjectName, &Table> =
        built.iter().flatten().map(|built| (&built.table.name, &built.table)).collect();
    for PlacedKey { key, file, at } in keys.iter().flatten() {
        let Some(target) = tables.get(&key.target) else { continue };
        if !relations::may_be_referred_to(target, &key.target_columns) {
            let columns = key.target_columns.join(", ");
            let fault =
                Fault::new(format!("a foreign key cannot refer to `{}` ({columns}), which is not unique", key.target))
                    .help("if the relation runs the other way, or the database has no such foreign key, say `skip_fk`");
            problems.add(tree, *file, fault.warning(*at));
        }
    }
}
