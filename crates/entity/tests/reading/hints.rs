//! `#[limbeck(..)]`: what SeaORM has no words for.

use limbeck_entity::{Aside, Rename, Severity};
use limbeck_schema::{Index, IndexTarget, ObjectName, Table};

use crate::{attempt, entity, key_line, lines, read, read_fields, shown, table};

const ID: &str = "#[sea_orm(primary_key)] pub id: i32,";

/// The source of an entity with hints at its struct.
fn hinted(hints: &str, fields: &str) -> String {
    entity("thing", &format!("{ID} {fields}"), "")
        .replace("pub struct Model", &format!("#[limbeck({hints})]\npub struct Model"))
}

fn index_line(index: &Index) -> String {
    let parts: Vec<String> = index
        .parts
        .iter()
        .map(|part| {
            let mut text = match &part.target {
                IndexTarget::Column(name) => name.clone(),
                IndexTarget::Expression(sql) => format!("({sql})"),
            };
            for (word, said) in [
                (part.operator_class.clone().unwrap_or_default(), part.operator_class.is_some()),
                (format!("collate {}", part.collation.clone().unwrap_or_default()), part.collation.is_some()),
                ("desc".to_owned(), part.descending),
                (format!("{:?}", part.nulls), part.nulls.is_some()),
                (format!("{:?}", part.prefix), part.prefix.is_some()),
            ] {
                if said {
                    text += &format!(" {word}");
                }
            }
            text
        })
        .collect();
    let mut line = format!("{}{} ({})", if index.unique { "unique " } else { "" }, index.name, parts.join(", "));
    for (word, text) in [("using", &index.method), ("where", &index.filter)] {
        if let Some(text) = text {
            line += &format!(" {word} {text}");
        }
    }
    if !index.include.is_empty() {
        line += &format!(" include {}", index.include.join(", "));
    }
    if index.nulls_not_distinct {
        line += " nulls not distinct";
    }
    line
}

/// The indexes, unique constraints and checks of a table.
fn parts(table: &Table) -> Vec<String> {
    let indexes = table.indexes.iter().map(index_line);
    let uniques = table.uniques.iter().map(|unique| {
        let name = unique.name.as_deref().unwrap_or("-");
        let mut line = format!("constraint {name} ({})", unique.columns.join(", "));
        if let Some(deferrable) = unique.deferrable {
            line += &format!(" {deferrable:?}");
        }
        if unique.nulls_not_distinct {
            line += " nulls not distinct";
        }
        line
    });
    let checks =
        table.checks.iter().map(|check| format!("check {} {}", check.name.as_deref().unwrap_or("-"), check.expression));
    indexes.chain(uniques).chain(checks).collect()
}

#[test]
fn hints_at_the_struct_make_indexes_constraints_and_checks() {
    let fields = "pub a: i32, #[sea_orm(column_name = \"other\")] pub b_field: i32, pub email: String,";
    for (hints, expected) in [
        ("index(columns(\"a\", \"b_field desc nulls last\"))", vec!["idx-thing-a-other (a, other desc Some(Last))"]),
        (
            "index(name = \"ix\", columns(\"other\"), where = \"a > 0\", using = \"hash\", include(\"a\", \"b_field\"))",
            vec!["ix (other) using hash where a > 0 include a, other"],
        ),
        (
            "index(columns(\"(lower(email)) text_pattern_ops\", \"email(10)\", \"a collate C\"), unique, nulls_not_distinct)",
            vec![
                "unique idx-thing-lower_email-email-a ((lower(email)) text_pattern_ops, email Some(10), a collate C) nulls not distinct",
            ],
        ),
        (
            "unique(columns(\"a\", \"other\"), initially_deferred), unique(name = \"u\", columns(\"email\"), nulls_not_distinct)",
            vec!["constraint uq-thing-a-other (a, other) InitiallyDeferred", "constraint u (email) nulls not distinct"],
        ),
        (
            "check = \"a > 0\", check = \"a < 9\", check(name = \"ck\", expr = \"a <> 5\")",
            vec!["check ck-thing a > 0", "check ck-thing-2 a < 9", "check ck a <> 5"],
        ),
    ] {
        let entities = read(&[("src/thing.rs", &hinted(hints, fields))]);
        assert_eq!(parts(table(&entities, "thing")), expected, "{hints}");
        assert!(entities.warnings.is_empty(), "{hints}");
        // Without the derive the same hints stand in an attribute that the compiler does not look into.
        let without = hinted(hints, fields)
            .replace("#[limbeck(", "#[cfg_attr(any(), limbeck(")
            .replace(")]\npub struct", "))]\npub struct");
        assert_eq!(read(&[("src/thing.rs", &without)]).schema, entities.schema, "{hints}");
    }
}

