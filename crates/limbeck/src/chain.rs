use std::collections::BTreeSet;

use limbeck_schema::{Dialect, Schema};

use crate::{Error, Graph, Migrations};

/// What is recorded before one revision after the other. Asked for one that follows the one before, it goes on from there, so that a line of revisions is replayed
/// once and not before each of them.
#[derive(Debug)]
pub struct Chain<'a> {
    migrations: &'a Migrations,
    graph: &'a Graph,
    dialect: Dialect,
    replayed: BTreeSet<String>,
    schema: Schema,
}

impl<'a> Chain<'a> {
    /// Before the first revision, as `dialect` sees it. `graph` is that of `migrations`.
    pub fn new(migrations: &'a Migrations, graph: &'a Graph, dialect: Dialect) -> Self {
        Self { migrations, graph, dialect, replayed: BTreeSet::new(), schema: Schema::default() }
    }

    /// What those make that have to be applied before `id`, and none else. An id that is not in the graph has nothing before it.
    ///
    /// # Errors
    /// The operations of one of them do not fit what is recorded before it.
    pub fn before(&mut self, id: &str) -> Result<&Schema, Error> {
        let mut ancestors = self.graph.with_ancestors([id]);
        ancestors.remove(id);
        if !self.replayed.iter().all(|known| ancestors.contains(known.as_str())) {
            self.start_anew();
        }
        let lacking: Vec<&str> = self
            .graph
            .nodes()
            .map(|node| node.id.as_str())
            .filter(|node| ancestors.contains(node) && !self.replayed.contains(*node))
            .collect();
        for id in lacking {
            if let Err(error) = self.migrations.record(id, &mut self.schema, self.dialect) {
                // Half of it may be recorded.
                self.start_anew();
                return Err(error);
            }
            self.replayed.insert(id.to_owned());
        }
        Ok(&self.schema)
    }

    fn start_anew(&mut self) {
        self.replayed.clear();
        self.schema = Schema::default();
    }
}

#[cfg(test)]
mod tests {
    use limbeck_operations::prelude::*;

    use super::*;
    use crate::Entry;

    /// Two branches behind `aa`, joined by `dd`; `ee` does not fit.
    static MIGRATIONS: Migrations = {
        const A: Revision = Revision::new("aa").steps(|op| _ = op.create_table("a", [pk_auto("id")]), nothing);
        const B: Revision =
            Revision::new("bb").revises(&["aa"]).steps(|op| _ = op.create_table("b", [pk_auto("id")]), nothing);
        const C: Revision = Revision::new("cc").revises(&["aa"]).steps(|op| _ = op.rename_table("a", "c"), nothing);
        const D: Revision = Revision::new("dd").revises(&["bb", "cc"]).steps(|op| _ = op.drop_table("b"), nothing);
        const E: Revision =
            Revision::new("ee").revises(&["dd"]).steps(|op| _ = op.create_table("c", [pk_auto("id")]), nothing);
        const F: Revision = Revision::new("ff").revises(&["ee"]);
        fn nothing(_: &mut Op) {}
        const fn entry(revision: &'static Revision) -> Entry {
            Entry { revision, file: revision.id, message: "", created: "" }
        }
        const ENTRIES: &[Entry] = &[entry(&A), entry(&B), entry(&C), entry(&D), entry(&E), entry(&F)];
        Migrations::new(ENTRIES, "")
    };

    #[test]
    fn what_is_before_a_revision_does_not_depend_on_what_was_asked_for_first() {
        let graph = Graph::of(&MIGRATIONS).expect("a graph");
        let mut chain = Chain::new(&MIGRATIONS, &graph, Dialect::Sqlite);
        for (id, expected) in [
            ("aa", ""),
            ("bb", "a"),
            ("cc", "a"),
            ("dd", "b c"),
            ("ee", "c"),
            ("bb", "a"),
            ("ff", "revision `ee`"),
            ("ff", "revision `ee`"),
            ("dd", "b c"),
            ("nowhere", ""),
        ] {
            match chain.before(id) {
                Ok(schema) => {
                    let tables: Vec<String> = schema.tables.keys().map(ToString::to_string).collect();
                    assert_eq!(tables.join(" "), expected, "{id}");
                }
                Err(error) => assert!(expected.contains("ee") && error.to_string().contains("ee"), "{id}: {error}"),
            }
        }
    }
}
