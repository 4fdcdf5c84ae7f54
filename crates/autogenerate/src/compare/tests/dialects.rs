//! What differs on any declared dialect is one portable change.

use std::collections::BTreeMap;

use limbeck_schema::{ColumnType, Dialect, Enumeration, Expression, ReferentialAction, Schema, SqliteTypes, Table};

use super::fixture::{Case, column, foreign_key, index, schema, with_column, words};

const THREE: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

fn mood(labels: &[&str]) -> ColumnType {
    ColumnType::Enum(Enumeration::new("mood", labels.iter().copied()))
}

fn with_mood(table: &mut Table, labels: &[&str]) {
    table.columns.push(column("mood", mood(labels)));
}

/// The schema as SQLite gives it back: integers without a width, enumerations and comments gone.
fn read_from_sqlite(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    schema.enums.clear();
    for column in schema.tables.values_mut().flat_map(|table| &mut table.columns) {
        column.comment = None;
        if column.column_type.is_integer() {
            column.column_type = ColumnType::BigInteger;
        }
        if column.column_type.enumeration().is_some() {
            column.column_type = ColumnType::custom("enum_text");
        }
    }
    schema
}

#[test]
fn a_change_that_the_connected_dialect_does_not_see_is_seen() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change, Change, &[&str]); 6] = [
        (
            "a width",
            |_| (),
            |t| with_column(t, "weight", |c| c.column_type = ColumnType::BigInteger),
            &["alter_column animals.weight type"],
        ),
        (
            "a length",
            |_| (),
            |t| with_column(t, "name", |c| c.column_type = ColumnType::string_len(128)),
            &["alter_column animals.name type"],
        ),
        ("a label", |t| with_mood(t, &["a"]), |t| with_mood(t, &["a", "b"]), &["alter_enum mood"]),
        (
            "a comment",
            |_| (),
            |t| with_column(t, "name", |c| c.comment = Some("c".into())),
            &["alter_column animals.name comment"],
        ),
        ("a first enum", |_| (), |t| with_mood(t, &["a"]), &["create_enum mood", "add_column animals.mood"]),
        (
            "an action",
            |t| t.foreign_keys.push(foreign_key()),
            |t| {
                t.foreign_keys.push(foreign_key());
                t.foreign_keys[0].on_delete = Some(ReferentialAction::Restrict);
            },
            &["drop_foreign_key animals.fk-animals-owner_id", "add_foreign_key animals.fk-animals-owner_id"],
        ),
    ];
    for (what, before, after, expected) in rows {
        let recorded = schema(before);
        let mut case = Case::of(&schema(after), &recorded, &THREE);
        case.actual = Some((Dialect::Sqlite, read_from_sqlite(&recorded)));
        let comparison = case.compare();
        assert_eq!(words(&comparison.upgrade()), expected, "{what}");
        assert!(comparison.drifted.is_empty() && comparison.unmanaged.is_empty(), "{what}: {comparison:?}");
        let same = Case { wanted: recorded.clone(), ..case }.compare();
        assert_eq!(words(&same.upgrade()), Vec::<String>::new(), "{what}, nothing");
        assert!(same.drifted.is_empty() && same.unmanaged.is_empty(), "{what}: {same:?}");
    }
}

#[test]
fn sqlite_alone_does_not_see_what_it_does_not_keep() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change, Change); 3] = [
        ("a width", |_| (), |t| with_column(t, "weight", |c| c.column_type = ColumnType::BigInteger)),
        ("a label", |t| with_mood(t, &["a"]), |t| with_mood(t, &["a", "b"])),
        ("a comment", |_| (), |t| with_column(t, "name", |c| c.comment = Some("c".into()))),
    ];
    for (what, before, after) in rows {
        let comparison = Case::of(&schema(after), &schema(before), &[Dialect::Sqlite]).compare();
        assert_eq!(words(&comparison.upgrade()), Vec::<String>::new(), "{what}");
    }
}

#[test]
fn a_revision_for_one_dialect_is_dropped_on_that_one() {
    let plain = schema(|_| ());
    let indexed = schema(|table| table.indexes.push(index(&["name"])));
    let recorded = BTreeMap::from([
        (Dialect::Sqlite, plain.clone()),
        (Dialect::Postgres, indexed.clone()),
        (Dialect::MariaDb, plain.clone()),
    ]);
    let case = |wanted: &Schema| Case { wanted: wanted.clone(), recorded: recorded.clone(), ..Case::default() };
    assert_eq!(words(&case(&plain).compare().upgrade()), ["drop_index animals.idx-animals-name only postgres"]);
    assert_eq!(
        words(&case(&indexed).compare().upgrade()),
        ["create_index animals.idx-animals-name only sqlite,mariadb"]
    );
}

