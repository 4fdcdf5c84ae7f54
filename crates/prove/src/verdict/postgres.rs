//! PostgreSQL: one transaction that is rolled back, with one block that tries each text in a subtransaction of its own.
//!
//! A default is given to a temporary table, whose column turns it into its type. All other expressions are given to a temporary view: to make an index
//! or a computed column runs immutable functions with constant arguments (measured on 15), to make a view runs nothing.

use limbeck::connection::server_words;
use limbeck_autogenerate::{ExpressionKind, Undecided};
use limbeck_operations::ddl::{
    default_value,
    quote::{identifier, string},
};
use limbeck_schema::{Column, Dialect, Expression, Pair, Server, lower_column_type};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement, TransactionTrait};

use super::form::{Form, Forms, create, sql, table};

const DIALECT: Dialect = Dialect::Postgres;

/// The forms of all texts, in their order.
///
/// # Errors
/// Why the server could not be asked.
pub(super) async fn forms(
    connection: &DatabaseConnection,
    server: &Server,
    asked: &[&Undecided],
) -> Result<Vec<Forms>, String> {
    let trials: Vec<Pair<Result<Trial, String>>> =
        asked.iter().map(|it| it.texts.as_ref().map(|text| Trial::of(it, text, server))).collect();
    let known = trials.iter().flat_map(|pair| [&pair.previous, &pair.next]).filter_map(|trial| trial.as_ref().ok());
    let block = block(&known.collect::<Vec<_>>());
    let mut found = run(connection, &block).await.map_err(|error| server_words(&error))?.into_iter();
    let mut form = |trial: Result<Trial, String>| -> Form {
        trial.and_then(|_| found.next().unwrap_or_else(|| Err("the server left it out".to_owned())))
    };
    Ok(trials
        .into_iter()
        .map(|pair| {
            let previous = form(pair.previous);
            Forms(Pair::new(previous, form(pair.next)))
        })
        .collect())
}

/// How one text is tried: a temporary object holds it, and gives it back in the server's words.
struct Trial {
    /// Makes the table that the text is about; empty where it is about none.
    scratch: String,
    /// What makes the holder, but for the text and what is behind it.
    before: String,
    text: String,
    behind: String,
    /// The same for the server's own words.
    before_again: String,
    behind_again: &'static str,
    /// Drops the holder.
    drop: &'static str,
    /// Reads the server's words.
    read: &'static str,
}

impl Trial {
    fn of(undecided: &Undecided, text: &Expression, server: &Server) -> Result<Self, String> {
        let from = identifier(&undecided.table.name, DIALECT);
        let (before, behind) = match &undecided.kind {
            ExpressionKind::Default(name) => {
                let column = undecided.columns.iter().find(|column| column.name == *name);
                return Self::of_default(column.ok_or_else(|| format!("there is no column {name}"))?, text);
            }
            // Where a truth value stands.
            ExpressionKind::Check | ExpressionKind::IndexFilter => {
                (format!("SELECT 1 AS held FROM {from} WHERE ("), ")".to_owned())
            }
            ExpressionKind::IndexPart | ExpressionKind::Generated(_) => {
                ("SELECT (".to_owned(), format!(") AS held FROM {from}"))
            }
            ExpressionKind::OnUpdate(_) => return Err("PostgreSQL has no ON UPDATE".to_owned()),
        };
        // A text may name its table, so that the temporary one has the same name; it hides the real one from nobody else.
        let scratch = table(undecided, undecided.table.name.as_str());
        let view = "CREATE TEMPORARY VIEW limbeck_verdict AS ";
        Ok(Self {
            scratch: create(scratch, server)?,
            before: format!("{view}{before}"),
            text: sql(text).to_owned(),
            behind,
            before_again: view.to_owned(),
            behind_again: "",
            drop: "DROP VIEW pg_temp.limbeck_verdict",
            read: "SELECT pg_catalog.pg_get_viewdef('pg_temp.limbeck_verdict'::pg_catalog.regclass)",
        })
    }

