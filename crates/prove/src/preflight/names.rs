use std::collections::BTreeMap;

use limbeck_operations::{Operation, Setting, Step, ddl::quote::identifier};
use limbeck_schema::{Column, Dialect, Expression, ObjectName, Schema, Table, names_in_sql, rename_in_sql};

use super::{held::Held, offence::qualified};

/// What the live database calls what the steps name.
pub(super) struct Names<'a> {
    dialect: Dialect,
    tables: BTreeMap<ObjectName, Known<'a>>,
    /// Labels of enumerated types that were renamed, in turn: the type, the label before, the label after.
    labels: Vec<(ObjectName, String, String)>,
    /// The first step that may have changed rows.
    rewriter: Option<String>,
}

/// A table as the steps have it by now.
struct Known<'a> {
    /// The live table; none if the steps made it.
    live: Option<&'a Table>,
    /// What the rows hold in the columns, by their names now; of a table that the steps made that says nothing.
    columns: BTreeMap<String, Held<'a>>,
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
    pub(super) fn new(actual: &'a Schema, dialect: Dialect) -> Self {
        let known = |table: &'a Table| {
            let columns = table.columns.iter().map(|column| (column.name.clone(), Held::Live(column))).collect();
            Known { live: Some(table), columns }
        };
        let tables = actual.tables.iter().map(|(name, table)| (name.clone(), known(table))).collect();
        Self { dialect, tables, labels: Vec::new(), rewriter: None }
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

    /// What the rows of a table hold in a column.
    ///
    /// # Errors
    /// There is none of the name, in words.
    pub(super) fn held(&self, table: &ObjectName, column: &str) -> Result<&Held<'a>, String> {
        let known = self.tables.get(table).and_then(|known| known.columns.get(column));
        known.ok_or_else(|| format!("the database has no column {table}.{column}"))
    }

    /// The live tables, each with what its columns hold, by their names now.
    pub(super) fn live(
        &self,
    ) -> impl Iterator<Item = (&ObjectName, &'a Table, impl Iterator<Item = (&String, &Held<'a>)>)> {
        self.tables.iter().filter_map(|(name, known)| Some((name, known.live?, known.columns.iter())))
    }

    /// What the live database calls a label.
    pub(super) fn label(&self, name: &ObjectName, label: &str) -> String {
        let renames = self.labels.iter().rev().filter(|(of, _, _)| of == name);
        renames.fold(label.to_owned(), |label, (_, from, to)| if label == *to { from.clone() } else { label })
    }

    /// An SQL text over the columns of `table` in the live names; what is the same in every row stands in it by its value.
    ///
    /// # Errors
    /// It names a column that steps have filled, so that its values are not there yet.
    pub(super) fn sql(&self, table: &ObjectName, text: &str) -> Result<String, String> {
        let Some(known) = self.tables.get(table) else { return Ok(text.to_owned()) };
        let named = known.columns.iter().filter(|(name, _)| names_in_sql(text, name));
        let mut renamed = Vec::new();
        for (at, (name, held)) in named.enumerate() {
            let next = match held {
                Held::Live(live) if live.name == *name => continue,
                Held::Live(live) => Stand::Name(identifier(&live.name, self.dialect)),
                Held::Null(_) => Stand::Value("NULL".to_owned()),
                Held::Same(literal) => Stand::Value(format!("({literal})")),
                Held::Numbered | Held::Filled { .. } | Held::Unknown { .. } => return Err(filled(table, name)),
            };
            renamed.push((name, format!("limbeck_renamed_{at}_"), next));
        }
        // Two columns may have swapped their names, so each takes a name of its own first.
        let aside = renamed
            .iter()
            .fold(text.to_owned(), |sql, (name, aside, _)| rename_in_sql(&sql, name, aside, self.dialect));
        Ok(renamed.iter().fold(aside, |sql, (_, aside, next)| {
            let bare = ['"', '`'].iter().fold(sql, |sql, quote| sql.replace(&format!("{quote}{aside}{quote}"), aside));
            match next {
                Stand::Name(next) => bare.replace(aside.as_str(), next),
                Stand::Value(value) => with_value(&bare, aside, value),
            }
        }))
    }

    /// Goes on behind an operation.
    pub(super) fn follow(&mut self, operation: &Operation) {
        match operation {
            Operation::CreateTable { definition } => {
                let columns = definition
                    .columns
                    .iter()
                    .map(|column| (column.name.clone(), Held::Unknown { live: None }))
                    .collect();
                self.tables.insert(definition.name.clone(), Known { live: None, columns });
            }
            Operation::DropTable { table } => _ = self.tables.remove(table),
            Operation::RenameTable { table, to } => {
                if let Some(known) = self.tables.remove(table) {
                    self.tables.insert(to.clone(), known);
                }
            }
            Operation::AddColumn { table, column } => {
                self.set(table, &column.name, Held::by_adding(column, self.dialect));
            }
            Operation::FillColumn { table, column, value } => self.fill(table, column, value),
            Operation::AlterColumn { table, column, changes } => {
                if matches!(changes.generated, Some(Setting::Set(_))) {
                    let live = self.held(table, column).ok().and_then(Held::live);
                    self.set(table, column, Held::Unknown { live });
                }
            }
            Operation::RenameEnumLabel { name, label, to } => {
                self.labels.push((name.clone(), label.clone(), to.clone()));
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
            | Operation::CreateEnum { .. }
            | Operation::DropEnum { .. }
            | Operation::AlterEnum { .. }
            | Operation::SetTableComment { .. } => {}
        }
    }

    fn set(&mut self, table: &ObjectName, column: &str, held: Held<'a>) {
        if let Some(known) = self.tables.get_mut(table) {
            known.columns.insert(column.to_owned(), held);
        }
    }

    fn fill(&mut self, table: &ObjectName, column: &str, value: &Expression) {
        let Some(known) = self.tables.get(table) else { return };
        let (Some(live), Some(held)) = (known.live, known.columns.get(column).cloned()) else { return };
        let qualified = |column: &Column| qualified(&live.name, &column.name, self.dialect);
        let held = held.filled(value, self.dialect, qualified, |text| self.sql(table, text).ok());
        self.set(table, column, held);
    }
}

