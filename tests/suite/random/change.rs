//! Changes of a schema, as a user makes them.

use limbeck_schema::{Column, ColumnType, Index, ObjectName, ReferentialAction, Schema, Table};

use super::{dice::Dice, make};

/// Changes something, or nothing where the dice fall badly.
pub fn change(schema: &mut Schema, dice: &mut Dice) {
    let names: Vec<_> = schema.tables.keys().cloned().collect();
    let Some(name) = dice.pick(&names).cloned() else {
        return make::add_table(schema, 0, dice);
    };
    match dice.up_to(12) {
        0 => {
            let number = (0..9).find(|number| !schema.tables.contains_key(&ObjectName::bare(format!("t{number}"))));
            make::add_table(schema, number.unwrap_or(9), dice);
        }
        1 => drop_table(schema, &name),
        2 => make::add_foreign_key(schema, &name, dice),
        3 => change_labels(schema, dice),
        4 | 5 => in_table(schema, &name, |table| make::add_column(table, dice)),
        6 => in_table(schema, &name, |table| make::add_part(table, dice)),
        7 => drop_column(schema, &name, dice),
        8 => in_table(schema, &name, |table| drop_part(table, dice)),
        9 => in_table(schema, &name, |table| change_type(table, dice)),
        10 => in_table(schema, &name, |table| change_facet(table, dice)),
        11 => change_key(schema, &name, dice),
        _ => in_table(schema, &name, |table| change_action(table, dice)),
    }
}

/// Changes a table and takes its types into the schema; types that no column has any more go.
fn in_table(schema: &mut Schema, name: &ObjectName, change: impl FnOnce(&mut Table)) {
    if let Some(mut table) = schema.tables.remove(name) {
        change(&mut table);
        make::insert(schema, table);
    }
    drop_unused(schema);
}

fn drop_unused(schema: &mut Schema) {
    let columns = || schema.tables.values().flat_map(|table| &table.columns);
    let used: Vec<_> =
        columns().filter_map(|column| column.column_type.enumeration()).map(|used| used.name.clone()).collect();
    schema.enums.retain(|name, _| used.contains(name));
}

fn drop_table(schema: &mut Schema, name: &ObjectName) {
    schema.tables.remove(name);
    for table in schema.tables.values_mut() {
        table.foreign_keys.retain(|key| key.target != *name);
    }
    drop_unused(schema);
}

fn change_labels(schema: &mut Schema, dice: &mut Dice) {
    let names: Vec<_> = schema.enums.keys().cloned().collect();
    let Some(name) = dice.pick(&names) else { return };
    let Some(enumeration) = schema.enums.get_mut(name) else { return };
    let mut used = None;
    match dice.up_to(2) {
        0 => {
            let label = format!("new {}", enumeration.labels.len());
            if !enumeration.labels.contains(&label) {
                used = Some(label.clone()).filter(|_| dice.up_to(1) == 0);
                enumeration.labels.insert(dice.up_to(enumeration.labels.len()), label);
            }
        }
        1 => enumeration.labels.rotate_left(1),
        _ if enumeration.labels.len() > 2 => {
            enumeration.labels.pop();
        }
        _ => {}
    }
    let labels = enumeration.labels.clone();
    for column in schema.tables.values_mut().flat_map(|table| &mut table.columns) {
        let Some(enumeration) = column.column_type.enumeration_mut().filter(|known| known.name == *name) else {
            continue;
        };
        enumeration.labels.clone_from(&labels);
        if let (Some(label), true) = (&used, matches!(column.column_type, ColumnType::Enum(_))) {
            column.default = Some(label.as_str().into());
        }
        if matches!(&column.default, Some(limbeck_schema::Expression::Text(text)) if !labels.contains(text)) {
            column.default = labels.first().map(|label| label.as_str().into());
        }
    }
}

/// Whether something of the schema stands on the column.
fn is_used(schema: &Schema, table: &Table, column: &str) -> bool {
    let has = |columns: &[String]| columns.iter().any(|name| name == column);
    table.is_key(column)
        || table.foreign_keys.iter().any(|key| has(&key.columns))
        || schema.referring(&table.name).flat_map(|other| &other.foreign_keys).any(|key| has(&key.target_columns))
}

/// Drops a column with the indexes and constraints that stand on it.
fn drop_column(schema: &mut Schema, name: &ObjectName, dice: &mut Dice) {
    let Some(table) = schema.table(name) else { return };
    let is_used_id = is_used(schema, table, "id");
    let free = |column: &&Column| !table.is_key(&column.name) && (column.name != "id" || !is_used_id);
    let columns: Vec<_> = table.columns.iter().filter(free).map(|column| column.name.clone()).collect();
    let Some(column) = dice.pick(&columns).cloned() else { return };
    in_table(schema, name, |table| {
        let has = |columns: &[String]| columns.contains(&column);
        let computed = |known: &Column| known.generated.as_ref().is_some_and(|by| by.expression.contains(&column));
        table.columns.retain(|known| known.name != column && !computed(known));
        table.uniques.retain(|unique| !has(&unique.columns));
        table.foreign_keys.retain(|key| !has(&key.columns));
        table.indexes.retain(|index| !index.parts.iter().any(|part| part.target.column() == Some(column.as_str())));
        table.checks.retain(|check| !check.expression.contains(&column));
    });
}

