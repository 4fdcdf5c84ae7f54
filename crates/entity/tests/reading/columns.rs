//! What the attributes of a field say of its column.

use limbeck_schema::ObjectName;

use crate::{lines, messages, read, read_fields, table, x};

#[test]
fn attributes_make_the_column() {
    for (field, expected) in [
        ("pub x: i32,", "x Integer"),
        ("pub x: Option<i32>,", "x Integer null"),
        ("pub x: std::option::Option<i32>,", "x Integer"),
        ("#[sea_orm(nullable)] pub x: i32,", "x Integer null"),
        ("#[sea_orm(column_type = \"Text\")] pub x: String,", "x Text"),
        ("#[sea_orm(column_type = \"Text\")] pub x: Option<String>,", "x Text null"),
        ("#[sea_orm(column_type = \"Text\")] pub x: Uuid,", "x Text"),
        ("#[sea_orm(column_type = \"Text\")] pub x: some::unknown::Thing,", "x Text"),
        ("#[sea_orm(column_type = \"JsonBinary\", nullable)] pub x: Json,", "x JsonBinary null"),
        ("#[sea_orm(column_name = \"y z\")] pub x: i32,", "y z Integer"),
        ("#[sea_orm(enum_name = \"Foo2Bar\")] pub x: i32,", "foo2_bar Integer"),
        ("pub r#type: i32,", "type Integer"),
        ("#[sea_orm(comment = \"日本 <b>\")] pub x: i32,", "x Integer comment 日本 <b>"),
        ("#[sea_orm(default_value = 7)] pub x: i32,", "x Integer default Integer(7)"),
        ("#[sea_orm(default_value = -1)] pub x: i32,", "x Integer default Integer(-1)"),
        ("#[sea_orm(default_value = 78u32)] pub x: u32,", "x Unsigned default Integer(78)"),
        ("#[sea_orm(default_value = 1.5)] pub x: f64,", "x Double default Number(\"1.5\")"),
        ("#[sea_orm(default_value = true)] pub x: bool,", "x Boolean default Boolean(true)"),
        ("#[sea_orm(default_value = \"x'y\")] pub x: String,", "x String(None) default Text(\"x'y\")"),
        ("#[sea_orm(default_value = \"日本\")] pub x: String,", "x String(None) default Text(\"日本\")"),
        ("#[sea_orm(default_value = 'c')] pub x: String,", "x String(None) default Text(\"c\")"),
        // A string to SeaORM, however it looks; comparing settles `'0'` on an integer and `'false'` on a boolean.
        ("#[sea_orm(default_value = \"0\")] pub x: i32,", "x Integer default Text(\"0\")"),
        ("#[sea_orm(default_value = \"false\")] pub x: bool,", "x Boolean default Text(\"false\")"),
        ("#[sea_orm(default_expr = \"0\")] pub x: i32,", "x Integer default Integer(0)"),
        ("#[sea_orm(default_expr = \"\\\"abc\\\"\")] pub x: String,", "x String(None) default Text(\"abc\")"),
        (
            "#[sea_orm(default_expr = \"Expr::current_timestamp()\")] pub x: DateTimeUtc,",
            "x TimestampWithTimeZone default CurrentTimestamp",
        ),
        (
            "#[sea_orm(default_expr = \"Expr::cust(\\\"gen_random_uuid()\\\")\")] pub x: Uuid,",
            "x Uuid default Sql(\"gen_random_uuid()\")",
        ),
        (
            "#[sea_orm(default_value = 1, default_expr = \"Expr::value(2)\")] pub x: i32,",
            "x Integer default Integer(2)",
        ),
        ("#[sea_orm(extra = \"COLLATE NOCASE\")] pub x: String,", "x String(None) collate NOCASE"),
        ("#[sea_orm(extra = \"DEFAULT CURRENT_TIMESTAMP\")] pub x: DateTime,", "x DateTime default CurrentTimestamp"),
        (
            "#[sea_orm(extra = \"DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP\")] pub x: DateTime,",
            "x DateTime default CurrentTimestamp on update CurrentTimestamp",
        ),
        ("#[sea_orm(extra = \"GENERATED ALWAYS AS (a + 1) STORED\")] pub x: i32,", "x Integer generated a + 1 stored"),
        ("#[sea_orm(extra = \"NOT NULL\")] pub x: Option<i32>,", "x Integer"),
        // Attributes of others, second attributes, doc comments and private fields are no hindrance.
        (
            "/// says <T> \n#[serde(rename = \"q\")]\n#[sea_orm(default_value = 1)]\n#[sea_orm(column_name = \"y\")]\nx: i32,",
            "y Integer default Integer(1)",
        ),
        ("#[sea_orm(column_name = \"y\", column_name = \"z\")] pub x: i32,", "z Integer"),
        (
            "#[sea_orm(select_as = \"text\", save_as = \"citext\", column_type = \"custom(\\\"citext\\\")\")] pub x: String,",
            "x Custom(\"citext\")",
        ),
    ] {
        assert_eq!(x(field, ""), expected, "{field}");
    }
}

