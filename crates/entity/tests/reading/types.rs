//! From the Rust type of a field to its column type, through `use` and definitions.

use crate::{entity, lines, messages, read, x};

#[test]
fn types_of_the_prelude_and_of_other_crates() {
    for (of, expected) in [
        ("bool", "Boolean"),
        ("i8", "TinyInteger"),
        ("u16", "SmallUnsigned"),
        ("u32", "Unsigned"),
        ("f32", "Float"),
        ("f64", "Double"),
        ("char", "Char(None)"),
        ("String", "String(None)"),
        ("Vec<u8>", "VarBinary(None)"),
        ("::prost::alloc::vec::Vec<u8>", "VarBinary(None)"),
        ("Vec<String>", "Array(String(None))"),
        ("Vec<Option<i32>>", "Array(Integer)"),
        ("Vec<Vec<u8>>", "Array(VarBinary(None))"),
        ("Json", "Json"),
        ("serde_json::Value", "Json"),
        ("Uuid", "Uuid"),
        ("uuid::fmt::Hyphenated", "Uuid"),
        ("TextUuid", "String(None)"),
        ("Date", "Date"),
        ("Time", "Time"),
        ("DateTime", "DateTime"),
        ("DateTimeUtc", "TimestampWithTimeZone"),
        ("DateTimeWithTimeZone", "TimestampWithTimeZone"),
        ("ChronoDateTimeLocal", "TimestampWithTimeZone"),
        ("chrono::DateTime<chrono::FixedOffset>", "TimestampWithTimeZone"),
        ("chrono::NaiveDateTime", "DateTime"),
        ("ChronoUnixTimestampMillis", "BigInteger"),
        ("TimeDateTimeWithTimeZone", "TimestampWithTimeZone"),
        ("time::OffsetDateTime", "TimestampWithTimeZone"),
        ("time::PrimitiveDateTime", "DateTime"),
        ("Decimal", "Decimal(None)"),
        ("rust_decimal::Decimal", "Decimal(None)"),
        ("BigDecimal", "Decimal(None)"),
        ("IpNetwork", "Inet"),
        ("mac_address::MacAddress", "MacAddr"),
        ("PgVector", "Vector(None)"),
        ("std::borrow::Cow<'static, str>", "String(None)"),
    ] {
        assert_eq!(x(&format!("pub x: {of},"), ""), format!("x {expected}"), "{of}");
    }
}

/// Trap: an explicit `use` beats the prelude's glob.
#[test]
fn a_name_means_what_the_file_imports() {
    for (rest, of, expected) in [
        ("use chrono::{DateTime, Utc};", "DateTime<Utc>", "TimestampWithTimeZone"),
        ("use chrono::DateTime as When;", "When<chrono::Utc>", "TimestampWithTimeZone"),
        ("use time::{Date, Time as Clock};", "Clock", "Time"),
        ("use time::OffsetDateTime as DateTime;", "DateTime", "TimestampWithTimeZone"),
        ("use chrono::{self};", "chrono::NaiveDate", "Date"),
        ("use sea_orm as orm;", "orm::prelude::Uuid", "Uuid"),
        ("#[derive(DeriveValueType)] pub struct Uuid(String);", "Uuid", "String(None)"),
        ("mod own { #[derive(sea_orm::DeriveValueType)] pub struct Uuid(pub String); } use own::Uuid;", "Uuid", "String(None)"),
        (
            "pub struct Json<T>(T); impl<T> sea_orm::sea_query::ValueType for Json<T> {
                 fn column_type() -> ColumnType { ColumnType::Text }
             }",
            "Json<Settings>",
            "Text",
        ),
        ("type Money = Decimal; type Price = Money;", "Price", "Decimal(None)"),
        ("type Maybe = Option<i32>;", "Maybe", "Integer"),
        ("type Bytes = Vec<u8>;", "Option<Bytes>", "VarBinary(None) null"),
        ("#[derive(DeriveValueType)] pub struct Id<T>(i64, std::marker::PhantomData<T>);", "Id<User>", "BigInteger"),
        ("#[derive(DeriveValueType)] pub struct Tags(pub Vec<String>);", "Tags", "Array(String(None))"),
        ("#[derive(DeriveValueType)] #[sea_orm(column_type = \"Text\")] pub struct Long(String);", "Long", "Text"),
        ("#[derive(DeriveValueType)] #[sea_orm(value_type = \"String\")] pub enum Kind { A, B }", "Kind", "String(None)"),
        (
            "#[derive(DeriveValueType)] #[sea_orm(value_type = \"String\", column_type = \"string(Some(9))\")] pub struct Three { a: u8 }",
            "Three",
            "String(N(9))",
        ),
        ("#[derive(Serialize, FromJsonQueryResult)] pub struct Settings { a: i32 }", "Settings", "Json"),
        ("#[derive(Serialize, FromJsonQueryResult)] pub enum Settings { A(i32) }", "Option<Settings>", "Json null"),
        (
            "pub struct Version(u8, u8); impl ValueType for Version {
                 fn array_type() -> ArrayType { ArrayType::String }
                 fn column_type() -> sea_query::ColumnType { <String as ValueType>::column_type() }
             }",
            "Version",
            "String(None)",
        ),
        (
            "pub struct Events(Vec<String>); impl ValueType for Events {
                 fn column_type() -> ColumnType { return ColumnType::Array(RcOrArc::new(ColumnType::String(StringLen::None))); }
             }",
            "Events",
            "Array(String(None))",
        ),
    ] {
        assert_eq!(x(&format!("pub x: {of},"), rest), format!("x {expected}"), "{rest}");
    }
}

