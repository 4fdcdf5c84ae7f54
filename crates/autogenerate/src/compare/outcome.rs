use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use limbeck_operations::{Hazard, ReverseError, Step, replay_all};
use limbeck_schema::{Dialect, ObjectName, Rename, Schema};

use super::verdict::Undecided;
use crate::{Fills, fill::fill_back, plan};

/// What comparing found.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What a revision has to do, in the order in which it can be done.
    pub changes: Vec<Change>,
    /// What somebody changed in the database that no revision changed and no entity wants changed. Nothing is written for it.
    pub drifted: Vec<Drift>,
    /// What the entities want other than it is recorded, and the database has other than both. A person has to decide.
    pub conflicts: Vec<Conflict>,
    /// What is in the database only.
    pub unmanaged: Vec<Noted>,
    /// What is there and no entity states, by choice: kept objects, ignored columns, facets.
    pub unsaid: Vec<Noted>,
    /// What the entities want and the database has, and no revision made.
    pub unrecorded: Vec<Noted>,
    /// What could not be compared.
    pub skipped: Vec<Skipped>,
    /// Texts of which only a server can tell whether they are the same. With the answers the next comparison knows more; without them each counts
    /// as far as texts tell, and is among `skipped` where these don't.
    pub undecided: Vec<Undecided>,
    /// What the entities want and cannot be made: nobody knows its type. It is not among the changes.
    pub refused: Vec<Refused>,
    /// What a person may know better: a column that went and one that came may be one column.
    pub questions: Vec<Question>,
    /// The renames that were given and apply on no dialect.
    pub passed_over: Vec<Rename>,
    /// The columns whose rows need a value that nobody named: until somebody does, a revision would fail on them, or fill them silently.
    pub unfilled: Vec<Unfilled>,
    /// The answers on values that nothing asked for: the column is another, or it needs none.
    pub unused_fills: Vec<(ObjectName, String)>,
    /// What is to be kept and is nowhere. Without a database nobody can tell.
    pub unused_keeps: Vec<String>,
    /// The dialect of `before` and `after`: the connected database's, else the first declared one.
    pub dialect: Option<Dialect>,
    /// The schema that the changes start from, with what the database has of its tables besides.
    pub before: Schema,
    /// The schema that they lead to.
    pub after: Schema,
    /// Of a baseline: how many changes of the entities are left for the next revision.
    pub left: usize,
    /// Whether the changes make what was there before the first revision.
    pub(crate) is_baseline: bool,
    /// Whether the changes bring the database back, and record nothing.
    pub(crate) is_repair: bool,
    /// The schemas that the changes start from on each declared dialect.
    pub(crate) starts: BTreeMap<Dialect, Schema>,
    /// The answers on values, for the way back.
    pub(crate) fills: Fills,
}

impl Comparison {
    /// Whether a revision has nothing to do and the database is as it is recorded.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.drifted.is_empty() && self.conflicts.is_empty() && self.refused.is_empty()
    }

    /// Whether this came from [`repair`](crate::repair): the changes bring the database back, and record nothing.
    pub const fn is_repair(&self) -> bool {
        self.is_repair
    }

    /// Whether the changes lead to what the entities want: neither a repair nor a baseline does.
    pub const fn answers_entities(&self) -> bool {
        !self.is_repair && !self.is_baseline
    }

    /// The schemas that the changes start from, on each declared dialect.
    pub const fn starts(&self) -> &BTreeMap<Dialect, Schema> {
        &self.starts
    }

    /// Takes a person's word that these go for good: nothing is asked of them any more.
    pub fn let_go(&mut self, leaving: &BTreeSet<Leaving>) {
        self.questions.retain(|question| !leaving.contains(&question.leaving));
    }

    /// The steps of the changes.
    pub fn upgrade(&self) -> Vec<Step> {
        self.changes.iter().map(|change| change.step.clone()).collect()
    }

    /// What undoes the changes. A step that counts on some dialects only is read against their schema; where dialects need different steps
    /// back, each has its own. Columns that may not be NULL again are filled, where there is a value for them. A repair has no way back: what is recorded
    /// is the same before and after it.
    ///
    /// # Errors
    /// A step that does not fit the schema before it, or raw SQL, which comparing never writes.
    pub fn downgrade(&self) -> Result<Vec<Step>, ReverseError> {
        if self.is_repair {
            return Ok(Vec::new());
        }
        let upgrade = self.upgrade();
        let steps = plan::reverse(&upgrade, &self.starts)?;
        let mut schemas = self.starts.clone();
        for (dialect, schema) in &mut schemas {
            replay_all(&upgrade, schema, *dialect)?;
        }
        Ok(fill_back(steps, schemas, &self.fills)?)
    }
}

/// A step of a revision, and why it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is done, and on which dialects.
    pub step: Step,
    /// Why.
    pub label: Label,
    /// What is dangerous about it.
    pub hazards: Vec<Hazard>,
    /// What a person should know of it, if anything.
    pub note: Option<String>,
}

/// Where a difference comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// The entities changed.
    ModelChanged,
    /// The database changed without a revision.
    Drifted,
    /// Both changed, in different ways.
    ChangedAndDrifted,
    /// It is in the database only.
    Unmanaged,
    /// It is in the entities and in the database, and no revision made it.
    Unrecorded,
}

