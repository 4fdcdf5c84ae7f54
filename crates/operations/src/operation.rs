use std::fmt;

use limbeck_schema::{
    Check, Column, Dialect, Enumeration, Expression, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey, Schema,
    Table, Unique,
};
use serde::{Deserialize, Serialize};

use crate::{Alteration, DataStep, done::is_done};

/// One operation of a revision, and where it counts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    #[serde(flatten)]
    pub operation: Operation,
    /// The dialects that it is done on; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<Dialect>,
    /// Whether it is passed over where the schema is already as it would make it. What no revision made is there on some databases and not on others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unless_done: bool,
    /// PostgreSQL: whether an index is made or dropped outside of the revision's transaction, while others write.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub concurrently: bool,
    /// The body of a data step. A step that was read back from the history table has none.
    #[serde(skip)]
    pub body: Option<DataStep>,
}

impl Step {
    /// A step for all dialects.
    pub const fn new(operation: Operation) -> Self {
        Self { operation, only: Vec::new(), unless_done: false, concurrently: false, body: None }
    }

    /// Whether the step is done on `dialect`.
    pub fn counts_on(&self, dialect: Dialect) -> bool {
        self.only.is_empty() || self.only.contains(&dialect)
    }

    /// Whether the step is marked `unless_done`, and `schema` is already as it would make it on `dialect`.
    pub fn is_passed_over(&self, schema: &Schema, dialect: Dialect) -> bool {
        self.unless_done && is_done(&self.operation, schema, dialect)
    }
}

impl Eq for Step {}

/// Two steps are equal if they say the same; bodies of data steps can't be compared, their names are.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        (&self.operation, &self.only, self.unless_done, self.concurrently)
            == (&other.operation, &other.only, other.unless_done, other.concurrently)
    }
}

