//! What constraints keep true of the rows while they are away, so that it can't fail to add them again.

use limbeck_schema::{Check, Column, ColumnType, Dialect, ForeignKey, Index, ObjectName, Schema, Table, names_in_sql};

use super::{
    HazardCode,
    loss::{conversion::is_converted, narrowing::is_narrower},
};
use crate::{
    Alteration, Operation,
    replay::{Dropped, find_check, find_foreign_key},
};

/// What the constraints that the steps of one direction dropped have seen to, as long as nothing has changed the values since.
#[derive(Clone, Debug, Default)]
pub(super) struct Guards(Vec<(ObjectName, Rule)>);

/// What holds of every row of a table.
#[derive(Clone, Debug)]
enum Rule {
    /// No two agree in these columns.
    Apart(Apart),
    /// An index that is more than columns lets no two agree.
    Index(Index),
    /// Each refers to a row.
    Refers(ForeignKey),
    Meets(Check),
}

/// Columns in which no two rows agree.
#[derive(Clone, Debug)]
struct Apart {
    columns: Vec<String>,
    /// Whether any number of them may hold NULL there.
    nulls_differ: bool,
}

impl Guards {
    /// Whether what `operation` demands of the rows, by which `code` is a danger, holds of them already.
    pub(super) fn hold(&self, code: HazardCode, operation: &Operation, before: &Schema) -> bool {
        let Some((name, table)) = operation.table().and_then(|name| Some((name, before.table(name)?))) else {
            return false;
        };
        let mut rules = self.0.iter().filter(|(of, _)| of == name).map(|(_, rule)| rule);
        match (code, operation) {
            (HazardCode::D01 | HazardCode::B11, Operation::AddUnique { unique, .. }) => {
                self.keep_apart(table, &unique.columns, unique.nulls_not_distinct)
            }
            (HazardCode::D01 | HazardCode::B11, Operation::CreateIndex { index, .. }) => {
                let columns = index.parts.iter().map(|part| part.plain_column().map(str::to_owned));
                let columns: Option<Vec<_>> = columns.collect();
                columns.is_some_and(|columns| self.keep_apart(table, &columns, index.nulls_not_distinct))
                    || rules.any(|rule| matches!(rule, Rule::Index(known) if keeps_the_same(known, index)))
            }
            (HazardCode::D02, Operation::AddForeignKey { foreign_key, .. }) => {
                rules.any(|rule| matches!(rule, Rule::Refers(known) if is_same_key(known, foreign_key)))
            }
            (HazardCode::D03, Operation::AddCheck { check, .. }) => {
                rules.any(|rule| matches!(rule, Rule::Meets(known) if known.expression == check.expression))
            }
            (HazardCode::D04, Operation::AlterPrimaryKey { primary_key: Some(key), .. }) => {
                let is_filled = |column: &String| table.column(column).is_some_and(|column| !column.nullable);
                key.columns.iter().all(is_filled) && self.keep_apart(table, &key.columns, true)
            }
            _ => false,
        }
    }

    /// Whether no two rows agree in `columns`: none do in some of them.
    fn keep_apart(&self, table: &Table, columns: &[String], with_nulls: bool) -> bool {
        let is_filled = |column: &String| table.column(column).is_some_and(|column| !column.nullable);
        let away = self.0.iter().filter(|(of, _)| *of == table.name).filter_map(|(_, rule)| match rule {
            Rule::Apart(apart) => Some(apart.clone()),
            Rule::Index(_) | Rule::Refers(_) | Rule::Meets(_) => None,
        });
        away.chain(in_force(table)).any(|known| {
            known.columns.iter().all(|column| columns.contains(column))
                && (!with_nulls || !known.nulls_differ || known.columns.iter().all(is_filled))
        })
    }

