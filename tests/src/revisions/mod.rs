//! The revisions of the program `migrator`, which is killed at every statement and raced: every kind of operation is in one of them, on the way up and on
//! the way down. Each counts how often it ran, so that one that runs twice is seen, and one that does not.
//!
//! Going down and up again leads to the same rows from the second time on, which is what the tests hold interrupted runs against.

mod columns;
mod data;
mod first;
mod indexes;
mod keys;
mod names;

use limbeck::{Entry, Migrations, prelude::*};
use sea_orm::ConnectionTrait;

/// All of them, in their order.
pub static MIGRATIONS: Migrations = Migrations::new(&ENTRIES, "");

const FIRST: Revision = Revision::new("a10000000001").steps(first::upgrade, first::downgrade);
const COLUMNS: Revision =
    Revision::new("a20000000002").revises(&[FIRST.id]).steps(columns::upgrade, columns::downgrade);
const KEYS: Revision = Revision::new("a30000000003").revises(&[COLUMNS.id]).steps(keys::upgrade, keys::downgrade);
const NAMES: Revision = Revision::new("a40000000004").revises(&[KEYS.id]).steps(names::upgrade, names::downgrade);
const DATA: Revision = Revision::new("a50000000005").revises(&[NAMES.id]).steps(data::upgrade, data::downgrade);
const INDEXES: Revision = Revision::new("a60000000006").revises(&[DATA.id]).steps(indexes::upgrade, indexes::downgrade);
const OPAQUE: Revision =
    Revision::new("a70000000007").revises(&[INDEXES.id]).steps(data::upgrade_opaquely, data::downgrade_opaquely);

static ENTRIES: [Entry; 7] = [
    entry(&FIRST, "first", "tables and their rows"),
    entry(&COLUMNS, "columns", "columns, and a rebuild of a table with children"),
    entry(&KEYS, "keys", "indexes, constraints and keys"),
    entry(&NAMES, "names", "enumerated types, names and comments"),
    entry(&DATA, "data", "raw SQL and data steps between changes"),
    entry(&INDEXES, "indexes", "indexes that are made while others write"),
    entry(&OPAQUE, "opaque", "raw SQL that does not say what it changes"),
];

const fn entry(revision: &'static Revision, file: &'static str, message: &'static str) -> Entry {
    Entry { revision, file, message, created: "" }
}

/// Counts the way up of `revision`: by a row, and by a number.
fn count_up(op: &mut Op, revision: &Revision) {
    let id = revision.id;
    op.run("count up", move |db| async move {
        db.execute_unprepared(&format!("INSERT INTO journal (revision) VALUES ('{id}')")).await?;
        db.progress(1, 2);
        db.execute_unprepared(&format!("UPDATE counters SET number = number + 1 WHERE revision = '{id}'")).await?;
        db.progress(2, 2);
        Ok(())
    });
}

/// Counts the way down of `revision`, so that both ways together are nothing.
fn count_down(op: &mut Op, revision: &Revision) {
    let id = revision.id;
    op.run("count down", move |db| async move {
        db.execute_unprepared(&format!("DELETE FROM journal WHERE revision = '{id}'")).await?;
        db.execute_unprepared(&format!("UPDATE counters SET number = number - 1 WHERE revision = '{id}'")).await?;
        Ok(())
    });
}
