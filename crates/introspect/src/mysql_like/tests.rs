//! Rows as servers give them, and the tables that come of them. Those of MariaDB were seen on 10.11; those of MySQL are its
//! documentation's.

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Dialect, Expression, ForeignKey, Generated, Index, IndexPart, ObjectName,
    PrimaryKey, ReferentialAction, Server, Table, Unique,
};

use super::{Flavour, Reading};
use crate::{
    mariadb, mysql,
    reply::{
        Row,
        made::{Cell, row},
    },
};

const SCHEMAS: [&str; 2] = ["shop", "other"];

fn server(dialect: Dialect) -> Server {
    Server { default_schema: "shop".into(), ..Server::assumed(dialect) }
}

/// A reading of the databases `shop`, the default one, and `other`, with the table `shop.t`.
fn reading<'a>(server: &'a Server, flavour: &'a Flavour) -> Reading<'a> {
    let mut reading = Reading::new(server, &SCHEMAS, flavour);
    for schema in SCHEMAS {
        let cells = [("schema_name", schema.into()), ("collation_name", "utf8mb4_general_ci".into())];
        reading.add_schema(&row(cells)).expect("a schema");
    }
    reading
        .add_relation(&relation("shop", "t", "BASE TABLE", "InnoDB", "utf8mb4_general_ci"))
        .expect("a table or view");
    reading
}

fn relation(schema: &str, name: &str, kind: &str, engine: &str, collation: &str) -> Row {
    row([
        ("schema_name", schema.into()),
        ("table_name", name.into()),
        ("kind", kind.into()),
        ("engine_name", engine.into()),
        ("collation_name", collation.into()),
        ("options_text", "".into()),
        ("comment_text", "".into()),
    ])
}

/// A row of `columns.sql` for the column `a` of `shop.t`: type, default, collation, EXTRA, expression.
fn column_row(of: (&str, Option<&str>, Option<&str>, &str, Option<&str>)) -> Row {
    let (column_type, default, collation, extra, generation) = of;
    row([
        ("schema_name", "shop".into()),
        ("table_name", "t".into()),
        ("column_name", "a".into()),
        ("column_type", column_type.into()),
        ("is_nullable", 1.into()),
        ("default_text", default.into()),
        ("collation_name", collation.into()),
        ("extra_text", extra.into()),
        ("generation_text", generation.into()),
        ("comment_text", "".into()),
    ])
}

fn index_row(
    index: &str,
    plural: i64,
    column: &str,
    direction: Option<&str>,
    prefix: Option<i64>,
    method: &str,
) -> Row {
    row([
        ("schema_name", "shop".into()),
        ("table_name", "t".into()),
        ("index_name", index.into()),
        ("is_plural", plural.into()),
        ("column_name", column.into()),
        ("expression", Cell::Null),
        ("direction", direction.into()),
        ("prefix", prefix.into()),
        ("method", method.into()),
    ])
}

fn only_table(reading: Reading<'_>) -> Table {
    reading.finish().tables.remove(&"t".into()).expect("the table")
}

#[test]
fn relations_are_tables_with_what_is_not_usual() {
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    for (schema, name, kind, engine, collation) in [
        ("shop", "memory", "BASE TABLE", "MEMORY", "latin1_swedish_ci"),
        ("shop", "versioned", "SYSTEM VERSIONED", "InnoDB", "utf8mb4_general_ci"),
        ("shop", "a_view", "VIEW", "", ""),
        ("shop", "a_sequence", "SEQUENCE", "InnoDB", "utf8mb4_general_ci"),
        ("other", "é", "BASE TABLE", "InnoDB", "utf8mb4_general_ci"),
        ("Other", "not asked for", "BASE TABLE", "InnoDB", "utf8mb4_general_ci"),
    ] {
        reading.add_relation(&relation(schema, name, kind, engine, collation)).expect("a table or view");
    }
    let schema = reading.finish();
    let names: Vec<_> = schema.tables.keys().map(ToString::to_string).collect();
    assert_eq!(names, ["memory", "t", "versioned", "other.é"]);
    let options = &schema.tables[&"memory".into()].options;
    assert_eq!((options.engine.as_deref(), options.collation.as_deref()), (Some("MEMORY"), Some("latin1_swedish_ci")));
    assert_eq!(schema.tables[&"versioned".into()].options, schema.tables[&"t".into()].options);
}