    /// Takes in what `operation` drops, and forgets what it may break; `before` is the schema before it.
    pub(super) fn follow(&mut self, operation: &Operation, before: &Schema) {
        match operation {
            Operation::Execute { .. }
            | Operation::Run { .. }
            | Operation::AlterEnum { .. }
            | Operation::RenameEnumLabel { .. } => self.0.clear(),
            Operation::DropTable { table } | Operation::RenameTable { table, .. } => {
                self.0.retain(|(of, rule)| of != table && rule.target() != Some(table));
            }
            Operation::FillColumn { table, column, .. }
            | Operation::RenameColumn { table, column, .. }
            | Operation::DropColumn { table, column } => self.forget(table, column),
            Operation::AlterColumn { table, column, changes } => {
                let known = before.table(table).and_then(|table| table.column(column));
                if !known.is_some_and(|known| keeps_values_apart(known, changes)) {
                    self.forget(table, column);
                }
            }
            Operation::AddColumn { table, column } if column.auto_increment.is_some() => {
                let columns = vec![column.name.clone()];
                self.0.push((table.clone(), Rule::Apart(Apart { columns, nulls_differ: false })));
            }
            Operation::CreateTable { .. }
            | Operation::AddColumn { .. }
            | Operation::CreateIndex { .. }
            | Operation::AddUnique { .. }
            | Operation::AddForeignKey { .. }
            | Operation::AddCheck { .. }
            | Operation::CreateEnum { .. }
            | Operation::DropEnum { .. }
            | Operation::SetTableComment { .. } => {}
            Operation::DropIndex { .. }
            | Operation::DropUnique { .. }
            | Operation::DropForeignKey { .. }
            | Operation::DropCheck { .. }
            | Operation::AlterPrimaryKey { .. } => {
                let found = operation.table().and_then(|name| Some((name, dropped(operation, before.table(name)?)?)));
                self.0.extend(found.map(|(name, rule)| (name.clone(), rule)));
            }
        }
    }

    fn forget(&mut self, table: &ObjectName, column: &str) {
        self.0.retain(|(of, rule)| !rule.is_about(of, table, column));
    }
}

impl Rule {
    fn target(&self) -> Option<&ObjectName> {
        match self {
            Self::Refers(key) => Some(&key.target),
            Self::Apart(_) | Self::Index(_) | Self::Meets(_) => None,
        }
    }

    /// Whether a rule of the table `of` says something of a column of `table`.
    fn is_about(&self, of: &ObjectName, table: &ObjectName, column: &str) -> bool {
        let has = |columns: &[String]| columns.iter().any(|known| known == column);
        let own = match self {
            Self::Apart(apart) => has(&apart.columns),
            Self::Index(index) => {
                index.parts.iter().any(|part| part.target.column() == Some(column))
                    || index.texts().any(|sql| names_in_sql(sql, column))
            }
            Self::Refers(key) => has(&key.columns),
            Self::Meets(check) => names_in_sql(&check.expression, column),
        };
        let other = matches!(self, Self::Refers(key) if key.target == *table && has(&key.target_columns));
        (of == table && own) || other
    }
}

/// What an operation drops, as a rule that the rows meet.
fn dropped(operation: &Operation, table: &Table) -> Option<Rule> {
    let found = match operation {
        Operation::DropIndex { name, parts, .. } => Dropped::of_index(table, name, parts).ok()?,
        Operation::DropUnique { columns, name, .. } => Dropped::of_unique(table, columns, name.as_deref()).ok()?,
        Operation::DropForeignKey { columns, target, name, .. } => {
            return find_foreign_key(table, columns, target, name.as_deref()).ok().cloned().map(Rule::Refers);
        }
        Operation::DropCheck { name, .. } => return find_check(table, name).ok().cloned().map(Rule::Meets),
        Operation::AlterPrimaryKey { .. } => {
            let columns = table.primary_key.as_ref()?.columns.clone();
            return Some(Rule::Apart(Apart { columns, nulls_differ: false }));
        }
        _ => return None,
    };
    match found {
        Dropped::Unique(unique) => {
            let (columns, nulls_differ) = (unique.columns.clone(), !unique.nulls_not_distinct);
            Some(Rule::Apart(Apart { columns, nulls_differ }))
        }
        Dropped::Index(index) => {
            index.unique.then(|| of_index(index).map_or_else(|| Rule::Index(index.clone()), Rule::Apart))
        }
    }
}

