use limbeck_schema::{Check, Column, ForeignKey, Generated, Index, IndexPart, ObjectName, PrimaryKey, Schema, Table};

use super::{ReplayError, replay_all};
use crate::{Op, Step, prelude::*};

fn name(name: &str) -> ObjectName {
    ObjectName::bare(name)
}

/// Two tables, the second with everything that can name a column.
fn before() -> Schema {
    let mut schema = Schema::default();
    schema.insert(Table::new("users", vec![Column::new("id", ColumnType::Integer)]));
    let mut twice = Column::new("twice", ColumnType::Integer);
    twice.generated = Some(Generated { expression: "age * 2".into(), stored: true });
    let kind = ColumnType::Enum(Enumeration::new("kind", ["cat", "dog"]));
    let columns =
        ["id", "name", "age", "owner", "code", "free", "lower"].map(|name| Column::new(name, ColumnType::Integer));
    let mut table = Table::new("animals", [&columns[..], &[twice, Column::new("kind", kind)]].concat());
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table.uniques = vec![Unique::new(["name", "owner"]).named("uq")];
    table.foreign_keys =
        vec![ForeignKey::new(["owner"], "users", ["id"]).named("fk"), ForeignKey::new(["code"], "animals", ["id"])];
    table.checks = vec![Check::new("length(name) > 0").named("ck")];
    let mut index = Index::new("idx", [IndexPart::expression("lower(name)"), IndexPart::column("age").descending()]);
    index.filter = Some("code > 0".into());
    table.indexes = vec![index];
    schema.insert(table);
    schema
}

fn after(record: impl FnOnce(&mut Op)) -> Result<Schema, ReplayError> {
    let mut op = Op::default();
    record(&mut op);
    let mut schema = before();
    let result = replay_all(&op.into_steps(), &mut schema, Sqlite);
    if result.is_err() {
        assert_eq!(schema, before(), "a step that does not fit changes nothing");
    }
    result.map(|()| schema)
}

