use limbeck_schema::{Check, Column, ColumnType, Dialect, ForeignKey, Index, PrimaryKey, Schema, Server, Table};

use super::is_done;
use crate::{Op, Operation, Step, ddl, prelude::*, replay_all, reverse_all};

/// Two tables with a part of each kind.
fn schema() -> Schema {
    let mut schema = Schema::default();
    let mut owners = Table::new("owners", vec![Column::new("id", ColumnType::Integer)]);
    owners.primary_key = Some(PrimaryKey::new(["id"]));
    let mood = Enumeration::new("mood", ["a", "b"]);
    let columns = vec![
        Column::new("id", ColumnType::Integer),
        Column::new("name", ColumnType::string_len(64)),
        Column::new("owner_id", ColumnType::Integer),
        Column::new("mood", ColumnType::Enum(mood.clone())),
        Column { nullable: true, ..Column::new("note", ColumnType::Text) },
    ];
    let mut animals = Table::new("animals", columns);
    animals.primary_key = Some(PrimaryKey::new(["id"]));
    animals.indexes.push(Index::new("idx", ["name"]));
    animals.uniques.push(Unique::new(["name"]).named("uq"));
    animals.foreign_keys.push(ForeignKey::new(["owner_id"], "owners", ["id"]).named("fk"));
    animals.checks.push(Check::new("id > 0").named("ck"));
    animals.comment = Some("beasts".into());
    schema.insert(owners);
    schema.insert(animals);
    schema.enums.insert("mood".into(), mood);
    schema
}

fn steps(record: impl FnOnce(&mut Op)) -> Vec<Step> {
    let mut op = Op::default();
    record(&mut op);
    op.into_steps()
}

type Record = fn(&mut Op);

/// Each operation where it is done already, and where it is not.
const ROWS: [(&str, Record, Record); 25] = [
    ("create_table", |op| _ = op.create_table("owners", []), |op| _ = op.create_table("cages", [])),
    ("drop_table", |op| _ = op.drop_table("cages"), |op| _ = op.drop_table("owners")),
    ("rename_table", |op| _ = op.rename_table("cages", "owners"), |op| _ = op.rename_table("owners", "keepers")),
    ("add_column", |op| _ = op.add_column("animals", text("name")), |op| _ = op.add_column("animals", text("food"))),
    ("drop_column", |op| _ = op.drop_column("animals", "food"), |op| _ = op.drop_column("animals", "name")),
    ("drop_column of no table", |op| _ = op.drop_column("cages", "id"), |op| _ = op.drop_column("owners", "id")),
    (
        "alter_column",
        |op| _ = op.alter_column("animals", "name").set_type(ColumnType::string_len(64)).set_not_null(),
        |op| _ = op.alter_column("animals", "name").set_type(ColumnType::string_len(64)).set_null(),
    ),
    (
        "fill_column",
        |op| _ = op.fill_column("animals", "name", "none"),
        |op| _ = op.fill_column("animals", "note", "none"),
    ),
    (
        "rename_column",
        |op| _ = op.rename_column("animals", "called", "name"),
        |op| _ = op.rename_column("animals", "name", "called"),
    ),
    (
        "create_index",
        |op| _ = op.create_index("other", "animals", ["name"]),
        |op| _ = op.create_index("other", "animals", ["owner_id"]),
    ),
    (
        "create_index of a name that is taken",
        |op| _ = op.create_index("idx", "animals", ["owner_id"]),
        |op| _ = op.create_index("idx2", "animals", ["name"]).unique().filter("id > 0"),
    ),
    (
        "drop_index",
        |op| _ = op.drop_index("other", "animals", ["name"]),
        |op| _ = op.drop_index("idx", "animals", ["name"]),
    ),
    (
        "add_unique",
        |op| _ = op.add_unique("animals", unique(["name"])),
        |op| _ = op.add_unique("animals", unique(["owner_id"])),
    ),
    (
        "drop_unique",
        |op| _ = op.drop_unique("animals", ["name"]).named("other"),
        |op| _ = op.drop_unique("animals", ["name"]).named("uq"),
    ),
    (
        "drop_unique without a name",
        |op| _ = op.drop_unique("animals", ["owner_id"]),
        |op| _ = op.drop_unique("animals", ["name"]),
    ),
    (
        "add_foreign_key",
        |op| _ = op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"])),
        |op| _ = op.add_foreign_key("animals", foreign_key(["id"], "owners", ["id"])),
    ),
    (
        "drop_foreign_key",
        |op| _ = op.drop_foreign_key("animals", ["owner_id"], "owners").named("other"),
        |op| _ = op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk"),
    ),
    (
        "drop_foreign_key without a name",
        |op| _ = op.drop_foreign_key("animals", ["id"], "owners"),
        |op| _ = op.drop_foreign_key("animals", ["owner_id"], "owners"),
    ),
    (
        "drop_index of other parts",
        |op| _ = op.drop_index("idx", "animals", ["name", "owner_id"]),
        |op| _ = op.drop_index("uq", "animals", ["name"]),
    ),
    (
        "add_check",
        |op| _ = op.add_check("animals", check("other", "id > 0")),
        |op| _ = op.add_check("animals", check("other", "id > 1")),
    ),
    ("drop_check", |op| _ = op.drop_check("animals", "other"), |op| _ = op.drop_check("animals", "ck")),
    (
        "alter_primary_key",
        |op| _ = op.alter_primary_key("animals", primary_key(["id"]).named("other")),
        |op| _ = op.drop_primary_key("animals"),
    ),
    ("create_enum", |op| _ = op.create_enum("mood", ["a"]), |op| _ = op.create_enum("other", ["a"])),
    (
        "alter_enum",
        |op| _ = op.alter_enum("mood", ["a"], ["a", "b"]),
        |op| _ = op.alter_enum("mood", ["a", "b"], ["a"]),
    ),
    (
        "set_table_comment",
        |op| _ = op.set_table_comment("animals", "beasts"),
        |op| _ = op.drop_table_comment("animals"),
    ),
];

