//! The difference of each changed table's definition, as the connected server would be told it.

use std::collections::BTreeSet;

use limbeck_autogenerate::{LineKind, difference_lines};
use limbeck_operations::{Operation, ddl};
use limbeck_schema::{ObjectName, Pair, Schema, Server, Table};

use super::{DIM, GREEN, RED, paint};

/// Prints a unified difference for every table that differs between the two schemas.
pub(crate) fn print_table_differences(schemas: Pair<&Schema>, server: &Server) {
    let names: BTreeSet<&ObjectName> = schemas.previous.tables.keys().chain(schemas.next.tables.keys()).collect();
    // Each side without the table whose definition is asked for; the tables that it refers to have to be there.
    let mut sides = schemas.map(Schema::clone);
    for name in names {
        let tables = schemas.map(|schema| schema.table(name));
        if tables.previous == tables.next {
            continue;
        }
        let previous = tables.previous.map(|table| definition(table, &mut sides.previous, server)).unwrap_or_default();
        let next = tables.next.map(|table| definition(table, &mut sides.next, server)).unwrap_or_default();
        say!("");
        for line in difference_lines(&previous, &next, &format!("table {name}")) {
            let style = match line.kind {
                LineKind::Next => GREEN,
                LineKind::Previous => RED,
                LineKind::Name | LineKind::Place | LineKind::Both => DIM,
            };
            say!("{}", paint(style, line.text));
        }
    }
}

/// The statements that would make the table in `schema`, one after the other.
fn definition(table: &Table, schema: &mut Schema, server: &Server) -> String {
    let mut bare = table.clone();
    let indexes = std::mem::take(&mut bare.indexes);
    bare.triggers.clear();
    bare.beyond.clear();
    let whole = schema.tables.remove(&table.name);
    let create = Operation::CreateTable { definition: bare.clone() };
    let mut statements = ddl::ddl(&create, schema, server).unwrap_or_default();
    schema.tables.insert(table.name.clone(), bare);
    for index in indexes {
        let create = Operation::CreateIndex { table: table.name.clone(), index };
        statements.extend(ddl::ddl(&create, schema, server).unwrap_or_default());
    }
    schema.tables.extend(whole.map(|table| (table.name.clone(), table)));
    statements.into_iter().map(|statement| format!("{};\n", statement.sql)).collect()
}
