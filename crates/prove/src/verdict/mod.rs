//! Verdicts on expressions: whether a server keeps two texts in the same words.
//!
//! Both texts are given to temporary objects, and what the server made of them is read back. Nothing is evaluated but what any use of a literal
//! evaluates: the objects have no rows, and where a definition would run an immutable function (an index, a computed column), a view stands in for it.
//! All of a call's texts go in one batch, whose round trips don't grow with them; a text that the server refuses does not spoil the others. The same
//! texts about columns of the same types are one question, in however many tables they stand.
//!
//! Verdicts are kept for a run and no longer. A batch costs a few milliseconds, and what it says depends on functions, types, casts and settings of the
//! database, of which a file of earlier verdicts would know nothing.

mod alike;
mod form;
mod mariadb;
mod postgres;

use limbeck_autogenerate::{Comparing, Comparison, Undecided, Verdict, Verdicts, compare};
use limbeck_schema::{Dialect, Expression, Server, is_one_expression};
use sea_orm::DatabaseConnection;

use form::Forms;

/// Compares, asks the server about what texts can't settle, and compares with its answers. Without a connected database in `input` nobody is asked.
///
/// Returns the comparison and what the server said, those verdicts among it that `input` had before; to compare again, with other renames perhaps, give
/// them to that comparison.
pub async fn compare_with_verdicts(
    connection: &DatabaseConnection,
    server: &Server,
    input: &Comparing<'_>,
) -> (Comparison, Verdicts) {
    let mut verdicts = input.verdicts.clone();
    let mut comparison = compare(input);
    // Answers settle what stands for what, so that there may be more to ask about; a second time is all that was ever seen.
    for _ in 0..2 {
        if comparison.undecided.is_empty() {
            break;
        }
        verdicts.extend(decide(connection, server, &comparison.undecided).await);
        comparison = compare(&Comparing { verdicts: &verdicts, ..*input });
    }
    (comparison, verdicts)
}

/// What the server says of each pair of texts. A server that can't be asked, because the session may not make temporary tables, say, gives
/// [`Verdict::Unknown`] with its reason.
///
/// `connection` may be a pool. The batch is one transaction that is rolled back (PostgreSQL), or one block that drops what it made (MariaDB).
pub async fn decide(connection: &DatabaseConnection, server: &Server, undecided: &[Undecided]) -> Verdicts {
    let mut verdicts = Verdicts::default();
    let mut asked = Vec::new();
    for it in undecided {
        let texts = [&it.texts.previous, &it.texts.next];
        match texts.into_iter().find(|text| !is_expression(text, server.dialect)) {
            Some(_) => verdicts.insert(it, unknown("one of the texts is no single expression")),
            None => asked.push(it),
        }
    }
    if asked.is_empty() {
        return verdicts;
    }
    let (questions, places) = alike::once(&asked, server);
    let forms = match server.dialect {
        Dialect::Postgres => postgres::forms(connection, server, &questions).await,
        Dialect::MariaDb => mariadb::forms(connection, server, &questions).await,
        Dialect::MySql => Err("MySQL is not asked about expressions yet".to_owned()),
        // It keeps what it is given to the letter, so that there is nothing to decide.
        Dialect::Sqlite => Err("SQLite has no words of its own for an expression".to_owned()),
    };
    let answers = forms.map(|forms| forms.iter().map(Forms::verdict).collect::<Vec<_>>());
    for (it, place) in asked.into_iter().zip(places) {
        verdicts.insert(
            it,
            match &answers {
                Ok(answers) => answers.get(place).cloned().unwrap_or_else(|| unknown("it left this out")),
                Err(reason) => unknown(reason),
            },
        );
    }
    verdicts
}

fn is_expression(text: &Expression, dialect: Dialect) -> bool {
    match text {
        Expression::Sql(sql) => is_one_expression(sql, dialect),
        Expression::Null
        | Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::Text(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => true,
    }
}

/// The verdict of a server that did not answer.
fn unknown(reason: &str) -> Verdict {
    Verdict::Unknown(format!("the server could not be asked whether both mean the same: {reason}"))
}
