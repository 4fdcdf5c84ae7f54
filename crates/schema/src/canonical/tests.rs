use super::*;
use crate::{
    AutoIncrement, Column, ColumnType, Deferrable, Dialect, Expression, ForeignKey, Generated, Index, IndexPart,
    NullsOrder, ReferentialAction, StringLength, Unique,
};

const SQLITE: &[Dialect] = &[Dialect::Sqlite];
const POSTGRES: &[Dialect] = &[Dialect::Postgres];
const MYSQL_LIKE: &[Dialect] = &[Dialect::MySql, Dialect::MariaDb];
const NONE: &[Dialect] = &[];

/// Holds that `one` and `other` are equal on these dialects and on no other.
fn hold<T: PartialEq + std::fmt::Debug>(what: &str, equal: &[Dialect], form: impl Fn(Dialect) -> (T, T)) {
    for dialect in Dialect::ALL {
        let (one, other) = form(dialect);
        assert_eq!(one == other, equal.contains(&dialect), "{what} on {dialect}: {one:?}, {other:?}");
    }
}

#[test]
fn types_collapse_where_the_dialect_has_one_for_both() {
    use ColumnType as T;
    let all = &Dialect::ALL[..];
    let not_sqlite = &Dialect::ALL[1..];
    for (one, other, equal) in [
        (T::Integer, T::BigInteger, SQLITE),
        (T::SmallInteger, T::Integer, SQLITE),
        (T::TinyInteger, T::SmallInteger, &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::Unsigned, T::BigInteger, &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::Boolean, T::TinyInteger, MYSQL_LIKE),
        (T::string_len(64), T::string_len(128), NONE),
        (T::string_len(255), T::string(), MYSQL_LIKE),
        (T::string(), T::String(StringLength::Max), &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::string(), T::Text, SQLITE),
        (T::string(), T::TimestampWithTimeZone, NONE),
        (T::DateTime, T::Timestamp, &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::Timestamp, T::TimestampWithTimeZone, &[Dialect::Sqlite, Dialect::MySql, Dialect::MariaDb][..]),
        (T::Json, T::JsonBinary, &[Dialect::Sqlite, Dialect::MySql, Dialect::MariaDb][..]),
        (T::Blob, T::VarBinary(StringLength::None), &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::Uuid, T::Binary(16), MYSQL_LIKE),
        (T::Decimal(None), T::decimal_len(10, 0), MYSQL_LIKE),
        (T::custom("numeric(3)"), T::decimal_len(3, 0), not_sqlite),
        (T::Char(None), T::Char(Some(1)), not_sqlite),
        (T::custom("INTEGER"), T::Integer, all),
        (T::custom("timestamptz"), T::TimestampWithTimeZone, &[Dialect::Sqlite, Dialect::Postgres][..]),
        (T::Integer, T::Text, NONE),
    ] {
        hold(&format!("{one:?}, {other:?}"), equal, |dialect| {
            (canonical_column_type(&one, dialect), canonical_column_type(&other, dialect))
        });
    }
}

#[test]
fn letters_that_the_catalog_loses_are_equal_where_it_does() {
    use crate::Enumeration;
    type Make = fn(&str) -> Column;
    let catalogs: [(&str, Make); 3] = [
        ("default", |text| Column { default: Some(text.into()), ..Column::new("c", ColumnType::Text) }),
        ("comment", |text| Column { comment: Some(text.into()), ..Column::new("c", ColumnType::Text) }),
        ("label", |text| Column::new("c", ColumnType::Enum(Enumeration::new("e", [text])))),
    ];
    for (what, column) in catalogs {
        for (written, equal) in [("kůň 🐎", true), ("kun ?", false)] {
            for dialect in MYSQL_LIKE {
                let form = |text| canonical_column(&column(text), false, *dialect);
                assert_eq!(form(written) == form("kůň ?"), equal, "{what} {written} on {dialect}");
            }
        }
    }
    let horse = |text: &str| canonical_expression(&text.into(), Dialect::Postgres);
    assert_ne!(horse("🐎"), horse("?"));
}

