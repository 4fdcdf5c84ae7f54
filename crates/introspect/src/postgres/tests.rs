//! Rows as PostgreSQL 15 gives them, and the tables that come of them.

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Deferrable, Dialect, Enumeration, Expression, ForeignKey, Generated,
    Index, IndexPart, NullsOrder, ObjectName, PrimaryKey, ReferentialAction, Server, Table, Unique,
};

use super::{Reading, schemas};
use crate::{
    Request,
    reply::{
        Row,
        made::{Cell, row},
    },
};

/// A reading with the table `t` of id 1 in the default schema and the enumerated type `shop.mood` of id 9.
fn reading() -> Reading<'static> {
    let mut reading = Reading::new("public");
    reading.add_relation(&relation(1, "public", "t", "r", None)).expect("a table or view");
    for label in ["sad", "it's ok"] {
        let cells =
            [("id", 9.into()), ("schema_name", "shop".into()), ("name", "mood".into()), ("label", label.into())];
        reading.add_label(&row(cells)).expect("a label");
    }
    reading
}

fn relation(id: i64, schema: &str, name: &str, kind: &str, definition: Option<&str>) -> Row {
    row([
        ("id", id.into()),
        ("schema_name", schema.into()),
        ("name", name.into()),
        ("kind", kind.into()),
        ("comment", Cell::Null),
        ("definition", definition.into()),
    ])
}

fn mood() -> Enumeration {
    Enumeration::new(("shop", "mood"), ["sad", "it's ok"])
}

fn only_table(reading: Reading<'_>) -> Table {
    reading.finish(&["public"]).tables.remove(&"t".into()).expect("the table")
}

#[test]
fn relations_are_tables_and_views() {
    let mut reading = reading();
    reading.add_relation(&relation(2, "shop", "é \"t\"", "p", None)).expect("a table or view");
    reading.add_relation(&relation(3, "public", "v", "v", Some(" SELECT 1 AS one;"))).expect("a table or view");
    reading.add_relation(&relation(4, "shop", "m", "m", Some(" SELECT 2;"))).expect("a table or view");
    let schema = reading.finish(&["public", "shop"]);
    let names: Vec<_> = schema.tables.keys().cloned().collect();
    assert_eq!(names, [ObjectName::bare("t"), ObjectName::qualified("shop", "é \"t\"")]);
    let views: Vec<_> = schema
        .views
        .values()
        .map(|view| (view.name.to_string(), view.definition.as_str(), view.materialized))
        .collect();
    assert_eq!(views, [("v".into(), "SELECT 1 AS one", false), ("shop.m".into(), "SELECT 2", true)]);
}

#[test]
fn enumerated_types_are_those_of_the_schemas_and_of_the_columns() {
    for (what, schemas, used, expected) in [
        ("neither", vec!["public"], false, false),
        ("its schema", vec!["public", "shop"], false, true),
        ("a column", vec!["public"], true, true),
    ] {
        let mut reading = reading();
        if used {
            reading.add_column(&column_row(("mood", Some(9), 0, "", "", None))).expect("a column");
        }
        let schema = reading.finish(&schemas);
        assert_eq!(schema.enums.get(&("shop", "mood").into()), expected.then(mood).as_ref(), "{what}");
    }
}

/// A row of `columns.sql` for the column `a` of `t`: type, enumeration, whether an array of it, identity, generated, expression.
fn column_row(of: (&str, Option<i64>, i64, &str, &str, Option<&str>)) -> Row {
    let (column_type, enumeration, is_array, identity, generated, expression) = of;
    row([
        ("relation", 1.into()),
        ("name", "a".into()),
        ("type", column_type.into()),
        ("enumeration", enumeration.into()),
        ("is_array", is_array.into()),
        ("not_null", 1.into()),
        ("identity", identity.into()),
        ("generated", generated.into()),
        ("expression", expression.into()),
        ("collation", Cell::Null),
        ("comment", Cell::Null),
        ("sequence_name", Cell::Null),
    ])
}

