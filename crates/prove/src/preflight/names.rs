use std::collections::BTreeMap;

use limbeck_operations::{Operation, Setting, Step, ddl::quote::identifier};
use limbeck_schema::{Column, Dialect, ObjectName, Schema, Table, names_in_sql, rename_in_sql};

/// What the live database calls what the steps name.
pub(super) struct Names<'a> {
    tables: BTreeMap<ObjectName, Known<'a>>,
    /// The first step that may have changed rows.
    rewriter: Option<String>,
}

/// A table as the steps have it by now.
struct Known<'a> {
    /// The live table; none if the steps made it.
    live: Option<&'a Table>,
    /// The columns by their names now; none if the steps made it, or gave it other values.
    columns: BTreeMap<String, Option<&'a Column>>,
}

/// What is behind a name.
pub(super) enum Found<T> {
    /// This, in the live database.
    Live(T),
    /// The steps make it.
    Made,
    /// The live database has nothing of the name.
    Missing,
}

impl<'a> Names<'a> {
    /// Before the first step everything has its own name.
    pub(super) fn new(actual: &'a Schema) -> Self {
        let known = |table: &'a Table| {
            let columns = table.columns.iter().map(|column| (column.name.clone(), Some(column))).collect();
            Known { live: Some(table), columns }
        };
        let tables = actual.tables.iter().map(|(name, table)| (name.clone(), known(table))).collect();
        Self { tables, rewriter: None }
    }

    /// The step that may have changed rows before the present one, so that what is there now says nothing.
    pub(super) fn rewriter(&self) -> Option<&str> {
        self.rewriter.as_deref()
    }

    pub(super) fn table(&self, name: &ObjectName) -> Found<&'a Table> {
        match self.tables.get(name) {
            Some(Known { live: Some(table), .. }) => Found::Live(table),
            Some(Known { live: None, .. }) => Found::Made,
            None => Found::Missing,
        }
    }

    pub(super) fn column(&self, table: &ObjectName, name: &str) -> Found<&'a Column> {
        match self.tables.get(table).map(|known| known.columns.get(name)) {
            Some(Some(Some(column))) => Found::Live(column),
            Some(Some(None)) => Found::Made,
            Some(None) | None => Found::Missing,
        }
    }

    /// The live tables, each with its columns of now.
    pub(super) fn live(&self) -> impl Iterator<Item = (&ObjectName, &'a Table, impl Iterator<Item = &'a Column>)> {
        self.tables
            .iter()
            .filter_map(|(name, known)| Some((name, known.live?, known.columns.values().filter_map(|column| *column))))
    }

    /// An SQL text over the columns of `table` in the live names; `None` if it names what the steps make.
    pub(super) fn sql(&self, table: &ObjectName, text: &str, dialect: Dialect) -> Option<String> {
        let Some(known) = self.tables.get(table) else { return Some(text.to_owned()) };
        let named = known.columns.iter().filter(|(name, _)| names_in_sql(text, name));
        let mut renamed = Vec::new();
        for (at, (name, live)) in named.enumerate() {
            let live = (*live)?;
            if live.name != *name {
                renamed.push((name, format!("limbeck_renamed_{at}_"), &live.name));
            }
        }
        // Two columns may have swapped their names, so each takes a name of its own first.
        let aside = renamed.iter().fold(text.to_owned(), |sql, (name, aside, _)| rename_in_sql(&sql, name, aside));
        Some(renamed.iter().fold(aside, |sql, (_, aside, live)| {
            let live = identifier(live, dialect);
            let bare = ['"', '`'].iter().fold(sql, |sql, quote| sql.replace(&format!("{quote}{aside}{quote}"), aside));
            bare.replace(aside.as_str(), &live)
        }))
    }

    /// Goes on behind an operation.
    pub(super) fn follow(&mut self, operation: &Operation) {
        match operation {
            Operation::CreateTable { definition } => {
                let columns = definition.columns.iter().map(|column| (column.name.clone(), None)).collect();
                self.tables.insert(definition.name.clone(), Known { live: None, columns });
            }
            Operation::DropTable { table } => _ = self.tables.remove(table),
            Operation::RenameTable { table, to } => {
                if let Some(known) = self.tables.remove(table) {
                    self.tables.insert(to.clone(), known);
                }
            }
            Operation::AddColumn { table, column } => self.set(table, &column.name, None),
            // NULL is nowhere in it then, and what it holds instead is not there yet to be asked for.
            Operation::FillColumn { table, column, .. } => self.set(table, column, None),
            Operation::AlterColumn { table, column, changes } => {
                if matches!(changes.generated, Some(Setting::Set(_))) {
                    self.set(table, column, None);
                }
            }
            Operation::DropColumn { table, column } => {
                if let Some(known) = self.tables.get_mut(table) {
                    known.columns.remove(column);
                }
            }
            Operation::RenameColumn { table, column, to } => {
                if let Some(known) = self.tables.get_mut(table)
                    && let Some(live) = known.columns.remove(column)
                {
                    known.columns.insert(to.clone(), live);
                }
            }
            Operation::Execute { records, .. } => {
                self.rewriter.get_or_insert_with(|| "SQL of an earlier step".to_owned());
                records.iter().for_each(|Step { operation, .. }| self.follow(operation));
            }
            Operation::Run { name } => _ = self.rewriter.get_or_insert_with(|| format!("the data step `{name}`")),
            Operation::CreateIndex { .. }
            | Operation::DropIndex { .. }
            | Operation::AddUnique { .. }
            | Operation::DropUnique { .. }
            | Operation::AddForeignKey { .. }
            | Operation::DropForeignKey { .. }
            | Operation::AddCheck { .. }
            | Operation::DropCheck { .. }
            | Operation::AlterPrimaryKey { .. }
            | Operation::RenameEnumLabel { .. }
            | Operation::CreateEnum { .. }
            | Operation::DropEnum { .. }
            | Operation::AlterEnum { .. }
            | Operation::SetTableComment { .. } => {}
        }
    }

    fn set(&mut self, table: &ObjectName, column: &str, live: Option<&'a Column>) {
        if let Some(known) = self.tables.get_mut(table) {
            known.columns.insert(column.to_owned(), live);
        }
    }
}