#[test]
fn operations_that_do_not_fit_say_why() {
    type Row = (fn(&mut Op), &'static str);
    let rows: [Row; 36] = [
        (|op| _ = op.create_table("users", [integer("id")]), "table `users` exists already"),
        (|op| _ = op.create_table("t", [integer("a")]).primary_key(["b"]), "table `t` has no column `b`"),
        (
            |op| _ = op.create_table("t", [integer("a")]).foreign_key(foreign_key(["a"], "ghosts", ["id"])),
            "there is no table `ghosts`",
        ),
        (|op| _ = op.drop_table("ghosts"), "there is no table `ghosts`"),
        (
            |op| _ = op.drop_table("users"),
            "table `users` is used by a foreign key of `animals`: drop or change that first",
        ),
        (|op| _ = op.rename_table("ghosts", "x"), "there is no table `ghosts`"),
        (|op| _ = op.rename_table("users", "animals"), "table `animals` exists already"),
        (|op| _ = op.add_column("animals", integer("age")), "column `animals.age` exists already"),
        (|op| _ = op.drop_column("animals", "ghost"), "table `animals` has no column `ghost`"),
        (|op| _ = op.drop_column("animals", "id"), "column `animals.id` is used by the primary key"),
        (|op| _ = op.drop_column("animals", "owner"), "is used by unique constraint `uq`"),
        (|op| _ = op.drop_column("animals", "name"), "is used by unique constraint `uq`"),
        (|op| _ = op.drop_column("animals", "age"), "is used by computed column `twice`"),
        (|op| _ = op.drop_column("animals", "code"), "is used by foreign key `without a name`"),
        (|op| _ = op.drop_column("users", "id"), "is used by a foreign key of `animals`"),
        (|op| _ = op.alter_column("animals", "ghost").set_null(), "table `animals` has no column `ghost`"),
        (|op| _ = op.fill_column("animals", "ghost", 1), "table `animals` has no column `ghost`"),
        (|op| _ = op.fill_column("animals", "age", null()), "`animals.age` can't be filled: NULL is what it holds"),
        (|op| _ = op.fill_column("animals", "twice", 1), "`animals.twice` can't be filled: the server computes it"),
        (|op| _ = op.rename_column("animals", "ghost", "x"), "table `animals` has no column `ghost`"),
        (|op| _ = op.rename_column("animals", "age", "name"), "column `animals.name` exists already"),
        (|op| _ = op.create_index("idx", "animals", ["age"]), "index `idx` exists already"),
        (|op| _ = op.create_index("i", "animals", [column("ghost").descending()]), "has no column `ghost`"),
        (|op| _ = op.create_index("i", "animals", ["age"]).include(["ghost"]), "has no column `ghost`"),
        (|op| _ = op.drop_index("i", "animals", ["age"]), "table `animals` has no index `i`"),
        (|op| _ = op.add_unique("animals", unique(["ghost"])), "has no column `ghost`"),
        (|op| _ = op.add_unique("animals", unique(["age"]).named("uq")), "unique constraint `uq` exists already"),
        (|op| _ = op.drop_unique("animals", ["age"]), "table `animals` has no unique constraint `age`"),
        (
            |op| _ = op.add_foreign_key("animals", foreign_key(["age"], "users", ["id"]).named("fk")),
            "foreign key `fk` exists already",
        ),
        (|op| _ = op.drop_foreign_key("animals", ["age"], "users"), "table `animals` has no foreign key `age`"),
        (|op| _ = op.add_check("animals", check("ck", "age > 0")), "check `ck` exists already"),
        (|op| _ = op.drop_check("animals", "ghost"), "table `animals` has no check `ghost`"),
        (|op| _ = op.alter_primary_key("animals", ["ghost"]), "has no column `ghost`"),
        (|op| _ = op.create_enum("kind", ["x"]), "enumerated type `kind` exists already"),
        (|op| _ = op.drop_enum("kind"), "enumerated type `kind` is used by column `animals.kind`"),
        (
            |op| _ = op.alter_enum("kind", ["cat"], ["dog"]),
            "enumerated type `kind` has the labels [\"cat\", \"dog\"], not [\"cat\"]",
        ),
    ];
    for (record, message) in rows {
        let error = after(record).expect_err(message).to_string();
        assert!(error.contains(message), "{error} / {message}");
    }
}

/// A column whose name is a function's is free to go.
#[test]
fn what_no_one_uses_goes() {
    for column in ["free", "lower", "twice"] {
        let schema = after(|op| _ = op.drop_column("animals", column)).unwrap();
        assert_eq!(schema.tables[&name("animals")].column(column), None, "{column}");
    }
    // A check and an index keep a column, until they go.
    let schema = after(|op| {
        op.drop_unique("animals", ["owner", "name"]);
        op.drop_check("animals", "ck");
        op.drop_index("another", "animals", [expression("lower(name)"), column("age").descending()]);
        op.drop_column("animals", "name");
    });
    assert!(schema.is_ok(), "{schema:?}");
    for kept in ["ck", "idx"] {
        let error = after(|op| {
            op.drop_unique("animals", ["owner", "name"]);
            if kept == "ck" {
                op.drop_index("idx", "animals", [expression("lower(name)"), column("age").descending()]);
            } else {
                op.drop_check("animals", "ck");
            }
        });
        let mut schema = error.unwrap();
        let mut op = Op::default();
        op.drop_column("animals", "name");
        let error = replay_all(&op.into_steps(), &mut schema, Sqlite).unwrap_err().to_string();
        assert!(error.contains(&format!("`{kept}`")), "{error}");
    }
}

#[test]
fn a_rename_reaches_all_that_names_the_column() {
    let schema = after(|op| {
        op.rename_column("animals", "name", "title");
        op.rename_column("animals", "age", "years");
        op.rename_column("animals", "code", "number");
        op.rename_column("users", "id", "key");
        op.rename_table("users", "people");
    })
    .unwrap();
    let table = &schema.tables[&name("animals")];
    assert_eq!(table.uniques[0].columns, ["title", "owner"]);
    assert_eq!(table.checks[0].expression, "length(title) > 0");
    assert_eq!(table.column("twice").and_then(|column| column.generated.clone()).unwrap().expression, "years * 2");
    assert_eq!(
        table.indexes[0].parts,
        [IndexPart::expression("lower(title)"), IndexPart::column("years").descending()]
    );
    assert_eq!(table.indexes[0].filter.as_deref(), Some("number > 0"));
    assert_eq!(table.foreign_keys[0], ForeignKey::new(["owner"], "people", ["key"]).named("fk"));
    assert_eq!(table.foreign_keys[1], ForeignKey::new(["number"], "animals", ["id"]));
}

#[test]
fn labels_change_in_the_type_and_in_its_columns() {
    let schema = after(|op| _ = op.alter_enum("kind", ["cat", "dog"], ["dog"])).unwrap();
    assert_eq!(schema.enums[&name("kind")].labels, ["dog"]);
    let column = schema.tables[&name("animals")].column("kind").unwrap();
    assert_eq!(column.column_type.enumeration().unwrap().labels, ["dog"]);
}

#[test]
fn raw_sql_does_what_it_says_on_its_dialect() {
    let mut op = Op::default();
    op.execute_on(Postgres, "..").records(|op| _ = op.drop_table("animals"));
    op.execute("..").records(|op| {
        op.add_column("users", integer("age"));
        op.add_column("users", integer("size")).only(Postgres);
    });
    let steps: Vec<Step> = op.into_steps();
    for (dialect, tables, columns) in [(Sqlite, 2, 2), (Postgres, 1, 3)] {
        let mut schema = before();
        replay_all(&steps, &mut schema, dialect).unwrap();
        assert_eq!((schema.tables.len(), schema.tables[&name("users")].columns.len()), (tables, columns), "{dialect}");
    }
}
