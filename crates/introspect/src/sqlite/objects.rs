use std::collections::{BTreeMap, HashMap, HashSet};

use limbeck_schema::{ObjectName, Trigger, View};

use crate::{IntrospectError, reply::Row};

/// The statements of the main database.
pub(super) struct Objects {
    /// Tables and the statements that create them.
    pub(super) tables: Vec<(String, String)>,
    /// Statements of indexes by name.
    pub(super) indexes: HashMap<String, String>,
    /// Triggers with the tables or views that they stand on, by name.
    pub(super) triggers: Vec<(String, Trigger)>,
    views: Vec<(String, String)>,
}

impl Objects {
    /// Takes the rows of `objects.sql`. `shadows` are the tables in which virtual ones keep their rows, `None` where SQLite can't tell.
    pub(super) fn read(rows: &[Row], shadows: Option<HashSet<String>>) -> Result<Self, IntrospectError> {
        let mut objects = Self { tables: Vec::new(), indexes: HashMap::new(), triggers: Vec::new(), views: Vec::new() };
        let mut virtual_tables = Vec::new();
        for row in rows {
            let (name, sql) = (row.text("name")?, row.text("sql")?);
            match row.text("type")?.as_str() {
                "table" if is_virtual(&sql) => virtual_tables.push(name),
                "table" => objects.tables.push((name, sql)),
                "index" => _ = objects.indexes.insert(name, sql),
                "trigger" => objects.triggers.push((row.text("table_name")?, Trigger { name, sql })),
                "view" => objects.views.push((name, sql)),
                _ => {}
            }
        }
        objects.tables.retain(|(name, _)| match &shadows {
            Some(shadows) => !shadows.contains(name),
            None => !virtual_tables.iter().any(|table| is_shadow(table, name)),
        });
        objects.settle_trigger_tables();
        Ok(objects)
    }

    /// A trigger may spell its table in another case.
    fn settle_trigger_tables(&mut self) {
        let names: HashMap<String, &String> =
            self.tables.iter().chain(&self.views).map(|(name, _)| (name.to_ascii_lowercase(), name)).collect();
        for (table, _) in &mut self.triggers {
            if let Some(name) = names.get(&table.to_ascii_lowercase()) {
                (*name).clone_into(table);
            }
        }
    }

    /// The views. The triggers of a view follow its statement: dropping the view drops them.
    pub(super) fn views(&self) -> BTreeMap<ObjectName, View> {
        let views = self.views.iter().map(|(name, sql)| {
            let triggers = self.triggers.iter().filter(|(table, _)| table == name);
            let definition = triggers.fold(sql.clone(), |text, (_, trigger)| format!("{text};\n{}", trigger.sql));
            let name = ObjectName::bare(name);
            (name.clone(), View { name, definition, materialized: false })
        });
        views.collect()
    }
}

fn is_virtual(sql: &str) -> bool {
    let mut words = sql.split_ascii_whitespace().skip(1);
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("VIRTUAL"))
}

/// Whether `name` is what the modules that come with SQLite (fts3, fts4, fts5, rtree, geopoly) call a table behind `table`.
fn is_shadow(table: &str, name: &str) -> bool {
    const SUFFIXES: [&str; 12] = [
        "config", "content", "data", "docsize", "idx", "node", "parent", "rowid", "segdir", "segments", "stat", "stats",
    ];
    name.strip_prefix(table)
        .and_then(|rest| rest.strip_prefix('_'))
        .is_some_and(|suffix| SUFFIXES.contains(&suffix.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn virtual_tables_and_what_is_behind_them_are_known() {
        for (sql, expected) in [
            ("CREATE VIRTUAL TABLE t USING fts5(a)", true),
            ("create  virtual\ntable t using fts5(a)", true),
            ("CREATE TABLE virtual (a)", false),
            ("", false),
        ] {
            assert_eq!(is_virtual(sql), expected, "{sql}");
        }
        for (name, expected) in
            [("search_data", true), ("search_segdir", true), ("search_terms", false), ("searchdata", false)]
        {
            assert_eq!(is_shadow("search", name), expected, "{name}");
        }
    }
}