#[test]
fn mariadbs_columns_are_read() {
    let text = |length| Column { nullable: true, ..Column::new("a", ColumnType::string_len(length)) };
    let of = |column_type| Column { nullable: true, ..Column::new("a", column_type) };
    let general = Some("utf8mb4_general_ci");
    for (row, expected) in [
        (
            ("int(10) unsigned", None, None, "auto_increment", None),
            Column { auto_increment: Some(AutoIncrement::ByDefault), ..of(ColumnType::Unsigned) },
        ),
        (("varchar(20)", Some("NULL"), general, "", None), text(20)),
        (
            ("varchar(20)", Some("'NULL'"), general, "", None),
            Column { default: Some(Expression::Text("NULL".into())), ..text(20) },
        ),
        (
            ("varchar(20)", Some(r"'it''s \\ é\n'"), Some("utf8mb4_bin"), "", None),
            Column {
                default: Some(Expression::Text("it's \\ é\n".into())),
                collation: Some("utf8mb4_bin".into()),
                ..text(20)
            },
        ),
        (("set('P','it''s')", None, general, "", None), of(ColumnType::custom("set('P','it''s')"))),
        (
            ("datetime", Some("current_timestamp()"), None, "on update current_timestamp()", None),
            Column {
                default: Some(Expression::CurrentTimestamp),
                on_update: Some(Expression::CurrentTimestamp),
                ..of(ColumnType::DateTime)
            },
        ),
        (
            ("int(11)", None, None, "STORED GENERATED", Some("`b` * 2")),
            Column {
                generated: Some(Generated { expression: "`b` * 2".into(), stored: true }),
                ..of(ColumnType::Integer)
            },
        ),
        (
            ("timestamp(6)", None, None, "STORED GENERATED, INVISIBLE", Some("ROW START")),
            Column {
                extra: Some("GENERATED ALWAYS AS ROW START INVISIBLE".into()),
                ..of(ColumnType::custom("timestamp(6)"))
            },
        ),
        (
            ("bigint(20)", Some("nextval(`shop`.`s`)"), None, "", None),
            Column { default: Some(Expression::Sql("nextval(`s`)".into())), ..of(ColumnType::BigInteger) },
        ),
        (
            ("tinyint(1)", Some("1"), None, "", None),
            Column { default: Some(Expression::Boolean(true)), ..of(ColumnType::Boolean) },
        ),
    ] {
        let server = server(Dialect::MariaDb);
        let mut reading = reading(&server, &mariadb::FLAVOUR);
        reading.add_column(&column_row(row)).expect("a column");
        assert_eq!(only_table(reading).columns, [expected], "{row:?}");
    }
}

#[test]
fn mysqls_columns_are_read() {
    let of = |column_type| Column { nullable: true, ..Column::new("a", column_type) };
    for (row, expected) in [
        (
            ("int unsigned", None, None, "auto_increment", Some("")),
            Column { auto_increment: Some(AutoIncrement::ByDefault), ..of(ColumnType::Unsigned) },
        ),
        (
            ("varchar(20)", Some("it's \\"), None, "", Some("")),
            Column { default: Some(Expression::Text("it's \\".into())), ..of(ColumnType::string_len(20)) },
        ),
        (
            ("datetime", Some("CURRENT_TIMESTAMP"), None, "DEFAULT_GENERATED on update CURRENT_TIMESTAMP", Some("")),
            Column {
                default: Some(Expression::CurrentTimestamp),
                on_update: Some(Expression::CurrentTimestamp),
                ..of(ColumnType::DateTime)
            },
        ),
        (
            ("varchar(60)", Some(r"concat(_utf8mb4\'a\',uuid())"), None, "DEFAULT_GENERATED", Some("")),
            Column { default: Some(Expression::Sql("concat('a',uuid())".into())), ..of(ColumnType::string_len(60)) },
        ),
        (
            ("int", None, None, "VIRTUAL GENERATED", Some("(`b` + 1)")),
            Column {
                generated: Some(Generated { expression: "`b` + 1".into(), stored: false }),
                ..of(ColumnType::Integer)
            },
        ),
        (("json", None, None, "", Some("")), of(ColumnType::Json)),
    ] {
        let server = server(Dialect::MySql);
        let mut reading = reading(&server, &mysql::FLAVOUR);
        reading.add_column(&column_row(row)).expect("a column");
        assert_eq!(only_table(reading).columns, [expected], "{row:?}");
    }
}

