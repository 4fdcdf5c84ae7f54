//! From what the files say to the schema.

mod foreign_keys;
mod names;
mod unite;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use limbeck_schema::{Enumeration, ObjectName, Schema};

use crate::{
    Aside, Entities, Entity, Field, Generation, Rename,
    items::{EntityFacts, Placed, Tree, WrittenEntity},
    origins::{Origins, Span},
    problems::{Fault, Note, Problem, ReadError, Severity},
    tables::{self, Built, Reading},
    types::{StatedEnum, StatedTypes, Types},
};

/// Makes the schema of everything in the tree.
///
/// # Errors
/// All problems, if one of them is an error.
pub(crate) fn assemble(mut tree: Tree, stated: &StatedTypes, generation: Generation) -> Result<Entities, ReadError> {
    let mut problems = Problems { list: std::mem::take(&mut tree.packages.problems) };
    for (file, note) in std::mem::take(&mut tree.notes) {
        if !tree.frozen.contains(&file) {
            problems.add(&tree, file, note);
        }
    }
    let reading = Reading { tree: &tree, types: Types::new(&tree, stated, generation), stated, generation };
    let mut built = build_tables(&reading, &mut problems);
    foreign_keys::add(&tree, &mut built, &mut problems);
    let list = understood(&tree, &built);
    let tables = unite::unite(&tree, built, &mut problems);
    names::tell_of_names_twice(&tree, &tables, &mut problems);
    let mut read = finish(tables, &mut problems);
    read.list = list;
    read.generation = generation;
    read.unused_types = stated.unused();
    read.files = tree.named;
    let mut list = problems.list;
    list.sort_by(|one, other| (&one.file, one.line, one.column).cmp(&(&other.file, other.line, other.column)));
    list.dedup();
    if list.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(ReadError::Problems(list));
    }
    read.warnings = list;
    Ok(read)
}

/// What was understood of each entity.
fn understood(tree: &Tree, built: &[Option<Built>]) -> Vec<Entity> {
    let of = |(entity, built): (&Placed<EntityFacts>, &Option<Built>)| {
        let facts = &entity.facts;
        if entity.file >= tree.named {
            return None;
        }
        let (table, aside) = match built {
            Some(built) => (built.table.name.clone(), None),
            None => {
                let name = ObjectName { schema: facts.schema_name.clone(), name: facts.table_name.clone()? };
                (name, Some(aside(tree, entity)?))
            }
        };
        let fields = facts.columns.iter().map(|column| Field {
            column: column.names.column.clone(),
            rust_type: column.rust_type.as_ref().map(ToString::to_string),
        });
        Some(Entity {
            span: Span { file: tree.files[entity.file].clone(), line: facts.at.line, column: facts.at.column },
            format: facts.format,
            table,
            fields: fields.collect(),
            aside,
        })
    };
    let mut list: Vec<_> = tree.entities.iter().zip(built).filter_map(of).collect();
    list.sort_by(|one, other| one.span.cmp(&other.span));
    list
}

/// Why an entity does not count, if it does not.
fn aside(tree: &Tree, entity: &Placed<EntityFacts>) -> Option<Aside> {
    match (tree.frozen.contains(&entity.file), entity.facts.hints.ignore) {
        (true, _) => Some(Aside::Frozen),
        (false, true) => Some(Aside::Ignored),
        (false, false) => None,
    }
}

/// Everything that is to be told.
pub(super) struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    pub(super) fn add(&mut self, tree: &Tree, file: usize, note: Note) {
        self.list.push(note.in_file(&tree.files[file]));
    }
}

