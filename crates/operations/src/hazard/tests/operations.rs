use super::told;
use crate::{Op, prelude::*};

/// A row: its name, what is done, what is told of the groups A, B and D.
type Row = (&'static str, fn(&mut Op), &'static str);

#[test]
fn each_rule_tells_its_danger_and_nothing_else() {
    let rows: &[Row] = &[
        ("drop_table", |op| _ = op.drop_table("t"), "A01"),
        ("drop_table with more", |op| _ = op.drop_table("raw"), "A01 A13"),
        ("drop_column with more", |op| _ = op.drop_column("raw", "s"), "A02 A13"),
        ("drop_column beside it", |op| _ = op.drop_column("raw", "id"), "A02"),
        ("a type that is stored as before", |op| _ = op.alter_column("raw", "s").set_type(ColumnType::Text), ""),
        (
            "a type that takes the storage away",
            |op| _ = op.alter_column("raw", "s").set_type(ColumnType::Boolean),
            "A06 A13 D07@postgres+mysql+mariadb",
        ),
        ("NOT NULL with a conflict clause goes", |op| _ = op.alter_column("raw", "s").set_null(), "A13 B06"),
        ("drop_column", |op| _ = op.drop_column("t", "n"), "A02"),
        ("drop_column that is computed", |op| _ = op.drop_column("t", "net"), ""),
        ("a column is computed from then on", |op| _ = op.alter_column("t", "n").set_generated_stored("1"), "A02"),
        ("computed otherwise", |op| _ = op.alter_column("t", "net").set_generated_stored("1"), ""),
        ("stop numbering", |op| _ = op.alter_column("t", "id").drop_auto_increment(), "A09 B10"),
        ("drop_index", |op| _ = op.drop_index("plain", "t", ["n"]), "A10"),
        ("drop_index that is unique", |op| _ = op.drop_index("single", "t", ["s"]), "A12"),
        ("drop_index of the same columns as another", |op| _ = op.drop_index("single2", "t", ["s"]), "A10"),
        ("a key of more columns", |op| _ = op.alter_primary_key("t", ["id", "n"]), "A12 D04"),
        ("drop_unique", |op| _ = op.drop_unique("t", ["at", "d"]), "A12"),
        ("drop_foreign_key", |op| _ = op.drop_foreign_key("t", ["n"], "u"), "A12"),
        ("drop_check", |op| _ = op.drop_check("t", "c"), "A12"),
        ("drop_primary_key", |op| _ = op.drop_primary_key("t"), "A12"),
        (
            "alter_enum",
            |op| _ = op.alter_enum("kind", ["cat", "dog"], ["dog", "cow"]),
            "A07 B08 D08@postgres+mysql+mariadb",
        ),
        ("alter_enum that adds", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["cat", "cow", "dog"]), "B08"),
        ("rename_enum_label", |op| _ = op.rename_enum_label("kind", "cat", "kitten"), "B07"),
        ("alter_enum that moves", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["dog", "cat"]), ""),
        (
            "a type with fewer labels",
            |op| _ = op.alter_column("t", "kind").set_type(ColumnType::Enum(Enumeration::new("kind", ["cat"]))),
            "A07 D08@postgres+mysql+mariadb",
        ),
        ("rename_column", |op| _ = op.rename_column("t", "n", "m"), "B01"),
        ("rename_table", |op| _ = op.rename_table("t", "v"), "B02"),
        ("add_column", |op| _ = op.add_column("t", integer("x")), "B03 D05@sqlite+postgres"),
        (
            "add_column whose default is NULL",
            |op| _ = op.add_column("t", integer("x").default(null())),
            "B03 D05@sqlite+postgres",
        ),
        ("add_column that may be NULL", |op| _ = op.add_column("t", integer("x").null()), ""),
        ("add_column with a default", |op| _ = op.add_column("t", integer("x").default(1)), ""),
        ("add_column that is numbered", |op| _ = op.add_column("t", pk_auto("x")), ""),
        ("add_column that is computed", |op| _ = op.add_column("t", integer("x").generated_stored("n")), ""),
        ("add_column of JSON as text", |op| _ = op.add_column("t", json("x").null()), "B09@postgres"),
        ("add_column of JSON that is parsed", |op| _ = op.add_column("t", json_binary("x").null()), ""),
        ("fill_column", |op| _ = op.fill_column("t", "maybe", 1), ""),
        ("set_not_null", |op| _ = op.alter_column("t", "maybe").set_not_null(), "B04 D05"),
        ("set_not_null again", |op| _ = op.alter_column("t", "n").set_not_null(), ""),
        ("drop_not_null", |op| _ = op.alter_column("t", "n").set_null(), "B06"),
        ("drop_not_null again", |op| _ = op.alter_column("t", "maybe").set_null(), ""),
        ("set_default", |op| _ = op.alter_column("t", "maybe").set_default(8), "B05"),
        ("set_default to the same", |op| _ = op.alter_column("t", "maybe").set_default(7), ""),
        ("set_default where there was none", |op| _ = op.alter_column("t", "n").set_default(8), ""),
        ("drop_default", |op| _ = op.alter_column("t", "maybe").drop_default(), "B05"),
        ("a key's type", |op| _ = op.alter_column("t", "id").set_type(ColumnType::BigInteger), "B10"),
        ("add_unique", |op| _ = op.add_unique("t", unique(["n"])), "B11 D01"),
        ("unique index", |op| _ = op.create_index("i", "t", ["n"]).unique(), "B11 D01"),
        ("index", |op| _ = op.create_index("i", "t", ["n"]), ""),
        ("add_foreign_key", |op| _ = op.add_foreign_key("t", foreign_key(["n"], "t", ["n"])), "D02"),
        ("add_check", |op| _ = op.add_check("t", check("c", "n > 0")), "D03"),
        ("alter_primary_key", |op| _ = op.alter_primary_key("t", ["n"]), "A12 D04"),
        ("create_table", |op| _ = op.create_table("v", [pk_auto("id")]), ""),
        ("comment", |op| _ = op.alter_column("t", "n").set_comment("x"), ""),
    ];
    for (row, record, expected) in rows {
        assert_eq!(told(record, "ABD"), *expected, "{row}");
    }
}
