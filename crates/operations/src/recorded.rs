use std::marker::PhantomData;

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Dialect, Expression, ForeignKey, Generated, Index, IndexPart, PrimaryKey,
    Table, Unique,
};

use crate::{Alteration, Operation, Setting, Step};

/// A step that was just recorded, to say more about it. `P` is the part of it that its methods change.
pub struct Recorded<'a, P> {
    step: &'a mut Step,
    part: PhantomData<P>,
}

/// Where a part stands in an operation.
pub trait Part: Sized {
    /// The part of `operation`, if it is of the kind that has one.
    fn of(operation: &mut Operation) -> Option<&mut Self>;
}

macro_rules! part {
    ($part:ty, $pattern:pat => $field:expr) => {
        impl Part for $part {
            fn of(operation: &mut Operation) -> Option<&mut Self> {
                match operation {
                    $pattern => Some($field),
                    _ => None,
                }
            }
        }
    };
}

part!(Table, Operation::CreateTable { definition } => definition);
part!(Column, Operation::AddColumn { column, .. } => column);
part!(Alteration, Operation::AlterColumn { changes, .. } => changes);
part!(Index, Operation::CreateIndex { index, .. } => index);
part!(Unique, Operation::AddUnique { unique, .. } => unique);
part!(ForeignKey, Operation::AddForeignKey { foreign_key, .. } => foreign_key);
part!(Check, Operation::AddCheck { check, .. } => check);
part!(bool, Operation::CreateEnum { keep, .. } => keep);
part!(Option<String>, Operation::DropUnique { name, .. } | Operation::DropForeignKey { name, .. } => name);
part!(Vec<IndexPart>, Operation::DropIndex { parts, .. } => parts);
part!(Vec<Step>, Operation::Execute { records, .. } => records);

impl<'a, P> Recorded<'a, P> {
    pub(crate) const fn new(step: &'a mut Step) -> Self {
        Self { step, part: PhantomData }
    }

    /// The step is done on this dialect only; said twice, on both.
    pub fn only(self, dialect: Dialect) -> Self {
        self.step.only.push(dialect);
        self
    }
}

/// Parts whose operations change the schema and nothing else, so that one can look whether that is done already.
pub trait Structural {}

macro_rules! structural {
    ($($part:ty),*) => {
        $(impl Structural for $part {})*
    };
}

structural!((), Table, Column, Alteration, Index, Unique, ForeignKey, Check, bool, Option<String>, Vec<IndexPart>);

impl<P: Structural> Recorded<'_, P> {
    /// The step is passed over where the schema is already as it would make it: what no revision made is there on some databases and not on others.
    pub fn unless_done(self) -> Self {
        self.step.unless_done = true;
        self
    }
}

impl<P: Part> Recorded<'_, P> {
    fn change(self, change: impl FnOnce(&mut P)) -> Self {
        if let Some(part) = P::of(&mut self.step.operation) {
            change(part);
        }
        self
    }
}

impl Recorded<'_, Table> {
    /// The primary key.
    pub fn primary_key(self, key: impl Into<PrimaryKey>) -> Self {
        self.change(|part| part.primary_key = Some(key.into()))
    }

    /// A unique constraint.
    pub fn unique(self, unique: Unique) -> Self {
        self.change(|part| part.uniques.push(unique))
    }

    /// A foreign key.
    pub fn foreign_key(self, key: ForeignKey) -> Self {
        self.change(|part| part.foreign_keys.push(key))
    }

    /// A check.
    pub fn check(self, check: Check) -> Self {
        self.change(|part| part.checks.push(check))
    }

    /// The table's comment.
    pub fn comment(self, comment: impl Into<String>) -> Self {
        self.change(|part| part.comment = Some(comment.into()))
    }

    /// SQLite: the table has no rowid.
    pub fn without_rowid(self) -> Self {
        self.change(|part| part.options.without_rowid = true)
    }

    /// SQLite: types are enforced.
    pub fn strict(self) -> Self {
        self.change(|part| part.options.strict = true)
    }

    /// MySQL and MariaDB: the storage engine.
    pub fn engine(self, engine: impl Into<String>) -> Self {
        self.change(|part| part.options.engine = Some(engine.into()))
    }

    /// MySQL and MariaDB: the default collation.
    pub fn collation(self, collation: impl Into<String>) -> Self {
        self.change(|part| part.options.collation = Some(collation.into()))
    }

    /// The table stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }
}

impl Recorded<'_, Column> {
    /// The column stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }
}

impl Recorded<'_, Index> {
    /// No two rows agree in all parts.
    pub fn unique(self) -> Self {
        self.change(|part| part.unique = true)
    }

    /// The index method: `gin`, `hash`, `fulltext`, ..
    pub fn using(self, method: impl Into<String>) -> Self {
        self.change(|part| part.method = Some(method.into()))
    }

    /// Only rows that meet this predicate, as SQL.
    pub fn filter(self, predicate: impl Into<String>) -> Self {
        self.change(|part| part.filter = Some(predicate.into()))
    }

    /// PostgreSQL: columns that are stored with it.
    pub fn include<C: Into<String>>(self, columns: impl IntoIterator<Item = C>) -> Self {
        self.change(|part| part.include = columns.into_iter().map(Into::into).collect())
    }

    /// PostgreSQL 15: two NULLs are a conflict.
    pub fn nulls_not_distinct(self) -> Self {
        self.change(|part| part.nulls_not_distinct = true)
    }

    /// The index stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }

    /// PostgreSQL: it is built while others write (`CREATE INDEX CONCURRENTLY`). That can't be done in a transaction: what the revision has done before
    /// is committed first, and should the revision stop, the next run goes on from there.
    pub fn concurrently(self) -> Self {
        self.step.concurrently = true;
        self
    }
}

