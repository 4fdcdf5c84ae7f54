//! Filling a column in the transaction that changes its table.

use limbeck_schema::{Column, Deferrable, Expression, ObjectName, Schema, Table};

use super::DIALECT;
use crate::ddl::{Statement, fill, quote::beside};

/// The UPDATE, and the checks that it has put off: a table with such checks ahead of it can't be altered ("pending trigger events",
/// measured on 15). Outside of a transaction nothing is put off, and these words only make the server warn.
pub(super) fn statements(table: &Table, column: &Column, value: &Expression, before: &Schema) -> Vec<Statement> {
    let mut statements = vec![fill::update(table, column, value, DIALECT)];
    let names = deferred(table, &column.name, before);
    if !names.is_empty() {
        statements.extend(["IMMEDIATE", "DEFERRED"].map(|when| format!("SET CONSTRAINTS {} {when}", names.join(", "))));
    }
    statements.into_iter().map(Statement::new).collect()
}

/// The constraints that an UPDATE of the column may have checked at the end of the transaction: foreign keys to it, and everything of its table,
/// as a row that the transaction wrote before is checked whole when it is written again (`RI_FKey_fk_upd_check_required`, measured on 15).
fn deferred(table: &Table, column: &str, before: &Schema) -> Vec<String> {
    let is_deferred = |deferrable: Option<Deferrable>| deferrable == Some(Deferrable::InitiallyDeferred);
    let has = |columns: &[String]| columns.iter().any(|name| name == column);
    let keys = before.tables.values().flat_map(|other| other.foreign_keys.iter().map(move |key| (other, key)));
    let keys = keys.filter(|(other, key)| {
        is_deferred(key.deferrable)
            && (other.name == table.name || (key.target == table.name && has(&key.target_columns)))
    });
    let keys = keys.filter_map(|(other, key)| Some((&other.name, key.name.as_deref()?)));
    let uniques = table.uniques.iter().filter(|unique| is_deferred(unique.deferrable));
    let uniques = uniques.filter_map(|unique| Some((&table.name, unique.name.as_deref()?)));
    let triggers = table.triggers.iter().filter(|trigger| {
        let words = trigger.sql.to_ascii_uppercase();
        words.starts_with("CREATE CONSTRAINT TRIGGER") && words.contains("INITIALLY DEFERRED")
    });
    let triggers = triggers.map(|trigger| (&table.name, trigger.name.as_str()));
    let quoted = |(table, name): (&ObjectName, &str)| beside(table, name, DIALECT);
    keys.chain(uniques).chain(triggers).map(quoted).collect()
}
