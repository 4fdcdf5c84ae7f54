//! What needs a column, in words.

use limbeck_schema::{ObjectName, Schema, Table, names_in_sql};

/// What of `table` names `column`: a key, a constraint, an index, another column's expression.
///
/// PostgreSQL would drop checks and indexes with the column in silence, SQLite and MariaDB refuse (measured on 15, 3.40 and 10.11); to
/// drop them is an operation of its own, so that it can be undone.
pub(super) fn of_column(table: &Table, column: &str) -> Option<String> {
    let has = |columns: &[String]| columns.iter().any(|known| known == column);
    let unnamed = "without a name";
    if table.is_key(column) {
        return Some("the primary key".to_owned());
    }
    if let Some(unique) = table.uniques.iter().find(|unique| has(&unique.columns)) {
        return Some(format!("unique constraint `{}`", unique.name.as_deref().unwrap_or(unnamed)));
    }
    if let Some(key) = table.foreign_keys.iter().find(|key| has(&key.columns)) {
        return Some(format!("foreign key `{}`", key.name.as_deref().unwrap_or(unnamed)));
    }
    if let Some(check) = table.checks.iter().find(|check| names_in_sql(&check.expression, column)) {
        return Some(format!("check `{}`", check.name.as_deref().unwrap_or(unnamed)));
    }
    let computed = table.columns.iter().find(|other| {
        let expression = other.generated.as_ref().map(|generated| generated.expression.as_str());
        other.name != column && expression.is_some_and(|sql| names_in_sql(sql, column))
    });
    if let Some(computed) = computed {
        return Some(format!("computed column `{}`", computed.name));
    }
    let index = table.indexes.iter().find(|index| {
        let part = |target: &limbeck_schema::IndexTarget| match target {
            limbeck_schema::IndexTarget::Column(name) => name == column,
            limbeck_schema::IndexTarget::Expression(sql) => names_in_sql(sql, column),
        };
        has(&index.include)
            || index.parts.iter().any(|item| part(&item.target))
            || index.filter.as_ref().is_some_and(|sql| names_in_sql(sql, column))
    })?;
    Some(format!("index `{}`", index.name))
}

/// The foreign key that refers to `column` of `table`, wherever it stands.
pub(super) fn of_target(schema: &Schema, table: &ObjectName, column: &str) -> Option<String> {
    let refers = |other: &&Table| {
        other
            .foreign_keys
            .iter()
            .any(|key| key.target == *table && key.target_columns.iter().any(|known| known == column))
    };
    schema.tables.values().find(refers).map(|other| format!("a foreign key of `{}`", other.name))
}
