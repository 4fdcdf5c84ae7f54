//! Twins of a schema: the same but for one property, which comparing has to report, alone. A comparer that always says "nothing" fails.

use limbeck_schema::{
    Column, ColumnType, Dialect, Expression, Index, ObjectName, Pair, ReferentialAction, Schema, Table, is_kept_alike,
};

use super::{Held, differences_of};

/// The twins whose difference is not reported, or not alone beside what is reported of the entities themselves.
pub fn unreported(held: &Held<'_>) -> Vec<String> {
    held.entities.schema.tables.keys().flat_map(|name| unreported_of(held, name)).collect()
}

/// The same of one table's twins.
pub fn unreported_of(held: &Held<'_>, table: &ObjectName) -> Vec<String> {
    let usual = differences_of(&held.compare(&held.entities.schema));
    let mut problems = Vec::new();
    for twin in twins(held, table) {
        let mut reported = differences_of(&held.compare(&twin.schema));
        reported.retain(|line| !usual.contains(line));
        let alone = reported.len() == twin.reports;
        let right = reported.iter().all(|line| line.contains(&twin.about));
        if !alone || !right {
            problems.push(format!("{}: {} expected, reported is {reported:#?}", twin.what, twin.reports));
        }
    }
    problems
}

/// A schema that differs in one property.
struct Twin {
    /// The property, in words.
    what: String,
    /// What the report has to name.
    about: String,
    /// How many lines it has: an object that is replaced is two.
    reports: usize,
    schema: Schema,
}

fn twins(held: &Held<'_>, name: &ObjectName) -> Vec<Twin> {
    let (schema, dialect) = (&held.entities.schema, held.dialect);
    let mut twins = Vec::new();
    let (Some(table), Some(actual)) = (schema.table(name), held.actual.table(name)) else {
        return twins;
    };
    let tables = Pair::new(actual, table);
    let mut add = |what: String, about: &str, reports: usize, change: &dyn Fn(&mut Table)| {
        let mut twin = schema.clone();
        if let Some(table) = twin.table_mut(name) {
            change(table);
        }
        twins.push(Twin { what: format!("{name}: {what}"), about: about.to_owned(), reports, schema: twin });
    };
    for at in 0..table.columns.len() {
        of_column(tables, at, dialect, &mut add);
    }
    of_parts(tables, &mut add);
    // What refers to a key keeps it as it is.
    if schema.referring(name).next().is_none() {
        of_key(tables, &mut add);
    }
    twins
}

type Add<'a> = dyn FnMut(String, &str, usize, &dyn Fn(&mut Table)) + 'a;

/// The twins of one column of what is wanted, the second table; the first is what is there.
fn of_column(tables: Pair<&Table>, at: usize, dialect: Dialect, add: &mut Add<'_>) {
    let (table, column) = (tables.next, &tables.next.columns[at]);
    let name = column.name.as_str();
    let known = tables.previous.column(name);
    // The server gives it a number: an entity that takes NULL for its absence, or leaves the numbering unsaid, says the same.
    let is_numbered = known.is_some_and(|known| known.auto_increment.is_some());
    let takes_numbers =
        known.is_some_and(|known| matches!(&known.default, Some(Expression::Sql(sql)) if sql.contains("nextval")));
    let other = another_type(&column.column_type, dialect);
    // A numbered column is an integer, and a type changes together with what depends on it.
    if column.auto_increment.is_none() && !is_linked(table, name) {
        add(format!("another type of {name}"), name, 1, &|table| {
            table.columns[at].column_type = other.clone();
            table.columns[at].default = None;
        });
    }
    if !table.is_key(name) {
        if !is_numbered {
            // Where there is a default, NULL is filled before it is forbidden.
            let has_default = column.default.is_some() || known.is_some_and(|known| known.default.is_some());
            let reports = if column.nullable && has_default { 2 } else { 1 };
            add(format!("NULL of {name}"), name, reports, &|table| {
                table.columns[at].nullable = !table.columns[at].nullable;
            });
        }
        add(format!("default of {name}"), name, 1, &|table| {
            table.columns[at].default = Some(Expression::Sql("(1 + 41)".to_owned()));
        });
    }
    // SQLite's AUTOINCREMENT is no difference where it was not limbeck that wrote it: the key numbers rows without it, too.
    if table.single_key() == Some(name)
        && column.column_type.is_integer()
        && dialect != Dialect::Sqlite
        && !takes_numbers
    {
        add(format!("numbering of {name}"), name, 1, &|table| {
            let column = &mut table.columns[at];
            column.auto_increment = match column.auto_increment {
                None => Some(limbeck_schema::AutoIncrement::ByDefault),
                Some(_) => None,
            };
        });
    }
    if dialect.is_mysql_like() || dialect == Dialect::Postgres {
        add(format!("comment of {name}"), name, 1, &|table| table.columns[at].comment = Some("another".to_owned()));
    }
    if !is_linked(table, name) && !table.is_key(name) {
        add(format!("{name} gone"), name, 1, &|table| {
            table.columns.remove(at);
        });
    }
}

