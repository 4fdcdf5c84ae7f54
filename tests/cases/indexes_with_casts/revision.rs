//! indexes with casts
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_index("ix_few", "samples", ["amount"]);
    // A10: queries of samples that use the index ix_part get slower
    op.drop_index(
        "ix_part",
        "samples",
        [expression("lower(code)"), column("amount").descending()],
    );
    op.alter_column("samples", "both")
        .set_generated_stored("code || '-' || amount::numeric(5,1)");
    op.create_index("ix_few", "samples", ["amount"])
        .filter("code IN ('a', 'b') AND price::integer > 0");
    op.create_index(
        "ix_part",
        "samples",
        [expression("lower(code::varchar(3))"), column("amount").descending()],
    );
}

fn downgrade(op: &mut Op) {
    // A10: queries of samples that use the index ix_part get slower
    op.drop_index(
        "ix_part",
        "samples",
        [expression("lower(code::varchar(3))"), column("amount").descending()],
    );
    op.drop_index("ix_few", "samples", ["amount"]);
    op.alter_column("samples", "both").set_generated_stored("code || '-' || amount");
    op.create_index(
        "ix_part",
        "samples",
        [expression("lower(code)"), column("amount").descending()],
    );
    op.create_index("ix_few", "samples", ["amount"])
        .filter("code IN ('a', 'b') AND price > 0");
}
