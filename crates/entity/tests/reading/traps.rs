//! Constructs of real projects that a reader is likely to get wrong, as far as no other test here is about them.

use limbeck_entity::{Sources, read as read_files};

use crate::{entity, files::Folder, key_lines, lines, messages, read, read_fields, table};

const ID: &str = "#[sea_orm(primary_key)] pub id: i32,";

/// One column in two unique groups: the attribute holds one name, so the last group loses the column, and a group of one column stands for more.
#[test]
fn a_column_is_in_one_unique_group() {
    let fields = "#[sea_orm(primary_key, unique_key = \"k\")] pub id: i32, #[sea_orm(unique_key = \"k\")] pub a: Option<i32>,
        #[sea_orm(unique_key = \"one\", unique_key = \"two\")] pub b: i32, #[sea_orm(unique_key = \"one\")] pub c: i32,";
    let entities = read_fields(fields, "");
    let groups: Vec<_> = table(&entities, "thing")
        .indexes
        .iter()
        .map(|index| format!("{} {:?}", index.name, index.plain_columns().unwrap_or_default()))
        .collect();
    assert_eq!(groups, ["idx-thing-k [\"id\", \"a\"]", "idx-thing-two [\"b\"]", "idx-thing-one [\"c\"]"]);
    assert_eq!(messages(fields, ""), ["warning: a column has one `unique_key`; of several SeaORM takes the last"]);
}

/// A typed id by const generics from another package, through two globs and an alias.
#[test]
fn ids_by_const_generics_and_globs() {
    let folder = Folder::new("ids");
    let manifest = |name: &str, rest: &str| format!("[package]\nname = \"{name}\"\n[dependencies]\n{rest}\n");
    folder.write("app/Cargo.toml", manifest("app", "core-ids = { path = \"../core\" }"));
    folder.write("core/Cargo.toml", manifest("core-ids", ""));
    folder.write("core/src/lib.rs", "mod a; pub use a::*;");
    folder.write("core/src/a.rs", "mod b; pub use b::*; pub type UserId = Id<{ Kind::User as u8 }>;");
    folder.write(
        "core/src/a/b.rs",
        "pub struct Id<const KIND: u8>(u64); impl<const KIND: u8> sea_orm::sea_query::ValueType for Id<KIND> {
             fn column_type() -> ColumnType { ColumnType::BigInteger } }",
    );
    folder.write("app/src/lib.rs", "mod thing;");
    let fields = format!("{ID} pub a: UserId, pub b: Option<core_ids::Id<7>>,");
    let file = folder.write("app/src/thing.rs", entity("thing", &fields, "use core_ids::*;"));
    let entities = read_files(&Sources { paths: vec![file], ..Sources::default() }).expect("entities");
    assert_eq!(lines(&entities, "thing"), ["id Integer auto", "a BigInteger", "b BigInteger null"]);
    assert!(entities.opaque.is_empty());
}

/// CamelCase files, `x/mod.rs` beside `y.rs`, inline modules, private modules with `pub use`, several sets of entities in one workspace.
#[test]
fn files_and_modules_in_every_layout() {
    let by = |path: &str| {
        let relation =
            format!("#[sea_orm(belongs_to, from = \"owner_id\", to = \"id\")] pub owner: BelongsTo<{path}>,");
        entity("thing", &format!("{ID} pub owner_id: i32, {relation}"), "")
    };
    let owner = entity("owner", ID, "");
    for (name, path, files) in [
        ("CamelCase", "super::OwnerTable::Entity", vec![("src/set/OwnerTable.rs", owner.clone())]),
        ("mod.rs", "super::owner::Entity", vec![("src/set/owner/mod.rs", owner.clone())]),
        (
            "a private module",
            "super::Owner",
            vec![
                ("src/set/mod.rs", "mod inner; pub use inner::Entity as Owner;".to_owned()),
                ("src/set/inner.rs", owner.clone()),
            ],
        ),
        (
            "inline",
            "crate::tables::owner::Entity",
            vec![("src/tables.rs", format!("pub mod owner {{ {owner} }}")), ("src/lib.rs", String::new())],
        ),
        (
            "another set",
            "super::owner::Entity",
            vec![("src/set/owner.rs", owner.clone()), ("other/src/set/owner.rs", entity("others", ID, ""))],
        ),
    ] {
        let thing = by(path);
        let mut texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        texts.push(("src/set/thing.rs", &thing));
        let entities = read(&texts);
        assert_eq!(key_lines(&entities, "thing"), ["fk-thing-owner_id: owner_id -> owner (id)"], "{name}");
    }
}

/// Reserved words, CamelCase and quotes in names; comments and documentation in other scripts; private fields; tabs; foreign attributes.
#[test]
fn whatever_stands_around_a_column() {
    let source = "use sea_orm::entity::prelude::*;
/// 用户 <table> \"quoted\"
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, serde::Serialize)]
#[serde(rename_all = \"camelCase\")]
#[sea_orm(table_name = \"User Order\", rename_all = \"camelCase\")]
#[schema(as = Order)]
struct Model {
\t#[sea_orm(primary_key, auto_increment = false)]
\tcreated_at: DateTimeUtc,
\t#[serde(rename = \"typ\")] #[graphql(skip)] /// after
\tr#type: u32,
\t#[builder(default)] pub(crate) display_name: Option<std::string::String>,
\t#[sea_orm(comment = \"备注\")] payload: ::prost::alloc::vec::Vec<u8>,
}";
    let entities = read(&[("src/order.rs", source)]);
    assert_eq!(
        lines(&entities, "User Order"),
        [
            "createdAt TimestampWithTimeZone",
            "type Unsigned",
            "displayName String(None) null",
            "payload VarBinary(None) comment 备注"
        ]
    );
}

/// Another tool's table may have an entity of its own; it is one as any other, and the comparison sets it aside.
#[test]
fn bookkeeping_with_an_entity_is_an_entity() {
    let entities = read(&[(
        "src/m.rs",
        &entity(
            "seaql_migrations",
            "#[sea_orm(primary_key, auto_increment = false)] pub version: String, pub applied_at: i64,",
            "",
        ),
    )]);
    assert_eq!(lines(&entities, "seaql_migrations"), ["version String(None)", "applied_at BigInteger"]);
}