#[cfg(test)]
mod tests {
    use limbeck_schema::ColumnType;

    use super::*;

    #[test]
    fn texts_are_put_in_the_live_names() {
        let mut schema = Schema::default();
        let columns = ["a", "b", "we\"ird"].map(|name| Column::new(name, ColumnType::Integer));
        schema.insert(Table::new("t", columns.into()));
        let mut names = Names::new(&schema);
        let rename = |column: &str, to: &str| Operation::RenameColumn {
            table: "t".into(),
            column: column.to_owned(),
            to: to.to_owned(),
        };
        let added = Operation::AddColumn { table: "t".into(), column: Column::new("made", ColumnType::Integer) };
        for operation in [rename("a", "x"), rename("b", "a"), rename("x", "b"), added] {
            names.follow(&operation);
        }
        names.follow(&rename("we\"ird", "odd"));
        for (text, expected) in [
            ("a > 1", Some("`b` > 1")),
            ("a > `b` AND other = 'a'", Some("`b` > `a` AND other = 'a'")),
            ("t.odd > 1", Some("t.`we\"ird` > 1")),
            ("made > 1", None),
            ("1 = 1", Some("1 = 1")),
        ] {
            assert_eq!(names.sql(&"t".into(), text, Dialect::MariaDb).as_deref(), expected, "{text}");
        }
        names.follow(&Operation::RenameTable { table: "t".into(), to: "u".into() });
        assert!(matches!(names.table(&"t".into()), Found::Missing));
        assert!(matches!(names.table(&"u".into()), Found::Live(table) if table.name == "t".into()));
        assert!(matches!(names.column(&"u".into(), "a"), Found::Live(column) if column.name == "b"));
        assert!(matches!(names.column(&"u".into(), "made"), Found::Made));
    }
}