fn of_key(tables: Pair<&Table>, add: &mut Add<'_>) {
    let members = tables.next.primary_key.as_ref().map(|key| key.columns.as_slice()).unwrap_or_default();
    let last = members.last().and_then(|last| tables.previous.column(last));
    // A number leaves the key together with its numbering, which is two changes.
    if members.len() > 1 && last.is_some_and(|last| last.auto_increment.is_none()) {
        add("a shorter primary key".to_owned(), "AlterPrimaryKey", 1, &|table| {
            if let Some(key) = &mut table.primary_key {
                key.columns.pop();
            }
        });
    }
}

fn of_parts(tables: Pair<&Table>, add: &mut Add<'_>) {
    let table = tables.next;
    add("one more column".to_owned(), "surplus", 1, &|table| {
        table.columns.push(Column { nullable: true, ..Column::new("surplus", ColumnType::Integer) });
    });
    for (at, key) in table.foreign_keys.iter().enumerate() {
        let about = key.columns.first().map_or("", String::as_str);
        add(format!("foreign key of {about} gone"), "foreign key", 1, &|table| {
            table.foreign_keys.remove(at);
        });
        let known = tables.previous.foreign_keys.iter().find(|known| known.columns == key.columns);
        let action = key.on_delete.or(known.and_then(|known| known.on_delete));
        // A key that is altered is dropped and added.
        add(format!("foreign key of {about} with other actions"), about, 2, &|table| {
            let key = &mut table.foreign_keys[at];
            key.on_delete = match action {
                Some(ReferentialAction::Cascade) => Some(ReferentialAction::Restrict),
                _ => Some(ReferentialAction::Cascade),
            };
        });
    }
    if is_whole(tables) {
        of_unique_parts(table, add);
    }
    for (at, index) in table.indexes.iter().enumerate() {
        let Index { name, .. } = index;
        add(format!("index {name} the other way"), "", 2, &|table| {
            if let Some(part) = table.indexes[at].parts.first_mut() {
                part.descending = true;
            }
            table.indexes[at].name += "-other";
        });
    }
}

fn of_unique_parts(table: &Table, add: &mut Add<'_>) {
    for (at, unique) in table.uniques.iter().enumerate() {
        let about = unique.columns.first().map_or("", String::as_str);
        add(format!("unique of {about} gone"), "unmanaged", 1, &|table| {
            table.uniques.remove(at);
        });
    }
    for (at, index) in table.indexes.iter().enumerate() {
        add(format!("index {} gone", index.name), "unmanaged", 1, &|table| {
            table.indexes.remove(at);
        });
    }
}

/// Whether all that is wanted to be unique is there with the same columns. Where it is not, one may stand for more than it says, together with another.
fn is_whole(tables: Pair<&Table>) -> bool {
    let groups = tables.next.indexes.iter().filter(|index| index.unique).filter_map(Index::plain_columns);
    let constraints = tables.next.uniques.iter().map(|unique| unique.columns.iter().map(String::as_str).collect());
    groups.chain(constraints).all(|columns: Vec<&str>| is_there(&columns, tables.previous))
}

/// Whether a table has a unique constraint or index of these columns.
fn is_there(wanted: &[&str], actual: &Table) -> bool {
    let is_same =
        |columns: Vec<&str>| columns.len() == wanted.len() && wanted.iter().all(|column| columns.contains(column));
    let constraints = actual.uniques.iter().map(|known| known.columns.iter().map(String::as_str).collect());
    let indexes = actual.indexes.iter().filter(|index| index.unique).filter_map(Index::plain_columns);
    constraints.chain(indexes).any(is_same)
}

/// Whether something of the table stands on the column.
fn is_linked(table: &Table, column: &str) -> bool {
    let has = |columns: &[String]| columns.iter().any(|name| name == column);
    table.is_key(column)
        || table.uniques.iter().any(|unique| has(&unique.columns))
        || table.foreign_keys.iter().any(|key| has(&key.columns))
        || table.indexes.iter().any(|index| index.parts.iter().any(|part| part.target.column() == Some(column)))
}

/// A type that keeps values otherwise on this dialect, so that nobody takes it for a spelling of the same.
fn another_type(column_type: &ColumnType, dialect: Dialect) -> ColumnType {
    [ColumnType::Date, ColumnType::BigInteger, ColumnType::Blob]
        .into_iter()
        .find(|other| !is_kept_alike(other, column_type, dialect))
        .unwrap_or(ColumnType::Text)
}
