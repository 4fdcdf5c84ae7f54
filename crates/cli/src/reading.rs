//! Reading the entities of a project: what the settings and the flags ask for, and what is said of what was found.

use limbeck_entity::{Entities, Features, ReadError, Rename, Sources};
use limbeck_schema::ObjectName;

use crate::{CliError, arguments::Reading, error::plural, output, project::Project};

/// What is to be read.
///
/// # Errors
/// Nothing says where the entities are.
pub(crate) fn sources(project: &Project, reading: &Reading) -> Result<Sources, CliError> {
    if project.entities.is_empty() {
        return Err(CliError::NoEntities { folders: project.settings.entities.clone() });
    }
    // Cargo takes blanks for commas.
    let features = reading.features.iter().flat_map(|list| list.split_whitespace()).map(str::to_owned);
    Ok(Sources {
        paths: project.entities.clone(),
        features: Features {
            list: features.collect(),
            all: reading.all_features,
            no_default: reading.no_default_features,
        },
        generation: None,
        types: project.settings.types.clone(),
    })
}

/// The entities, with a word on how many there are; their warnings are printed.
///
/// # Errors
/// What is wrong with them, or that there are none.
pub(crate) fn understood(
    read: Result<Entities, ReadError>,
    project: &Project,
    reading: &Reading,
) -> Result<Entities, CliError> {
    let entities = match read {
        Ok(entities) => entities,
        Err(ReadError::Problems(problems)) => return Err(CliError::Entities { problems }),
        Err(ReadError::Io { path, source }) => return Err(CliError::Read { path, source }),
        Err(ReadError::NoSources { .. }) => return Err(CliError::NoEntities { folders: project.entity_places() }),
        Err(ReadError::StatedType { key, value }) => return Err(CliError::StatedType { key, value }),
        Err(error @ ReadError::Thread(_)) => return Err(CliError::Sources(error.to_string())),
    };
    if reading.deny_warnings && !entities.warnings.is_empty() {
        return Err(CliError::Warnings { problems: entities.warnings });
    }
    output::print_problems(&entities.warnings);
    if entities.list.is_empty() {
        return Err(CliError::NoEntities { folders: project.entity_places() });
    }
    let count =
        if entities.list.len() == 1 { "1 entity".to_owned() } else { format!("{} entities", entities.list.len()) };
    output::note(format!("{count} in {} ({})", plural(entities.files, "file"), project.entity_places().join(", ")));
    Ok(entities)
}

/// The same with bare names for what is in the schema `default`: an entity may state the schema that unqualified names mean.
pub(crate) fn in_default_schema(mut entities: Entities, default: &str) -> Entities {
    let bare = |mut name: ObjectName| {
        name.schema.take_if(|schema| schema == default);
        name
    };
    entities.schema = std::mem::take(&mut entities.schema).with_default_schema(default);
    let opaque = std::mem::take(&mut entities.opaque);
    entities.opaque = opaque.into_iter().map(|((table, column), opaque)| ((bare(table), column), opaque)).collect();
    let ignored = std::mem::take(&mut entities.ignored);
    entities.ignored = ignored.into_iter().map(|(table, column)| (bare(table), column)).collect();
    let renames = std::mem::take(&mut entities.renames).into_iter();
    entities.renames = renames
        .map(|rename| match rename {
            Rename::Table { from, to } => Rename::Table { from: bare(from), to: bare(to) },
            Rename::Column { table, from, to } => Rename::Column { table: bare(table), from, to },
        })
        .collect();
    entities
}
