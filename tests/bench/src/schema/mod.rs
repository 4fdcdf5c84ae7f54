//! The schema that is measured: so many tables, each with 12 columns, 2 foreign keys, 2 indexes, a unique, defaults and comments; and its changed variant.
//!
//! One description, [`Table`], and an emitter for each spelling: [`entities`], [`sql`], [`models`]. The same number makes the same bytes.

mod change;
pub mod entities;
pub mod models;
pub mod sql;

pub use change::{changed, changes, with_column};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, `table_00042`.
    pub name: String,
    /// Its comment.
    pub comment: String,
    /// Its columns, in order; the first is the primary key.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it may be NULL.
    pub is_nullable: bool,
    /// What it holds where a row says nothing.
    pub default: Option<Value>,
    /// The key or index that it has for itself.
    pub index: Index,
    /// Its comment.
    pub comment: Option<&'static str>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The number of the row, a primary key that counts by itself.
    Key,
    /// A string of at most so many characters.
    String(u16),
    /// 32 bits.
    Integer,
    /// 64 bits.
    BigInteger,
    /// Twelve digits, two of them behind the point.
    Decimal,
    /// True or false.
    Boolean,
    /// A string of any length.
    Text,
    /// A date and a time without a zone.
    DateTime,
    /// A JSON value.
    Json,
    /// A row of the named table, which takes the referring rows along when it goes.
    Reference(String),
}

/// A value that stands for what a row does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A string.
    String(&'static str),
    /// A number.
    Integer(i32),
    /// True or false.
    Boolean(bool),
}

/// The key or index of a single column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// There is none.
    Absent,
    /// An index.
    Plain,
    /// A unique key.
    Unique,
}

impl Column {
    /// A column that may not be NULL and has nothing else.
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, is_nullable: false, default: None, index: Index::Absent, comment: None }
    }

    fn null(self) -> Self {
        Self { is_nullable: true, ..self }
    }

    fn default(self, default: Value) -> Self {
        Self { default: Some(default), ..self }
    }

    fn index(self, index: Index) -> Self {
        Self { index, ..self }
    }

    fn comment(self, comment: &'static str) -> Self {
        Self { comment: Some(comment), ..self }
    }
}

/// The schema of `count` tables. Each table refers to two that come before it, the first one to itself.
pub fn tables(count: usize) -> Vec<Table> {
    (0..count).map(|number| table(number, [number / 2, number / 3])).collect()
}

/// The table of this number, which refers to two others.
fn table(number: usize, [owner, source]: [usize; 2]) -> Table {
    let columns = vec![
        Column::new("id", Kind::Key),
        Column::new("name", Kind::String(120)).comment("what it is called"),
        Column::new("code", Kind::String(32)).index(Index::Unique),
        Column::new("status", Kind::String(16)).default(Value::String("new")).index(Index::Plain),
        Column::new("quantity", Kind::Integer).default(Value::Integer(0)),
        Column::new("price", Kind::Decimal).null(),
        Column::new("active", Kind::Boolean).default(Value::Boolean(true)),
        Column::new("notes", Kind::Text).null(),
        Column::new("created_at", Kind::DateTime).index(Index::Plain).comment("when it came"),
        Column::new("payload", Kind::Json).null(),
        Column::new("owner_id", Kind::Reference(name(owner))).null(),
        Column::new("source_id", Kind::Reference(name(source))).null(),
    ];
    Table { name: name(number), comment: format!("table number {number}"), columns }
}

/// The name of a table.
fn name(number: usize) -> String {
    format!("table_{number:05}")
}

#[cfg(test)]
mod tests;
