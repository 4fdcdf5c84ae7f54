//! What stands on what: an unmanaged object on a column or table that goes.

use limbeck_operations::Operation;
use limbeck_schema::{Column, ForeignKey, IndexTarget, ObjectName, Table, names_in_sql};

use super::{
    differ::Object,
    parts::{Part, Uniqueness},
};

/// Whether a part of a table names `column` of it.
pub(super) fn names_column(part: &Part<'_>, column: &str) -> bool {
    let has = |columns: &[String]| columns.iter().any(|known| known == column);
    match part {
        Part::Comment(_) | Part::Facet(..) => false,
        Part::Column(other) => computes(other, column),
        Part::PrimaryKey(key) => has(&key.columns),
        Part::Unique(Uniqueness::Constraint(unique)) => has(&unique.columns),
        Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => {
            has(&index.include)
                || index.filter.as_deref().is_some_and(|filter| names_in_sql(filter, column))
                || index.parts.iter().any(|part| match &part.target {
                    IndexTarget::Column(name) => name == column,
                    IndexTarget::Expression(sql) => names_in_sql(sql, column),
                })
        }
        Part::ForeignKey(key) => has(&key.columns),
        Part::Check(check) => names_in_sql(&check.expression, column),
    }
}

fn computes(column: &Column, other: &str) -> bool {
    column.generated.as_ref().is_some_and(|generated| names_in_sql(&generated.expression, other))
}

/// Whether `object` needs what `operation` drops, so that a server refuses to drop it or drops both.
pub(super) fn needs_dropped(object: &Object<'_>, operation: &Operation) -> bool {
    match operation {
        Operation::DropColumn { table, column } => {
            let refers = |key: &ForeignKey| key.target == *table && key.target_columns.contains(column);
            match object {
                Object::Part(owner, part) => {
                    (*owner == table && names_column(part, column))
                        || matches!(part, Part::ForeignKey(key) if refers(key))
                }
                Object::Table(other) => other.foreign_keys.iter().any(refers),
                Object::Enum(_) => false,
            }
        }
        Operation::DropTable { table } => {
            let refers = |key: &ForeignKey| key.target == *table;
            match object {
                Object::Part(owner, Part::ForeignKey(key)) => *owner != table && refers(key),
                Object::Table(other) => other.foreign_keys.iter().any(refers),
                Object::Part(..) | Object::Enum(_) => false,
            }
        }
        Operation::DropEnum { name } => match object {
            Object::Part(_, Part::Column(column)) => has_type(column, name),
            Object::Table(table) => has_column_of(table, name),
            Object::Part(..) | Object::Enum(_) => false,
        },
        _ => false,
    }
}

fn has_type(column: &Column, name: &ObjectName) -> bool {
    column.column_type.enumeration().is_some_and(|enumeration| enumeration.name == *name)
}

fn has_column_of(table: &Table, name: &ObjectName) -> bool {
    table.columns.iter().any(|column| has_type(column, name))
}
