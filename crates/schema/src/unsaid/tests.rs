use super::*;
use crate::{
    AutoIncrement, ColumnType, Deferrable, Generated, IndexPart, NullsOrder, PrimaryKey, ReferentialAction,
    StringLength, Unique,
};

fn column(name: &str, column_type: ColumnType) -> Column {
    Column::new(name, column_type)
}

/// A table `t` with `id` as its key and the given column.
fn with(column: Column) -> Table {
    let mut table = Table::new("t", vec![self::column("id", ColumnType::Integer), column]);
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table
}

fn filled(wanted: &Table, base: &Table) -> Table {
    let mut filled = wanted.clone();
    fill_unsaid(&mut filled, base, Dialect::Postgres);
    filled
}

#[test]
fn facets_of_a_column_are_filled() {
    let bare = || column("c", ColumnType::Integer);
    type Change = fn(&mut Column);
    let rows: [(&str, Change); 6] = [
        ("default", |column| column.default = Some(Expression::Integer(1))),
        ("comment", |column| column.comment = Some("c".into())),
        ("collation", |column| column.collation = Some("C".into())),
        ("on_update", |column| column.on_update = Some(Expression::CurrentTimestamp)),
        ("generated", |column| column.generated = Some(Generated { expression: "1".into(), stored: true })),
        ("auto_increment", |column| column.auto_increment = Some(AutoIncrement::Always)),
    ];
    for (what, change) in rows {
        let mut known = bare();
        change(&mut known);
        assert_eq!(filled(&with(bare()), &with(known.clone())), with(known), "{what}");
    }
}

#[test]
fn nullable_is_always_said() {
    let mut known = column("c", ColumnType::Integer);
    known.nullable = true;
    let wanted = with(column("c", ColumnType::Integer));
    assert_eq!(filled(&wanted, &with(known)), wanted);
}

#[test]
fn what_is_said_stays() {
    let mut wanted = column("c", ColumnType::string_len(3));
    wanted.default = Some(Expression::Text("a".into()));
    wanted.comment = Some("a".into());
    let mut known = column("c", ColumnType::string_len(9));
    known.default = Some(Expression::Text("b".into()));
    known.comment = Some("b".into());
    assert_eq!(filled(&with(wanted.clone()), &with(known)), with(wanted));
}

#[test]
fn absence_can_be_said() {
    let mut wanted = column("c", ColumnType::Text);
    wanted.default = Some(Expression::Null);
    wanted.on_update = Some(Expression::Null);
    wanted.comment = Some(String::new());
    wanted.collation = Some(String::new());
    let mut known = column("c", ColumnType::Text);
    known.default = Some(Expression::Text("b".into()));
    known.on_update = Some(Expression::CurrentTimestamp);
    known.comment = Some("b".into());
    known.collation = Some("C".into());
    let mut wanted = with(wanted);
    wanted.comment = Some(String::new());
    let mut known = with(known);
    known.comment = Some("t".into());
    assert_eq!(filled(&wanted, &known), with(column("c", ColumnType::Text)));
}

