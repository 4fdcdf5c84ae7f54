//! A table made anew: the new one under another name, the rows copied, the old one dropped, the new one renamed (lang_altertable.html,
//! section 7).

use std::collections::BTreeMap;

use limbeck_schema::{ObjectName, Table};

use super::{
    DIALECT,
    table::{create, numbered, rowid_alias},
};
use crate::ddl::{
    Statement, builder, index,
    quote::{identifier, identifiers, object, string},
};

/// A table before and after, and how the rows get from the one to the other.
pub(super) struct Rebuild<'a> {
    /// The table before.
    pub(super) previous: &'a Table,
    /// The table after, of the same name.
    pub(super) next: Table,
    /// The SQL expression over the old row that each column of the new one takes; a column that is not here takes its default, or is
    /// computed.
    pub(super) sources: BTreeMap<String, String>,
    /// Whether the old table may have indexes or triggers that are not known, so that the rebuild has to refuse instead of losing them.
    pub(super) guarded: bool,
}

impl Rebuild<'_> {
    /// All statements, each of which needs foreign keys to be off: with them on, dropping the old table would delete its rows, and the
    /// rows that refer to them.
    ///
    /// With `legacy_alter_table` on, the rename at the end leaves views, the triggers of other tables and their foreign keys alone;
    /// they name the table by the name that it gets back. Without it the rename fails on any view of the table (measured on 3.40 and
    /// 3.51). The PRAGMA counts in a transaction too, but is not rolled back with it.
    pub(super) fn statements(&self) -> Vec<Statement> {
        let name = &self.next.name;
        let made = self.made();
        let mut list = Vec::new();
        if self.guarded {
            list.extend(self.guard());
        }
        list.push(create(&self.next, &made));
        list.extend(self.copy());
        list.extend(self.counter());
        list.push(builder::drop_table(name, DIALECT));
        list.push("PRAGMA legacy_alter_table = ON".to_owned());
        list.push(builder::rename_table(&made, name, DIALECT));
        list.push("PRAGMA legacy_alter_table = OFF".to_owned());
        list.extend(self.next.indexes.iter().map(|item| index::create(item, name, DIALECT)));
        list.extend(self.next.triggers.iter().map(|trigger| trigger.sql.clone()));
        list.into_iter().map(Statement::without_foreign_keys).collect()
    }

    /// The name of the new table until the old one is gone.
    fn made(&self) -> ObjectName {
        made(&self.next.name)
    }

    /// Copies the rows in the order of their rowids, and the rowids themselves.
    fn copy(&self) -> Option<String> {
        let mut columns: Vec<(String, String)> = Vec::new();
        let rowid = self.rowid();
        if let Some(rowid) = rowid.filter(|_| !self.next.options.without_rowid) {
            match rowid_alias(&self.next) {
                // A key that the rebuild makes takes the numbers that the rows have.
                Some(alias) if !self.sources.contains_key(&alias.name) => {
                    columns.push((identifier(&alias.name, DIALECT), rowid.to_owned()));
                }
                Some(_) => {}
                None => {
                    if let Some(target) = free_rowid_name(&self.next) {
                        columns.push((target.to_owned(), rowid.to_owned()));
                    }
                }
            }
        }
        let sources = self.next.columns.iter().filter_map(|column| {
            let source = self.sources.get(&column.name)?;
            Some((identifier(&column.name, DIALECT), source.clone()))
        });
        columns.extend(sources);
        if columns.is_empty() {
            return None;
        }
        let (targets, sources): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let order = rowid.map(|rowid| format!(" ORDER BY {rowid}")).unwrap_or_default();
        Some(format!(
            "INSERT INTO {} ({}) SELECT {} FROM {}{order}",
            object(&self.made(), DIALECT),
            targets.join(", "),
            sources.join(", "),
            object(&self.previous.name, DIALECT)
        ))
    }

    /// What the old table's rowid is called; `None` if it has none, or columns of all its names.
    fn rowid(&self) -> Option<&'static str> {
        if self.previous.options.without_rowid { None } else { free_rowid_name(self.previous) }
    }

    /// Carries the AUTOINCREMENT counter over: copying sets it to the highest number that is left, and a number that was given once
    /// must not be given again.
    fn counter(&self) -> Vec<String> {
        if numbered(self.previous).is_none() || numbered(&self.next).is_none() {
            return Vec::new();
        }
        let made = string(&self.made().name, DIALECT);
        let name = string(&self.previous.name.name, DIALECT);
        vec![
            format!("DELETE FROM sqlite_sequence WHERE name = {made}"),
            format!(
                "INSERT INTO sqlite_sequence (name, seq) SELECT {made}, seq FROM sqlite_sequence WHERE name = {name}"
            ),
        ]
    }

    /// Fails if the old table has an index or trigger that is not known. Its message is the name of a check, as SQLite has no other way
    /// to raise an error outside of a trigger.
    fn guard(&self) -> Vec<String> {
        let message = format!(
            "{} has an index or trigger that no revision made, which a rebuild would lose",
            self.previous.name.name
        );
        let known = self.previous.indexes.iter().map(|index| &index.name);
        let known = known.chain(self.previous.triggers.iter().map(|trigger| &trigger.name));
        let known: Vec<_> = known.map(|name| string(name, DIALECT)).collect();
        let count = format!(
            "SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = {} AND name NOT IN ({})",
            string(&self.previous.name.name, DIALECT),
            known.join(", ")
        );
        asserted_zero(&message, &count)
    }
}

/// Statements that fail with `message` unless the query `count` gives 0.
pub(in crate::ddl) fn asserted_zero(message: &str, count: &str) -> Vec<String> {
    let table = format!("temp.{}", identifiers(["_limbeck_assertion"], DIALECT));
    vec![
        format!(
            "CREATE TABLE {table} (\"found\" integer CONSTRAINT {} CHECK (\"found\" = 0))",
            identifier(message, DIALECT)
        ),
        format!("INSERT INTO {table} {count}"),
        format!("DROP TABLE {table}"),
    ]
}

/// What the name of a table begins with that is made anew until the previous one is gone; the rest is the table's own.
pub const MADE: &str = "_limbeck_rebuild_";

/// The name of a table that is made anew until the previous one is gone.
pub(super) fn made(name: &ObjectName) -> ObjectName {
    ObjectName::bare(format!("{MADE}{}", name.name))
}

/// One of the rowid's names that no column of `table` takes.
fn free_rowid_name(table: &Table) -> Option<&'static str> {
    let taken = |name: &str| table.columns.iter().any(|column| column.name.eq_ignore_ascii_case(name));
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| !taken(name))
}
