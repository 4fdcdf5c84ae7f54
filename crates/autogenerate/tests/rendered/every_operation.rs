//! every operation
//! with every \u{202e}field
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("7d3e9a41c0b2")
    .revises(&["51d0b4c2aa9e", r#"a"b"#])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("kind", ["cat", "dog"]);
    op.create_enum(("zoo", "empty"), [""; 0]).keep();
    op.create_table("plain", [integer("id")]).primary_key(["id"]);
    op.create_table("numbered", [big_pk_auto("id")]).primary_key(["id"]);
    op.create_table("nothing", []);
    op.create_table(
        ("zoo", "everything"),
        [
            pk_auto("id"),
            char("type_0"),
            char_len("type_1", 3),
            string("type_2"),
            string_len("type_3", 128),
            string_max("type_4"),
            text("type_5"),
            tiny_integer("type_6"),
            small_integer("type_7"),
            integer("type_8"),
            big_integer("type_9"),
            tiny_unsigned("type_10"),
            small_unsigned("type_11"),
            unsigned("type_12"),
            big_unsigned("type_13"),
            float("type_14"),
            double("type_15"),
            decimal("type_16"),
            decimal_len("type_17", 10, 2),
            money("type_18"),
            money_len("type_19", 19, 4),
            date_time("type_20"),
            timestamp("type_21"),
            timestamp_with_time_zone("type_22"),
            time("type_23"),
            date("type_24"),
            year("type_25"),
            interval("type_26"),
            column_of(
                "type_27",
                ColumnType::Interval(Some("day to second".into()), None),
            ),
            column_of("type_28", ColumnType::Interval(None, Some(3))),
            column_of(
                "type_29",
                ColumnType::Interval(Some("second".into()), Some(6)),
            ),
            binary_len("type_30", 16),
            var_binary("type_31"),
            var_binary_len("type_32", 64),
            var_binary_max("type_33"),
            blob("type_34"),
            bit("type_35"),
            bit_len("type_36", 8),
            varbit("type_37", 12),
            boolean("type_38"),
            json("type_39"),
            json_binary("type_40"),
            uuid("type_41"),
            enumeration("type_42", ("zoo", "mood"), ["calm", "wild"]),
            enumeration("type_43", "", [""; 0]),
            array("type_44", ColumnType::Array(Box::new(ColumnType::string_len(8)))),
            vector("type_45"),
            vector_len("type_46", 3),
            cidr("type_47"),
            inet("type_48"),
            mac_address("type_49"),
            ltree("type_50"),
            custom("type_51", "citext"),
            text("default_0").default(null()),
            text("default_1").default(true),
            text("default_2").default(false),
            text("default_3").default(0),
            text("default_4").default(-7),
            text("default_5").default(2147483648i64),
            text("default_6").default(-9223372036854775808i64),
            text("default_7").default(number("1.50e3")),
            text("default_8").default(""),
            text("default_9")
                .default("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#"),
            text("default_10").default(current_timestamp()),
            text("default_11").default(current_date()),
            text("default_12").default(current_time()),
            text("default_13").default(sql(r#"lower('A') || "b""#)),
            big_integer("numbered_0").auto_increment(),
            big_integer("numbered_1").identity_always(),
            big_integer("numbered_2").serial("all_id_seq"),
            timestamp_with_time_zone(r#"full "name""#)
                .null()
                .default(current_timestamp())
                .generated_virtual(r#""weight" * 2"#)
                .on_update(current_timestamp())
                .collation("utf8mb4_bin")
                .comment("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#")
                .extra("ON CONFLICT IGNORE")
                .keep(),
            integer("shelter_id"),
        ],
    )
    .primary_key(primary_key(["id", "shelter_id"]).named("pk-everything"))
    .unique(unique(["id"]))
    .unique(
        unique(["name", "weight"])
            .named("uq-animals-name")
            .nulls_not_distinct()
            .deferrable(Deferrable::InitiallyImmediate)
            .keep(),
    )
    .foreign_key(foreign_key(["shelter_id"], "animals", ["id"]))
    .foreign_key(
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk NO ACTION")
            .on_delete(NoAction)
            .on_update(NoAction)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    )
    .foreign_key(
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk RESTRICT")
            .on_delete(Restrict)
            .on_update(Restrict)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    )
    .foreign_key(
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk CASCADE")
            .on_delete(Cascade)
            .on_update(Cascade)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    )
    .foreign_key(
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk SET NULL")
            .on_delete(SetNull)
            .on_update(SetNull)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    )
    .foreign_key(
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk SET DEFAULT")
            .on_delete(SetDefault)
            .on_update(SetDefault)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    )
    .check(Check::new("true"))
    .check(check("ck-animals-weight", r#""weight" > 0"#).keep())
    .comment("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#")
    .without_rowid()
    .strict()
    .engine("MyISAM")
    .collation("utf8mb4_bin")
    .keep();
    op.rename_table("plain", ("zoo", "plain"));
    op.set_table_comment(
        "animals",
        "it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#",
    );
    op.drop_table_comment("animals");
    // A01: the rows of leaving are lost
    op.drop_table("leaving");
    op.alter_enum(
        ("zoo", "mood"),
        ["calm", "wild"],
        ["calm", "wild", "it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#"],
    );
    op.rename_enum_label(
        ("zoo", "mood"),
        "it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#",
        "odd",
    );
    op.drop_enum("kind");
    // B03: animals.type_0 may not be NULL and has no default: rows that are there have no value for it
    op.add_column("animals", char("type_0"));
    // B03: animals.type_1 may not be NULL and has no default: rows that are there have no value for it
    op.add_column("animals", char_len("type_1", 3));
    // B03: animals.type_2 may not be NULL and has no default: rows that are there have no value for it
    op.add_column("animals", string("type_2"));
    op.add_column(
        ("zoo", "visits"),
        timestamp_with_time_zone(r#"full "name""#)
            .null()
            .default(current_timestamp())
            .generated_virtual(r#""weight" * 2"#)
            .on_update(current_timestamp())
            .collation("utf8mb4_bin")
            .comment("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#")
            .extra("ON CONFLICT IGNORE")
            .keep(),
    );
    op.fill_column("animals", "weight", 1);
    op.fill_column("animals", "name", r#"it's "quoted""#);
    op.fill_column("animals", "weight", sql(r#"(SELECT max("weight") FROM animals)"#));
    // B01: code that still uses animals.name instead of called fails
    op.rename_column("animals", "name", "called");
    // B01: code that still uses animals.called instead of name fails
    op.rename_column("animals", "called", "name");
    // A02: the values of animals.gone are lost
    op.drop_column("animals", "gone");
    op.alter_column("animals", "weight");
    // A02: the values of animals.weight are lost, it is computed from then on
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight")
        .set_type(ColumnType::decimal_len(6, 2))
        .using(r#""weight"::numeric"#)
        .set_null()
        .set_default(number("1.5"))
        .drop_auto_increment()
        .set_generated_stored(r#""weight" * 2"#)
        .set_on_update(current_timestamp())
        .set_collation("C")
        .set_comment("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#");
    // B04: animals.weight may not be NULL any more: rows may hold it
    op.alter_column("animals", "weight")
        .set_not_null()
        .drop_default()
        .drop_generated()
        .drop_on_update()
        .drop_collation()
        .drop_comment();
    // A02: the values of animals.weight are lost, it is computed from then on
    op.alter_column("animals", "weight").set_generated_virtual(r#""weight" * 2"#);
    op.alter_column("animals", "weight").set_auto_increment();
    op.alter_column("animals", "weight").set_identity_always();
    op.alter_column("animals", "weight").set_serial("s");
    // A06: the values of animals.weight are converted from numbers to text
    op.alter_column("animals", "weight").set_type(ColumnType::Char(None));
    op.alter_column("animals", "weight").set_type(ColumnType::char_len(3));
    op.alter_column("animals", "weight").set_type(ColumnType::string());
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::string_len(128));
    op.alter_column("animals", "weight").set_type(ColumnType::String(StringLength::Max));
    op.alter_column("animals", "weight").set_type(ColumnType::Text);
    // A06: the values of animals.weight are converted from text to numbers
    op.alter_column("animals", "weight").set_type(ColumnType::TinyInteger);
    op.alter_column("animals", "weight").set_type(ColumnType::SmallInteger);
    op.alter_column("animals", "weight").set_type(ColumnType::Integer);
    op.alter_column("animals", "weight").set_type(ColumnType::BigInteger);
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::TinyUnsigned);
    op.alter_column("animals", "weight").set_type(ColumnType::SmallUnsigned);
    op.alter_column("animals", "weight").set_type(ColumnType::Unsigned);
    op.alter_column("animals", "weight").set_type(ColumnType::BigUnsigned);
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::Float);
    op.alter_column("animals", "weight").set_type(ColumnType::Double);
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::Decimal(None));
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::decimal_len(10, 2));
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::Money(None));
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::Money(Some((19, 4))));
    // A06: the values of animals.weight are converted from numbers to dates without a zone
    op.alter_column("animals", "weight").set_type(ColumnType::DateTime);
    op.alter_column("animals", "weight").set_type(ColumnType::Timestamp);
    // A06: the values of animals.weight are converted from dates without a zone to points in time
    op.alter_column("animals", "weight").set_type(ColumnType::TimestampWithTimeZone);
    // A06: the values of animals.weight are converted from points in time to times of day
    op.alter_column("animals", "weight").set_type(ColumnType::Time);
    // A06: the values of animals.weight are converted from times of day to dates without a zone
    op.alter_column("animals", "weight").set_type(ColumnType::Date);
    // A06: the values of animals.weight are converted from dates without a zone to Year
    op.alter_column("animals", "weight").set_type(ColumnType::Year);
    // A06: the values of animals.weight are converted from Year to Interval(None, None)
    op.alter_column("animals", "weight").set_type(ColumnType::Interval(None, None));
    // A06: the values of animals.weight are converted from Interval(None, None) to Interval(Some("day to second"), None)
    op.alter_column("animals", "weight")
        .set_type(ColumnType::Interval(Some("day to second".into()), None));
    // A06: the values of animals.weight are converted from Interval(Some("day to second"), None) to Interval(None, Some(3))
    op.alter_column("animals", "weight").set_type(ColumnType::Interval(None, Some(3)));
    // A06: the values of animals.weight are converted from Interval(None, Some(3)) to Interval(Some("second"), Some(6))
    op.alter_column("animals", "weight")
        .set_type(ColumnType::Interval(Some("second".into()), Some(6)));
    // A06: the values of animals.weight are converted from Interval(Some("second"), Some(6)) to bytes
    op.alter_column("animals", "weight").set_type(ColumnType::Binary(16));
    op.alter_column("animals", "weight")
        .set_type(ColumnType::VarBinary(StringLength::None));
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::var_binary(64));
    op.alter_column("animals", "weight")
        .set_type(ColumnType::VarBinary(StringLength::Max));
    // A05: values of animals.weight may not fit the narrower type
    op.alter_column("animals", "weight").set_type(ColumnType::Blob);
    // A06: the values of animals.weight are converted from bytes to bits
    op.alter_column("animals", "weight").set_type(ColumnType::Bit(None));
    op.alter_column("animals", "weight").set_type(ColumnType::Bit(Some(8)));
    op.alter_column("animals", "weight").set_type(ColumnType::VarBit(12));
    // A06: the values of animals.weight are converted from bits to truth values
    op.alter_column("animals", "weight").set_type(ColumnType::Boolean);
    // A06: the values of animals.weight are converted from truth values to JSON
    op.alter_column("animals", "weight").set_type(ColumnType::Json);
    op.alter_column("animals", "weight").set_type(ColumnType::JsonBinary);
    // A06: the values of animals.weight are converted from JSON to UUIDs
    op.alter_column("animals", "weight").set_type(ColumnType::Uuid);
    // A06: the values of animals.weight are converted from UUIDs to labels of zoo.mood
    op.alter_column("animals", "weight")
        .set_type(ColumnType::Enum(Enumeration::new(("zoo", "mood"), ["calm", "wild"])));
    // A06: the values of animals.weight are converted from labels of zoo.mood to labels of
    op.alter_column("animals", "weight")
        .set_type(ColumnType::Enum(Enumeration::new("", [""; 0])));
    // A06: the values of animals.weight are converted from labels of  to lists of lists of text
    op.alter_column("animals", "weight")
        .set_type(
            ColumnType::Array(
                Box::new(ColumnType::Array(Box::new(ColumnType::string_len(8)))),
            ),
        );
    // A06: the values of animals.weight are converted from lists of lists of text to vectors
    op.alter_column("animals", "weight").set_type(ColumnType::Vector(None));
    op.alter_column("animals", "weight").set_type(ColumnType::Vector(Some(3)));
    // A06: the values of animals.weight are converted from vectors to networks
    op.alter_column("animals", "weight").set_type(ColumnType::Cidr);
    op.alter_column("animals", "weight").set_type(ColumnType::Inet);
    // A06: the values of animals.weight are converted from networks to MacAddr
    op.alter_column("animals", "weight").set_type(ColumnType::MacAddr);
    // A06: the values of animals.weight are converted from MacAddr to LTree
    op.alter_column("animals", "weight").set_type(ColumnType::LTree);
    // A06: the values of animals.weight are converted from LTree to citext
    op.alter_column("animals", "weight").set_type(ColumnType::custom("citext"));
    op.create_index("idx-animals-name", "animals", ["name", "weight"]);
    // D01: fails if rows of animals agree in name, weight, an expression
    op.create_index(
        "full",
        "animals",
        [
            column("name").descending().nulls(NullsOrder::Last),
            column("weight")
                .prefix(10)
                .collation("C")
                .operator_class("text_pattern_ops"),
            expression(r#"lower("name")"#).nulls(NullsOrder::First),
        ],
    )
    .unique()
    .using("gin")
    .include(["id"])
    .filter(r#""weight" > 0"#)
    .nulls_not_distinct()
    .keep();
    op.drop_index("idx-animals-name", "animals", ["name", "weight"]);
    op.drop_index(
        "full",
        "animals",
        [
            column("name").descending().nulls(NullsOrder::Last),
            column("weight")
                .prefix(10)
                .collation("C")
                .operator_class("text_pattern_ops"),
            expression(r#"lower("name")"#).nulls(NullsOrder::First),
        ],
    );
    // D01: fails if rows of animals agree in name
    op.add_unique("animals", unique(["name"]));
    // D01: fails if rows of animals agree in name, weight
    op.add_unique(
        "animals",
        unique(["name", "weight"])
            .named("uq-animals-name")
            .nulls_not_distinct()
            .deferrable(Deferrable::InitiallyImmediate)
            .keep(),
    );
    op.drop_unique("animals", ["name"]);
    op.drop_unique("animals", ["weight", "name"]).named("uq-animals-name");
    // D02: fails if id of a row of animals is in no row of animals
    op.add_foreign_key("animals", foreign_key(["id"], "animals", ["id"]));
    // D02: fails if shelter_id of a row of animals is in no row of zoo.visits
    op.add_foreign_key(
        "animals",
        foreign_key(["shelter_id"], ("zoo", "visits"), ["id"])
            .named("fk CASCADE")
            .on_delete(Cascade)
            .on_update(Cascade)
            .deferrable(Deferrable::InitiallyDeferred)
            .keep(),
    );
    op.drop_foreign_key("animals", ["id"], "animals");
    op.drop_foreign_key("animals", ["shelter_id"], ("zoo", "visits"))
        .named("fk CASCADE");
    // D03: fails if a row of animals does not meet "weight" > 0
    op.add_check("animals", check("ck-animals-weight", r#""weight" > 0"#).keep());
    // D03: fails if a row of animals does not meet it's "quoted"\ \t\r\nnäct \u{202e} 🐈 r#"raw"#
    op.add_check(
        "animals",
        Check::new("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#"),
    );
    op.drop_check("animals", "ck-animals-weight");
    op.drop_check("animals", "it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#");
    op.drop_primary_key("animals");
    // D04: fails if rows of animals agree in id, name or hold NULL there
    op.alter_primary_key("animals", ["id", "name"]);
    // D04: fails if rows of animals agree in id or hold NULL there
    op.alter_primary_key("animals", primary_key(["id"]).named("animals_pkey"));
    // A01: the rows of gone are lost
    op.drop_table("gone").unless_done();
    // A02: the values of animals.gone are lost
    op.drop_column("animals", "gone").only(Sqlite).unless_done();
    // A01: the rows of elsewhere are lost
    op.drop_table("elsewhere").only(Sqlite);
    // A02: the values of animals.elsewhere are lost
    op.drop_column("animals", "elsewhere").only(MySql).only(MariaDb);
    op.execute("select 1");
    op.execute("it's \"quoted\"\\ \t\r\nnäct \u{202e} 🐈 r#\"raw\"#");
    op.execute(r#"update "animals"
   set name = 'x'
 where true"#)
        .records(|op| {
            op.create_table("made", [integer("id")]).only(Postgres);
            op.execute("select 1")
                .records(|op| {
                    op.drop_table("nothing").only(Sqlite).only(Postgres);
                });
        });
    op.execute_on(Sqlite, "vacuum");
    op.execute(r#"update "animals"
   set name = 'x'
 where true"#)
        .only(MySql)
        .only(MariaDb);
    op.execute_on(Postgres, "select 2")
        .records(|op| {
            op.drop_table("made");
        });
}

fn downgrade(op: &mut Op) {
    // A01: the rows of zoo.everything are lost
    op.drop_table(("zoo", "everything"));
    // A02: the values of zoo.visits.at are lost
    op.drop_column(("zoo", "visits"), "at");
    op.drop_column("animals", "double_weight");
}
