//! uniques and groups change places
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of names may agree in first from here on
    op.drop_unique("names", ["first"]).named("uq-names-first");
    // A12: rows of names may agree in year, place from here on
    op.drop_index("idx-names-born", "names", ["year", "place"]);
    // A10: queries of names that use the index idx-names-last get slower
    op.drop_index("idx-names-last", "names", ["last"]);
    // B11: code that writes rows of names which agree in place fails
    // D01: fails if rows of names agree in place
    op.add_unique("names", unique(["place"]).named("uq-names-place"));
    op.create_index("idx-names-full", "names", ["first", "last"]).unique();
    op.create_index("idx-names-year", "names", ["year"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-names-year", "names", ["year"]);
    // A12: rows of names may agree in first, last from here on
    op.drop_index("idx-names-full", "names", ["first", "last"]);
    // A12: rows of names may agree in place from here on
    op.drop_unique("names", ["place"]).named("uq-names-place");
    op.create_index("idx-names-last", "names", ["last"]);
    op.create_index("idx-names-born", "names", ["year", "place"]).unique();
    // B11: code that writes rows of names which agree in first fails
    // D01: fails if rows of names agree in first
    op.add_unique("names", unique(["first"]).named("uq-names-first"));
}
