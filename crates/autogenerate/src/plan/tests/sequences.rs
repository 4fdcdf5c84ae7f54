//! Orders without which a server refuses a step.

use limbeck_operations::{Operation, Step};
use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Dialect, Enumeration, ForeignKey, Generated, Index, PrimaryKey, Schema,
    Table, Unique,
};

use super::properties::hold;

fn column(name: &str, column_type: ColumnType) -> Column {
    Column::new(name, column_type)
}

/// A table with a numbered key.
fn table(name: &str) -> Table {
    let mut id = column("id", ColumnType::Integer);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let mut table = Table::new(name, vec![id]);
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table
}

fn refer(table: &mut Table, target: &str) {
    let name = format!("{target}_id");
    let mut column = column(&name, ColumnType::Integer);
    column.nullable = true;
    table.columns.push(column);
    let key = ForeignKey::new([name.as_str()], target, ["id"]).named(format!("fk-{}-{name}", table.name));
    table.foreign_keys.push(key);
}

fn schema(tables: impl IntoIterator<Item = Table>) -> Schema {
    let mut schema = Schema::default();
    tables.into_iter().for_each(|table| schema.insert(table));
    schema
}

fn changed(table: &Table, change: impl FnOnce(&mut Table)) -> Table {
    let mut table = table.clone();
    change(&mut table);
    table
}

fn words(steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| step.operation.to_string()).collect()
}

/// Holds that going from `a` to `b` takes these steps, on all dialects, and back.
fn takes(what: &str, a: &Schema, b: &Schema, expected: &[&str]) {
    assert_eq!(words(&hold(what, a, b, &Dialect::ALL).upgrade()), expected, "{what}");
}

#[test]
fn tables_in_a_cycle_are_tied_when_all_are_there() {
    let (mut a, mut b) = (table("a"), table("b"));
    refer(&mut a, "b");
    refer(&mut b, "a");
    let cycle = schema([a, b]);
    let made = hold("create", &Schema::default(), &cycle, &Dialect::ALL).upgrade();
    assert_eq!(words(&made), ["create_table a", "create_table b", "add_foreign_key a.fk-a-b_id"]);
    let inline: Vec<usize> = made
        .iter()
        .filter_map(|step| match &step.operation {
            Operation::CreateTable { definition } => Some(definition.foreign_keys.len()),
            _ => None,
        })
        .collect();
    assert_eq!(inline, [0, 1]);
    takes("drop", &cycle, &Schema::default(), &["drop_foreign_key a.fk-a-b_id", "drop_table b", "drop_table a"]);
}

#[test]
fn a_table_that_goes_lets_go_of_its_users_first() {
    let (mut user, owner) = (table("a"), table("b"));
    let free = user.clone();
    refer(&mut user, "b");
    takes(
        "a user that stays",
        &schema([user.clone(), owner.clone()]),
        &schema([free]),
        &["drop_foreign_key a.fk-a-b_id", "drop_column a.b_id", "drop_table b"],
    );
    takes("a user that goes too", &schema([user, owner]), &Schema::default(), &["drop_table a", "drop_table b"]);
}

#[test]
fn both_ends_of_a_key_change_their_type_without_it() {
    let (mut user, owner) = (table("a"), table("b"));
    refer(&mut user, "b");
    let before = schema([user.clone(), owner.clone()]);
    let wide = |column: &mut Column| column.column_type = ColumnType::BigInteger;
    let wide_owner = changed(&owner, |table| wide(&mut table.columns[0]));
    let wide_user = changed(&user, |table| wide(&mut table.columns[1]));
    takes(
        "both",
        &before,
        &schema([wide_user.clone(), wide_owner.clone()]),
        &["drop_foreign_key a.fk-a-b_id", "alter_column a.b_id", "alter_column b.id", "add_foreign_key a.fk-a-b_id"],
    );
    takes("one end", &before, &schema([wide_user, owner]), &["alter_column a.b_id"]);
    takes("the other end", &before, &schema([user, wide_owner]), &["alter_column b.id"]);
}

