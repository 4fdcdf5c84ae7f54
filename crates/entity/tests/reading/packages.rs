//! Types from elsewhere in the workspace, cargo features, stated types, releases of SeaORM: what is more than the named files.

use std::path::Path;

use limbeck_entity::{Aside, Entities, Features, Generation, ReadError, Sources, read};

use crate::{entity, files::Folder, lines};

const ID: &str = "#[sea_orm(primary_key)] pub id: i32,";
const STATUS: &str = "use sea_orm::entity::prelude::*;
    #[derive(DeriveActiveEnum)] #[sea_orm(rs_type = \"i32\", db_type = \"Integer\")] pub enum Status { A = 0 }";

/// A workspace of two packages beside each other.
fn workspace(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"app\", \"ids\"]\n[workspace.dependencies]\nids = { path = \"ids\", package = \"the-ids\" }\nsea-orm = \"2.0\"\n",
    );
    folder.write(
        "app/Cargo.toml",
        "[package]\nname = \"my-app\"\n[dependencies]\nids = { workspace = true, features = [\"wide\"] }\nsea-orm = { workspace = true }\n
        [features]\ndefault = [\"audit\"]\naudit = []\nextra = [\"ids/extra\"]\nother = []\n",
    );
    folder.write("ids/Cargo.toml", "[package]\nname = \"the-ids\"\n[features]\nwide = []\nextra = []\n");
    folder
}

fn read_in(folder: &Folder, path: &str, change: impl FnOnce(&mut Sources)) -> Result<Entities, ReadError> {
    let mut sources = Sources { paths: vec![folder.0.join(path)], ..Sources::default() };
    change(&mut sources);
    read(&sources)
}

/// The line of the column `x` of the table `thing`.
fn x(folder: &Folder, change: impl FnOnce(&mut Sources)) -> String {
    let entities = read_in(folder, "app/src/entity", change).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(entities.files, 1, "only what was named counts");
    lines(&entities, "thing").pop().unwrap_or_default()
}

#[test]
fn paths_lead_out_of_the_named_files() {
    for (name, files, import, of) in [
        (
            "crate",
            vec![("app/src/lib.rs", "mod entity; mod types;"), ("app/src/types.rs", STATUS)],
            "",
            "crate::types::Status",
        ),
        (
            "super",
            vec![
                ("app/src/entity.rs", "pub mod thing; pub mod kinds { pub use crate::types::Status; }"),
                ("app/src/lib.rs", "mod entity; pub mod types;"),
                ("app/src/types/mod.rs", STATUS),
            ],
            "use super::kinds::Status;",
            "Status",
        ),
        (
            "globs",
            vec![
                ("app/src/lib.rs", "mod entity; mod types; pub mod prelude { pub use crate::types::*; }"),
                ("app/src/types.rs", "mod inner; pub use inner::*;"),
                ("app/src/types/inner.rs", STATUS),
            ],
            "use crate::prelude::*;",
            "Status",
        ),
        (
            "main",
            vec![("app/src/main.rs", "mod entity; mod types;"), ("app/src/types.rs", STATUS)],
            "use crate::types::Status as State;",
            "State",
        ),
        (
            "another package",
            vec![
                ("app/src/lib.rs", "mod entity;"),
                ("ids/src/lib.rs", "mod kinds; pub use kinds::Status;"),
                ("ids/src/kinds.rs", STATUS),
            ],
            "use ids::Status;",
            "Status",
        ),
        (
            "a glob of another package",
            vec![
                ("app/src/lib.rs", "mod entity;"),
                ("ids/src/lib.rs", "mod kinds; pub use kinds::*;"),
                ("ids/src/kinds.rs", STATUS),
            ],
            "use ids::*;",
            "Status",
        ),
        (
            "another package by another name",
            vec![("app/src/lib.rs", "mod entity;"), ("ids/src/lib.rs", STATUS)],
            "use ids as other;",
            "other::Status",
        ),
        (
            "one's own name",
            vec![("app/src/lib.rs", "mod entity; pub mod types;"), ("app/src/types.rs", STATUS)],
            "use my_app::types::Status;",
            "Status",
        ),
        (
            "#[path]",
            vec![
                ("app/src/lib.rs", "mod entity; #[path = \"other/state.rs\"] mod types;"),
                ("app/src/other/state.rs", STATUS),
            ],
            "use crate::types::Status;",
            "Status",
        ),
        (
            "SeaORM through another crate",
            vec![("ids/src/lib.rs", "pub use sea_orm;")],
            "use ids::sea_orm::prelude::Uuid as Status;",
            "Status",
        ),
        (
            "an implementation elsewhere in its crate",
            vec![
                ("app/src/lib.rs", "mod entity; mod types; mod sql;"),
                ("app/src/types.rs", "pub struct Status;"),
                (
                    "app/src/sql.rs",
                    "use crate::types::Status; impl sea_orm::sea_query::ValueType for Status { fn column_type() -> ColumnType { ColumnType::Integer } }",
                ),
            ],
            "use crate::types::Status;",
            "Status",
        ),
        (
            "a newtype of a newtype",
            vec![
                ("app/src/lib.rs", "mod entity; mod types;"),
                ("app/src/types.rs", "#[derive(DeriveValueType)] pub struct Outer(ids::Inner);"),
                ("ids/src/lib.rs", "mod deep; pub use deep::*;"),
                ("ids/src/deep.rs", "#[derive(sea_orm::DeriveValueType)] pub struct Inner(pub i32);"),
            ],
            "use crate::types::Outer;",
            "Outer",
        ),
    ] {
        let folder = workspace(&format!("paths-{}", name.replace(|c: char| !c.is_alphanumeric(), "")));
        for (path, text) in files {
            folder.write(path, text);
        }
        folder.write("app/src/entity/thing.rs", entity("thing", &format!("{ID} pub x: {of},"), import));
        let expected = if name.starts_with("SeaORM") { "x Uuid" } else { "x Integer" };
        assert_eq!(x(&folder, |_| {}), expected, "{name}");
    }
}

