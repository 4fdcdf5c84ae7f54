//! Entities whose parts are written by hand.

use limbeck_entity::Format;
use limbeck_schema::ObjectName;

use crate::{attempt, key_lines, lines, read, shown, table};

/// An entity of two columns whose `def` is given.
fn cake(def: &str) -> String {
    format!(
        "use sea_orm::entity::prelude::*;
        #[derive(Copy, Clone, Default, Debug, DeriveEntity)] pub struct Entity;
        impl EntityName for Entity {{ fn table_name(&self) -> &'static str {{ \"cake\" }} }}
        #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)] pub struct Model {{ pub id: i32, pub name: Option<Name> }}
        #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)] pub enum Column {{ Id, #[sea_orm(column_name = \"title\")] Name }}
        #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)] pub enum PrimaryKey {{ Id }}
        impl PrimaryKeyTrait for PrimaryKey {{ type ValueType = i32; fn auto_increment() -> bool {{ true }} }}
        impl ColumnTrait for Column {{ type EntityName = Entity; fn def(&self) -> ColumnDef {{ {def} }} }}
        impl ActiveModelBehavior for ActiveModel {{}}"
    )
}

#[test]
fn definitions_are_read_in_every_shape() {
    let usual = ["id Integer auto", "title String(None) null"];
    for (def, expected) in [
        (
            "match self { Self::Id => ColumnType::Integer.def(), Self::Name => ColumnType::String(StringLen::None).def().null() }",
            usual,
        ),
        (
            "match self { Column::Id => { ColumnType::Integer.def() } Column::Name => { return ColumnType::string(None).def().nullable(); } }",
            usual,
        ),
        (
            "return match *self { Self::Id => ColumnType::Integer, Self::Name => ColumnType::Text }.def();",
            ["id Integer auto", "title Text"],
        ),
        (
            "(match self { Self::Id => ColumnType::Integer, _ => ColumnType::Text }).def().null().unique()",
            ["id Integer auto", "title Text null"],
        ),
        (
            "match self { Self::Id => ColumnType::Integer.def(), _ => ColumnType::Text.def() }",
            ["id Integer auto", "title Text"],
        ),
        ("match self { Self::Id | Self::Name => ColumnType::Integer.def() }", ["id Integer auto", "title Integer"]),
        ("ColumnType::SmallInteger.def()", ["id SmallInteger auto", "title SmallInteger"]),
        (
            "match self { Self::Id => <i64 as sea_query::ValueType>::column_type().def(), Self::Name => String::column_type().def().default_value(\"x\") }",
            ["id BigInteger auto", "title String(None) default Text(\"x\")"],
        ),
        (
            "match self { Self::Id => ColumnType::Integer.def(), Self::Name => ColumnType::Text.def().default(Expr::cust(\"lower('X')\")).comment(\"c\").extra(\"COLLATE NOCASE\") }",
            ["id Integer auto", "title Text default Sql(\"lower('X')\") collate NOCASE comment c"],
        ),
        (
            "use sea_orm::sea_query::ColumnType as T; match self { Self::Id => T::Integer.def(), Self::Name => T::Text.def() }",
            ["id Integer auto", "title Text"],
        ),
    ] {
        let entities = read(&[("src/cake.rs", &cake(def))]);
        assert_eq!(lines(&entities, "cake"), expected, "{def}");
        assert!(entities.opaque.is_empty() && entities.warnings.is_empty(), "{def}: {:?}", entities.warnings);
        assert_eq!(entities.list[0].format, Format::Expanded);
        let types: Vec<_> = entities.list[0].fields.iter().map(|field| field.rust_type.as_deref()).collect();
        assert_eq!(types, [Some("i32"), Some("Option<Name>")], "{def}");
    }
}

/// Trap: a `def` that is not one call in each arm, or that ends the program.
#[test]
fn what_a_definition_computes_is_opaque() {
    for (def, opaque) in [
        ("match self { Self::Id => ColumnType::Integer.def(), Self::Name => text_column() }", "title"),
        ("match self { Self::Id => ColumnType::Integer.def(), Self::Name => panic!(\"no\") }", "title"),
        (
            "match self { Self::Id => ColumnType::Integer.def(), Self::Name if wide() => ColumnType::Text.def(), Self::Name => ColumnType::Text.def() }",
            "",
        ),
        ("match self { Self::Id => ColumnType::Integer.def() }", "title"),
        ("let t = ColumnType::Integer; match self { Self::Id => t.def(), Self::Name => t.def() }", "id title"),
        ("match self { Self::Id => ColumnType::Integer.def(), Self::Name => ColumnType::Custom(f()).def() }", "title"),
        ("todo!()", "id title"),
    ] {
        let entities = read(&[("src/cake.rs", &cake(def))]);
        let names: Vec<_> = entities.opaque.keys().map(|(_, column)| column.as_str()).collect();
        assert_eq!(names.join(" "), opaque, "{def}");
        assert_eq!(entities.warnings.len(), names.len(), "{def}");
        assert_eq!(table(&entities, "cake").columns.len(), 2);
    }
}

#[test]
fn names_keys_and_relations_are_those_of_the_traits() {
    let fruit = "use sea_orm::entity::prelude::*;
        #[derive(Copy, Clone, Default, Debug, DeriveEntity)] #[sea_orm(table_name = \"fruit\", schema_name = \"s\", comment = \"sweet\", column = FruitColumn, primary_key = Key)]
        pub struct Fruit;
        #[derive(Copy, Clone, Debug, EnumIter)] pub enum FruitColumn { B, A, CakeId, #[strum(disabled)] Table }
        impl sea_orm::IdenStatic for FruitColumn { fn as_str(&self) -> &'static str { match self { Self::A => \"first\", Self::B => \"second\", Self::CakeId => \"cake\", Self::Table => \"fruit\" } } }
        #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)] pub enum Key { A, B }
        impl PrimaryKeyTrait for Key { type ValueType = (i32, i32); fn auto_increment() -> bool { false } }
        impl ColumnTrait for FruitColumn { type EntityName = Fruit; fn def(&self) -> ColumnDef { ColumnType::Integer.def().indexed() } }
        #[derive(Copy, Clone, Debug, EnumIter)] pub enum Relation { Cake, Skipped, Many }
        impl RelationTrait for Relation { fn def(&self) -> RelationDef { match self {
            Self::Cake => Fruit::belongs_to(super::cake::Entity).from(FruitColumn::CakeId).to(super::cake::Column::Id).on_delete(ForeignKeyAction::Cascade).fk_name(\"fruit_cake\").into(),
            Self::Skipped => Fruit::belongs_to(super::cake::Entity).from(FruitColumn::A).to(super::cake::Column::Id).skip_fk().into(),
            Self::Many => Fruit::has_many(super::cake::Entity).into(),
        } } }";
    let cake = cake("match self { Self::Id => ColumnType::Integer.def(), Self::Name => ColumnType::Text.def() }");
    let entities = read(&[("src/fruit.rs", fruit), ("src/cake.rs", &cake)]);
    let fruit = entities.schema.table(&ObjectName::qualified("s", "fruit")).expect("the table");
    let names: Vec<_> = fruit.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["second", "first", "cake"]);
    assert_eq!(fruit.primary_key.as_ref().map(|key| key.columns.join(" ")).as_deref(), Some("first second"));
    assert_eq!(fruit.comment.as_deref(), Some("sweet"));
    assert_eq!(fruit.indexes.len(), 3);
    let keys: Vec<_> = fruit.foreign_keys.iter().map(crate::key_line).collect();
    assert_eq!(keys, ["fruit_cake: cake -> cake (id) delete CASCADE"]);
    assert!(fruit.columns.iter().all(|column| column.auto_increment.is_none()));
}

#[test]
fn parts_may_stand_in_other_files_and_beside_derived_ones() {
    let entity = "use sea_orm::entity::prelude::*; mod columns; pub use columns::Column; use super::keys::PrimaryKey;
        pub struct Entity; impl EntityName for Entity { fn table_name(&self) -> &'static str { \"bun\" } }
        impl EntityTrait for Entity { type Model = Model; type Column = Column; type PrimaryKey = PrimaryKey; type Relation = Relation; }
        #[derive(EnumIter, DeriveRelation)] pub enum Relation { #[sea_orm(belongs_to = \"super::oven::Entity\", from = \"Column::OvenId\", to = \"super::oven::Column::Id\")] Oven }";
    let columns = "use sea_orm::entity::prelude::*; use super::super::kind::Kind;
        #[derive(EnumIter, DeriveColumn)] pub enum Column { Id, OvenId, Kind }
        impl ColumnTrait for Column { type EntityName = super::Entity; fn def(&self) -> ColumnDef { match self {
            Self::Id | Self::OvenId => ColumnType::Integer.def(), Self::Kind => Kind::db_type().get_column_type().to_owned().def() } } }";
    let keys = "#[derive(EnumIter, DerivePrimaryKey)] pub enum PrimaryKey { Id }";
    let kind = "#[derive(DeriveActiveEnum)] #[sea_orm(rs_type = \"String\", db_type = \"Enum\", enum_name = \"kind\")]
        pub enum Kind { #[sea_orm(string_value = \"a\")] A }";
    let oven = crate::entity("oven", "#[sea_orm(primary_key)] pub id: i32,", "");
    let entities = read(&[
        ("src/bun.rs", entity),
        ("src/bun/columns.rs", columns),
        ("src/keys.rs", keys),
        ("src/kind.rs", kind),
        ("src/oven.rs", &oven),
    ]);
    let found = lines(&entities, "bun");
    assert_eq!(found[..2], ["id Integer auto".to_owned(), "oven_id Integer".to_owned()]);
    assert!(found[2].starts_with("kind Enum("), "{found:?}");
    assert_eq!(key_lines(&entities, "bun"), ["fk-bun-oven_id: oven_id -> oven (id)"]);
}

#[test]
fn an_ignored_entity_may_have_a_computed_name() {
    let source = cake("ColumnType::Integer.def()").replace("\"cake\"", "&self.name");
    let ignored = source.replace("pub struct Entity", "#[limbeck(ignore)] pub struct Entity");
    assert!(attempt(&[("src/cake.rs", &source)]).is_err());
    assert!(read(&[("src/cake.rs", &ignored)]).schema.tables.is_empty());
}

#[test]
fn a_missing_part_is_an_error_that_names_it() {
    for (lost, expected) in [
        ("impl ColumnTrait", "the column enum with its `ColumnTrait` of the entity `Entity` is not found: `Column`"),
        ("pub enum PrimaryKey", "the primary key enum of the entity `Entity` is not found: `PrimaryKey`"),
        ("\"cake\"", "the `table_name()` of `Entity` is not a plain string, so its table is not known"),
    ] {
        let source =
            cake("ColumnType::Integer.def()").replace(lost, if lost.starts_with('"') { "NAME" } else { "impl Other" });
        let source = source.replace("impl Other { Id }", "enum Other { Id }");
        let problems = attempt(&[("src/cake.rs", &source)]).expect_err(lost);
        assert!(shown(&problems)[0].contains(expected), "{lost}: {:?}", shown(&problems));
    }
}
