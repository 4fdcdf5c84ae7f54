//! Primary keys, numbering, unique constraints, indexes, checks and their names.

use limbeck_schema::Table;

use crate::{lines, messages, read, read_fields, table};

#[test]
fn a_single_key_is_numbered_by_seaorms_rule_and_only_if_it_is_an_integer() {
    let types = "use sea_orm::DeriveValueType;
        #[derive(DeriveValueType)] pub struct UserId(pub Uuid);
        #[derive(DeriveValueType)] pub struct Number(pub i64);
        #[derive(DeriveValueType)] pub struct NumberString(pub i64);
        #[derive(DeriveValueType)] pub struct Code(pub String);
        type Id = i32;";
    for (field, expected) in [
        ("#[sea_orm(primary_key)] pub id: i32,", "id Integer auto"),
        ("#[sea_orm(primary_key)] pub id: u64,", "id BigUnsigned auto"),
        ("#[sea_orm(primary_key, auto_increment = false)] pub id: i32,", "id Integer"),
        ("#[sea_orm(primary_key)] #[sea_orm(auto_increment = false)] pub id: i32,", "id Integer"),
        ("#[sea_orm(primary_key, auto_increment = true)] pub id: i64,", "id BigInteger auto"),
        ("#[sea_orm(primary_key)] pub id: Uuid,", "id Uuid"),
        ("#[sea_orm(primary_key)] pub id: String,", "id String(None)"),
        ("#[sea_orm(primary_key)] pub id: uuid::Uuid,", "id Uuid"),
        ("#[sea_orm(primary_key)] pub id: UserId,", "id Uuid"),
        ("#[sea_orm(primary_key)] pub id: Code,", "id String(None)"),
        ("#[sea_orm(primary_key)] pub id: Number,", "id BigInteger auto"),
        // The rule goes by the text of the type.
        ("#[sea_orm(primary_key)] pub id: NumberString,", "id BigInteger"),
        ("#[sea_orm(primary_key)] pub id: Id,", "id Integer auto"),
        ("#[sea_orm(primary_key)] pub id: DateTime,", "id DateTime"),
        ("#[sea_orm(primary_key, column_type = \"Text\")] pub id: i32,", "id Text"),
        ("#[sea_orm(primary_key)] pub id: Vec<u8>,", "id VarBinary(None)"),
        // A key is never NULL.
        ("#[sea_orm(primary_key, nullable)] pub id: i32,", "id Integer auto"),
        ("#[sea_orm(primary_key, extra = \"GENERATED ALWAYS AS IDENTITY\")] pub id: i32,", "id Integer Always"),
    ] {
        assert_eq!(lines(&read_fields(field, types), "thing"), [expected], "{field}");
    }
    let warned = messages("#[sea_orm(primary_key, auto_increment = true)] pub id: Uuid,", "");
    assert_eq!(warned, ["warning: `auto_increment` says nothing here: `id` is no integer"]);
}

#[test]
fn a_key_of_several_columns_is_not_numbered() {
    let fields = "pub note: String,
        #[sea_orm(primary_key)] pub b_id: i32,
        #[sea_orm(primary_key, auto_increment = false)] pub a_id: i32,";
    let entities = read_fields(fields, "");
    assert_eq!(lines(&entities, "thing"), ["note String(None)", "b_id Integer", "a_id Integer"]);
    let key = table(&entities, "thing").primary_key.clone().expect("a key");
    assert_eq!((key.name.as_deref(), key.columns.join(",").as_str()), (Some("pk-thing"), "b_id,a_id"));
    for (fields, expected) in [
        (
            "#[sea_orm(primary_key, auto_increment = true)] pub a: i32, #[sea_orm(primary_key)] pub b: i32,",
            "error: SeaORM takes no `auto_increment` on a key of several columns",
        ),
        ("pub a: i32,", "error: the entity of `thing` has no primary key"),
        ("#[sea_orm(primary_key, ignore)] pub a: i32,", "error: the entity of `thing` has no primary key"),
    ] {
        assert_eq!(messages(fields, ""), [expected], "{fields}");
    }
}

