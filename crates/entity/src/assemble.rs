//! From what the files say to the schema.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use limbeck_schema::{Enumeration, ForeignKey, ObjectName, Schema, Table};

use crate::{
    Entities, Entity, Field, Format, Rename,
    items::{EntityFacts, Placed, RelationFacts, Tree},
    origins::{Origins, Span},
    problems::{At, Fault, Note, Problem, ReadError, Severity},
    relations::{self, KeyOwner},
    tables::{self, Built},
    types::Types,
};

/// Makes the schema of everything in the tree.
///
/// # Errors
/// All problems, if one of them is an error.
pub(crate) fn assemble(mut tree: Tree) -> Result<Entities, ReadError> {
    let mut problems = Problems { list: Vec::new() };
    for (file, note) in std::mem::take(&mut tree.notes) {
        problems.add(&tree, file, note);
    }
    let mut built = build_tables(&tree, &mut problems);
    tell_of_written_entities(&tree, &mut problems);
    add_foreign_keys(&tree, &mut built, &mut problems);
    let list = understood(&tree, &built);
    let tables = unite_tables(&tree, built, &mut problems);
    tell_of_names_twice(&tree, &tables, &mut problems);
    let mut read = finish(tables, &mut problems);
    read.list = list;
    read.files = tree.files.len();
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
        let built = built.as_ref()?;
        let fields = entity
            .facts
            .columns
            .iter()
            .map(|column| Field { column: column.names.column.clone(), rust_type: Some(column.rust_type.to_string()) });
        Some(Entity {
            span: built.origins.span.clone(),
            format: if entity.facts.relations.is_empty() { Format::Compact } else { Format::Dense },
            table: built.table.name.clone(),
            fields: fields.collect(),
            aside: None,
        })
    };
    let mut list: Vec<_> = tree.entities.iter().zip(built).filter_map(of).collect();
    list.sort_by(|one, other| one.span.cmp(&other.span));
    list
}

struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    fn add(&mut self, tree: &Tree, file: usize, note: Note) {
        self.list.push(note.in_file(&tree.files[file]));
    }
}

/// The tables of the entities, in their order; `None` for a struct that is no entity because nothing names its table.
fn build_tables(tree: &Tree, problems: &mut Problems) -> Vec<Option<Built>> {
    let types = Types::new(tree);
    let names: HashMap<_, _> = tree
        .written
        .iter()
        .filter(|written| written.facts.name == "Entity" && !written.facts.derived)
        .map(|written| (written.module, &written.facts))
        .collect();
    let mut build = |entity: &Placed<EntityFacts>| {
        let written = names.get(&entity.module);
        let table_name = entity.facts.table_name.as_ref().or_else(|| written?.table_name.as_ref());
        let Some(table_name) = table_name else {
            let help = "say `#[sea_orm(table_name = \"..\")]`";
            let note = match written {
                Some(_) => {
                    Fault::new("the `table_name()` of this entity is not a plain string, so its table is not known")
                        .help(help)
                        .error(entity.facts.at)
                }
                None => Fault::new("this struct derives DeriveEntityModel, but names no table, so it is left aside")
                    .help(help)
                    .warning(entity.facts.at),
            };
            problems.add(tree, entity.file, note);
            return None;
        };
        let schema = entity.facts.schema_name.clone().or_else(|| written?.schema_name.clone());
        let name = ObjectName { schema, name: table_name.clone() };
        let mut notes = Vec::new();
        let built = tables::build(tree, &types, entity, name, &mut notes);
        notes.into_iter().for_each(|note| problems.add(tree, entity.file, note));
        Some(built)
    };
    tree.entities.iter().map(&mut build).collect()
}

/// The expanded format is not read yet: an error, since leaving its tables out would drop them.
fn tell_of_written_entities(tree: &Tree, problems: &mut Problems) {
    let compact: HashSet<_> = tree.entities.iter().map(|entity| entity.module).collect();
    let mut told = HashSet::new();
    for written in &tree.written {
        let is_compact = written.facts.name == "Entity" && compact.contains(&written.module);
        if !is_compact && told.insert((written.module, written.facts.name.as_str())) {
            let name = &written.facts.name;
            let fault =
                Fault::new(format!("the entity `{name}` is written in the expanded format, which is not read yet"))
                    .help("derive DeriveEntityModel on its `Model`, with `#[sea_orm(table_name = \"..\")]`");
            problems.add(tree, written.file, fault.error(written.facts.at));
        }
    }
}

/// A foreign key with the place of its relation.
struct PlacedKey {
    key: ForeignKey,
    file: usize,
    at: At,
}