#[test]
fn a_key_lets_go_while_what_it_rests_on_changes() {
    let mut owner = table("b");
    owner.columns.push(column("code", ColumnType::Integer));
    let mut user = table("a");
    refer(&mut user, "b");
    let next = changed(&owner, |table| {
        table.columns[0].auto_increment = None;
        table.primary_key = Some(PrimaryKey::new(["code"]));
        table.uniques.push(Unique::new(["id"]).named("u"));
    });
    takes(
        "a key that stays",
        &schema([user.clone(), owner.clone()]),
        &schema([user.clone(), next.clone()]),
        &[
            "drop_foreign_key a.fk-a-b_id",
            "alter_column b.id",
            "alter_primary_key b",
            "add_unique b.u",
            "add_foreign_key a.fk-a-b_id",
        ],
    );
    takes(
        "a key whose table goes",
        &schema([user, owner]),
        &schema([next]),
        &["drop_foreign_key a.fk-a-b_id", "alter_column b.id", "alter_primary_key b", "add_unique b.u", "drop_table a"],
    );
}

#[test]
fn a_new_table_waits_for_what_it_refers_to() {
    let owner = table("b");
    let mut user = table("a");
    user.columns.push(column("code", ColumnType::Integer));
    user.foreign_keys.push(ForeignKey::new(["code"], "b", ["code"]).named("f"));
    let next = changed(&owner, |table| {
        table.columns.push(column("code", ColumnType::Integer));
        table.uniques.push(Unique::new(["code"]).named("u"));
    });
    takes(
        "a new column",
        &schema([owner]),
        &schema([user, next]),
        &["create_table a", "add_column b.code", "add_unique b.u", "add_foreign_key a.f"],
    );
}

#[test]
fn a_numbered_key_comes_and_goes_beside_its_key() {
    let numbered = table("a");
    let token = column("token", ColumnType::Integer);
    let plain = changed(&numbered, |table| {
        table.columns = vec![token.clone(), column("note", ColumnType::Integer)];
        table.primary_key = Some(PrimaryKey::new(["token"]));
        table.uniques.push(Unique::new(["note"]).named("u"));
    });
    let numbered = changed(&numbered, |table| table.columns.push(token));
    takes(
        "goes",
        &schema([numbered.clone()]),
        &schema([plain.clone()]),
        &["add_column a.note", "alter_primary_key a", "drop_column a.id", "add_unique a.u"],
    );
    takes(
        "comes",
        &schema([plain]),
        &schema([numbered]),
        &["drop_unique a.u", "add_column a.id", "alter_primary_key a", "drop_column a.note"],
    );
}

#[test]
fn numbering_goes_with_its_key_on_every_dialect() {
    let before = changed(&table("a"), |table| table.columns.push(column("b", ColumnType::Integer)));
    let after = changed(&before, |table| {
        table.columns[0].auto_increment = None;
        table.primary_key = Some(PrimaryKey::new(["id", "b"]));
    });
    let (before, after) = (schema([before]), schema([after]));
    for dialect in Dialect::ALL {
        let wider = words(&hold("wider", &before, &after, &[dialect]).upgrade());
        assert_eq!(wider, ["alter_column a.id", "alter_primary_key a.pk-a"], "{dialect}");
        let narrower = words(&hold("narrower", &after, &before, &[dialect]).upgrade());
        assert_eq!(narrower, ["alter_primary_key a", "alter_column a.id"], "{dialect}");
    }
}

#[test]
fn members_of_a_key_may_not_be_null_before_and_may_be_after() {
    let before = changed(&table("a"), |table| {
        table.columns[0].auto_increment = None;
        table.columns.push(Column { nullable: true, ..column("b", ColumnType::Integer) });
        table.columns.push(column("c", ColumnType::Integer));
        table.primary_key = Some(PrimaryKey::new(["id", "c"]));
    });
    let after = changed(&before, |table| {
        table.columns[1].nullable = false;
        table.columns[2].nullable = true;
        table.primary_key = Some(PrimaryKey::new(["id", "b"]));
    });
    takes(
        "members",
        &schema([before]),
        &schema([after]),
        &["alter_column a.b", "alter_primary_key a.pk-a", "alter_column a.c"],
    );
}

