//! Questions that have one answer: the same texts about columns of the same names and types, whichever tables these stand in.

use std::collections::BTreeMap;

use limbeck_autogenerate::{ExpressionKind, Undecided};
use limbeck_schema::{Expression, Pair, Server};

use super::form::{create, names, table};

/// What an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Essence {
    kind: ExpressionKind,
    texts: (Expression, Expression),
    /// The statement that makes the temporary table.
    table: Result<String, String>,
}

impl Essence {
    fn of(undecided: &Undecided, server: &Server) -> Self {
        let Pair { previous, next } = &undecided.texts;
        let name = undecided.table.name.as_str();
        // A text may name its table.
        let name = if names(previous, name) || names(next, name) { name } else { "limbeck_verdict" };
        Self {
            kind: undecided.kind.clone(),
            texts: (previous.clone(), next.clone()),
            table: create(table(undecided, name), server),
        }
    }
}

/// One question of each kind, and for each of `asked` which it is.
pub(super) fn once<'a>(asked: &[&'a Undecided], server: &Server) -> (Vec<&'a Undecided>, Vec<usize>) {
    let mut questions = Vec::new();
    let mut known = BTreeMap::new();
    let places = asked.iter().map(|it| {
        *known.entry(Essence::of(it, server)).or_insert_with(|| {
            questions.push(*it);
            questions.len() - 1
        })
    });
    let places = places.collect();
    (questions, places)
}

#[cfg(test)]
mod tests {
    use limbeck_autogenerate::{Kind, Noted};
    use limbeck_schema::{Column, ColumnType, Dialect};

    use super::*;

    fn asked(table: &str, column_type: ColumnType, kind: ExpressionKind, texts: Pair<&str>) -> Undecided {
        let object = Noted { kind: Kind::Check, table: Some(table.into()), name: "ck".to_owned() };
        let columns = vec![Column::new("n", column_type), Column::new(format!("of_{table}"), ColumnType::Text)];
        let texts = texts.map(|sql| Expression::Sql(sql.to_owned()));
        Undecided { object, table: table.into(), kind, columns, texts }
    }

    #[test]
    fn the_same_check_of_a_thousand_tables_is_one_question() {
        let positive = Pair::new("n > 0", "(n > 0)");
        let many = |of: fn(usize) -> Undecided| (0..1000).map(of).collect::<Vec<_>>();
        let check =
            |at: usize, texts: Pair<&str>| asked(&format!("t{at}"), ColumnType::Integer, ExpressionKind::Check, texts);
        let rows: [(&str, Vec<Undecided>, usize); 6] = [
            ("the same", (0..1000).map(|at| check(at, positive)).collect(), 1),
            (
                "two texts",
                (0..1000)
                    .map(|at| check(at, if at % 2 == 0 { positive } else { Pair::new("n > 1", "(n > 1)") }))
                    .collect(),
                2,
            ),
            (
                "two types",
                many(|at| {
                    let column_type = if at % 2 == 0 { ColumnType::Integer } else { ColumnType::Text };
                    asked(&format!("t{at}"), column_type, ExpressionKind::Check, Pair::new("n > 0", "(n > 0)"))
                }),
                2,
            ),
            (
                "two purposes",
                many(|at| {
                    let kind = if at % 2 == 0 { ExpressionKind::Check } else { ExpressionKind::Default("n".into()) };
                    asked(&format!("t{at}"), ColumnType::Integer, kind, Pair::new("n > 0", "(n > 0)"))
                }),
                2,
            ),
            (
                "texts that name their tables",
                (0..10)
                    .map(|at| {
                        let (one, other) = (format!("t{at}.n > 0"), format!("(t{at}.n > 0)"));
                        check(at, Pair::new(one.as_str(), other.as_str()))
                    })
                    .collect(),
                10,
            ),
            (
                "a column that the texts name",
                (0..10)
                    .map(|at| check(at, Pair::new(&*format!("of_t{at} <> ''"), &*format!("(of_t{at} <> '')"))))
                    .collect(),
                10,
            ),
        ];
        for dialect in [Dialect::Postgres, Dialect::MariaDb] {
            for (row, asked, expected) in &rows {
                let asked: Vec<&Undecided> = asked.iter().collect();
                let (questions, places) = once(&asked, &Server::assumed(dialect));
                assert_eq!(questions.len(), *expected, "{row} on {dialect}");
                let answered = asked.iter().zip(&places);
                assert!(answered.into_iter().all(|(it, at)| questions[*at].texts == it.texts), "{row} on {dialect}");
            }
        }
    }
}
