//! Reads databases that SQLite made. SQLite is embedded, so these need no server.

use std::sync::atomic::{AtomicUsize, Ordering};

use limbeck_introspect::{IntrospectError, Request, schema, server};
use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Deferrable, Dialect, Expression, ForeignKey, Generated, Index, IndexPart,
    PrimaryKey, ReferentialAction, Schema, StringLength, Table, Unique, Version,
};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DbErr, ExecResult, QueryResult,
    Statement, TransactionTrait, prelude::async_trait,
};

/// A connection to an empty database of its own.
async fn database() -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}

async fn read(connection: &impl ConnectionTrait) -> Result<Schema, IntrospectError> {
    let server = server(connection).await?;
    schema(connection, &server, &Request::default()).await
}

async fn schema_of(ddl: &str) -> Schema {
    let connection = database().await.expect("SQLite opens a database in memory");
    connection.execute_unprepared(ddl).await.unwrap_or_else(|error| panic!("{ddl}: {error}"));
    read(&connection).await.unwrap_or_else(|error| panic!("{ddl}: {error}"))
}

/// The table `t` that `ddl` makes.
async fn table_of(ddl: &str) -> Table {
    let mut schema = schema_of(ddl).await;
    schema.tables.remove(&"t".into()).unwrap_or_else(|| panic!("{ddl}: no table"))
}

fn nullable(name: &str, column_type: ColumnType) -> Column {
    Column { nullable: true, ..Column::new(name, column_type) }
}

fn int() -> ColumnType {
    ColumnType::custom("INT")
}

#[tokio::test]
async fn the_server_is_sqlite() {
    let connection = database().await.unwrap();
    let server = server(&connection).await.unwrap();
    assert_eq!((server.dialect, server.default_schema.as_str()), (Dialect::Sqlite, "main"));
    assert!(server.version >= Version::new(3, 35, 0), "{}", server.version);
}

#[tokio::test]
async fn an_empty_database_is_an_empty_schema() {
    assert_eq!(schema_of("SELECT 1").await, Schema::default());
}

#[tokio::test]
async fn columns_have_all_their_facets() {
    let text = |name: &str| nullable(name, ColumnType::Text);
    let rows = [
        ("a", nullable("a", ColumnType::custom(""))),
        ("a varchar(255) NOT NULL", Column::new("a", ColumnType::string_len(255))),
        ("\"q\"\"é x\" uuid_text", nullable("q\"é x", ColumnType::Uuid)),
        ("a real(10, 2)", nullable("a", ColumnType::Decimal(Some((10, 2))))),
        ("a varchar", nullable("a", ColumnType::String(StringLength::None))),
        ("a text DEFAULT 'it''s'", Column { default: Some(Expression::Text("it's".into())), ..text("a") }),
        ("a text DEFAULT \"dq\"", Column { default: Some(Expression::Text("dq".into())), ..text("a") }),
        ("a text DEFAULT NULL", text("a")),
        (
            "a integer DEFAULT -5",
            Column { default: Some(Expression::Integer(-5)), ..nullable("a", ColumnType::BigInteger) },
        ),
        (
            "a boolean DEFAULT TRUE",
            Column { default: Some(Expression::Boolean(true)), ..nullable("a", ColumnType::Boolean) },
        ),
        (
            "a boolean DEFAULT 0",
            Column { default: Some(Expression::Boolean(false)), ..nullable("a", ColumnType::Boolean) },
        ),
        (
            "a double DEFAULT 1.5",
            Column { default: Some(Expression::Number("1.5".into())), ..nullable("a", ColumnType::Double) },
        ),
        (
            "a text DEFAULT (lower('X') || 'y')",
            Column { default: Some(Expression::Sql("lower('X') || 'y'".into())), ..text("a") },
        ),
        ("a text DEFAULT current_timestamp", Column { default: Some(Expression::CurrentTimestamp), ..text("a") }),
        ("a text COLLATE nocase", Column { collation: Some("nocase".into()), ..text("a") }),
        ("a text COLLATE BINARY", text("a")),
        (
            "a text NOT NULL ON CONFLICT IGNORE DEFAULT 'x'",
            Column {
                default: Some(Expression::Text("x".into())),
                extra: Some("NOT NULL ON CONFLICT IGNORE".into()),
                ..Column::new("a", ColumnType::Text)
            },
        ),
    ];
    for (sql, expected) in rows {
        let table = table_of(&format!("CREATE TABLE t ({sql})")).await;
        assert_eq!(table.columns, [expected], "{sql}");
    }
}

