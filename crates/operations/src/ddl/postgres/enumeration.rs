//! Changes of an enumerated type's labels.

use limbeck_schema::{Column, ColumnType, Dialect, Enumeration, Expression, ObjectName, Schema, Table, shorten};

use super::{DIALECT, add, column::type_of, drop_constraint, restore::Reach};
use crate::{
    Operation, Setting, Step,
    ddl::{
        DdlError, Statement,
        builder::{self, Place},
        constraint,
        expression::{default_value, is_label},
        quote::{identifier, object, string},
    },
};

/// A change of labels.
#[derive(Clone, Copy)]
pub(in crate::ddl) struct Labels<'a> {
    pub(in crate::ddl) name: &'a ObjectName,
    pub(in crate::ddl) previous: &'a [String],
    pub(in crate::ddl) next: &'a [String],
}

impl<'a> Labels<'a> {
    /// The labels that come, each with its place, if none goes and none moves.
    fn additions(self) -> Option<Vec<(&'a str, Place<'a>)>> {
        let mut kept = self.previous.iter().peekable();
        let mut added = Vec::new();
        for label in self.next {
            if kept.next_if_eq(&label).is_some() {
                continue;
            }
            added.push((label.as_str(), kept.peek().map_or(Place::Last, |before| Place::Before(before))));
        }
        kept.next().is_none().then_some(added)
    }
}

/// Adds the labels where that is all; else puts a new type in the old one's place, as PostgreSQL can't drop or move a label.
///
/// A label that was added can't be used before the transaction is committed ("unsafe use of new value", measured on 15). So where a later
/// step of the same revision may use one, the type is replaced too: a type that the transaction made has no such limit.
pub(super) fn alter(
    change: Labels<'_>,
    later: &[Step],
    before: &Schema,
    operation: &Operation,
) -> Result<Vec<Statement>, DdlError> {
    match change.additions() {
        Some(added) if !added.iter().any(|(label, _)| is_used(label, change.name, later)) => Ok(added
            .into_iter()
            .map(|(label, place)| Statement::new(builder::add_label(change.name, label, place)))
            .collect()),
        Some(_) | None => replace(change, before, operation),
    }
}

/// Whether [`alter`] puts a new type in the old one's place, and so writes every row with a column of it.
pub(in crate::ddl) fn replaces(change: Labels<'_>, later: &[Step]) -> bool {
    change.additions().is_none_or(|added| added.iter().any(|(label, _)| is_used(label, change.name, later)))
}

/// Whether one of the steps may use `label` as a value.
fn is_used(label: &str, name: &ObjectName, steps: &[Step]) -> bool {
    use Operation as O;
    let quoted = string(label, DIALECT);
    let in_sql = |sql: &str| sql.contains(&quoted);
    let in_default = |default: &Expression| match default {
        Expression::Text(text) => text == label,
        Expression::Sql(sql) => in_sql(sql),
        _ => false,
    };
    let in_column = |column: &Column| column.default.as_ref().is_some_and(in_default);
    steps.iter().filter(|step| step.counts_on(Dialect::Postgres)).any(|step| match &step.operation {
        O::CreateTable { definition } => {
            definition.columns.iter().any(in_column) || definition.checks.iter().any(|check| in_sql(&check.expression))
        }
        O::AddColumn { column, .. } => in_column(column),
        O::AlterColumn { changes, .. } => {
            let default = matches!(&changes.default, Some(Setting::Set(default)) if in_default(default));
            let enumeration = changes.column_type.as_ref().and_then(ColumnType::enumeration);
            default || enumeration.is_some_and(|enumeration| enumeration.name == *name)
        }
        O::FillColumn { value, .. } => in_default(value),
        O::CreateIndex { index, .. } => index.filter.as_deref().is_some_and(in_sql),
        O::AddCheck { check, .. } => in_sql(&check.expression),
        O::Execute { sql, .. } => in_sql(sql),
        O::Run { .. } => true,
        _ => false,
    })
}