#[test]
fn columns_are_read() {
    let of = |column_type| Column::new("a", column_type);
    for (row, expected) in [
        (
            ("character varying(255)", None, 0, "", "", Some("'x'::character varying")),
            Column { default: Some(Expression::Text("x".into())), ..of(ColumnType::string_len(255)) },
        ),
        (
            ("bigint", None, 0, "a", "", None),
            Column { auto_increment: Some(AutoIncrement::Always), ..of(ColumnType::BigInteger) },
        ),
        (
            ("integer", None, 0, "d", "", None),
            Column { auto_increment: Some(AutoIncrement::ByDefault), ..of(ColumnType::Integer) },
        ),
        (
            ("shop.mood", Some(9), 0, "", "", Some("'sad'::shop.mood")),
            Column { default: Some(Expression::Text("sad".into())), ..of(ColumnType::Enum(mood())) },
        ),
        (("shop.mood[]", Some(9), 1, "", "", None), of(ColumnType::Array(Box::new(ColumnType::Enum(mood()))))),
        // The type of an extension is not among the enumerated ones.
        (("their_mood", Some(77), 0, "", "", None), of(ColumnType::custom("their_mood"))),
        (
            ("text", None, 0, "", "s", Some("(lower((b)::text) || 'x'::text)")),
            Column {
                generated: Some(Generated { expression: "lower((b)::text) || 'x'::text".into(), stored: true }),
                ..of(ColumnType::Text)
            },
        ),
    ] {
        let mut reading = reading();
        reading.add_column(&column_row(row)).expect("a column");
        assert_eq!(only_table(reading).columns, [expected], "{row:?}");
    }
}

