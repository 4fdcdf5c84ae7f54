//! From the facts of an entity to its table, foreign keys aside.

mod hints;

use std::collections::BTreeMap;

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, ConstraintKind, Enumeration, Expression, Index, IndexPart, ObjectName,
    PrimaryKey, Table, Unique, constraint_name,
};

use crate::{
    Generation, Opaque, expressions,
    extra::Extra,
    items::{ColumnFacts, EntityFacts, Placed, Tree},
    naming::Names,
    origins::{Span, TableOrigins},
    problems::{At, Fault, Note},
    types::{Resolved, StatedEnum, StatedTypes, Types},
};

/// What entities are read with.
pub(crate) struct Reading<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) types: Types<'a>,
    pub(crate) stated: &'a StatedTypes,
    pub(crate) generation: Generation,
}

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
    /// The name that the table had.
    pub(crate) renamed_from: Option<String>,
    /// Columns with the names they had, as (now, before).
    pub(crate) renames: Vec<(String, String)>,
    /// The enums of its columns.
    pub(crate) enumerations: Vec<(Enumeration, StatedEnum)>,
    /// The columns whose type could not be read.
    pub(crate) opaque: BTreeMap<String, Opaque>,
    pub(crate) origins: TableOrigins,
}

/// The table of an entity, which bears the stated name; what is wrong with it goes to `notes`.
pub(crate) fn build(
    reading: &Reading<'_>,
    entity: &Placed<EntityFacts>,
    name: ObjectName,
    notes: &mut Vec<Note>,
) -> Built {
    let (facts, tree) = (&entity.facts, reading.tree);
    let origins = TableOrigins::new(span(tree, entity.file, facts.at));
    let mut table = Table::new(name, Vec::new());
    table.comment.clone_from(&facts.comment);
    let mut built = Built {
        table,
        file: entity.file,
        at: facts.at,
        variants: BTreeMap::new(),
        ignored: facts.ignored.clone(),
        renamed_from: facts.hints.renamed_from.clone(),
        renames: Vec::new(),
        enumerations: Vec::new(),
        opaque: BTreeMap::new(),
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
        let seaorms = column.renamed_from.as_ref().filter(|_| reading.generation >= Generation::Two);
        if let Some(previous) = column.hints.renamed_from.as_ref().or(seaorms) {
            built.renames.push((column.names.column.clone(), previous.clone()));
        }
        add_column(&mut built, reading, entity.module, column, notes);
    }
    if reading.generation < Generation::Two {
        notes.extend(facts.columns.iter().filter_map(not_known_to_one));
    }
    add_primary_key(&mut built, facts, reading.generation, notes);
    for column in &facts.columns {
        add_constraints(&mut built, column, reading.generation, &span(tree, entity.file, column.at));
    }
    if reading.generation >= Generation::Two {
        add_unique_groups(&mut built, facts, |at| span(tree, entity.file, at));
    }
    hints::apply(&mut built, facts, |at| span(tree, entity.file, at), notes);
    built
}

/// SeaORM 1 swallows keys that came with 2.
fn not_known_to_one(column: &ColumnFacts) -> Option<Note> {
    let known = [
        ("unique_key", column.unique_key.is_some()),
        ("extra", column.extra != Extra::default()),
        ("renamed_from", column.renamed_from.is_some()),
    ];
    let (key, _) = known.into_iter().find(|(_, is_stated)| *is_stated)?;
    let fault = Fault::new(format!("SeaORM 1 knows no attribute `{key}` and ignores it"));
    Some(fault.help("it came with SeaORM 2; take it out, or move to that").warning(column.at))
}

fn span(tree: &Tree, file: usize, at: At) -> Span {
    Span { file: tree.files[file].clone(), line: at.line, column: at.column }
}

fn add_column(built: &mut Built, reading: &Reading<'_>, module: usize, facts: &ColumnFacts, notes: &mut Vec<Note>) {
    let resolved = column_type(built, reading, module, facts).unwrap_or_else(|fault| {
        notes.push(opaque(built, reading.tree, facts, &fault));
        // It means nothing: what it is comes from what is recorded or there.
        ColumnType::custom(shown(facts)).into()
    });
    if let (Some(enumeration), Some(stated)) = (resolved.column_type.enumeration(), resolved.enumeration) {
        built.enumerations.push((enumeration.clone(), stated));
    }
    let mut column = Column::new(facts.names.column.as_str(), resolved.column_type);
    let extra = if reading.generation >= Generation::Two { facts.extra.clone() } else { Extra::default() };
    column.nullable = facts.nullable;
    column.default = facts.default.as_ref().map(|(text, at)| {
        let default = text.settle(&column.column_type);
        notes.extend(doubtful_default(&default, &column.column_type, *at));
        default
    });
    column.comment.clone_from(&facts.comment);
    column.comment = facts.hints.comment.clone().or(column.comment);
    column.collation = facts.hints.collation.clone().or(extra.collation);
    column.generated = facts.hints.generated.clone().or(extra.generated);
    column.auto_increment = extra.identity;
    column.on_update = extra.on_update.map(|sql| expressions::of_sql(&sql, &column.column_type));
    built.table.columns.push(column);
}