fn drop_part(table: &mut Table, dice: &mut Dice) {
    match dice.up_to(3) {
        0 => drop(table.indexes.pop()),
        1 => drop(table.uniques.pop()),
        2 => drop(table.checks.pop()),
        _ => drop(table.foreign_keys.pop()),
    }
}

/// Gives a column that nothing refers to another type of its group, and a default of that.
fn change_type(table: &mut Table, dice: &mut Dice) {
    let free = |column: &&Column| {
        !table.is_key(&column.name)
            && !table.foreign_keys.iter().any(|key| key.columns.contains(&column.name))
            && !table.checks.iter().any(|check| check.expression.contains(&column.name))
            && column.generated.is_none()
    };
    let columns: Vec<_> = table.columns.iter().filter(free).map(|column| column.name.clone()).collect();
    let Some(name) = dice.pick(&columns).cloned() else { return };
    let is_indexed = |index: &Index| index.parts.iter().any(|part| part.target.column() == Some(name.as_str()));
    let indexed =
        table.indexes.iter().any(is_indexed) || table.uniques.iter().any(|unique| unique.columns.contains(&name));
    let Some(column) = table.column_mut(&name) else { return };
    let groups = make::groups();
    let Some(group) = groups.iter().find(|group| group.iter().any(|(known, _)| *known == column.column_type)) else {
        return;
    };
    let Some((column_type, default)) = dice.pick(group) else { return };
    if indexed && *column_type == ColumnType::Text {
        return;
    }
    column.column_type = column_type.clone();
    if column.default.is_some() {
        column.default = Some(default.clone());
    }
}

fn change_facet(table: &mut Table, dice: &mut Dice) {
    let set_null = |table: &Table, name: &str| {
        let set_null = Some(ReferentialAction::SetNull);
        table
            .foreign_keys
            .iter()
            .any(|key| key.on_delete == set_null && key.columns.iter().any(|column| column == name))
    };
    let free: Vec<_> = table
        .columns
        .iter()
        .filter(|column| !table.is_key(&column.name) && !set_null(table, &column.name) && column.generated.is_none())
        .map(|column| column.name.clone())
        .collect();
    let Some(name) = dice.pick(&free).cloned() else { return };
    if dice.one_in(5) {
        table.comment = Some("another one".to_owned());
    }
    let Some(column) = table.column_mut(&name) else { return };
    match dice.up_to(2) {
        0 => column.nullable = !column.nullable,
        1 => column.comment = Some("says something else".to_owned()),
        _ => {
            let groups = make::groups();
            let known = groups.iter().flatten().find(|(known, _)| *known == column.column_type);
            column.default = known.map(|(_, default)| default.clone()).filter(|_| column.auto_increment.is_none());
        }
    }
}

/// Makes a key of two columns out of one, or one of two.
fn change_key(schema: &mut Schema, name: &ObjectName, dice: &mut Dice) {
    let referred = schema.tables.values().flat_map(|table| &table.foreign_keys).any(|key| key.target == *name);
    if referred {
        return;
    }
    in_table(schema, name, |table| {
        let whole = |column: &&Column| matches!(column.column_type, ColumnType::Integer | ColumnType::BigInteger);
        let others: Vec<_> = table
            .columns
            .iter()
            .filter(|column| column.name != "id" && !column.nullable && column.default.is_none())
            .filter(whole)
            .map(|column| column.name.clone())
            .collect();
        let next = match (table.single_key(), dice.pick(&others)) {
            (Some(_), Some(other)) => make::primary_key(table, &["id", other]),
            (None, _) => make::primary_key(table, &["id"]),
            (Some(_), None) => return,
        };
        if next.columns.len() > 1
            && let Some(column) = table.column_mut("id")
        {
            column.auto_increment = None;
        }
        table.primary_key = Some(next);
    });
}

fn change_action(table: &mut Table, dice: &mut Dice) {
    let nullable: Vec<_> =
        table.columns.iter().filter(|column| column.nullable).map(|column| column.name.clone()).collect();
    if let Some(key) = table.foreign_keys.first_mut() {
        let may_be_null = key.columns.iter().all(|column| nullable.contains(column));
        key.on_delete = match dice.up_to(2) {
            0 => Some(ReferentialAction::Cascade),
            1 => Some(ReferentialAction::NoAction),
            _ if may_be_null => Some(ReferentialAction::SetNull),
            _ => Some(ReferentialAction::Restrict),
        };
    }
}