#[tokio::test]
async fn generated_columns_have_their_expression() {
    let table = table_of(
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * (2)) STORED, c text AS (a || ')') VIRTUAL NOT NULL)",
    )
    .await;
    let generated = |expression: &str, stored| Some(Generated { expression: expression.into(), stored });
    assert_eq!(
        table.columns,
        [
            nullable("a", int()),
            Column { generated: generated("a * (2)", true), ..nullable("b", int()) },
            Column { generated: generated("a || ')'", false), ..Column::new("c", ColumnType::Text) },
        ]
    );
}

#[tokio::test]
async fn primary_keys_have_name_order_and_numbering() {
    for (body, key, numbered) in [
        ("a integer NOT NULL PRIMARY KEY AUTOINCREMENT, b", PrimaryKey::new(["a"]), true),
        ("a integer PRIMARY KEY, b", PrimaryKey::new(["a"]), false),
        ("a text CONSTRAINT \"p k\" PRIMARY KEY, b", PrimaryKey::new(["a"]).named("p k"), false),
        ("a int, b int, CONSTRAINT \"pk-t\" PRIMARY KEY (B, a)", PrimaryKey::new(["b", "a"]).named("pk-t"), false),
        ("a integer, b, PRIMARY KEY (a AUTOINCREMENT)", PrimaryKey::new(["a"]), true),
    ] {
        let table = table_of(&format!("CREATE TABLE t ({body})")).await;
        for column in &table.columns {
            assert_eq!(column.nullable, !key.columns.contains(&column.name), "{body}: {}", column.name);
            let expected = (numbered && column.name == "a").then_some(AutoIncrement::ByDefault);
            assert_eq!(column.auto_increment, expected, "{body}: {}", column.name);
        }
        assert_eq!(table.primary_key, Some(key), "{body}");
    }
}

#[tokio::test]
async fn unique_constraints_are_apart_from_unique_indexes() {
    let table = table_of(
        "CREATE TABLE t (a int UNIQUE, b int CONSTRAINT \"u b\" UNIQUE, c int, UNIQUE (c, a) CONSTRAINT u UNIQUE (A));
         CREATE UNIQUE INDEX i ON t (c)",
    )
    .await;
    assert_eq!(
        table.uniques,
        [Unique::new(["a"]).named("u"), Unique::new(["b"]).named("u b"), Unique::new(["c", "a"])]
    );
    let index = Index { unique: true, ..Index::new("i", ["c"]) };
    assert_eq!(table.indexes, [index]);
}

#[tokio::test]
async fn the_rest_of_a_key_is_not_lost() {
    for (body, columns, name, sql, in_column) in [
        ("a int UNIQUE ON CONFLICT REPLACE, b int", &["a"][..], None, "UNIQUE ON CONFLICT REPLACE", true),
        ("a int, b int, UNIQUE (a, b COLLATE NOCASE)", &["a", "b"], None, "UNIQUE (a, b COLLATE NOCASE)", false),
        (
            "a int, b int, CONSTRAINT k PRIMARY KEY (a DESC, b) ON CONFLICT FAIL",
            &["a", "b"],
            Some("k"),
            "PRIMARY KEY (a DESC, b) ON CONFLICT FAIL",
            false,
        ),
    ] {
        let table = table_of(&format!("CREATE TABLE t ({body})")).await;
        let columns: Vec<_> = columns.iter().map(ToString::to_string).collect();
        let text = table.constraint_text(name, &columns).expect(body);
        assert_eq!((text.sql.as_str(), text.in_column), (sql, in_column), "{body}");
        assert!(table.columns.iter().all(|column| column.extra.is_none()), "{body}");
    }
}