/// What the constraints that a table has see to. A key of SQLite may hold NULL, where its columns say so.
fn in_force(table: &Table) -> impl Iterator<Item = Apart> {
    let key = table.primary_key.iter().map(|key| Apart { columns: key.columns.clone(), nulls_differ: true });
    let uniques = table
        .uniques
        .iter()
        .map(|unique| Apart { columns: unique.columns.clone(), nulls_differ: !unique.nulls_not_distinct });
    key.chain(uniques).chain(table.indexes.iter().filter(|index| index.unique).filter_map(of_index))
}

/// A unique index that is columns and nothing more, whatever it stores beside them.
fn of_index(index: &Index) -> Option<Apart> {
    let plain = Index { include: Vec::new(), ..index.clone() };
    let columns = plain.plain_columns()?.into_iter().map(str::to_owned).collect();
    Some(Apart { columns, nulls_differ: !index.nulls_not_distinct })
}

/// Whether what `known` let in, `next` lets in.
fn keeps_the_same(known: &Index, next: &Index) -> bool {
    known.parts == next.parts
        && known.filter == next.filter
        && known.method == next.method
        && (known.nulls_not_distinct || !next.nulls_not_distinct)
}

fn is_same_key(known: &ForeignKey, next: &ForeignKey) -> bool {
    (&known.columns, &known.target, &known.target_columns) == (&next.columns, &next.target, &next.target_columns)
}

/// Whether values that differ still do afterwards, and those that agree still do: the type gets wider at most.
fn keeps_values_apart(column: &Column, changes: &Alteration) -> bool {
    let is_wider = changes.column_type.as_ref().is_none_or(|next| {
        let previous = &column.column_type;
        // Blanks at the end count in other texts only.
        let pads = matches!(next, ColumnType::Char(_)) && previous != next;
        // What holds on every database holds on those in question.
        let changes_values = |dialect| is_narrower(previous, next, dialect) || is_converted(previous, next, dialect);
        !pads && !Dialect::ALL.into_iter().any(changes_values) && kind_stays(previous, next)
    });
    is_wider && changes.using.is_none() && changes.collation.is_none() && changes.generated.is_none()
}

