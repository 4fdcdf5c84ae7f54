//! many changes at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B01: code that still uses animals.nick instead of name fails
    op.rename_column("animals", "nick", "name");
    op.drop_foreign_key("animals", ["owner_id"], "users").named("fk-animals-owner_id");
    // A12: rows of animals may agree in chip from here on
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    // A10: queries of animals that use the index idx-animals-nick get slower
    op.drop_index("idx-animals-nick", "animals", ["name"]);
    op.add_column("animals", boolean("active").default(true).comment("still here"));
    op.add_column("animals", integer("vet_id").null());
    // B06: code that does not expect NULL in animals.chip fails on rows that hold it
    op.alter_column("animals", "chip").set_null();
    op.alter_column("animals", "name").set_default("none");
    op.alter_column("animals", "weight").set_type(ColumnType::BigInteger);
    op.create_index("idx-animals-weight", "animals", ["weight"]);
    op.add_foreign_key(
        "animals",
        foreign_key(["owner_id"], "users", ["id"])
            .named("fk-animals-owner_id")
            .on_delete(SetNull),
    );
    op.add_foreign_key(
        "animals",
        foreign_key(["vet_id"], "users", ["id"]).named("fk-animals-vet_id"),
    );
    op.set_table_comment("animals", "who lives here");
    // A02: the values of animals.note are lost
    op.drop_column("animals", "note");
}

fn downgrade(op: &mut Op) {
    op.add_column("animals", string("note").null());
    op.drop_table_comment("animals");
    op.drop_foreign_key("animals", ["vet_id"], "users").named("fk-animals-vet_id");
    op.drop_foreign_key("animals", ["owner_id"], "users").named("fk-animals-owner_id");
    // A10: queries of animals that use the index idx-animals-weight get slower
    op.drop_index("idx-animals-weight", "animals", ["weight"]);
    // A05: values of animals.weight may not fit the narrower type
    // D06: fails if a value of animals.weight is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "weight").set_type(ColumnType::Integer);
    // B05: code that leaves animals.name out fails
    op.alter_column("animals", "name").drop_default();
    // B04: animals.chip may not be NULL any more: rows may hold it
    // D05: fails if a row of animals holds NULL in chip
    op.alter_column("animals", "chip").set_not_null();
    // A02: the values of animals.vet_id are lost
    op.drop_column("animals", "vet_id");
    // A02: the values of animals.active are lost
    op.drop_column("animals", "active");
    op.create_index("idx-animals-nick", "animals", ["name"]);
    // B11: code that writes rows of animals which agree in chip fails
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    op.add_foreign_key(
        "animals",
        foreign_key(["owner_id"], "users", ["id"])
            .named("fk-animals-owner_id")
            .on_delete(Cascade),
    );
    // B01: code that still uses animals.name instead of nick fails
    op.rename_column("animals", "name", "nick");
}
