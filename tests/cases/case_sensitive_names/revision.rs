//! case sensitive names
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `Cc C` of KindOf fails on rows that hold it
    op.alter_enum("KindOf", ["Aa", "BB"], ["Aa", "BB", "Cc C"]);
    // B11: code that writes rows of UserAccounts which agree in EMail fails
    // D01: fails if rows of UserAccounts agree in EMail
    op.add_unique("UserAccounts", unique(["EMail"]).named("uq-UserAccounts-EMail"));
    op.add_column("blogPosts", integer("ReadBy").null());
    op.create_index("idx-blogPosts-WrittenBy", "blogPosts", ["WrittenBy"]);
    op.add_foreign_key(
        "blogPosts",
        foreign_key(["ReadBy"], "UserAccounts", ["Id"])
            .named("fk-blogPosts-ReadBy")
            .on_delete(SetNull),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("blogPosts", ["ReadBy"], "UserAccounts")
        .named("fk-blogPosts-ReadBy");
    // A10: queries of blogPosts that use the index idx-blogPosts-WrittenBy get slower
    op.drop_index("idx-blogPosts-WrittenBy", "blogPosts", ["WrittenBy"]);
    // A02: the values of blogPosts.ReadBy are lost
    op.drop_column("blogPosts", "ReadBy");
    // A12: rows of UserAccounts may agree in EMail from here on
    op.drop_unique("UserAccounts", ["EMail"]).named("uq-UserAccounts-EMail");
    // A07: rows may still hold `Cc C` of KindOf
    // D08: fails if a row holds `Cc C` of KindOf (postgres, mariadb only)
    op.alter_enum("KindOf", ["Aa", "BB", "Cc C"], ["Aa", "BB"]);
}
