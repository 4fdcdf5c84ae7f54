use limbeck_schema::{Check, Deferrable, ForeignKey, ObjectName, PrimaryKey, ReferentialAction, Table, Unique};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes the rows of `constraints.sql`, those of one constraint next to each other.
    pub(super) fn add_constraints(&mut self, rows: &[Row]) -> Result<(), IntrospectError> {
        let mut rest = rows;
        while let [first, ..] = rest {
            let id = first.integer("id")?;
            let mut length = 1;
            while let Some(row) = rest.get(length)
                && row.integer("id")? == id
            {
                length += 1;
            }
            let (members, after) = rest.split_at(length);
            self.add_constraint(first, members)?;
            rest = after;
        }
        Ok(())
    }

    fn add_constraint(&mut self, first: &Row, members: &[Row]) -> Result<(), IntrospectError> {
        let target = match (first.optional_text("target_schema")?, first.optional_text("target_name")?) {
            (Some(schema), Some(name)) => Some(self.name(schema, name)),
            _ => None,
        };
        let Some(table) = self.table(first)? else {
            return Ok(());
        };
        let name = Some(first.text("name")?);
        match first.text("kind")?.as_str() {
            "p" => table.primary_key = Some(PrimaryKey { name, columns: columns(members)? }),
            "u" => table.uniques.push(Unique {
                name,
                columns: columns(members)?,
                nulls_not_distinct: first.flag("nulls_not_distinct")?,
                deferrable: deferrable(first)?,
                keep: false,
            }),
            "f" => add_foreign_key(table, name, target, first, members)?,
            _ => {
                let expression = first.text("expression")?;
                let expression = limbeck_schema::without_outer_parentheses(&expression).to_owned();
                table.checks.push(Check { name, expression, keep: false });
            }
        }
        Ok(())
    }
}

fn add_foreign_key(
    table: &mut Table,
    name: Option<String>,
    target: Option<ObjectName>,
    first: &Row,
    members: &[Row],
) -> Result<(), IntrospectError> {
    let target = target.ok_or(IntrospectError::Missing { what: "constraints", column: "target_name" })?;
    table.foreign_keys.push(ForeignKey {
        name,
        columns: columns(members)?,
        target,
        target_columns: members.iter().map(|row| row.text("target_column")).collect::<Result<_, _>>()?,
        on_delete: action(&first.text("on_delete")?),
        on_update: action(&first.text("on_update")?),
        deferrable: deferrable(first)?,
        keep: false,
    });
    Ok(())
}

fn columns(members: &[Row]) -> Result<Vec<String>, IntrospectError> {
    members.iter().map(|row| row.text("column_name")).collect()
}

fn deferrable(row: &Row) -> Result<Option<Deferrable>, IntrospectError> {
    Ok(match (row.flag("is_deferrable")?, row.flag("is_deferred")?) {
        (false, _) => None,
        (true, false) => Some(Deferrable::InitiallyImmediate),
        (true, true) => Some(Deferrable::InitiallyDeferred),
    })
}

/// `pg_constraint.confdeltype` (manual, section 53.13); NO ACTION is the unwritten default.
fn action(code: &str) -> Option<ReferentialAction> {
    match code {
        "r" => Some(ReferentialAction::Restrict),
        "c" => Some(ReferentialAction::Cascade),
        "n" => Some(ReferentialAction::SetNull),
        "d" => Some(ReferentialAction::SetDefault),
        _ => None,
    }
}