#[test]
fn open_types_are_filled() {
    use ColumnType as T;
    let custom = |sql: &str| T::Custom(sql.to_owned());
    let list = |member| T::Array(Box::new(member));
    for (wanted, known, fills) in [
        (T::string(), T::Text, true),
        (T::string(), T::string_len(9), true),
        (T::string(), custom("citext"), true),
        (T::string(), custom("mediumtext"), true),
        (T::string(), T::MacAddr, true),
        (T::string(), T::Integer, false),
        (T::string_len(5), T::string_len(9), false),
        (T::Text, T::string_len(9), false),
        (T::Char(None), T::Char(Some(3)), true),
        (T::VarBinary(StringLength::None), T::Blob, true),
        (T::Binary(255), T::Blob, true),
        (T::Binary(16), T::Blob, false),
        (T::Decimal(None), T::decimal_len(9, 2), true),
        (T::decimal_len(9, 3), T::decimal_len(9, 2), false),
        (T::DateTime, custom("datetime(6)"), true),
        (T::TimestampWithTimeZone, custom("timestamp(3) with time zone"), true),
        (T::DateTime, custom("timestamp(3) with time zone"), false),
        (T::Boolean, T::Bit(Some(1)), true),
        (T::Boolean, T::Bit(Some(2)), false),
        (T::VarBinary(StringLength::None), T::Bit(Some(8)), true),
        (T::VarBinary(StringLength::None), custom("bit varying"), true),
        (T::string(), custom("interval(3)"), true),
        (T::Interval(None, None), custom("interval year to month"), true),
        (T::Interval(Some("YEAR".into()), None), custom("interval year to month"), false),
        (T::Time, custom("time with time zone"), true),
        (T::Time, custom("time(3) with time zone"), true),
        (T::Time, custom("timestamp(3) with time zone"), false),
        (T::Double, custom("double(8,3)"), true),
        (T::Float, custom("double(8,3)"), false),
        (T::decimal_len(12, 4), custom("decimal(12,4) unsigned"), true),
        (T::decimal_len(12, 3), custom("decimal(12,4) unsigned"), false),
        (T::Unsigned, custom("int(8) unsigned zerofill"), true),
        (T::Integer, custom("int(8) unsigned zerofill"), false),
        (list(T::Json), list(T::JsonBinary), true),
        (T::Json, T::JsonBinary, false),
        (list(T::string()), list(T::Text), true),
        (list(T::string()), T::Text, false),
        (T::Integer, T::BigInteger, false),
    ] {
        let result = filled(&with(column("c", wanted.clone())), &with(column("c", known.clone())));
        let expected = if fills { &known } else { &wanted };
        assert_eq!(result.column("c").map(|column| &column.column_type), Some(expected), "{wanted:?} from {known:?}");
    }
}

#[test]
fn a_stated_text_is_json_only_where_mariadb_keeps_json() {
    for (dialect, fills) in [(Dialect::MariaDb, true), (Dialect::MySql, false)] {
        let mut filled = with(column("c", ColumnType::custom("LONGTEXT")));
        fill_unsaid(&mut filled, &with(column("c", ColumnType::Json)), dialect);
        let is_json = filled.column("c").is_some_and(|column| column.column_type == ColumnType::Json);
        assert_eq!(is_json, fills, "{dialect}");
    }
}

#[test]
fn a_key_with_a_sequence_of_its_own_choice_is_numbered() {
    let mut key = column("id", ColumnType::Integer);
    key.auto_increment = Some(AutoIncrement::ByDefault);
    let keyed = |key: Column| {
        let mut table = Table::new("t", vec![key]);
        table.primary_key = Some(PrimaryKey::new(["id"]));
        table
    };
    for (default, is_numbered) in [("nextval('numbers'::regclass)", true), ("numbers()", false)] {
        let mut known = column("id", ColumnType::Integer);
        known.default = Some(Expression::Sql(default.into()));
        let result = filled(&keyed(key.clone()), &keyed(known.clone()));
        assert_eq!(result == keyed(known), is_numbered, "{default}");
    }
}

#[test]
fn a_stated_default_is_no_numbering() {
    let mut known = with(column("c", ColumnType::Integer));
    known.columns[1].auto_increment = Some(AutoIncrement::ByDefault);
    let mut wanted = with(column("c", ColumnType::Integer));
    wanted.columns[1].default = Some(Expression::Integer(7));
    assert_eq!(filled(&wanted, &known), wanted);
}

/// A table of four columns.
fn of_four() -> Table {
    Table::new("t", ["a", "b", "c", "d"].map(|name| column(name, ColumnType::Integer)).to_vec())
}

fn group(key: &str, columns: &[&str]) -> Index {
    let name = crate::constraint_name(crate::ConstraintKind::Index, "t", [key]);
    Index { unique: true, ..Index::new(name, columns.iter().copied()) }
}