/// The tables of the entities, in their order; `None` for one that does not count, or whose table nothing names.
fn build_tables(reading: &Reading<'_>, problems: &mut Problems) -> Vec<Option<Built>> {
    let tree = reading.tree;
    let names: HashMap<_, _> = tree
        .written
        .iter()
        .filter(|written| written.facts.table_name.is_some() || !written.facts.derived)
        .map(|written| ((written.module, written.facts.name.as_str()), &written.facts))
        .collect();
    let mut build = |entity: &Placed<EntityFacts>| {
        if !tree.counts(entity.file) || aside(tree, entity).is_some() {
            return None;
        }
        let written = names.get(&(entity.module, entity.facts.name.as_str())).copied();
        let name = match table_name(&entity.facts, written) {
            Ok(name) => name,
            Err(note) => {
                problems.add(tree, entity.file, note);
                return None;
            }
        };
        let mut notes = Vec::new();
        let built = tables::build(reading, entity, name, &mut notes);
        notes.into_iter().for_each(|note| problems.add(tree, entity.file, note));
        Some(built)
    };
    tree.entities.iter().map(&mut build).collect()
}

/// What the entity says, or the `EntityName` that is written beside it.
fn table_name(facts: &EntityFacts, written: Option<&WrittenEntity>) -> Result<ObjectName, Note> {
    let name = facts.table_name.as_ref().or_else(|| written?.table_name.as_ref());
    let help = "say `#[sea_orm(table_name = \"..\")]`, or leave the entity out with `#[limbeck(ignore)]`";
    match name {
        Some(name) => {
            let schema = facts.schema_name.clone().or_else(|| written?.schema_name.clone());
            Ok(ObjectName { schema, name: name.clone() })
        }
        None if written.is_some() => {
            let fault =
                Fault::new("the `table_name()` of this entity is not a plain string, so its table is not known");
            Err(fault.help(help).error(facts.at))
        }
        None => {
            let fault = Fault::new("this struct derives DeriveEntityModel, but names no table, so it is left aside");
            Err(fault.help(help).warning(facts.at))
        }
    }
}

/// What a table was called before: another name in the same schema, unless that is said with a dot.
fn renamed_table(from: &str, to: &ObjectName) -> Rename {
    let from = match from.split_once('.') {
        Some((schema, name)) => ObjectName::qualified(schema, name),
        None => ObjectName { schema: to.schema.clone(), name: from.to_owned() },
    };
    Rename::Table { from, to: to.clone() }
}

fn finish(tables: BTreeMap<ObjectName, Built>, problems: &mut Problems) -> Entities {
    let mut read = Entities::default();
    let mut enumerations: BTreeMap<ObjectName, (Enumeration, Span)> = BTreeMap::new();
    let (mut schema, mut origins) = (Schema::default(), Origins::default());
    let mut labels: BTreeSet<Rename> = BTreeSet::new();
    for (name, built) in tables {
        for (enumeration, StatedEnum { span: place, renames }) in built.enumerations {
            let enumeration_of = |(to, from)| Rename::Label { enumeration: enumeration.name.clone(), from, to };
            labels.extend(renames.into_iter().map(enumeration_of));
            match enumerations.get(&enumeration.name) {
                Some((known, at)) if known.labels != enumeration.labels => {
                    problems.list.push(names::two_enums(&enumeration, at, &place));
                }
                Some(_) => {}
                None => {
                    origins.insert_enumeration(enumeration.name.clone(), place.clone());
                    enumerations.insert(enumeration.name.clone(), (enumeration, place));
                }
            }
        }
        read.columns += built.table.columns.len();
        read.renames.extend(built.renamed_from.map(|from| renamed_table(&from, &name)));
        let renames = built.renames.into_iter().map(|(to, from)| Rename::Column { table: name.clone(), from, to });
        read.renames.extend(renames.collect::<BTreeSet<_>>());
        read.ignored.extend(built.ignored.into_iter().map(|names| (name.clone(), names.column)));
        read.opaque.extend(built.opaque.into_iter().map(|(column, opaque)| ((name.clone(), column), opaque)));
        schema.insert(built.table);
        origins.insert(name, built.origins);
    }
    read.renames.extend(labels);
    read.schema = schema;
    read.origins = origins;
    read
}
