//! From the facts of an entity to its table, foreign keys aside.

use std::collections::BTreeMap;

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, ConstraintKind, Enumeration, Expression, Index, IndexPart, ObjectName,
    PrimaryKey, Table, Unique, constraint_name,
};

use crate::{
    expressions,
    items::{ColumnFacts, EntityFacts, Placed, Told, Tree},
    naming::Names,
    origins::{Span, TableOrigins},
    problems::{At, Fault, Note},
    types::Types,
};

/// An entity as a table, and what only its relations and readers want to know.
#[derive(Clone, Debug)]
pub(crate) struct Built {
    pub(crate) table: Table,
    pub(crate) file: usize,
    pub(crate) at: At,
    /// The columns by their variants of `Column`.
    pub(crate) variants: BTreeMap<String, String>,
    /// The fields that are ignored.
    pub(crate) ignored: Vec<Names>,
    /// Columns with the names they had, as (now, before).
    pub(crate) renames: Vec<(String, String)>,
    /// The enums of its columns.
    pub(crate) enumerations: Vec<(Enumeration, Span)>,
    pub(crate) origins: TableOrigins,
}

/// The table of an entity, which bears the stated name; what is wrong with it goes to `notes`.
pub(crate) fn build(
    tree: &Tree,
    types: &Types<'_>,
    entity: &Placed<EntityFacts>,
    name: ObjectName,
    notes: &mut Vec<Note>,
) -> Built {
    let facts = &entity.facts;
    let origins = TableOrigins::new(span(tree, entity.file, facts.at));
    let mut table = Table::new(name, Vec::new());
    table.comment.clone_from(&facts.comment);
    let mut built = Built {
        table,
        file: entity.file,
        at: facts.at,
        variants: BTreeMap::new(),
        ignored: facts.ignored.clone(),
        renames: Vec::new(),
        enumerations: Vec::new(),
        origins,
    };
    for column in &facts.columns {
        let place = span(tree, entity.file, column.at);
        if built.origins.columns.insert(column.names.column.clone(), place).is_some() {
            let fault = Fault::new(format!("a second field is the column `{}`", column.names.column));
            notes.push(fault.help("give one of them another `column_name`").error(column.at));
            continue;
        }
        built.variants.insert(column.names.variant.clone(), column.names.column.clone());
        if let Some(previous) = &column.renamed_from {
            built.renames.push((column.names.column.clone(), previous.clone()));
        }
        add_column(&mut built, types, entity.module, column, notes);
    }
    add_primary_key(&mut built, facts, notes);
    for column in &facts.columns {
        add_constraints(&mut built, column, &span(tree, entity.file, column.at));
    }
    add_unique_groups(&mut built, facts, |at| span(tree, entity.file, at));
    built
}

fn span(tree: &Tree, file: usize, at: At) -> Span {
    Span { file: tree.files[file].clone(), line: at.line, column: at.column }
}

fn add_column(built: &mut Built, types: &Types<'_>, module: usize, facts: &ColumnFacts, notes: &mut Vec<Note>) {
    let resolved = match &facts.stated_type {
        Some(Ok(text)) => types.of_text(module, text),
        Some(Err(Told)) => return,
        None => types.of_rust(module, &facts.rust_type),
    };
    let resolved = match resolved {
        Ok(resolved) => resolved,
        Err(fault) => {
            let message = format!("column `{}`: {}", facts.names.column, fault.message);
            notes.push(Fault { message, help: fault.help }.error(facts.type_at));
            return;
        }
    };
    if let (Some(enumeration), Some(place)) = (resolved.column_type.enumeration(), resolved.enumeration) {
        built.enumerations.push((enumeration.clone(), place));
    }
    let mut column = Column::new(facts.names.column.as_str(), resolved.column_type);
    column.nullable = facts.nullable;
    column.default = facts.default.as_ref().map(|(text, at)| {
        let default = text.settle(&column.column_type);
        notes.extend(doubtful_default(&default, &column.column_type, *at));
        default
    });
    column.comment.clone_from(&facts.comment);
    column.collation.clone_from(&facts.extra.collation);
    column.generated.clone_from(&facts.extra.generated);
    column.auto_increment.clone_from(&facts.extra.identity);
    column.on_update = facts.extra.on_update.as_ref().map(|sql| expressions::of_sql(sql, &column.column_type));
    built.table.columns.push(column);
}

