use limbeck_schema::Dialect;

use super::{told, told_on};
use crate::{HazardWatch, Op, prelude::*};

/// A row: its name, what is done, what others wait for.
type Row = (&'static str, fn(&mut Op), &'static str);

#[test]
fn each_dialect_has_its_own_locks() {
    let rows: &[Row] = &[
        ("index", |op| _ = op.create_index("i", "t", ["n"]), "C01@postgres"),
        ("full text", |op| _ = op.create_index("i", "t", ["s"]).using("fulltext"), "C01@postgres+mysql+mariadb"),
        ("alter_primary_key", |op| _ = op.alter_primary_key("t", ["n"]), "C04@sqlite C04@postgres"),
        ("drop_primary_key", |op| _ = op.drop_primary_key("t"), "C04@sqlite+mysql+mariadb"),
        ("add_unique", |op| _ = op.add_unique("t", unique(["n"])), "C05@sqlite C05@postgres"),
        (
            "add_foreign_key",
            |op| _ = op.add_foreign_key("t", foreign_key(["n"], "u", ["id"])),
            "C06@sqlite+mysql+mariadb C06@postgres",
        ),
        ("add_check", |op| _ = op.add_check("t", check("c", "n > 0")), "C07@sqlite+mysql+mariadb C07@postgres"),
        (
            "set_not_null beside a stored column",
            |op| _ = op.alter_column("t", "maybe").set_not_null(),
            "C08@sqlite+mariadb C08@postgres",
        ),
        ("set_not_null", |op| _ = op.alter_column("u", "maybe").set_not_null(), "C08@sqlite C08@postgres"),
        ("a constant default", |op| _ = op.add_column("t", integer("x").default(1)), ""),
        ("the present time", |op| _ = op.add_column("t", timestamp("x").default(current_timestamp())), "C10@sqlite"),
        (
            "the present date",
            |op| _ = op.add_column("t", date("x").default(current_date())),
            "C10@sqlite+mysql+mariadb",
        ),
        (
            "a value for each row",
            |op| _ = op.add_column("t", uuid("x").default(sql("gen_random_uuid()"))),
            "C10@sqlite+mysql+mariadb C10@postgres",
        ),
        (
            "an expression",
            |op| _ = op.add_column("t", string("x").default(sql("lower('A'::varchar(9))"))),
            "C10@sqlite+mysql+mariadb",
        ),
        (
            "what is computed from the present time",
            |op| _ = op.add_column("t", timestamp("x").default(sql("now() + interval '1 day'"))),
            "C10@sqlite+mysql+mariadb",
        ),
        (
            "a parenthesis in a string",
            |op| _ = op.add_column("t", string("x").default(sql("'f(' || 'x'::varchar(9)"))),
            "C10@sqlite+mysql+mariadb",
        ),
        ("a number", |op| _ = op.add_column("t", pk_auto("x")), "C11@sqlite+mysql+mariadb C11@postgres"),
        (
            "stored",
            |op| _ = op.add_column("t", integer("x").generated_stored("n")),
            "C12@sqlite+mysql+mariadb C12@postgres",
        ),
        ("virtual", |op| _ = op.add_column("t", integer("x").generated_virtual("n")), ""),
        ("collation", |op| _ = op.alter_column("t", "s").set_collation("C"), "C17@sqlite+mysql C17@postgres"),
        (
            "collation of what has no index",
            |op| _ = op.alter_column("t", "kind").set_collation("C"),
            "C17@sqlite+mysql",
        ),
        (
            "refer to a table",
            |op| _ = op.create_table("v", [pk_auto("id")]).foreign_key(foreign_key(["id"], "u", ["id"])),
            "C26@postgres",
        ),
        (
            "refer to itself",
            |op| _ = op.create_table("v", [pk_auto("id")]).foreign_key(foreign_key(["id"], "v", ["id"])),
            "",
        ),
        ("UPDATE", |op| _ = op.execute(" update t set n = 1"), "C30"),
        ("fill_column", |op| _ = op.fill_column("t", "maybe", 1), "C30"),
        ("INSERT", |op| _ = op.execute("INSERT INTO t VALUES (1)"), ""),
        ("labels at the end", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["cat", "dog", "cow"]), ""),
        ("labels between", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["cat", "cow", "dog"]), "C16@mysql+mariadb"),
        ("labels that go", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["cat"]), "C16@postgres C16@mysql+mariadb"),
        ("null", |op| _ = op.alter_column("t", "n").set_null(), ""),
        ("drop_column", |op| _ = op.drop_column("t", "n"), ""),
    ];
    for (row, record, expected) in rows {
        assert_eq!(told(record, "C"), *expected, "{row}");
    }
}

