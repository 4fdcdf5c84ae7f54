//! What goes with a column that is dropped and added again, or has to make way for its new type.

use limbeck_schema::{Column, Index, IndexTarget, Table, names_in_sql};

use super::{DIALECT, add, column, drop_constraint};
use crate::{
    Operation,
    ddl::{DdlError, Statement, builder, constraint, index, quote::identifier},
};

/// The columns of a table that a change of others reaches.
pub(super) struct Reach<'a> {
    table: &'a Table,
    /// Their type changes; what compares them with values of the old type has to go before.
    retyped: Vec<&'a str>,
    /// They are dropped and added again.
    readded: Vec<&'a Column>,
}

impl<'a> Reach<'a> {
    /// One column is dropped and added, as a computed one that nothing else is computed from.
    pub(super) fn of_readded(table: &'a Table, column: &'a Column) -> Self {
        Self { table, retyped: Vec::new(), readded: vec![column] }
    }

    /// The types of `columns` change. What is computed from them can't stay meanwhile: "cannot alter type of a column used by a
    /// generated column" (measured on 15).
    pub(super) fn of_retyped(table: &'a Table, columns: Vec<&'a str>) -> Self {
        let is_computed_from_them = |other: &&Column| {
            let expression = other.generated.as_ref().map(|generated| generated.expression.as_str());
            !columns.contains(&other.name.as_str())
                && expression.is_some_and(|sql| columns.iter().any(|column| names_in_sql(sql, column)))
        };
        let readded = table.columns.iter().filter(is_computed_from_them).collect();
        Self { table, retyped: columns, readded }
    }

    /// Leaves the checks and indexes of the retyped columns alone.
    pub(super) fn keep_comparing(&mut self) {
        self.retyped.clear();
    }

    /// Drops the columns that are added again, and what goes with them.
    pub(super) fn drop_columns(&self) -> Vec<Statement> {
        let drop = |column: &&Column| Statement::new(builder::drop_column(&self.table.name, &column.name, DIALECT));
        self.readded.iter().map(drop).collect()
    }

    /// Adds them, as they were.
    pub(super) fn add_columns(&self) -> Vec<Statement> {
        self.readded.iter().flat_map(|item| column::add(item, &self.table.name)).collect()
    }

    /// Drops the checks and indexes whose text compares a retyped column with values of its old type: the server keeps that text with
    /// the old type and finds no operator (measured on 15).
    pub(super) fn drop_comparing(&self, operation: &Operation) -> Result<Vec<Statement>, DdlError> {
        let table = &self.table.name;
        let checks = self.table.checks.iter().filter(|check| self.is_retyped_in(&check.expression));
        let mut drops = checks
            .map(|check| Ok(Statement::new(drop_constraint(table, check.name.as_deref(), "check", operation)?)))
            .collect::<Result<Vec<_>, DdlError>>()?;
        let indexes = self.table.indexes.iter().filter(|item| texts(item).any(|sql| self.is_retyped_in(sql)));
        drops.extend(indexes.map(|item| Statement::new(index::drop(&item.name, table, DIALECT))));
        Ok(drops)
    }

    /// Makes the constraints and indexes again that went, either way.
    pub(super) fn restore(&self) -> Vec<Statement> {
        let table = self.table;
        let uniques = table.uniques.iter().filter(|item| self.has_readded(&item.columns));
        let keys = table.foreign_keys.iter().filter(|item| self.has_readded(&item.columns));
        let checks = table
            .checks
            .iter()
            .filter(|item| self.is_retyped_in(&item.expression) || self.is_readded_in(&item.expression));
        let constraints = uniques
            .map(|item| constraint::unique_of(table, item, DIALECT))
            .chain(keys.map(|item| constraint::foreign_key_of(table, item, DIALECT)))
            .chain(checks.map(|item| self.check(item)))
            .map(|sql| add(&table.name, &sql));
        let indexes = table
            .indexes
            .iter()
            .filter(|item| {
                texts(item).any(|sql| self.is_retyped_in(sql) || self.is_readded_in(sql))
                    || self.has_readded(&item.include)
                    || item.parts.iter().filter_map(|part| part.target.column()).any(|name| self.is_readded(name))
            })
            .map(|item| index::create(item, &table.name, DIALECT));
        // What the columns have besides: grants, statistics, exclusion constraints.
        let beyond = table.beyond.iter().filter(|item| self.has_readded(&item.columns));
        let beyond = beyond.flat_map(|item| item.statements.iter().cloned());
        constraints.chain(indexes).chain(beyond).map(Statement::new).collect()
    }

    /// A check, in the server's words where they say more. It may stand on any columns, so its name alone tells.
    fn check(&self, check: &limbeck_schema::Check) -> String {
        let mut texts = self.table.beyond.iter().filter_map(|beyond| beyond.constraint.as_ref());
        let text = texts.find(|text| text.name.is_some() && text.name == check.name);
        match (text, &check.name) {
            (Some(text), Some(name)) => format!("CONSTRAINT {} {}", identifier(name, DIALECT), text.sql),
            _ => constraint::check(check, DIALECT),
        }
    }

    fn is_readded(&self, column: &str) -> bool {
        self.readded.iter().any(|readded| readded.name == column)
    }

    fn has_readded(&self, columns: &[String]) -> bool {
        columns.iter().any(|column| self.is_readded(column))
    }

    fn is_retyped_in(&self, sql: &str) -> bool {
        self.retyped.iter().any(|column| names_in_sql(sql, column))
    }

    fn is_readded_in(&self, sql: &str) -> bool {
        self.readded.iter().any(|column| names_in_sql(sql, &column.name))
    }
}

/// The expressions and the predicate of an index.
fn texts(index: &Index) -> impl Iterator<Item = &str> {
    let expressions = index.parts.iter().filter_map(|part| match &part.target {
        IndexTarget::Column(_) => None,
        IndexTarget::Expression(sql) => Some(sql.as_str()),
    });
    expressions.chain(index.filter.as_deref())
}
