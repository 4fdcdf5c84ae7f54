//! hints at tables
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column(
        "articles",
        integer("found_at").null().generated_stored("coalesce(shelf, place)"),
    );
    // B11: code that writes rows of articles which agree in shelf, place fails
    // D01: fails if rows of articles agree in shelf, place
    op.add_unique("articles", unique(["shelf", "place"]).named("one article a place"));
    op.create_index("dearest first", "articles", [column("price").descending()]);
    op.create_index(
        "idx-articles-shelf-price",
        "articles",
        [column("shelf"), column("price").descending()],
    );
    // D03: fails if a row of articles does not meet amount <> 78
    op.add_check("articles", check("ck-articles", "amount <> 78"));
    // D03: fails if a row of articles does not meet shelf <> 77
    op.add_check("articles", check("no such shelf", "shelf <> 77"));
}

fn downgrade(op: &mut Op) {
    // A12: the check no such shelf of articles guards no row any more
    op.drop_check("articles", "no such shelf");
    // A12: the check ck-articles of articles guards no row any more
    op.drop_check("articles", "ck-articles");
    // A10: queries of articles that use the index idx-articles-shelf-price get slower
    op.drop_index(
        "idx-articles-shelf-price",
        "articles",
        [column("shelf"), column("price").descending()],
    );
    // A10: queries of articles that use the index dearest first get slower
    op.drop_index("dearest first", "articles", [column("price").descending()]);
    // A12: rows of articles may agree in shelf, place from here on
    op.drop_unique("articles", ["shelf", "place"]).named("one article a place");
    op.drop_column("articles", "found_at");
}
