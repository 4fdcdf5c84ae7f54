mod find;
mod labels;
mod parts;
mod users;

use limbeck_schema::{Dialect, Enumeration, ObjectName, Schema, Table, rename_in_sql};

pub(crate) use self::{
    find::{Dropped, find_check, find_column, find_foreign_key},
    labels::doubtful_label,
};
use crate::{Operation, Step};

/// Why an operation does not fit the schema before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// A table that is not there.
    #[error("there is no table `{table}`")]
    NoTable {
        /// Which.
        table: ObjectName,
    },
    /// A part of a table that is not there.
    #[error("table `{table}` has no {kind} `{part}`")]
    NoPart {
        /// Of which table.
        table: ObjectName,
        /// `column`, `index`, ..
        kind: &'static str,
        /// Its name or shape.
        part: String,
    },
    /// An enumerated type that is not there.
    #[error("there is no enumerated type `{name}`")]
    NoEnum {
        /// Which.
        name: ObjectName,
    },
    /// Something of this name is there already.
    #[error("{kind} `{name}` exists already")]
    Exists {
        /// `table`, `column`, ..
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// Something else needs it.
    #[error("{kind} `{name}` is used by {user}: drop or change that first")]
    Used {
        /// `table`, `column`, `enumerated type`.
        kind: &'static str,
        /// Its name.
        name: String,
        /// What uses it.
        user: String,
    },
    /// A label that is not there.
    #[error("enumerated type `{name}` has no label `{label}`, only {actual:?}")]
    NoLabel {
        /// Of which type.
        name: String,
        /// Which.
        label: String,
        /// What it has.
        actual: Vec<String>,
    },
    /// A label whose name is taken.
    #[error("enumerated type `{name}` has the label `{label}` already")]
    LabelTaken {
        /// Of which type.
        name: ObjectName,
        /// Which.
        label: String,
    },
    /// A column can't be filled with what the operation says.
    #[error("`{table}.{column}` can't be filled: {reason}")]
    Fill {
        /// Of which table.
        table: ObjectName,
        /// Which column.
        column: String,
        /// Why not, and what to do.
        reason: &'static str,
    },
    /// An enumerated type has other labels than the operation says.
    #[error("enumerated type `{name}` has the labels {actual:?}, not {stated:?}")]
    Labels {
        /// Which type.
        name: ObjectName,
        /// What it has.
        actual: Vec<String>,
        /// What the operation says it has.
        stated: Vec<String>,
    },
}

impl ReplayError {
    pub(crate) fn no_table(table: &ObjectName) -> Self {
        Self::NoTable { table: table.clone() }
    }

    pub(crate) fn no_part(table: &ObjectName, kind: &'static str, part: &str) -> Self {
        Self::NoPart { table: table.clone(), kind, part: part.to_owned() }
    }

    pub(crate) fn no_enum(name: &ObjectName) -> Self {
        Self::NoEnum { name: name.clone() }
    }

    fn exists(kind: &'static str, name: impl ToString) -> Self {
        Self::Exists { kind, name: name.to_string() }
    }
}

/// Replays the steps that count on `dialect`, in order.
///
/// # Errors
/// The first step that does not fit; `schema` then holds what the steps before it made.
pub fn replay_all(steps: &[Step], schema: &mut Schema, dialect: Dialect) -> Result<(), ReplayError> {
    steps.iter().try_for_each(|step| replay_step(step, schema, dialect))
}

/// Replays one step if it counts on `dialect`; of raw SQL, what it says it does. One that is marked `unless_done` does nothing where it is done.
///
/// # Errors
/// As [`replay`].
pub fn replay_step(step: &Step, schema: &mut Schema, dialect: Dialect) -> Result<(), ReplayError> {
    if !step.counts_on(dialect) {
        return Ok(());
    }
    if step.is_passed_over(schema, dialect) {
        return Ok(());
    }
    match &step.operation {
        Operation::Execute { records, .. } => replay_all(records, schema, dialect),
        operation => replay(operation, schema, dialect),
    }
}

