//! uniques and groups change places
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_unique("names", ["first"]).named("uq-names-first");
    op.drop_index("idx-names-born", "names", ["year", "place"]);
    op.drop_index("idx-names-last", "names", ["last"]);
    // D01: fails if rows of names agree in place
    op.add_unique("names", unique(["place"]).named("uq-names-place"));
    // D01: fails if rows of names agree in first, last
    op.create_index("idx-names-full", "names", ["first", "last"]).unique();
    op.create_index("idx-names-year", "names", ["year"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-names-year", "names", ["year"]);
    op.drop_index("idx-names-full", "names", ["first", "last"]);
    op.drop_unique("names", ["place"]).named("uq-names-place");
    op.create_index("idx-names-last", "names", ["last"]);
    // D01: fails if rows of names agree in year, place
    op.create_index("idx-names-born", "names", ["year", "place"]).unique();
    // D01: fails if rows of names agree in first
    op.add_unique("names", unique(["first"]).named("uq-names-first"));
}
