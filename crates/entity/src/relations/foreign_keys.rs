//! From a relation to the foreign key it makes.

use limbeck_schema::{ConstraintKind, ForeignKey, Index, Table, constraint_name};

use crate::{
    items::{RelationFacts, Target, Tree},
    problems::{At, Fault, Note, did_you_mean},
    tables::Built,
    types::PathText,
};

/// Who has a relation's foreign key.
pub(crate) enum KeyOwner {
    /// This entity.
    Entity(usize),
    /// Nobody that was found.
    Nobody,
}

/// The entity that has the key of a relation in `module`.
pub(crate) fn owner(tree: &Tree, module: usize, path: &PathText) -> KeyOwner {
    match tree.resolve(module, path) {
        Target::Entity(id) => KeyOwner::Entity(id),
        Target::Module(_) | Target::Definition(_) | Target::External(_) | Target::Missing => KeyOwner::Nobody,
    }
}

/// The foreign key that a relation of `module` makes in the table of `owner`.
pub(crate) fn foreign_key(
    tree: &Tree,
    built: &[Option<Built>],
    (module, owner): (usize, &Built),
    relation: &RelationFacts,
) -> Result<ForeignKey, Note> {
    let id = target(tree, module, &relation.target).map_err(|fault| fault.error(relation.target_at))?;
    let Some(target) = built[id].as_ref() else {
        return Err(without_table(tree, id, relation));
    };
    let from = columns(owner, &relation.from, relation.from_at, "from")?;
    let to = columns(target, &relation.to, relation.to_at, "to")?;
    if from.len() != to.len() {
        let fault = Fault::new(format!("`from` names {} and `to` names {}", counted(from.len()), counted(to.len())));
        return Err(fault.help("name the same number of columns on both sides").error(relation.to_at));
    }
    let table = &owner.table.name;
    let name = relation
        .name
        .clone()
        .unwrap_or_else(|| constraint_name(ConstraintKind::ForeignKey, &table.name, from.iter().map(String::as_str)));
    let mut key = ForeignKey::new(from, target.table.name.clone(), to).named(name);
    key.on_delete = relation.on_delete;
    key.on_update = relation.on_update;
    key.deferrable = relation.deferrable;
    Ok(key)
}

/// Why an entity that was found has no table.
fn without_table(tree: &Tree, id: usize, relation: &RelationFacts) -> Note {
    let entity = &tree.entities[id];
    if entity.facts.hints.ignore {
        let fault = Fault::new(format!(
            "this relation belongs to `{}`, which is ignored, so no foreign key is made",
            relation.target
        ));
        return fault.help("say `#[limbeck(ignore)]` here too if that is meant").warning(relation.target_at);
    }
    let place = format!("{}:{}", tree.files[entity.file].display(), entity.facts.at.line);
    if entity.file >= tree.named {
        return Fault::new(format!(
            "this relation belongs to `{}` ({place}), which is outside of the entity paths",
            relation.target
        ))
        .help("let the entity paths include its file, or say `skip_fk` if the database has no such foreign key")
        .error(relation.target_at);
    }
    Fault::new(format!("this relation belongs to `{}` ({place}), which has no table", relation.target))
        .help("say `#[sea_orm(table_name = \"..\")]` there, or `skip_fk` here")
        .error(relation.target_at)
}