/// A name is no evidence: where the package is known, a type that no path leads to stays opaque.
#[test]
fn nothing_is_guessed_by_its_name_in_a_package() {
    let folder = workspace("guess");
    folder.write("app/src/lib.rs", "mod entity; mod types;");
    folder.write("app/src/types.rs", STATUS);
    let fields = format!("{ID} pub a: other_crate::Status, pub b: crate::Status, pub c: crate::types::Made,");
    folder.write("app/src/entity/thing.rs", entity("thing", &fields, ""));
    let entities = read_in(&folder, "app/src/entity", |_| {}).expect("entities");
    let opaque: Vec<_> = entities.opaque.keys().map(|(_, column)| column.as_str()).collect();
    assert_eq!(opaque, ["a", "b", "c"]);
    assert_eq!(entities.warnings.len(), 3);
}

#[test]
fn a_file_that_cannot_be_parsed_is_told_where_a_path_leads_into_it() {
    let folder = workspace("unparsed");
    folder.write("app/src/lib.rs", "mod entity; mod types;");
    folder.write("app/src/types.rs", "pub struct {");
    let of = |of: &str| entity("thing", &format!("{ID} pub x: {of},"), "");
    folder.write("app/src/entity/thing.rs", of("i32"));
    assert!(read_in(&folder, "app/src/entity", |_| {}).expect("entities").warnings.is_empty());
    folder.write("app/src/entity/thing.rs", of("crate::types::Status"));
    let warnings = read_in(&folder, "app/src/entity", |_| {}).expect("entities").warnings;
    let files: Vec<_> = warnings.iter().filter_map(|warning| warning.file.file_name()?.to_str()).collect();
    assert_eq!(files, ["thing.rs", "types.rs"]);
    assert!(warnings[1].message.starts_with("this is not Rust"), "{warnings:?}");
}

#[test]
fn entities_outside_of_the_named_files_do_not_count() {
    let folder = workspace("outside");
    folder.write("app/src/lib.rs", "mod entity; mod other;");
    folder.write("app/src/other.rs", entity("other", ID, ""));
    let relation =
        "#[sea_orm(belongs_to, from = \"other_id\", to = \"id\")] pub other: BelongsTo<crate::other::Entity>,";
    let fields = format!("{ID} pub other_id: i32, {relation}");
    folder.write("app/src/entity/thing.rs", entity("thing", &fields, ""));
    let error = read_in(&folder, "app/src/entity", |_| {}).expect_err("a relation that leads out").to_string();
    assert!(error.contains("which is outside of the entity paths"), "{error}");
    assert!(error.contains("app/src/other.rs:4"), "{error}");
}

