//! Schemas as entities could ask for them, of what all the databases have.

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, ConstraintKind, Enumeration, Expression, ForeignKey, Generated, Index,
    ObjectName, PrimaryKey, ReferentialAction, Schema, Table, Unique, constraint_name,
};

use super::dice::Dice;

/// A schema of up to five tables.
pub fn schema(dice: &mut Dice) -> Schema {
    let mut schema = Schema::default();
    for number in 0..=dice.up_to(4) {
        add_table(&mut schema, number, dice);
    }
    for name in schema.tables.keys().cloned().collect::<Vec<_>>() {
        for _ in 0..dice.up_to(2) {
            add_foreign_key(&mut schema, &name, dice);
        }
    }
    schema
}

/// Adds a table without foreign keys, named by a number.
pub fn add_table(schema: &mut Schema, number: usize, dice: &mut Dice) {
    let name = format!("t{number}");
    let mut key = Column::new("id", ColumnType::Integer);
    key.auto_increment = (!dice.one_in(3)).then_some(AutoIncrement::ByDefault);
    let mut table = Table::new(name.as_str(), vec![key]);
    table.primary_key = Some(primary_key(&table, &["id"]));
    for _ in 0..dice.up_to(5) {
        add_column(&mut table, dice);
    }
    for _ in 0..dice.up_to(3) {
        add_part(&mut table, dice);
    }
    if dice.one_in(3) {
        table.comment = Some(format!("table {number}; it's one"));
    }
    insert(schema, table);
}

/// Puts the table into the schema, and the types of its columns with the labels that are there already; a default is one of them.
pub fn insert(schema: &mut Schema, mut table: Table) {
    for column in &mut table.columns {
        let Some(enumeration) = column.column_type.enumeration_mut() else { continue };
        if let Some(known) = schema.enums.get(&enumeration.name) {
            enumeration.labels.clone_from(&known.labels);
        }
        let labels = &enumeration.labels;
        if matches!(&column.default, Some(Expression::Text(text)) if !labels.contains(text)) {
            column.default = labels.first().map(|label| label.as_str().into());
        }
    }
    schema.insert(table);
}

pub fn primary_key(table: &Table, columns: &[&str]) -> PrimaryKey {
    let name = constraint_name(ConstraintKind::PrimaryKey, &table.name.name, []);
    PrimaryKey::new(columns.iter().copied()).named(name)
}

/// Types with a default for each. Those of one group are converted into each other by every database.
pub fn groups() -> Vec<Vec<(ColumnType, Expression)>> {
    use ColumnType as T;
    use Expression as E;
    let text = |text: &str| E::Text(text.to_owned());
    vec![
        vec![
            (T::SmallInteger, E::Integer(-7)),
            (T::Integer, E::Integer(0)),
            (T::BigInteger, E::Integer(1 << 40)),
            (T::Double, E::Number("1.5".to_owned())),
            (T::decimal_len(10, 2), E::Number("2.25".to_owned())),
        ],
        vec![
            (T::string_len(20), text("it's")),
            (T::string_len(60), text("")),
            (T::string(), text("a \\ b")),
            (T::Text, text("long")),
        ],
        vec![(T::Boolean, E::Boolean(true))],
        vec![(T::DateTime, E::CurrentTimestamp), (T::TimestampWithTimeZone, E::CurrentTimestamp)],
        vec![(T::Date, text("2024-02-29"))],
        vec![(T::Uuid, E::Null)],
        vec![(T::Json, E::Null)],
        vec![(T::Enum(Enumeration::new("mood", ["calm", "wild"])), text("calm"))],
        vec![(T::Enum(Enumeration::new("Size", ["S", "M", "it's"])), text("S"))],
    ]
}

pub fn add_column(table: &mut Table, dice: &mut Dice) {
    const NAMES: [&str; 11] =
        ["name", "order", "Mixed", "count", "flag", "day", "note", "grün", "extra", "it's \"so\"", "a`b\\c"];
    let free: Vec<_> = NAMES.into_iter().filter(|name| table.column(name).is_none()).collect();
    let groups = groups();
    let (Some(name), Some((column_type, default))) =
        (dice.pick(&free), dice.pick(&groups).and_then(|group| dice.pick(group)))
    else {
        return;
    };
    let mut column = Column::new(*name, column_type.clone());
    column.nullable = dice.one_in(2);
    if dice.one_in(3) && *default != Expression::Null {
        column.default = Some(default.clone());
    }
    if dice.one_in(4) {
        column.comment = Some(format!("of {name}; it's so"));
    }
    table.columns.push(column);
}

