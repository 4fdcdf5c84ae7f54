//! The text of a script: comments, and statements with their ends.

use limbeck_operations::ddl::quote::string;
use limbeck_schema::Dialect;

use crate::raw_sql::is_cut;

/// A text that grows.
pub(super) struct Text {
    dialect: Dialect,
    text: String,
}

impl Text {
    pub(super) const fn new(dialect: Dialect) -> Self {
        Self { dialect, text: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A comment of one line or more.
    pub(super) fn comment(&mut self, words: &str) {
        for line in words.split(['\n', '\r']) {
            self.text.push_str(&format!("-- {line}\n"));
        }
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A statement.
    pub(super) fn statement(&mut self, sql: &str) {
        self.text.push_str(&ended(sql, self.dialect));
        self.text.push('\n');
    }

    /// PostgreSQL: a statement that `psql` sends if `condition` holds.
    pub(super) fn sent_if(&mut self, condition: &str, sql: &str) {
        self.text.push_str(&format!("SELECT {} WHERE {condition} \\gexec\n", string(sql, self.dialect)));
    }

    /// Statements.
    pub(super) fn statements<S: AsRef<str>>(&mut self, list: impl IntoIterator<Item = S>) {
        for sql in list {
            self.statement(sql.as_ref());
        }
    }
}

/// A statement with its end, as the database's own client takes it. The clients of MySQL and MariaDB would cut it at any semicolon.
fn ended(sql: &str, dialect: Dialect) -> String {
    let sql = sql.trim_end_matches(|c: char| c == ';' || c.is_whitespace()).trim_start();
    // Behind a comment the end would be a part of it.
    let last = sql.lines().last().unwrap_or_default();
    let comments = last.contains("--") || (dialect.is_mysql_like() && last.contains('#'));
    let gap = if comments { "\n" } else { "" };
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => format!("{sql}{gap};"),
        Dialect::MySql | Dialect::MariaDb if !is_cut(sql, dialect) => format!("{sql}{gap};"),
        Dialect::MySql | Dialect::MariaDb => {
            let mut mark = "$$".to_owned();
            while sql.contains(&mark) {
                mark.push('$');
            }
            format!("DELIMITER {mark}\n{sql}\n{mark}\nDELIMITER ;")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_end_as_each_client_takes_them() {
        for (name, dialect, sql, expected) in [
            ("plain", Dialect::Sqlite, "SELECT 1", "SELECT 1;"),
            ("ended already", Dialect::Postgres, " SELECT 1 ;\n; ", "SELECT 1;"),
            ("behind a comment", Dialect::Postgres, "SELECT 1 -- one", "SELECT 1 -- one\n;"),
            ("behind a hash", Dialect::MariaDb, "SELECT 1 # one", "SELECT 1 # one\n;"),
            ("a hash elsewhere", Dialect::Sqlite, "SELECT '#'", "SELECT '#';"),
            ("in quotes", Dialect::MariaDb, r#"SELECT 'a;\';', `;`, ";""""#, r#"SELECT 'a;\';', `;`, ";""";"#),
            (
                "in comments",
                Dialect::MariaDb,
                "SELECT 1 /* ; */ -- ;\n+ 1 # ;\n+ 1",
                "SELECT 1 /* ; */ -- ;\n+ 1 # ;\n+ 1;",
            ),
            ("two minus signs", Dialect::MySql, "SELECT 1--1; x", "DELIMITER $$\nSELECT 1--1; x\n$$\nDELIMITER ;"),
            ("a body", Dialect::MariaDb, "BEGIN a; $$ END;", "DELIMITER $$$\nBEGIN a; $$ END\n$$$\nDELIMITER ;"),
            ("a body there", Dialect::Sqlite, "BEGIN a; END;", "BEGIN a; END;"),
            ("an open quote", Dialect::MariaDb, "SELECT 'a;", "SELECT 'a;"),
        ] {
            assert_eq!(ended(sql, dialect), expected, "{name}");
        }
    }
}
