//! Reading the entities of a project: what the settings and the flags ask for, and what is said of what was found.

use std::{fs, path::Path};

use limbeck_entity::{Entities, Features, Generation, Problem, ReadError, Rename, Severity, Sources};
use limbeck_schema::{ColumnType, Dialect, ObjectName};

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
    let mut entities = match read {
        Ok(entities) => entities,
        Err(ReadError::Problems(problems)) => return Err(CliError::Entities { problems }),
        Err(ReadError::Io { path, source }) => return Err(CliError::Read { path, source }),
        Err(ReadError::NoSources { .. }) => return Err(CliError::NoEntities { folders: project.entity_places() }),
        Err(ReadError::StatedType { key, value }) => {
            let found = project.file.as_deref().and_then(|file| in_settings(file, &key, &key, (String::new(), "")));
            let place = found.map(|at| format!("{}:{}:{}: ", at.file.display(), at.line, at.column));
            return Err(CliError::StatedType { place: place.unwrap_or_default(), key, value });
        }
        Err(error @ ReadError::Thread(_)) => return Err(CliError::Sources(error.to_string())),
    };
    let unused = entities.unused_types.iter().filter_map(|key| unused_type(project.file.as_deref()?, key));
    entities.warnings.extend(unused.collect::<Vec<_>>());
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

/// A type that the configuration states and no column has, at its line.
fn unused_type(file: &Path, key: &str) -> Option<Problem> {
    let message = format!("`[types]` states the type of `{key}`, which no column has");
    let help = "name the Rust type by its path, or the column as `table.column`; `entities` shows both";
    in_settings(file, key, key, (message, help))
}

/// A warning at the first line of the configuration that has `text`, under `shown` of it.
pub(crate) fn in_settings(file: &Path, text: &str, shown: &str, said: (String, &str)) -> Option<Problem> {
    let source = fs::read_to_string(file).ok()?;
    let found = source.find(text).zip(text.find(shown)).map(|(at, within)| at + within);
    Some(at_offset((file, &source), found.unwrap_or_default(), shown, said))
}

/// A warning where `shown` stands in the text of the configuration.
pub(crate) fn at_offset(
    (file, source): (&Path, &str),
    offset: usize,
    shown: &str,
    (message, help): (String, &str),
) -> Problem {
    let before = source.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Problem {
        file: file.to_owned(),
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
        length: shown.chars().count().max(1),
        message,
        help: Some(help.to_owned()),
        severity: Severity::Warning,
    }
}

/// The same as SeaORM 1 means unsigned integers on PostgreSQL, which has none: it keeps them in the signed ones of the same width, and reads nothing else
/// (sea-query 0.32.7, `postgres/table.rs`); SeaORM 2 takes the next wider ones. Where MySQL or MariaDB is declared too, the types stay as they are stated.
pub(crate) fn on_dialects(mut entities: Entities, dialects: &[Dialect]) -> Entities {
    let is_meant = entities.generation == Generation::One && dialects.contains(&Dialect::Postgres);
    if is_meant && !dialects.iter().any(|dialect| dialect.is_mysql_like()) {
        for column in entities.schema.tables.values_mut().flat_map(|table| &mut table.columns) {
            signed(&mut column.column_type);
        }
    }
    entities
}

fn signed(column_type: &mut ColumnType) {
    match column_type {
        ColumnType::SmallUnsigned => *column_type = ColumnType::SmallInteger,
        ColumnType::Unsigned => *column_type = ColumnType::Integer,
        ColumnType::Array(member) => signed(member),
        _ => {}
    }
}

/// The same with bare names for what is in the schema `default`: an entity may state the schema that unqualified names mean.
pub(crate) fn in_default_schema(mut entities: Entities, default: &str) -> Entities {
    let bare = |mut name: ObjectName| {
        name.schema.take_if(|schema| schema == default);
        name
    };
    entities.schema = std::mem::take(&mut entities.schema).with_default_schema(default);
    entities.origins = std::mem::take(&mut entities.origins).with_default_schema(default);
    let opaque = std::mem::take(&mut entities.opaque);
    entities.opaque = opaque.into_iter().map(|((table, column), opaque)| ((bare(table), column), opaque)).collect();
    let ignored = std::mem::take(&mut entities.ignored);
    entities.ignored = ignored.into_iter().map(|(table, column)| (bare(table), column)).collect();
    let renames = std::mem::take(&mut entities.renames).into_iter();
    entities.renames = renames
        .map(|rename| match rename {
            Rename::Table { from, to } => Rename::Table { from: bare(from), to: bare(to) },
            Rename::Column { table, from, to } => Rename::Column { table: bare(table), from, to },
            Rename::Label { enumeration, from, to } => Rename::Label { enumeration: bare(enumeration), from, to },
        })
        .collect();
    entities
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Column, Table};

    use super::*;

    #[test]
    fn seaorm_1_has_no_unsigned_integers_on_postgres() {
        let types = [ColumnType::Unsigned, ColumnType::SmallUnsigned, ColumnType::BigUnsigned];
        for (generation, dialects, expected) in [
            (Generation::One, vec![Dialect::Postgres], "Integer SmallInteger BigUnsigned"),
            (Generation::One, vec![Dialect::Sqlite, Dialect::Postgres], "Integer SmallInteger BigUnsigned"),
            (Generation::One, vec![Dialect::Postgres, Dialect::MariaDb], "Unsigned SmallUnsigned BigUnsigned"),
            (Generation::One, vec![Dialect::Sqlite], "Unsigned SmallUnsigned BigUnsigned"),
            (Generation::Two, vec![Dialect::Postgres], "Unsigned SmallUnsigned BigUnsigned"),
        ] {
            let mut entities = Entities { generation, ..Entities::default() };
            let columns = types.iter().map(|of| Column::new(format!("{of:?}"), of.clone())).collect();
            entities.schema.insert(Table::new("t", columns));
            let read = on_dialects(entities, &dialects);
            let columns = read.schema.tables.values().flat_map(|table| &table.columns);
            let found: Vec<_> = columns.map(|column| format!("{:?}", column.column_type)).collect();
            assert_eq!(found.join(" "), expected, "{generation:?} {dialects:?}");
        }
    }
}