#[test]
fn rename_all_renames_the_columns_without_a_name() {
    let source = "use sea_orm::entity::prelude::*;
        #[derive(DeriveEntityModel)]
        #[sea_orm(table_name = \"t\", rename_all = \"camelCase\", comment = \"all of it\")]
        #[serde(rename_all = \"kebab-case\")]
        pub struct Model {
            #[sea_orm(primary_key)] pub id: i32,
            pub user_name2: i32,
            #[sea_orm(column_name = \"as_is\")] pub address_1: i32,
        }";
    let entities = read(&[("t.rs", source)]);
    assert_eq!(lines(&entities, "t"), ["id Integer auto", "userName2 Integer", "as_is Integer"]);
    assert_eq!(table(&entities, "t").comment.as_deref(), Some("all of it"));
}

#[test]
fn ignored_fields_are_no_columns_and_shield_the_databases() {
    let entities = read_fields(
        "#[sea_orm(primary_key)] pub id: i32,
         #[sea_orm(ignore)] pub full_name: Unheard,
         #[sea_orm(ignore, column_type = \"custom(\\\"x\\\")\", select_as = \"text\", column_name = \"Loc\")] pub place: String,
         #[sea_orm(renamed_from = \"nick\")] pub name: String,",
        "",
    );
    assert_eq!(lines(&entities, "thing"), ["id Integer auto", "name String(None)"]);
    let ignored: Vec<_> = entities.ignored.iter().map(|(table, column)| format!("{table}.{column}")).collect();
    assert_eq!(ignored, ["thing.Loc", "thing.full_name"]);
    let renames: Vec<_> = entities
        .renames
        .iter()
        .map(|rename| match rename {
            limbeck_entity::Rename::Table { from, to } => format!("{from} -> {to}"),
            limbeck_entity::Rename::Column { table, from, to } => format!("{table}: {from} -> {to}"),
            limbeck_entity::Rename::Label { enumeration, from, to } => format!("{enumeration}: {from} -> {to}"),
        })
        .collect();
    assert_eq!(renames, ["thing: nick -> name"]);
}

#[test]
fn a_field_under_a_feature_is_read_with_a_warning() {
    let fields = "#[sea_orm(primary_key)] pub id: i32,
        #[cfg(feature = \"extra\")] pub x: i32,
        #[cfg(test)] pub y: i32,
        #[cfg(not(test))] pub z: i32,";
    assert_eq!(lines(&read_fields(fields, ""), "thing"), ["id Integer auto", "x Integer", "z Integer"]);
    assert_eq!(
        messages(fields, ""),
        ["warning: this field depends on `feature = \"extra\"`; it is read as if that held"]
    );
}