#[test]
fn facets_compare_where_the_dialect_has_them() {
    type Change = fn(&mut Column);
    let all = &Dialect::ALL[..];
    let rows: [(&str, Change, &[Dialect]); 13] = [
        ("nothing", |_| {}, all),
        ("keep", |column| column.keep = true, all),
        ("extra", |column| column.extra = Some("x".into()), all),
        ("nullable", |column| column.nullable = true, NONE),
        ("default", |column| column.default = Some(Expression::Integer(1)), NONE),
        ("default of NULL", |column| column.default = Some(Expression::Null), all),
        ("comment", |column| column.comment = Some("c".into()), SQLITE),
        ("empty comment", |column| column.comment = Some(String::new()), all),
        ("collation", |column| column.collation = Some("nocase".into()), NONE),
        ("SQLite's own collation", |column| column.collation = Some("BINARY".into()), SQLITE),
        (
            "on_update",
            |column| column.on_update = Some(Expression::CurrentTimestamp),
            &[Dialect::Sqlite, Dialect::Postgres],
        ),
        ("numbered", |column| column.auto_increment = Some(AutoIncrement::ByDefault), SQLITE),
        ("computed", |column| column.generated = Some(Generated { expression: "1".into(), stored: true }), NONE),
    ];
    for (what, change, equal) in rows {
        let plain = Column::new("c", ColumnType::Integer);
        let mut changed = plain.clone();
        change(&mut changed);
        hold(what, equal, |dialect| {
            (canonical_column(&plain, false, dialect), canonical_column(&changed, false, dialect))
        });
    }
}

#[test]
fn spellings_of_a_column_are_equal() {
    type Make = fn(&mut Column);
    let all = &Dialect::ALL[..];
    let rows: [(&str, Make, Make, &[Dialect]); 7] = [
        ("quoted number", |c| c.default = Some(5.into()), |c| c.default = Some("5".into()), all),
        ("boolean as number", |c| c.default = Some(true.into()), |c| c.default = Some(1.into()), all),
        (
            "padded number",
            |c| c.default = Some(Expression::Number("1.5".into())),
            |c| c.default = Some(Expression::Number("1.50".into())),
            all,
        ),
        (
            "a cast",
            |c| c.default = Some(Expression::Sql("f('x')".into())),
            |c| c.default = Some(Expression::Sql("f('x'::text)".into())),
            POSTGRES,
        ),
        (
            "now()",
            |c| c.default = Some(Expression::CurrentTimestamp),
            |c| c.default = Some(Expression::Sql("now()".into())),
            all,
        ),
        (
            "ways to number",
            |c| c.auto_increment = Some(AutoIncrement::Always),
            |c| c.auto_increment = Some(AutoIncrement::Serial("s".into())),
            all,
        ),
        (
            "parentheses",
            |c| c.generated = Some(Generated { expression: "(a  * 2)".into(), stored: true }),
            |c| c.generated = Some(Generated { expression: "A * 2".into(), stored: true }),
            all,
        ),
    ];
    for (what, one, other, equal) in rows {
        let make = |change: Make| {
            let mut column = Column::new("c", ColumnType::Integer);
            change(&mut column);
            column
        };
        let (one, other) = (make(one), make(other));
        hold(what, equal, |dialect| (canonical_column(&one, false, dialect), canonical_column(&other, false, dialect)));
    }
}

#[test]
fn what_can_not_be_null_is_not_asked() {
    let plain = Column::new("c", ColumnType::Integer);
    let nullable = Column { nullable: true, ..plain.clone() };
    hold("a member of the key", &Dialect::ALL, |dialect| {
        (canonical_column(&plain, true, dialect), canonical_column(&nullable, true, dialect))
    });
    let generated = |nullable| {
        let generated = Some(Generated { expression: "1".into(), stored: true });
        Column { nullable, generated, ..plain.clone() }
    };
    hold("a computed column", &[Dialect::MariaDb], |dialect| {
        (canonical_column(&generated(true), false, dialect), canonical_column(&generated(false), false, dialect))
    });
}