/// What stands in the place of a column's name.
enum Stand {
    Name(String),
    Value(String),
}

/// `sql` with `value` in place of `name`, which may have its table before it: a value has none.
fn with_value(sql: &str, name: &str, value: &str) -> String {
    let mut parts = sql.split(name);
    let mut with_values = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        with_values.truncate(unqualified(&with_values).len());
        with_values.push_str(value);
        with_values.push_str(part);
    }
    with_values
}

/// `1 < zoo."t".` without what qualifies the name that comes: `1 < `.
fn unqualified(text: &str) -> &str {
    let mut rest = text;
    while let Some(before) = rest.strip_suffix('.') {
        let quote = before.chars().next_back().filter(|last| matches!(last, '"' | '`'));
        rest = match quote {
            Some(quote) => without_quoted(before, quote),
            None => before.trim_end_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$')),
        };
    }
    rest
}

/// `text` without the quoted name at its end; a quote in it is doubled.
fn without_quoted(text: &str, quote: char) -> &str {
    let mut rest = text;
    while let Some(inner) = rest.strip_suffix(quote) {
        rest = inner.rfind(quote).and_then(|at| inner.get(..at)).unwrap_or_default();
    }
    rest
}

/// Why a column can't be asked about.
pub(super) fn filled(table: &ObjectName, column: &str) -> String {
    format!("{table}.{column} is filled by the revision itself")
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
        let mut names = Names::new(&schema, Dialect::MariaDb);
        let rename = |column: &str, to: &str| Operation::RenameColumn {
            table: "t".into(),
            column: column.to_owned(),
            to: to.to_owned(),
        };
        let add = |column: Column| Operation::AddColumn { table: "t".into(), column };
        let made = |name: &str, default: Option<Expression>| {
            add(Column { nullable: true, default, ..Column::new(name, ColumnType::Integer) })
        };
        let added = [
            made("empty", None),
            made("same", Some(Expression::Integer(-5))),
            made("made", Some(Expression::Sql("random()".to_owned()))),
        ];
        for operation in [rename("a", "x"), rename("b", "a"), rename("x", "b")].into_iter().chain(added) {
            names.follow(&operation);
        }
        names.follow(&rename("we\"ird", "odd"));
        for (text, expected) in [
            ("a > 1", Some("`b` > 1")),
            ("a > `b` AND other = 'a'", Some("`b` > `a` AND other = 'a'")),
            ("t.odd > 1", Some("t.`we\"ird` > 1")),
            ("made > 1", None),
            ("empty > a", Some("NULL > `b`")),
            ("same > 1", Some("(-5) > 1")),
            ("t.same > 1", Some("(-5) > 1")),
            ("1 < zoo.`t`.same AND `z.``o`.`t`.`same` < t.a", Some("1 < (-5) AND (-5) < t.`b`")),
            ("1.5 > t.empty", Some("1.5 > NULL")),
            ("1 = 1", Some("1 = 1")),
        ] {
            assert_eq!(names.sql(&"t".into(), text).ok().as_deref(), expected, "{text}");
        }
        names.follow(&Operation::RenameTable { table: "t".into(), to: "u".into() });
        assert!(matches!(names.table(&"t".into()), Found::Missing));
        assert!(matches!(names.table(&"u".into()), Found::Live(table) if table.name == "t".into()));
        assert!(matches!(names.held(&"u".into(), "a"), Ok(Held::Live(column)) if column.name == "b"));
        assert!(matches!(names.held(&"u".into(), "made"), Ok(Held::Unknown { .. })));
        assert!(names.held(&"u".into(), "nothing").is_err());
    }

    #[test]
    fn labels_have_the_names_that_rows_hold() {
        let schema = Schema::default();
        let mut names = Names::new(&schema, Dialect::Postgres);
        let rename = |of: &str, label: &str, to: &str| Operation::RenameEnumLabel {
            name: of.into(),
            label: label.to_owned(),
            to: to.to_owned(),
        };
        for operation in
            [rename("mood", "a", "x"), rename("mood", "b", "a"), rename("mood", "x", "b"), rename("size", "c", "d")]
        {
            names.follow(&operation);
        }
        for (label, expected) in [("a", "b"), ("b", "a"), ("c", "c"), ("d", "d")] {
            assert_eq!(names.label(&"mood".into(), label), expected, "{label}");
        }
    }
}
