//! Changes of an enumerated type's labels.

use limbeck_schema::{
    Column, ColumnType, Enumeration, Expression, Index, IndexPart, IndexTarget, ObjectName, Schema, Table, shorten,
};

use super::{DIALECT, add, column::type_of, drop_constraint, restore::Reach};
use crate::{
    Alteration, Operation, Setting, Step,
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

    fn added_labels(self) -> impl Iterator<Item = &'a str> {
        self.next.iter().filter(|label| !self.previous.contains(label)).map(String::as_str)
    }
}

/// Adds the labels where that is all; else puts a new type in the old one's place, as PostgreSQL can't drop or move a label.
pub(super) fn alter(change: Labels<'_>, before: &Schema, operation: &Operation) -> Result<Vec<Statement>, DdlError> {
    match change.additions() {
        Some(added) => Ok(added
            .into_iter()
            .map(|(label, place)| Statement::new(builder::add_label(change.name, label, place)))
            .collect()),
        None => replace(change, before, operation),
    }
}

/// Whether [`alter`] puts a new type in the old one's place, and so writes every row with a column of it.
pub(in crate::ddl) fn replaces(change: Labels<'_>) -> bool {
    change.additions().is_none()
}

/// Whether the transaction has to be committed behind the step at `at`: a label that was added can't be used before ("unsafe use of new value", measured
/// on 15). Types that grow in consecutive steps are committed together, behind the last.
pub(in crate::ddl) fn commits_behind(steps: &[Step], at: usize) -> bool {
    let counts = |step: &&Step| step.counts_on(DIALECT);
    let Some((until, later)) = steps.split_at_checked(at + 1) else { return false };
    let grows = later.iter().find(counts).is_some_and(|next| growth(next).is_some());
    let own = until.last().is_some_and(|step| counts(&step));
    let mut grown = until.iter().rev().filter(counts).map_while(growth);
    own && !grows && grown.any(|change| change.added_labels().any(|label| is_used(label, change.name, later)))
}

/// The change of a step that only adds labels.
fn growth(step: &Step) -> Option<Labels<'_>> {
    let Operation::AlterEnum { name, previous, next } = &step.operation else { return None };
    let change = Labels { name, previous, next };
    change.additions().map(|_| change)
}

/// Whether one of the steps may use `label` as a value. What raw SQL and data steps do is theirs to know.
fn is_used(label: &str, name: &ObjectName, steps: &[Step]) -> bool {
    use Operation as O;
    let quoted = string(label, DIALECT);
    let in_sql = |sql: &str| sql.contains(&quoted);
    let in_default = |default: &Expression| match default {
        Expression::Text(text) => text == label,
        Expression::Sql(sql) => in_sql(sql),
        Expression::Null
        | Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => false,
    };
    let in_column = |column: &Column| {
        column.default.as_ref().is_some_and(in_default)
            || column.generated.as_ref().is_some_and(|generated| in_sql(&generated.expression))
    };
    let in_index = |index: &Index| {
        let in_part = |part: &IndexPart| matches!(&part.target, IndexTarget::Expression(sql) if in_sql(sql));
        index.filter.as_deref().is_some_and(in_sql) || index.parts.iter().any(in_part)
    };
    let in_changes = |changes: &Alteration| {
        let default = matches!(&changes.default, Some(Setting::Set(default)) if in_default(default));
        let generated = matches!(&changes.generated, Some(Setting::Set(it)) if in_sql(&it.expression));
        let enumeration = changes.column_type.as_ref().and_then(ColumnType::enumeration);
        // Rows may hold what becomes the label.
        let converts = enumeration.is_some_and(|enumeration| enumeration.name == *name);
        default || generated || converts || changes.using.as_deref().is_some_and(in_sql)
    };
    steps.iter().filter(|step| step.counts_on(DIALECT)).any(|step| match &step.operation {
        O::CreateTable { definition } => {
            definition.columns.iter().any(in_column)
                || definition.checks.iter().any(|check| in_sql(&check.expression))
                || definition.indexes.iter().any(in_index)
        }
        O::AddColumn { column, .. } => in_column(column),
        O::AlterColumn { changes, .. } => in_changes(changes),
        O::FillColumn { value, .. } => in_default(value),
        O::CreateIndex { index, .. } => in_index(index),
        O::AddCheck { check, .. } => in_sql(&check.expression),
        O::Execute { .. } | O::Run { .. } => true,
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
