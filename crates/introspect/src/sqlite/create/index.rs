use super::{
    CreateIndex, NotUnderstood, PartText,
    cursor::Cursor,
    token::{Token, tokens, without_outer_parentheses},
};

/// Reads a CREATE INDEX.
///
/// # Errors
/// The first place that is not understood.
pub(in crate::sqlite) fn parse_index(sql: &str) -> Result<CreateIndex, NotUnderstood> {
    let mut cursor = Cursor::new(sql);
    cursor.expect_words(&["CREATE"], "`CREATE`")?;
    cursor.take_words(&["UNIQUE"]);
    cursor.expect_words(&["INDEX"], "`INDEX`")?;
    cursor.take_words(&["IF", "NOT", "EXISTS"]);
    cursor.name()?;
    if cursor.take_symbol(".") {
        cursor.name()?;
    }
    cursor.expect_words(&["ON"], "`ON`")?;
    cursor.name()?;
    let parts = parts(cursor.parenthesised()?);
    let filter = cursor.take_words(&["WHERE"]).then(|| cursor.rest().to_owned());
    if !cursor.is_end() && !cursor.take_symbol(";") {
        return Err(cursor.not_understood("`WHERE`"));
    }
    Ok(CreateIndex { parts, filter })
}

/// The members in `list`, parted by the commas that stand in no parentheses.
fn parts(list: &str) -> Vec<PartText> {
    let tokens = tokens(list);
    let mut depth = 0_usize;
    let mut parts = Vec::new();
    let mut first = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && token.is_symbol(",") {
            parts.push(part(list, &tokens[first..at]));
            first = at + 1;
        }
    }
    parts.push(part(list, &tokens[first..]));
    parts
}

fn part(list: &str, tokens: &[Token<'_>]) -> PartText {
    let mut tokens = tokens;
    if let [before @ .., last] = tokens
        && (last.is_word("ASC") || last.is_word("DESC"))
    {
        tokens = before;
    }
    let mut collation = None;
    if let [before @ .., keyword, name] = tokens
        && !before.is_empty()
        && keyword.is_word("COLLATE")
    {
        collation = name.name();
        tokens = before;
    }
    PartText { text: without_outer_parentheses(list, tokens).to_owned(), collation }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_are_read() {
        for (sql, parts, filter) in [
            ("CREATE INDEX i ON t (a)", vec![("a", None)], None),
            (
                "CREATE UNIQUE INDEX \"i x\" ON \"t\" (lower(a, ',') DESC, (b + (c)) COLLATE nocase ASC) WHERE (a > 0) AND b",
                vec![("lower(a, ',')", None), ("b + (c)", Some("nocase"))],
                Some("(a > 0) AND b"),
            ),
            ("CREATE INDEX i ON t (('a)'), (a) || (b)) -- done", vec![("'a)'", None), ("(a) || (b)", None)], None),
            (
                "CREATE INDEX main.i ON t(\"desc\" desc)WHERE a IS NOT NULL;",
                vec![("\"desc\"", None)],
                Some("a IS NOT NULL"),
            ),
        ] {
            let read = parse_index(sql);
            let parts = parts
                .into_iter()
                .map(|(text, collation)| PartText { text: text.into(), collation: collation.map(str::to_owned) })
                .collect();
            assert_eq!(read, Ok(CreateIndex { parts, filter: filter.map(str::to_owned) }), "{sql}");
        }
    }

    #[test]
    fn what_is_no_index_is_an_error() {
        for sql in ["", "CREATE INDEX i", "CREATE INDEX i ON t (a", "CREATE INDEX i ON t (a) USING b", "DROP INDEX i"] {
            assert!(parse_index(sql).is_err(), "{sql}");
        }
    }
}