/// The type of a column: what the project states, else what the entity does, else what its Rust type is.
fn column_type(built: &Built, reading: &Reading<'_>, module: usize, facts: &ColumnFacts) -> Result<Resolved, Fault> {
    if let Some(stated) = reading.stated.of_column(&built.table.name, &facts.names.column) {
        return Ok(stated.clone().into());
    }
    if let Some((text, _)) = &facts.hints.column_type {
        return reading.types.of_text(module, text);
    }
    match (&facts.stated_type, &facts.rust_type) {
        (Some(Ok(text)), _) => reading.types.of_text(module, text),
        (Some(Err(fault)), _) => Err(fault.clone()),
        (None, Some(rust_type)) => reading.types.of_rust(module, rust_type),
        (None, None) => Err(Fault::new("nothing states its type")),
    }
}

/// Notes a column whose type could not be read, and warns of it.
fn opaque(built: &mut Built, tree: &Tree, facts: &ColumnFacts, fault: &Fault) -> Note {
    let column = facts.names.column.clone();
    let table = &built.table.name;
    let help = fault
        .help
        .clone()
        .unwrap_or_else(|| format!("state it in limbeck.toml: `[types]` `\"{table}.{column}\" = \"..\"`"));
    let warning = Fault::new(format!("column `{column}`: {}, so its type is not compared", fault.message));
    built.opaque.insert(
        column,
        Opaque {
            span: span(tree, built.file, facts.type_at),
            length: facts.type_at.length,
            rust_type: shown(facts),
            reason: fault.message.clone(),
            help: help.clone(),
        },
    );
    warning.help(help).warning(facts.type_at)
}

/// The column's Rust type, as far as it has one.
fn shown(facts: &ColumnFacts) -> String {
    facts.rust_type.as_ref().map_or_else(|| "a type that is not known".to_owned(), ToString::to_string)
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

fn add_primary_key(built: &mut Built, facts: &EntityFacts, generation: Generation, notes: &mut Vec<Note>) {
    let members = key_members(facts);
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
    if !facts.is_numbered(generation) || column.auto_increment.is_some() || built.opaque.contains_key(only.as_str()) {
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

/// The columns of the primary key, in its order.
fn key_members(facts: &EntityFacts) -> Vec<&String> {
    let column = |variant: &String| facts.columns.iter().find(|column| column.names.variant == *variant);
    match &facts.key {
        Some(variants) => variants.iter().filter_map(column).map(|column| &column.names.column).collect(),
        None => facts.columns.iter().filter(|column| column.primary_key).map(|column| &column.names.column).collect(),
    }
}

/// The unique constraint, the index and the checks of one column. Of a unique column that is indexed too, SeaORM 2 makes no index.
fn add_constraints(built: &mut Built, facts: &ColumnFacts, generation: Generation, place: &Span) {
    let Built { table, origins, .. } = built;
    let (table_name, column) = (table.name.name.clone(), facts.names.column.clone());
    let columns = vec![column.clone()];
    if facts.unique {
        let name = constraint_name(ConstraintKind::Unique, &table_name, [column.as_str()]);
        origins.uniques.insert(columns.clone(), place.clone());
        origins.names.insert(name.clone(), place.clone());
        table.uniques.push(Unique::new(columns.clone()).named(name));
    }
    if facts.indexed && (!facts.unique || generation < Generation::Two) {
        let name = constraint_name(ConstraintKind::Index, &table_name, [column.as_str()]);
        origins.indexes.insert(columns.clone(), place.clone());
        origins.names.insert(name.clone(), place.clone());
        table.indexes.push(Index::new(name, columns));
    }
    let checks = if generation >= Generation::Two { facts.extra.checks.as_slice() } else { &[] };
    for (at, (name, expression)) in checks.iter().enumerate() {
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