/// The columns that an index may stand on, on every database.
pub fn indexable(table: &Table) -> Vec<String> {
    let short = |column: &&Column| {
        column.generated.is_none() && !matches!(column.column_type, ColumnType::Text | ColumnType::Json)
    };
    table.columns.iter().filter(short).map(|column| column.name.clone()).collect()
}

/// Adds an index, a unique constraint or a check.
pub fn add_part(table: &mut Table, dice: &mut Dice) {
    let columns = indexable(table);
    let (Some(one), Some(other)) = (dice.pick(&columns).cloned(), dice.pick(&columns).cloned()) else { return };
    let mut list = vec![one.clone()];
    if other != one && dice.one_in(2) {
        list.push(other);
    }
    let name = |kind| constraint_name(kind, &table.name.name, list.iter().map(String::as_str));
    let has = |columns: Vec<&str>| columns == list.iter().map(String::as_str).collect::<Vec<_>>();
    match dice.up_to(4) {
        0 if !table.indexes.iter().any(|index| index.plain_columns().is_some_and(has)) => {
            table.indexes.push(Index::new(name(ConstraintKind::Index), list));
        }
        1 if !table.uniques.iter().any(|unique| is_same_set(&unique.columns, &list)) && list != ["id"] => {
            table.uniques.push(Unique::new(list.clone()).named(name(ConstraintKind::Unique)));
        }
        2 => add_check(table, dice),
        3 if list.len() > 1 && !table.uniques.iter().any(|unique| is_same_set(&unique.columns, &list)) => {
            let name = constraint_name(ConstraintKind::Index, &table.name.name, ["group"]);
            if table.indexes.iter().all(|index| index.name != name) {
                table.indexes.push(Index { unique: true, ..Index::new(name, list) });
            }
        }
        4 => add_computed(table, dice),
        _ => {}
    }
}

fn is_same_set(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|column| other.contains(column))
}

/// Adds a column that is computed from another one.
fn add_computed(table: &mut Table, dice: &mut Dice) {
    let columns = plain_integers(table);
    let Some(source) = dice.pick(&columns).filter(|_| table.column("computed").is_none()) else { return };
    let generated = Generated { expression: format!("{source} * 2"), stored: true };
    let column =
        Column { nullable: true, generated: Some(generated), ..Column::new("computed", ColumnType::BigInteger) };
    table.columns.push(column);
}

/// Integer columns whose names need no quotes anywhere: the text of an expression is the same on all databases.
fn plain_integers(table: &Table) -> Vec<String> {
    const NAMES: [&str; 6] = ["count", "name", "extra", "flag", "day", "note"];
    let plain = |column: &&Column| column.column_type.is_integer() && NAMES.contains(&column.name.as_str());
    table.columns.iter().filter(plain).map(|column| column.name.clone()).collect()
}

fn add_check(table: &mut Table, dice: &mut Dice) {
    let columns = plain_integers(table);
    let Some(column) = dice.pick(&columns) else { return };
    let name = constraint_name(ConstraintKind::Check, &table.name.name, [column.as_str()]);
    if table.checks.iter().all(|check| check.name.as_deref() != Some(name.as_str())) {
        let conditions = [format!("{column} > -5"), format!("{column} BETWEEN -1 AND 9 OR {column} = 13")];
        if let Some(condition) = dice.pick(&conditions) {
            table.checks.push(Check::new(condition).named(name));
        }
    }
}

/// Adds a column that refers to the key of some table, and the key.
pub fn add_foreign_key(schema: &mut Schema, name: &ObjectName, dice: &mut Dice) {
    let with_plain_key: Vec<_> = schema
        .tables
        .values()
        .filter(|table| table.single_key() == Some("id"))
        .map(|table| table.name.clone())
        .collect();
    let Some(target) = dice.pick(&with_plain_key).cloned() else { return };
    let Some(table) = schema.table_mut(name) else { return };
    let column = format!("{}_id", target.name);
    if table.column(&column).is_some() {
        return;
    }
    let mut key = ForeignKey::new([column.as_str()], target, ["id"]).named(constraint_name(
        ConstraintKind::ForeignKey,
        &name.name,
        [column.as_str()],
    ));
    let nullable = dice.one_in(2);
    let actions: &[_] = if nullable {
        &[None, Some(ReferentialAction::SetNull), Some(ReferentialAction::Cascade)]
    } else {
        &[None, Some(ReferentialAction::Cascade), Some(ReferentialAction::Restrict)]
    };
    key.on_delete = dice.pick(actions).copied().flatten();
    table.columns.push(Column { nullable, ..Column::new(column, ColumnType::Integer) });
    table.foreign_keys.push(key);
}