/// Whether a text is still compared as one: what becomes a text from something else may be equal in its collation.
fn kind_stays(previous: &ColumnType, next: &ColumnType) -> bool {
    use ColumnType as T;
    *next != T::Text || matches!(previous, T::Char(_) | T::String(_) | T::Text)
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Dialect, PrimaryKey, Unique};

    use super::*;
    use crate::{Op, hazard::HazardWatch, prelude::*, replay_step};

    /// Owners and their animals.
    fn before() -> Schema {
        let mut schema = Schema::default();
        let mut owners = Table::new("owners", vec![Column::new("id", ColumnType::Integer)]);
        owners.primary_key = Some(PrimaryKey::new(["id"]));
        schema.insert(owners);
        let chip = Column { nullable: true, ..Column::new("chip", ColumnType::string_len(20)) };
        let owner = Column::new("owner_id", ColumnType::Integer);
        let age = Column::new("age", ColumnType::SmallInteger);
        let mut animals = Table::new("animals", vec![Column::new("id", ColumnType::Integer), chip, owner, age]);
        animals.primary_key = Some(PrimaryKey::new(["id"]));
        animals.uniques = vec![Unique::new(["chip"]).named("u")];
        animals.checks = vec![Check::new("age >= 0").named("c")];
        animals.foreign_keys = vec![ForeignKey::new(["owner_id"], "owners", ["id"]).named("f")];
        animals.indexes = vec![Index { unique: true, filter: Some("age > 9".into()), ..Index::new("i", ["owner_id"]) }];
        schema.insert(animals);
        schema
    }

    fn codes(record: fn(&mut Op)) -> Vec<&'static str> {
        let mut op = Op::default();
        record(&mut op);
        let steps = op.into_steps();
        let mut schema = before();
        let mut watch = HazardWatch::new([Dialect::Postgres]);
        let mut found = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let told = watch.next(step, &steps[at + 1..], &schema);
            found.extend(told.into_iter().map(|hazard| hazard.code.name()));
            replay_step(step, &mut schema, Dialect::Postgres).expect("a step that fits");
        }
        found.retain(|code| code.starts_with('D') || *code == "B11");
        found
    }

    #[test]
    fn what_the_rows_meet_already_can_not_fail() {
        type Row = (&'static str, fn(&mut Op), &'static [&'static str]);
        let rows: &[Row] = &[
            (
                "a unique constraint that comes back",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.add_unique("animals", unique(["chip"]));
                },
                &[],
            ),
            (
                "of more columns",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.add_unique("animals", unique(["chip", "age"]));
                },
                &[],
            ),
            (
                "of others",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.add_unique("animals", unique(["age"]));
                },
                &["B11", "D01"],
            ),
            (
                "beside the one that is there",
                |op| {
                    op.add_unique("animals", unique(["age", "id"]));
                },
                &[],
            ),
            (
                "in which NULL is a value",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.add_unique("animals", Unique { nulls_not_distinct: true, ..unique(["chip"]) });
                },
                &["B11", "D01"],
            ),
            (
                "around a longer type",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.alter_column("animals", "chip").set_type(ColumnType::string_len(40));
                    op.add_unique("animals", unique(["chip"]));
                },
                &[],
            ),
            (
                "around a shorter type",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.alter_column("animals", "chip").set_type(ColumnType::string_len(4));
                    op.add_unique("animals", unique(["chip"]));
                },
                &["D06", "B11", "D01"],
            ),
            (
                "around another collation",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.alter_column("animals", "chip").set_collation("C");
                    op.add_unique("animals", unique(["chip"]));
                },
                &["B11", "D01"],
            ),
            (
                "around raw SQL",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.execute("UPDATE animals SET chip = 'x'");
                    op.add_unique("animals", unique(["chip"]));
                },
                &["B11", "D01"],
            ),
            (
                "around a fill",
                |op| {
                    op.drop_unique("animals", ["chip"]);
                    op.fill_column("animals", "chip", "x");
                    op.add_unique("animals", unique(["chip"]));
                },
                &["B11", "D01"],
            ),
            (
                "an index as it was",
                |op| {
                    op.drop_index("i", "animals", ["owner_id"]);
                    op.create_index("j", "animals", ["owner_id"]).unique().filter("age > 9");
                },
                &[],
            ),
            (
                "an index with more rows in it",
                |op| {
                    op.drop_index("i", "animals", ["owner_id"]);
                    op.create_index("j", "animals", ["owner_id"]).unique();
                },
                &["B11", "D01"],
            ),
            (
                "a foreign key around wider columns",
                |op| {
                    op.drop_foreign_key("animals", ["owner_id"], "owners");
                    op.alter_column("owners", "id").set_type(ColumnType::BigInteger);
                    op.alter_column("animals", "owner_id").set_type(ColumnType::BigInteger);
                    op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]));
                },
                &[],
            ),
            (
                "a foreign key around numbers that become texts",
                |op| {
                    op.drop_foreign_key("animals", ["owner_id"], "owners");
                    op.alter_column("owners", "id").set_type(ColumnType::Text);
                    op.alter_column("animals", "owner_id").set_type(ColumnType::Text);
                    op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]));
                },
                &["D02"],
            ),
            (
                "a check that comes back",
                |op| {
                    op.drop_check("animals", "c");
                    op.alter_column("animals", "age").set_type(ColumnType::Integer);
                    op.add_check("animals", check("d", "age >= 0"));
                },
                &[],
            ),
            (
                "a check that says more",
                |op| {
                    op.drop_check("animals", "c");
                    op.add_check("animals", check("c", "age > 0"));
                },
                &["D03"],
            ),
            (
                "a key of more columns",
                |op| {
                    op.alter_primary_key("animals", primary_key(["id", "age"]));
                },
                &[],
            ),
            (
                "a key of a column that may hold NULL",
                |op| {
                    op.alter_primary_key("animals", primary_key(["chip"]));
                },
                &["D04"],
            ),
            (
                "a key of others",
                |op| {
                    op.alter_primary_key("animals", primary_key(["age"]));
                },
                &["D04"],
            ),
        ];
        for (row, record, expected) in rows {
            assert_eq!(codes(*record), *expected, "{row}");
        }
    }
}
