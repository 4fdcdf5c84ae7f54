use limbeck::prelude::*;
use sea_orm::ConnectionTrait;

use super::{DATA, OPAQUE, count_down, count_up};

/// Raw SQL whose effect is stated, raw SQL that changes rows, and a data step, with changes of the schema between them.
pub(super) fn upgrade(op: &mut Op) {
    op.execute("ALTER TABLE parents ADD COLUMN note integer").records(|op| {
        op.add_column("parents", integer("note").null());
    });
    op.execute(format!("UPDATE counters SET number = number + 10 WHERE revision = '{}'", DATA.id));
    op.add_column("children", string_len("greeting", 40).null());
    op.run("greet", |db| async move {
        db.execute_unprepared("UPDATE children SET greeting = 'hello'").await?;
        db.execute_unprepared("UPDATE parents SET note = 1").await?;
        Ok(())
    });
    op.alter_column("children", "greeting").set_not_null();
    op.execute("CREATE INDEX parents_by_note ON parents (note)").records(|op| {
        op.create_index("parents_by_note", "parents", ["note"]);
    });
    count_up(op, &DATA);
}

pub(super) fn downgrade(op: &mut Op) {
    op.execute_on(MariaDb, "DROP INDEX parents_by_note ON parents").records(|op| {
        op.drop_index("parents_by_note", "parents", ["note"]);
    });
    op.execute("DROP INDEX parents_by_note").only(Sqlite).only(Postgres).records(|op| {
        op.drop_index("parents_by_note", "parents", ["note"]);
    });
    op.drop_column("children", "greeting");
    op.execute(format!("UPDATE counters SET number = number - 10 WHERE revision = '{}'", DATA.id));
    op.drop_column("parents", "note");
    count_down(op, &DATA);
}

/// Raw SQL that changes the schema and does not say how. Where it commits by itself, only its author knows whether it ran.
pub(super) fn upgrade_opaquely(op: &mut Op) {
    op.execute("CREATE VIEW names AS SELECT name FROM parents");
    count_up(op, &OPAQUE);
}

pub(super) fn downgrade_opaquely(op: &mut Op) {
    op.execute("DROP VIEW names");
    count_down(op, &OPAQUE);
}