#[test]
fn foreign_keys_compare_by_what_they_do() {
    type Change = fn(ForeignKey) -> ForeignKey;
    let all = &Dialect::ALL[..];
    let rows: [(&str, Change, &[Dialect]); 8] = [
        ("name", |key| key.named("k"), all),
        ("SET DEFAULT", |key| key.on_delete(ReferentialAction::SetDefault), &[Dialect::MariaDb]),
        ("NO ACTION", |key| key.on_delete(ReferentialAction::NoAction), all),
        ("RESTRICT", |key| key.on_update(ReferentialAction::Restrict), MYSQL_LIKE),
        ("CASCADE", |key| key.on_delete(ReferentialAction::Cascade), NONE),
        ("deferrable", |key| key.deferrable(Deferrable::InitiallyDeferred), MYSQL_LIKE),
        (
            "columns",
            |mut key| {
                key.columns = vec!["b".into()];
                key
            },
            NONE,
        ),
        (
            "target",
            |mut key| {
                key.target = "other".into();
                key
            },
            NONE,
        ),
    ];
    for (what, change, equal) in rows {
        let key = ForeignKey::new(["a"], "t", ["id"]);
        let changed = change(key.clone());
        hold(what, equal, |dialect| (canonical_foreign_key(&key, dialect), canonical_foreign_key(&changed, dialect)));
    }
}

#[test]
fn indexes_compare_by_their_shape() {
    type Change = fn(&mut Index);
    let all = &Dialect::ALL[..];
    let not_postgres = &[Dialect::Sqlite, Dialect::MySql, Dialect::MariaDb][..];
    let rows: [(&str, Change, &[Dialect]); 14] = [
        ("name", |index| index.name = "j".into(), all),
        ("unique", |index| index.unique = true, NONE),
        ("btree", |index| index.method = Some("BTREE".into()), all),
        ("hash", |index| index.method = Some("hash".into()), not_postgres),
        ("fulltext", |index| index.method = Some("fulltext".into()), SQLITE),
        ("filter", |index| index.filter = Some("a > 0".into()), NONE),
        ("include", |index| index.include = vec!["b".into()], not_postgres),
        ("nulls not distinct", |index| index.nulls_not_distinct = true, not_postgres),
        ("descending", |index| index.parts = vec![IndexPart::column("a").descending()], NONE),
        ("usual nulls", |index| index.parts = vec![IndexPart::column("a").nulls(NullsOrder::Last)], all),
        ("nulls", |index| index.parts = vec![IndexPart::column("a").nulls(NullsOrder::First)], not_postgres),
        ("operator class", |index| index.parts = vec![IndexPart::column("a").operator_class("x")], not_postgres),
        ("prefix", |index| index.parts = vec![IndexPart::column("a").prefix(3)], &[Dialect::Sqlite, Dialect::Postgres]),
        ("collation", |index| index.parts = vec![IndexPart::column("a").collation("C")], MYSQL_LIKE),
    ];
    for (what, change, equal) in rows {
        let index = Index::new("i", ["a"]);
        let mut changed = index.clone();
        change(&mut changed);
        hold(what, equal, |dialect| (canonical_index(&index, dialect), canonical_index(&changed, dialect)));
    }
}

#[test]
fn a_plain_unique_index_is_a_unique_constraint() {
    let unique = Unique::new(["b", "a"]).named("u");
    let index = |change: fn(&mut Index)| {
        let mut index = Index::new("i", ["a", "b"]);
        index.unique = true;
        change(&mut index);
        index
    };
    let all = &Dialect::ALL[..];
    type Change = fn(&mut Index);
    let rows: [(&str, Change, &[Dialect]); 4] = [
        ("plain", |_| {}, all),
        ("not unique", |index| index.unique = false, NONE),
        ("partial", |index| index.filter = Some("a > 0".into()), NONE),
        (
            "nulls not distinct",
            |index| index.nulls_not_distinct = true,
            &[Dialect::Sqlite, Dialect::MySql, Dialect::MariaDb],
        ),
    ];
    for (what, change, equal) in rows {
        let index = index(change);
        hold(what, equal, |dialect| {
            (Some(canonical_unique(&unique, dialect)), canonical_unique_index(&index, dialect))
        });
    }
}

