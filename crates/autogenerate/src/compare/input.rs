use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{Dialect, ObjectName, Rename, Schema, SqliteTypes};

use super::Verdicts;

use crate::Fills;

/// What is compared.
#[derive(Clone, Copy)]
pub struct Comparing<'a> {
    /// What the entities want.
    pub wanted: &'a Schema,
    /// Entity fields that are set aside (`#[sea_orm(ignore)]`), by table and column: what the database has there is left alone.
    pub ignored: &'a BTreeSet<(ObjectName, String)>,
    /// Columns whose type the entities could not tell, by table and column: in `wanted` their types mean nothing.
    pub opaque: &'a BTreeSet<(ObjectName, String)>,
    /// What the applied revisions made, replayed for each dialect that the project declares. The keys are the declared dialects.
    pub recorded: &'a BTreeMap<Dialect, Schema>,
    /// What the connected database has, where there is one.
    pub actual: Option<Actual<'a>>,
    /// Renames that the entities state or a person confirmed. One that does not apply is passed over.
    pub renames: &'a [Rename],
    /// How declared types of SQLite compare.
    pub sqlite_types: SqliteTypes,
    /// What the connected server said of texts that an earlier comparison found undecided.
    pub verdicts: &'a Verdicts,
    /// The values of rows in columns that may not be NULL from then on.
    pub fills: &'a Fills,
    /// What is never dropped, whether an entity states it or not: names of tables, of their parts (`table.part`) and of types, with `*` and `?`.
    pub keep: &'a [String],
    /// Whether what is in the database only is dropped.
    pub drop_unmanaged: bool,
    /// Which tables, views and types are none of Limbeck's business: its own bookkeeping, what the configuration ignores.
    pub set_aside: &'a dyn Fn(&ObjectName) -> bool,
    /// Which names are views, whatever the database has: their entities are no tables.
    pub is_view: &'a dyn Fn(&ObjectName) -> bool,
}

/// What sets nothing aside.
static NONE: BTreeSet<(ObjectName, String)> = BTreeSet::new();

/// What answers nothing.
static NO_FILLS: Fills = Fills::new();

impl<'a> Comparing<'a> {
    /// A comparison of these two, with nothing else said.
    pub fn new(wanted: &'a Schema, recorded: &'a BTreeMap<Dialect, Schema>) -> Self {
        Self {
            wanted,
            ignored: &NONE,
            opaque: &NONE,
            recorded,
            actual: None,
            renames: &[],
            sqlite_types: SqliteTypes::Meaning,
            verdicts: Verdicts::none(),
            fills: &NO_FILLS,
            keep: &[],
            drop_unmanaged: false,
            set_aside: &|_| false,
            is_view: &|_| false,
        }
    }
}

/// A database's schema as it was read.
#[derive(Clone, Copy, Debug)]
pub struct Actual<'a> {
    /// The server's dialect, one of the declared ones.
    pub dialect: Dialect,
    /// What the catalog says, reconciled with what is recorded or not.
    pub schema: &'a Schema,
}
