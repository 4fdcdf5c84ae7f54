//! MariaDB: one block of all trials, each of which makes a temporary table, shows it and drops it; then the same with the server's own words.
//!
//! Temporary tables don't commit, and hide no table of another session. No function that somebody wrote can stand in a definition (error 1901, measured on
//! 10.11), and a default is not evaluated before there is a row.

use limbeck_autogenerate::{ExpressionKind, Undecided};
use limbeck_schema::{Check, Expression, Generated, Pair, Server};
use sea_orm::DatabaseConnection;

use super::form::{Form, Forms, create, sql, table};

/// The forms of all texts, in their order.
///
/// # Errors
/// Why the server could not be asked.
pub(super) async fn forms(
    connection: &DatabaseConnection,
    server: &Server,
    asked: &[&Undecided],
) -> Result<Vec<Forms>, String> {
    let number = |at: usize, side: usize| at * 2 + side;
    let definitions: Vec<Form> = asked
        .iter()
        .enumerate()
        .flat_map(|(at, it)| {
            let Pair { previous, next } = it.texts.as_ref();
            [previous, next].into_iter().enumerate().map(move |(side, text)| (it, number(at, side), text))
        })
        .map(|(it, number, text)| definition(it, text, &name(number), server).map(|sql| vec![sql]))
        .collect();
    let first = shown(connection, definitions).await?;
    // Most are settled by what the server made of them at once.
    let is_settled = |at: usize| match (first.get(number(at, 0)), first.get(number(at, 1))) {
        (Some(Ok(one)), Some(Ok(other))) => one == other,
        _ => true,
    };
    let again = first.iter().enumerate().map(|(number, form)| match form {
        Ok(forms) if !is_settled(number / 2) => Ok(forms.iter().map(|form| restated(number, form)).collect()),
        Ok(_) | Err(_) => Err(String::new()),
    });
    let again: Vec<Form> = again.collect();
    let second = if again.iter().any(Result::is_ok) { shown(connection, again).await? } else { Vec::new() };
    let form = |number: usize| -> Form {
        let mut forms = first.get(number).cloned().unwrap_or_else(|| Err("the server left it out".to_owned()))?;
        forms.extend(second.get(number).into_iter().flatten().flatten().cloned());
        Ok(forms)
    };
    Ok((0..asked.len()).map(|at| Forms(Pair::new(form(number(at, 0)), form(number(at, 1))))).collect())
}

/// The name of a trial's table.
fn name(number: usize) -> String {
    format!("limbeck_verdict_{number}")
}

/// The statement that makes a table with the text in it.
fn definition(undecided: &Undecided, text: &Expression, name: &str, server: &Server) -> Result<String, String> {
    let mut table = table(undecided, name);
    let known = undecided.kind.column();
    let column = table.columns.iter_mut().find(|column| Some(column.name.as_str()) == known);
    match (&undecided.kind, column) {
        (ExpressionKind::Check, _) => table.checks.push(Check::new(sql(text)).named("held")),
        (ExpressionKind::Default(_), Some(column)) => column.default = Some(text.clone()),
        (ExpressionKind::OnUpdate(_), Some(column)) => column.on_update = Some(text.clone()),
        // What may be stored may be virtual, too.
        (ExpressionKind::Generated(_), Some(column)) => {
            column.generated = Some(Generated { expression: sql(text).to_owned(), stored: false });
        }
        (ExpressionKind::Default(name) | ExpressionKind::OnUpdate(name) | ExpressionKind::Generated(name), None) => {
            return Err(format!("there is no column {name}"));
        }
        (ExpressionKind::IndexPart | ExpressionKind::IndexFilter, _) => {
            return Err("MariaDB has no expressions in indexes".to_owned());
        }
    }
    if table.columns.is_empty() {
        table.columns.push(limbeck_schema::Column::new("held", limbeck_schema::ColumnType::Integer));
    }
    create(table, server)
}

/// What SHOW CREATE TABLE says, as a statement again.
fn restated(number: usize, form: &str) -> String {
    format!("CREATE TEMPORARY TABLE `{}` {form}", name(number))
}

/// What the server shows of each table that could be made of `definitions`, behind the name; those that are errors stay errors.
async fn shown(connection: &DatabaseConnection, definitions: Vec<Form>) -> Result<Vec<Form>, String> {
    let known =
        definitions.iter().enumerate().filter_map(|(number, form)| Some((number, form.as_ref().ok()?.first()?)));
    let rows = rows(connection, &block(known)).await?;
    let mut forms: Vec<Form> = definitions
        .into_iter()
        .map(|definition| definition.and_then(|_| Err("the server left it out".to_owned())))
        .collect();
    for (table, column, text) in rows {
        let number = table.rsplit('_').next().and_then(|digits| digits.parse::<usize>().ok());
        let Some(form) = number.and_then(|number| forms.get_mut(number)) else { continue };
        *form = match column.as_str() {
            "problem" => Err(text),
            _ => text
                .split_once(&format!("`{table}` "))
                .map(|(_, rest)| vec![rest.to_owned()])
                .ok_or_else(|| format!("it shows {text}")),
        };
    }
    Ok(forms)
}

/// One statement for all. Each definition is text to the block, so that one which can't be read is an error of its own; in hexadecimal digits, which no
/// `sql_mode` takes for something else.
fn block<'a>(definitions: impl Iterator<Item = (usize, &'a String)>) -> String {
    let trials = definitions.map(|(number, definition)| {
        let name = name(number);
        let digits: String = definition.bytes().map(|byte| format!("{byte:02X}")).collect();
        format!(
            "BEGIN
DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
GET DIAGNOSTICS CONDITION 1 @limbeck_problem = MESSAGE_TEXT;
SELECT '{name}' AS name, @limbeck_problem AS problem;
DROP TEMPORARY TABLE IF EXISTS {name};
END;
EXECUTE IMMEDIATE CONVERT(X'{digits}' USING utf8mb4);
SHOW CREATE TABLE {name};
DROP TEMPORARY TABLE {name};
END;
"
        )
    });
    format!("BEGIN NOT ATOMIC\n{}END", trials.collect::<String>())
}

/// The rows of all results: the first column, the name of the second, the second.
#[cfg(feature = "mysql")]
async fn rows(connection: &DatabaseConnection, block: &str) -> Result<Vec<(String, String, String)>, String> {
    use sea_orm::{
        DatabaseConnectionType, DbErr, RuntimeErr,
        sqlx::{AssertSqlSafe, Column, Row, raw_sql},
    };

    let DatabaseConnectionType::SqlxMySqlPoolConnection(_) = &connection.inner else {
        return Err("the connection is none of the MySQL driver".to_owned());
    };
    let pool = connection.get_mysql_connection_pool();
    // A result set for each trial, which only an unprepared statement can have.
    let rows = raw_sql(AssertSqlSafe(block)).fetch_all(pool).await;
    let words =
        |error| limbeck::connection::server_words(&DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(error))));
    let rows = rows.map_err(words)?;
    let read = |row: &sea_orm::sqlx::mysql::MySqlRow| {
        let column = row.columns().get(1).map(|column| column.name().to_owned()).unwrap_or_default();
        Ok((row.try_get(0)?, column, row.try_get(1)?))
    };
    rows.iter().map(read).collect::<Result<_, _>>().map_err(words)
}

#[cfg(not(feature = "mysql"))]
async fn rows(_: &DatabaseConnection, _: &str) -> Result<Vec<(String, String, String)>, String> {
    Err("the driver is not compiled in".to_owned())
}