/// The shape of an index that is dropped.
impl Recorded<'_, Vec<IndexPart>> {
    /// PostgreSQL: it is dropped while others read and write (`DROP INDEX CONCURRENTLY`), outside of the revision's transaction, as one is made.
    pub fn concurrently(self) -> Self {
        self.step.concurrently = true;
        self
    }
}

impl Recorded<'_, Unique> {
    /// The constraint stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }
}

impl Recorded<'_, ForeignKey> {
    /// The key stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }
}

impl Recorded<'_, Check> {
    /// The check stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| part.keep = true)
    }
}

/// The `keep` of an enumerated type.
impl Recorded<'_, bool> {
    /// The type stays when no entity states it.
    pub fn keep(self) -> Self {
        self.change(|part| *part = true)
    }
}

/// The name of what is dropped, where the revision was made.
impl Recorded<'_, Option<String>> {
    /// Its name; the shape decides, and the real name is looked up.
    pub fn named(self, name: impl Into<String>) -> Self {
        self.change(|part| *part = Some(name.into()))
    }
}

impl Recorded<'_, Alteration> {
    /// What it holds from now on.
    pub fn set_type(self, column_type: ColumnType) -> Self {
        self.change(|part| part.column_type = Some(column_type))
    }

    /// PostgreSQL: the expression that converts the values.
    pub fn using(self, sql: impl Into<String>) -> Self {
        self.change(|part| part.using = Some(sql.into()))
    }

    /// It may be NULL from now on.
    pub fn set_null(self) -> Self {
        self.change(|part| part.nullable = Some(true))
    }

    /// It may not be NULL from now on.
    pub fn set_not_null(self) -> Self {
        self.change(|part| part.nullable = Some(false))
    }

    /// Its default from now on.
    pub fn set_default(self, default: impl Into<Expression>) -> Self {
        self.change(|part| part.default = Some(Setting::Set(default.into())))
    }

    /// It has no default any more.
    pub fn drop_default(self) -> Self {
        self.change(|part| part.default = Some(Setting::Drop))
    }

    /// The server numbers the rows from now on.
    pub fn set_auto_increment(self) -> Self {
        self.change(|part| part.auto_increment = Some(Setting::Set(AutoIncrement::ByDefault)))
    }

    /// PostgreSQL: the server always numbers the rows from now on.
    pub fn set_identity_always(self) -> Self {
        self.change(|part| part.auto_increment = Some(Setting::Set(AutoIncrement::Always)))
    }

    /// PostgreSQL: the rows are numbered by this sequence from now on.
    pub fn set_serial(self, sequence: impl Into<String>) -> Self {
        self.change(|part| part.auto_increment = Some(Setting::Set(AutoIncrement::Serial(sequence.into()))))
    }

    /// The server does not number the rows any more.
    pub fn drop_auto_increment(self) -> Self {
        self.change(|part| part.auto_increment = Some(Setting::Drop))
    }

    /// It is computed and stored from now on.
    pub fn set_generated_stored(self, expression: impl Into<String>) -> Self {
        self.change(|part| {
            part.generated = Some(Setting::Set(Generated { expression: expression.into(), stored: true }))
        })
    }

    /// It is computed when read from now on.
    pub fn set_generated_virtual(self, expression: impl Into<String>) -> Self {
        self.change(|part| {
            part.generated = Some(Setting::Set(Generated { expression: expression.into(), stored: false }))
        })
    }

    /// It is not computed any more.
    pub fn drop_generated(self) -> Self {
        self.change(|part| part.generated = Some(Setting::Drop))
    }

    /// MySQL and MariaDB: what an UPDATE of the row sets it to.
    pub fn set_on_update(self, expression: impl Into<Expression>) -> Self {
        self.change(|part| part.on_update = Some(Setting::Set(expression.into())))
    }

    /// MySQL and MariaDB: an UPDATE of the row leaves it as it is.
    pub fn drop_on_update(self) -> Self {
        self.change(|part| part.on_update = Some(Setting::Drop))
    }

    /// Its collation from now on.
    pub fn set_collation(self, collation: impl Into<String>) -> Self {
        self.change(|part| part.collation = Some(Setting::Set(collation.into())))
    }

    /// It has the default collation again.
    pub fn drop_collation(self) -> Self {
        self.change(|part| part.collation = Some(Setting::Drop))
    }

    /// Its comment from now on.
    pub fn set_comment(self, comment: impl Into<String>) -> Self {
        self.change(|part| part.comment = Some(Setting::Set(comment.into())))
    }

    /// It has no comment any more.
    pub fn drop_comment(self) -> Self {
        self.change(|part| part.comment = Some(Setting::Drop))
    }
}

impl Recorded<'_, Vec<Step>> {
    /// States what the SQL text does to the schema, so that replaying knows.
    pub fn records(self, record: impl FnOnce(&mut crate::Op)) -> Self {
        let mut op = crate::Op::default();
        record(&mut op);
        self.change(|part| *part = op.into_steps())
    }
}