#[test]
fn hints_at_a_field_are_about_its_column() {
    for (field, expected_line, expected) in [
        (
            "#[limbeck(index(name = \"ix\", desc, nulls = \"first\", where = \"x > 0\"))] pub x: i32,",
            "x Integer",
            vec!["ix (x desc Some(First)) where x > 0"],
        ),
        (
            "#[limbeck(index(expr = \"lower(x)\", using = \"gin\", opclass = \"gin_trgm_ops\"))] pub x: String,",
            "x String(None)",
            vec!["idx-thing-lower_x ((lower(x)) gin_trgm_ops) using gin"],
        ),
        (
            "#[limbeck(unique(name = \"u\", deferrable))] pub x: i32,",
            "x Integer",
            vec!["constraint u (x) InitiallyImmediate"],
        ),
        (
            "#[limbeck(check = \"x > 0\", check(name = \"c\", expr = \"x < 9\"))] pub x: i32,",
            "x Integer",
            vec!["check ck-thing-x x > 0", "check c x < 9"],
        ),
        ("#[limbeck(generated(expr = \"id * 2\", stored))] pub x: i32,", "x Integer generated id * 2 stored", vec![]),
        (
            "#[limbeck(collation = \"C\", comment = \"said\")] #[sea_orm(comment = \"other\")] pub x: String,",
            "x String(None) collate C comment said",
            vec![],
        ),
        ("#[limbeck(column_type = \"decimal(9,2)\")] pub x: Unheard,", "x Decimal(Some((9, 2)))", vec![]),
        // A hint speaks for the whole of what SeaORM's words make of the same columns.
        ("#[sea_orm(indexed)] #[limbeck(index(name = \"ix\"))] pub x: i32,", "x Integer", vec!["ix (x)"]),
        ("#[sea_orm(unique)] #[limbeck(unique(name = \"u\"))] pub x: i32,", "x Integer", vec!["constraint u (x)"]),
        // Of two hints none speaks for the other.
        (
            "#[limbeck(unique(name = \"u\"), index(name = \"one\", unique, nulls_not_distinct), index(name = \"two\", unique, where = \"x > 0\"))] pub x: i32,",
            "x Integer",
            vec!["unique one (x) nulls not distinct", "unique two (x) where x > 0", "constraint u (x)"],
        ),
        (
            "#[sea_orm(unique_key = \"k\")] #[limbeck(unique(name = \"u\"))] pub x: i32,",
            "x Integer",
            vec!["constraint u (x)"],
        ),
    ] {
        let entities = read_fields(&format!("{ID} {field}"), "");
        assert_eq!(lines(&entities, "thing")[1], expected_line, "{field}");
        assert_eq!(parts(table(&entities, "thing")), expected, "{field}");
        assert!(entities.warnings.is_empty() && entities.opaque.is_empty(), "{field}");
    }
}