#[test]
fn paths_lead_through_modules_and_other_crates() {
    const STATUS: &str = "use sea_orm::entity::prelude::*;
        #[derive(DeriveActiveEnum)] #[sea_orm(rs_type = \"i32\", db_type = \"Integer\")] pub enum Status { A = 0 }";
    for (name, files, import, of) in [
        ("super", vec![("src/entity/status.rs", STATUS)], "use super::status::Status;", "Status"),
        ("module name", vec![("src/entity/status.rs", STATUS)], "use super::status;", "status::Status"),
        ("full path", vec![("src/entity/status.rs", STATUS)], "", "super::status::Status"),
        (
            "self of a folder",
            vec![("src/entity/status/mod.rs", STATUS)],
            "use crate::entity::status::Status;",
            "Status",
        ),
        (
            "crate",
            vec![("src/lib.rs", "mod types;"), ("src/types/status.rs", STATUS)],
            "use crate::types::status::*;",
            "Status",
        ),
        (
            "re-export under another name",
            vec![
                ("src/types.rs", "mod inner { pub use crate::status::Status as State; } pub use inner::*;"),
                ("src/status.rs", STATUS),
            ],
            "use crate::types::State;",
            "State",
        ),
        (
            "two globs",
            vec![("src/a.rs", "pub use crate::b::*;"), ("src/b.rs", "pub use crate::c::*;"), ("src/c.rs", STATUS)],
            "use crate::a::*;",
            "Status",
        ),
        (
            "prelude of one's own",
            vec![("src/prelude.rs", "pub use crate::c::Status;"), ("src/c.rs", STATUS)],
            "use crate::prelude::*;",
            "Status",
        ),
        (
            "another crate of the workspace",
            vec![("crates/shared-types/src/lib.rs", "pub mod status;"), ("crates/shared-types/src/status.rs", STATUS)],
            "use shared_types::status::Status;",
            "Status",
        ),
        ("by name alone", vec![("elsewhere/status.rs", STATUS)], "use unknown_crate::Status;", "Status"),
        (
            "by module and name",
            vec![
                ("else/status.rs", STATUS),
                ("else/other.rs", "#[derive(DeriveValueType)] pub struct Status(String);"),
            ],
            "use unknown_crate::status;",
            "status::Status",
        ),
        (
            "the one that says something",
            vec![("else/status.rs", STATUS), ("else/api.rs", "pub struct Status;")],
            "use unknown_crate::Status;",
            "Status",
        ),
        (
            "a file under another name",
            vec![("src/entity/mod.rs", "#[path = \"states.rs\"] pub mod status;"), ("src/entity/states.rs", STATUS)],
            "use super::status::Status;",
            "Status",
        ),
        (
            "a test module of the same name",
            vec![("src/entity/status.rs", STATUS), ("src/x.rs", "#[cfg(test)] mod tests { pub enum Status {} }")],
            "use super::status::Status;",
            "Status",
        ),
    ] {
        let source = entity("thing", &format!("#[sea_orm(primary_key)] pub id: i32, pub x: Option<{of}>,"), import);
        let mut files = files;
        files.push(("src/entity/thing.rs", &source));
        assert_eq!(lines(&read(&files), "thing"), ["id Integer auto", "x Integer null"], "{name}");
    }
}

