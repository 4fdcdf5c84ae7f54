//! What was understood of each entity, for a person who wants to know why something is missing.

use limbeck_schema::ObjectName;

use crate::Span;

/// An entity that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Where it begins: the name of its struct.
    pub span: Span,
    /// How it is written.
    pub format: Format,
    /// Its table.
    pub table: ObjectName,
    /// Its columns, in their order.
    pub fields: Vec<Field>,
    /// Why it is not in the schema, if it is not.
    pub aside: Option<Aside>,
}

/// What an entity's source says of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The column, by its name in the database.
    pub column: String,
    /// Its Rust type as it is written, without white space; `None` where a column has no field, as in the expanded format.
    pub rust_type: Option<String>,
}

/// The formats in which an entity can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// One struct that derives `DeriveEntityModel`.
    Compact,
    /// The same with relations as fields.
    Dense,
    /// `EntityName`, `ColumnTrait`, `PrimaryKeyTrait` and `RelationTrait` by hand.
    Expanded,
}

impl Format {
    /// `compact`, `dense` or `expanded`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Dense => "dense",
            Self::Expanded => "expanded",
        }
    }
}

/// Why an entity does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// It says so: `#[limbeck(ignore)]`.
    Ignored,
    /// A copy in a folder of migrations, kept as the table was then.
    Frozen,
}

/// A column whose type could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opaque {
    /// Where the type stands.
    pub span: Span,
    /// How many characters of its line the type covers, at least 1.
    pub length: usize,
    /// Its Rust type as it is written, without white space.
    pub rust_type: String,
    /// Why it could not be read.
    pub reason: String,
    /// What to do about it.
    pub help: String,
}