#[test]
fn what_looks_like_a_mistake_is_a_warning() {
    for (field, expected) in [
        ("#[sea_orm(default_vaule = 1)] pub x: i32,", "SeaORM knows no attribute `default_vaule` here and ignores it"),
        ("#[sea_orm(not_null)] pub x: i32,", "SeaORM knows no attribute `not_null` here and ignores it"),
        ("#[sea_orm(string_len = 3)] pub x: String,", "SeaORM knows no attribute `string_len` here and ignores it"),
        (
            "#[sea_orm(default_value = \"CURRENT_TIMESTAMP\")] pub x: DateTime,",
            "this default is the string 'CURRENT_TIMESTAMP', not the time at which a row is made",
        ),
        (
            "#[sea_orm(unique_key = \"a\", unique_key = \"b\")] pub x: i32,",
            "a column has one `unique_key`; of several SeaORM takes the last",
        ),
    ] {
        let fields = format!("#[sea_orm(primary_key)] pub id: i32, {field}");
        assert_eq!(messages(&fields, ""), [format!("warning: {expected}")], "{field}");
    }
}

/// A type that is not known leaves its column opaque: it is there, and its type means nothing.
#[test]
fn a_type_that_cannot_be_read_is_opaque() {
    for (field, rust_type, expected) in [
        ("pub x: Unheard,", "Unheard", "the type `Unheard` is not known"),
        ("pub x: HashMap<String, i32>,", "HashMap<String, i32>", "the type `HashMap<String, i32>` is not known"),
        ("pub x: Option<(i32, i32)>,", "Option<a tuple>", "SeaORM has no column type for a tuple"),
        ("pub x: id!(User),", "id!(..)", "SeaORM has no column type for id!(..)"),
        ("#[sea_orm(column_type = \"Txet\")] pub x: String,", "String", "the column type `Txet` is not understood"),
        (
            "#[sea_orm(column_type = \"Custom(f())\")] pub x: String,",
            "String",
            "the text of this `Custom(..)` is computed, which cannot be read from the source",
        ),
    ] {
        let fields = format!("#[sea_orm(primary_key)] pub id: i32, {field}");
        assert_eq!(
            messages(&fields, ""),
            [format!("warning: column `x`: {expected}, so its type is not compared")],
            "{field}"
        );
        let entities = read_fields(&fields, "");
        let opaque = &entities.opaque[&(ObjectName::bare("thing"), "x".to_owned())];
        assert_eq!((opaque.rust_type.as_str(), opaque.reason.as_str()), (rust_type, expected), "{field}");
        assert!(!opaque.help.is_empty() && entities.opaque.len() == 1, "{field}");
        assert_eq!(table(&entities, "thing").columns.len(), 2, "{field}");
    }
}

#[test]
fn what_is_not_understood_is_an_error() {
    for (field, expected) in [
        ("#[sea_orm(column_type = 3)] pub x: String,", "`column_type` takes a string in quotes"),
        ("#[sea_orm(default_value = NOW)] pub x: i32,", "`default_value` takes a literal"),
        (
            "#[sea_orm(default_expr = \"Utc::now()\")] pub x: DateTime,",
            "the default `Utc::now()` cannot be read without running it",
        ),
        ("#[sea_orm(extra = \"INVISIBLE\")] pub x: i32,", "`INVISIBLE` in this `extra` is not understood"),
        (
            "#[sea_orm(default_value = 1, extra = \"DEFAULT 2\")] pub x: i32,",
            "this column has a second default in `extra`",
        ),
        ("#[sea_orm(auto_increment = 1)] pub x: i32,", "`auto_increment` takes `true` or `false`"),
        ("#[sea_orm(auto_increment = true)] pub x: i32,", "only a primary key can be `auto_increment`"),
        ("pub x: i32, #[sea_orm(column_name = \"x\")] pub y: i32,", "a second field is the column `x`"),
    ] {
        let fields = format!("#[sea_orm(primary_key)] pub id: i32, {field}");
        assert_eq!(messages(&fields, ""), [format!("error: {expected}")], "{field}");
    }
}
