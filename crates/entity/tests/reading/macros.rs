//! Value types that a declarative macro makes.

use crate::{entity, lines, read, x};

const NEWTYPE: &str =
    "macro_rules! id { ($name:ident) => { #[derive(Clone, DeriveValueType)] pub struct $name(pub i64); }; }";

#[test]
fn what_a_macro_of_the_same_file_makes_is_read() {
    for (name, rest, expected) in [
        ("one name", format!("{NEWTYPE} id!(X);"), "x BigInteger"),
        ("in braces", format!("{NEWTYPE} id! {{ X }}"), "x BigInteger"),
        (
            "a list",
            "macro_rules! ids { ($($(#[$meta:meta])* $vis:vis $name:ident),* $(,)?) => { $( $(#[$meta])* #[derive(DeriveValueType)] $vis struct $name(pub String); )* }; }
             ids! { /// First.\n pub A, pub(crate) X, B, }"
                .to_owned(),
            "x String(None)",
        ),
        (
            "the type is an argument",
            "macro_rules! id { ($name:ident: $of:ty) => { #[derive(DeriveValueType)] pub struct $name(pub $of); } } id!(X: Option<Vec<u8>>);".to_owned(),
            "x VarBinary(None)",
        ),
        (
            "the second rule",
            "macro_rules! id { ($name:ident, wide) => { pub type $name = i64; }; ($name:ident, narrow) => { pub type $name = i16; }; } id!(X, narrow);".to_owned(),
            "x SmallInteger",
        ),
        (
            "a hand-written ValueType",
            "macro_rules! json { ($name:ident, $($t:tt)*) => { pub struct $name; impl sea_orm::sea_query::ValueType for $name {
                 fn column_type() -> ColumnType { $($t)* } } } } json!(X, ColumnType::JsonBinary);"
                .to_owned(),
            "x JsonBinary",
        ),
        (
            "an enum with values",
            "macro_rules! states { ($name:ident { $($variant:ident = $label:literal),+ $(,)? }) => {
                 #[derive(DeriveActiveEnum)] #[sea_orm(rs_type = \"String\", db_type = \"String(StringLen::N(9))\")]
                 pub enum $name { $( #[sea_orm(string_value = $label)] $variant ),+ } } }
             states!(X { A = \"a\", B = \"b\", });"
                .to_owned(),
            "x String(N(9))",
        ),
        (
            "a macro that calls another",
            "macro_rules! inner { ($name:ident, $of:path) => { pub type $name = $of; } } macro_rules! outer { ($name:ident) => { inner!($name, chrono::NaiveDate); } } outer!(X);".to_owned(),
            "x Date",
        ),
        (
            "in a module",
            "pub mod ids { macro_rules! id { ($name:ident) => { pub type $name = super::super::thing::Own; } } id!(Y); } pub type Own = f32; use ids::Y as X;".to_owned(),
            "x Float",
        ),
    ] {
        assert_eq!(x("pub x: X,", &rest), expected, "{name}");
    }
}

#[test]
fn a_macro_may_stand_in_another_file() {
    let thing = entity("thing", "#[sea_orm(primary_key)] pub id: i32, pub x: crate::ids::X,", "");
    for (name, macros) in [
        ("plain", NEWTYPE.to_owned()),
        (
            "through another macro",
            format!("{NEWTYPE} macro_rules! ids {{ ($($name:ident)*) => {{ $( id!($name); )* }} }}"),
        ),
    ] {
        let call = if name == "plain" { "id!(X);" } else { "ids!(Y X);" };
        let files = [("src/thing.rs", thing.as_str()), ("src/ids.rs", call), ("src/macros.rs", macros.as_str())];
        assert_eq!(lines(&read(&files), "thing")[1], "x BigInteger", "{name}");
    }
}

/// Whole entities too.
#[test]
fn a_macro_may_make_an_entity() {
    let source = "use sea_orm::entity::prelude::*;
        macro_rules! table { ($module:ident, $table:literal, $($field:ident: $of:ty),*) => { pub mod $module { use sea_orm::entity::prelude::*;
            #[derive(Clone, Debug, DeriveEntityModel)] #[sea_orm(table_name = $table)] pub struct Model { #[sea_orm(primary_key)] pub id: i32, $(pub $field: $of),* } } } }
        table!(one, \"ones\", a: String, b: Option<i64>); table!(two, \"twos\",);";
    let entities = read(&[("src/tables.rs", source)]);
    assert_eq!(lines(&entities, "ones"), ["id Integer auto", "a String(None)", "b BigInteger null"]);
    assert_eq!(lines(&entities, "twos"), ["id Integer auto"]);
    assert_eq!((entities.list[0].span.line, entities.list[1].span.line), (4, 4));
}

#[test]
fn what_no_rule_matches_or_never_ends_is_opaque() {
    for rest in [
        "macro_rules! id { ($name:ident, $of:ty) => { pub type $name = $of; } } id!(X);",
        "macro_rules! id { ($name:ident) => { id!($name); } } id!(X);",
        "macro_rules! id { ($($name:ident)*) => { pub type $name = i32; } } id!(X);",
        "macro_rules! id { ($name:ident) => { pub type = ; } } id!(X);",
        "macro_rules! id { ($name:unheard) => { pub type $name = i32; } } id!(X);",
        "macro_rules! id { nonsense } id!(X);",
        "macro_rules! id { ($($a:ident)*) => { id!($($a $a)*); } } id!(X);",
    ] {
        let fields = "#[sea_orm(primary_key)] pub id: i32, pub x: X,";
        let entities = crate::read_fields(fields, rest);
        assert_eq!(entities.opaque.len(), 1, "{rest}");
        assert!(entities.warnings[0].help.as_deref().unwrap_or_default().contains("macro call `id!`"), "{rest}");
    }
}
