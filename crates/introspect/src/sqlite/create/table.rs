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
    if name.is_some() && (cursor.is_word("CONSTRAINT") || !constraint::follows(cursor)) {
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

#[cfg(test)]
mod tests {
    use limbeck_schema::{Deferrable, Generated, ReferentialAction};

    use super::{
        super::{ColumnClauses, Constraint, Members, References},
        *,
    };

    fn column(name: &str) -> ColumnClauses {
        ColumnClauses { name: name.into(), ..ColumnClauses::default() }
    }

    fn columns(names: &[&str]) -> Vec<ColumnClauses> {
        names.iter().map(|name| column(name)).collect()
    }

    fn constraint(name: Option<&str>, kind: ConstraintKind, text: &str) -> Constraint {
        Constraint { name: name.map(str::to_owned), kind, text: text.to_owned() }
    }

    fn members(names: &[&str], plain: bool) -> Members {
        Members { columns: names.iter().map(ToString::to_string).collect(), plain }
    }

    fn references(names: &[&str], table: &str, targets: &[&str]) -> References {
        References {
            columns: names.iter().map(ToString::to_string).collect(),
            table: table.into(),
            target_columns: targets.iter().map(ToString::to_string).collect(),
            ..References::default()
        }
    }

    #[test]
    fn columns_and_options_are_read() {
        let stored = |expression: &str, stored| Some(Generated { expression: expression.into(), stored });
        for (sql, expected) in [
            (
                "CREATE TABLE t (a, \"b c\" varchar(10), [d,] decimal(10, 2), 'e' \"my type\" NULL, key text)",
                CreateTable { columns: columns(&["a", "b c", "d,", "e", "key"]), ..CreateTable::default() },
            ),
            (
                "create temp table if not exists main.\"t\" (a int)without rowid , Strict;",
                CreateTable { columns: columns(&["a"]), without_rowid: true, strict: true, ..CreateTable::default() },
            ),
            (
                "CREATE TABLE t (a int DEFAULT -1.5e-3 COLLATE nocase, b DEFAULT (')' || (1)) NOT NULL, c DEFAULT x'00', d generated)",
                CreateTable {
                    columns: vec![
                        ColumnClauses { collation: Some("nocase".into()), ..column("a") },
                        column("b"),
                        column("c"),
                        column("d"),
                    ],
                    ..CreateTable::default()
                },
            ),
            (
                "CREATE TABLE t (a AS ((1)) , b int GENERATED ALWAYS AS ((a) + 1) STORED NOT NULL, c AS ( a ) VIRTUAL)",
                CreateTable {
                    columns: vec![
                        ColumnClauses { generated: stored("1", false), ..column("a") },
                        ColumnClauses { generated: stored("(a) + 1", true), ..column("b") },
                        ColumnClauses { generated: stored("a", false), ..column("c") },
                    ],
                    ..CreateTable::default()
                },
            ),
            (
                "CREATE TABLE t (a int NOT NULL ON CONFLICT IGNORE SHINY (1, 2) new DEFAULT 1, b)",
                CreateTable {
                    columns: vec![
                        ColumnClauses {
                            extra: vec!["NOT NULL ON CONFLICT IGNORE".into(), "SHINY (1, 2) new".into()],
                            ..column("a")
                        },
                        column("b"),
                    ],
                    ..CreateTable::default()
                },
            ),
        ] {
            assert_eq!(parse_table(sql), Ok(expected), "{sql}");
        }
    }

    #[test]
    fn keys_and_checks_are_read() {
        use ConstraintKind::{Check, PrimaryKey, Unique};
        for (body, expected) in [
            ("a int PRIMARY KEY", constraint(None, PrimaryKey(members(&["a"], true)), "PRIMARY KEY")),
            ("a PRIMARY KEY DESC", constraint(None, PrimaryKey(members(&["a"], false)), "PRIMARY KEY DESC")),
            (
                "a PRIMARY KEY ON CONFLICT FAIL NOT NULL",
                constraint(None, PrimaryKey(members(&["a"], false)), "PRIMARY KEY ON CONFLICT FAIL"),
            ),
            (
                "a, CONSTRAINT \"p k\" PRIMARY KEY (\"a\" ASC)",
                constraint(Some("p k"), PrimaryKey(members(&["a"], true)), "PRIMARY KEY (\"a\" ASC)"),
            ),
            ("a UNIQUE", constraint(None, Unique(members(&["a"], true)), "UNIQUE")),
            (
                "a, CONSTRAINT u UNIQUE ([a] COLLATE NOCASE) ON CONFLICT ABORT",
                constraint(Some("u"), Unique(members(&["a"], false)), "UNIQUE ([a] COLLATE NOCASE) ON CONFLICT ABORT"),
            ),
            (
                "a CONSTRAINT c CHECK (a <> ')' /* ) */ AND (a))",
                constraint(Some("c"), Check("a <> ')' /* ) */ AND (a)".into()), "CHECK (a <> ')' /* ) */ AND (a))"),
            ),
            ("a, CONSTRAINT x CONSTRAINT c CHECK(a)", constraint(Some("c"), Check("a".into()), "CHECK(a)")),
        ] {
            let read = parse_table(&format!("CREATE TABLE t ({body})")).map(|table| table.constraints);
            assert_eq!(read, Ok(vec![expected]), "{body}");
        }
    }

    #[test]
    fn autoincrement_is_found_in_both_places() {
        for (body, expected) in [
            ("a INTEGER PRIMARY KEY AUTOINCREMENT, b", [true, false]),
            ("a, b INTEGER, PRIMARY KEY (B AUTOINCREMENT)", [false, true]),
            ("a INTEGER PRIMARY KEY, b text DEFAULT 'AUTOINCREMENT'", [false, false]),
        ] {
            let read = parse_table(&format!("CREATE TABLE t ({body})"))
                .map(|table| table.columns.iter().map(|column| column.auto_increment).collect());
            assert_eq!(read, Ok(expected.to_vec()), "{body}");
        }
    }

    #[test]
    fn foreign_keys_are_read() {
        let one = || references(&["a"], "u", &[]);
        for (body, name, expected) in [
            ("a REFERENCES u", None, one()),
            ("a int NOT NULL REFERENCES u (\"x y\")", None, references(&["a"], "u", &["x y"])),
            (
                "a CONSTRAINT k REFERENCES u ON DELETE SET NULL MATCH FULL ON UPDATE NO ACTION",
                Some("k"),
                References { on_delete: Some(ReferentialAction::SetNull), ..one() },
            ),
            (
                "a REFERENCES u NOT NULL DEFERRABLE INITIALLY DEFERRED",
                None,
                References { deferrable: Some(Deferrable::InitiallyDeferred), ..one() },
            ),
            ("a REFERENCES u NOT DEFERRABLE INITIALLY DEFERRED", None, one()),
            (
                "a, b, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES \"u\"(x, y) ON UPDATE CASCADE DEFERRABLE",
                Some("k"),
                References {
                    on_update: Some(ReferentialAction::Cascade),
                    deferrable: Some(Deferrable::InitiallyImmediate),
                    ..references(&["a", "b"], "u", &["x", "y"])
                },
            ),
        ] {
            let read = parse_table(&format!("CREATE TABLE t ({body})")).map(|table| {
                let constraint = table.constraints.into_iter().next();
                constraint.map(|constraint| (constraint.name, constraint.kind))
            });
            let expected = (name.map(str::to_owned), ConstraintKind::ForeignKey(expected));
            assert_eq!(read, Ok(Some(expected)), "{body}");
        }
    }

    #[test]
    fn constraints_may_do_without_commas() {
        let read = parse_table("CREATE TABLE t (a, b, UNIQUE (a) CHECK (a) CONSTRAINT c CHECK (b), UNIQUE (b))");
        let texts: Vec<_> = read.iter().flat_map(|table| &table.constraints).map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["UNIQUE (a)", "CHECK (a)", "CHECK (b)", "UNIQUE (b)"]);
    }

    #[test]
    fn what_is_not_understood_is_an_error_with_its_place() {
        for (sql, message) in [
            ("", "expected `CREATE` where its statement ends"),
            ("CREATE TABLE t AS SELECT 1", "expected `(`, found `AS` at byte 15 of its statement"),
            ("CREATE TABLE t (a int", "expected `)` where its statement ends"),
            ("CREATE TABLE t (a, CHECK (a)", "expected a constraint where its statement ends"),
            (
                "CREATE TABLE t (a) WITHOUT OIDS",
                "expected `WITHOUT ROWID` or `STRICT`, found `WITHOUT` at byte 19 of its statement",
            ),
            (
                "CREATE TABLE t (a REFERENCES u ON DELETE EXPLODE)",
                "expected an action, found `EXPLODE` at byte 41 of its statement",
            ),
            ("CREATE TABLE t (a CHECK (", "expected `)` where its statement ends"),
            ("CREATE TABLE t (5)", "expected a name, found `5` at byte 16 of its statement"),
        ] {
            assert_eq!(parse_table(sql).map_err(|error| error.to_string()), Err(message.to_owned()), "{sql}");
        }
    }

    #[test]
    fn no_beginning_of_a_statement_panics() {
        let sql = "CREATE TABLE t (a int DEFAULT -1 CHECK (a > 'é') COLLATE [x] REFERENCES \"u\" (b) ON DELETE SET NULL \
                   DEFERRABLE, b AS (x'00') /* é */, CONSTRAINT k UNIQUE (a DESC) ON CONFLICT FAIL -- é\n) STRICT";
        for (at, _) in sql.char_indices() {
            assert!(parse_table(&sql[..at]).is_err() || at > sql.len() - "\n) STRICT".len(), "{}", &sql[..at]);
        }
    }
}