    fn of_default(column: &Column, text: &Expression) -> Result<Self, String> {
        let lowered = lower_column_type(&column.column_type, DIALECT);
        let lowered = lowered.map_err(|unsupported| format!("PostgreSQL has no type {}", unsupported.column_type))?;
        let before = format!("CREATE TEMPORARY TABLE limbeck_verdict (held {lowered} DEFAULT (");
        Ok(Self {
            scratch: String::new(),
            before: before.clone(),
            text: default_value(text, &column.column_type, DIALECT),
            behind: "))".to_owned(),
            before_again: before,
            behind_again: "))",
            drop: "DROP TABLE pg_temp.limbeck_verdict",
            read: "SELECT pg_catalog.pg_get_expr(adbin, adrelid) FROM pg_catalog.pg_attrdef \
                   WHERE adrelid = 'pg_temp.limbeck_verdict'::pg_catalog.regclass",
        })
    }

    /// The trial as a row of VALUES.
    fn row(&self, number: usize) -> String {
        let fields = [
            &self.scratch,
            &self.before,
            &self.text,
            &self.behind,
            &self.before_again,
            self.behind_again,
            self.drop,
            self.read,
        ];
        let fields: Vec<_> = fields.into_iter().map(|field: &str| string(field, DIALECT)).collect();
        format!("({number}, {})", fields.join(", "))
    }
}

/// One statement for all trials. Each ends its subtransaction with an error of its own, `LB001`, which no condition of the server has (manual, appendix A):
/// so nothing is left behind, no lock either.
fn block(trials: &[&Trial]) -> String {
    let rows: Vec<_> = trials.iter().enumerate().map(|(number, trial)| trial.row(number)).collect();
    let body = format!(
        "DECLARE
    trial record;
    form text;
    again text;
    problem text;
BEGIN
    CREATE TEMPORARY TABLE limbeck_verdicts (number integer, form text, again text, problem text);
    FOR trial IN SELECT * FROM (VALUES
        {}
    ) AS trials (number, scratch, before, expression, behind, before_again, behind_again, drop_it, read_it) LOOP
        form := NULL;
        again := NULL;
        problem := NULL;
        BEGIN
            IF trial.scratch <> '' THEN
                EXECUTE trial.scratch;
            END IF;
            EXECUTE trial.before || trial.expression || trial.behind;
            EXECUTE trial.read_it INTO form;
            EXECUTE trial.drop_it;
            EXECUTE trial.before_again || form || trial.behind_again;
            EXECUTE trial.read_it INTO again;
            RAISE EXCEPTION USING ERRCODE = 'LB001';
        EXCEPTION
            WHEN SQLSTATE 'LB001' THEN NULL;
            WHEN OTHERS THEN problem := SQLERRM;
        END;
        INSERT INTO pg_temp.limbeck_verdicts VALUES (trial.number, form, again, problem);
    END LOOP;
END",
        rows.join(",\n        ")
    );
    let mut quote = "$limbeck$".to_owned();
    while body.contains(&quote) {
        quote.insert(1, '_');
    }
    format!("DO {quote}\n{body}\n{quote}")
}

/// Runs the block in a transaction that is rolled back, and reads what it found.
async fn run(connection: &DatabaseConnection, block: &str) -> Result<Vec<Form>, DbErr> {
    let transaction = connection.begin().await?;
    let found = async {
        transaction.execute_unprepared(block).await?;
        let sql = "SELECT form, again, problem FROM pg_temp.limbeck_verdicts ORDER BY number";
        transaction.query_all_raw(Statement::from_string(transaction.get_database_backend(), sql)).await
    }
    .await;
    transaction.rollback().await?;
    found?.iter().map(form).collect()
}

fn form(row: &QueryResult) -> Result<Form, DbErr> {
    let [form, again, problem]: [Option<String>; 3] =
        [row.try_get("", "form")?, row.try_get("", "again")?, row.try_get("", "problem")?];
    Ok(match form {
        Some(form) => Ok(std::iter::once(form).chain(again).collect()),
        None => Err(problem.unwrap_or_else(|| "it gave no words for it".to_owned())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let trial = Trial {
            scratch: String::new(),
            before: "SELECT (".to_owned(),
            text: "'$limbeck$' || $_limbeck$ || 'it''s \\'".to_owned(),
            behind: ")".to_owned(),
            before_again: String::new(),
            behind_again: "",
            drop: "",
            read: "",
        };
        let block = block(&[&trial]);
        assert!(block.starts_with("DO $__limbeck$\n") && block.ends_with("\n$__limbeck$"), "{block}");
        assert_eq!(block.matches("$__limbeck$").count(), 2, "{block}");
        assert!(block.contains("E'''$limbeck$'' || $_limbeck$ || ''it''''s \\\\'''"), "{block}");
    }
}