#[test]
fn enum_labels_have_their_value() {
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    reading.add_column(&column_row((r"enum('a','it''s','b\\c','x,y')", None, None, "", None))).expect("a column");
    let table = only_table(reading);
    let labels = table.columns[0].column_type.enumeration().map(|enumeration| enumeration.labels.clone());
    assert_eq!(labels, Some(["a", "it's", "b\\c", "x,y"].map(str::to_owned).to_vec()));
}

#[test]
fn indexes_become_key_constraints_or_indexes() {
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    let asc = Some("A");
    let rows = [
        index_row("PRIMARY", 0, "b", asc, None, "BTREE"),
        index_row("plain", 0, "a", asc, None, "BTREE"),
        index_row("long", 0, "c", asc, None, "HASH"),
        index_row("prefixed", 0, "a", asc, Some(10), "BTREE"),
        index_row("é", 1, "a", Some("D"), None, "BTREE"),
        index_row("words", 1, "a", None, None, "FULLTEXT"),
        index_row("place", 1, "p", asc, Some(32), "SPATIAL"),
        index_row("hashed", 1, "a", None, None, "HASH"),
        // The second members come last, and `e` is not `é`.
        index_row("e", 1, "x", asc, None, "BTREE"),
        index_row("PRIMARY", 0, "a", asc, None, "BTREE"),
        index_row("plain", 0, "b", asc, None, "BTREE"),
        index_row("é", 1, "b", asc, Some(3), "BTREE"),
    ];
    reading.add_indexes(&rows).expect("indexes");
    let table = only_table(reading);
    assert_eq!(table.primary_key, Some(PrimaryKey::new(["b", "a"])));
    assert_eq!(table.uniques, [Unique::new(["c"]).named("long"), Unique::new(["a", "b"]).named("plain")]);
    let with_method = |index: Index, method: &str| Index { method: Some(method.into()), ..index };
    assert_eq!(
        table.indexes,
        [
            Index::new("e", ["x"]),
            with_method(Index::new("hashed", ["a"]), "hash"),
            with_method(Index::new("place", ["p"]), "spatial"),
            Index { unique: true, ..Index::new("prefixed", [IndexPart::column("a").prefix(10)]) },
            with_method(Index::new("words", ["a"]), "fulltext"),
            Index::new("é", [IndexPart::column("a").descending(), IndexPart::column("b").prefix(3)]),
        ]
    );
}

#[test]
fn mysqls_expressions_in_indexes_are_read() {
    let server = server(Dialect::MySql);
    let mut reading = reading(&server, &mysql::FLAVOUR);
    let cells = [
        ("schema_name", "shop".into()),
        ("table_name", "t".into()),
        ("index_name", "i".into()),
        ("is_plural", 0.into()),
        ("column_name", Cell::Null),
        ("expression", r"concat(`a`,_utf8mb4\'x\')".into()),
        ("direction", "A".into()),
        ("prefix", Cell::Null),
        ("method", "BTREE".into()),
    ];
    reading.add_indexes(&[row(cells)]).expect("indexes");
    let expected = Index { unique: true, ..Index::new("i", [IndexPart::expression("concat(`a`,'x')")]) };
    assert_eq!(only_table(reading).indexes, [expected]);
}