/// The entity that a path names; by the name of its module if the path leads out of the files.
fn target(tree: &Tree, module: usize, path: &PathText) -> Result<usize, Fault> {
    let segments = match tree.resolve(module, path) {
        Target::Entity(id) => return Ok(id),
        Target::External(external) => external,
        // `struct Entity` of an entity that is written by hand, or anything else that is no entity.
        Target::Definition(_) | Target::Module(_) | Target::Missing => path.segments.clone(),
    };
    let owner = segments.len().checked_sub(2).and_then(|at| segments.get(at)).map_or("", String::as_str);
    match tree.entities_in(owner) {
        [one] => Ok(*one),
        [] => {
            let fault = Fault::new(format!("this relation belongs to `{path}`, but no entity is found there"));
            Err(fault.help(
                "let the entity paths include its file, or say `skip_fk` if the database has no such foreign key",
            ))
        }
        several => {
            let places: Vec<_> = several
                .iter()
                .map(|id| {
                    let entity = &tree.entities[*id];
                    format!("{}:{}", tree.files[entity.file].display(), entity.facts.at.line)
                })
                .collect();
            let fault = Fault::new(format!("`{path}` could be any of several entities: {}", places.join(", ")));
            Err(fault.help("name it by a path that leads there"))
        }
    }
}

/// The columns of an entity by the variants or fields that a relation names.
fn columns(entity: &Built, names: &[String], at: At, side: &str) -> Result<Vec<String>, Note> {
    names.iter().map(|name| column(entity, name, at, side)).collect()
}

fn column(entity: &Built, name: &str, at: At, side: &str) -> Result<String, Note> {
    let variant = crate::naming::variant(name);
    let found = entity.variants.get(name).or_else(|| entity.variants.get(&variant));
    if let Some(column) = found {
        return Ok(column.clone());
    }
    let table = &entity.table.name;
    let ignored = entity.ignored.iter().any(|names| names.variant == name || names.variant == variant);
    let fault = if ignored {
        Fault::new(format!("`{side}` names `{name}`, which is ignored in the entity of `{table}`"))
    } else {
        Fault::new(format!("`{side}` names `{name}`, which the entity of `{table}` does not have"))
    };
    let fault = match did_you_mean(&variant, entity.variants.keys().map(String::as_str)) {
        Some(meant) if !ignored => fault.help(format!("did you mean `Column::{meant}`?")),
        _ => fault,
    };
    Err(fault.error(at))
}

fn counted(number: usize) -> String {
    if number == 1 { "one column".to_owned() } else { format!("{number} columns") }
}

/// Whether a foreign key may refer to these columns: all of a key, of a unique constraint, or of a unique index, in any order.
pub(crate) fn may_be_referred_to(table: &Table, columns: &[String]) -> bool {
    let same =
        |others: &[String]| others.len() == columns.len() && columns.iter().all(|column| others.contains(column));
    let unique_index = |index: &Index| {
        let plain = if index.unique { index.plain_columns() } else { None };
        plain.is_some_and(|plain| same(&plain.into_iter().map(str::to_owned).collect::<Vec<_>>()))
    };
    table.primary_key.as_ref().is_some_and(|key| same(&key.columns))
        || table.uniques.iter().any(|unique| same(&unique.columns))
        || table.indexes.iter().any(unique_index)
}

/// Takes over what `other`, a foreign key of the same shape, says and `key` does not.
///
/// # Errors
/// Both say what a DELETE or UPDATE does, and not the same.
pub(crate) fn unite(key: &mut ForeignKey, other: ForeignKey) -> Result<(), Fault> {
    for (said, others, clause) in
        [(&mut key.on_delete, other.on_delete, "on_delete"), (&mut key.on_update, other.on_update, "on_update")]
    {
        match (*said, others) {
            (Some(one), Some(two)) if one != two => {
                let fault = Fault::new(format!(
                    "two relations make the foreign key of {} to `{}`, one with `{clause}` {}, one with {}",
                    key.columns.join(", "),
                    key.target,
                    one.sql(),
                    two.sql()
                ));
                return Err(fault.help("say the same in both, or `skip_fk` in one"));
            }
            (None, action) => *said = action,
            _ => {}
        }
    }
    Ok(())
}

/// Whether two foreign keys are one: the same columns, referring to the same.
pub(crate) fn same_shape(one: &ForeignKey, other: &ForeignKey) -> bool {
    one.columns == other.columns && one.target == other.target && one.target_columns == other.target_columns
}