/// Trap: a newtype of a newtype across three crates, the innermost with a `ValueType` by hand.
#[test]
fn newtypes_of_newtypes() {
    let outer = entity("thing", "#[sea_orm(primary_key, auto_increment = false)] pub id: UserId,", "use ids::UserId;");
    let files = [
        ("crates/entity/src/thing.rs", outer.as_str()),
        ("crates/ids/src/lib.rs", "use base::Key; #[derive(sea_orm::DeriveValueType)] pub struct UserId(pub Key);"),
        ("crates/base/src/lib.rs", "mod key; pub use key::*;"),
        (
            "crates/base/src/key.rs",
            "pub struct Key([u8; 16]); impl sea_query::ValueType for Key { fn column_type() -> ColumnType { ColumnType::Binary(16) } }",
        ),
    ];
    assert_eq!(lines(&read(&files), "thing"), ["id Binary(16)"]);
}

#[test]
fn types_that_cannot_be_read_say_why() {
    for (of, rest, expected) in [
        (
            "Plain",
            "pub struct Plain;",
            "`Plain` (src/thing.rs:8:12) derives none of DeriveActiveEnum, DeriveValueType, FromJsonQueryResult",
        ),
        ("A", "type A = B; type B = A;", "the type `B` leads back to itself"),
        (
            "N",
            "#[derive(DeriveValueType)] pub struct N { a: i32 }",
            "`N` derives DeriveValueType, but holds no single value (src/thing.rs:8:39)",
        ),
        (
            "W",
            "pub struct W; impl ValueType for W { fn column_type() -> ColumnType { let a = 1; f(a) } }",
            "the `column_type()` of `W` is not one plain expression (src/thing.rs:8:34)",
        ),
        ("Entity", "", "`Entity` is not the type of a value"),
        ("Vec", "", "`Vec` has no type in its brackets"),
        ("std::time::Duration", "", "the type `std::time::Duration` is not known"),
    ] {
        let fields = format!("#[sea_orm(primary_key)] pub id: i32,\npub x: {of},");
        assert_eq!(
            messages(&fields, rest),
            [format!("warning: column `x`: {expected}, so its type is not compared")],
            "{of}"
        );
    }
}

/// Trap: value types that a macro makes.
#[test]
fn what_a_macro_makes_is_not_known_and_the_help_names_the_macro() {
    let source =
        entity("thing", "#[sea_orm(primary_key)] pub id: i32,\npub x: OrderId,", "define_ids! { OrderId, UserId }");
    let problems = read(&[("src/thing.rs", &source)]).warnings;
    assert_eq!(problems[0].message, "column `x`: the type `OrderId` is not known, so its type is not compared");
    let help = problems[0].help.as_deref().unwrap_or_default();
    assert!(help.contains("`define_ids!` at src/thing.rs:8:15"), "{help}");
}

#[test]
fn one_name_for_two_things_is_opaque_unless_they_are_alike() {
    let source = entity("thing", "#[sea_orm(primary_key)] pub id: i32, pub x: Code,", "use unknown_crate::Code;");
    let text = "#[derive(DeriveValueType)] pub struct Code(String);";
    let number = "#[derive(DeriveValueType)] pub struct Code(i32);";
    let alike = read(&[("src/thing.rs", &source), ("a/one.rs", text), ("a/two.rs", text)]);
    assert_eq!(lines(&alike, "thing")[1], "x String(None)");
    let problems = read(&[("src/thing.rs", &source), ("a/one.rs", text), ("a/two.rs", number)]).warnings;
    let expected = "column `x`: the type `Code` could be either of two: a/one.rs:1:39 and a/two.rs:1:39, so its type is not compared";
    assert_eq!(problems[0].message, expected);
}
