//! A difference as a list that a person reads in one glance.

use anstyle::Style;
use limbeck_autogenerate::{Change, Comparison, Conflict, Noted};
use limbeck_operations::{Alteration, Operation, Setting, Step};
use limbeck_schema::{Column, Dialect, Expression, Index, Schema, lower_column_type};

use super::{BOLD, DIM, GREEN, RED, YELLOW, paint};
use crate::{error::plural, program::Program, renaming};

/// Prints one line per change, with its hazards below it.
pub(crate) fn print_changes(changes: &[Change], before: &Schema, dialect: Dialect) {
    let mut before = before.clone();
    for change in changes {
        let (style, sign) = sign(&change.step.operation);
        let (subject, detail) = describe(&change.step.operation, &before, dialect);
        let only = if change.step.only.is_empty() {
            String::new()
        } else {
            paint(DIM, format!("  {} only", names(&change.step)))
        };
        say!("{} {}  {detail}{only}", paint(style, sign), paint(BOLD, subject));
        for hazard in &change.hazards {
            say!("  {} {hazard}", paint(YELLOW, hazard.code));
        }
        if let Some(note) = &change.note {
            say!("  {}", paint(DIM, note));
        }
        // A change that does not replay was refused before it was shown.
        let _ = limbeck_operations::replay_step(&change.step, &mut before, dialect);
    }
}

fn names(step: &Step) -> String {
    step.only.iter().map(|dialect| dialect.name()).collect::<Vec<_>>().join(", ")
}

/// What is made, gone or changed.
fn sign(operation: &Operation) -> (Style, char) {
    use Operation as O;
    match operation {
        O::CreateTable { .. }
        | O::AddColumn { .. }
        | O::CreateIndex { .. }
        | O::AddUnique { .. }
        | O::AddForeignKey { .. }
        | O::AddCheck { .. }
        | O::CreateEnum { .. } => (GREEN, '+'),
        O::DropTable { .. }
        | O::DropColumn { .. }
        | O::DropIndex { .. }
        | O::DropUnique { .. }
        | O::DropForeignKey { .. }
        | O::DropCheck { .. }
        | O::DropEnum { .. } => (RED, '-'),
        O::RenameTable { .. }
        | O::AlterColumn { .. }
        | O::FillColumn { .. }
        | O::RenameColumn { .. }
        | O::AlterPrimaryKey { .. }
        | O::AlterEnum { .. }
        | O::RenameEnumLabel { .. }
        | O::SetTableComment { .. }
        | O::Execute { .. }
        | O::Run { .. } => (YELLOW, '~'),
    }
}

/// The object that is changed, and how.
fn describe(operation: &Operation, before: &Schema, dialect: Dialect) -> (String, String) {
    use Operation as O;
    match operation {
        O::CreateTable { definition } => {
            let columns: Vec<_> = definition.columns.iter().map(|column| column.name.as_str()).collect();
            (definition.name.to_string(), format!("table ({})", columns.join(", ")))
        }
        O::DropTable { table } => (table.to_string(), "table".to_owned()),
        O::RenameTable { table, to } => (table.to_string(), format!("table -> {to}")),
        O::AddColumn { table, column } => (format!("{table}.{}", column.name), column_text(column, dialect)),
        O::DropColumn { table, column } => {
            let known = before.table(table).and_then(|table| table.column(column));
            (format!("{table}.{column}"), known.map(|column| column_text(column, dialect)).unwrap_or_default())
        }
        O::AlterColumn { table, column, changes } => {
            let known = before.table(table).and_then(|table| table.column(column));
            (format!("{table}.{column}"), alteration_text(changes, known, dialect))
        }
        O::FillColumn { table, column, value } => {
            (format!("{table}.{column}"), format!("where it is null -> {}", expression_text(value)))
        }
        O::RenameColumn { table, column, to } => (format!("{table}.{column}"), format!("column -> {to}")),
        O::CreateIndex { table, index } => (table.to_string(), index_text(index)),
        O::DropIndex { table, name, .. } => (table.to_string(), format!("index {name}")),
        O::AddUnique { table, unique } => (table.to_string(), format!("unique ({})", unique.columns.join(", "))),
        O::DropUnique { table, columns, .. } => (table.to_string(), format!("unique ({})", columns.join(", "))),
        O::AddForeignKey { table, foreign_key } => {
            let (columns, target) = (foreign_key.columns.join(", "), &foreign_key.target);
            (
                table.to_string(),
                format!("foreign key ({columns}) -> {target} ({})", foreign_key.target_columns.join(", ")),
            )
        }
        O::DropForeignKey { table, columns, target, .. } => {
            (table.to_string(), format!("foreign key ({}) -> {target}", columns.join(", ")))
        }
        O::AddCheck { table, check } => (table.to_string(), format!("check ({})", check.expression)),
        O::DropCheck { table, name } => (table.to_string(), format!("check {name}")),
        O::AlterPrimaryKey { table, primary_key } => {
            let columns = primary_key.as_ref().map(|key| key.columns.join(", ")).unwrap_or_default();
            (table.to_string(), format!("primary key -> ({columns})"))
        }
        O::CreateEnum { enumeration, .. } => {
            (enumeration.name.to_string(), format!("enum ({})", enumeration.labels.join(", ")))
        }
        O::DropEnum { name } => (name.to_string(), "enum".to_owned()),
        O::AlterEnum { name, previous, next } => {
            (name.to_string(), format!("enum ({}) -> ({})", previous.join(", "), next.join(", ")))
        }
        O::RenameEnumLabel { name, label, to } => (format!("{name}.{label}"), format!("label -> {to}")),
        O::SetTableComment { table, comment } => {
            (table.to_string(), format!("comment -> {}", comment.as_deref().unwrap_or("none")))
        }
        O::Execute { sql, .. } => ("sql".to_owned(), sql.clone()),
        O::Run { name } => ("data step".to_owned(), name.clone()),
    }
}

