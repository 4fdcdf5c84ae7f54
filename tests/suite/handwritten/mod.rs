//! Lists of operations that no entity asks for, written by hand as a reviewer would. They go the same round as the cases.

mod columns;
mod data;
mod indexes;
mod keys;
mod tables;

use limbeck::{Entry, Migrations, Op, Revision};
use limbeck_schema::Dialect;

use crate::round::{DECLARED, FIRST, Round, Rows, SECOND, SETTINGS, go};

/// A list: what is there before, and the revision that is tried.
pub struct List {
    pub name: &'static str,
    pub before: fn(&mut Op),
    pub upgrade: fn(&mut Op),
    pub downgrade: fn(&mut Op),
    /// Statements that put rows in, where generated ones would not do.
    pub rows: &'static [&'static str],
    /// Whether the offline scripts lead to the same.
    pub scripted: bool,
}

/// All lists, and a module with the tests of each.
macro_rules! lists {
    ($($module:ident: $file:ident::$list:ident;)*) => {
        /// All of them.
        pub const LISTS: &[List] = &[$($file::$list),*];

        $(mod $module {
            use limbeck_schema::Dialect;

            #[test]
            fn sqlite() {
                super::go_round(Dialect::Sqlite, &super::$file::$list);
            }

            #[test]
            fn postgres() {
                super::go_round(Dialect::Postgres, &super::$file::$list);
            }

            #[test]
            fn mariadb() {
                super::go_round(Dialect::MariaDb, &super::$file::$list);
            }
        })*
    };
}

lists! {
    rename_tables: tables::RENAME_TABLES;
    table_options: tables::OPTIONS;
    triggers_and_views: tables::TRIGGERS;
    schemas: tables::SCHEMAS;
    generated_columns: columns::GENERATED;
    collations: columns::COLLATIONS;
    on_update: columns::ON_UPDATE;
    fills: columns::FILLS;
    identities: columns::IDENTITIES;
    defaults: columns::DEFAULTS;
    comments: columns::COMMENTS;
    execute: data::EXECUTE;
    execute_and_record: data::EXECUTE_AND_RECORD;
    run_data_steps: data::RUN;
    kinds_of_indexes: indexes::KINDS;
    indexes_through_a_rebuild: indexes::REBUILT;
    no_primary_key: keys::NO_KEY;
    deferrable_constraints: keys::DEFERRABLE;
    filled_and_deferred: keys::FILLED;
    awkward_renames: columns::RENAMED;
    enums: keys::ENUMS;
}

impl List {
    /// The revision that is tried.
    pub const fn second(&self) -> Revision {
        Revision::new(SECOND).revises(&[FIRST]).steps(self.upgrade, self.downgrade)
    }

    fn migrations(&self) -> &'static Migrations {
        // The way back from what is there before is not what is tried: the tables go.
        let first = Revision::new(FIRST).steps(self.before, |_| {});
        let entries = [(first, "first"), (self.second(), "second")].map(|(revision, file)| Entry {
            revision: Box::leak(Box::new(revision)),
            file,
            message: self.name,
            created: "2026-11-22 10:14:03 UTC",
        });
        Box::leak(Box::new(Migrations::new(Box::leak(Box::new(entries)), SETTINGS)))
    }
}

fn go_round(dialect: Dialect, list: &List) {
    let rows = (!list.rows.is_empty()).then(|| list.rows.iter().map(|sql| (*sql).to_owned()).collect());
    let rows = Rows::of(rows);
    let (name, migrations, scripted) = (list.name.to_owned(), list.migrations(), list.scripted);
    let round = Round { name, declared: DECLARED, setup: Vec::new(), migrations, wanted: None, rows, scripted };
    go(dialect, round);
}
