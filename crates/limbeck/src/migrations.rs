use std::{collections::HashMap, sync::OnceLock};

use limbeck_operations::Revision;
use limbeck_schema::{Dialect, Schema};

use crate::{Error, HistoryError, history::record};

/// The revisions of a migrations crate, and the settings that they need in production. Its build script makes one, `migrations::MIGRATIONS`.
#[derive(Clone, Debug)]
pub struct Migrations {
    entries: &'static [Entry],
    settings: &'static str,
    /// Where each id stands, once somebody has asked.
    places: OnceLock<HashMap<&'static str, usize>>,
}

/// A revision, and what the head of its file says.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The revision.
    pub revision: &'static Revision,
    /// The file's name without `.rs`: `m20261122_101403_animals_get_registered_at`.
    pub file: &'static str,
    /// What it is about, in one line; empty where the file does not say.
    pub message: &'static str,
    /// When it was made, `2026-11-22 10:14:03 UTC`; empty where the file does not say.
    pub created: &'static str,
}

impl Migrations {
    /// Revisions in any order, and the text of `limbeck.toml`, empty where there is none.
    pub const fn new(entries: &'static [Entry], settings: &'static str) -> Self {
        Self { entries, settings, places: OnceLock::new() }
    }

    /// The revisions, by the names of their files. Which follows which, their parents say.
    pub const fn entries(&self) -> &'static [Entry] {
        self.entries
    }

    /// The revision of this id.
    pub fn entry(&self, id: &str) -> Option<&'static Entry> {
        let places = self.places.get_or_init(|| {
            let ids = self.entries.iter().enumerate().map(|(place, entry)| (entry.revision.id, place));
            // Of two with one id, which a graph refuses, the first counts.
            ids.rev().collect()
        });
        self.entries.get(*places.get(id)?)
    }

    /// Makes of `schema`, what is recorded before the revision `id` as `dialect` sees it, what is recorded after it.
    ///
    /// # Errors
    /// The revision's operations do not fit what is recorded. An id that is not among the revisions changes nothing.
    pub fn record(&self, id: &str, schema: &mut Schema, dialect: Dialect) -> Result<(), Error> {
        let steps = self.entry(id).map(|entry| entry.revision.upgrade()).unwrap_or_default();
        for step in steps {
            record(&step, schema, dialect).map_err(|source| HistoryError::Replay { id: id.to_owned(), source })?;
        }
        Ok(())
    }

    /// The text of `limbeck.toml` as it was when the crate was compiled; empty where there was none.
    pub const fn settings(&self) -> &'static str {
        self.settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the build script writes it: a constant with function pointers, referred to from a static.
    mod first {
        use limbeck_operations::prelude::*;

        pub(super) const REVISION: Revision = Revision::new("7d3e9a41c0b2").revises(&["51d0b4c2aa9e"]).steps(up, down);

        fn up(op: &mut Op) {
            op.create_table("animals", [pk_auto("id")]);
        }

        fn down(op: &mut Op) {
            op.drop_table("animals");
        }
    }

    static MIGRATIONS: Migrations = {
        const ENTRIES: &[Entry] =
            &[Entry { revision: &first::REVISION, file: "first", message: "the first", created: "" }];
        Migrations::new(ENTRIES, "dialects = []")
    };

    #[test]
    fn a_static_holds_revisions_that_record() {
        assert_eq!(MIGRATIONS.settings(), "dialects = []");
        let [entry] = MIGRATIONS.entries() else { panic!("there is one revision") };
        assert_eq!((entry.file, entry.revision.id), ("first", "7d3e9a41c0b2"));
        let recorded = [entry.revision.upgrade(), entry.revision.downgrade()].map(|steps| steps[0].operation.name());
        assert_eq!(recorded, ["create_table", "drop_table"]);
        assert_eq!(MIGRATIONS.entry("7d3e9a41c0b2").map(|entry| entry.file), Some("first"));
        assert!(MIGRATIONS.entry("51d0b4c2aa9e").is_none());
    }
}
