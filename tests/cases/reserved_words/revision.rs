//! reserved words
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `where` of type fails on rows that hold it
    op.alter_enum("type", ["select", "from"], ["select", "from", "where"]);
    // A10: queries of group that use the index idx-group-column get slower
    op.drop_index("idx-group-column", "group", ["column"]);
    op.alter_column("group", "column").set_type(ColumnType::BigInteger);
    // B11: code that writes rows of group which agree in table, column fails
    // D01: fails if rows of group agree in table, column
    op.create_index("idx-group-key", "group", ["table", "column"]).unique();
    op.drop_foreign_key("references", ["group"], "group").named("fk-references-group");
    op.add_column("references", integer("index").null());
    op.create_index("idx-references-index", "references", ["index"]);
    op.add_foreign_key(
        "references",
        foreign_key(["group"], "group", ["id"])
            .named("fk-references-group")
            .on_update(Cascade),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("references", ["group"], "group").named("fk-references-group");
    op.drop_index("idx-references-index", "references", ["index"]);
    // A02: the values of references.index are lost
    op.drop_column("references", "index");
    op.add_foreign_key(
        "references",
        foreign_key(["group"], "group", ["id"]).named("fk-references-group"),
    );
    // A12: rows of group may agree in table, column from here on
    op.drop_index("idx-group-key", "group", ["table", "column"]);
    // A05: values of group.column may not fit the narrower type
    // D06: fails if a value of group.column is too long or too large (postgres, mariadb only)
    op.alter_column("group", "column").set_type(ColumnType::Integer);
    op.create_index("idx-group-column", "group", ["column"]);
    // A07: rows may still hold `where` of type
    // D08: fails if a row holds `where` of type (postgres, mariadb only)
    op.alter_enum("type", ["select", "from", "where"], ["select", "from"]);
}