#[test]
fn bytes_are_what_they_are_however_they_are_written() {
    let form = |column_type: &ColumnType, default: Expression| {
        let column = Column { default: Some(default), ..Column::new("c", column_type.clone()) };
        canonical_default(&column, Dialect::MariaDb)
    };
    let sql = |sql: &str| Expression::Sql(sql.to_owned());
    let text = |text: &str| Expression::Text(text.to_owned());
    for (column_type, one, other, same) in [
        (ColumnType::Binary(3), sql("X'00'"), text("\0\0\0"), true),
        (ColumnType::Binary(3), sql("X'41'"), text("A"), true),
        (ColumnType::Binary(3), sql("X'41'"), text("B"), false),
        (ColumnType::var_binary(9), sql("x'4142'"), sql("0x4142"), true),
        (ColumnType::var_binary(9), sql("0x1"), sql("X'01'"), true),
        (ColumnType::var_binary(9), sql("X'ff41'"), text("?A"), true),
        (ColumnType::var_binary(9), sql("X'c3a9'"), text("é"), true),
        (ColumnType::var_binary(9), sql("X'41'"), sql("X'4100'"), false),
        (ColumnType::Uuid, sql("X'00000000000000000000000000000001'"), sql("0x01"), false),
        (ColumnType::Blob, sql("X'zz'"), sql("X'ZZ'"), false),
        (ColumnType::Text, sql("X'41'"), text("A"), false),
    ] {
        assert_eq!(form(&column_type, one.clone()) == form(&column_type, other.clone()), same, "{one:?} {other:?}");
    }
}

#[test]
fn bytes_that_both_sides_say_are_told_apart() {
    let column = |default: Expression| Column { default: Some(default), ..Column::new("c", ColumnType::Binary(2)) };
    let sql = |sql: &str| column(Expression::Sql(sql.to_owned()));
    let text = |text: &str| column(Expression::Text(text.to_owned()));
    for (one, other, same) in [
        (sql("X'80'"), sql("X'81'"), false),
        (sql("X'80'"), sql("0x8000"), true),
        (sql("X'80'"), text("?\0"), true),
        (sql("X'41'"), text("A"), true),
        (text("a"), text("b?"), true),
        (text("a"), text("b"), false),
    ] {
        assert_eq!(has_same_bytes(&one, &other, Dialect::MariaDb), same, "{one:?} {other:?}");
        assert!(has_same_bytes(&one, &other, Dialect::Postgres), "{one:?} {other:?}");
    }
}

#[test]
fn a_length_that_no_server_takes_costs_nothing() {
    let default = Some(Expression::Text("a".into()));
    let column = Column { default, ..Column::new("c", ColumnType::Binary(u32::MAX)) };
    assert_eq!(canonical_default(&column, Dialect::MariaDb).map(|form| form.len()), Some(257));
}

#[test]
fn the_labels_of_a_custom_type_are_those_of_the_catalog() {
    for (name, one, other) in [
        ("spaces", "ENUM ('a', 'b')", "enum('a','b')"),
        ("upper case", "Enum('a','B')", "enum('a','B')"),
        ("a quote", "enum ( 'it''s' )", "enum('it''s')"),
        ("a set", "SET ('a', 'b')", "set('a','b')"),
    ] {
        let form = |sql: &str| canonical_column_type(&ColumnType::custom(sql), Dialect::MariaDb);
        assert_eq!(form(one), form(other), "{name}");
    }
    let form = |sql: &str| canonical_column_type(&ColumnType::custom(sql), Dialect::MariaDb);
    assert_ne!(form("enum('a')"), form("enum('A')"));
}
