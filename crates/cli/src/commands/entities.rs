use limbeck::Migrations;
use limbeck_schema::Dialect;

use super::check::print_json;
use crate::{
    CliError, Status,
    arguments::{self, Format, Global},
    output::{EntitiesObject, print_entities},
    project::Project,
    reading,
};

/// Prints what was understood of the entities. No database is opened.
pub(super) fn run(
    global: &Global,
    entities: &arguments::Entities,
    migrations: Option<&Migrations>,
) -> Result<Status, CliError> {
    let project = Project::find_with(global, migrations.map_or("", Migrations::settings))?;
    let sources = reading::sources(&project, &entities.reading)?;
    let read = reading::understood(limbeck_entity::read(&sources), &project, &entities.reading)?;
    for pattern in &entities.tables {
        if !read.list.iter().any(|entity| entity.table.matches(pattern)) {
            return Err(CliError::NoTable(pattern.clone()));
        }
    }
    let declared = || project.settings.dialects.first().copied();
    let dialect = entities.dialect.or_else(|| project.dialect_of_url()).or_else(declared).unwrap_or(Dialect::Sqlite);
    let is_chosen = |name: &limbeck_schema::ObjectName| {
        entities.tables.is_empty() || entities.tables.iter().any(|pattern| name.matches(pattern))
    };
    let read = reading::on_dialects(read, &[dialect]);
    let object = EntitiesObject::new(&read, &project.settings, dialect, is_chosen);
    match entities.format {
        Format::Json => print_json(&object)?,
        Format::Text => print_entities(&object),
    }
    Ok(Status::Done)
}