#[test]
fn facets_that_some_dialects_have_already_are_divided() {
    let next = schema(|table| {
        with_column(table, "weight", |column| {
            column.column_type = ColumnType::BigInteger;
            column.default = Some(Expression::Integer(1));
        });
    });
    let half = schema(|table| with_column(table, "weight", |column| column.default = Some(Expression::Integer(1))));
    let recorded = BTreeMap::from([(Dialect::Postgres, half), (Dialect::MariaDb, schema(|_| ()))]);
    let comparison = Case { wanted: next, recorded, ..Case::default() }.compare();
    assert_eq!(
        words(&comparison.upgrade()),
        ["alter_column animals.weight type", "alter_column animals.weight default only mariadb",]
    );
}

#[test]
fn the_way_back_is_each_dialects_own() {
    let with = |name: &str| {
        let mut index = index(&["name"]);
        index.name = name.to_owned();
        schema(|table| table.indexes.push(index))
    };
    let recorded = BTreeMap::from([(Dialect::Postgres, with("one")), (Dialect::MariaDb, with("other"))]);
    let comparison = Case { wanted: schema(|_| ()), recorded, ..Case::default() }.compare();
    assert_eq!(
        words(&comparison.upgrade()),
        ["drop_index animals.one only postgres", "drop_index animals.other only mariadb",]
    );
    let length = |length| {
        schema(|table| with_column(table, "name", |column| column.column_type = ColumnType::string_len(length)))
    };
    let recorded = BTreeMap::from([(Dialect::Postgres, length(5)), (Dialect::MariaDb, length(6))]);
    let comparison = Case { wanted: length(7), recorded, ..Case::default() }.compare();
    assert_eq!(words(&comparison.upgrade()), ["alter_column animals.name type"]);
    let back = comparison.downgrade().map(|steps| words(&steps));
    assert_eq!(
        back,
        Ok(vec![
            "alter_column animals.name type only postgres".to_owned(),
            "alter_column animals.name type only mariadb".to_owned(),
        ])
    );
}

#[test]
fn a_database_of_another_dialect_is_not_compared() {
    let mut case = Case::of(&schema(|_| ()), &schema(|_| ()), &[Dialect::Postgres]);
    case.actual = Some((Dialect::Sqlite, Schema::default()));
    let comparison = case.compare();
    assert!(comparison.is_empty(), "{comparison:?}");
    assert_eq!(comparison.skipped.len(), 1);
    let nothing = Case { wanted: schema(|_| ()), ..Case::default() }.compare();
    assert!(nothing.is_empty() && nothing.dialect.is_none());
}

#[test]
fn an_enum_that_goes_takes_its_columns_along_where_they_look_the_same() {
    let with = |name: &str| {
        let size = ColumnType::Enum(Enumeration::new(name, ["a"]));
        schema(|table| table.columns.push(column("size", size)))
    };
    for dialect in Dialect::ALL {
        let comparison = Case::of(&with("next"), &with("previous"), &[dialect]).compare();
        assert_eq!(
            words(&comparison.upgrade()),
            ["create_enum next", "alter_column animals.size type", "drop_enum previous"],
            "{dialect}"
        );
    }
}

#[test]
fn types_of_sqlite_compare_by_what_they_mean_or_exactly() {
    let named = |column_type: ColumnType| schema(|table| with_column(table, "name", |it| it.column_type = column_type));
    let wanted = named(ColumnType::string_len(40));
    for (declared, types, found) in [
        ("VARCHAR(40)", SqliteTypes::Meaning, 0),
        ("VARCHAR(40)", SqliteTypes::Exact, 0),
        ("text", SqliteTypes::Meaning, 0),
        ("text", SqliteTypes::Exact, 1),
        ("blob", SqliteTypes::Meaning, 1),
        ("blob", SqliteTypes::Exact, 1),
    ] {
        let actual = named(ColumnType::custom(declared));
        let recorded = Case::three(&wanted, &wanted, &actual, Dialect::Sqlite);
        let drifted = Case { sqlite_types: types, ..recorded }.compare().drifted;
        assert_eq!(drifted.len(), found, "a drift, {declared}, {types:?}");
        let unrecorded = Case::three(&wanted, &Schema::default(), &actual, Dialect::Sqlite);
        let changes = Case { sqlite_types: types, ..unrecorded }.compare().upgrade();
        assert_eq!(changes.len(), found, "a change, {declared}, {types:?}: {:?}", words(&changes));
    }
}
