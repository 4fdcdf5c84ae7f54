//! Problems: places, severity, all at once; and where things are stated.

use limbeck_entity::Severity;
use limbeck_schema::ObjectName;

use crate::{attempt, entity, read};

#[test]
fn all_problems_of_all_files_are_told_with_their_places() {
    let one = "use sea_orm::entity::prelude::*;
#[derive(DeriveEntityModel)]
#[sea_orm(table_name = \"one\")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub a: super::Unheard,
    #[sea_orm(column_type = \"Txt\", uniqe)]
    pub b: String,
}";
    let broken = "pub struct Model {\n    pub a: ,\n}";
    let problems = attempt(&[("src/one.rs", one), ("src/two.rs", broken)]).expect_err("three errors");
    let found: Vec<_> = problems
        .iter()
        .map(|problem| {
            let file = problem.file.to_string_lossy().into_owned();
            (file, problem.line, problem.column, problem.length, problem.severity)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("src/one.rs".to_owned(), 7, 12, 14, Severity::Warning),
            ("src/one.rs".to_owned(), 8, 29, 5, Severity::Warning),
            ("src/one.rs".to_owned(), 8, 36, 5, Severity::Warning),
            ("src/two.rs".to_owned(), 2, 12, 1, Severity::Error),
        ]
    );
    assert!(problems.iter().all(|problem| !problem.message.is_empty() && problem.help.is_some()));
}

#[test]
fn columns_are_counted_in_characters() {
    let source = entity("t", "#[sea_orm(primary_key)] pub id: i32,\n/* 日本 */ pub a: Unheard,", "");
    let problems = read(&[("src/t.rs", &source)]).warnings;
    assert_eq!((problems[0].line, problems[0].column), (6, 17));
}

#[test]
fn no_source_makes_the_reader_panic() {
    let entity = entity("t", "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(column_type = \"X(\")] pub a: Vec<>,", "");
    for source in [
        "",
        "\u{feff}",
        "#!/usr/bin/env run\n",
        "fn",
        "\"",
        "/*",
        "#[sea_orm]",
        "#[derive(DeriveEntityModel)] struct Model;",
        "#[derive(DeriveEntityModel)] struct Model(i32);",
        "#[derive(DeriveEntityModel)] #[sea_orm] struct Model {}",
        "#[derive(DeriveEntityModel)] #[sea_orm = 3] struct Model {}",
        "#[derive(DeriveEntityModel)] #[sea_orm(table_name)] struct Model {}",
        "#[derive(DeriveEntityModel)] #[sea_orm(table_name = \"\")] struct Model { #[sea_orm(primary_key)] id: i32 }",
        "#[derive(DeriveEntityModel)] #[sea_orm(table_name = \"t\")] enum Model {}",
        "#[derive(DeriveRelation)] enum Relation { #[sea_orm(belongs_to)] A, #[sea_orm] B }",
        "#[derive(DeriveActiveEnum)] enum E {}",
        "#[derive(DeriveValueType)] struct N();",
        "use *; use self::*; use super::super::super::*; use crate::*; use ::*; pub use a::b as b; use b::a as a;",
        "impl RelationTrait for Relation { fn def(&self) {} } impl ValueType for (A, B) {} impl EntityName for [u8] {}",
        "mod a { mod b { use super::super::a::*; pub use super::*; } pub use b::*; }",
        "#[path] mod x; #[path = 3] mod y; #[path = \"../../../../z.rs\"] mod z;",
        &entity,
    ] {
        let _ = attempt(&[("src/t.rs", source)]);
        let _ = attempt(&[("", source), ("/", source), ("..", source)]);
    }
}

#[test]
fn imports_in_a_circle_end() {
    let thing = entity(
        "thing",
        "#[sea_orm(primary_key)] pub id: i32, pub x: Status,",
        "use crate::a::*; use crate::b::Status;",
    );
    let files = [
        ("src/thing.rs", thing.as_str()),
        ("src/a.rs", "pub use crate::b::*; pub use crate::a::*;"),
        ("src/b.rs", "pub use crate::a::*; pub use crate::a::Status;"),
    ];
    let problems = read(&files).warnings;
    assert_eq!(problems[0].message, "column `x`: the type `Status` is not known, so its type is not compared");
}

#[test]
fn every_object_knows_where_it_is_stated() {
    let thing = "use sea_orm::entity::prelude::*;
#[derive(DeriveEntityModel)]
#[sea_orm(table_name = \"thing\")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(unique)]
    pub a: i32,
    #[sea_orm(unique_key = \"g\")]
    pub b: i32,
    #[sea_orm(unique_key = \"g\", extra = \"CHECK (c > 0)\")]
    pub c: i32,
    #[sea_orm(belongs_to, from = \"a\", to = \"a\")]
    pub other: BelongsTo<Entity>,
}";
    let entities = read(&[("src/thing.rs", thing)]);
    let (name, origins) = (ObjectName::bare("thing"), &entities.origins);
    let columns = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (what, span, expected) in [
        ("table", origins.table(&name), (4, 12)),
        ("column", origins.column(&name, "b"), (10, 9)),
        ("unique", origins.unique(&name, &columns(&["a"])), (8, 9)),
        ("index", origins.index(&name, &columns(&["b", "c"])), (10, 9)),
        ("foreign key", origins.foreign_key(&name, &columns(&["a"])), (14, 9)),
        ("of nothing", origins.of(&name, None), (4, 12)),
        ("of a column", origins.of(&name, Some("c")), (12, 9)),
        ("of a check", origins.of(&name, Some("ck-thing-c")), (12, 9)),
        ("of a foreign key", origins.of(&name, Some("fk-thing-a")), (14, 9)),
        ("of a unique index", origins.of(&name, Some("idx-thing-g")), (10, 9)),
        ("of the key", origins.of(&name, Some("pk-thing")), (6, 9)),
        ("of something unknown", origins.of(&name, Some("gone")), (4, 12)),
    ] {
        let span = span.unwrap_or_else(|| panic!("{what}"));
        assert_eq!((span.line, span.column), expected, "{what}");
        assert_eq!(span.file.to_string_lossy(), "src/thing.rs");
    }
    assert!(origins.of(&ObjectName::bare("gone"), None).is_none());
    let stated =
        read(&[("src/thing.rs", &thing.replace("table_name", "schema_name = \"public\", table_name"))]).origins;
    let (qualified, bare) = (ObjectName::qualified("public", "thing"), name);
    assert!(stated.table(&qualified).is_some() && stated.table(&bare).is_none());
    let stated = stated.with_default_schema("public");
    assert_eq!(stated.column(&bare, "b").map(|span| span.line), Some(10));
    assert!(stated.clone().with_default_schema("other").table(&bare).is_some());
}