#[tokio::test]
async fn indexes_have_parts_and_predicates() {
    for (sql, expected) in [
        ("CREATE INDEX i ON t (a)", Index::new("i", ["a"])),
        (
            "CREATE INDEX \"I é\"\"x\" ON t (\"b c\" DESC, a)",
            Index::new("I é\"x", [IndexPart::column("b c").descending(), "a".into()]),
        ),
        (
            "CREATE INDEX i ON t (instr(\"b c\", ','), (a + 1) COLLATE nocase DESC)",
            Index::new(
                "i",
                [
                    IndexPart::expression("instr(\"b c\", ',')"),
                    IndexPart::expression("a + 1").collation("nocase").descending(),
                ],
            ),
        ),
        (
            "CREATE INDEX i ON t (a COLLATE NOCASE, n COLLATE BINARY, n COLLATE nocase, n)",
            Index::new(
                "i",
                [
                    IndexPart::column("a").collation("NOCASE"),
                    IndexPart::column("n").collation("BINARY"),
                    "n".into(),
                    "n".into(),
                ],
            ),
        ),
        (
            "CREATE INDEX i ON t (a) WHERE \"b c\" IS NOT NULL AND (a > 1) -- end",
            Index { filter: Some("\"b c\" IS NOT NULL AND (a > 1)".into()), ..Index::new("i", ["a"]) },
        ),
        ("CREATE UNIQUE INDEX i ON t (a)", Index { unique: true, ..Index::new("i", ["a"]) }),
    ] {
        let table = table_of(&format!("CREATE TABLE t (a int, \"b c\" text, n text COLLATE NOCASE);{sql}")).await;
        assert_eq!(table.indexes, [expected], "{sql}");
    }
}

#[tokio::test]
async fn foreign_keys_are_complete_and_resolved() {
    let parents = "CREATE TABLE Parents (X int, y int, PRIMARY KEY (y, X));CREATE TABLE one (Id int PRIMARY KEY);";
    for (body, expected) in [
        ("a int REFERENCES ONE (id)", ForeignKey::new(["a"], "one", ["Id"])),
        ("a int REFERENCES one", ForeignKey::new(["a"], "one", ["Id"])),
        ("a int REFERENCES nowhere", ForeignKey::new(["a"], "nowhere", Vec::<String>::new())),
        (
            "a int CONSTRAINT \"fk a\" REFERENCES one ON DELETE SET NULL ON UPDATE NO ACTION DEFERRABLE",
            ForeignKey::new(["a"], "one", ["Id"])
                .named("fk a")
                .on_delete(ReferentialAction::SetNull)
                .deferrable(Deferrable::InitiallyImmediate),
        ),
        (
            "a int, b int, CONSTRAINT k FOREIGN KEY (B, a) REFERENCES parents ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED",
            ForeignKey::new(["b", "a"], "Parents", ["y", "X"])
                .named("k")
                .on_delete(ReferentialAction::Restrict)
                .on_update(ReferentialAction::Cascade)
                .deferrable(Deferrable::InitiallyDeferred),
        ),
        ("a int PRIMARY KEY, b int REFERENCES t (a)", ForeignKey::new(["b"], "t", ["a"])),
    ] {
        let table = table_of(&format!("{parents}CREATE TABLE t ({body})")).await;
        assert_eq!(table.foreign_keys, [expected], "{body}");
    }
}

#[tokio::test]
async fn several_foreign_keys_keep_their_order() {
    let table = table_of(
        "CREATE TABLE u (x int PRIMARY KEY);
         CREATE TABLE t (a int REFERENCES u, b int CONSTRAINT kb REFERENCES u, c int, FOREIGN KEY (c) REFERENCES u);
         ALTER TABLE t ADD COLUMN d int REFERENCES u ON DELETE CASCADE",
    )
    .await;
    let key = |column: &str| ForeignKey::new([column], "u", ["x"]);
    // ALTER TABLE writes the new column before the constraints of the table.
    let expected = [key("a"), key("b").named("kb"), key("d").on_delete(ReferentialAction::Cascade), key("c")];
    assert_eq!(table.foreign_keys, expected);
    assert_eq!(table.columns.last().map(|column| column.name.as_str()), Some("d"));
}