#[test]
fn a_group_that_lost_columns_means_its_namesake() {
    let unique = |name: &str, columns: &[&str]| Unique::new(columns.iter().copied()).named(name);
    let covering = Index { unique: true, include: vec!["b".to_owned()], ..Index::new("some-key", ["a"]) };
    let prefixed = Index { unique: true, ..Index::new("key", [IndexPart::column("a").prefix(5), "b".into()]) };
    type Elsewhere = fn(&mut Table);
    let is_single: Elsewhere = |table| table.uniques.push(Unique::new(["c"]));
    let is_grouped: Elsewhere = |table| table.indexes.push(group("other", &["c", "d"]));
    let is_nowhere: Elsewhere = |_| {};
    type Row = (&'static str, [&'static str; 2], Elsewhere, Result<Unique, Index>, bool);
    let rows: [Row; 8] = [
        ("unique alone", ["a", "b"], is_single, Ok(unique("key", &["a", "b", "c"])), true),
        ("in a later group", ["a", "b"], is_grouped, Ok(unique("some-key", &["a", "b", "c"])), true),
        ("in nothing else", ["a", "b"], is_nowhere, Ok(unique("key", &["a", "b", "c"])), false),
        ("another name", ["a", "b"], is_single, Ok(unique("another", &["a", "b", "c"])), false),
        ("the group's own", ["a", "b"], is_single, Ok(unique("idx-t-key", &["a", "b", "c"])), false),
        ("another column", ["a", "d"], is_single, Ok(unique("key", &["a", "b", "c"])), false),
        ("included", ["a", "b"], is_nowhere, Err(covering), true),
        ("a prefix", ["a", "b"], is_nowhere, Err(prefixed), true),
    ];
    for (what, kept, elsewhere, known, means) in rows {
        let mut wanted = of_four();
        wanted.indexes.push(group("key", &kept));
        elsewhere(&mut wanted);
        let mut base = of_four();
        match &known {
            Ok(unique) => base.uniques.push(unique.clone()),
            Err(index) => base.indexes.push(index.clone()),
        }
        let result = filled(&wanted, &base);
        let is_there = match &known {
            Ok(unique) => result.uniques.contains(unique),
            Err(index) => result.indexes.contains(index),
        };
        assert_eq!(is_there, means, "{what}");
        assert_eq!(result.indexes.contains(&group("key", &kept)), !means, "{what}");
    }
}

#[test]
fn a_group_is_the_constraint_of_its_columns() {
    let mut wanted = of_four();
    wanted.indexes.push(group("key", &["a", "b"]));
    let mut base = of_four();
    base.uniques.push(Unique { deferrable: Some(Deferrable::InitiallyDeferred), ..Unique::new(["b", "a"]) });
    assert_eq!(filled(&wanted, &base), base);
    let mut base = of_four();
    base.indexes.push(Index { nulls_not_distinct: true, ..group("other", &["b", "a"]) });
    assert!(filled(&wanted, &base).indexes[0].nulls_not_distinct);
}

#[test]
fn a_default_is_not_filled_across_families() {
    for (wanted, known, fills) in [
        (ColumnType::BigInteger, ColumnType::Integer, true),
        (ColumnType::Text, ColumnType::string_len(5), true),
        (ColumnType::custom("citext"), ColumnType::string_len(5), true),
        (ColumnType::Text, ColumnType::Integer, false),
        (ColumnType::Integer, ColumnType::Boolean, false),
    ] {
        let mut base = column("c", known.clone());
        base.default = Some(Expression::Integer(0));
        let result = filled(&with(column("c", wanted.clone())), &with(base));
        let default = result.column("c").is_some_and(|column| column.default.is_some());
        assert_eq!(default, fills, "{wanted:?} from {known:?}");
    }
}

#[test]
fn a_default_that_is_no_label_is_not_filled() {
    for (label, fills) in [("new", true), ("old", false)] {
        let mut base = column("c", ColumnType::string_len(5));
        base.default = Some("new".into());
        let wanted = column("c", ColumnType::Enum(crate::Enumeration::new("state", [label])));
        let result = filled(&with(wanted), &with(base));
        assert_eq!(result.column("c").is_some_and(|column| column.default.is_some()), fills, "{label}");
    }
}