/// Makes of `schema`, the schema before `operation` on `dialect`, the schema after it.
///
/// # Errors
/// The operation names what is not there, makes what is, or drops what is used. `schema` is then unchanged.
pub fn replay(operation: &Operation, schema: &mut Schema, dialect: Dialect) -> Result<(), ReplayError> {
    use Operation as O;
    match operation {
        O::CreateTable { definition } => create_table(definition, schema),
        O::DropTable { table } => drop_table(table, schema),
        O::RenameTable { table, to } => rename_table(table, to, schema),
        O::AddColumn { table, column } => parts::add_column(table_mut(schema, table)?, column),
        O::DropColumn { table, column } => drop_column(table, column, schema),
        O::AlterColumn { table, column, changes } => parts::alter_column(table_mut(schema, table)?, column, changes),
        O::FillColumn { table, column, value } => {
            let column = find_column(table_mut(schema, table)?, column)?;
            parts::fill_column(table, column, value)
        }
        O::RenameColumn { table, column, to } => rename_column(table, (column, to), schema, dialect),
        O::CreateIndex { table, index } => parts::create_index(table_mut(schema, table)?, index),
        O::DropIndex { table, name, parts } => parts::drop_index(table_mut(schema, table)?, name, parts),
        O::AddUnique { table, unique } => parts::add_unique(table_mut(schema, table)?, unique),
        O::DropUnique { table, columns, name } => {
            parts::drop_unique(table_mut(schema, table)?, columns, name.as_deref())
        }
        O::AddForeignKey { table, foreign_key } => {
            let target = schema.table(&foreign_key.target).map(|_| ());
            let table = table_mut(schema, table)?;
            target.ok_or_else(|| ReplayError::no_table(&foreign_key.target))?;
            parts::add_foreign_key(table, foreign_key)
        }
        O::DropForeignKey { table, columns, target, name } => {
            parts::drop_foreign_key(table_mut(schema, table)?, columns, target, name.as_deref())
        }
        O::AddCheck { table, check } => parts::add_check(table_mut(schema, table)?, check),
        O::DropCheck { table, name } => parts::drop_check(table_mut(schema, table)?, name),
        O::AlterPrimaryKey { table, primary_key } => {
            parts::alter_primary_key(table_mut(schema, table)?, primary_key.as_ref())
        }
        O::CreateEnum { enumeration, keep } => create_enum(enumeration, *keep, schema),
        O::DropEnum { name } => drop_enum(name, schema),
        O::AlterEnum { name, previous, next } => labels::alter_enum(name, previous, next, schema),
        O::RenameEnumLabel { name, label, to } => labels::rename_label(name, label, to, schema),
        O::SetTableComment { table, comment } => {
            table_mut(schema, table)?.comment.clone_from(comment);
            Ok(())
        }
        // What raw SQL does is stated as steps of its own, which `replay_step` replays for its dialect.
        O::Execute { .. } | O::Run { .. } => Ok(()),
    }
}

fn table_mut<'a>(schema: &'a mut Schema, name: &ObjectName) -> Result<&'a mut Table, ReplayError> {
    schema.table_mut(name).ok_or_else(|| ReplayError::no_table(name))
}

fn require_columns<'a>(table: &Table, columns: impl IntoIterator<Item = &'a str>) -> Result<(), ReplayError> {
    match columns.into_iter().find(|column| table.column(column).is_none()) {
        Some(column) => Err(ReplayError::no_part(&table.name, "column", column)),
        None => Ok(()),
    }
}

fn create_table(definition: &Table, schema: &mut Schema) -> Result<(), ReplayError> {
    if schema.tables.contains_key(&definition.name) {
        return Err(ReplayError::exists("table", &definition.name));
    }
    if let Some(key) = &definition.primary_key {
        require_columns(definition, key.columns.iter().map(String::as_str))?;
    }
    for key in &definition.foreign_keys {
        require_columns(definition, key.columns.iter().map(String::as_str))?;
        if key.target != definition.name && schema.table(&key.target).is_none() {
            return Err(ReplayError::no_table(&key.target));
        }
    }
    schema.tables.insert(definition.name.clone(), definition.clone());
    Ok(())
}

fn drop_table(name: &ObjectName, schema: &mut Schema) -> Result<(), ReplayError> {
    if schema.table(name).is_none() {
        return Err(ReplayError::no_table(name));
    }
    if let Some(user) = schema.referring(name).next() {
        let user = format!("a foreign key of `{}`", user.name);
        return Err(ReplayError::Used { kind: "table", name: name.to_string(), user });
    }
    schema.tables.remove(name);
    Ok(())
}

