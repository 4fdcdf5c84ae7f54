//! Where rows need a value: a column that may not be NULL comes to a table that is there, or a column that is there may not be NULL any more.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{Column, ColumnType, Dialect, Expression, ObjectName, Schema, Table};

use super::{Fill, Fills, value::suggestions};
use crate::Unfilled;

/// What is filled, and what is not known.
#[derive(Debug, Default)]
pub(crate) struct Filling {
    /// The value of each column that is filled.
    pub(crate) values: BTreeMap<(ObjectName, String), Expression>,
    /// The columns that nobody named a fitting value for.
    pub(crate) questions: Vec<Unfilled>,
    /// The answers that nothing asked for.
    pub(crate) unused: Vec<(ObjectName, String)>,
}

/// Says what is filled between `bases` and `ends`, whatever rows there are: those of this database say nothing of the next one's.
///
/// A named value counts first, then the column's default.
pub(crate) fn fill(bases: &BTreeMap<Dialect, Schema>, ends: &BTreeMap<Dialect, Schema>, answers: &Fills) -> Filling {
    let mut filling = Filling::default();
    let mut unused: BTreeSet<&(ObjectName, String)> = answers.keys().collect();
    let mut asked = BTreeSet::new();
    let pairs = bases.iter().filter_map(|(dialect, base)| Some((base, ends.get(dialect)?)));
    let tables = pairs.flat_map(|(base, end)| end.tables.values().map(move |next| (base.table(&next.name), next)));
    for (previous, next) in tables.filter_map(|(previous, next)| Some((previous?, next))) {
        for name in back_from(previous, next) {
            unused.remove(&(next.name.clone(), name.to_owned()));
        }
        for column in &next.columns {
            let Some(need) = Need::of(previous, next, column) else { continue };
            let key = (next.name.clone(), column.name.clone());
            unused.remove(&key);
            match need.value(answers.get(&key)) {
                Resolved::Value(value) => _ = filling.values.insert(key, value),
                Resolved::Nothing => {}
                Resolved::Unknown { refused } => {
                    if asked.insert(key) {
                        filling.questions.push(need.question(refused));
                    }
                }
            }
        }
    }
    filling.unused = unused.into_iter().cloned().collect();
    filling
}

/// The columns that may not be NULL again on the way back.
fn back_from<'a>(previous: &'a Table, next: &'a Table) -> impl Iterator<Item = &'a str> {
    let required = previous.columns.iter().filter(|column| is_required(column));
    let changed = required.filter(|column| next.column(&column.name).is_none_or(|next| next.nullable));
    changed.map(|column| column.name.as_str())
}

/// Whether each row needs a value that the server does not compute.
pub(super) const fn is_required(column: &Column) -> bool {
    !column.nullable && column.generated.is_none() && column.auto_increment.is_none()
}

/// The default, if it is a value.
pub(super) fn default_of(column: &Column) -> Option<&Expression> {
    column.default.as_ref().filter(|default| **default != Expression::Null)
}

/// A column whose rows need a value.
struct Need<'a> {
    previous: &'a Table,
    next: &'a Table,
    column: &'a Column,
    /// Whether the column comes, so that the server gives its default to the rows.
    is_new: bool,
}

/// What an answer comes to.
enum Resolved {
    Value(Expression),
    /// Nothing has to be filled.
    Nothing,
    Unknown {
        /// Why the value that was named does not do.
        refused: Option<String>,
    },
}

impl<'a> Need<'a> {
    fn of(previous: &'a Table, next: &'a Table, column: &'a Column) -> Option<Self> {
        let known = previous.column(&column.name);
        let comes = known.is_none_or(|known| known.nullable);
        (comes && is_required(column)).then_some(Self { previous, next, column, is_new: known.is_none() })
    }

    fn value(&self, answer: Option<&Fill>) -> Resolved {
        let named = match answer {
            Some(Fill::Nothing) => return Resolved::Nothing,
            Some(Fill::Value(value)) => Some(value),
            None if self.is_new && default_of(self.column).is_some() => return Resolved::Nothing,
            None => default_of(self.column),
        };
        let Some(value) = named else { return Resolved::Unknown { refused: None } };
        match self.misfit(value) {
            None => Resolved::Value(value.clone()),
            Some(reason) => Resolved::Unknown { refused: Some(reason) },
        }
    }

    /// Why a value does not do, as far as that can be told without the database.
    fn misfit(&self, value: &Expression) -> Option<String> {
        let (table, name) = (&self.next.name, &self.column.name);
        match (value, &self.column.column_type) {
            (Expression::Null, _) => Some("NULL fills nothing".to_owned()),
            (Expression::Sql(word), _) if is_word(word) && !self.has_column(word) => Some(format!(
                "{table} has no column `{word}`; a text goes into single quotes: '{word}', a word of SQL's into parentheses: ({word})"
            )),
            (Expression::Sql(_), _) => None,
            (_, _) if is_alone_unique(self.next, name) => Some(format!(
                "{table}.{name} is unique, and every row would get the same value; name SQL that gives each row its own"
            )),
            (Expression::Text(label), ColumnType::Enum(enumeration)) if !enumeration.labels.contains(label) => {
                Some(format!("{} has no label '{label}'", enumeration.name))
            }
            (_, _) => None,
        }
    }

    fn has_column(&self, name: &str) -> bool {
        let mut columns = self.previous.columns.iter().chain(&self.next.columns);
        columns.any(|column| column.name.eq_ignore_ascii_case(name))
    }

    fn question(&self, refused: Option<String>) -> Unfilled {
        Unfilled {
            table: self.next.name.clone(),
            column: self.column.name.clone(),
            suggestions: suggestions(self.column, self.next),
            refused,
        }
    }
}

/// Whether SQL is one name.
fn is_word(sql: &str) -> bool {
    let is_letter = |character: char| character.is_alphabetic() || character == '_';
    sql.starts_with(is_letter) && sql.chars().all(|character| is_letter(character) || character.is_numeric())
}

/// Whether no two rows may hold the same in the column, whatever the others hold.
pub(super) fn is_alone_unique(table: &Table, column: &str) -> bool {
    let is_it = |columns: &[String]| columns == [column];
    table.single_key() == Some(column)
        || table.uniques.iter().any(|unique| is_it(&unique.columns))
        || table.indexes.iter().any(|index| {
            index.unique && index.filter.is_none() && index.plain_columns().is_some_and(|columns| columns == [column])
        })
}
