use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{Beyond, Check, ConstraintText, ForeignKey, ObjectName, PrimaryKey, Table, Unique};

use super::{
    create::{Constraint, ConstraintKind, CreateTable, Members, References},
    unreadable,
};
use crate::{IntrospectError, reply::Row};

/// Adds the constraints of the statement, columns in the case in which the table spells them.
pub(super) fn add(table: &mut Table, create: &CreateTable, rows: &[Row]) -> Result<(), IntrospectError> {
    let spelling = Spelling::new(table);
    for constraint in &create.constraints {
        let name = constraint.name.clone();
        match &constraint.kind {
            ConstraintKind::PrimaryKey(members) => {
                table.primary_key = Some(PrimaryKey { name, columns: spelling.columns(&members.columns) });
                keep_text(table, ("primary key", constraint), members, &spelling);
            }
            ConstraintKind::Unique(members) => {
                add_unique(table, name, spelling.columns(&members.columns));
                keep_text(table, ("unique constraint", constraint), members, &spelling);
            }
            ConstraintKind::Check(expression) => {
                table.checks.push(Check { name, ..Check::new(expression) });
            }
            ConstraintKind::ForeignKey(references) => {
                table.foreign_keys.push(foreign_key(name, references, spelling.columns(&references.columns)));
            }
        }
    }
    let mut key = rows
        .iter()
        .map(|row| Ok((row.integer("key_position")?, row.text("name")?)))
        .filter(|member| !matches!(member, Ok((0, _))))
        .collect::<Result<Vec<_>, IntrospectError>>()?;
    key.sort();
    let read = table.primary_key.as_ref().map_or(&[][..], |key| key.columns.as_slice());
    if !read.iter().eq(key.iter().map(|(_, name)| name)) {
        return Err(unreadable(&table.name.name, &"its primary key is not the one of its statement"));
    }
    Ok(())
}

/// Two unique constraints of the same columns are one.
fn add_unique(table: &mut Table, name: Option<String>, columns: Vec<String>) {
    match table.uniques.iter_mut().find(|known| known.columns == columns) {
        Some(known) => known.name = known.name.take().or(name),
        None => table.uniques.push(Unique { name, ..Unique::new(columns) }),
    }
}

/// Keeps the text of a key that is more than its columns.
fn keep_text(table: &mut Table, (kind, constraint): (&str, &Constraint), members: &Members, spelling: &Spelling) {
    if members.plain {
        return;
    }
    // A constraint of the table has its members in parentheses, one of a column has none.
    let in_column = !constraint.text.contains('(');
    let text = ConstraintText { name: constraint.name.clone(), sql: constraint.text.clone(), in_column };
    let name = constraint.name.clone().unwrap_or_else(|| members.columns.join(", "));
    table.beyond.push(Beyond {
        columns: spelling.columns(&members.columns),
        constraint: Some(text),
        ..Beyond::new(format!("further words of {kind} {name}"))
    });
}

fn foreign_key(name: Option<String>, references: &References, columns: Vec<String>) -> ForeignKey {
    ForeignKey {
        name,
        columns,
        target: ObjectName::bare(&references.table),
        target_columns: references.target_columns.clone(),
        on_delete: references.on_delete,
        on_update: references.on_update,
        deferrable: references.deferrable,
        keep: false,
    }
}

/// How a table spells its columns; SQLite compares names without regard to the case of ASCII letters.
struct Spelling(HashMap<String, String>);

impl Spelling {
    fn new(table: &Table) -> Self {
        Self(table.columns.iter().map(|column| (column.name.to_ascii_lowercase(), column.name.clone())).collect())
    }

    fn column(&self, name: &str) -> String {
        self.0.get(&name.to_ascii_lowercase()).cloned().unwrap_or_else(|| name.to_owned())
    }

    fn columns(&self, names: &[String]) -> Vec<String> {
        names.iter().map(|name| self.column(name)).collect()
    }
}

/// Spells the targets of foreign keys as the tables spell themselves, and fills in the target's primary key where the statement names no
/// columns. A target that does not exist, which SQLite allows, stays as it is.
pub(super) fn resolve_targets(tables: &mut BTreeMap<ObjectName, Table>) {
    let targets: HashMap<String, (ObjectName, Spelling, Vec<String>)> = tables
        .values()
        .map(|table| {
            let key = table.primary_key.as_ref().map(|key| key.columns.clone()).unwrap_or_default();
            (table.name.name.to_ascii_lowercase(), (table.name.clone(), Spelling::new(table), key))
        })
        .collect();
    for key in tables.values_mut().flat_map(|table| &mut table.foreign_keys) {
        let Some((name, spelling, primary_key)) = targets.get(&key.target.name.to_ascii_lowercase()) else {
            continue;
        };
        key.target.clone_from(name);
        key.target_columns =
            if key.target_columns.is_empty() { primary_key.clone() } else { spelling.columns(&key.target_columns) };
    }
}