#[test]
fn foreign_keys_take_their_actions_and_their_indexes() {
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    let key = |name: &str, column: &str, schema: &str, target: &str| {
        row([
            ("schema_name", "shop".into()),
            ("table_name", "t".into()),
            ("constraint_name", name.into()),
            ("column_name", column.into()),
            ("target_schema", schema.into()),
            ("target_name", "u".into()),
            ("target_column", target.into()),
        ])
    };
    let action = |name: &str, delete: &str, update: &str| {
        row([
            ("schema_name", "shop".into()),
            ("table_name", "t".into()),
            ("constraint_name", name.into()),
            ("on_delete", delete.into()),
            ("on_update", update.into()),
        ])
    };
    let own = [index_row("two", 1, "b", Some("A"), None, "BTREE"), index_row("two", 1, "a", Some("A"), None, "BTREE")];
    reading.add_indexes(&own).expect("indexes");
    // The rows of one key need not stand together.
    let keys = [key("two", "b", "other", "y"), key("self", "a", "shop", "id"), key("two", "a", "other", "x")];
    let without_rights = reading.add_foreign_keys(&keys, &[]).map_err(|error| error.to_string());
    assert!(without_rights.is_err_and(|message| message.contains("REFERENCES")));
    let actions = [action("two", "CASCADE", "RESTRICT"), action("self", "NO ACTION", "SET NULL")];
    reading.add_foreign_keys(&keys, &actions).expect("foreign keys");
    let table = only_table(reading);
    assert_eq!(
        table.foreign_keys,
        [
            ForeignKey::new(["a"], "u", ["id"]).named("self").on_update(ReferentialAction::SetNull),
            ForeignKey::new(["b", "a"], ObjectName::qualified("other", "u"), ["y", "x"])
                .named("two")
                .on_delete(ReferentialAction::Cascade),
        ]
    );
    assert_eq!(table.indexes, []);
}

#[test]
fn checks_and_json_are_told_apart() {
    let check = |name: &str, clause: &str| {
        row([
            ("schema_name", "shop".into()),
            ("table_name", "t".into()),
            ("constraint_name", name.into()),
            ("clause", clause.into()),
        ])
    };
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    reading.add_column(&column_row(("longtext", None, Some("utf8mb4_bin"), "", None))).expect("a column");
    let rows = [check("z", r"`b` <> 'it\'s \\'"), check("a", "json_valid(`a`)"), check("b", "(`b` > 0)")];
    reading.add_checks(&rows).expect("checks");
    let table = only_table(reading);
    assert_eq!(table.columns, [Column { nullable: true, ..Column::new("a", ColumnType::Json) }]);
    assert_eq!(table.checks, [Check::new("`b` > 0").named("b"), Check::new(r"`b` <> 'it''s \\'").named("z")]);
}

#[test]
fn triggers_are_put_together() {
    let server = server(Dialect::MariaDb);
    let mut reading = reading(&server, &mariadb::FLAVOUR);
    reading
        .add_relation(&relation("other", "t`t", "BASE TABLE", "InnoDB", "utf8mb4_general_ci"))
        .expect("a table or view");
    for (schema, table) in [("shop", "t"), ("other", "t`t"), ("shop", "gone")] {
        let cells = [
            ("schema_name", schema.into()),
            ("table_name", table.into()),
            ("trigger_name", "tr".into()),
            ("timing", "BEFORE".into()),
            ("event", "INSERT".into()),
            ("body", "SET NEW.a = 1".into()),
        ];
        reading.add_trigger(&row(cells)).expect("a trigger");
    }
    let schema = reading.finish();
    let sql: Vec<_> = schema.tables.values().flat_map(|table| &table.triggers).map(|one| one.sql.as_str()).collect();
    assert_eq!(
        sql,
        [
            "CREATE TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1",
            "CREATE TRIGGER `other`.`tr` BEFORE INSERT ON `other`.`t``t` FOR EACH ROW SET NEW.a = 1",
        ]
    );
}
