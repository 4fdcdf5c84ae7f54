//! A schema as the steps that make it.

use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step};
use limbeck_schema::{ObjectName, Schema, Table};

/// The steps that make `schema` of nothing: types, tables with what they refer to first, indexes, and last the keys that lead to tables which come later.
pub(super) fn making(schema: &Schema) -> Vec<Step> {
    let mut steps = Vec::new();
    for enumeration in schema.enums.values() {
        let keep = schema.kept_enums.contains(&enumeration.name);
        steps.push(Operation::CreateEnum { enumeration: enumeration.clone(), keep });
    }
    let mut late = Vec::new();
    let mut made: BTreeSet<&ObjectName> = BTreeSet::new();
    for table in in_order(schema) {
        let mut definition = table.clone();
        made.insert(&table.name);
        let indexes = std::mem::take(&mut definition.indexes);
        let (now, later) =
            std::mem::take(&mut definition.foreign_keys).into_iter().partition(|key| made.contains(&key.target));
        definition.foreign_keys = now;
        definition.triggers.clear();
        definition.beyond.clear();
        let later: Vec<_> = later;
        late.extend(
            later.into_iter().map(|foreign_key| Operation::AddForeignKey { table: table.name.clone(), foreign_key }),
        );
        steps.push(Operation::CreateTable { definition });
        steps.extend(indexes.into_iter().map(|index| Operation::CreateIndex { table: table.name.clone(), index }));
    }
    steps.extend(late);
    steps.into_iter().map(Step::new).collect()
}

/// The tables so that those that are referred to come first, as far as there is no cycle.
fn in_order(schema: &Schema) -> Vec<&Table> {
    let mut left: Vec<&Table> = schema.tables.values().collect();
    let mut order: Vec<&Table> = Vec::with_capacity(left.len());
    let mut done: BTreeSet<&ObjectName> = BTreeSet::new();
    while !left.is_empty() {
        let is_ready =
            |table: &Table| table.foreign_keys.iter().all(|key| key.target == table.name || done.contains(&key.target));
        let (mut ready, mut waiting): (Vec<&Table>, Vec<&Table>) = left.into_iter().partition(|table| is_ready(table));
        if ready.is_empty() {
            ready.extend(waiting.pop());
        }
        done.extend(ready.iter().map(|table| &table.name));
        order.append(&mut ready);
        left = waiting;
    }
    order
}

#[cfg(test)]
mod tests {
    use limbeck_operations::replay_all;
    use limbeck_schema::{Column, ColumnType, Dialect, Enumeration, ForeignKey, Index};

    use super::*;

    #[test]
    fn what_is_made_is_the_schema() {
        let kind = ColumnType::Enum(Enumeration::new("kind", ["a", "b"]));
        let mut schema = Schema::default();
        for (name, targets) in
            [("a", &["b"][..]), ("b", &["c"]), ("c", &["a", "c"]), ("d", &["a"]), ("e", &["f"]), ("f", &[])]
        {
            let columns = vec![Column::new("id", ColumnType::Integer), Column::new("kind", kind.clone())];
            let mut table = Table::new(name, columns);
            table.foreign_keys = targets.iter().map(|target| ForeignKey::new(["id"], *target, ["id"])).collect();
            table.indexes.push(Index::new(format!("idx-{name}"), ["id"]));
            schema.insert(table);
        }
        let mut made = Schema::default();
        replay_all(&making(&schema), &mut made, Dialect::Postgres).expect("steps that fit");
        for table in made.tables.values_mut().chain(schema.tables.values_mut()) {
            table.foreign_keys.sort_by(|one, other| one.target.cmp(&other.target));
        }
        assert_eq!(made, schema);
    }
}