#[test]
fn only_a_single_key_says_whether_it_is_numbered() {
    let numbered = |name: &str| {
        let mut numbered = column(name, ColumnType::Integer);
        numbered.auto_increment = Some(AutoIncrement::Serial("s".into()));
        numbered
    };
    let keyed = |columns: Vec<Column>, key: &[&str]| {
        let mut table = Table::new("t", columns);
        table.primary_key = Some(PrimaryKey::new(key.iter().copied()));
        table
    };
    let plain = |name: &str| column(name, ColumnType::Integer);
    for (what, wanted, base, expected) in [
        ("single key", keyed(vec![plain("a")], &["a"]), keyed(vec![numbered("a")], &["a"]), false),
        (
            "member of a key of two",
            keyed(vec![plain("a"), plain("b")], &["a", "b"]),
            keyed(vec![numbered("a"), plain("b")], &["a", "b"]),
            true,
        ),
        (
            "single key that gets a second member",
            keyed(vec![plain("a"), plain("b")], &["a", "b"]),
            keyed(vec![numbered("a"), plain("b")], &["a"]),
            false,
        ),
        (
            "no member",
            keyed(vec![plain("a"), plain("b")], &["b"]),
            keyed(vec![numbered("a"), plain("b")], &["b"]),
            true,
        ),
        (
            "no member any more",
            keyed(vec![plain("a"), plain("b")], &["b"]),
            keyed(vec![numbered("a"), plain("b")], &["a"]),
            false,
        ),
    ] {
        let result = filled(&wanted, &base);
        assert_eq!(result.column("a").is_some_and(|column| column.auto_increment.is_some()), expected, "{what}");
    }
}

#[test]
fn keys_and_indexes_are_filled() {
    let table = |change: fn(&mut Table)| {
        let mut table = with(column("c", ColumnType::Integer));
        table.foreign_keys.push(ForeignKey::new(["c"], "o", ["id"]));
        table.uniques.push(Unique::new(["c", "id"]));
        table.indexes.push(Index::new("i", ["c"]));
        change(&mut table);
        table
    };
    type Change = fn(&mut Table);
    let rows: [(&str, Change); 9] = [
        ("on_delete", |table| table.foreign_keys[0].on_delete = Some(ReferentialAction::Cascade)),
        ("on_update", |table| table.foreign_keys[0].on_update = Some(ReferentialAction::SetNull)),
        ("deferrable", |table| table.foreign_keys[0].deferrable = Some(Deferrable::InitiallyDeferred)),
        ("unique's deferrable", |table| table.uniques[0].deferrable = Some(Deferrable::InitiallyDeferred)),
        ("unique's nulls", |table| table.uniques[0].nulls_not_distinct = true),
        ("method", |table| table.indexes[0].method = Some("gin".into())),
        ("include", |table| table.indexes[0].include = vec!["id".into()]),
        ("operator class", |table| {
            table.indexes[0].parts = vec![IndexPart::column("c").operator_class("int4_ops").nulls(NullsOrder::First)];
        }),
        ("keep", |table| {
            table.keep = true;
            table.columns[1].keep = true;
            table.foreign_keys[0].keep = true;
            table.uniques[0].keep = true;
            table.indexes[0].keep = true;
        }),
    ];
    for (what, change) in rows {
        assert_eq!(filled(&table(|_| {}), &table(change)), table(change), "{what}");
    }
}

#[test]
fn the_shape_of_an_index_is_said() {
    let plain = || {
        let mut table = with(column("c", ColumnType::Integer));
        table.indexes.push(Index::new("i", ["c"]));
        table
    };
    type Change = fn(&mut Index);
    let rows: [(&str, Change); 4] = [
        ("filter", |index| index.filter = Some("c > 0".into())),
        ("unique", |index| index.unique = true),
        ("descending", |index| index.parts = vec![IndexPart::column("c").descending()]),
        ("parts", |index| index.parts.push("id".into())),
    ];
    for (what, change) in rows {
        let mut base = plain();
        change(&mut base.indexes[0]);
        base.indexes[0].method = Some("gin".into());
        assert_eq!(filled(&plain(), &base), plain(), "{what}");
    }
}

#[test]
fn an_index_that_is_there_fills_no_other() {
    let mut gin = Index::new("gin", ["c"]);
    gin.method = Some("gin".into());
    let mut wanted = with(column("c", ColumnType::Integer));
    wanted.indexes = vec![Index::new("plain", ["c"]), gin.clone()];
    let mut base = with(column("c", ColumnType::Integer));
    base.indexes = vec![gin];
    assert_eq!(filled(&wanted, &base), wanted);
}