#[test]
fn computed_columns_stand_aside_while_their_sources_change() {
    let computed = |name: &str, sql: &str| {
        let generated = Some(Generated { expression: sql.into(), stored: true });
        Column { nullable: true, generated, ..column(name, ColumnType::Integer) }
    };
    let before = changed(&table("a"), |table| {
        table.columns.push(column("n", ColumnType::Integer));
        table.columns.push(column("t", ColumnType::Text));
        table.columns.push(computed("x", "n * 2"));
        table.columns.push(computed("y", "n * 3"));
    });
    let after = changed(&before, |table| {
        table.columns[1].column_type = ColumnType::Text;
        table.columns[2].column_type = ColumnType::Integer;
        table.columns[3] = computed("z", "t * 2");
        table.columns[4] = computed("y", "t * 3");
    });
    takes(
        "computed",
        &schema([before]),
        &schema([after]),
        &[
            "drop_column a.x",
            "alter_column a.y",
            "alter_column a.n",
            "alter_column a.t",
            "alter_column a.y",
            "add_column a.z",
        ],
    );
}

#[test]
fn a_default_goes_before_the_label_that_it_is() {
    let with = |labels: &[&str], default: Option<&str>, keeps: bool| {
        let mood = ColumnType::Enum(Enumeration::new("mood", labels.iter().copied()));
        schema([changed(&table("a"), |table| {
            table.columns.push(column("other", mood.clone()));
            if keeps {
                table.columns.push(Column { default: default.map(Into::into), ..column("mood", mood) });
            }
        })])
    };
    let before = with(&["old", "new"], Some("old"), true);
    takes(
        "another default",
        &before,
        &with(&["new"], Some("new"), true),
        &["alter_column a.mood", "alter_enum mood", "alter_column a.mood"],
    );
    takes("silence", &before, &with(&["new"], None, true), &["alter_column a.mood", "alter_enum mood"]);
    takes(
        "a column that goes",
        &before,
        &with(&["new"], None, false),
        &["alter_column a.mood", "drop_column a.mood", "alter_enum mood"],
    );
}

#[test]
fn a_column_goes_after_what_names_it() {
    let after = table("a");
    let before = changed(&after, |table| {
        table.columns.push(column("n", ColumnType::Integer));
        table.uniques.push(Unique::new(["n"]).named("u"));
        table.indexes.push(Index::new("i", ["n"]));
        table.checks.push(Check::new("n > 0").named("ck"));
    });
    takes(
        "column",
        &schema([before]),
        &schema([after]),
        &["drop_check a.ck", "drop_unique a.u", "drop_index a.i", "drop_column a.n"],
    );
}

#[test]
fn a_name_is_free_before_it_is_given_again() {
    let with = |name: &str| changed(&table(name), |table| table.indexes.push(Index::new("i", ["id"])));
    takes(
        "a new table",
        &schema([with("b")]),
        &schema([with("a")]),
        &["drop_index b.i", "create_table a", "create_index a.i", "drop_table b"],
    );
    takes(
        "another table",
        &schema([table("a"), with("b")]),
        &schema([with("a"), table("b")]),
        &["drop_index b.i", "create_index a.i"],
    );
}

#[test]
fn changes_of_one_table_stand_together() {
    let both = |change: fn(&mut Table)| schema([changed(&table("a"), change), changed(&table("b"), change)]);
    let before = both(|table| table.indexes.push(Index::new(format!("i-{}", table.name), ["id"])));
    let after = both(|table| {
        table.columns.push(column("n", ColumnType::Integer));
        table.uniques.push(Unique::new(["n"]).named(format!("u-{}", table.name)));
    });
    takes(
        "two tables",
        &before,
        &after,
        &[
            "drop_index a.i-a",
            "add_column a.n",
            "add_unique a.u-a",
            "drop_index b.i-b",
            "add_column b.n",
            "add_unique b.u-b",
        ],
    );
}
