//! Objects in words, for what is shown of drifts and conflicts.

use limbeck_schema::{Column, Deferrable, Dialect, ForeignKey, Index, Unique};

use super::{
    differ::Object,
    facet::{Facet, type_words},
    parts::{Part, Uniqueness},
};

/// The object as `dialect` has it; `None` for a facet that is absent.
pub(crate) fn words(object: &Object<'_>, dialect: Dialect) -> Option<String> {
    match object {
        Object::Enum(enumeration) => Some(enumeration.labels.join(", ")),
        Object::Table(table) => {
            Some(table.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", "))
        }
        Object::Part(_, part) => match part {
            Part::Comment(comment) => Some((*comment).to_owned()),
            Part::Column(column) => Some(column_words(column, dialect)),
            Part::Facet(column, facet) => facet.words(column, dialect),
            Part::PrimaryKey(key) => Some(key.columns.join(", ")),
            Part::Unique(Uniqueness::Constraint(unique)) => Some(unique_words(unique)),
            Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => Some(index_words(index)),
            Part::ForeignKey(key) => Some(foreign_key_words(key)),
            Part::Check(check) => Some(check.expression.clone()),
        },
    }
}

fn column_words(column: &Column, dialect: Dialect) -> String {
    let mut text = type_words(&column.column_type, dialect);
    if !column.nullable {
        text.push_str(" not null");
    }
    if let Some(default) = Facet::Default.words(column, dialect) {
        text.push_str(" default ");
        text.push_str(&default);
    }
    text
}

fn unique_words(unique: &Unique) -> String {
    let mut text = unique.columns.join(", ");
    if unique.nulls_not_distinct {
        text.push_str(" nulls not distinct");
    }
    text.push_str(deferrable_words(unique.deferrable));
    text
}

fn deferrable_words(deferrable: Option<Deferrable>) -> &'static str {
    match deferrable {
        None => "",
        Some(Deferrable::InitiallyImmediate) => " deferrable",
        Some(Deferrable::InitiallyDeferred) => " deferrable initially deferred",
    }
}

fn index_words(index: &Index) -> String {
    let mut text = index.parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if index.unique {
        text.insert_str(0, "unique ");
    }
    if let Some(method) = &index.method {
        text.push_str(&format!(" using {method}"));
    }
    if !index.include.is_empty() {
        text.push_str(&format!(" include {}", index.include.join(", ")));
    }
    if index.nulls_not_distinct {
        text.push_str(" nulls not distinct");
    }
    if let Some(filter) = &index.filter {
        text.push_str(&format!(" where {filter}"));
    }
    text
}

fn foreign_key_words(key: &ForeignKey) -> String {
    let mut text = format!("{} -> {} ({})", key.columns.join(", "), key.target, key.target_columns.join(", "));
    for (event, action) in [("delete", key.on_delete), ("update", key.on_update)] {
        if let Some(action) = action {
            text.push_str(&format!(" on {event} {}", action.sql().to_lowercase()));
        }
    }
    text.push_str(deferrable_words(key.deferrable));
    text
}