fn index_text(index: &Index) -> String {
    let parts: Vec<_> = index.parts.iter().map(ToString::to_string).collect();
    format!("{}index {} ({})", if index.unique { "unique " } else { "" }, index.name, parts.join(", "))
}

fn type_text(column: &Column, dialect: Dialect) -> String {
    lower_column_type(&column.column_type, dialect).unwrap_or_else(|unsupported| unsupported.column_type)
}

fn column_text(column: &Column, dialect: Dialect) -> String {
    let mut text = type_text(column, dialect);
    if !column.nullable {
        text.push_str(" not null");
    }
    if let Some(default) = &column.default {
        text.push_str(" default ");
        text.push_str(&expression_text(default));
    }
    text
}

pub(crate) fn expression_text(expression: &Expression) -> String {
    match expression {
        Expression::Null => "null".to_owned(),
        Expression::Boolean(value) => value.to_string(),
        Expression::Integer(number) => number.to_string(),
        Expression::Number(text) | Expression::Sql(text) => text.clone(),
        Expression::Text(text) => format!("'{text}'"),
        Expression::CurrentTimestamp => "current_timestamp".to_owned(),
        Expression::CurrentDate => "current_date".to_owned(),
        Expression::CurrentTime => "current_time".to_owned(),
    }
}

fn alteration_text(changes: &Alteration, known: Option<&Column>, dialect: Dialect) -> String {
    let mut parts = Vec::new();
    let from = |text: Option<String>| text.map(|text| format!("{text} -> ")).unwrap_or_default();
    if let Some(column_type) = &changes.column_type {
        let previous = known.map(|column| type_text(column, dialect));
        let next = type_text(&Column::new("", column_type.clone()), dialect);
        // Two types that this dialect stores alike are told apart by their own names.
        if previous.as_ref() == Some(&next) {
            let known = known.map(|column| column.column_type.to_string());
            parts.push(format!("type {}{column_type}", from(known)));
        } else {
            parts.push(format!("type {}{next}", from(previous)));
        }
    }
    match changes.nullable {
        Some(true) => parts.push("not null -> null".to_owned()),
        Some(false) => parts.push("null -> not null".to_owned()),
        None => {}
    }
    if let Some(default) = &changes.default {
        let previous = known.and_then(|column| column.default.as_ref()).map(expression_text);
        let next = match default {
            Setting::Set(expression) => expression_text(expression),
            Setting::Drop => "none".to_owned(),
        };
        parts.push(format!("default {}{next}", from(previous)));
    }
    let others = changes.facets();
    for facet in others.into_iter().filter(|facet| !matches!(*facet, "type" | "nullable" | "default")) {
        parts.push(facet.replace('_', " "));
    }
    parts.join(", ")
}

/// Prints what is counted and left alone; listed with `verbose`.
pub(crate) fn print_left_alone(comparison: &Comparison, verbose: bool) {
    let kinds = [
        ("unmanaged", &comparison.unmanaged, "in the database and in no revision"),
        ("unsaid", &comparison.unsaid, "there, and no entity says anything of it"),
        ("unrecorded", &comparison.unrecorded, "in the entities and in the database, and made by no revision"),
    ];
    for (label, objects, meaning) in kinds {
        if objects.is_empty() {
            continue;
        }
        let line = format!("{label}: {} {meaning}; left alone", count(objects.len(), "object"));
        say!("{}", paint(DIM, line));
        if verbose {
            objects.iter().for_each(print_noted);
        }
    }
    for skipped in &comparison.skipped {
        say!("{} {}: {}", paint(YELLOW, "skipped:"), skipped.object, skipped.reason);
    }
}

fn print_noted(noted: &Noted) {
    say!("  {noted}");
}

/// `no change`, `1 change`, `2 changes`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 0 { format!("no {noun}") } else { plural(number, noun) }
}

/// Prints what the database has changed by itself, and where both sides changed.
pub(crate) fn print_drifts(comparison: &Comparison) {
    for drift in &comparison.drifted {
        let sides = sides([("recorded", &drift.recorded), ("there", &drift.actual)]);
        say!("{} {}: {sides}", paint(YELLOW, "drifted:"), paint(BOLD, &drift.object));
        if let Some(hint) = &drift.hint {
            say!("  {}", paint(DIM, hint));
        }
    }
    for conflict in &comparison.conflicts {
        say!("{} {}", paint(RED, "changed and drifted:"), conflict_text(conflict));
    }
    if !comparison.conflicts.is_empty() || comparison.drifted.iter().any(|drift| drift.hint.is_none()) {
        say!(
            "{}",
            paint(
                DIM,
                format!("`{} migrate --repair` writes the revision that brings the database back", Program::running())
            )
        );
    }
}

/// Prints what may be a rename, with the flags that say so or not.
pub(crate) fn print_questions(comparison: &Comparison, wanted: &Schema) {
    for (line, flags) in renaming::open_questions(comparison, wanted) {
        say!("{} {line}", paint(YELLOW, "question:"));
        flags.iter().for_each(|flag| say!("  {}", paint(DIM, flag)));
    }
}

/// What differs on three sides, in a line.
pub(crate) fn conflict_text(conflict: &Conflict) -> String {
    let sides = sides([("wanted", &conflict.wanted), ("recorded", &conflict.recorded), ("there", &conflict.actual)]);
    format!("{}: {sides}", conflict.object)
}

fn sides<const N: usize>(sides: [(&str, &Option<String>); N]) -> String {
    sides.map(|(side, text)| format!("{side} {}", text.as_deref().unwrap_or("not"))).join(", ")
}
