//! The object for a person: a table of columns for each entity.

use unicode_width::UnicodeWidthStr;

use super::{
    super::{BOLD, DIM, YELLOW, changes::count, paint},
    object::{ColumnObject, EntitiesObject, EntityObject, ForeignKeyObject},
};

const HEAD: [&str; 8] = ["column", "rust type", "column type", "sql type", "null", "default", "key", "references"];

/// Prints each entity with its columns, what is set aside, and how many there are of all.
pub(crate) fn print_entities(object: &EntitiesObject) {
    for entity in &object.entities {
        let name = name(entity.schema.as_deref(), &entity.table);
        let place = paint(DIM, format!("{}:{} ({})", entity.file, entity.line, entity.format));
        say!("{}  {place}", paint(BOLD, name));
        print_columns(entity);
        print_parts(entity);
        print_opaque(entity);
        say!("");
    }
    for aside in &object.set_aside {
        let name = name(aside.schema.as_deref(), &aside.table);
        let place = paint(DIM, format!("{}:{} ({})", aside.file, aside.line, aside.format));
        say!("{} {name}  {place}: {}", paint(YELLOW, "set aside:"), aside.reason);
    }
    let counts = &object.counts;
    let entities = if counts.entities == 1 { "1 entity".to_owned() } else { format!("{} entities", counts.entities) };
    let (columns, warnings) = (of(counts.columns, "column"), of(counts.warnings, "warning"));
    let aside = if counts.set_aside == 0 { String::new() } else { format!(", {} set aside", counts.set_aside) };
    say!("{entities}{aside}, {columns}, {} opaque, {warnings}; types of {}", counts.opaque, object.dialect);
}

/// `0 columns`, `1 column`.
fn of(number: usize, noun: &str) -> String {
    if number == 0 { format!("0 {noun}s") } else { count(number, noun) }
}

fn name(schema: Option<&str>, table: &str) -> String {
    schema.map_or_else(|| table.to_owned(), |schema| format!("{schema}.{table}"))
}

fn print_columns(entity: &EntityObject) {
    let rows: Vec<[String; 8]> = entity.columns.iter().map(|column| cells(column, entity)).collect();
    for (at, line) in aligned(&rows).into_iter().enumerate() {
        say!("  {}", if at == 0 { paint(DIM, line) } else { line });
    }
}

fn cells(column: &ColumnObject, entity: &EntityObject) -> [String; 8] {
    let mut keys = Vec::new();
    for (holds, word) in [
        (column.primary_key, "primary key"),
        (column.auto_increment, "auto increment"),
        (column.unique && !column.primary_key, "unique"),
    ] {
        if holds {
            keys.push(word);
        }
    }
    let references = entity.foreign_keys.iter().filter(|key| key.columns.as_slice() == [column.name.as_str()]);
    let default = column.default.clone();
    let text = |text: &Option<String>, otherwise: &str| text.clone().unwrap_or_else(|| otherwise.to_owned());
    [
        column.name.clone(),
        text(&column.rust_type, "-"),
        text(&column.column_type, "?"),
        text(&column.sql_type, "-"),
        if column.nullable { "null" } else { "" }.to_owned(),
        default.or_else(|| Some(format!("as ({})", column.generated.as_ref()?))).unwrap_or_default(),
        keys.join(", "),
        references.map(reference).collect::<Vec<_>>().join(", "),
    ]
}

/// `shelters (id) on delete cascade`
fn reference(key: &ForeignKeyObject) -> String {
    let table = name(key.references_schema.as_deref(), &key.references_table);
    let mut text = format!("{table} ({})", key.references_columns.join(", "));
    for (event, action) in [("delete", key.on_delete), ("update", key.on_update)] {
        if let Some(action) = action {
            text.push_str(&format!(" on {event} {}", action.to_lowercase()));
        }
    }
    text
}

/// The rows below their heads, each column as wide as its widest cell; one that is empty in all rows is left out.
fn aligned(rows: &[[String; 8]]) -> Vec<String> {
    let widest = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
    let widths: [usize; 8] =
        std::array::from_fn(|at| if widest(at) == 0 { 0 } else { widest(at).max(HEAD[at].width()) });
    let line = |cells: [&str; 8]| {
        let shown = cells.into_iter().zip(widths).filter(|(_, width)| *width > 0);
        let padded = shown.map(|(cell, width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width()))));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    std::iter::once(line(HEAD)).chain(rows.iter().map(|row| line(row.each_ref().map(String::as_str)))).collect()
}

/// Keys of more than one column, indexes and checks.
fn print_parts(entity: &EntityObject) {
    let named = |kind: &str, name: &Option<String>| match name {
        Some(name) => format!("{kind} {name}"),
        None => kind.to_owned(),
    };
    for unique in entity.uniques.iter().filter(|unique| unique.columns.len() > 1) {
        say!("  {} ({})", named("unique", &unique.name), unique.columns.join(", "));
    }
    for key in entity.foreign_keys.iter().filter(|key| key.columns.len() > 1) {
        say!("  {} ({}) -> {}", named("foreign key", &key.name), key.columns.join(", "), reference(key));
    }
    for index in &entity.indexes {
        let kind = if index.unique { "unique index" } else { "index" };
        let filter = index.filter.as_ref().map(|filter| format!(" where {filter}")).unwrap_or_default();
        say!("  {} ({}){filter}", named(kind, &index.name), index.parts.join(", "));
    }
    for check in &entity.checks {
        say!("  {} ({})", named("check", &check.name), check.expression);
    }
}

fn print_opaque(entity: &EntityObject) {
    for opaque in &entity.opaque {
        say!("  {} {}, {}:{}: {}", paint(YELLOW, "opaque:"), opaque.column, opaque.file, opaque.line, opaque.reason);
        if !opaque.help.is_empty() {
            say!("    {} {}", paint(BOLD, "hint:"), opaque.help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_below_each_other_and_empty_columns_are_left_out() {
        let row = |name: &str, default: &str| {
            let mut row: [String; 8] = std::array::from_fn(|_| String::new());
            (row[0], row[1], row[5]) = (name.to_owned(), "i32".to_owned(), default.to_owned());
            row
        };
        assert_eq!(
            aligned(&[row("größe", "1"), row("長さ長さ長さ", ""), row("e\u{301}", "x")]),
            [
                "column        rust type  default",
                "größe         i32        1",
                "長さ長さ長さ  i32",
                "e\u{301}             i32        x",
            ]
        );
        assert_eq!(aligned(&[]), [""]);
    }
}
