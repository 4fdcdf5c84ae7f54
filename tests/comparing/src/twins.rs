use std::collections::BTreeSet;

use limbeck_entity::Entities;
use limbeck_schema::{
    AutoIncrement, ColumnType, Dialect, Expression, ForeignKey, Index, ObjectName, ReferentialAction, Table, Unique,
    canonical_default,
};

use crate::{Described, Difference, differences, merge};

/// Changes one property of the description, of a kind that `turn` chooses: the kinds take turns, and one that does not apply passes.
///
/// The answer is the property, in the words of a difference.
fn change(described: &mut Described, turn: usize, dialect: Dialect) -> String {
    let mut kinds = KINDS.iter().cycle().skip(turn % KINDS.len()).take(KINDS.len());
    kinds.find_map(|kind| kind(&mut described.table, turn, dialect)).unwrap_or_default()
}

/// Changes the table and says which property it was; `None` where the table has nothing of the kind.
type Kind = fn(&mut Table, usize, Dialect) -> Option<String>;

const KINDS: [Kind; 14] = [
    another_type,
    another_null,
    another_default,
    another_name,
    another_key,
    another_action,
    another_index,
    another_unique,
    another_target,
    another_comment,
    another_numbering,
    another_check,
    another_order,
    another_collation,
];

/// The twins that are not reported, or not alone.
pub(crate) fn unreported(
    described: &[Described],
    absent: &BTreeSet<ObjectName>,
    entities: &Entities,
    dialect: Dialect,
) -> Vec<String> {
    let described: Vec<_> = merge::by_table(described).into_values().collect();
    let before = differences(&described, absent, entities, dialect);
    let mut problems = Vec::new();
    for turn in 0..described.len() {
        let mut changed = described.clone();
        let (of, property) = (changed[turn].table.name.to_string(), change(&mut changed[turn], turn, dialect));
        let after = differences(&changed, absent, entities, dialect);
        // A property that differs already differs otherwise, or not any more.
        let new: Vec<_> = after.iter().filter(|difference| !before.contains(difference)).collect();
        let gone = before.iter().filter(|difference| !after.contains(difference));
        let reported: BTreeSet<_> = new.iter().copied().chain(gone).map(Difference::place).collect();
        if reported != BTreeSet::from([(of.as_str(), property.as_str())]) {
            problems.push(format!("{of}: {property} changed, reported is {reported:#?}"));
        }
    }
    problems
}

/// The column whose turn it is.
fn column(table: &Table, turn: usize) -> Option<usize> {
    turn.checked_rem(table.columns.len())
}

fn another_type(table: &mut Table, turn: usize, dialect: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let before = canonical_default(&table.columns[at], dialect);
    let column = &mut table.columns[at];
    let other = match column.column_type {
        ColumnType::Date => ColumnType::Time,
        _ => ColumnType::Date,
    };
    column.column_type = other;
    // A default that reads otherwise beside another type would be a second difference.
    (canonical_default(column, dialect) == before).then(|| format!("type of {}", column.name))
}

fn another_null(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let column = &mut table.columns[at];
    column.nullable = !column.nullable;
    Some(format!("null of {}", column.name))
}

fn another_default(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let column = &mut table.columns[at];
    column.default = Some(Expression::Integer(4_711));
    Some(format!("default of {}", column.name))
}

fn another_name(table: &mut Table, _: usize, _: Dialect) -> Option<String> {
    let key = table.foreign_keys.first_mut()?;
    key.name = Some("another".to_owned());
    Some(format!("foreign key of {}", key.columns.join(", ")))
}

fn another_key(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let name = table.columns[at].name.clone();
    let key = table.primary_key.as_mut()?;
    match key.columns.iter().position(|member| *member == name) {
        Some(at) => drop(key.columns.remove(at)),
        None => key.columns.push(name),
    }
    Some("primary key".to_owned())
}

fn another_action(table: &mut Table, _: usize, _: Dialect) -> Option<String> {
    let key = table.foreign_keys.last_mut()?;
    key.on_delete = match key.on_delete {
        Some(ReferentialAction::Cascade) => None,
        _ => Some(ReferentialAction::Cascade),
    };
    Some(format!("foreign key of {}", key.columns.join(", ")))
}

fn another_index(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    if let Some(index) = table.indexes.first_mut() {
        index.unique = !index.unique;
        return Some(format!("index {}", index.name));
    }
    let at = column(table, turn)?;
    table.indexes.push(Index::new("another", [table.columns[at].name.as_str()]));
    Some("index another".to_owned())
}

fn another_unique(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    if table.uniques.pop().is_none() {
        let at = column(table, turn)?;
        table.uniques.push(Unique::new([table.columns[at].name.as_str()]));
    }
    Some("uniques".to_owned())
}

fn another_target(table: &mut Table, _: usize, _: Dialect) -> Option<String> {
    let ForeignKey { columns, on_update, .. } = table.foreign_keys.first_mut()?;
    *on_update = match on_update {
        Some(ReferentialAction::SetNull) => None,
        _ => Some(ReferentialAction::SetNull),
    };
    Some(format!("foreign key of {}", columns.join(", ")))
}

fn another_comment(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let column = &mut table.columns[at];
    column.comment = Some("another".to_owned());
    Some(format!("comment of {}", column.name))
}

fn another_numbering(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let column = &mut table.columns[at];
    column.auto_increment = match column.auto_increment {
        None => Some(AutoIncrement::ByDefault),
        Some(_) => None,
    };
    Some(format!("numbering of {}", column.name))
}

fn another_check(table: &mut Table, _: usize, _: Dialect) -> Option<String> {
    table.checks.push(limbeck_schema::Check::new("1 < 2"));
    Some("checks".to_owned())
}

fn another_order(table: &mut Table, _: usize, _: Dialect) -> Option<String> {
    if table.columns.len() < 2 {
        return None;
    }
    table.columns.swap(0, 1);
    Some("columns".to_owned())
}

fn another_collation(table: &mut Table, turn: usize, _: Dialect) -> Option<String> {
    let at = column(table, turn)?;
    let column = &mut table.columns[at];
    column.collation = Some("another".to_owned());
    Some(format!("collation of {}", column.name))
}
