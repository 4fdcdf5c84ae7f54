//! index expressions
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A10: queries of people that use the index ix_born get slower
    op.drop_index("ix_born", "people", [expression("born / 2"), column("first")]);
    // A10: queries of people that use the index ix_last get slower
    op.drop_index("ix_last", "people", [expression("lower(last)")]);
    op.create_index("ix_born", "people", ["first", "born"]);
    op.create_index("ix_last", "people", [expression("upper(last)")]);
    // B11: code that writes rows of people which agree in an expression, an expression fails
    // D01: fails if rows of people agree in an expression, an expression
    op.create_index(
        "ix_name",
        "people",
        [expression("lower(first)"), expression("lower(last)")],
    )
    .unique();
}

fn downgrade(op: &mut Op) {
    // A12: rows of people may agree in an expression, an expression from here on
    op.drop_index(
        "ix_name",
        "people",
        [expression("lower(first)"), expression("lower(last)")],
    );
    // A10: queries of people that use the index ix_last get slower
    op.drop_index("ix_last", "people", [expression("upper(last)")]);
    // A10: queries of people that use the index ix_born get slower
    op.drop_index("ix_born", "people", ["first", "born"]);
    op.create_index("ix_last", "people", [expression("lower(last)")]);
    op.create_index("ix_born", "people", [expression("born / 2"), column("first")]);
}
