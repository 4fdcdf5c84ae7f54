use limbeck_operations::{Alteration, Operation, Step, reverse};
use limbeck_schema::{Column, Dialect, Expression, ObjectName, Schema};

use super::record;

/// What redoes the steps that were undone of a revision: the last first, each by one step or several, or by none where nothing has to be done.
#[derive(Clone, Debug, Default)]
pub(crate) struct Redo {
    /// The steps, in the order in which they run.
    pub(crate) steps: Vec<Step>,
    /// At `n`: how many of them have run when the first `n` steps of the way down are still undone.
    marks: Vec<usize>,
}

impl Redo {
    /// What redoes the steps `undone` of a way down. `up` is the revision's way up, `before` what is recorded behind it.
    ///
    /// Whatever `undone` has removed comes back empty, or as the way up fills it.
    ///
    /// # Errors
    /// The position of a step that nothing redoes alone: raw SQL and data steps; one whose effect here nobody knows; the removal of what raw SQL or a data
    /// step of the way up may have filled; of a column that needs values which are not stated.
    pub(crate) fn of(undone: &[Step], up: &[Step], before: &Schema, dialect: Dialect) -> Result<Self, usize> {
        let up: Vec<&Step> = up.iter().filter(|step| step.counts_on(dialect)).collect();
        let mut schema = before.clone();
        let mut ways = Vec::with_capacity(undone.len());
        for (at, step) in undone.iter().enumerate() {
            if !step.counts_on(dialect) {
                ways.push(Vec::new());
                continue;
            }
            let back = if step.unless_done { None } else { redone(&step.operation, &up, &schema) };
            let back = back.ok_or(at)?.into_iter();
            ways.push(back.map(|operation| Step { operation, body: None, ..step.clone() }).collect());
            record(step, &mut schema, dialect).map_err(|_| at)?;
        }
        let mut redo = Self { steps: Vec::new(), marks: vec![0] };
        for way in ways.into_iter().rev() {
            redo.steps.extend(way);
            redo.marks.push(redo.steps.len());
        }
        redo.marks.reverse();
        match redo.steps.iter().try_for_each(|step| record(step, &mut schema, dialect)) {
            Ok(()) => Ok(redo),
            Err(_) => Err(0),
        }
    }

    /// How many steps of the way down are still undone once `run` of these have run.
    pub(crate) fn undone(&self, run: usize) -> usize {
        self.marks.iter().position(|mark| *mark <= run).unwrap_or_default()
    }

    /// How many of these have run when `undone` steps of the way down are still undone.
    pub(crate) fn run(&self, undone: usize) -> usize {
        self.marks.get(undone).copied().unwrap_or_default()
    }

    /// Whether nothing is undone in part once `run` of these have run.
    pub(crate) fn is_whole(&self, run: usize) -> bool {
        self.marks.contains(&run)
    }
}

/// What redoes an operation; `None` if nothing does alone.
fn redone(operation: &Operation, up: &[&Step], before: &Schema) -> Option<Vec<Operation>> {
    use Operation as O;
    match operation {
        O::Run { .. } | O::Execute { .. } => None,
        O::DropTable { table } => {
            let made = |step: &Operation| matches!(step, O::CreateTable { definition } if definition.name == *table);
            if may_be_filled(up, made) { None } else { reverse(operation, before).ok() }
        }
        O::DropColumn { table, column } => {
            let made = |step: &Operation| matches!(step, O::AddColumn { table: on, column: added } if on == table && added.name == *column);
            if may_be_filled(up, made) {
                return None;
            }
            let known = before.table(table)?.column(column)?;
            column_again(table, known, filled_with(up, table, column)?)
        }
        O::AlterColumn { table, column, changes } => {
            let known = before.table(table)?.column(column)?;
            let reversed = Alteration { using: using(up, table, column, known), ..changes.reversed(known) };
            let is_closed = reversed.nullable == Some(false);
            let fill = filled_with(up, table, column).flatten().filter(|_| is_closed);
            let (table, column) = (table.clone(), column.clone());
            let fill = fill.map(|value| O::FillColumn { table: table.clone(), column: column.clone(), value });
            Some(fill.into_iter().chain([O::AlterColumn { table, column, changes: reversed }]).collect())
        }
        other => reverse(other, before).ok(),
    }
}

/// Whether raw SQL or a data step of the way up comes behind the step that `makes` something: what it wrote there, only its author knows.
fn may_be_filled(up: &[&Step], makes: impl Fn(&Operation) -> bool) -> bool {
    let names_change = up.iter().any(|step| step.operation.is_rename());
    let made = up.iter().position(|step| makes(&step.operation)).filter(|_| !names_change).unwrap_or_default();
    let behind = up.iter().skip(made);
    behind.map(|step| &step.operation).any(|step| matches!(step, Operation::Run { .. } | Operation::Execute { .. }))
}