#[test]
fn features_are_on_as_cargo_has_them() {
    let folder = workspace("features");
    folder.write("app/src/lib.rs", "mod entity;");
    let ids = "#[cfg(feature = \"wide\")] #[derive(sea_orm::DeriveValueType)] pub struct Id(i64);
        #[cfg(not(feature = \"wide\"))] #[derive(sea_orm::DeriveValueType)] pub struct Id(i32);
        #[cfg(feature = \"extra\")] pub type More = i8; #[cfg(not(feature = \"extra\"))] pub type More = i16;";
    folder.write("ids/src/lib.rs", ids);
    let fields = format!(
        "{ID} pub a: ids::Id, pub b: ids::More, #[cfg(feature = \"audit\")] pub c: i32, #[cfg(feature = \"extra\")] pub d: i32,
        #[cfg_attr(feature = \"other\", sea_orm(column_type = \"Text\"))] pub e: String, #[cfg(unix)] pub f: i32, #[cfg(target_os = \"none\")] pub g: i32,"
    );
    folder.write("app/src/entity/thing.rs", entity("thing", &fields, ""));
    let list =
        |names: &[&str]| Features { list: names.iter().map(ToString::to_string).collect(), ..Features::default() };
    for (name, features, expected) in [
        ("default", Features::default(), "a BigInteger, b SmallInteger, c Integer, e String(None), f Integer"),
        ("one more", list(&["extra"]), "a BigInteger, b TinyInteger, c Integer, d Integer, e String(None), f Integer"),
        (
            "by package",
            list(&["my-app/other", "the-ids/extra"]),
            "a BigInteger, b TinyInteger, c Integer, e Text, f Integer",
        ),
        (
            "none",
            Features { no_default: true, ..Features::default() },
            "a BigInteger, b SmallInteger, e String(None), f Integer",
        ),
        (
            "all",
            Features { all: true, ..Features::default() },
            "a BigInteger, b TinyInteger, c Integer, d Integer, e Text, f Integer",
        ),
    ] {
        let entities = read_in(&folder, "app/src/entity", |sources| sources.features = features).expect(name);
        assert_eq!(lines(&entities, "thing")[1..].join(", "), expected, "{name}");
        // What a feature leaves out is told: a table or column would be taken for one that is gone.
        let told: Vec<_> = entities.warnings.iter().map(|warning| warning.message.as_str()).collect();
        let left_out =
            [("c Integer", "audit"), ("d Integer", "extra")].into_iter().filter(|(line, _)| !expected.contains(line));
        let expected: Vec<_> = left_out
            .map(|(_, feature)| format!("this field is left out, since `feature = \"{feature}\"` does not hold"))
            .collect();
        assert_eq!(told, expected, "{name}");
    }
}

