use super::{ConstraintKind, CreateTable, NotUnderstood, column, constraint, cursor::Cursor};

/// Reads a CREATE TABLE.
///
/// # Errors
/// The first place that is not understood.
pub(in crate::sqlite) fn parse_table(sql: &str) -> Result<CreateTable, NotUnderstood> {
    let mut cursor = Cursor::new(sql);
    cursor.expect_words(&["CREATE"], "`CREATE`")?;
    if !cursor.take_words(&["TEMP"]) {
        cursor.take_words(&["TEMPORARY"]);
    }
    cursor.expect_words(&["TABLE"], "`TABLE`")?;
    cursor.take_words(&["IF", "NOT", "EXISTS"]);
    cursor.name()?;
    if cursor.take_symbol(".") {
        cursor.name()?;
    }
    let mut table = CreateTable::default();
    parse_body(&mut cursor, &mut table)?;
    parse_options(&mut cursor, &mut table)?;
    Ok(table)
}

fn parse_body(cursor: &mut Cursor<'_>, table: &mut CreateTable) -> Result<(), NotUnderstood> {
    cursor.expect_symbol("(")?;
    while !constraint::follows(cursor) {
        column::parse_column(cursor, table)?;
        if !cursor.take_symbol(",") {
            return cursor.expect_symbol(")");
        }
    }
    // Commas between the constraints of a table may be left out.
    while !cursor.take_symbol(")") {
        if !cursor.take_symbol(",") {
            parse_table_constraint(cursor, table)?;
        }
    }
    Ok(())
}

fn parse_table_constraint(cursor: &mut Cursor<'_>, table: &mut CreateTable) -> Result<(), NotUnderstood> {
    let name = if cursor.take_words(&["CONSTRAINT"]) { Some(cursor.name()?) } else { None };
    if name.is_some() && !constraint::follows(cursor) {
        // SQLite takes a name without a constraint.
        return Ok(());
    }
    let mark = cursor.mark();
    let kind = if cursor.take_words(&["PRIMARY", "KEY"]) {
        let (members, auto_increment) = constraint::members(cursor)?;
        if let (true, [column]) = (auto_increment, members.columns.as_slice()) {
            let column = table.columns.iter_mut().find(|known| known.name.eq_ignore_ascii_case(column));
            if let Some(column) = column {
                column.auto_increment = true;
            }
        }
        ConstraintKind::PrimaryKey(members)
    } else if cursor.take_words(&["UNIQUE"]) {
        ConstraintKind::Unique(constraint::members(cursor)?.0)
    } else if cursor.take_words(&["CHECK"]) {
        constraint::check(cursor)?
    } else if cursor.take_words(&["FOREIGN", "KEY"]) {
        let columns = cursor.names()?;
        cursor.expect_words(&["REFERENCES"], "`REFERENCES`")?;
        let mut references = constraint::references(cursor, columns)?;
        references.deferrable = constraint::deferrable(cursor)?;
        ConstraintKind::ForeignKey(references)
    } else {
        return Err(cursor.not_understood("a constraint"));
    };
    let text = cursor.text_since(mark).to_owned();
    table.constraints.push(super::Constraint { name, kind, text });
    Ok(())
}

fn parse_options(cursor: &mut Cursor<'_>, table: &mut CreateTable) -> Result<(), NotUnderstood> {
    while !cursor.is_end() {
        if cursor.take_words(&["WITHOUT", "ROWID"]) {
            table.without_rowid = true;
        } else if cursor.take_words(&["STRICT"]) {
            table.strict = true;
        } else if !cursor.take_symbol(",") && !cursor.take_symbol(";") {
            return Err(cursor.not_understood("`WITHOUT ROWID` or `STRICT`"));
        }
    }
    Ok(())
}
