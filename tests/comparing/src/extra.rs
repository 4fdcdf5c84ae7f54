use limbeck_schema::{Check, Column, Dialect, Expression, Generated, Table, raise_default};

/// Takes SQL that is appended to a column's definition to what it says: for the few clauses that the entities have, each alone or
/// one behind the other, and for nothing else, which stays in `Column::extra`.
pub fn read_extra(table: &mut Table, column: &mut Column, sql: &str, dialect: Dialect) {
    let mut rest = sql.trim();
    while !rest.is_empty() {
        let Some(next) = clause(table, column, rest, dialect) else {
            column.extra = Some(rest.to_owned());
            return;
        };
        rest = next.trim_start();
    }
}

fn clause<'a>(table: &mut Table, column: &mut Column, sql: &'a str, dialect: Dialect) -> Option<&'a str> {
    let value =
        |sql: &str, column: &Column| raise_default(sql, &column.column_type, dialect).unwrap_or(Expression::Null);
    if let Some(rest) = sql.strip_prefix("CHECK ") {
        let (inner, rest) = group(rest)?;
        table.checks.push(Check::new(inner));
        Some(rest)
    } else if let Some(rest) = sql.strip_prefix("COLLATE ") {
        let (name, rest) = word(rest);
        column.collation = Some(name.trim_matches('"').to_owned());
        Some(rest)
    } else if let Some(rest) = sql.strip_prefix("ON UPDATE ") {
        let (word, rest) = word(rest);
        column.on_update = Some(value(word, column));
        Some(rest)
    } else if let Some(rest) = sql.strip_prefix("DEFAULT ") {
        let (word, rest) = word(rest);
        column.default = Some(value(word, column));
        Some(rest)
    } else if let Some(rest) = sql.strip_prefix("GENERATED ALWAYS AS ") {
        let (inner, rest) = group(rest)?;
        let (kind, rest) = word(rest.trim_start());
        column.generated = Some(Generated { expression: inner.to_owned(), stored: kind == "STORED" });
        Some(rest)
    } else {
        None
    }
}

/// The first word, and what stands behind it.
fn word(sql: &str) -> (&str, &str) {
    sql.split_once(' ').unwrap_or((sql, ""))
}

/// The inside of the parentheses at the beginning, and what stands behind them.
fn group(sql: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, character) in sql.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 1 => return Some((sql.get(1..at)?.trim(), &sql[at + 1..])),
            ')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}
