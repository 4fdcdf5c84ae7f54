use proc_macro2::Span;

/// A string and where it stands.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it says.
    pub value: String,
    /// The literal.
    pub span: Span,
}

/// What is said of a table.
#[derive(Clone, Debug)]
pub enum TableHint {
    /// `index(columns("a", "b desc"), ..)`
    Index(IndexHint),
    /// `unique(columns("a", "b"), ..)`: a constraint.
    Unique(UniqueHint),
    /// `check = ".."`, `check(name = "..", expr = "..")`
    Check(CheckHint),
    /// `renamed_from = "old"`
    RenamedFrom(Text),
    /// `comment = ".."`
    Comment(Text),
    /// `ignore`: the entity is none of Limbeck's business.
    Ignore(Span),
}

/// What is said of a column.
#[derive(Clone, Debug)]
pub enum ColumnHint {
    /// `index`, `index(..)`: its only part is the column itself or an expression.
    Index(IndexHint),
    /// `unique`, `unique(name = "..")`; it has no columns, since it is of this one.
    Unique(UniqueHint),
    /// `check = ".."`, `check(name = "..", expr = "..")`
    Check(CheckHint),
    /// `generated = ".."`, `generated(expr = "..", stored)`
    Generated(GeneratedHint),
    /// `collation = ".."`
    Collation(Text),
    /// `comment = ".."`
    Comment(Text),
    /// `renamed_from = "old"`
    RenamedFrom(Text),
    /// `column_type = ".."`, as SeaORM or a revision spells it.
    ColumnType(Text),
    /// `ignore`: what the database has there is left alone.
    Ignore(Span),
}

/// What is said of a relation's foreign key.
#[derive(Clone, Debug)]
pub enum RelationHint {
    /// `name = "fk_x"`
    Name(Text),
    /// `deferrable`, `initially_deferred`
    Deferral(Deferral),
    /// `ignore`: the database has no such foreign key.
    Ignore(Span),
}

/// What is said of an enumerated type.
#[derive(Clone, Debug)]
pub enum EnumerationHint {
    /// `schema = ".."`: PostgreSQL's schema that it is in.
    Schema(Text),
}

/// What is said of a value of an enumerated type.
#[derive(Clone, Debug)]
pub enum LabelHint {
    /// `renamed_from = "old"`: what the database calls the value so far.
    RenamedFrom(Text),
}

/// An index.
#[derive(Clone, Debug)]
pub struct IndexHint {
    /// The word `index`.
    pub span: Span,
    /// Its name, if one is stated.
    pub name: Option<Text>,
    /// What it indexes, in its order.
    pub parts: Vec<Part>,
    /// The condition of a partial index, in SQL.
    pub filter: Option<Text>,
    /// The method: `gin`, `hash`.
    pub method: Option<Text>,
    /// Columns that are carried along.
    pub include: Vec<Text>,
    /// Whether it is unique.
    pub unique: bool,
    /// Whether two NULLs count as equal.
    pub nulls_not_distinct: bool,
}

/// A member of an index.
#[derive(Clone, Debug)]
pub struct Part {
    /// What is indexed.
    pub target: PartTarget,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// Where NULLs come.
    pub nulls: Option<Nulls>,
    /// How values are compared: PostgreSQL's operator class.
    pub operator_class: Option<String>,
    /// The collation.
    pub collation: Option<String>,
    /// How many characters count: MySQL and MariaDB.
    pub prefix: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

/// What a member of an index is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartTarget {
    /// The column that the hint stands at.
    Own,
    /// A column, by its name in the database or that of its field.
    Column(String),
    /// An expression, in SQL.
    Expression(String),
}

/// Where NULLs come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    /// Before all values.
    First,
    /// Behind all values.
    Last,
}

/// A unique constraint.
#[derive(Clone, Debug)]
pub struct UniqueHint {
    /// The word `unique`.
    pub span: Span,
    /// Its name, if one is stated.
    pub name: Option<Text>,
    /// Its columns; none where it is of one column.
    pub columns: Vec<Text>,
    /// Whether two NULLs count as equal.
    pub nulls_not_distinct: bool,
    /// When it is checked.
    pub deferral: Option<Deferral>,
}

/// A check.
#[derive(Clone, Debug)]
pub struct CheckHint {
    /// Its name, if one is stated.
    pub name: Option<Text>,
    /// What has to hold, in SQL.
    pub expression: Text,
}

/// How a column is computed.
#[derive(Clone, Debug)]
pub struct GeneratedHint {
    /// The expression, in SQL.
    pub expression: Text,
    /// Whether it is kept with the row.
    pub stored: bool,
}

/// When a constraint is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deferral {
    /// Row by row, unless a transaction asks for later.
    InitiallyImmediate,
    /// At the end of the transaction.
    InitiallyDeferred,
}