/// Renames the type aside, makes the new one, takes every column over, drops the old one. A row with a label that is gone stops it.
fn replace(change: Labels<'_>, before: &Schema, operation: &Operation) -> Result<Vec<Statement>, DdlError> {
    let aside = shorten(&format!("{}_limbeck_previous", change.name.name));
    let old = ObjectName { schema: change.name.schema.clone(), name: aside.clone() };
    let next = Enumeration { name: change.name.clone(), labels: change.next.to_vec() };
    let holders: Vec<_> = before.tables.values().filter_map(|table| Holder::of(table, change.name)).collect();

    let mut statements =
        vec![Statement::new(builder::rename_type(change.name, &aside)), Statement::new(builder::create_type(&next))];
    let mut restores = Vec::new();
    for (table, key) in foreign_keys(&holders, before) {
        let drop = drop_constraint(&table.name, key.name.as_deref(), "foreign key", operation)?;
        statements.push(Statement::new(drop));
        restores.push(Statement::new(add(&table.name, &constraint::foreign_key(key, DIALECT))));
    }
    for holder in &holders {
        let reach = Reach::of_retyped(holder.table, holder.columns.iter().map(|column| column.name.as_str()).collect());
        statements.extend(reach.drop_comparing(operation)?);
        statements.extend(reach.drop_columns());
        statements.push(holder.take_over(change.next));
        statements.extend(reach.add_columns());
        statements.extend(reach.restore());
    }
    statements.extend(restores);
    statements.push(Statement::new(builder::drop_type(&old)));
    Ok(statements)
}

/// A table with columns of the type.
struct Holder<'a> {
    table: &'a Table,
    columns: Vec<&'a Column>,
}

impl<'a> Holder<'a> {
    fn of(table: &'a Table, name: &ObjectName) -> Option<Self> {
        let is_of_type =
            |column: &&Column| column.column_type.enumeration().is_some_and(|enumeration| enumeration.name == *name);
        let columns: Vec<_> = table.columns.iter().filter(is_of_type).collect();
        (!columns.is_empty()).then_some(Self { table, columns })
    }

    fn has(&self, table: &ObjectName, columns: &[String]) -> bool {
        self.table.name == *table && self.columns.iter().any(|column| columns.contains(&column.name))
    }

    /// One ALTER TABLE for all its columns: the labels meet in text.
    /// A default whose label goes is not restored; the revision has to set another.
    fn take_over(&self, labels: &[String]) -> Statement {
        let mut clauses = Vec::new();
        for column in &self.columns {
            let name = identifier(&column.name, DIALECT);
            let lowered = type_of(column);
            let text = if matches!(column.column_type, ColumnType::Array(_)) { "text[]" } else { "text" };
            if column.default.is_some() {
                clauses.push(format!("ALTER COLUMN {name} DROP DEFAULT"));
            }
            clauses.push(format!("ALTER COLUMN {name} TYPE {lowered} USING {name}::{text}::{lowered}"));
            if let Some(default) = column.default.as_ref().filter(|default| is_label(default, labels)) {
                let value = default_value(default, &column.column_type, DIALECT);
                clauses.push(format!("ALTER COLUMN {name} SET DEFAULT {value}"));
            }
        }
        Statement::new(format!("ALTER TABLE {} {}", object(&self.table.name, DIALECT), clauses.join(", ")))
    }
}

/// The foreign keys from or to a column of the type: both ends have to be of one type.
fn foreign_keys<'a>(holders: &[Holder<'_>], before: &'a Schema) -> Vec<(&'a Table, &'a limbeck_schema::ForeignKey)> {
    let reaches = |table: &Table, key: &limbeck_schema::ForeignKey| {
        holders
            .iter()
            .any(|holder| holder.has(&table.name, &key.columns) || holder.has(&key.target, &key.target_columns))
    };
    before
        .tables
        .values()
        .flat_map(|table| table.foreign_keys.iter().map(move |key| (table, key)))
        .filter(|(table, key)| reaches(table, key))
        .collect()
}