#[test]
fn what_is_done_is_told_from_what_is_not() {
    for (name, done, due) in ROWS {
        for (record, expected) in [(done, true), (due, false)] {
            let step = &steps(record)[0];
            assert_eq!(is_done(&step.operation, &schema(), Dialect::Postgres), expected, "{name}");
        }
    }
    let others = steps(|op| {
        op.drop_enum("other");
        op.execute("SELECT 1");
        op.drop_enum("mood");
    });
    let done = others.iter().map(|step| is_done(&step.operation, &schema(), Dialect::Postgres));
    assert_eq!(done.collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn what_is_done_has_no_statement_and_changes_nothing() {
    for (name, done, due) in ROWS {
        for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
            let server = Server::assumed(dialect);
            let mut marked = steps(done);
            marked[0].unless_done = true;
            let mut after = schema();
            replay_all(&marked, &mut after, dialect).unwrap_or_else(|error| panic!("{name} on {dialect}: {error}"));
            assert_eq!(after, schema(), "{name} on {dialect}");
            let script = ddl::script(&marked, &schema(), &server).expect(name);
            assert!(script.is_empty(), "{name} on {dialect}: {script:?}");

            let (mut marked, plain) = (steps(due), steps(due));
            marked[0].unless_done = true;
            let script = |steps: &[Step]| ddl::script(steps, &schema(), &server).map_err(|error| error.to_string());
            assert_eq!(script(&marked), script(&plain), "{name} on {dialect}");
        }
    }
}

#[test]
fn a_drop_and_what_makes_the_same_again_are_passed_over_together() {
    let marked = |record: Record| {
        let mut steps = steps(record);
        steps.iter_mut().for_each(|step| step.unless_done = true);
        steps
    };
    let rows: [(&str, Record); 4] = [
        ("unique", |op| {
            op.drop_unique("animals", ["name"]).named("uq");
            op.add_column("animals", text("food").null());
            op.add_unique("animals", unique(["name"]).named("uq"));
        }),
        ("foreign key", |op| {
            op.drop_foreign_key("animals", ["owner_id"], "owners");
            op.add_column("animals", text("food").null());
            op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk"));
        }),
        ("index", |op| {
            op.drop_index("idx", "animals", ["name"]);
            op.add_column("animals", text("food").null());
            op.create_index("idx", "animals", ["name"]);
        }),
        ("check", |op| {
            op.drop_check("animals", "ck");
            op.add_column("animals", text("food").null());
            op.add_check("animals", check("ck", "(id > 0)"));
        }),
    ];
    for (name, record) in rows {
        let steps = marked(record);
        for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
            let groups = ddl::statements(&steps, &schema(), &Server::assumed(dialect)).expect(name);
            let counts: Vec<_> = groups.iter().map(|group| (group.steps.clone(), group.statements.len())).collect();
            assert_eq!(counts, [(vec![0], 0), (vec![1], 1), (vec![2], 0)], "{name} on {dialect}");
        }
        // Where the part is another one, both are done.
        let mut other = schema();
        let table = other.table_mut(&"animals".into()).expect("a table");
        table.uniques[0].deferrable = Some(Deferrable::InitiallyDeferred);
        table.foreign_keys[0].on_delete = Some(Cascade);
        table.indexes[0].method = Some("hash".into());
        table.checks[0].expression = "id > 1".into();
        let groups = ddl::statements(&steps, &other, &Server::assumed(Dialect::Postgres)).expect(name);
        assert!(groups.iter().all(|group| !group.statements.is_empty()), "{name}: {groups:?}");
    }
}