fn add_foreign_keys(tree: &Tree, built: &mut [Option<Built>], problems: &mut Problems) {
    let mut keys: Vec<Vec<PlacedKey>> = built.iter().map(|_| Vec::new()).collect();
    for (id, entity) in tree.entities.iter().enumerate() {
        for relation in &entity.facts.relations {
            add_key(tree, built, (id, entity.module, entity.file, relation), &mut keys, problems);
        }
    }
    for Placed { module, file, facts } in &tree.relations {
        match relations::owner(tree, *module, &facts.owner) {
            KeyOwner::Entity(id) => add_key(tree, built, (id, *module, *file, facts), &mut keys, problems),
            KeyOwner::Written => {}
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
        Err(Some(note)) => return problems.add(tree, file, note),
        // Its reason is among the problems already.
        Err(None) => return,
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

/// One table of each name: two entities may state the same table, but not differently.
fn unite_tables(tree: &Tree, built: Vec<Option<Built>>, problems: &mut Problems) -> BTreeMap<ObjectName, Built> {
    let mut tables: BTreeMap<ObjectName, Built> = BTreeMap::new();
    for built in built.into_iter().flatten() {
        let Some(known) = tables.get_mut(&built.table.name) else {
            tables.insert(built.table.name.clone(), built);
            continue;
        };
        if known.table == built.table {
            known.ignored.extend(built.ignored);
            known.renames.extend(built.renames);
            continue;
        }
        let fault = Fault::new(format!(
            "the table `{}` is stated differently at {}:{}:{}: {}",
            built.table.name,
            tree.files[known.file].display(),
            known.at.line,
            known.at.column,
            difference(&known.table, &built.table)
        ));
        let note = fault.help("leave one of the two out of the entity paths, or make them alike").error(built.at);
        problems.add(tree, built.file, note);
    }
    tables
}

/// The first thing in which two statements of one table differ.
fn difference(one: &Table, other: &Table) -> String {
    for column in &one.columns {
        match other.column(&column.name) {
            None => return format!("the column `{}` is there only", column.name),
            Some(same) if same != column => return format!("the column `{}` is not the same", column.name),
            Some(_) => {}
        }
    }
    if let Some(column) = other.columns.iter().find(|column| one.column(&column.name).is_none()) {
        return format!("the column `{}` is here only", column.name);
    }
    let differing = [
        (one.primary_key == other.primary_key, "the primary key is not the same"),
        (one.foreign_keys == other.foreign_keys, "the foreign keys are not the same"),
        (one.uniques == other.uniques, "the unique constraints are not the same"),
        (one.indexes == other.indexes, "the indexes are not the same"),
        (one.checks == other.checks, "the checks are not the same"),
        (one.comment == other.comment, "the comment is not the same"),
    ];
    let found = differing.into_iter().find(|(same, _)| !same);
    found.map_or("the columns are in another order", |(_, what)| what).to_owned()
}

/// Two indexes of one name cannot be made: PostgreSQL and SQLite have one name space for those of all tables.
fn tell_of_names_twice(tree: &Tree, tables: &BTreeMap<ObjectName, Built>, problems: &mut Problems) {
    let mut seen: HashMap<(Option<&str>, &str), &ObjectName> = HashMap::new();
    for built in tables.values() {
        let table = &built.table;
        let indexes = table.indexes.iter().map(|index| index.name.as_str());
        let names = indexes.chain(table.uniques.iter().filter_map(|unique| unique.name.as_deref()));
        for name in names {
            let Some(other) = seen.insert((table.name.schema.as_deref(), name), &table.name) else {
                continue;
            };
            let fault = Fault::new(format!("two indexes are called `{name}`, in `{other}` and `{}`", table.name))
                .help("give a `unique_key` another name, or take `indexed` off the column of that name");
            problems.add(tree, built.file, fault.error(built.at));
        }
    }
}

fn finish(tables: BTreeMap<ObjectName, Built>, problems: &mut Problems) -> Entities {
    let mut read = Entities::default();
    let mut enumerations: BTreeMap<ObjectName, (Enumeration, Span)> = BTreeMap::new();
    let (mut schema, mut origins) = (Schema::default(), Origins::default());
    for (name, built) in tables {
        for (enumeration, place) in built.enumerations {
            match enumerations.get(&enumeration.name) {
                Some((known, at)) if known.labels != enumeration.labels => {
                    problems.list.push(two_enums(&enumeration, at, &place));
                }
                Some(_) => {}
                None => {
                    origins.insert_enumeration(enumeration.name.clone(), place.clone());
                    enumerations.insert(enumeration.name.clone(), (enumeration, place));
                }
            }
        }
        read.columns += built.table.columns.len();
        let renames = built.renames.into_iter().map(|(to, from)| Rename::Column { table: name.clone(), from, to });
        read.renames.extend(renames.collect::<BTreeSet<_>>());
        read.ignored.extend(built.ignored.into_iter().map(|names| (name.clone(), names.column)));
        schema.insert(built.table);
        origins.insert(name, built.origins);
    }
    read.schema = schema;
    read.origins = origins;
    read
}

fn two_enums(enumeration: &Enumeration, known: &Span, place: &Span) -> Problem {
    let message = format!(
        "the enum `{}` has other labels at {}:{}:{}",
        enumeration.name,
        known.file.display(),
        known.line,
        known.column
    );
    let fault = Fault::new(message).help("give one of the two another `enum_name`, or make their labels alike");
    fault.error(At { line: place.line, column: place.column, length: 1 }).in_file(&place.file)
}
