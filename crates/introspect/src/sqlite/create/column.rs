use limbeck_schema::Generated;

use super::{
    ColumnClauses, Constraint, ConstraintKind, CreateTable, Members, NotUnderstood, constraint, cursor::Cursor,
};

/// Keywords that begin a clause behind a column's type.
const CLAUSES: [&str; 11] =
    ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "AS", "DEFERRABLE"];

/// Reads a column with all that stands behind it.
pub(super) fn parse_column(cursor: &mut Cursor<'_>, table: &mut CreateTable) -> Result<(), NotUnderstood> {
    let mut column = ColumnClauses { name: cursor.name()?, ..ColumnClauses::default() };
    while cursor.is_type_word() && !clause_follows(cursor) {
        cursor.step();
    }
    if cursor.is_symbol("(") {
        cursor.parenthesised()?;
    }
    let mut name = None;
    while !cursor.is_symbol(",") && !cursor.is_symbol(")") {
        if cursor.is_end() {
            return Err(cursor.not_understood("`)`"));
        }
        if cursor.take_words(&["CONSTRAINT"]) {
            name = Some(cursor.name()?);
        } else {
            let name = name.take();
            parse_clause(cursor, name, &mut column, &mut table.constraints)?;
        }
    }
    table.columns.push(column);
    Ok(())
}

/// GENERATED is a keyword only before ALWAYS; elsewhere it may belong to the type.
fn clause_follows(cursor: &Cursor<'_>) -> bool {
    CLAUSES.iter().any(|word| cursor.is_word(word))
        || (cursor.is_word("GENERATED") && cursor.peek(1).is_some_and(|token| token.is_word("ALWAYS")))
}

fn parse_clause(
    cursor: &mut Cursor<'_>,
    name: Option<String>,
    column: &mut ColumnClauses,
    constraints: &mut Vec<Constraint>,
) -> Result<(), NotUnderstood> {
    let mark = cursor.mark();
    if constraint::deferrable_follows(cursor) {
        return parse_deferrable(cursor, constraints);
    }
    if cursor.take_words(&["NOT", "NULL"]) || cursor.take_words(&["NULL"]) {
        if constraint::on_conflict(cursor)? {
            column.extra.push(cursor.text_since(mark).to_owned());
        }
        return Ok(());
    }
    if cursor.take_words(&["DEFAULT"]) {
        // The pragma gives its text.
        if !cursor.take_symbol("+") {
            cursor.take_symbol("-");
        }
        return cursor.step_over();
    }
    if cursor.take_words(&["COLLATE"]) {
        column.collation = Some(cursor.name()?);
        return Ok(());
    }
    if cursor.take_words(&["GENERATED", "ALWAYS", "AS"]) || cursor.take_words(&["AS"]) {
        column.generated = Some(generated(cursor)?);
        return Ok(());
    }
    match parse_constraint(cursor, column)? {
        Some(kind) => constraints.push(Constraint { name, kind, text: cursor.text_since(mark).to_owned() }),
        None => parse_unknown(cursor, column)?,
    }
    Ok(())
}

fn parse_constraint(
    cursor: &mut Cursor<'_>,
    column: &mut ColumnClauses,
) -> Result<Option<ConstraintKind>, NotUnderstood> {
    let mut members = Members { columns: vec![column.name.clone()], plain: true };
    Ok(Some(if cursor.take_words(&["PRIMARY", "KEY"]) {
        if !cursor.take_words(&["ASC"]) && cursor.take_words(&["DESC"]) {
            members.plain = false;
        }
        members.plain &= !constraint::on_conflict(cursor)?;
        column.auto_increment |= cursor.take_words(&["AUTOINCREMENT"]);
        ConstraintKind::PrimaryKey(members)
    } else if cursor.take_words(&["UNIQUE"]) {
        members.plain &= !constraint::on_conflict(cursor)?;
        ConstraintKind::Unique(members)
    } else if cursor.take_words(&["CHECK"]) {
        constraint::check(cursor)?
    } else if cursor.take_words(&["REFERENCES"]) {
        ConstraintKind::ForeignKey(constraint::references(cursor, members.columns)?)
    } else {
        return Ok(None);
    }))
}

/// DEFERRABLE belongs to the foreign key before it, wherever that stands.
fn parse_deferrable(cursor: &mut Cursor<'_>, constraints: &mut [Constraint]) -> Result<(), NotUnderstood> {
    let deferrable = constraint::deferrable(cursor)?;
    let last = constraints.iter_mut().rev().find_map(|constraint| match &mut constraint.kind {
        ConstraintKind::ForeignKey(references) => Some(references),
        _ => None,
    });
    if let Some(references) = last {
        references.deferrable = deferrable;
    }
    Ok(())
}

fn generated(cursor: &mut Cursor<'_>) -> Result<Generated, NotUnderstood> {
    let expression = cursor.expression()?.to_owned();
    let stored = cursor.take_words(&["STORED"]);
    if !stored {
        cursor.take_words(&["VIRTUAL"]);
    }
    Ok(Generated { expression, stored })
}

/// Keeps what is not known as it stands, up to the next clause that is.
fn parse_unknown(cursor: &mut Cursor<'_>, column: &mut ColumnClauses) -> Result<(), NotUnderstood> {
    let mark = cursor.mark();
    cursor.step_over()?;
    while !cursor.is_end() && !cursor.is_symbol(",") && !cursor.is_symbol(")") && !clause_follows(cursor) {
        cursor.step_over()?;
    }
    column.extra.push(cursor.text_since(mark).to_owned());
    Ok(())
}
