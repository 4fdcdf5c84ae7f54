//! The part of a schema that a trial needs.

use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step};
use limbeck_schema::{ColumnType, Dialect, ObjectName, Schema};

/// The tables that steps name, those that they refer to, and those that refer to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Involved {
    /// The schema before the steps, as far as it is involved. Keys that lead out of it are left out.
    pub(super) start: Schema,
    /// The tables around those that the steps name; they stay as they are.
    pub(super) around: BTreeSet<ObjectName>,
}

impl Involved {
    pub(super) fn of<'a>(before: &Schema, steps: impl Iterator<Item = &'a Step> + Clone, dialect: Dialect) -> Self {
        let operations = || steps.clone().filter(|step| step.counts_on(dialect)).map(|step| &step.operation);
        let altered: BTreeSet<&ObjectName> = operations().filter_map(Operation::enumeration).collect();
        let named: BTreeSet<&ObjectName> = operations().filter_map(Operation::table).collect();
        let has_type = |name: &ObjectName| {
            let columns = before.table(name).map(|table| table.columns.as_slice()).unwrap_or_default();
            columns.iter().filter_map(|column| column.column_type.enumeration()).any(|it| altered.contains(&it.name))
        };
        let core: BTreeSet<&ObjectName> =
            before.tables.keys().filter(|name| named.contains(name) || has_type(name)).collect();
        let mut around: BTreeSet<&ObjectName> = operations().flat_map(targets).collect();
        for table in core.iter().filter_map(|name| before.table(name)) {
            around.extend(table.foreign_keys.iter().map(|key| &key.target));
            around.extend(before.referring(&table.name).map(|table| &table.name));
        }
        let around: BTreeSet<ObjectName> = around
            .into_iter()
            .filter(|name| !core.contains(name) && before.tables.contains_key(*name))
            .cloned()
            .collect();
        let is_in = |name: &ObjectName| core.contains(name) || around.contains(name);
        let mut start = Schema::default();
        for table in before.tables.values().filter(|table| is_in(&table.name)) {
            let mut table = table.clone();
            table.foreign_keys.retain(|key| is_in(&key.target));
            // They come from the database, where they can.
            table.triggers.clear();
            table.beyond.clear();
            start.tables.insert(table.name.clone(), table);
        }
        let columns = start.tables.values().flat_map(|table| &table.columns);
        let of_columns = columns.filter_map(|column| enumeration_of(&column.column_type));
        let used: BTreeSet<&ObjectName> = of_columns.chain(altered).chain(operations().flat_map(types)).collect();
        let types = before.enums.iter().filter(|(name, _)| used.contains(name));
        start.enums = types.map(|(name, enumeration)| (name.clone(), enumeration.clone())).collect();
        let kept = before.kept_enums.iter().filter(|name| start.enums.contains_key(*name));
        start.kept_enums = kept.cloned().collect();
        Self { start, around }
    }
}

/// The tables that an operation makes something refer to.
fn targets(operation: &Operation) -> Vec<&ObjectName> {
    match operation {
        Operation::CreateTable { definition } => definition.foreign_keys.iter().map(|key| &key.target).collect(),
        Operation::AddForeignKey { foreign_key, .. } => vec![&foreign_key.target],
        _ => Vec::new(),
    }
}

fn enumeration_of(column_type: &ColumnType) -> Option<&ObjectName> {
    column_type.enumeration().map(|enumeration| &enumeration.name)
}

/// The enumerated types that an operation gives to columns.
fn types(operation: &Operation) -> Vec<&ObjectName> {
    match operation {
        Operation::CreateTable { definition } => {
            definition.columns.iter().filter_map(|column| enumeration_of(&column.column_type)).collect()
        }
        Operation::AddColumn { column, .. } => enumeration_of(&column.column_type).into_iter().collect(),
        Operation::AlterColumn { changes, .. } => {
            changes.column_type.as_ref().and_then(enumeration_of).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Column, Enumeration, ForeignKey, Table};

    use super::*;

    /// Toys of animals of shelters in towns; letters to animals; cars for themselves. Animals and cars have a size.
    fn before() -> Schema {
        let size = || Column::new("size", ColumnType::Enum(Enumeration::new("size", ["s", "l"])));
        let id = || Column::new("id", ColumnType::Integer);
        let mut schema = Schema::default();
        for (name, target) in
            [("towns", ""), ("shelters", "towns"), ("animals", "shelters"), ("toys", "animals"), ("cars", "")]
        {
            let mut table = Table::new(name, vec![id(), Column::new("of", ColumnType::Integer)]);
            if !target.is_empty() {
                table.foreign_keys.push(ForeignKey::new(["of"], target, ["id"]));
            }
            if ["animals", "cars"].contains(&name) {
                table.columns.push(size());
            }
            schema.insert(table);
        }
        schema
    }

    #[test]
    fn what_is_named_comes_with_its_neighbours() {
        let drop = |table: &str| Operation::DropColumn { table: table.into(), column: "x".to_owned() };
        let labels = Operation::AlterEnum { name: "size".into(), previous: Vec::new(), next: Vec::new() };
        let key =
            Operation::AddForeignKey { table: "cars".into(), foreign_key: ForeignKey::new(["of"], "towns", ["id"]) };
        let create = Operation::CreateTable { definition: Table::new("new", Vec::new()) };
        for (name, operation, tables, around) in [
            ("an end", drop("towns"), "shelters towns", "shelters"),
            ("a middle", drop("animals"), "animals shelters toys", "shelters toys"),
            ("a type", labels, "animals cars shelters toys", "shelters toys"),
            ("a key", key, "cars towns", "towns"),
            ("nothing that is there", create, "", ""),
        ] {
            let involved = Involved::of(&before(), [Step::new(operation)].iter(), Dialect::Sqlite);
            let words = |names: Vec<String>| names.join(" ");
            assert_eq!(words(involved.start.tables.keys().map(ToString::to_string).collect()), tables, "{name}");
            assert_eq!(words(involved.around.iter().map(ToString::to_string).collect()), around, "{name}");
            let leads_out = |key: &ForeignKey| !involved.start.tables.contains_key(&key.target);
            let keys = involved.start.tables.values().flat_map(|table| &table.foreign_keys);
            assert!(!keys.into_iter().any(leads_out), "{name}");
        }
    }

    #[test]
    fn types_that_columns_get_are_there() {
        let column = Column::new("size", ColumnType::Enum(Enumeration::new("size", ["s", "l"])));
        let add = Step::new(Operation::AddColumn { table: "towns".into(), column });
        let involved = Involved::of(&before(), [add].iter(), Dialect::Postgres);
        assert!(involved.start.enums.contains_key(&ObjectName::bare("size")));
    }
}
