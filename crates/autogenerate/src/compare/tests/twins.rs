//! Wherever nothing differs, one changed property has to be reported, alone.

use limbeck_schema::{
    AutoIncrement, Check, ColumnType, Deferrable, Dialect, Expression, ForeignKey, Generated, Index, IndexPart,
    NullsOrder, PrimaryKey, ReferentialAction, StringLength, Table, Unique,
};

use super::fixture::{Case, column, foreign_key, index, schema, unique, with_column, words};

type Change = fn(&mut Table);

/// A property, how to change it, what is written, and where it is seen. Elsewhere the dialect does not have it, and nothing is written.
type Row = (&'static str, Change, &'static [&'static str], &'static [Dialect]);

const ALL: &[Dialect] = &Dialect::ALL;
const POSTGRES: &[Dialect] = &[Dialect::Postgres];
const MYSQL_LIKE: &[Dialect] = &[Dialect::MySql, Dialect::MariaDb];
const NOT_SQLITE: &[Dialect] = &[Dialect::Postgres, Dialect::MySql, Dialect::MariaDb];
const NOT_MYSQL: &[Dialect] = &[Dialect::Sqlite, Dialect::Postgres];
const SEEN_BY_NONE: &[Dialect] = &[];

/// The table that all rows change: it has one of everything.
fn full(table: &mut Table) {
    table.columns.push(column("area", ColumnType::Integer));
    with_column(table, "area", |it| {
        it.nullable = true;
        it.generated = Some(Generated { expression: "weight * 2".into(), stored: true });
    });
    with_column(table, "weight", |it| it.default = Some(Expression::Integer(1)));
    table.uniques.push(unique(&["name", "weight"]));
    table.indexes.push(index(&["name"]));
    table.foreign_keys.push(foreign_key());
    table.checks.push(Check::new("weight > 0").named("ck"));
}

const INDEX: &[&str] = &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"];
const UNIQUE: &[&str] = &["drop_unique animals.uq-animals-name-weight", "add_unique animals.uq-animals-name-weight"];
const KEY: &[&str] = &["drop_foreign_key animals.fk-animals-owner_id", "add_foreign_key animals.fk-animals-owner_id"];
const CHECK: &[&str] = &["drop_check animals.ck", "add_check animals.ck"];
const TYPE: &[&str] = &["alter_column animals.name type"];

fn set_type(table: &mut Table, column_type: ColumnType) {
    with_column(table, "name", |it| it.column_type = column_type);
}

fn set_part(table: &mut Table, part: IndexPart) {
    table.indexes[0].parts = vec![part];
}

fn rows() -> Vec<Row> {
    let mut rows = column_rows();
    rows.extend(index_rows());
    rows.extend(key_rows());
    rows
}

fn column_rows() -> Vec<Row> {
    use ColumnType as T;
    vec![
        ("nothing", |_| (), &[], ALL),
        ("a length", |t| set_type(t, T::string_len(65)), TYPE, ALL),
        ("text", |t| set_type(t, T::Text), TYPE, ALL),
        ("a number", |t| set_type(t, T::Integer), TYPE, ALL),
        ("bytes", |t| set_type(t, T::VarBinary(StringLength::N(9))), TYPE, ALL),
        ("a date", |t| set_type(t, T::Date), TYPE, ALL),
        ("an array", |t| set_type(t, T::Array(Box::new(T::Integer))), TYPE, ALL),
        (
            "another width",
            |t| with_column(t, "weight", |c| c.column_type = T::BigInteger),
            &["alter_column animals.weight type"],
            NOT_SQLITE,
        ),
        ("nullable", |t| with_column(t, "name", |c| c.nullable = true), &["alter_column animals.name nullable"], ALL),
        (
            "a default",
            |t| with_column(t, "name", |c| c.default = Some("x".into())),
            &["alter_column animals.name default"],
            ALL,
        ),
        (
            "another default",
            |t| with_column(t, "weight", |c| c.default = Some(2.into())),
            &["alter_column animals.weight default"],
            ALL,
        ),
        (
            "no default",
            |t| with_column(t, "weight", |c| c.default = Some(Expression::Null)),
            &["alter_column animals.weight default"],
            ALL,
        ),
        (
            "a collation",
            |t| with_column(t, "name", |c| c.collation = Some("x".into())),
            &["alter_column animals.name collation"],
            ALL,
        ),
        (
            "a comment",
            |t| with_column(t, "name", |c| c.comment = Some("x".into())),
            &["alter_column animals.name comment"],
            NOT_SQLITE,
        ),
        (
            "ON UPDATE",
            |t| with_column(t, "name", |c| c.on_update = Some(Expression::CurrentTimestamp)),
            &["alter_column animals.name on_update"],
            MYSQL_LIKE,
        ),
        (
            "numbering",
            |t| with_column(t, "id", |c| c.auto_increment = Some(AutoIncrement::ByDefault)),
            &["alter_column animals.id auto_increment"],
            NOT_SQLITE,
        ),
        (
            "a computation",
            |t| with_column(t, "owner_id", |c| c.generated = Some(Generated { expression: "1".into(), stored: true })),
            &["alter_column animals.owner_id generated"],
            ALL,
        ),
        (
            "another computation",
            |t| {
                with_column(t, "area", |c| {
                    c.generated = Some(Generated { expression: "weight * 3".into(), stored: true })
                })
            },
            &["alter_column animals.area generated"],
            ALL,
        ),
        (
            "a virtual column",
            |t| {
                with_column(t, "area", |c| {
                    c.generated = Some(Generated { expression: "weight * 2".into(), stored: false })
                })
            },
            &["alter_column animals.area generated"],
            ALL,
        ),
        ("a new column", |t| t.columns.push(column("age", T::Integer)), &["add_column animals.age"], ALL),
        ("a column that goes", |t| t.columns.retain(|it| it.name != "area"), &["drop_column animals.area"], ALL),
        ("the order of columns", |t| t.columns.reverse(), &[], SEEN_BY_NONE),
        ("a table's comment", |t| t.comment = Some("x".into()), &["set_table_comment animals"], NOT_SQLITE),
    ]
}

fn index_rows() -> Vec<Row> {
    vec![
        ("no index", |t| t.indexes.clear(), &["drop_index animals.idx-animals-name"], ALL),
        ("an index's name", |t| t.indexes[0].name = "other".into(), &[], SEEN_BY_NONE),
        ("a further part", |t| t.indexes[0].parts.push("id".into()), INDEX, ALL),
        ("descending", |t| set_part(t, IndexPart::column("name").descending()), INDEX, ALL),
        ("an expression", |t| set_part(t, IndexPart::expression("lower(name)")), INDEX, ALL),
        ("NULLs first", |t| set_part(t, IndexPart::column("name").nulls(NullsOrder::First)), INDEX, POSTGRES),
        ("an operator class", |t| set_part(t, IndexPart::column("name").operator_class("x")), INDEX, POSTGRES),
        ("a part's collation", |t| set_part(t, IndexPart::column("name").collation("x")), INDEX, NOT_MYSQL),
        ("a prefix", |t| set_part(t, IndexPart::column("name").prefix(3)), INDEX, MYSQL_LIKE),
        ("a predicate", |t| t.indexes[0].filter = Some("weight > 0".into()), INDEX, ALL),
        ("a method", |t| t.indexes[0].method = Some("gin".into()), INDEX, NOT_SQLITE),
        ("stored columns", |t| t.indexes[0].include = vec!["id".into()], INDEX, POSTGRES),
        (
            "a unique index",
            |t| t.indexes[0].unique = true,
            &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"],
            ALL,
        ),
        ("a new index", |t| t.indexes.push(Index::new("i", ["owner_id"])), &["create_index animals.i"], ALL),
    ]
}

fn key_rows() -> Vec<Row> {
    vec![
        ("no unique", |t| t.uniques.clear(), &["drop_unique animals.uq-animals-name-weight"], ALL),
        ("a unique's name", |t| t.uniques[0].name = Some("other".into()), &[], SEEN_BY_NONE),
        ("the order of a unique", |t| t.uniques[0].columns.reverse(), &[], SEEN_BY_NONE),
        (
            "a unique index instead",
            |t| {
                t.uniques.clear();
                let mut index = index(&["weight", "name"]);
                index.unique = true;
                t.indexes.push(index);
            },
            &[],
            SEEN_BY_NONE,
        ),
        (
            "other columns",
            |t| t.uniques[0].columns = vec!["name".into()],
            &["drop_unique animals.uq-animals-name-weight", "add_unique animals.uq-animals-name-weight"],
            ALL,
        ),
        ("a deferrable unique", |t| t.uniques[0].deferrable = Some(Deferrable::InitiallyDeferred), UNIQUE, POSTGRES),
        ("NULLs that conflict", |t| t.uniques[0].nulls_not_distinct = true, UNIQUE, POSTGRES),
        ("a new unique", |t| t.uniques.push(Unique::new(["owner_id"]).named("u")), &["add_unique animals.u"], ALL),
        ("no key", |t| t.foreign_keys.clear(), &["drop_foreign_key animals.fk-animals-owner_id"], ALL),
        ("a key's name", |t| t.foreign_keys[0].name = Some("other".into()), &[], SEEN_BY_NONE),
        ("ON DELETE", |t| t.foreign_keys[0].on_delete = Some(ReferentialAction::Cascade), KEY, ALL),
        ("ON UPDATE of a key", |t| t.foreign_keys[0].on_update = Some(ReferentialAction::SetNull), KEY, ALL),
        ("NO ACTION", |t| t.foreign_keys[0].on_delete = Some(ReferentialAction::NoAction), &[], SEEN_BY_NONE),
        ("RESTRICT", |t| t.foreign_keys[0].on_delete = Some(ReferentialAction::Restrict), KEY, NOT_MYSQL),
        ("a deferrable key", |t| t.foreign_keys[0].deferrable = Some(Deferrable::InitiallyDeferred), KEY, NOT_MYSQL),
        (
            "a new key",
            |t| t.foreign_keys.push(ForeignKey::new(["weight"], "owners", ["id"]).named("f")),
            &["add_foreign_key animals.f"],
            ALL,
        ),
        ("a check", |t| t.checks[0].expression = "weight > 1".into(), CHECK, ALL),
        ("a check's spelling", |t| t.checks[0].expression = "(weight  > 0)".into(), &[], SEEN_BY_NONE),
        ("a check's name", |t| t.checks[0].name = Some("other".into()), &[], SEEN_BY_NONE),
        ("no check", |t| t.checks.clear(), &["drop_check animals.ck"], ALL),
        ("a new check", |t| t.checks.push(Check::new("owner_id > 0").named("c")), &["add_check animals.c"], ALL),
        (
            "a key of two",
            |t| t.primary_key = Some(PrimaryKey::new(["id", "weight"])),
            &["alter_primary_key animals.pk-animals"],
            ALL,
        ),
        (
            "a key's order",
            |t| t.primary_key = Some(PrimaryKey::new(["weight", "id"])),
            &["alter_primary_key animals.pk-animals"],
            ALL,
        ),
        ("a primary key's name", |t| t.primary_key = Some(PrimaryKey::new(["id"]).named("other")), &[], SEEN_BY_NONE),
    ]
}

#[test]
fn one_property_is_one_change() {
    for (what, change, expected, seen) in rows() {
        for dialect in Dialect::ALL {
            let wanted = schema(|table| {
                full(table);
                change(table);
            });
            let comparison = Case::of(&wanted, &schema(full), &[dialect]).compare();
            let expected = if seen.contains(&dialect) { expected } else { &[] };
            assert_eq!(words(&comparison.upgrade()), expected, "{what} on {dialect}");
            let again = Case::of(&wanted, &comparison.after, &[dialect]).compare();
            assert_eq!(words(&again.upgrade()), Vec::<String>::new(), "{what} on {dialect}, again");
        }
    }
}

#[test]
fn one_property_is_one_drift() {
    for (what, change, expected, seen) in rows() {
        for dialect in Dialect::ALL {
            let actual = schema(|table| {
                full(table);
                change(table);
            });
            let comparison = Case::three(&schema(full), &schema(full), &actual, dialect).compare();
            let found = comparison.drifted.len()
                + comparison.unmanaged.len()
                + comparison.unsaid.len()
                + comparison.skipped.len();
            // An object that is taken for another one went and came.
            let count = match what {
                "a unique index" | "other columns" => 2,
                _ => 1,
            };
            let is_word = dialect == Dialect::Sqlite && matches!(what, "a length" | "text" | "a date");
            let expected = if seen.contains(&dialect) && !expected.is_empty() && !is_word { count } else { 0 };
            assert_eq!(found, expected, "{what} on {dialect}: {comparison:?}");
            assert_eq!(words(&comparison.upgrade()), Vec::<String>::new(), "{what} on {dialect}");
            assert!(comparison.conflicts.is_empty(), "{what} on {dialect}");
        }
    }
}

/// The catalog shows both alike; two entities do not.
#[test]
fn a_default_of_other_bytes_is_a_change() {
    let with = |sql: &str| {
        schema(|table| {
            table.columns.push(column("hash", ColumnType::Binary(2)));
            with_column(table, "hash", |it| it.default = Some(Expression::Sql(sql.to_owned())));
        })
    };
    let shown = schema(|table| {
        table.columns.push(column("hash", ColumnType::Binary(2)));
        with_column(table, "hash", |it| it.default = Some(Expression::Text("?\0".to_owned())));
    });
    for dialect in MYSQL_LIKE {
        for (wanted, expected) in [("0x8100", &["alter_column animals.hash default"][..]), ("0x80", &[])] {
            let comparison = Case::three(&with(wanted), &with("X'80'"), &shown, *dialect).compare();
            assert_eq!(words(&comparison.upgrade()), expected, "{dialect}: {wanted}");
            assert!(comparison.drifted.is_empty() && comparison.conflicts.is_empty(), "{dialect}: {wanted}");
        }
    }
}
