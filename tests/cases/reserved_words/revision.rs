//! reserved words
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum("type", ["select", "from"], ["select", "from", "where"]);
    op.drop_index("idx-group-column", "group", ["column"]);
    op.alter_column("group", "column").set_type(ColumnType::BigInteger);
    // D01: fails if rows of group agree in table, column
    op.create_index("idx-group-key", "group", ["table", "column"]).unique();
    op.drop_foreign_key("references", ["group"], "group").named("fk-references-group");
    op.add_column("references", integer("index").null());
    op.create_index("idx-references-index", "references", ["index"]);
    // D02: fails if group of a row of references is in no row of group
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
    // D02: fails if group of a row of references is in no row of group
    op.add_foreign_key(
        "references",
        foreign_key(["group"], "group", ["id"]).named("fk-references-group"),
    );
    op.drop_index("idx-group-key", "group", ["table", "column"]);
    // A05: values of group.column may not fit the narrower type
    op.alter_column("group", "column").set_type(ColumnType::Integer);
    op.create_index("idx-group-column", "group", ["column"]);
    // A07: rows may still hold `where` of type
    op.alter_enum("type", ["select", "from", "where"], ["select", "from"]);
}