#[test]
fn what_was_called_otherwise_and_what_is_ignored() {
    let source = hinted(
        "renamed_from = \"old\", comment = \"c\"",
        "#[limbeck(renamed_from = \"y\")] pub x: i32, #[limbeck(ignore)] pub z: i32,",
    );
    let gone = entity("gone", ID, "").replace("pub struct Model", "#[limbeck(ignore)] pub struct Model");
    let other = entity(
        "other",
        &format!("{ID} #[sea_orm(belongs_to, from = \"id\", to = \"id\")] pub gone: BelongsTo<super::gone::Entity>,"),
        "",
    );
    let entities = read(&[("src/thing.rs", &source), ("src/gone.rs", &gone), ("src/other.rs", &other)]);
    let (thing, old) = (ObjectName::bare("thing"), ObjectName::bare("old"));
    assert_eq!(
        entities.renames,
        [
            Rename::Table { from: old, to: thing.clone() },
            Rename::Column { table: thing.clone(), from: "y".to_owned(), to: "x".to_owned() }
        ]
    );
    assert_eq!(entities.ignored, [(thing.clone(), "z".to_owned())].into());
    assert_eq!(entities.schema.table(&thing).and_then(|table| table.comment.as_deref()), Some("c"));
    assert!(entities.schema.table(&ObjectName::bare("gone")).is_none());
    let asides: Vec<_> = entities.list.iter().map(|entity| (entity.table.name.as_str(), entity.aside)).collect();
    assert_eq!(asides, [("gone", Some(Aside::Ignored)), ("other", None), ("thing", None)]);
    assert_eq!(entities.warnings.len(), 1);
    assert!(entities.warnings[0].message.contains("which is ignored, so no foreign key is made"));
    assert!(table(&entities, "other").foreign_keys.is_empty());
}

#[test]
fn relations_have_names_and_may_be_deferred_in_every_format() {
    let owner = entity("owner", ID, "");
    let dense = format!(
        "{ID} pub owner_id: i32, #[sea_orm(belongs_to, from = \"owner_id\", to = \"id\")] #[limbeck(name = \"fk\", initially_deferred)] pub owner: BelongsTo<super::owner::Entity>,"
    );
    let compact = "#[derive(EnumIter, DeriveRelation)] pub enum Relation { #[sea_orm(belongs_to = \"super::owner::Entity\", from = \"Column::OwnerId\", to = \"super::owner::Column::Id\")] #[limbeck(name = \"fk\", initially_deferred)] Owner }";
    let written = "#[derive(EnumIter)] pub enum Relation { #[limbeck(name = \"fk\", initially_deferred)] Owner, #[limbeck(ignore)] Other }
        impl RelationTrait for Relation { fn def(&self) -> RelationDef { match self {
            Self::Owner => Entity::belongs_to(super::owner::Entity).from(Column::OwnerId).to(super::owner::Column::Id).into(),
            Self::Other => Entity::belongs_to(super::owner::Entity).from(Column::Id).to(super::owner::Column::Id).into() } } }";
    let plain = format!("{ID} pub owner_id: i32,");
    for (name, source) in [
        ("dense", entity("thing", &dense, "")),
        ("compact", entity("thing", &plain, compact)),
        ("written", entity("thing", &plain, written)),
    ] {
        let entities = read(&[("src/owner.rs", &owner), ("src/thing.rs", &source)]);
        let keys: Vec<_> = table(&entities, "thing")
            .foreign_keys
            .iter()
            .map(|key| format!("{} {:?}", key_line(key), key.deferrable))
            .collect();
        assert_eq!(keys, ["fk: owner_id -> owner (id) Some(InitiallyDeferred)"], "{name}");
    }
}