#[test]
fn what_features_leave_out_is_told_unless_something_stands_in_its_place() {
    let folder = workspace("left-out");
    folder.write(
        "app/src/entity.rs",
        "#[cfg(feature = \"extra\")] pub mod away; #[cfg(all(feature = \"extra\", unix))] pub mod inner { pub struct Model; }
         #[cfg(test)] mod tests; pub mod thing; #[cfg(feature = \"extra\")] mod nothing;",
    );
    folder.write("app/src/lib.rs", "mod entity;");
    folder.write("app/src/entity/away.rs", entity("away", ID, ""));
    folder.write("app/src/entity/tests.rs", entity("tests", ID, ""));
    folder.write("app/src/entity/nothing.rs", "pub struct Nothing;");
    let fields = format!(
        "{ID} #[cfg(feature = \"extra\")] pub x: i64, #[cfg(not(feature = \"extra\"))] pub x: i32, #[cfg(any())] pub y: i32,"
    );
    let gone = entity("gone", ID, "").replace("#[derive", "#[cfg(feature = \"extra\")]\n#[derive");
    folder.write("app/src/entity/thing.rs", format!("{}\npub mod gone {{ {gone} }}", entity("thing", &fields, "")));
    let entities = read_in(&folder, "app/src", |_| {}).expect("entities");
    assert_eq!(lines(&entities, "thing"), ["id Integer auto", "x Integer"]);
    let told: Vec<_> = entities
        .warnings
        .iter()
        .map(|warning| {
            (warning.file.file_name().and_then(|name| name.to_str()).unwrap_or(""), warning.message.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("away.rs", "this file of entities is left out, since `feature = \"extra\"` does not hold"),
            ("thing.rs", "this entity is left out, since `feature = \"extra\"` does not hold"),
            ("entity.rs", "this module of entities is left out, since `all(feature = \"extra\", unix)` does not hold"),
        ]
    );
    let all = Features { all: true, ..Features::default() };
    let entities = read_in(&folder, "app/src", |sources| sources.features = all).expect("entities");
    assert!(entities.warnings.is_empty() && entities.schema.tables.len() == 3, "{:?}", entities.warnings);
}

#[test]
fn variants_that_features_leave_out_ask_for_nothing() {
    let folder = workspace("variants");
    folder.write("app/src/lib.rs", "mod entity;");
    let rest = "#[derive(DeriveRelation)] pub enum Relation {
            #[cfg(feature = \"extra\")] #[sea_orm(belongs_to = \"Entity\", from = \"Column::X\", to = \"Column::Id\")] Up,
            #[cfg(feature = \"extra\")] #[sea_orm(belongs_to = \"Entity\", from = \"Column::Y\", to = \"Column::X\", on_delete = \"Cascade\")] Down,
            #[cfg(not(feature = \"extra\"))] #[sea_orm(belongs_to = \"Entity\", from = \"Column::Y\", to = \"Column::Id\")] Down }
        #[derive(EnumIter, DeriveActiveEnum)] #[sea_orm(db_type = \"Enum\", rename_all = \"lowercase\")] pub enum Kind {
            Small, #[cfg(feature = \"extra\")] Large }";
    folder.write(
        "app/src/entity/thing.rs",
        entity("thing", &format!("{ID} #[sea_orm(unique)] pub x: i32, pub y: i32, pub kind: Kind,"), rest),
    );
    folder.write(
        "app/src/entity/cake.rs",
        "use sea_orm::entity::prelude::*;
        #[derive(Copy, Clone, Default, Debug, DeriveEntity)] #[sea_orm(table_name = \"cake\")] pub struct Entity;
        #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)] pub struct Model { pub id: i32, #[cfg(feature = \"extra\")] pub name: String }
        #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)] pub enum Column { Id, #[cfg(feature = \"extra\")] Name }
        #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)] pub enum PrimaryKey { Id }
        impl PrimaryKeyTrait for PrimaryKey { type ValueType = i32; fn auto_increment() -> bool { true } }
        impl ColumnTrait for Column { type EntityName = Entity; fn def(&self) -> ColumnDef { match self {
            Self::Id => ColumnType::Integer.def(), #[cfg(feature = \"extra\")] Self::Name => ColumnType::Text.def() } } }",
    );
    let read = |features: Features| {
        let entities = read_in(&folder, "app/src/entity", |sources| sources.features = features).expect("entities");
        let told: Vec<_> = entities.warnings.iter().map(|warning| warning.message.clone()).collect();
        let labels = entities.schema.enums.values().flat_map(|of| of.labels.clone()).collect::<Vec<_>>().join(" ");
        (crate::key_lines(&entities, "thing"), lines(&entities, "cake").len(), labels, told)
    };
    let left_out = |what: &str| format!("this {what} is left out, since `feature = \"extra\"` does not hold");
    let expected = (
        vec!["fk-thing-y: y -> thing (id)".to_owned()],
        1,
        "small".to_owned(),
        ["column", "relation", "label"].map(left_out).to_vec(),
    );
    assert_eq!(read(Features::default()), expected);
    let expected = (
        vec!["fk-thing-x: x -> thing (id)".to_owned(), "fk-thing-y: y -> thing (x) delete CASCADE".to_owned()],
        2,
        "small large".to_owned(),
        Vec::new(),
    );
    assert_eq!(read(Features { all: true, ..Features::default() }), expected);
}

#[test]
fn stated_types_stand_in_for_what_cannot_be_read() {
    let folder = workspace("stated");
    folder.write("app/src/lib.rs", "mod entity; mod money { pub struct Money; make_ids!(OrderId); }");
    let write = |of: &str, import: &str| {
        folder.write("app/src/entity/thing.rs", entity("thing", &format!("{ID} pub x: {of},"), import));
    };
    for (of, import, key, value, expected) in [
        ("Money", "use crate::money::Money;", "crate::money::Money", "decimal(16,4)", "x Decimal(Some((16, 4)))"),
        ("Money", "use crate::money::*;", "crate::money::Money", "Decimal(Some((16, 4)))", "x Decimal(Some((16, 4)))"),
        ("Money", "use crate::money::Money;", "Money", "big_integer", "x BigInteger"),
        ("OrderId", "use crate::money::OrderId;", "crate::money::OrderId", "uuid", "x Uuid"),
        ("Option<OrderId>", "use crate::money::*;", "OrderId", "string_len(26)", "x String(N(26)) null"),
        ("other::Code", "", "other::Code", "custom(\"citext\")", "x Custom(\"citext\")"),
        ("other::Code", "", "thing.x", "json_binary", "x JsonBinary"),
        ("i32", "", "thing.x", "SmallInteger", "x SmallInteger"),
        ("Vec<OrderId>", "use crate::money::*;", "OrderId", "int", "x Array(Integer)"),
    ] {
        write(of, import);
        let stated = |sources: &mut Sources| sources.types = [(key.to_owned(), value.to_owned())].into();
        assert_eq!(x(&folder, stated), expected, "{key} = {value}");
    }
    let unused = [("Money", "text"), ("thing.x", "text"), ("thing.y", "text"), ("crate::Gone", "text")];
    let stated = unused.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let read = read_in(&folder, "app/src/entity", |sources| sources.types = stated.into()).expect("entities");
    assert_eq!(read.unused_types, ["Money", "crate::Gone", "thing.y"]);
    let error = read_in(&folder, "app/src/entity", |sources| sources.types = [("Money".into(), "much".into())].into());
    assert_eq!(error.expect_err("no type").to_string(), "`much`, stated for `Money`, is no column type");
}

#[test]
fn the_release_of_seaorm_is_that_of_the_project() {
    let folder = Folder::new("release");
    let fields = "#[sea_orm(primary_key)] pub id: IdString, #[sea_orm(indexed, unique)] pub a: Uuid, #[sea_orm(unique_key = \"k\", extra = \"CHECK (b > 0)\")] pub b: i32,";
    let own =
        "#[derive(DeriveValueType)] pub struct IdString(i64); #[derive(DeriveValueType)] pub struct Uuid(String);";
    folder.write("src/thing.rs", entity("thing", fields, own));
    let two = (vec!["id BigInteger", "a String(None)", "b Integer"], 1, 1, 0);
    let one = (vec!["id BigInteger auto", "a Uuid", "b Integer"], 1, 0, 1);
    for (name, manifest, lock, stated, expected) in [
        ("nothing", "", "", None, &two),
        ("the manifest", "sea-orm = { version = \"~1.1\", features = [] }", "", None, &one),
        ("the lock", "", "[[package]]\nname = \"sea-orm\"\nversion = \"1.1.20\"\n", None, &one),
        (
            "the newest of the lock",
            "",
            "[[package]]\nname = \"sea-orm\"\nversion = \"1.1.20\"\n[[package]]\nname = \"sea-orm\"\nversion = \"2.0.4\"\n",
            None,
            &two,
        ),
        ("the manifest first", "sea-orm = \"1\"", "[[package]]\nname = \"sea-orm\"\nversion = \"2.0.4\"\n", None, &one),
        ("stated", "sea-orm = \"1\"", "", Some(Generation::Two), &two),
    ] {
        folder.write("Cargo.toml", format!("[package]\nname = \"a\"\n[dependencies]\n{manifest}\n"));
        folder.write("Cargo.lock", lock);
        let entities = read_in(&folder, "src", |sources| sources.generation = stated).expect(name);
        let table = crate::table(&entities, "thing");
        let found = lines(&entities, "thing");
        assert_eq!(found, expected.0, "{name}");
        // Of the unique column 1 makes an index too; of `unique_key` only 2 makes one.
        assert_eq!(
            (table.indexes.len(), table.checks.len(), entities.warnings.len()),
            (expected.1, expected.2, expected.3),
            "{name}"
        );
    }
}

/// Trap: frozen copies of entities inside migrations.
#[test]
fn copies_in_migrations_are_set_aside() {
    let folder = Folder::new("frozen");
    folder.write("src/thing.rs", entity("thing", &format!("{ID} pub x: i32,"), ""));
    folder
        .write("migration/src/m20260131_120000_thing/thing.rs", entity("thing", &format!("{ID} pub x: Unheard,"), ""));
    let entities = read_in(&folder, "", |_| {}).expect("one thing");
    assert_eq!(lines(&entities, "thing"), ["id Integer auto", "x Integer"]);
    let asides: Vec<_> = entities.list.iter().map(|entity| entity.aside).collect();
    assert_eq!(asides, [Some(Aside::Frozen), None]);
    assert!(entities.warnings.is_empty() && entities.opaque.is_empty());
}

#[test]
fn a_manifest_that_cannot_be_read_is_told() {
    let folder = Folder::new("manifest");
    folder.write("Cargo.toml", "[package]\nname = \n");
    folder.write("src/thing.rs", entity("thing", ID, ""));
    let entities = read_in(&folder, "src", |_| {}).expect("entities");
    assert_eq!(entities.warnings.len(), 1);
    assert_eq!(
        (entities.warnings[0].line, entities.warnings[0].file.as_path()),
        (2, Path::new(&folder.0.join("Cargo.toml")))
    );
}
