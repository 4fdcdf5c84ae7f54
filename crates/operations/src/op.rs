use std::future::Future;

use limbeck_schema::{
    Check, Column, ConstraintKind, Enumeration, Expression, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey,
    Table, Unique, constraint_name,
};
use sea_orm::DbErr;

use crate::{Alteration, ColumnDefinition, Data, DataStep, Operation, Recorded, Step};

/// What a revision's `upgrade` and `downgrade` are given: each call records one operation. Nothing is run.
#[derive(Debug, Default)]
pub struct Op {
    steps: Vec<Step>,
}

impl Op {
    /// What was recorded, in order.
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    fn record<P>(&mut self, operation: Operation) -> Recorded<'_, P> {
        Recorded::new(self.steps.push_mut(Step::new(operation)))
    }

    /// Makes a table with these columns; what returns takes its keys and constraints.
    pub fn create_table(
        &mut self,
        table: impl Into<ObjectName>,
        columns: impl IntoIterator<Item = ColumnDefinition>,
    ) -> Recorded<'_, Table> {
        let columns: Vec<ColumnDefinition> = columns.into_iter().collect();
        let key: Vec<String> = columns.iter().filter_map(|column| column.key().map(str::to_owned)).collect();
        let mut definition = Table::new(table, columns.into_iter().map(Column::from).collect());
        if !key.is_empty() {
            let name = constraint_name(ConstraintKind::PrimaryKey, &definition.name.name, []);
            definition.primary_key = Some(PrimaryKey::new(key).named(name));
        }
        self.record(Operation::CreateTable { definition })
    }

    /// Drops a table and its rows.
    pub fn drop_table(&mut self, table: impl Into<ObjectName>) -> Recorded<'_, ()> {
        self.record(Operation::DropTable { table: table.into() })
    }

    /// Gives a table another name.
    pub fn rename_table(&mut self, table: impl Into<ObjectName>, to: impl Into<ObjectName>) -> Recorded<'_, ()> {
        self.record(Operation::RenameTable { table: table.into(), to: to.into() })
    }

    /// Adds a column behind the others.
    pub fn add_column(&mut self, table: impl Into<ObjectName>, column: ColumnDefinition) -> Recorded<'_, Column> {
        self.record(Operation::AddColumn { table: table.into(), column: column.into() })
    }

    /// Drops a column and its values.
    pub fn drop_column(&mut self, table: impl Into<ObjectName>, column: impl Into<String>) -> Recorded<'_, ()> {
        self.record(Operation::DropColumn { table: table.into(), column: column.into() })
    }

    /// Changes facets of a column; what returns takes them.
    pub fn alter_column(
        &mut self,
        table: impl Into<ObjectName>,
        column: impl Into<String>,
    ) -> Recorded<'_, Alteration> {
        let changes = Alteration::default();
        self.record(Operation::AlterColumn { table: table.into(), column: column.into(), changes })
    }

    /// Sets a column to `value` in every row that holds NULL there: between adding a column and forbidding NULL in it. On the way back there is
    /// nothing to do.
    ///
    /// It is one UPDATE of the whole table. It fires the table's triggers, but for SQLite where it is part of a rebuild; columns that
    /// MySQL and MariaDB set on every UPDATE keep their values. A value of [`sql`](crate::sql) may name the row's other columns.
    pub fn fill_column(
        &mut self,
        table: impl Into<ObjectName>,
        column: impl Into<String>,
        value: impl Into<Expression>,
    ) -> Recorded<'_, ()> {
        self.record(Operation::FillColumn { table: table.into(), column: column.into(), value: value.into() })
    }

    /// Gives a column another name.
    pub fn rename_column(
        &mut self,
        table: impl Into<ObjectName>,
        column: impl Into<String>,
        to: impl Into<String>,
    ) -> Recorded<'_, ()> {
        self.record(Operation::RenameColumn { table: table.into(), column: column.into(), to: to.into() })
    }

    /// Makes an index of columns or [`IndexPart`]s; what returns takes the rest.
    pub fn create_index<P: Into<IndexPart>>(
        &mut self,
        name: impl Into<String>,
        table: impl Into<ObjectName>,
        parts: impl IntoIterator<Item = P>,
    ) -> Recorded<'_, Index> {
        self.record(Operation::CreateIndex { table: table.into(), index: Index::new(name, parts) })
    }

    /// Drops the index of this shape; the name is the one of the database where the revision was made.
    pub fn drop_index<P: Into<IndexPart>>(
        &mut self,
        name: impl Into<String>,
        table: impl Into<ObjectName>,
        parts: impl IntoIterator<Item = P>,
    ) -> Recorded<'_, Vec<IndexPart>> {
        let parts = parts.into_iter().map(Into::into).collect();
        self.record(Operation::DropIndex { table: table.into(), name: name.into(), parts })
    }

    /// Adds a unique constraint.
    pub fn add_unique(&mut self, table: impl Into<ObjectName>, unique: Unique) -> Recorded<'_, Unique> {
        self.record(Operation::AddUnique { table: table.into(), unique })
    }

    /// Drops the unique constraint of these columns.
    pub fn drop_unique<C: Into<String>>(
        &mut self,
        table: impl Into<ObjectName>,
        columns: impl IntoIterator<Item = C>,
    ) -> Recorded<'_, Option<String>> {
        let columns = columns.into_iter().map(Into::into).collect();
        self.record(Operation::DropUnique { table: table.into(), columns, name: None })
    }

    /// Adds a foreign key.
    pub fn add_foreign_key(&mut self, table: impl Into<ObjectName>, key: ForeignKey) -> Recorded<'_, ForeignKey> {
        self.record(Operation::AddForeignKey { table: table.into(), foreign_key: key })
    }

    /// Drops the foreign key of these columns to `target`.
    pub fn drop_foreign_key<C: Into<String>>(
        &mut self,
        table: impl Into<ObjectName>,
        columns: impl IntoIterator<Item = C>,
        target: impl Into<ObjectName>,
    ) -> Recorded<'_, Option<String>> {
        let columns = columns.into_iter().map(Into::into).collect();
        let (table, target) = (table.into(), target.into());
        self.record(Operation::DropForeignKey { table, columns, target, name: None })
    }

    /// Adds a check.
    pub fn add_check(&mut self, table: impl Into<ObjectName>, check: Check) -> Recorded<'_, Check> {
        self.record(Operation::AddCheck { table: table.into(), check })
    }

    /// Drops the check of this name.
    pub fn drop_check(&mut self, table: impl Into<ObjectName>, name: impl Into<String>) -> Recorded<'_, ()> {
        self.record(Operation::DropCheck { table: table.into(), name: name.into() })
    }

    /// Gives a table this primary key in place of the one it has.
    pub fn alter_primary_key(&mut self, table: impl Into<ObjectName>, key: impl Into<PrimaryKey>) -> Recorded<'_, ()> {
        self.record(Operation::AlterPrimaryKey { table: table.into(), primary_key: Some(key.into()) })
    }

    /// Takes a table's primary key away.
    pub fn drop_primary_key(&mut self, table: impl Into<ObjectName>) -> Recorded<'_, ()> {
        self.record(Operation::AlterPrimaryKey { table: table.into(), primary_key: None })
    }

    /// Makes an enumerated type.
    pub fn create_enum<L: Into<String>>(
        &mut self,
        name: impl Into<ObjectName>,
        labels: impl IntoIterator<Item = L>,
    ) -> Recorded<'_, bool> {
        self.record(Operation::CreateEnum { enumeration: Enumeration::new(name, labels), keep: false })
    }

    /// Drops an enumerated type.
    pub fn drop_enum(&mut self, name: impl Into<ObjectName>) -> Recorded<'_, ()> {
        self.record(Operation::DropEnum { name: name.into() })
    }

    /// Changes the labels of an enumerated type from `previous` to `next`.
    pub fn alter_enum<P: Into<String>, N: Into<String>>(
        &mut self,
        name: impl Into<ObjectName>,
        previous: impl IntoIterator<Item = P>,
        next: impl IntoIterator<Item = N>,
    ) -> Recorded<'_, ()> {
        let previous = previous.into_iter().map(Into::into).collect();
        let next = next.into_iter().map(Into::into).collect();
        self.record(Operation::AlterEnum { name: name.into(), previous, next })
    }

    /// Gives a label of an enumerated type another name; rows that hold it hold the other one afterwards.
    pub fn rename_enum_label(
        &mut self,
        name: impl Into<ObjectName>,
        label: impl Into<String>,
        to: impl Into<String>,
    ) -> Recorded<'_, ()> {
        self.record(Operation::RenameEnumLabel { name: name.into(), label: label.into(), to: to.into() })
    }

    /// Sets a table's comment.
    pub fn set_table_comment(&mut self, table: impl Into<ObjectName>, comment: impl Into<String>) -> Recorded<'_, ()> {
        self.record(Operation::SetTableComment { table: table.into(), comment: Some(comment.into()) })
    }

    /// Takes a table's comment away.
    pub fn drop_table_comment(&mut self, table: impl Into<ObjectName>) -> Recorded<'_, ()> {
        self.record(Operation::SetTableComment { table: table.into(), comment: None })
    }

    /// Runs one SQL statement on every dialect. What it does to the schema is stated with `.records(..)`. If a run dies amid one that runs others, as `CALL`
    /// and `BEGIN NOT ATOMIC` do on MariaDB, a person is asked what of it is done.
    pub fn execute(&mut self, sql: impl Into<String>) -> Recorded<'_, Vec<Step>> {
        self.record(Operation::Execute { sql: sql.into(), records: Vec::new() })
    }

    /// Runs one SQL statement on one dialect.
    pub fn execute_on(&mut self, dialect: limbeck_schema::Dialect, sql: impl Into<String>) -> Recorded<'_, Vec<Step>> {
        self.execute(sql).only(dialect)
    }

    /// Runs a data step, written in Rust, with the run's own connection. It is part of the revision's transaction where there is one.
    pub fn run<F, R>(&mut self, name: impl Into<String>, body: F) -> Recorded<'_, DataStep>
    where
        F: Fn(Data) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), DbErr>> + Send + 'static,
    {
        let step = self.steps.push_mut(Step::new(Operation::Run { name: name.into() }));
        step.body = Some(DataStep::new(body));
        Recorded::new(step)
    }
}

/// Steps that were made elsewhere, behind those that were recorded so far.
impl Extend<Step> for Op {
    fn extend<I: IntoIterator<Item = Step>>(&mut self, steps: I) {
        self.steps.extend(steps);
    }
}

/// A primary key of these columns, for `create_table` and `alter_primary_key`.
pub fn primary_key<C: Into<String>>(columns: impl IntoIterator<Item = C>) -> PrimaryKey {
    PrimaryKey::new(columns)
}

/// A unique constraint of these columns.
pub fn unique<C: Into<String>>(columns: impl IntoIterator<Item = C>) -> Unique {
    Unique::new(columns)
}

/// A foreign key from these columns to those of `target`.
pub fn foreign_key<C: Into<String>, T: Into<String>>(
    columns: impl IntoIterator<Item = C>,
    target: impl Into<ObjectName>,
    target_columns: impl IntoIterator<Item = T>,
) -> ForeignKey {
    ForeignKey::new(columns, target, target_columns)
}

/// A named check.
pub fn check(name: impl Into<String>, expression: impl Into<String>) -> Check {
    Check::new(expression).named(name)
}