/// A key whose two ends got another type by hand, and the text that a check and an index look at.
fn retyping() -> Vec<Step> {
    let mut steps = steps(|op| {
        op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk");
        op.drop_index("idx", "animals", ["name"]);
        op.alter_column("owners", "id").set_type(ColumnType::Integer);
        op.alter_column("animals", "owner_id").set_type(ColumnType::Integer);
        op.create_index("idx", "animals", ["name"]);
        op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk"));
    });
    steps.iter_mut().for_each(|step| step.unless_done = true);
    steps
}

fn due(steps: &[Step], schema: &Schema, dialect: Dialect) -> Vec<usize> {
    let groups = ddl::statements(steps, schema, &Server::assumed(dialect)).expect("statements");
    groups.iter().filter(|group| !group.statements.is_empty()).flat_map(|group| group.steps.clone()).collect()
}

#[test]
fn a_drop_is_done_where_a_step_before_the_part_is_made_again_needs_it() {
    let steps = retyping();
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        assert_eq!(due(&steps, &schema(), dialect), [0usize; 0], "{dialect}");
        for (table, column) in [("owners", "id"), ("animals", "owner_id")] {
            // The name of the key is found, whatever the revision says.
            for name in ["fk", "fk2"] {
                let mut drifted = schema();
                let table = drifted.table_mut(&table.into()).expect("a table");
                table.column_mut(column).expect("a column").column_type = ColumnType::BigInteger;
                let animals = drifted.table_mut(&"animals".into()).expect("a table");
                animals.foreign_keys[0].name = Some(name.into());
                let altered = if column == "id" { 2 } else { 3 };
                assert_eq!(due(&steps, &drifted, dialect), [0, altered, 5], "{dialect}, {column}, {name}");
            }
        }
    }
}

#[test]
fn a_drop_that_is_needed_for_another_drop_is_done() {
    let mut steps = steps(|op| {
        op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk");
        op.drop_unique("owners", ["id"]).named("uq_owners");
        op.alter_column("owners", "name").set_null();
        op.add_unique("owners", unique(["id"]).named("uq_owners"));
        op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk"));
    });
    steps.iter_mut().for_each(|step| step.unless_done = true);
    let schema = |nullable: bool| {
        let mut schema = schema();
        let owners = schema.table_mut(&"owners".into()).expect("a table");
        owners.columns.push(Column { nullable, ..Column::new("name", ColumnType::Text) });
        owners.uniques.push(Unique::new(["id"]).named("uq_owners"));
        schema
    };
    assert_eq!(due(&steps, &schema(true), Dialect::Postgres), [0usize; 0]);
    assert_eq!(due(&steps, &schema(false), Dialect::Postgres), [2]);
    let mut steps = steps;
    steps[2] = Step {
        unless_done: true,
        ..self::steps(|op| _ = op.alter_column("owners", "id").set_type(ColumnType::BigInteger)).remove(0)
    };
    assert_eq!(due(&steps, &schema(true), Dialect::Postgres), [0, 1, 2, 3, 4]);
}

#[test]
fn a_marked_drop_leaves_another_part_of_the_same_shape() {
    let rows: [(&str, Record); 2] = [
        ("index", |op| _ = op.drop_index("j", "animals", ["name"]).unless_done()),
        ("foreign key", |op| _ = op.drop_foreign_key("animals", ["owner_id"], "owners").named("k").unless_done()),
    ];
    for (name, record) in rows {
        for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
            let mut recorded = schema();
            replay_all(&steps(record), &mut recorded, dialect).expect(name);
            assert_eq!(recorded, schema(), "{name} on {dialect}");
            // Where both are there, the one of the name goes.
            let mut actual = schema();
            let animals = actual.table_mut(&"animals".into()).expect("a table");
            let mut index = Index::new("j", ["name"]);
            index.filter = Some("id > 1".into());
            animals.indexes.push(index);
            animals.foreign_keys.push(ForeignKey::new(["owner_id"], "owners", ["code"]).named("k"));
            replay_all(&steps(record), &mut actual, dialect).expect(name);
            let animals = &actual.tables[&"animals".into()];
            assert!(animals.indexes.iter().any(|index| index.name == "idx"), "{name} on {dialect}");
            assert!(animals.foreign_keys.iter().any(|key| key.name.as_deref() == Some("fk")), "{name} on {dialect}");
            assert_eq!(animals.indexes.len() + animals.foreign_keys.len(), 3, "{name} on {dialect}");
        }
    }
}

#[test]
fn the_way_back_of_a_marked_step_is_marked() {
    let steps = steps(|op| _ = op.drop_index("idx", "animals", ["name"]).unless_done());
    let back = reverse_all(&steps, &schema(), Dialect::Postgres).expect("a way back");
    assert!(matches!(back.as_slice(), [Step { operation: Operation::CreateIndex { .. }, unless_done: true, .. }]));
}
