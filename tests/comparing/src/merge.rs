use std::collections::BTreeMap;

use limbeck_schema::ObjectName;

use crate::Described;

/// One description of each table: several entities may state parts of one, and then the table has what any of them states.
pub(crate) fn by_table(described: &[Described]) -> BTreeMap<ObjectName, Described> {
    let mut tables: BTreeMap<ObjectName, Described> = BTreeMap::new();
    for next in described {
        let Some(known) = tables.get_mut(&next.table.name) else {
            tables.insert(next.table.name.clone(), next.clone());
            continue;
        };
        let Described { table, enums, renames } = next.clone();
        let one = &mut known.table;
        for column in table.columns {
            if one.column(&column.name).is_none() {
                one.columns.push(column);
            }
        }
        add(&mut one.uniques, table.uniques);
        add(&mut one.indexes, table.indexes);
        add(&mut one.foreign_keys, table.foreign_keys);
        add(&mut one.checks, table.checks);
        add(&mut known.enums, enums);
        add(&mut known.renames, renames);
    }
    tables
}

fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
    for one in from {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}