/// A change of a schema or of its data, as data. Read against the schema before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Operation {
    /// Makes a table with its columns, keys and constraints; indexes are operations of their own.
    CreateTable {
        /// The table; its `indexes` and `triggers` are empty.
        definition: Table,
    },
    /// Drops a table and its rows.
    DropTable {
        /// Which.
        table: ObjectName,
    },
    /// Gives a table another name.
    RenameTable {
        /// The name before.
        table: ObjectName,
        /// The name after.
        to: ObjectName,
    },
    /// Adds a column behind the others.
    AddColumn {
        /// To which table.
        table: ObjectName,
        /// The column.
        column: Column,
    },
    /// Drops a column and its values.
    DropColumn {
        /// From which table.
        table: ObjectName,
        /// Which.
        column: String,
    },
    /// Changes facets of a column.
    AlterColumn {
        /// Of which table.
        table: ObjectName,
        /// Which.
        column: String,
        /// What is changed; the rest stays.
        changes: Alteration,
    },
    /// Sets a column in every row that holds NULL there, by one UPDATE. The schema stays as it is.
    FillColumn {
        /// Of which table.
        table: ObjectName,
        /// Which.
        column: String,
        /// What it is set to.
        value: Expression,
    },
    /// Gives a column another name.
    RenameColumn {
        /// Of which table.
        table: ObjectName,
        /// The name before.
        column: String,
        /// The name after.
        to: String,
    },
    /// Makes an index.
    CreateIndex {
        /// On which table.
        table: ObjectName,
        /// The index.
        index: Index,
    },
    /// Drops an index.
    DropIndex {
        /// On which table.
        table: ObjectName,
        /// Its name where the revision was made; the shape decides, the real name is looked up.
        name: String,
        /// What it orders by.
        parts: Vec<IndexPart>,
    },
    /// Adds a unique constraint.
    AddUnique {
        /// To which table.
        table: ObjectName,
        /// The constraint.
        unique: Unique,
    },
    /// Drops a unique constraint.
    DropUnique {
        /// From which table.
        table: ObjectName,
        /// Its columns, in any order.
        columns: Vec<String>,
        /// Its name where the revision was made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Adds a foreign key.
    AddForeignKey {
        /// To which table.
        table: ObjectName,
        /// The key.
        foreign_key: ForeignKey,
    },
    /// Drops a foreign key.
    DropForeignKey {
        /// From which table.
        table: ObjectName,
        /// The columns that refer, in their order.
        columns: Vec<String>,
        /// The table that is referred to.
        target: ObjectName,
        /// Its name where the revision was made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Adds a check.
    AddCheck {
        /// To which table.
        table: ObjectName,
        /// The check.
        check: Check,
    },
    /// Drops a check.
    DropCheck {
        /// From which table.
        table: ObjectName,
        /// Its name, or its expression where it has none.
        name: String,
    },
    /// Gives a table another primary key, or none.
    AlterPrimaryKey {
        /// Of which table.
        table: ObjectName,
        /// The key after.
        primary_key: Option<PrimaryKey>,
    },
    /// Makes an enumerated type.
    CreateEnum {
        /// The type.
        enumeration: Enumeration,
        /// Stays when no entity states it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        keep: bool,
    },
    /// Drops an enumerated type.
    DropEnum {
        /// Which.
        name: ObjectName,
    },
    /// Changes the labels of an enumerated type.
    AlterEnum {
        /// Which.
        name: ObjectName,
        /// The labels before.
        previous: Vec<String>,
        /// The labels after.
        next: Vec<String>,
    },
    /// Gives a label of an enumerated type another name; rows that hold it hold the other one afterwards.
    RenameEnumLabel {
        /// Of which type.
        name: ObjectName,
        /// The label before.
        label: String,
        /// The label after.
        to: String,
    },
    /// Sets or drops a table's comment.
    SetTableComment {
        /// Of which table.
        table: ObjectName,
        /// The comment after.
        comment: Option<String>,
    },
    /// Runs SQL text.
    Execute {
        /// One statement.
        sql: String,
        /// What it does to the schema, as operations that are replayed and not run.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        records: Vec<Step>,
    },
    /// Runs a data step that is written in Rust.
    Run {
        /// The step's name, by which the history knows it.
        name: String,
    },
}

impl Operation {
    /// The operation's name, as the JSON output and the history table have it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CreateTable { .. } => "create_table",
            Self::DropTable { .. } => "drop_table",
            Self::RenameTable { .. } => "rename_table",
            Self::AddColumn { .. } => "add_column",
            Self::DropColumn { .. } => "drop_column",
            Self::AlterColumn { .. } => "alter_column",
            Self::FillColumn { .. } => "fill_column",
            Self::RenameColumn { .. } => "rename_column",
            Self::CreateIndex { .. } => "create_index",
            Self::DropIndex { .. } => "drop_index",
            Self::AddUnique { .. } => "add_unique",
            Self::DropUnique { .. } => "drop_unique",
            Self::AddForeignKey { .. } => "add_foreign_key",
            Self::DropForeignKey { .. } => "drop_foreign_key",
            Self::AddCheck { .. } => "add_check",
            Self::DropCheck { .. } => "drop_check",
            Self::AlterPrimaryKey { .. } => "alter_primary_key",
            Self::CreateEnum { .. } => "create_enum",
            Self::DropEnum { .. } => "drop_enum",
            Self::AlterEnum { .. } => "alter_enum",
            Self::RenameEnumLabel { .. } => "rename_enum_label",
            Self::SetTableComment { .. } => "set_table_comment",
            Self::Execute { .. } => "execute",
            Self::Run { .. } => "run",
        }
    }

    /// Every operation's name, in the order of the variants; the tests see to it that each occurs in a case.
    pub const NAMES: [&'static str; 24] = [
        "create_table",
        "drop_table",
        "rename_table",
        "add_column",
        "drop_column",
        "alter_column",
        "fill_column",
        "rename_column",
        "create_index",
        "drop_index",
        "add_unique",
        "drop_unique",
        "add_foreign_key",
        "drop_foreign_key",
        "add_check",
        "drop_check",
        "alter_primary_key",
        "create_enum",
        "drop_enum",
        "alter_enum",
        "rename_enum_label",
        "set_table_comment",
        "execute",
        "run",
    ];

    /// Whether it gives something another name and does nothing else.
    pub const fn is_rename(&self) -> bool {
        matches!(self, Self::RenameTable { .. } | Self::RenameColumn { .. })
    }

    /// The table that is changed, if it is just one.
    pub const fn table(&self) -> Option<&ObjectName> {
        match self {
            Self::CreateTable { definition } => Some(&definition.name),
            Self::DropTable { table }
            | Self::RenameTable { table, .. }
            | Self::AddColumn { table, .. }
            | Self::DropColumn { table, .. }
            | Self::AlterColumn { table, .. }
            | Self::FillColumn { table, .. }
            | Self::RenameColumn { table, .. }
            | Self::CreateIndex { table, .. }
            | Self::DropIndex { table, .. }
            | Self::AddUnique { table, .. }
            | Self::DropUnique { table, .. }
            | Self::AddForeignKey { table, .. }
            | Self::DropForeignKey { table, .. }
            | Self::AddCheck { table, .. }
            | Self::DropCheck { table, .. }
            | Self::AlterPrimaryKey { table, .. }
            | Self::SetTableComment { table, .. } => Some(table),
            Self::CreateEnum { .. }
            | Self::DropEnum { .. }
            | Self::AlterEnum { .. }
            | Self::RenameEnumLabel { .. }
            | Self::Execute { .. }
            | Self::Run { .. } => None,
        }
    }

    /// The enumerated type that is changed.
    pub const fn enumeration(&self) -> Option<&ObjectName> {
        match self {
            Self::CreateEnum { enumeration, .. } => Some(&enumeration.name),
            Self::DropEnum { name } | Self::AlterEnum { name, .. } | Self::RenameEnumLabel { name, .. } => Some(name),
            Self::CreateTable { .. }
            | Self::DropTable { .. }
            | Self::RenameTable { .. }
            | Self::AddColumn { .. }
            | Self::DropColumn { .. }
            | Self::AlterColumn { .. }
            | Self::RenameColumn { .. }
            | Self::CreateIndex { .. }
            | Self::DropIndex { .. }
            | Self::AddUnique { .. }
            | Self::DropUnique { .. }
            | Self::AddForeignKey { .. }
            | Self::DropForeignKey { .. }
            | Self::AddCheck { .. }
            | Self::DropCheck { .. }
            | Self::AlterPrimaryKey { .. }
            | Self::FillColumn { .. }
            | Self::SetTableComment { .. }
            | Self::Execute { .. }
            | Self::Run { .. } => None,
        }
    }

    /// The name of the part that is changed: a column, index, constraint or type.
    pub fn part(&self) -> Option<String> {
        match self {
            Self::AddColumn { column, .. } => Some(column.name.clone()),
            Self::DropColumn { column, .. }
            | Self::AlterColumn { column, .. }
            | Self::FillColumn { column, .. }
            | Self::RenameColumn { column, .. } => Some(column.clone()),
            Self::CreateIndex { index, .. } => Some(index.name.clone()),
            Self::DropIndex { name, .. } | Self::DropCheck { name, .. } => Some(name.clone()),
            Self::AddUnique { unique, .. } => unique.name.clone(),
            Self::AddForeignKey { foreign_key, .. } => foreign_key.name.clone(),
            Self::DropUnique { name, .. } | Self::DropForeignKey { name, .. } => name.clone(),
            Self::AddCheck { check, .. } => check.name.clone(),
            Self::AlterPrimaryKey { primary_key, .. } => primary_key.as_ref().and_then(|key| key.name.clone()),
            Self::CreateEnum { enumeration, .. } => Some(enumeration.name.to_string()),
            Self::DropEnum { name } | Self::AlterEnum { name, .. } | Self::RenameEnumLabel { name, .. } => {
                Some(name.to_string())
            }
            Self::Run { name } => Some(name.clone()),
            Self::CreateTable { .. }
            | Self::DropTable { .. }
            | Self::RenameTable { .. }
            | Self::SetTableComment { .. }
            | Self::Execute { .. } => None,
        }
    }
}

impl fmt::Display for Operation {
    /// The operation in a few words: `add_column animals.registered_at`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match (self.table(), self.part()) {
            (Some(table), Some(part)) => write!(f, " {table}.{part}"),
            (Some(table), None) => write!(f, " {table}"),
            (None, Some(part)) => write!(f, " {part}"),
            (None, None) => Ok(()),
        }
    }
}