impl Label {
    /// The label as it is printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ModelChanged => "model changed",
            Self::Drifted => "database drifted",
            Self::ChangedAndDrifted => "changed and drifted",
            Self::Unmanaged => "unmanaged",
            Self::Unrecorded => "unrecorded",
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A kind of object, or of facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An enumerated type.
    Enum,
    /// A table.
    Table,
    /// A column.
    Column,
    /// A column's type.
    Type,
    /// Whether a column may be NULL.
    Nullable,
    /// A column's default.
    Default,
    /// Whether a column is numbered.
    AutoIncrement,
    /// What computes a column.
    Generated,
    /// What an UPDATE sets a column to.
    OnUpdate,
    /// A column's collation.
    Collation,
    /// A comment, of a column or a table.
    Comment,
    /// Further text of a column's definition.
    Extra,
    /// A primary key.
    PrimaryKey,
    /// A unique constraint.
    Unique,
    /// An index.
    Index,
    /// A foreign key.
    ForeignKey,
    /// A check.
    Check,
}

impl Kind {
    /// The kind's name, as the JSON output has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enum => "enum",
            Self::Table => "table",
            Self::Column => "column",
            Self::Type => "type",
            Self::Nullable => "nullable",
            Self::Default => "default",
            Self::AutoIncrement => "auto_increment",
            Self::Generated => "generated",
            Self::OnUpdate => "on_update",
            Self::Collation => "collation",
            Self::Comment => "comment",
            Self::Extra => "extra",
            Self::PrimaryKey => "primary_key",
            Self::Unique => "unique",
            Self::Index => "index",
            Self::ForeignKey => "foreign_key",
            Self::Check => "check",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name().replace('_', " "))
    }
}

/// An object that is named and left alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noted {
    /// What it is.
    pub kind: Kind,
    /// The table that it belongs to; `None` for a table or a type itself.
    pub table: Option<ObjectName>,
    /// Its name; a facet's is `column.facet`; what has no name is called by its columns or its text.
    pub name: String,
}

impl fmt::Display for Noted {
    /// `index users_lower_email of users`; a facet says what it is by its own name, `city.nullable of houses`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_facet = self.name.strip_suffix(self.kind.name()).is_some_and(|rest| rest.ends_with('.'));
        if !is_facet {
            write!(f, "{} ", self.kind)?;
        }
        f.write_str(&self.name)?;
        match &self.table {
            Some(table) => write!(f, " of {table}"),
            None => Ok(()),
        }
    }
}

/// A difference between what is recorded and what the database has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// What differs.
    pub object: Noted,
    /// How it is recorded, in words; `None` where it is not there.
    pub recorded: Option<String>,
    /// How the database has it, in words; `None` where it is not there.
    pub actual: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Drift {
    /// Always [`Label::Drifted`].
    pub const fn label(&self) -> Label {
        Label::Drifted
    }
}

/// What is wanted, recorded and actual in three different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What differs.
    pub object: Noted,
    /// How the entities want it, in words; `None` where they don't.
    pub wanted: Option<String>,
    /// How it is recorded, in words.
    pub recorded: Option<String>,
    /// How the database has it, in words.
    pub actual: Option<String>,
}

impl Conflict {
    /// Always [`Label::ChangedAndDrifted`].
    pub const fn label(&self) -> Label {
        Label::ChangedAndDrifted
    }
}

/// What could not be compared, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// What, in words: `check ck-animals-weight of animals`.
    pub object: String,
    /// Why.
    pub reason: String,
}

/// A column that is wanted and is neither recorded nor there, and whose type the entities could not tell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// Its table.
    pub table: ObjectName,
    /// Its name.
    pub column: String,
}

impl fmt::Display for Refused {
    /// `column total of orders`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {} of {}", self.column, self.table)
    }
}

/// What a person may know better: whether what goes is what comes. The answer is one of the renames, for the next comparison, or the word that it goes
/// for good, for [`Comparison::let_go`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// What goes, by its name now; that of its table is the one after.
    pub leaving: Leaving,
    /// What it may have become, the likeliest first; at least one.
    pub renames: Vec<Rename>,
}

/// Something that goes for good, or has another name from now on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaving {
    /// A table.
    Table {
        /// Its name.
        table: ObjectName,
    },
    /// A column.
    Column {
        /// Its table, by the name after.
        table: ObjectName,
        /// Its name.
        column: String,
    },
    /// A label of an enumerated type.
    Label {
        /// The type.
        enumeration: ObjectName,
        /// The label.
        label: String,
    },
}

/// A column that may not be NULL, of which nobody said what it holds in the rows that are there. The answer is a [`Fill`](crate::Fill) for the next
/// comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unfilled {
    /// The table.
    pub table: ObjectName,
    /// The column.
    pub column: String,
    /// Values that may be meant, as they are written in an answer; the likeliest first.
    pub suggestions: Vec<String>,
    /// Why the value that was named, or the default, does not do.
    pub refused: Option<String>,
}

impl fmt::Display for Leaving {
    /// `column nick of animals`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table { table } => write!(f, "table {table}"),
            Self::Column { table, column } => write!(f, "column {column} of {table}"),
            Self::Label { enumeration, label } => write!(f, "label {label} of {enumeration}"),
        }
    }
}