#[test]
fn a_hazard_of_all_declared_dialects_names_none() {
    for (dialects, expected) in [
        (&[Dialect::Postgres][..], "C01"),
        (&[Dialect::Postgres, Dialect::Sqlite][..], "C01@postgres"),
        (&[Dialect::Sqlite][..], ""),
    ] {
        assert_eq!(told_on(|op| _ = op.create_index("i", "t", ["n"]), "C", dialects), expected, "{dialects:?}");
    }
}

#[test]
fn writers_do_not_wait_for_an_index_that_is_made_concurrently() {
    let rows: &[Row] = &[
        ("index", |op| _ = op.create_index("i", "t", ["n"]), "postgres"),
        ("concurrent", |op| _ = op.create_index("i", "t", ["n"]).concurrently(), ""),
        ("full text", |op| _ = op.create_index("i", "t", ["s"]).using("fulltext").concurrently(), "mysql mariadb"),
    ];
    for (row, record, expected) in rows {
        let mut op = Op::default();
        record(&mut op);
        let found = HazardWatch::new(Dialect::ALL).next(&op.into_steps().remove(0), &[], &super::before());
        let on: Vec<_> = found.iter().flat_map(|hazard| &hazard.only).map(ToString::to_string).collect();
        assert_eq!(on.join(" "), *expected, "{row}: {found:?}");
    }
}

#[test]
fn a_type_is_rewritten_unless_the_server_takes_the_values_as_they_are() {
    use ColumnType as T;
    // The types before and after, and the dialects on which every row is written anew.
    let rows: &[(T, T, &str)] = &[
        (T::string_len(20), T::string_len(63), "sqlite"),
        (T::string_len(63), T::string_len(64), "sqlite mysql mariadb"),
        (T::string_len(64), T::string_len(900), "sqlite"),
        (T::string_len(64), T::string_len(63), "sqlite postgres mysql mariadb"),
        (T::string_len(64), T::string(), "sqlite"),
        (T::string_len(64), T::Text, "sqlite mysql mariadb"),
        (T::Text, T::string_len(64), "sqlite postgres mysql mariadb"),
        (T::char_len(4), T::string_len(9), "sqlite postgres mysql mariadb"),
        (T::Integer, T::BigInteger, "postgres mysql mariadb"),
        (T::Integer, T::Integer, ""),
        (T::decimal_len(10, 2), T::decimal_len(12, 2), "sqlite mysql mariadb"),
        (T::decimal_len(10, 2), T::Decimal(None), "sqlite mysql mariadb"),
        (T::decimal_len(10, 2), T::decimal_len(12, 4), "sqlite postgres mysql mariadb"),
        (T::Json, T::JsonBinary, "postgres"),
        (T::VarBit(4), T::VarBit(5), "sqlite mysql mariadb"),
        (T::Boolean, T::Integer, "sqlite postgres mysql mariadb"),
    ];
    for (previous, next, expected) in rows {
        let mut schema = limbeck_schema::Schema::default();
        schema.insert(limbeck_schema::Table::new("t", vec![limbeck_schema::Column::new("c", previous.clone())]));
        let mut op = Op::default();
        op.alter_column("t", "c").set_type(next.clone());
        let operation = op.into_steps().remove(0).operation;
        let found: Vec<_> = Dialect::ALL
            .into_iter()
            .filter(|dialect| {
                let found = super::hazards(&operation, &schema, &[*dialect]);
                found.iter().any(|hazard| hazard.code.name() == "C16")
            })
            .map(Dialect::name)
            .collect();
        assert_eq!(found.join(" "), *expected, "{previous:?} to {next:?}");
    }
}