/// The column that was dropped, with the value that the way up gives its rows.
fn column_again(table: &ObjectName, known: &Column, fill: Option<Expression>) -> Option<Vec<Operation>> {
    use Operation as O;
    let add = |column| O::AddColumn { table: table.clone(), column };
    let has_values = known.default.is_some() || known.generated.is_some();
    if has_values && !known.nullable {
        return Some(vec![add(known.clone())]);
    }
    let Some(value) = fill else { return known.nullable.then(|| vec![add(known.clone())]) };
    let (on, column) = (table.clone(), known.name.clone());
    let mut steps = vec![add(Column { nullable: true, ..known.clone() })];
    steps.push(O::FillColumn { table: on.clone(), column: column.clone(), value });
    if !known.nullable {
        let changes = Alteration { nullable: Some(false), ..Alteration::default() };
        steps.push(O::AlterColumn { table: on, column, changes });
    }
    Some(steps)
}

/// The one value that the way up fills a column with, if it does; `None` if that is an expression, which may name what is not there now, or if names change
/// on the way.
fn filled_with(up: &[&Step], table: &ObjectName, column: &str) -> Option<Option<Expression>> {
    let mut fills = up.iter().filter_map(|step| match &step.operation {
        Operation::FillColumn { table: on, column: filled, value } if on == table && filled == column => Some(value),
        _ => None,
    });
    let (fill, more) = (fills.next(), fills.next().is_some());
    let any = up.iter().any(|step| matches!(step.operation, Operation::FillColumn { .. }));
    let names_change = up.iter().any(|step| step.operation.is_rename());
    match fill {
        _ if more || any && names_change => None,
        Some(Expression::Sql(_)) => None,
        Some(value) => Some(Some(value.clone())),
        None => Some(None),
    }
}

/// How the way up converts a column to the type that it had behind it.
fn using(up: &[&Step], table: &ObjectName, column: &str, known: &Column) -> Option<String> {
    up.iter().find_map(|step| match &step.operation {
        Operation::AlterColumn { table: on, column: altered, changes }
            if on == table && altered == column && changes.column_type.as_ref() == Some(&known.column_type) =>
        {
            changes.using.clone()
        }
        _ => None,
    })
}