/// `default_value = "CURRENT_TIMESTAMP"` is a string to SeaORM, which no column of a time takes.
fn doubtful_default(default: &Expression, column_type: &ColumnType, at: At) -> Option<Note> {
    use ColumnType as T;
    let Expression::Text(text) = default else { return None };
    let is_time = matches!(column_type, T::DateTime | T::Timestamp | T::TimestampWithTimeZone | T::Time | T::Date);
    let meant = expressions::of_sql(text, column_type);
    let is_now = matches!(meant, Expression::CurrentTimestamp | Expression::CurrentDate | Expression::CurrentTime);
    (is_time && is_now).then(|| {
        Fault::new(format!("this default is the string '{text}', not the time at which a row is made"))
            .help("write `default_expr = \"Expr::current_timestamp()\"`")
            .warning(at)
    })
}

fn add_primary_key(built: &mut Built, facts: &EntityFacts, notes: &mut Vec<Note>) {
    let members: Vec<_> =
        facts.columns.iter().filter(|column| column.primary_key).map(|column| &column.names.column).collect();
    let table = &mut built.table;
    if members.is_empty() {
        let fault = Fault::new(format!("the entity of `{}` has no primary key", table.name));
        notes.push(fault.help("mark its column with `#[sea_orm(primary_key)]`").error(facts.at));
        return;
    }
    let name = constraint_name(ConstraintKind::PrimaryKey, &table.name.name, []);
    built.origins.names.insert(name.clone(), built.origins.columns[members[0]].clone());
    table.primary_key = Some(PrimaryKey::new(members.iter().map(|member| member.as_str())).named(name));
    let [only] = members.as_slice() else {
        if let Some(at) = facts.auto_increment_at {
            let fault = Fault::new("SeaORM takes no `auto_increment` on a key of several columns");
            notes.push(fault.help("leave it out; the database's own numbering stays as it is").error(at));
        }
        return;
    };
    let Some(column) = table.column_mut(only) else { return };
    if !facts.auto_increment || column.auto_increment.is_some() {
        return;
    }
    // A newtype of a UUID or text would be numbered by SeaORM's rule, which goes by the type's name; no database can do that.
    if column.column_type.is_integer() {
        column.auto_increment = Some(AutoIncrement::ByDefault);
    } else if let Some(at) = facts.auto_increment_at {
        let fault = Fault::new(format!("`auto_increment` says nothing here: `{only}` is no integer"));
        notes.push(fault.help("leave it out").warning(at));
    }
}

/// The unique constraint, the index and the checks of one column.
fn add_constraints(built: &mut Built, facts: &ColumnFacts, place: &Span) {
    let Built { table, origins, .. } = built;
    let (table_name, column) = (table.name.name.clone(), facts.names.column.clone());
    let columns = vec![column.clone()];
    if facts.unique {
        let name = constraint_name(ConstraintKind::Unique, &table_name, [column.as_str()]);
        origins.uniques.insert(columns.clone(), place.clone());
        origins.names.insert(name.clone(), place.clone());
        table.uniques.push(Unique::new(columns.clone()).named(name));
    } else if facts.indexed {
        let name = constraint_name(ConstraintKind::Index, &table_name, [column.as_str()]);
        origins.indexes.insert(columns.clone(), place.clone());
        origins.names.insert(name.clone(), place.clone());
        table.indexes.push(Index::new(name, columns));
    }
    for (at, (name, expression)) in facts.extra.checks.iter().enumerate() {
        let number = (at + 1).to_string();
        let parts = if at == 0 { vec![column.as_str()] } else { vec![column.as_str(), number.as_str()] };
        let name = name.clone().unwrap_or_else(|| constraint_name(ConstraintKind::Check, &table_name, parts));
        origins.names.insert(name.clone(), place.clone());
        table.checks.push(Check::new(expression.as_str()).named(name));
    }
}

/// The unique indexes of several columns, each by its key, in the order of their first fields.
fn add_unique_groups(built: &mut Built, facts: &EntityFacts, place: impl Fn(At) -> Span) {
    let mut groups: Vec<(&str, At, Vec<String>)> = Vec::new();
    let mut by_key: BTreeMap<&str, usize> = BTreeMap::new();
    for column in &facts.columns {
        let Some(key) = column.unique_key.as_deref() else { continue };
        let at = *by_key.entry(key).or_insert_with(|| {
            groups.push((key, column.at, Vec::new()));
            groups.len() - 1
        });
        groups[at].2.push(column.names.column.clone());
    }
    for (key, at, columns) in groups {
        let name = constraint_name(ConstraintKind::Index, &built.table.name.name, [key]);
        built.origins.indexes.insert(columns.clone(), place(at));
        built.origins.names.insert(name.clone(), place(at));
        let mut index = Index::new(name, columns.into_iter().map(IndexPart::column));
        index.unique = true;
        built.table.indexes.push(index);
    }
}