#[test]
fn an_enumerated_type_may_be_in_a_schema() {
    let rest = "#[derive(DeriveActiveEnum, Limbeck)] #[sea_orm(rs_type = \"String\", db_type = \"Enum\", enum_name = \"mood\")] #[limbeck(schema = \"audit\")]
        pub enum Mood { #[sea_orm(string_value = \"a\")] A }";
    let entities = read_fields(&format!("{ID} pub x: Mood,"), rest);
    assert!(entities.schema.enums.contains_key(&ObjectName::qualified("audit", "mood")));
}

#[test]
fn a_label_may_have_been_called_otherwise() {
    let with = |db_type: &str, hint: &str| {
        format!(
            "#[derive(DeriveActiveEnum, Limbeck)] #[sea_orm(rs_type = \"String\", db_type = \"{db_type}\", enum_name = \"mood\")]
            pub enum Mood {{ #[sea_orm(string_value = \"calm\")] {hint} A, #[sea_orm(string_value = \"wild\")] B }}"
        )
    };
    let field = format!("{ID} pub x: Mood, pub y: Option<Vec<Mood>>,");
    let rename = Rename::Label { enumeration: "mood".into(), from: "quiet".to_owned(), to: "calm".to_owned() };
    for hint in ["#[limbeck(renamed_from = \"quiet\")]", "#[cfg_attr(any(), limbeck(renamed_from = \"quiet\"))]"] {
        let entities = read_fields(&field, &with("Enum", hint));
        assert_eq!(entities.renames, std::slice::from_ref(&rename), "{hint}");
        assert_eq!(entities.warnings, [], "{hint}");
        let entities = read_fields(&format!("{ID} pub x: Mood,"), &with("String(StringLen::None)", hint));
        assert_eq!(entities.renames, [], "{hint}");
        assert_eq!(entities.warnings.len(), 1, "{hint}");
        assert!(entities.warnings[0].message.contains("its values are data"), "{}", entities.warnings[0].message);
    }
    let files = [("src/thing.rs", entity("thing", &field, &with("Enum", "#[limbeck(renamed_form = \"quiet\")]")))];
    let problems = attempt(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
    let shown = problems.map(|entities| entities.opaque.into_values().map(|opaque| opaque.reason).collect::<String>());
    let shown = shown.unwrap_or_else(|problems| problems.iter().map(|problem| problem.message.clone()).collect());
    assert!(shown.contains("unknown key `renamed_form`"), "{shown}");
}

#[test]
fn hand_written_entities_have_hints_too() {
    let source = "use sea_orm::entity::prelude::*;
        #[derive(Copy, Clone, Default, Debug, DeriveEntity, Limbeck)] #[sea_orm(table_name = \"cake\")] #[limbeck(check = \"id > 0\", renamed_from = \"pie\")] pub struct Entity;
        #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn, Limbeck)] pub enum Column { Id, #[limbeck(index(name = \"ix\"), comment = \"c\")] Name }
        #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)] pub enum PrimaryKey { Id }
        impl ColumnTrait for Column { type EntityName = Entity; fn def(&self) -> ColumnDef { ColumnType::Integer.def() } }";
    let entities = read(&[("src/cake.rs", source)]);
    assert_eq!(lines(&entities, "cake"), ["id Integer auto", "name Integer comment c"]);
    assert_eq!(parts(table(&entities, "cake")), ["ix (name)", "check ck-cake id > 0"]);
    assert_eq!(entities.renames.len(), 1);
}

#[test]
fn a_compact_model_beside_a_hand_written_entity_has_the_hints_of_both() {
    let source = "use sea_orm::entity::prelude::*;
        #[derive(Copy, Clone, Default, Debug, DeriveEntity, Limbeck)] #[limbeck(check(name = \"one\", expr = \"id > 0\"))] pub struct Entity;
        impl EntityName for Entity { fn table_name(&self) -> &'static str { \"cake\" } }
        #[derive(DeriveEntityModel, Limbeck)] #[limbeck(check(name = \"two\", expr = \"id > 1\"))] pub struct Model { #[sea_orm(primary_key)] pub id: i32 }";
    assert_eq!(parts(table(&read(&[("src/cake.rs", source)]), "cake")), ["check two id > 1", "check one id > 0"]);
}

#[test]
fn mistakes_are_told_at_their_tokens() {
    let fields = "pub a: i32, #[limbeck(colation = \"C\")] pub b: i32, #[limbeck(column_type = \"much\")] pub c: i32,";
    let problems =
        attempt(&[("src/thing.rs", &hinted("index(columns(\"aa\")), indx, unique(columns(\"zzzzz\"))", fields))])
            .expect_err("mistakes");
    let found: Vec<_> = shown(&problems);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(problems.iter().all(|problem| problem.severity == Severity::Error && problem.help.is_some()));
    let source = hinted("index(columns(\"aa\")), unique(columns(\"zzzzz\"))", "pub a: i32,");
    let problems = attempt(&[("src/thing.rs", &source)]).expect_err("no such columns");
    let found: Vec<_> = problems
        .iter()
        .map(|problem| {
            (problem.line, problem.column, problem.length, problem.message.as_str(), problem.help.as_deref())
        })
        .collect();
    assert_eq!(
        found,
        [
            (4, 25, 4, "the entity of `thing` has no column `aa`", Some("did you mean `a`?")),
            (
                4,
                48,
                7,
                "the entity of `thing` has no column `zzzzz`",
                Some("name a column, or write an expression in parentheses: `\"(lower(email))\"`")
            ),
        ]
    );
}