fn constraints(table: &Table) -> Vec<String> {
    let columns = |columns: &[String]| columns.join(", ");
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let uniques =
        table.uniques.iter().map(|unique| format!("{} unique ({})", name(&unique.name), columns(&unique.columns)));
    let indexes = table.indexes.iter().map(|index| {
        let columns = index.plain_columns().expect("plain columns").join(", ");
        format!("{} {}index ({columns})", index.name, if index.unique { "unique " } else { "" })
    });
    let checks = table.checks.iter().map(|check| format!("{} check ({})", name(&check.name), check.expression));
    uniques.chain(indexes).chain(checks).collect()
}

#[test]
fn constraints_and_indexes_are_named() {
    for (fields, expected) in [
        ("#[sea_orm(unique)] pub x: i32,", vec!["uq-thing-x unique (x)"]),
        ("#[sea_orm(indexed)] pub x: i32,", vec!["idx-thing-x index (x)"]),
        ("#[sea_orm(indexed, unique)] pub x: i32,", vec!["uq-thing-x unique (x)"]),
        ("#[sea_orm(unique, column_name = \"Y\")] pub x: i32,", vec!["uq-thing-Y unique (Y)"]),
        (
            "#[sea_orm(unique_key = \"z\")] pub b: i32, #[sea_orm(unique_key = \"a\")] pub q: i32, #[sea_orm(unique_key = \"z\")] pub a: i32,",
            vec!["idx-thing-z unique index (b, a)", "idx-thing-a unique index (q)"],
        ),
        // The attribute holds one key: of two the last counts, and half a group is taken at its word.
        (
            "#[sea_orm(unique_key = \"one\", unique_key = \"two\")] pub a: i32, #[sea_orm(unique_key = \"one\")] pub b: i32,",
            vec!["idx-thing-two unique index (a)", "idx-thing-one unique index (b)"],
        ),
        (
            "#[sea_orm(unique, unique_key = \"g\")] pub a: i32, #[sea_orm(unique_key = \"g\", indexed)] pub b: Option<i32>,",
            vec!["uq-thing-a unique (a)", "idx-thing-b index (b)", "idx-thing-g unique index (a, b)"],
        ),
        ("#[sea_orm(extra = \"UNIQUE COLLATE NOCASE\")] pub x: String,", vec!["uq-thing-x unique (x)"]),
        (
            "#[sea_orm(extra = \"CHECK (x > 0) CHECK (x < 9)\")] pub x: i32,",
            vec!["ck-thing-x check (x > 0)", "ck-thing-x-2 check (x < 9)"],
        ),
        ("#[sea_orm(extra = \"CONSTRAINT small CHECK (x < 9)\")] pub x: i32,", vec!["small check (x < 9)"]),
    ] {
        let entities = read_fields(&format!("#[sea_orm(primary_key)] pub id: i32, {fields}"), "");
        assert_eq!(constraints(table(&entities, "thing")), expected, "{fields}");
    }
}

#[test]
fn names_are_of_the_table_as_it_is_spelt_and_never_too_long() {
    let source =
        crate::entity("CamelTable", "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(indexed)] pub a: i32,", "");
    let entities = read(&[("src/camel.rs", &source)]);
    assert_eq!(table(&entities, "CamelTable").indexes[0].name, "idx-CamelTable-a");
    let long = "a_very_long_name_of_a_column_that_goes_on_and_on_and_on_and_on";
    let source =
        crate::entity("t", &format!("#[sea_orm(primary_key)] pub id: i32, #[sea_orm(indexed)] pub {long}: i32,"), "");
    assert!(table(&read(&[("src/t.rs", &source)]), "t").indexes[0].name.len() <= 63);
}

#[test]
fn two_indexes_of_one_name_are_an_error() {
    let fields = "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(indexed)] pub a: i32, #[sea_orm(unique_key = \"a\")] pub b: i32,";
    assert_eq!(messages(fields, ""), ["error: two indexes are called `idx-thing-a`, in `thing` and `thing`"]);
}
