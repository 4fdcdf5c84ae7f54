use limbeck_schema::{Column, Enumeration, Index, ObjectName, PrimaryKey, Schema, Table, Unique};

use super::{ReverseError, reverse_all};
use crate::{Op, prelude::*, replay_all};

fn before() -> Schema {
    let mut schema = Schema::default();
    let mut users = Table::new("users", vec![Column::new("id", ColumnType::Integer)]);
    users.primary_key = Some(PrimaryKey::new(["id"]));
    schema.insert(users);
    let kind = ColumnType::Enum(Enumeration::new("kind", ["cat", "dog"]));
    let mut maybe = Column::new("maybe", ColumnType::Integer);
    maybe.nullable = true;
    maybe.default = Some(1.into());
    maybe.comment = Some("perhaps".into());
    let columns = ["id", "name", "owner"].map(|name| Column::new(name, ColumnType::Integer));
    let mut table = Table::new("animals", [&columns[..], &[maybe, Column::new("kind", kind)]].concat());
    table.primary_key = Some(PrimaryKey::new(["id"]).named("pk"));
    table.uniques = vec![Unique::new(["name"]).named("uq")];
    table.foreign_keys = vec![ForeignKey::new(["owner"], "users", ["id"]).named("fk").on_delete(Cascade)];
    table.checks = vec![Check::new("name > 0").named("ck")];
    let mut unique = Index::new("idx-unique", ["owner"]);
    unique.unique = true;
    table.indexes = vec![Index::new("idx", ["name", "owner"]), unique];
    table.comment = Some("all".into());
    schema.insert(table);
    let mood = Enumeration::new("mood", ["good"]);
    schema.kept_enums.insert(mood.name.clone());
    schema.enums.insert(mood.name.clone(), mood);
    schema
}

/// Down leads back to where up began, whatever is in between.
#[test]
fn what_is_reversed_is_as_before() {
    type Row = (&'static str, fn(&mut Op));
    let rows: [Row; 21] = [
        ("create_table", |op| _ = op.create_table("t", [integer("a")])),
        ("drop_table", |op| _ = op.drop_table("animals")),
        ("rename_table", |op| _ = op.rename_table("users", "people")),
        ("add_column", |op| _ = op.add_column("animals", integer("x"))),
        ("drop_column", |op| _ = op.drop_column("animals", "kind")),
        ("alter_column", |op| {
            op.alter_column("animals", "maybe").set_type(ColumnType::Text).set_not_null().drop_default().drop_comment();
        }),
        ("rename_column", |op| _ = op.rename_column("animals", "name", "title")),
        ("create_index", |op| _ = op.create_index("i", "animals", ["maybe"])),
        ("drop_index", |op| _ = op.drop_index("another", "animals", ["name", "owner"])),
        ("drop_index of a unique constraint", |op| _ = op.drop_index("another", "animals", ["name"])),
        ("add_unique", |op| _ = op.add_unique("animals", unique(["maybe"]).named("u"))),
        ("drop_unique", |op| _ = op.drop_unique("animals", ["name"])),
        ("drop_unique of an index", |op| _ = op.drop_unique("animals", ["owner"])),
        ("add_foreign_key", |op| _ = op.add_foreign_key("animals", foreign_key(["maybe"], "users", ["id"]))),
        ("drop_foreign_key", |op| _ = op.drop_foreign_key("animals", ["owner"], "users")),
        ("add_check", |op| _ = op.add_check("animals", Check::new("maybe > 1"))),
        ("drop_check", |op| _ = op.drop_check("animals", "ck")),
        ("alter_primary_key", |op| _ = op.alter_primary_key("animals", ["name", "maybe"])),
        ("enums", |op| {
            op.create_enum("size", ["small"]);
            op.drop_enum("mood");
            op.alter_enum("kind", ["cat", "dog"], ["dog", "cow"]);
        }),
        ("set_table_comment", |op| _ = op.drop_table_comment("animals")),
        ("several", |op| {
            op.rename_table("animals", "pets");
            op.drop_unique("pets", ["name"]);
            op.drop_check("pets", "ck");
            op.drop_index("idx", "pets", ["name", "owner"]);
            op.drop_column("pets", "name");
            op.create_table("t", [integer("a")]).foreign_key(foreign_key(["a"], "pets", ["id"]));
        }),
    ];
    for (row, record) in rows {
        let mut op = Op::default();
        record(&mut op);
        let steps = op.into_steps();
        let back = reverse_all(&steps, &before(), Sqlite).unwrap_or_else(|error| panic!("{row}: {error}"));
        let mut schema = before();
        replay_all(&steps, &mut schema, Sqlite).unwrap_or_else(|error| panic!("{row}: {error}"));
        assert_ne!(schema, before(), "{row} changes something");
        replay_all(&back, &mut schema, Sqlite).unwrap_or_else(|error| panic!("{row}: {error}"));
        assert_eq!(sorted(schema), sorted(before()), "{row}");
    }
}

/// What comes back stands behind the others: order means nothing among the parts of a table.
fn sorted(mut schema: Schema) -> Schema {
    for table in schema.tables.values_mut() {
        table.columns.sort_by(|a, b| a.name.cmp(&b.name));
        table.uniques.sort_by(|a, b| a.name.cmp(&b.name));
        table.indexes.sort_by(|a, b| a.name.cmp(&b.name));
        table.foreign_keys.sort_by(|a, b| a.name.cmp(&b.name));
    }
    schema
}

#[test]
fn a_filled_column_needs_no_way_back() {
    let back = |column: &str| {
        let mut op = Op::default();
        op.fill_column("animals", column, "x");
        reverse_all(&op.into_steps(), &before(), Sqlite).map_err(|error| error.to_string())
    };
    assert_eq!(back("maybe"), Ok(Vec::new()));
    assert_eq!(back("ghost"), Err("table `animals` has no column `ghost`".to_owned()));
}

#[test]
fn what_only_its_author_can_undo_has_no_reverse() {
    let mut op = Op::default();
    op.run("fill", |_| async { Ok(()) });
    let error = reverse_all(&op.into_steps(), &before(), Sqlite).unwrap_err();
    assert_eq!(error, ReverseError::Opaque("run fill".into()));
}

#[test]
fn reversed_steps_count_where_their_steps_do() {
    let mut op = Op::default();
    op.drop_index("idx", "animals", ["name", "owner"]).only(Postgres);
    let back = reverse_all(&op.into_steps(), &before(), Postgres).unwrap();
    assert_eq!(back.iter().map(|step| step.only.as_slice()).collect::<Vec<_>>(), [[Postgres]]);
    assert_eq!(back[0].operation.table(), Some(&ObjectName::bare("animals")));
}
