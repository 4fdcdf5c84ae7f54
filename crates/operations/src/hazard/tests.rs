use limbeck_schema::{Column, Generated, Schema, Table};

use super::{HazardCode as C, hazards};
use crate::{Op, prelude::*};

/// One table with columns of several types.
fn before() -> Schema {
    let mut schema = Schema::default();
    let kind = Enumeration::new("kind", ["cat", "dog"]);
    let mut net = Column::new("net", ColumnType::Integer);
    net.generated = Some(Generated { expression: "n * 2".into(), stored: true });
    let mut maybe = Column::new("maybe", ColumnType::Integer);
    maybe.nullable = true;
    schema.insert(Table::new(
        "t",
        vec![
            Column::new("n", ColumnType::Integer),
            Column::new("s", ColumnType::string_len(64)),
            Column::new("kind", ColumnType::Enum(kind)),
            Column::new("at", ColumnType::DateTime),
            Column::new("d", ColumnType::Decimal(None)),
            Column::new("list", ColumnType::Array(Box::new(ColumnType::BigInteger))),
            net,
            maybe,
        ],
    ));
    schema
}

fn codes(record: impl FnOnce(&mut Op)) -> Vec<C> {
    let mut op = Op::default();
    record(&mut op);
    let steps = op.into_steps();
    steps.iter().flat_map(|step| hazards(&step.operation, &before())).map(|hazard| hazard.code).collect()
}

#[test]
fn each_rule_tells_its_danger_and_nothing_else() {
    type Row = (&'static str, fn(&mut Op), &'static [C]);
    let rows: [Row; 24] = [
        ("drop_table", |op| _ = op.drop_table("t"), &[C::A01]),
        ("drop_column", |op| _ = op.drop_column("t", "n"), &[C::A02]),
        ("drop_column that is computed", |op| _ = op.drop_column("t", "net"), &[]),
        ("a column is computed from then on", |op| _ = op.alter_column("t", "n").set_generated_stored("1"), &[C::A02]),
        ("computed otherwise", |op| _ = op.alter_column("t", "net").set_generated_stored("1"), &[]),
        ("alter_enum", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["dog", "cow"]), &[C::A07]),
        ("alter_enum that adds", |op| _ = op.alter_enum("kind", ["cat", "dog"], ["cat", "cow", "dog"]), &[]),
        (
            "a type with fewer labels",
            |op| _ = op.alter_column("t", "kind").set_type(ColumnType::Enum(Enumeration::new("kind", ["cat"]))),
            &[C::A07],
        ),
        ("rename_column", |op| _ = op.rename_column("t", "n", "m"), &[C::B01]),
        ("rename_table", |op| _ = op.rename_table("t", "u"), &[C::B02]),
        ("add_column", |op| _ = op.add_column("t", integer("x")), &[C::B03]),
        ("add_column that may be NULL", |op| _ = op.add_column("t", integer("x").null()), &[]),
        ("add_column with a default", |op| _ = op.add_column("t", integer("x").default(1)), &[]),
        ("add_column that is numbered", |op| _ = op.add_column("t", pk_auto("x")), &[]),
        ("add_column that is computed", |op| _ = op.add_column("t", integer("x").generated_stored("n")), &[]),
        ("set_not_null", |op| _ = op.alter_column("t", "maybe").set_not_null(), &[C::B04]),
        ("set_not_null again", |op| _ = op.alter_column("t", "n").set_not_null(), &[]),
        ("add_unique", |op| _ = op.add_unique("t", unique(["n"])), &[C::D01]),
        ("unique index", |op| _ = op.create_index("i", "t", ["n"]).unique(), &[C::D01]),
        ("index", |op| _ = op.create_index("i", "t", ["n"]), &[]),
        ("add_foreign_key", |op| _ = op.add_foreign_key("t", foreign_key(["n"], "t", ["n"])), &[C::D02]),
        ("add_check", |op| _ = op.add_check("t", check("c", "n > 0")), &[C::D03]),
        ("alter_primary_key", |op| _ = op.alter_primary_key("t", ["n"]), &[C::D04]),
        ("drop_primary_key", |op| _ = op.drop_primary_key("t"), &[]),
    ];
    let mut told = Vec::new();
    for (row, record, expected) in rows {
        assert_eq!(codes(record), expected, "{row}");
        told.extend(expected);
    }
    told.extend([C::A05, C::A06]);
    for code in C::ALL {
        assert!(told.contains(&code), "{code} has no row");
    }
}

#[test]
fn types_that_get_narrower_or_change_their_kind_are_told() {
    use ColumnType as T;
    let other = || T::Enum(Enumeration::new("other", ["cat", "dog"]));
    let rows: [(&str, T, &[C]); 30] = [
        ("n", T::Integer, &[]),
        ("n", T::BigInteger, &[]),
        ("n", T::Double, &[]),
        ("n", T::decimal_len(12, 2), &[]),
        ("n", T::SmallInteger, &[C::A05]),
        ("n", T::Unsigned, &[C::A05]),
        ("n", T::Float, &[C::A05]),
        ("n", T::decimal_len(12, 3), &[C::A05]),
        ("n", T::Boolean, &[C::A06]),
        ("n", T::string_len(20), &[C::A06]),
        ("n", T::Text, &[]),
        ("s", T::string_len(65), &[]),
        ("s", T::string_len(63), &[C::A05]),
        ("s", T::Char(None), &[C::A05]),
        ("s", T::Text, &[]),
        ("s", T::string(), &[]),
        ("s", T::Integer, &[C::A06]),
        ("s", T::Uuid, &[C::A06]),
        ("s", other(), &[C::A06]),
        ("kind", other(), &[C::A06]),
        ("kind", T::Text, &[]),
        ("at", T::Timestamp, &[]),
        ("at", T::Date, &[C::A05]),
        ("at", T::TimestampWithTimeZone, &[C::A06]),
        ("d", T::Decimal(None), &[]),
        ("d", T::decimal_len(60, 20), &[C::A05]),
        ("d", T::Double, &[C::A05]),
        ("list", T::Array(Box::new(T::Integer)), &[C::A05]),
        ("list", T::Array(Box::new(T::string())), &[C::A06]),
        ("list", T::custom("bigint[]"), &[C::A06]),
    ];
    for (column, next, expected) in rows {
        let found = codes(|op| _ = op.alter_column("t", column).set_type(next.clone()));
        assert_eq!(found, expected, "{column} to {next:?}");
    }
}

#[test]
fn codes_are_what_their_letter_says() {
    use super::HazardGroup as G;
    for code in C::ALL {
        let group = match code.name().chars().next() {
            Some('A') => G::LosesData,
            Some('B') => G::BreaksCode,
            _ => G::MayFailOnData,
        };
        assert_eq!(code.group(), group, "{code}");
        assert!(code.explanation().ends_with('.') && !group.words().is_empty(), "{code}");
    }
}
