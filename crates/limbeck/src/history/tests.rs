use std::time::Duration;

use limbeck_operations::prelude::*;

use super::*;
use crate::{Direction, Entry};

fn up(op: &mut Op) {
    op.create_table("animals", [integer("id"), text("name")]).primary_key(["id"]);
    op.add_column("animals", text("colour").null());
}

fn down(op: &mut Op) {
    op.drop_table("animals");
}

fn later(op: &mut Op) {
    op.drop_column("animals", "colour");
    // A table that no revision made, and a key to it.
    op.add_column("owners", text("mail").null());
    op.create_table("visits", [integer("owner_id")]).foreign_key(foreign_key(["owner_id"], "owners", ["id"]));
    op.execute_on(Sqlite, "CREATE TABLE x (id integer)").records(|op| {
        op.create_table("x", [integer("id")]);
    });
}

static FIRST: Revision = Revision::new("aa1").steps(up, down);
static SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(later, |_| {});

fn entry(revision: &'static Revision) -> Entry {
    Entry { revision, file: "a.rs", message: "m", created: "" }
}

fn history() -> History {
    let row = |revision, position| Row::of(&entry(revision), position, Duration::ZERO).expect("a row");
    History { rows: vec![row(&FIRST, 1), row(&SECOND, 2)] }
}

fn tables(schema: &Schema) -> Vec<String> {
    schema.tables.keys().map(ToString::to_string).collect()
}

#[test]
fn what_ran_is_replayed_on_each_dialect() {
    let history = history();
    let sqlite = history.recorded(Dialect::Sqlite).expect("a schema");
    assert_eq!(tables(&sqlite), ["animals", "visits", "x"]);
    assert!(sqlite.tables.values().flat_map(|table| &table.columns).all(|column| column.name != "colour"));
    assert_eq!(sqlite.tables[&ObjectName::bare("visits")].foreign_keys.len(), 1);
    assert_eq!(tables(&history.recorded(Dialect::Postgres).expect("a schema")), ["animals", "visits"]);
    assert_eq!(recorded(None, Dialect::Postgres).expect("a schema"), Schema::default());
}

#[test]
fn a_revision_that_did_not_end_counts_as_far_as_it_came() {
    for (direction, done, applied, columns) in [
        (Direction::Upgrade, 1, 1, Some(2)),
        (Direction::Upgrade, 0, 1, None),
        (Direction::Downgrade, 0, 2, Some(3)),
        (Direction::Downgrade, 1, 2, None),
    ] {
        let mut history = history();
        history.rows.pop();
        history.rows[0].state = State::Unfinished { direction, done, clean: true };
        assert_eq!(history.unfinished().map(|row| row.id.as_str()), Some("aa1"));
        assert_eq!(history.applied().len() + 1, applied, "{direction} {done}");
        let schema = history.recorded(Dialect::Sqlite).expect("a schema");
        assert_eq!(schema.table(&"animals".into()).map(|table| table.columns.len()), columns, "{direction} {done}");
    }
}

#[test]
fn stored_operations_are_read_back_and_edits_are_seen() {
    let history = history();
    assert_eq!(history.rows[0].upgrade_steps().expect("steps"), FIRST.upgrade());
    assert_eq!(history.rows[0].downgrade_steps().expect("steps"), FIRST.downgrade());
    assert!(!history.rows[0].differs_from(&entry(&FIRST)).expect("a checksum"));
    assert!(history.rows[0].differs_from(&entry(&SECOND)).expect("a checksum"));
}

#[test]
fn what_can_not_be_replayed_is_said() {
    let mut row = history().rows.remove(0);
    row.upgrade = "[{\"op\":\"fly\"}]".to_owned();
    let error = row.upgrade_steps().expect_err("no operation").to_string();
    assert!(error.starts_with("the operations of revision `aa1` are not understood: unknown variant `fly`"), "{error}");
    row.format = FORMAT + 1;
    let error = row.upgrade_steps().expect_err("a newer format").to_string();
    assert!(error.starts_with("the operations of revision `aa1` are in format 2, stored by Limbeck"), "{error}");

    let mut twice = history();
    let mut again = twice.rows[0].clone();
    again.id = "cc3".to_owned();
    twice.rows.push(again);
    let error = twice.recorded(Dialect::Sqlite).expect_err("the table is there").to_string();
    assert_eq!(error, "replaying what ran stops at revision `cc3`: table `animals` exists already");
}

#[test]
fn a_row_that_is_written_anew_keeps_its_place() {
    let mut history = history();
    history.remove("aa1");
    assert_eq!(history.next_position(), 3);
    history.push(Row::of(&entry(&FIRST), 1, Duration::ZERO).expect("a row"));
    assert_eq!(history.rows().iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["aa1", "bb2"]);
    assert_eq!(history.next_position(), 3);
}
