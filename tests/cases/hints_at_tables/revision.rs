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
    op.drop_check("articles", "no such shelf");
    op.drop_check("articles", "ck-articles");
    op.drop_index(
        "idx-articles-shelf-price",
        "articles",
        [column("shelf"), column("price").descending()],
    );
    op.drop_index("dearest first", "articles", [column("price").descending()]);
    op.drop_unique("articles", ["shelf", "place"]).named("one article a place");
    op.drop_column("articles", "found_at");
}
