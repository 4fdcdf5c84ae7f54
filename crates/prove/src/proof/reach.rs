//! Whether the names of steps lead out of a scratch database: on MySQL and MariaDB a qualified one is of another database, which may hold somebody's rows.

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, ObjectName, Schema};

/// Makes sure that no name of the schemas and of the steps, whatever they run on, leads elsewhere.
///
/// # Errors
/// The first name that does, in words.
pub(super) fn stays_in_scratch<'a>(
    schemas: &[&Schema],
    steps: impl IntoIterator<Item = &'a Step>,
    dialect: Dialect,
) -> Result<(), String> {
    match dialect {
        // A schema is a part of the database there.
        Dialect::Postgres => return Ok(()),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => {}
    }
    let leads_out = |name: &ObjectName| {
        let elsewhere = || format!("`{name}` is in another database, which can't be tried in a scratch one");
        if name.schema.is_some() { Err(elsewhere()) } else { Ok(()) }
    };
    for schema in schemas {
        schema.tables.keys().chain(schema.enums.keys()).try_for_each(leads_out)?;
        let keys = schema.tables.values().flat_map(|table| &table.foreign_keys);
        keys.map(|key| &key.target).try_for_each(leads_out)?;
    }
    steps.into_iter().flat_map(|step| names(&step.operation)).try_for_each(leads_out)
}

/// All names that an operation says; of raw SQL, those of what it records.
pub(super) fn names(operation: &Operation) -> Vec<&ObjectName> {
    let mut names: Vec<&ObjectName> = operation.table().into_iter().chain(operation.enumeration()).collect();
    match operation {
        Operation::RenameTable { to, .. } => names.push(to),
        Operation::CreateTable { definition } => names.extend(definition.foreign_keys.iter().map(|key| &key.target)),
        Operation::AddForeignKey { foreign_key, .. } => names.push(&foreign_key.target),
        Operation::DropForeignKey { target, .. } => names.push(target),
        Operation::Execute { records, .. } => {
            names.extend(records.iter().flat_map(|step| self::names(&step.operation)));
        }
        Operation::DropTable { .. }
        | Operation::AddColumn { .. }
        | Operation::DropColumn { .. }
        | Operation::AlterColumn { .. }
        | Operation::FillColumn { .. }
        | Operation::RenameColumn { .. }
        | Operation::CreateIndex { .. }
        | Operation::DropIndex { .. }
        | Operation::AddUnique { .. }
        | Operation::DropUnique { .. }
        | Operation::AddCheck { .. }
        | Operation::DropCheck { .. }
        | Operation::AlterPrimaryKey { .. }
        | Operation::CreateEnum { .. }
        | Operation::DropEnum { .. }
        | Operation::AlterEnum { .. }
        | Operation::RenameEnumLabel { .. }
        | Operation::SetTableComment { .. }
        | Operation::Run { .. } => {}
    }
    names
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{ForeignKey, Table};

    use super::*;

    #[test]
    fn every_name_that_leads_to_another_database_is_found() {
        let elsewhere = || ObjectName::qualified("zoo", "pets");
        let key = || ForeignKey::new(["pet_id"], elsewhere(), ["id"]);
        let mut child = Table::new("toys", Vec::new());
        child.foreign_keys.push(key());
        let rename = |table: ObjectName, to: ObjectName| Operation::RenameTable { table, to };
        let drop_key = Operation::DropForeignKey {
            table: "toys".into(),
            columns: vec!["pet_id".to_owned()],
            target: elsewhere(),
            name: None,
        };
        let recorded = Operation::Execute {
            sql: "RENAME TABLE pets TO zoo.pets".to_owned(),
            records: vec![Step::new(rename("pets".into(), elsewhere()))],
        };
        for (name, operation, leads_out) in [
            ("a rename into it", rename("pets".into(), elsewhere()), true),
            ("a rename out of it", rename(elsewhere(), "pets".into()), true),
            ("a rename", rename("pets".into(), "animals".into()), false),
            ("a key of a new table", Operation::CreateTable { definition: child.clone() }, true),
            ("a key", Operation::AddForeignKey { table: "toys".into(), foreign_key: key() }, true),
            ("a key that goes", drop_key, true),
            ("a table that goes", Operation::DropTable { table: elsewhere() }, true),
            ("a type", Operation::DropEnum { name: elsewhere() }, true),
            ("what raw SQL records", recorded, true),
        ] {
            let steps = [Step::new(operation)];
            for dialect in Dialect::ALL {
                let found = stays_in_scratch(&[], &steps, dialect);
                assert_eq!(found.is_err(), leads_out && dialect != Dialect::Postgres, "{name} on {dialect}");
            }
        }
        let mut schema = Schema::default();
        schema.insert(child);
        assert!(stays_in_scratch(&[&Schema::default(), &schema], [], Dialect::MariaDb).is_err(), "a key that is there");
    }
}
