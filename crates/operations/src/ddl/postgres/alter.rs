//! Changes of a column.

use limbeck_schema::{Column, Expression, Generated, Table};

use super::{
    DIALECT, cast,
    column::{self, collated_type, type_of},
    restore::Reach,
    sequence::{altered, renumber},
};
use crate::{
    Alteration,
    ddl::{
        Statement,
        expression::default_value,
        quote::{identifier, object},
    },
};

/// The statements of an alteration: what numbers the rows no more, the changes in one ALTER TABLE, what numbers them from now on, the
/// comment.
pub(super) fn column(table: &Table, previous: &Column, changes: &Alteration) -> Vec<Statement> {
    let mut next = previous.clone();
    changes.apply(&mut next);
    if previous.generated != next.generated && next.generated.is_some() {
        return replace(table, &next);
    }
    let mut statements = undo_computing(table, previous, &next);
    let numbering = renumber(previous, &next, &table.name);
    statements.extend(numbering.first);
    let clauses = clauses(previous, &next, changes);
    if !clauses.is_empty() {
        let retyped = clauses.iter().any(|clause| clause.starts_with("TYPE"));
        let name = identifier(&next.name, DIALECT);
        let clauses: Vec<_> = clauses.iter().map(|clause| format!("ALTER COLUMN {name} {clause}")).collect();
        let alter = Statement::new(format!("ALTER TABLE {} {}", object(&table.name, DIALECT), clauses.join(", ")));
        statements.extend(if retyped { around_computed(table, &next, alter) } else { vec![alter] });
        if retyped && cast::is_stored_apart(&next.column_type) {
            let lost =
                table.beyond.iter().filter(|beyond| beyond.goes_with_type && beyond.columns.contains(&next.name));
            statements.extend(lost.flat_map(|beyond| beyond.statements.iter().map(Statement::new)));
        }
    }
    statements.extend(numbering.last);
    if changes.comment.is_some() {
        statements.push(column::comment(&next, &table.name));
    }
    statements
}

/// The clauses of one ALTER TABLE. The server drops the default first, then changes the type, then sets the default, whatever their order
/// (`ATPrepCmd`'s passes); a default of another kind could not be carried over.
fn clauses(previous: &Column, next: &Column, changes: &Alteration) -> Vec<String> {
    let mut clauses = Vec::new();
    let retyped = type_of(previous) != type_of(next)
        || previous.collation != next.collation
        || (changes.using.is_some() && changes.column_type.is_some());
    let converted = retyped
        && (changes.using.is_some() || !cast::is_assignable(&previous.column_type, &next.column_type))
        && next.generated.is_none();
    let carried = !converted || previous.default.is_none();
    if !carried {
        clauses.push("DROP DEFAULT".to_owned());
    }
    if retyped {
        clauses.push(retype(previous, next, changes, converted));
    }
    if let Some(nullable) = changes.nullable {
        clauses.push(if nullable { "DROP NOT NULL" } else { "SET NOT NULL" }.to_owned());
    }
    match &next.default {
        Some(default) if !carried || changes.default.is_some() => clauses.push(set_default(default, next)),
        None if carried && changes.default.is_some() => clauses.push("DROP DEFAULT".to_owned()),
        Some(_) | None => {}
    }
    clauses
}

fn retype(previous: &Column, next: &Column, changes: &Alteration, converted: bool) -> String {
    let column = identifier(&next.name, DIALECT);
    let using = match &changes.using {
        _ if !converted => String::new(),
        Some(sql) => format!(" USING {sql}"),
        None => {
            let sql = cast::using(&column, &previous.column_type, &next.column_type, &type_of(next));
            format!(" USING {sql}")
        }
    };
    format!("TYPE {}{using}", collated_type(next))
}

fn set_default(default: &Expression, column: &Column) -> String {
    format!("SET DEFAULT {}", default_value(default, &column.column_type, DIALECT))
}

/// A computed column becomes a plain one and keeps its values. A virtual one (PostgreSQL 18) has none to keep, so it is stored first.
fn undo_computing(table: &Table, previous: &Column, next: &Column) -> Vec<Statement> {
    let (Some(generated), None) = (&previous.generated, &next.generated) else {
        return Vec::new();
    };
    let mut statements = Vec::new();
    if !generated.stored {
        let mut stored = previous.clone();
        stored.generated = Some(Generated { stored: true, ..generated.clone() });
        statements.extend(replace(table, &stored));
    }
    statements.push(Statement::new(format!("{} DROP EXPRESSION", altered(next, &table.name))));
    statements
}

/// A column is computed from now on, or otherwise: it is dropped and added, and what went with it comes back.
fn replace(table: &Table, next: &Column) -> Vec<Statement> {
    let reach = Reach::of_readded(table, next);
    [reach.drop_columns(), reach.add_columns(), reach.restore()].concat()
}

/// A change of a column's type, and around it the drop and return of what is computed from the column.
fn around_computed(table: &Table, retyped: &Column, alter: Statement) -> Vec<Statement> {
    let mut reach = Reach::of_retyped(table, vec![&retyped.name]);
    // Checks and indexes are left to the server, which keeps them wherever their text still makes sense.
    reach.keep_comparing();
    [reach.drop_columns(), vec![alter], reach.add_columns(), reach.restore()].concat()
}
