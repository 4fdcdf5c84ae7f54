use limbeck_schema::{Deferrable, ReferentialAction};

use super::{ConstraintKind, Members, NotUnderstood, References, cursor::Cursor};

/// Whether a constraint of the table follows. None of these keywords can be a column's name without quotes.
pub(super) fn follows(cursor: &Cursor<'_>) -> bool {
    ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].iter().any(|word| cursor.is_word(word))
}

/// The members of a key in parentheses and what follows them; and whether AUTOINCREMENT stands among them.
pub(super) fn members(cursor: &mut Cursor<'_>) -> Result<(Members, bool), NotUnderstood> {
    cursor.expect_symbol("(")?;
    let mut members = Members { columns: Vec::new(), plain: true };
    let mut auto_increment = false;
    loop {
        members.columns.push(cursor.name()?);
        if cursor.take_words(&["COLLATE"]) {
            cursor.name()?;
            members.plain = false;
        }
        if !cursor.take_words(&["ASC"]) && cursor.take_words(&["DESC"]) {
            members.plain = false;
        }
        auto_increment |= cursor.take_words(&["AUTOINCREMENT"]);
        if !cursor.take_symbol(",") {
            break;
        }
    }
    cursor.expect_symbol(")")?;
    members.plain &= !on_conflict(cursor)?;
    Ok((members, auto_increment))
}

/// Steps over `ON CONFLICT x`; whether it was there.
pub(super) fn on_conflict(cursor: &mut Cursor<'_>) -> Result<bool, NotUnderstood> {
    let found = cursor.take_words(&["ON", "CONFLICT"]);
    if found {
        cursor.name()?;
    }
    Ok(found)
}

/// The expression of a check. SQLite reads an ON CONFLICT behind it and does nothing with it.
pub(super) fn check(cursor: &mut Cursor<'_>) -> Result<ConstraintKind, NotUnderstood> {
    let expression = cursor.expression()?.to_owned();
    on_conflict(cursor)?;
    Ok(ConstraintKind::Check(expression))
}

/// What stands behind REFERENCES, but for DEFERRABLE. MATCH has no effect in SQLite and is left out.
pub(super) fn references(cursor: &mut Cursor<'_>, columns: Vec<String>) -> Result<References, NotUnderstood> {
    let mut references = References { columns, table: cursor.name()?, ..References::default() };
    if cursor.is_symbol("(") {
        references.target_columns = cursor.names()?;
    }
    loop {
        if cursor.take_words(&["ON", "DELETE"]) {
            references.on_delete = action(cursor)?;
        } else if cursor.take_words(&["ON", "UPDATE"]) {
            references.on_update = action(cursor)?;
        } else if cursor.take_words(&["ON", "INSERT"]) {
            action(cursor)?;
        } else if cursor.take_words(&["MATCH"]) {
            cursor.name()?;
        } else {
            return Ok(references);
        }
    }
}

/// An action; NO ACTION is the unwritten default.
fn action(cursor: &mut Cursor<'_>) -> Result<Option<ReferentialAction>, NotUnderstood> {
    for (words, action) in [
        (&["NO", "ACTION"][..], None),
        (&["RESTRICT"], Some(ReferentialAction::Restrict)),
        (&["CASCADE"], Some(ReferentialAction::Cascade)),
        (&["SET", "NULL"], Some(ReferentialAction::SetNull)),
        (&["SET", "DEFAULT"], Some(ReferentialAction::SetDefault)),
    ] {
        if cursor.take_words(words) {
            return Ok(action);
        }
    }
    Err(cursor.not_understood("an action"))
}

/// Whether DEFERRABLE or NOT DEFERRABLE follows.
pub(super) fn deferrable_follows(cursor: &Cursor<'_>) -> bool {
    cursor.is_word("DEFERRABLE")
        || (cursor.is_word("NOT") && cursor.peek(1).is_some_and(|token| token.is_word("DEFERRABLE")))
}

/// When a key is checked. NOT DEFERRABLE is the default, whatever stands behind it.
pub(super) fn deferrable(cursor: &mut Cursor<'_>) -> Result<Option<Deferrable>, NotUnderstood> {
    if !deferrable_follows(cursor) {
        return Ok(None);
    }
    let not = cursor.take_words(&["NOT"]);
    cursor.expect_words(&["DEFERRABLE"], "`DEFERRABLE`")?;
    let deferred = cursor.take_words(&["INITIALLY", "DEFERRED"]);
    if !deferred {
        cursor.take_words(&["INITIALLY", "IMMEDIATE"]);
    }
    Ok(match (not, deferred) {
        (true, _) => None,
        (false, true) => Some(Deferrable::InitiallyDeferred),
        (false, false) => Some(Deferrable::InitiallyImmediate),
    })
}
