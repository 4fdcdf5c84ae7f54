use std::collections::BTreeMap;

use limbeck_schema::{Index, IndexPart, ObjectName, PrimaryKey, Table, Unique};

use super::Reading;
use crate::{IntrospectError, reply::Row};

/// An index while its members are collected.
struct Found {
    index: Index,
    /// INDEX_TYPE in lower case.
    method: String,
}

impl Reading<'_> {
    /// Takes the rows of `indexes.sql`, in the order of the members.
    pub(super) fn add_indexes(&mut self, rows: &[Row]) -> Result<(), IntrospectError> {
        // Not consecutive rows: the server's order takes `e` and `é` for the same name.
        let mut found: BTreeMap<(ObjectName, String), Found> = BTreeMap::new();
        for row in rows {
            let (table, name) = (self.table_name(row)?, row.text("index_name")?);
            let entry = match found.entry((table, name.clone())) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => {
                    let mut index = Index::new(name, Vec::<IndexPart>::new());
                    index.unique = !row.flag("is_plural")?;
                    entry.insert(Found { index, method: row.text("method")?.to_ascii_lowercase() })
                }
            };
            let part = part(row, &entry.method, self.flavour.expression)?;
            entry.index.parts.push(part);
        }
        for ((table, _), found) in found {
            if let Some(table) = self.tables.get_mut(&table) {
                add_index(table, found);
            }
        }
        Ok(())
    }
}

fn part(row: &Row, method: &str, expression: fn(&str) -> String) -> Result<IndexPart, IntrospectError> {
    let mut part = match row.optional_text("column_name")? {
        Some(column) => IndexPart::column(column),
        None => {
            let sql = expression(&row.text("expression")?);
            IndexPart::expression(limbeck_schema::without_outer_parentheses(&sql))
        }
    };
    part.descending = row.optional_text("direction")?.as_deref() == Some("D");
    // A spatial index has a prefix of 32, whatever was written (measured on MariaDB 10.11).
    if method != "spatial" {
        part.prefix = row.optional_integer("prefix")?.and_then(|prefix| u32::try_from(prefix).ok());
    }
    Ok(part)
}

/// Puts an index where it belongs: the primary key, a unique constraint (which here is a unique index of whole columns), or an index.
fn add_index(table: &mut Table, found: Found) {
    let Found { mut index, method } = found;
    let columns = index.plain_columns().map(|columns| columns.into_iter().map(str::to_owned).collect::<Vec<_>>());
    if index.name == "PRIMARY" {
        let columns = index.parts.iter().filter_map(|part| part.target.column()).map(str::to_owned);
        table.primary_key = Some(PrimaryKey { name: None, columns: columns.collect() });
        return;
    }
    match (index.unique, columns) {
        // MariaDB has a hash for a unique constraint that is too long for a tree.
        (true, Some(columns)) if matches!(method.as_str(), "btree" | "hash") => {
            table.uniques.push(Unique::new(columns).named(index.name));
        }
        _ => {
            index.method = Some(method).filter(|method| method != "btree");
            table.indexes.push(index);
        }
    }
}

/// Takes away the indexes that the server made for a foreign key. The catalog does not tell them from others; they bear the key's name and
/// have just its columns.
pub(super) fn fold_into_foreign_keys(table: &mut Table) {
    let keys = &table.foreign_keys;
    table.indexes.retain(|index| {
        let columns = index.plain_columns().filter(|_| !index.unique);
        !columns.is_some_and(|columns| {
            keys.iter().any(|key| key.name.as_ref() == Some(&index.name) && key.columns == columns)
        })
    });
}

#[cfg(test)]
mod tests {
    use limbeck_schema::ForeignKey;

    use super::*;

    #[test]
    fn only_the_servers_own_indexes_are_folded() {
        let unique = |mut index: Index| {
            index.unique = true;
            index
        };
        for (what, index, folded) in [
            ("same name, same columns", Index::new("fk", ["a", "b"]), true),
            ("another name", Index::new("mine", ["a", "b"]), false),
            ("another order", Index::new("fk", ["b", "a"]), false),
            ("a further column", Index::new("fk", ["a", "b", "c"]), false),
            ("descending", Index::new("fk", [IndexPart::column("a").descending(), "b".into()]), false),
            ("unique", unique(Index::new("fk", ["a", "b"])), false),
        ] {
            let mut table = Table::new("t", Vec::new());
            table.foreign_keys.push(ForeignKey::new(["a", "b"], "u", ["x", "y"]).named("fk"));
            table.indexes.push(index);
            fold_into_foreign_keys(&mut table);
            assert_eq!(table.indexes.is_empty(), folded, "{what}");
        }
    }
}
