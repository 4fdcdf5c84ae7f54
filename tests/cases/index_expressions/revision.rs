//! index expressions
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_index("ix_born", "people", [expression("born / 2"), column("first")]);
    op.drop_index("ix_last", "people", [expression("lower(last)")]);
    op.create_index("ix_born", "people", ["first", "born"]);
    op.create_index("ix_last", "people", [expression("upper(last)")]);
    // D01: fails if rows of people agree in an expression, an expression
    op.create_index(
        "ix_name",
        "people",
        [expression("lower(first)"), expression("lower(last)")],
    )
    .unique();
}

fn downgrade(op: &mut Op) {
    op.drop_index(
        "ix_name",
        "people",
        [expression("lower(first)"), expression("lower(last)")],
    );
    op.drop_index("ix_last", "people", [expression("upper(last)")]);
    op.drop_index("ix_born", "people", ["first", "born"]);
    op.create_index("ix_last", "people", [expression("lower(last)")]);
    op.create_index("ix_born", "people", [expression("born / 2"), column("first")]);
}
