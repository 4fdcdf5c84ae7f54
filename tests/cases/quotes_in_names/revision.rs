//! quotes in names
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key(r"back\slash", [r#"of "it""#], r#"it's "so" `here`"#)
        .named(r#"fk-back\slash-of "it""#);
    // B06: code that does not expect NULL in back\slash.100 % fails on rows that hold it
    op.alter_column(r"back\slash", "100 %").set_null();
    op.add_foreign_key(
        r"back\slash",
        foreign_key([r#"of "it""#], r#"it's "so" `here`"#, [r#"the "id""#])
            .named(r#"fk-back\slash-of "it""#)
            .on_delete(Cascade),
    );
    op.add_column(r#"it's "so" `here`"#, integer("e;--f").null());
    op.alter_column(r#"it's "so" `here`"#, "a'b").set_type(ColumnType::BigInteger);
    op.alter_column(r#"it's "so" `here`"#, "c`d").set_default("it's");
    op.add_unique(
        r#"it's "so" `here`"#,
        unique(["e;--f"]).named(r#"uq-it's "so" `here`-e;--f"#),
    );
    op.create_index(r#"idx-it's "so" `here`-a'b"#, r#"it's "so" `here`"#, ["a'b"]);
}

fn downgrade(op: &mut Op) {
    // A10: queries of it's "so" `here` that use the index idx-it's "so" `here`-a'b get slower
    op.drop_index(r#"idx-it's "so" `here`-a'b"#, r#"it's "so" `here`"#, ["a'b"]);
    op.drop_unique(r#"it's "so" `here`"#, ["e;--f"])
        .named(r#"uq-it's "so" `here`-e;--f"#);
    // B05: code that leaves it's "so" `here`.c`d out fails
    op.alter_column(r#"it's "so" `here`"#, "c`d").drop_default();
    // A05: values of it's "so" `here`.a'b may not fit the narrower type
    // D06: fails if a value of it's "so" `here`.a'b is too long or too large (postgres, mariadb only)
    op.alter_column(r#"it's "so" `here`"#, "a'b").set_type(ColumnType::Integer);
    // A02: the values of it's "so" `here`.e;--f are lost
    op.drop_column(r#"it's "so" `here`"#, "e;--f");
    op.drop_foreign_key(r"back\slash", [r#"of "it""#], r#"it's "so" `here`"#)
        .named(r#"fk-back\slash-of "it""#);
    // B04: back\slash.100 % may not be NULL any more: rows may hold it
    // D05: fails if a row of back\slash holds NULL in 100 %
    op.alter_column(r"back\slash", "100 %").set_not_null();
    op.add_foreign_key(
        r"back\slash",
        foreign_key([r#"of "it""#], r#"it's "so" `here`"#, [r#"the "id""#])
            .named(r#"fk-back\slash-of "it""#),
    );
}