#[tokio::test]
async fn checks_are_read_with_their_names() {
    let table = table_of(
        "CREATE TABLE t (a int CHECK (a > 0 /* ) */), b text CONSTRAINT \"b é\" CHECK ((b) <> ')'), CONSTRAINT c CHECK (a < 5) CHECK (a))",
    )
    .await;
    assert_eq!(
        table.checks,
        [Check::new("a > 0"), Check::new("(b) <> ')'").named("b é"), Check::new("a < 5").named("c"), Check::new("a"),]
    );
}

#[tokio::test]
async fn table_options_are_read() {
    for (sql, without_rowid, strict) in [
        ("CREATE TABLE t (a int PRIMARY KEY)", false, false),
        ("CREATE TABLE t (a int PRIMARY KEY) WITHOUT ROWID", true, false),
        ("CREATE TABLE t (a int PRIMARY KEY) STRICT", false, true),
        ("CREATE TABLE t (a int PRIMARY KEY) strict, without rowid", true, true),
    ] {
        let options = table_of(sql).await.options;
        assert_eq!((options.without_rowid, options.strict), (without_rowid, strict), "{sql}");
    }
}

#[tokio::test]
async fn views_and_triggers_are_read_by_their_text() {
    let schema = schema_of(
        "CREATE TABLE t (a int);
         CREATE VIEW \"v é\" AS SELECT a FROM t;
         CREATE TRIGGER after_t AFTER INSERT ON T BEGIN SELECT 1; END;
         CREATE TRIGGER instead INSTEAD OF INSERT ON \"v é\" BEGIN SELECT 2; END",
    )
    .await;
    let table = &schema.tables[&"t".into()];
    let trigger = &table.triggers[0];
    assert_eq!(table.triggers.len(), 1);
    assert_eq!(trigger.name, "after_t");
    assert_eq!(trigger.sql, "CREATE TRIGGER after_t AFTER INSERT ON T BEGIN SELECT 1; END");
    assert_eq!(
        schema.views[&"v é".into()].definition,
        "CREATE VIEW \"v é\" AS SELECT a FROM t;\nCREATE TRIGGER instead INSTEAD OF INSERT ON \"v é\" BEGIN SELECT 2; END"
    );
}

#[tokio::test]
async fn the_servers_own_tables_are_left_out() {
    let schema = schema_of(
        "CREATE TABLE t (a integer PRIMARY KEY AUTOINCREMENT, b);
         CREATE INDEX i ON t (b);
         ANALYZE;
         CREATE VIRTUAL TABLE search USING fts5(body);
         CREATE VIRTUAL TABLE boxes USING rtree(id, a, b);
         CREATE TABLE search_more (a);
         CREATE TEMP TABLE t2 (a);
         ATTACH ':memory:' AS other; CREATE TABLE other.t3 (a)",
    )
    .await;
    let names: Vec<_> = schema.tables.keys().map(ToString::to_string).collect();
    assert_eq!(names, ["search_more", "t"]);
}

#[tokio::test]
async fn a_table_is_not_taken_for_a_temporary_one_of_its_name() {
    let schema = schema_of("CREATE TABLE t (a int); CREATE TEMP TABLE t (b text, c text)").await;
    assert_eq!(schema.tables[&"t".into()].columns, [nullable("a", int())]);
}

#[tokio::test]
async fn tables_made_from_queries_and_renamed_ones_are_read() {
    let table = table_of(
        "CREATE TABLE s (a varchar(5) NOT NULL, b \"double precision\");
         CREATE TABLE \"s 2\" AS SELECT a, b, a || b AS \"c d\" FROM s;
         ALTER TABLE \"s 2\" RENAME TO t; ALTER TABLE t RENAME COLUMN b TO \"new b\"; ALTER TABLE t DROP COLUMN a",
    )
    .await;
    let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["new b", "c d"]);
}