fn rename_table(name: &ObjectName, to: &ObjectName, schema: &mut Schema) -> Result<(), ReplayError> {
    if schema.tables.contains_key(to) {
        return Err(ReplayError::exists("table", to));
    }
    let mut table = schema.tables.remove(name).ok_or_else(|| ReplayError::no_table(name))?;
    table.name = to.clone();
    schema.tables.insert(to.clone(), table);
    for key in schema.tables.values_mut().flat_map(|table| &mut table.foreign_keys) {
        if key.target == *name {
            key.target = to.clone();
        }
    }
    Ok(())
}

fn drop_column(name: &ObjectName, column: &str, schema: &mut Schema) -> Result<(), ReplayError> {
    let table = schema.table(name).ok_or_else(|| ReplayError::no_table(name))?;
    require_columns(table, [column])?;
    if let Some(user) = users::of_column(table, column).or_else(|| users::of_target(schema, name, column)) {
        return Err(ReplayError::Used { kind: "column", name: format!("{name}.{column}"), user });
    }
    table_mut(schema, name)?.columns.retain(|known| known.name != column);
    Ok(())
}

fn rename_column(
    name: &ObjectName,
    (column, to): (&str, &str),
    schema: &mut Schema,
    dialect: Dialect,
) -> Result<(), ReplayError> {
    let table = table_mut(schema, name)?;
    require_columns(table, [column])?;
    if table.column(to).is_some() {
        return Err(ReplayError::exists("column", format!("{name}.{to}")));
    }
    let rename_list = |columns: &mut Vec<String>| {
        columns.iter_mut().filter(|known| *known == column).for_each(|known| to.clone_into(known));
    };
    let rename_text = |text: &mut String| *text = rename_in_sql(text, column, to, dialect);
    for known in &mut table.columns {
        if known.name == column {
            to.clone_into(&mut known.name);
        }
        if let Some(generated) = &mut known.generated {
            rename_text(&mut generated.expression);
        }
    }
    table.primary_key.iter_mut().for_each(|key| rename_list(&mut key.columns));
    table.uniques.iter_mut().for_each(|unique| rename_list(&mut unique.columns));
    table.foreign_keys.iter_mut().for_each(|key| rename_list(&mut key.columns));
    table.checks.iter_mut().for_each(|check| rename_text(&mut check.expression));
    for index in &mut table.indexes {
        rename_list(&mut index.include);
        index.filter.iter_mut().for_each(rename_text);
        index.parts.iter_mut().for_each(|part| part.target.rename_column(column, to, dialect));
    }
    table.beyond.iter_mut().for_each(|beyond| beyond.rename_column(column, to, dialect));
    for key in schema.tables.values_mut().flat_map(|table| &mut table.foreign_keys) {
        if key.target == *name {
            rename_list(&mut key.target_columns);
        }
    }
    Ok(())
}

fn create_enum(enumeration: &Enumeration, keep: bool, schema: &mut Schema) -> Result<(), ReplayError> {
    let name = &enumeration.name;
    if schema.enums.contains_key(name) {
        return Err(ReplayError::exists("enumerated type", name));
    }
    schema.enums.insert(name.clone(), enumeration.clone());
    if keep {
        schema.kept_enums.insert(name.clone());
    }
    Ok(())
}

fn drop_enum(name: &ObjectName, schema: &mut Schema) -> Result<(), ReplayError> {
    if !schema.enums.contains_key(name) {
        return Err(ReplayError::no_enum(name));
    }
    let user = schema.tables.values().find_map(|table| {
        let column = table
            .columns
            .iter()
            .find(|column| column.column_type.enumeration().is_some_and(|enumeration| enumeration.name == *name))?;
        Some(format!("column `{}.{}`", table.name, column.name))
    });
    if let Some(user) = user {
        return Err(ReplayError::Used { kind: "enumerated type", name: name.to_string(), user });
    }
    schema.enums.remove(name);
    schema.kept_enums.remove(name);
    Ok(())
}

#[cfg(test)]
mod tests;
