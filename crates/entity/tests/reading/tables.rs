//! What is a table and what is none.

use limbeck_schema::ObjectName;

use crate::{attempt, entity, lines, read, table};

const ID: &str = "#[sea_orm(primary_key)] pub id: i32,";

#[test]
fn only_structs_with_a_table_are_entities() {
    for (name, source, expected) in [
        ("an entity", entity("t", ID, ""), 1),
        ("in two modules of one file", "pub mod a { use sea_orm::entity::prelude::*; #[derive(DeriveEntityModel)] #[sea_orm(table_name = \"a\")] pub struct Model { #[sea_orm(primary_key)] pub id: i32 } }
            pub mod b { use sea_orm::entity::prelude::*; #[derive(sea_orm::DeriveEntityModel)] #[sea_orm(table_name = \"b\")] struct Model { #[sea_orm(primary_key)] id: i32, } }".to_owned(), 2),
        ("a partial model", "#[derive(DerivePartialModel)] #[sea_orm(entity = \"Entity\")] struct Part { id: i32 }".to_owned(), 0),
        ("a form", "#[derive(DeriveIntoActiveModel)] #[sea_orm(active_model = \"x\")] struct Form { id: i32 }".to_owned(), 0),
        ("in tests", format!("#[cfg(test)] mod tests {{ {} }}", entity("t", ID, "")), 0),
        ("in tests and more", format!("#[cfg(all(test, feature = \"x\"))] mod tests {{ {} }}", entity("t", ID, "")), 0),
        ("in a test file", format!("#![cfg(test)]\n{}", entity("t", ID, "")), 0),
        ("names for a migration", "#[derive(DeriveIden)] enum Thing { Table, #[sea_orm(iden = \"x\")] Id }".to_owned(), 0),
        ("nothing", String::new(), 0),
    ] {
        let entities = read(&[("src/t.rs", &source)]);
        assert_eq!((entities.list.len(), entities.schema.tables.len()), (expected, expected), "{name}");
    }
}

#[test]
fn a_module_of_tests_in_a_file_of_its_own_is_passed_over() {
    let files = [
        ("src/lib.rs", "#[cfg(test)] mod fixtures; mod thing;"),
        ("src/thing.rs", &entity("thing", ID, "")),
        ("src/fixtures.rs", "mod inner;"),
        ("src/fixtures/inner.rs", &entity("thing", "#[sea_orm(primary_key)] pub other: Unheard,", "")),
    ];
    let entities = read(&files);
    assert_eq!((entities.list.len(), entities.files, entities.columns), (1, 4, 1));
}

#[test]
fn a_table_may_be_in_a_stated_schema() {
    let source = entity(
        "thing",
        "#[sea_orm(primary_key)] pub id: i32, pub user_id: i32,
        #[sea_orm(belongs_to, from = \"user_id\", to = \"id\")] pub user: BelongsTo<super::user::Entity>,",
        "",
    )
    .replace("table_name", "schema_name = \"audit\", table_name");
    let user = entity("users", ID, "").replace("table_name", "schema_name = \"auth\", table_name");
    let entities = read(&[("src/thing.rs", &source), ("src/user.rs", &user)]);
    let thing = entities.schema.table(&ObjectName::qualified("audit", "thing")).expect("the table");
    assert_eq!(thing.foreign_keys[0].target, ObjectName::qualified("auth", "users"));
    assert_eq!(thing.foreign_keys[0].name.as_deref(), Some("fk-thing-user_id"));
}

/// Trap: frozen copies of entities, and several entities of one table.
#[test]
fn one_table_is_stated_once_or_alike() {
    let one = entity("t", "#[sea_orm(primary_key)] pub id: i32, pub a: i32,", "");
    let same = read(&[("src/one.rs", &one), ("src/two.rs", &one)]);
    assert_eq!((same.list.len(), same.schema.tables.len(), same.columns), (2, 1, 2));
    for (name, fields, columns) in [
        ("less", "#[sea_orm(primary_key)] pub id: i32,", "id a"),
        ("more", "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(indexed)] pub a: i32, pub b: i32,", "id a b"),
        ("a default", "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(default_value = 3)] pub a: i32,", "id a"),
        ("the order", "pub a: i32, #[sea_orm(primary_key)] pub id: i32,", "id a"),
        ("a type that is not known", "#[sea_orm(primary_key)] pub id: i32, pub a: Unheard,", "id a"),
    ] {
        for turned in [false, true] {
            let two = entity("t", fields, "");
            let texts = if turned { [&two, &one] } else { [&one, &two] };
            let united = read(&[("src/one.rs", texts[0]), ("src/two.rs", texts[1])]);
            let mut names: Vec<_> = table(&united, "t").columns.iter().map(|column| column.name.as_str()).collect();
            names.sort_by_key(|name| ["id", "a", "b"].iter().position(|other| other == name));
            assert_eq!(names.join(" "), columns, "{name}");
            let column = table(&united, "t").column("a").expect("a column of both");
            assert_eq!(column.column_type, limbeck_schema::ColumnType::Integer, "{name}");
            assert_eq!(column.default.is_some(), name == "a default");
            assert_eq!(table(&united, "t").indexes.len(), usize::from(name == "more"), "{name}");
            assert!(united.opaque.is_empty() && united.list.len() == 2, "{name}");
        }
    }
    for (name, fields, expected) in [
        ("a type", "#[sea_orm(primary_key)] pub id: i32, pub a: i64,", "the column `a` is not the same"),
        ("a null", "#[sea_orm(primary_key)] pub id: i32, pub a: Option<i32>,", "the column `a` is not the same"),
        ("a key", "pub id: i32, #[sea_orm(primary_key)] pub a: i32,", "the column `id` is not the same"),
        (
            "members of a key",
            "#[sea_orm(primary_key, auto_increment = false)] pub id: i32, #[sea_orm(primary_key)] pub b: i32,",
            "the column `id` is not the same",
        ),
    ] {
        let problems = attempt(&[("src/one.rs", &one), ("src/two.rs", &entity("t", fields, ""))]).expect_err(name);
        assert_eq!(problems.len(), 1, "{name}");
        assert_eq!(
            problems[0].to_string(),
            format!(
                "error: src/two.rs:4:12: the table `t` is stated differently at src/one.rs:4:12: {expected}\n\
                 hint: leave one of the two out of the entity paths, or make them alike"
            ),
            "{name}"
        );
    }
}

#[test]
fn an_entity_whose_name_is_written_by_hand() {
    let source = |body: &str| {
        format!(
            "use sea_orm::entity::prelude::*;
            #[derive(Copy, Clone, Default, Debug, DeriveEntity)] pub struct Entity;
            impl EntityName for Entity {{ fn schema_name(&self) -> Option<&str> {{ Some(\"s\") }} fn table_name(&self) -> &'static str {{ {body} }} }}
            #[derive(DeriveEntityModel)] pub struct Model {{ #[sea_orm(primary_key)] pub id: i32 }}"
        )
    };
    let entities = read(&[("src/t.rs", &source("\"t\""))]);
    assert!(entities.schema.table(&ObjectName::qualified("s", "t")).is_some());
    let problems =
        attempt(&[("src/t.rs", &source("match self.0 { 1 => \"a\", _ => \"b\" }"))]).expect_err("a computed name");
    assert!(problems[0].message.contains("not a plain string"), "{problems:?}");
}

#[test]
fn modules_and_entities_under_a_feature_are_read_with_a_warning() {
    let thing = entity("thing", ID, "");
    let gated = entity("gated", ID, "").replace("#[derive", "#[cfg(feature = \"x\")]\n#[derive");
    let files = [
        ("src/lib.rs", "#[cfg(feature = \"audit\")]\nmod audit;\n#[cfg(feature = \"other\")]\nmod other;\nmod gated;"),
        ("src/audit/thing.rs", thing.as_str()),
        ("src/other.rs", "pub fn f() {}"),
        ("src/gated.rs", gated.as_str()),
    ];
    let entities = read(&files);
    assert_eq!(entities.schema.tables.len(), 2);
    let warnings: Vec<_> = entities
        .warnings
        .iter()
        .map(|warning| format!("{}:{} {}", warning.file.display(), warning.line, warning.message))
        .collect();
    assert_eq!(
        warnings,
        [
            "src/gated.rs:5 this entity depends on `feature = \"x\"`; it is read as if that held",
            "src/lib.rs:2 this module of entities depends on `feature = \"audit\"`; it is read as if that held",
        ]
    );
}

#[test]
fn a_struct_without_a_table_is_left_aside_with_a_warning() {
    let entities =
        read(&[("src/t.rs", "#[derive(DeriveEntityModel)] pub struct Model { #[sea_orm(primary_key)] pub id: i32 }")]);
    assert_eq!((entities.list.len(), entities.warnings.len()), (0, 1));
}

#[test]
fn a_wide_table_with_reserved_words_keeps_the_order_of_its_fields() {
    let fields: String = (0..75).map(|number| format!("\tpub c{number}: Option<String>,\n")).collect();
    let source =
        entity("order group", &format!("{fields} #[sea_orm(primary_key)] pub r#type: i32, pub r#as: i32,"), "");
    let entities = read(&[("src/order.rs", &source)]);
    let lines = lines(&entities, "order group");
    assert_eq!(
        (lines.len(), lines[74].as_str(), lines[75].as_str()),
        (77, "c74 String(None) null", "type Integer auto")
    );
    assert_eq!(
        table(&entities, "order group").primary_key.as_ref().and_then(|key| key.name.as_deref()),
        Some("pk-order group")
    );
}
