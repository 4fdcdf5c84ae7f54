//! Entities as users write them, read as a whole.

mod columns;
mod enums;
mod expanded;
mod files;
mod hints;
mod keys;
mod macros;
mod mutations;
mod packages;
mod problems;
mod relations;
mod tables;
mod traps;
mod types;

use limbeck_entity::{Entities, Problem, ReadError, Severity, read_texts};
use limbeck_schema::{AutoIncrement, Column, ForeignKey, ObjectName, Table};

/// Reads texts, each with its path.
fn attempt(texts: &[(&str, &str)]) -> Result<Entities, Vec<Problem>> {
    let texts: Vec<_> = texts.iter().map(|(path, text)| (path.into(), (*text).to_owned())).collect();
    read_texts(&texts).map_err(|error| match error {
        ReadError::Problems(problems) => problems,
        other => panic!("{other}"),
    })
}

/// Reads texts that have no problem.
fn read(texts: &[(&str, &str)]) -> Entities {
    attempt(texts).unwrap_or_else(|problems| panic!("{}", shown(&problems).join("\n")))
}

/// Reads the fields of one entity with the usual `use` and whatever else stands in its file.
fn read_fields(fields: &str, rest: &str) -> Entities {
    read(&[("src/thing.rs", &entity("thing", fields, rest))])
}

/// The source of an entity.
fn entity(table: &str, fields: &str, rest: &str) -> String {
    format!(
        "use sea_orm::entity::prelude::*;\n#[derive(Clone, Debug, DeriveEntityModel)]\n#[sea_orm(table_name = \"{table}\")]\n\
         pub struct Model {{\n{fields}\n}}\n{rest}\nimpl ActiveModelBehavior for ActiveModel {{}}\n"
    )
}

/// The errors and warnings of one entity's fields, without the places.
fn messages(fields: &str, rest: &str) -> Vec<String> {
    let problems = match attempt(&[("src/thing.rs", &entity("thing", fields, rest))]) {
        Ok(entities) => entities.warnings,
        Err(problems) => problems,
    };
    problems
        .iter()
        .map(|problem| {
            let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
            format!("{severity}: {}", problem.message)
        })
        .collect()
}

fn shown(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn table<'a>(entities: &'a Entities, name: &str) -> &'a Table {
    entities.schema.table(&ObjectName::bare(name)).unwrap_or_else(|| panic!("no table `{name}`"))
}

/// A column in one line: name, type, and whatever it has besides.
fn line(column: &Column) -> String {
    let mut line = format!("{} {:?}", column.name, column.column_type);
    let mut add = |what: String| line.push_str(&format!(" {what}"));
    if column.nullable {
        add("null".to_owned());
    }
    match &column.auto_increment {
        Some(AutoIncrement::ByDefault) => add("auto".to_owned()),
        Some(other) => add(format!("{other:?}")),
        None => {}
    }
    for (name, value) in [("default", &column.default), ("on update", &column.on_update)] {
        if let Some(value) = value {
            add(format!("{name} {value:?}"));
        }
    }
    if let Some(generated) = &column.generated {
        add(format!("generated {} {}", generated.expression, if generated.stored { "stored" } else { "virtual" }));
    }
    for (name, value) in [("collate", &column.collation), ("comment", &column.comment), ("extra", &column.extra)] {
        if let Some(value) = value {
            add(format!("{name} {value}"));
        }
    }
    line
}

/// The columns of a table.
fn lines(entities: &Entities, name: &str) -> Vec<String> {
    table(entities, name).columns.iter().map(line).collect()
}

/// The line of the column `x` of a single entity whose key is `id`.
fn x(fields: &str, rest: &str) -> String {
    let entities = read_fields(&format!("#[sea_orm(primary_key)] pub id: i32,\n{fields}"), rest);
    lines(&entities, "thing").pop().unwrap_or_default()
}

/// A foreign key in one line.
fn key_line(key: &ForeignKey) -> String {
    let mut line = format!(
        "{}: {} -> {} ({})",
        key.name.as_deref().unwrap_or("-"),
        key.columns.join(", "),
        key.target,
        key.target_columns.join(", ")
    );
    for (name, action) in [("delete", key.on_delete), ("update", key.on_update)] {
        if let Some(action) = action {
            line.push_str(&format!(" {name} {}", action.sql()));
        }
    }
    line
}

fn key_lines(entities: &Entities, name: &str) -> Vec<String> {
    table(entities, name).foreign_keys.iter().map(key_line).collect()
}
