use limbeck_schema::ObjectName;

/// Where an operation stands in a plan. The same operation has the same place on every dialect.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) stage: Stage,
    /// The table's position among those that come or go.
    pub(super) rank: usize,
    pub(super) table: Option<ObjectName>,
    pub(super) phase: Phase,
    /// A position within the phase: that of a column in its entity.
    pub(super) position: usize,
    pub(super) name: String,
}

impl Place {
    pub(super) fn new(stage: Stage, table: Option<&ObjectName>, phase: Phase, name: impl Into<String>) -> Self {
        Self { stage, rank: 0, table: table.cloned(), phase, position: 0, name: name.into() }
    }

    pub(super) fn at(self, position: usize) -> Self {
        Self { position, ..self }
    }

    pub(super) fn ranked(self, rank: usize) -> Self {
        Self { rank, ..self }
    }
}

/// The parts of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Labels that only come. PostgreSQL may have to commit them before the rest, so nothing stands before them that could fail or that would be missed
    /// if the rest did.
    GrowEnums,
    RenameTables,
    RenameColumns,
    RenameLabels,
    CreateEnums,
    /// Defaults that are labels which go.
    LeaveLabels,
    AlterEnums,
    /// Foreign keys and names that are in the way of what follows.
    ClearTheWay,
    CreateTables,
    AlterTables,
    /// Foreign keys whose targets are ready only now.
    TieTables,
    DropTables,
    /// Labels that go after the columns that go, whose rows may hold them.
    ShrinkEnums,
    DropEnums,
}

/// The order within a table. A column that numbers the rows comes directly before the key that it becomes and goes directly after the one that it
/// was: MySQL and MariaDB take both only together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Whole,
    DropForeignKey,
    DropCheck,
    DropUnique,
    DropIndex,
    /// Computed columns go before those that they are computed from change, and come after.
    DropComputedColumn,
    DropComputation,
    AddColumn,
    AlterColumn,
    /// Every column is there and of its type: a value may be computed from others.
    FillColumn,
    ForbidNull,
    AddKeyColumn,
    AlterPrimaryKey,
    DropKeyColumn,
    AlterColumnAfterKey,
    SetComputation,
    AddComputedColumn,
    AddUnique,
    CreateIndex,
    AddForeignKey,
    AddCheck,
    SetComment,
    DropColumn,
}
