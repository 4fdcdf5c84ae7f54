//! Active enums.

use limbeck_schema::{ColumnType, ObjectName};

use crate::{attempt, entity, messages, read, read_fields, x};

#[test]
fn active_enums_have_the_type_they_state() {
    for (attributes, variants, expected) in [
        (
            "rs_type = \"String\", db_type = \"String(StringLen::N(1))\"",
            "#[sea_orm(string_value = \"L\")] Large = b'L'",
            "String(N(1))",
        ),
        ("rs_type = \"String\", db_type = \"string(None)\"", "#[sea_orm(string_value = \"a\")] A", "String(None)"),
        ("rs_type = \"String\", db_type = \"String(Some(1))\"", "#[sea_orm(string_value = \"a\")] A", "String(N(1))"),
        ("rs_type = \"String\", db_type = \"Text\", rename_all = \"camelCase\"", "A", "Text"),
        ("rs_type = \"i16\", db_type = \"SmallInteger\"", "A = -1, B = 1", "SmallInteger"),
        ("rs_type = \"u8\", db_type = \"TinyUnsigned\"", "#[sea_orm(num_value = 3)] A", "TinyUnsigned"),
    ] {
        let source =
            format!("#[derive(EnumIter, DeriveActiveEnum)] #[sea_orm({attributes})] pub enum Kind {{ {variants} }}");
        assert_eq!(x("pub x: Kind,", &source), format!("x {expected}"), "{attributes}");
    }
}

#[test]
fn native_enums_have_their_name_and_labels_in_the_order_of_the_variants() {
    for (attributes, name, variants, type_name, labels) in [
        (
            "rs_type = \"String\", db_type = \"Enum\", enum_name = \"tea\"",
            "Tea",
            "#[sea_orm(string_value = \"it's\")] Zulu, #[sea_orm(string_value = \"3D\", display_value = \"x\")] _3D",
            "tea",
            vec!["it's", "3D"],
        ),
        ("db_type = \"Enum\"", "MyColor", "#[sea_orm(string_value = \"r\")] Red", "MyColor", vec!["r"]),
        (
            "rs_type = \"Enum\", db_type = \"Enum\", enum_name = \"type\", rename_all = \"snake_case\"",
            "Type",
            "InProgress, #[sea_orm(rename = \"SCREAMING_SNAKE_CASE\")] AllDone, #[sea_orm(string_value = \"x\")] Other",
            "type",
            vec!["in_progress", "ALL_DONE", "x"],
        ),
        (
            "db_type = \"Enum\", rename_all = \"lowercase\"",
            "State",
            "On, #[cfg(test)] Odd, #[cfg(not(test))] Off",
            "State",
            vec!["on", "off"],
        ),
    ] {
        let source = format!(
            "#[derive(EnumIter, DeriveActiveEnum)]\n#[sea_orm({attributes})]\npub enum {name} {{ {variants} }}"
        );
        for (of, array) in
            [(name.to_owned(), false), (format!("Option<{name}>"), false), (format!("Vec<{name}>"), true)]
        {
            let entities = read_fields(&format!("#[sea_orm(primary_key)] pub id: i32, pub x: {of},"), &source);
            let column = &crate::table(&entities, "thing").columns[1];
            assert_eq!(matches!(column.column_type, ColumnType::Array(_)), array, "{of}");
            let enumeration = column.column_type.enumeration().expect("an enum");
            assert_eq!(
                (enumeration.name.to_string().as_str(), &enumeration.labels),
                (type_name, &labels.iter().map(ToString::to_string).collect()),
                "{of}"
            );
            let key = ObjectName::bare(type_name);
            assert_eq!(entities.schema.enums.get(&key), Some(enumeration));
            assert_eq!(entities.origins.enumeration(&key).map(|span| (span.line, span.column)), Some((9, 10)));
        }
    }
}

#[test]
fn an_enum_that_is_wrong_is_told_where_a_column_has_it() {
    for (attributes, variants, expected) in [
        ("db_type = \"Enum\"", "A", "`Kind::A` has no `string_value`"),
        ("rs_type = \"String\"", "A", "the enum `Kind` has no `db_type`"),
        ("rs_type = \"String\", db_type = \"Strin\"", "A", "the column type `Strin` is not understood"),
    ] {
        let source = format!("#[derive(DeriveActiveEnum)] #[sea_orm({attributes})] pub enum Kind {{ {variants} }}");
        let found = messages("#[sea_orm(primary_key)] pub id: i32, pub x: Kind,", &source);
        let message = found.concat();
        assert!(message.contains(expected) && message.contains("(src/thing.rs:7:"), "{message}");
        assert_eq!(
            messages("#[sea_orm(primary_key)] pub id: i32,", &source),
            Vec::<String>::new(),
            "unused: {attributes}"
        );
    }
}

#[test]
fn two_enums_of_one_name_have_to_be_alike() {
    let tea = |labels: &str| {
        format!(
            "use sea_orm::entity::prelude::*;\n#[derive(DeriveActiveEnum)] #[sea_orm(db_type = \"Enum\", enum_name = \"tea\", rename_all = \"lowercase\")] pub enum Tea {{ {labels} }}"
        )
    };
    let one = entity("a", "#[sea_orm(primary_key)] pub id: i32, pub x: super::one::Tea,", "");
    let two = entity("b", "#[sea_orm(primary_key)] pub id: i32, pub x: super::two::Tea,", "");
    let files = |second: &str| {
        [
            ("src/a.rs", one.clone()),
            ("src/b.rs", two.clone()),
            ("src/one.rs", tea("Black, Green")),
            ("src/two.rs", second.to_owned()),
        ]
    };
    let same = files(&tea("Black, Green"));
    assert_eq!(read(&same.each_ref().map(|(path, text)| (*path, text.as_str()))).schema.enums.len(), 1);
    let other = files(&tea("Green, Black"));
    let problems = attempt(&other.each_ref().map(|(path, text)| (*path, text.as_str()))).expect_err("two enums");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message, "the enum `tea` has other labels at src/one.rs:2:112");
    assert_eq!(problems[0].file.to_string_lossy(), "src/two.rs");
}