/// Id, name, kind, expression, target, column, target's column.
type ConstraintCells<'a> =
    (i64, &'a str, &'a str, Option<&'a str>, Option<(&'a str, &'a str)>, Option<&'a str>, Option<&'a str>);

/// A row of `constraints.sql` on `t`.
fn constraint_row(of: ConstraintCells<'_>) -> Row {
    let (id, name, kind, expression, target, column, target_column) = of;
    row([
        ("relation", 1.into()),
        ("id", id.into()),
        ("name", name.into()),
        ("kind", kind.into()),
        ("is_deferrable", i64::from(name.contains("deferr")).into()),
        ("is_deferred", i64::from(name.contains("deferred")).into()),
        ("expression", expression.into()),
        ("on_delete", if name.contains("cascade") { "c" } else { "a" }.into()),
        ("on_update", if name.contains("restrict") { "r" } else { "a" }.into()),
        ("target_schema", target.map(|(schema, _)| schema).into()),
        ("target_name", target.map(|(_, name)| name).into()),
        ("nulls_not_distinct", i64::from(name.contains("nulls")).into()),
        ("column_name", column.into()),
        ("target_column", target_column.into()),
    ])
}

#[test]
fn constraints_are_put_together_of_their_rows() {
    let mut reading = reading();
    let (here, there) = (Some(("public", "t")), Some(("shop", "é")));
    let rows = [
        (1, "ck", "c", Some("((price > (0)::numeric) OR (a = ')'::text))"), None, None, None),
        (2, "fk cascade deferred", "f", None, there, Some("b"), Some("y")),
        (2, "fk cascade deferred", "f", None, there, Some("a"), Some("x")),
        (3, "self restrict deferrable", "f", None, here, Some("a"), Some("b")),
        (4, "pk", "p", None, None, Some("b"), None),
        (4, "pk", "p", None, None, Some("a"), None),
        (5, "u", "u", None, None, Some("a"), None),
        // Two of one name can't be on one table, but only the id says where one ends.
        (6, "u nulls", "u", None, None, Some("b"), None),
    ];
    reading.add_constraints(&rows.map(constraint_row)).expect("constraints");
    let table = only_table(reading);
    assert_eq!(table.checks, [Check::new("(price > (0)::numeric) OR (a = ')'::text)").named("ck")]);
    assert_eq!(
        table.foreign_keys,
        [
            ForeignKey::new(["b", "a"], ("shop", "é"), ["y", "x"])
                .named("fk cascade deferred")
                .on_delete(ReferentialAction::Cascade)
                .deferrable(Deferrable::InitiallyDeferred),
            ForeignKey::new(["a"], "t", ["b"])
                .named("self restrict deferrable")
                .on_update(ReferentialAction::Restrict)
                .deferrable(Deferrable::InitiallyImmediate),
        ]
    );
    assert_eq!(table.primary_key, Some(PrimaryKey::new(["b", "a"]).named("pk")));
    assert_eq!(
        table.uniques,
        [Unique::new(["a"]).named("u"), Unique::new(["b"]).named("u nulls").nulls_not_distinct(),]
    );
}

/// A row of `indexes.sql`: table, index, column or expression, whether included, descending, NULLs first.
fn index_row(relation: i64, name: &str, column: Option<&str>, expression: Option<&str>, flags: [i64; 3]) -> Row {
    let [included, descending, nulls_first] = flags;
    row([
        ("relation", relation.into()),
        ("id", (name.len() as i64).into()),
        ("name", name.into()),
        ("method", if name == "gin" { "gin" } else { "btree" }.into()),
        ("is_unique", i64::from(name.contains("unique")).into()),
        ("nulls_not_distinct", 0.into()),
        ("predicate", name.contains("partial").then_some("((a > 0) AND (b IS NULL))").into()),
        ("is_included", included.into()),
        ("column_name", column.into()),
        ("expression", expression.into()),
        ("is_descending", descending.into()),
        ("is_nulls_first", nulls_first.into()),
        ("operator_class", (name == "gin").then_some("jsonb_path_ops").into()),
        ("operator_class_options", (name == "gin").then_some("n='1'").into()),
        ("collation", Cell::Null),
    ])
}

#[test]
fn indexes_are_put_together_of_their_rows() {
    let mut reading = reading();
    let rows = [
        index_row(5, "of another's table", Some("x"), None, [0, 0, 0]),
        index_row(1, "gin", Some("j"), None, [0, 0, 0]),
        index_row(1, "partial unique", None, Some("(price * 2::numeric)"), [0, 0, 0]),
        index_row(1, "partial unique", None, Some("lower(a)"), [0, 0, 0]),
        index_row(1, "partial unique", Some("i"), None, [1, 0, 0]),
        index_row(1, "orders", Some("a"), None, [0, 0, 1]),
        index_row(1, "orders", Some("b"), None, [0, 1, 2]),
        index_row(1, "orders", Some("c"), None, [0, 1, 0]),
    ];
    reading.add_indexes(&rows).expect("indexes");
    assert_eq!(
        only_table(reading).indexes,
        [
            Index {
                method: Some("gin".into()),
                ..Index::new("gin", [IndexPart::column("j").operator_class("jsonb_path_ops(n='1')")])
            },
            Index {
                unique: true,
                filter: Some("(a > 0) AND (b IS NULL)".into()),
                include: vec!["i".into()],
                ..Index::new(
                    "partial unique",
                    [IndexPart::expression("price * 2::numeric"), IndexPart::expression("lower(a)"),]
                )
            },
            Index::new(
                "orders",
                [
                    IndexPart::column("a").nulls(NullsOrder::First),
                    IndexPart::column("b").descending(),
                    IndexPart::column("c").descending().nulls(NullsOrder::Last),
                ]
            ),
        ]
    );
}

#[test]
fn the_servers_own_schemas_are_not_read_on_request() {
    let server = Server::assumed(Dialect::Postgres);
    let request =
        Request { schemas: ["shop", "pg_catalog", "information_schema", "pg_temp_3"].map(Into::into).to_vec() };
    assert_eq!(schemas(&server, &request), ["public", "shop"]);
}
