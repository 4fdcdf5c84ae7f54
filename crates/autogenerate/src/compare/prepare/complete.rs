use std::collections::BTreeSet;

use limbeck_schema::{
    Dialect, ForeignKey, Index, IndexTarget, ObjectName, Pair, Schema, Table, drop_stated_absence, fill_unsaid,
};

use super::{
    super::{
        matching::matches,
        parts::{Part, Uniqueness},
    },
    Columns,
    opaque::take_types,
    wanted::names_one_of,
};

/// What is to be, all told: what the entities want, completed with what they leave unsaid and `base` has. That is facets, what is kept, what an entity
/// ignores, the types of columns that are `opaque`, and what is set aside.
pub(crate) fn complete(
    wanted: &Schema,
    base: &Schema,
    dialect: Dialect,
    (ignored, opaque): (&Columns, &Columns),
    aside: &BTreeSet<ObjectName>,
) -> Schema {
    let mut schema = wanted.clone();
    for (name, table) in &mut schema.tables {
        match base.table(name) {
            None => drop_stated_absence(table),
            Some(known) if known == table => {}
            Some(known) => {
                let computed: Vec<String> = stated_computations(table);
                take_types(table, known, opaque);
                fill_unsaid(table, known, dialect);
                retain_columns(table, known, ignored);
                drop_stale_computations(table, known, &computed);
                retain_parts(table, known, dialect);
            }
        }
    }
    for (name, table) in &base.tables {
        if !schema.tables.contains_key(name) && (table.keep || aside.contains(name)) {
            schema.tables.insert(name.clone(), table.clone());
        }
    }
    retain_enums(&mut schema, base, aside);
    drop_dangling_keys(&mut schema);
    schema.views.clone_from(&base.views);
    schema
}

fn stated_computations(table: &Table) -> Vec<String> {
    let stated = table.columns.iter().filter(|column| column.generated.is_some());
    stated.map(|column| column.name.clone()).collect()
}

fn retain_columns(table: &mut Table, known: &Table, ignored: &Columns) {
    for column in &known.columns {
        let is_retained = column.keep || ignored.contains(&(known.name.clone(), column.name.clone()));
        if is_retained && table.column(&column.name).is_none() {
            table.columns.push(column.clone());
        }
    }
}

/// The columns of `known` that `table` no longer has.
fn gone<'a>(table: &'a Table, known: &'a Table) -> impl Iterator<Item = &'a str> + Clone {
    known.columns.iter().map(|column| column.name.as_str()).filter(|column| table.column(column).is_none())
}

/// A computation that no entity states and that needs a column which goes can't stay.
fn drop_stale_computations(table: &mut Table, known: &Table, stated: &[String]) {
    let gone: Vec<String> = gone(table, known).map(str::to_owned).collect();
    for column in table.columns.iter_mut().filter(|column| !stated.contains(&column.name)) {
        column.generated.take_if(|generated| names_one_of(&generated.expression, gone.iter().map(String::as_str)));
    }
}

/// Keeps what is marked so and has no counterpart, as far as its columns stay.
fn retain_parts(table: &mut Table, known: &Table, dialect: Dialect) {
    if table == known {
        return;
    }
    let mut kept = Table::new(known.name.clone(), Vec::new());
    for part in matches(Pair::new(known, table), dialect) {
        if !part.next.is_empty() || !part.previous.iter().any(Part::keep) {
            continue;
        }
        for part in part.previous {
            match part {
                Part::Unique(Uniqueness::Constraint(unique)) => kept.uniques.push(unique.clone()),
                Part::Unique(Uniqueness::Index(index)) | Part::Index(index) => kept.indexes.push(index.clone()),
                Part::ForeignKey(key) => kept.foreign_keys.push(key.clone()),
                Part::Check(check) => kept.checks.push(check.clone()),
                Part::Comment(_) | Part::Column(_) | Part::Facet(..) | Part::PrimaryKey(_) => {}
            }
        }
    }
    let has = |columns: &[String]| columns.iter().all(|column| table.column(column).is_some());
    let stays = |sql: &str| !names_one_of(sql, gone(table, known));
    kept.uniques.retain(|unique| has(&unique.columns));
    kept.foreign_keys.retain(|key| has(&key.columns));
    kept.checks.retain(|check| stays(&check.expression));
    kept.indexes.retain(|index| index_stays(index, has, stays));
    table.uniques.append(&mut kept.uniques);
    table.indexes.append(&mut kept.indexes);
    table.foreign_keys.append(&mut kept.foreign_keys);
    table.checks.append(&mut kept.checks);
}

fn index_stays(index: &Index, has: impl Fn(&[String]) -> bool, stays: impl Fn(&str) -> bool) -> bool {
    let part_stays = |target: &IndexTarget| match target {
        IndexTarget::Column(name) => has(std::slice::from_ref(name)),
        IndexTarget::Expression(sql) => stays(sql),
    };
    has(&index.include)
        && index.filter.as_deref().is_none_or(&stays)
        && index.parts.iter().all(|part| part_stays(&part.target))
}

/// Kept types, and those of columns that are retained.
fn retain_enums(schema: &mut Schema, base: &Schema, aside: &BTreeSet<ObjectName>) {
    let used: BTreeSet<ObjectName> = schema
        .tables
        .values()
        .flat_map(|table| &table.columns)
        .filter_map(|column| column.column_type.enumeration().map(|enumeration| enumeration.name.clone()))
        .collect();
    for (name, enumeration) in &base.enums {
        if used.contains(name) || base.kept_enums.contains(name) || aside.contains(name) {
            schema.enums.entry(name.clone()).or_insert_with(|| enumeration.clone());
        }
    }
    let kept = base.kept_enums.iter().filter(|name| schema.enums.contains_key(*name));
    schema.kept_enums = kept.cloned().collect();
}

/// A key whose target goes can't stay; those that entities want have their target.
fn drop_dangling_keys(schema: &mut Schema) {
    let dangles = |key: &ForeignKey| {
        schema
            .table(&key.target)
            .is_none_or(|target| key.target_columns.iter().any(|column| target.column(column).is_none()))
    };
    let dangling: Vec<(ObjectName, Vec<ForeignKey>)> = schema
        .tables
        .values()
        .map(|table| (table.name.clone(), table.foreign_keys.iter().filter(|key| dangles(key)).cloned().collect()))
        .filter(|(_, keys): &(_, Vec<_>)| !keys.is_empty())
        .collect();
    for (name, keys) in dangling {
        if let Some(table) = schema.table_mut(&name) {
            table.foreign_keys.retain(|key| !keys.contains(key));
        }
    }
}