#[tokio::test]
async fn an_unreadable_statement_is_an_error_that_names_the_table() {
    let connection = database().await.unwrap();
    let ddl = "CREATE TABLE good (a int); CREATE TABLE bad (a int);
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE TABLE bad AS nonsense' WHERE name = 'bad'";
    connection.execute_unprepared(ddl).await.unwrap();
    match read(&connection).await {
        Err(IntrospectError::Unreadable { object, reason }) => {
            assert_eq!(object, "bad");
            assert!(reason.contains("`AS`"), "{reason}");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_statement_that_disagrees_with_the_table_is_an_error() {
    for sql in [
        "CREATE TABLE bad (a int)",
        "CREATE TABLE bad (a int, c int UNIQUE REFERENCES good)",
        "CREATE TABLE bad (a int, b int REFERENCES good)",
        "CREATE TABLE bad (a int, b int UNIQUE)",
        "CREATE TABLE bad (a int PRIMARY KEY, b int UNIQUE REFERENCES good)",
    ] {
        let connection = database().await.unwrap();
        let ddl = "CREATE TABLE good (a int PRIMARY KEY); CREATE TABLE bad (a int, b int UNIQUE REFERENCES good);
             PRAGMA writable_schema = ON;";
        connection.execute_unprepared(ddl).await.unwrap();
        let change = format!("UPDATE sqlite_schema SET sql = '{sql}' WHERE name = 'bad'");
        connection.execute_unprepared(&change).await.unwrap();
        let result = read(&connection).await;
        assert!(
            matches!(&result, Err(IntrospectError::Unreadable { object, .. }) if object == "bad"),
            "{sql}: {result:?}"
        );
    }
}

#[tokio::test]
async fn a_transaction_is_read_as_it_stands() {
    let connection = database().await.unwrap();
    let transaction = connection.begin().await.unwrap();
    transaction.execute_unprepared("CREATE TABLE t (a int)").await.unwrap();
    assert_eq!(read(&transaction).await.unwrap().tables.len(), 1);
    transaction.rollback().await.unwrap();
    assert_eq!(read(&connection).await.unwrap(), Schema::default());
}

/// A connection that counts what is asked.
struct Counting {
    connection: DatabaseConnection,
    queries: AtomicUsize,
}

#[async_trait::async_trait]
impl ConnectionTrait for Counting {
    fn get_database_backend(&self) -> DatabaseBackend {
        self.connection.get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(DbErr::Custom("nothing is written".into()))
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(DbErr::Custom("nothing is written".into()))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        self.connection.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        self.connection.query_all_raw(statement).await
    }
}

#[tokio::test]
async fn the_number_of_queries_does_not_grow_and_nothing_is_written() {
    let mut counts = Vec::new();
    for tables in [0, 1, 40] {
        let connection = database().await.unwrap();
        for table in 0..tables {
            let ddl = format!("CREATE TABLE t{table} (a int UNIQUE); CREATE INDEX i{table} ON t{table} (a)");
            connection.execute_unprepared(&ddl).await.unwrap();
        }
        let counting = Counting { connection, queries: AtomicUsize::new(0) };
        assert_eq!(read(&counting).await.unwrap().tables.len(), tables);
        counts.push(counting.queries.into_inner());
    }
    assert_eq!(counts, [6, 6, 6]);
}

#[tokio::test]
async fn a_thousand_tables_are_read_quickly() {
    use std::fmt::Write;
    let mut ddl = String::from("BEGIN;");
    for table in 0..1000 {
        let columns: Vec<_> = (1..11).map(|column| format!("c{column} varchar(50) NOT NULL")).collect();
        let columns = columns.join(", ");
        let parent = (table as usize).saturating_sub(1);
        write!(
            ddl,
            "CREATE TABLE t{table} (id integer PRIMARY KEY, {columns}, up int REFERENCES t{parent}, UNIQUE (c1));"
        )
        .unwrap();
        write!(ddl, "CREATE INDEX i{table} ON t{table} (c2, c3);").unwrap();
    }
    ddl.push_str("COMMIT");
    let connection = database().await.unwrap();
    connection.execute_unprepared(&ddl).await.unwrap();
    let start = std::time::Instant::now();
    let schema = read(&connection).await.unwrap();
    let took = start.elapsed();
    assert_eq!(schema.tables.len(), 1000);
    assert_eq!(schema.tables.values().map(|table| table.columns.len()).sum::<usize>(), 12_000);
    // Half a second without optimisation on a machine of 2026; the bound is there to catch what is not linear.
    assert!(took.as_secs() < 10, "{took:?}");
}