/// The first of `steps` that may take rows or values away which are still there.
pub(crate) fn first_loss(steps: &[Step], dialect: Dialect) -> Option<&Step> {
    steps.iter().filter(|step| step.counts_on(dialect)).find(|step| match &step.operation {
        Operation::Run { .. }
        | Operation::Execute { .. }
        | Operation::DropTable { .. }
        | Operation::DropColumn { .. } => true,
        Operation::AlterColumn { changes, .. } => {
            changes.column_type.is_some() || changes.generated.is_some() || changes.collation.is_some()
        }
        Operation::AlterEnum { previous, next, .. } => previous.iter().any(|label| !next.contains(label)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use limbeck_operations::{Op, prelude::*};

    use super::*;

    const MARIADB: Dialect = Dialect::MariaDb;

    fn steps(say: impl Fn(&mut Op)) -> Vec<Step> {
        let mut op = Op::default();
        say(&mut op);
        op.into_steps()
    }

    fn before(op: &mut Op) {
        op.create_table("pets", [integer("id"), integer("age").null(), text("name")]).primary_key(["id"]);
        op.create_index("by_age", "pets", ["age"]);
    }

    type Say = fn(&mut Op);

    #[test]
    fn what_was_undone_is_redone_with_what_the_way_up_says() {
        let rows: [(&str, Say, Say, Result<Say, usize>); 14] = [
            ("nothing", |_| {}, |_| {}, Ok(|_| {})),
            (
                "several, the last first",
                |op| {
                    op.rename_column("pets", "age", "years");
                    op.create_table("toys", [integer("id")]);
                },
                |op| {
                    op.drop_table("toys");
                    op.rename_column("pets", "years", "age");
                },
                Ok(|op| {
                    op.rename_column("pets", "age", "years");
                    op.create_table("toys", [integer("id")]);
                }),
            ),
            (
                "a table with its index",
                |op| {
                    op.create_table("toys", [integer("id")]);
                    op.create_index("toys_by_id", "toys", ["id"]);
                },
                |op| _ = op.drop_table("toys"),
                Ok(|op| {
                    op.create_table("toys", [integer("id")]);
                    op.create_index("toys_by_id", "toys", ["id"]);
                }),
            ),
            (
                "a column that is filled",
                |op| {
                    op.add_column("pets", text("note").null());
                    op.fill_column("pets", "note", "none");
                    op.alter_column("pets", "note").set_not_null();
                },
                |op| _ = op.drop_column("pets", "note"),
                Ok(|op| {
                    op.add_column("pets", text("note").null());
                    op.fill_column("pets", "note", "none");
                    op.alter_column("pets", "note").set_not_null();
                }),
            ),
            (
                "a column with a default",
                |op| _ = op.add_column("pets", integer("legs").default(4)),
                |op| _ = op.drop_column("pets", "legs"),
                Ok(|op| _ = op.add_column("pets", integer("legs").default(4))),
            ),
            (
                "a column whose values nobody states",
                |op| _ = op.add_column("pets", integer("legs")),
                |op| _ = op.drop_column("pets", "legs"),
                Err(0),
            ),
            (
                "a column that is filled from others",
                |op| {
                    op.add_column("pets", text("note").null());
                    op.fill_column("pets", "note", sql("upper(name)"));
                    op.alter_column("pets", "note").set_not_null();
                },
                |op| _ = op.drop_column("pets", "note"),
                Err(0),
            ),
            (
                "a table that a data step fills",
                |op| {
                    op.create_table("toys", [integer("id")]);
                    op.execute("INSERT INTO toys VALUES (1)");
                },
                |op| _ = op.drop_table("toys"),
                Err(0),
            ),
            (
                "a table that comes behind the data step",
                |op| {
                    op.execute("INSERT INTO pets (id) VALUES (1)");
                    op.create_table("toys", [integer("id")]);
                },
                |op| _ = op.drop_table("toys"),
                Ok(|op| _ = op.create_table("toys", [integer("id")])),
            ),
            (
                "what removes nothing, with a data step",
                |op| {
                    op.drop_index("by_age", "pets", ["age"]);
                    op.execute("UPDATE pets SET age = 1");
                },
                |op| _ = op.create_index("by_age", "pets", ["age"]),
                Ok(|op| _ = op.drop_index("by_age", "pets", ["age"])),
            ),
            (
                "raw SQL",
                |op| _ = op.drop_index("by_age", "pets", ["age"]),
                |op| {
                    op.create_index("by_age", "pets", ["age"]);
                    op.execute("UPDATE pets SET age = 1");
                },
                Err(1),
            ),
            (
                "what may have been done before",
                |op| _ = op.drop_index("by_age", "pets", ["age"]),
                |op| _ = op.create_index("by_age", "pets", ["age"]).unless_done(),
                Err(0),
            ),
            (
                "another dialect's raw SQL",
                |_| {},
                |op| _ = op.execute_on(Dialect::Postgres, "UPDATE pets SET age = 1"),
                Ok(|_| {}),
            ),
            (
                "a conversion in the way up's words",
                |op| _ = op.alter_column("pets", "age").set_type(ColumnType::Text).using("age::text"),
                |op| _ = op.alter_column("pets", "age").set_type(ColumnType::Integer).using("age::int"),
                Ok(|op| _ = op.alter_column("pets", "age").set_type(ColumnType::Text).using("age::text")),
            ),
        ];
        for (name, up, down, expected) in rows {
            let (up, down) = (steps(up), steps(down));
            let mut schema = Schema::default();
            for step in steps(before).iter().chain(&up) {
                record(step, &mut schema, MARIADB).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            let found = Redo::of(&down, &up, &schema, MARIADB).map(|redo| redo.steps);
            assert_eq!(found, expected.map(steps), "{name}");
        }
    }

    #[test]
    fn how_much_is_still_undone_is_known_at_each_step() {
        let up = steps(|op| {
            op.create_table("toys", [integer("id")]);
            op.create_index("toys_by_id", "toys", ["id"]);
            op.drop_index("by_age", "pets", ["age"]);
        });
        let down = steps(|op| {
            op.create_index("by_age", "pets", ["age"]);
            op.fill_column("pets", "age", 1);
            op.drop_table("toys");
        });
        let mut schema = Schema::default();
        for step in steps(before).iter().chain(&up) {
            record(step, &mut schema, MARIADB).expect("steps that fit");
        }
        let redo = Redo::of(&down, &up, &schema, MARIADB).expect("all of it is known");
        let found: Vec<_> = (0..=redo.steps.len()).map(|run| (redo.is_whole(run), redo.undone(run))).collect();
        // Amid the table's two steps the table is not yet redone.
        assert_eq!(found, [(true, 3), (false, 3), (true, 1), (true, 0)]);
        assert_eq!((0..=3).map(|undone| redo.run(undone)).collect::<Vec<_>>(), [3, 2, 2, 0]);
    }
}
