use std::collections::BTreeSet;

use limbeck_schema::{ObjectName, Schema, is_kept_alike, reconcile_to_the_cast};

use super::super::judge::Words;

/// What the database has, in the words of the revisions.
///
/// A type that is kept like the recorded one is taken for it: on SQLite a declared type is a word, and there is nothing to repair, unless types compare
/// exactly.
pub(in super::super) fn actual(
    actual: &Schema,
    recorded: &Schema,
    words: Words<'_>,
    aside: &BTreeSet<ObjectName>,
) -> Schema {
    let mut schema = actual.clone();
    schema.tables.retain(|name, _| !aside.contains(name));
    reconcile_to_the_cast(&mut schema, recorded, words.dialect);
    schema.enums.retain(|name, _| !aside.contains(name));
    for (name, table) in &mut schema.tables {
        let Some(known) = recorded.table(name) else { continue };
        for column in &mut table.columns {
            if let Some(known) = known.column(&column.name)
                && !words.is_exact()
                && is_kept_alike(&known.column_type, &column.column_type, words.dialect)
            {
                column.column_type.clone_from(&known.column_type);
            }
        }
    }
    schema
}
