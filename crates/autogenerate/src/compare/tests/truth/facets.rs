//! The rows for the facets of a column that is there on all sides, and for a table's comment.

use limbeck_schema::{AutoIncrement, ColumnType, Dialect, Expression, Generated, Schema, Table};

use super::super::fixture::{Case, Found, schema, with_column};
use super::{changes, texts};
use crate::Label;

/// A facet in its states: x, x', x'', and left out where that can be.
struct Facet {
    what: &'static str,
    dialects: &'static [Dialect],
    x: Schema,
    changed: Schema,
    /// `None` for what has two values only.
    drifted: Option<Schema>,
    /// `None` for what every entity states.
    none: Option<Schema>,
    alter: &'static [&'static str],
    object: &'static str,
}

type Change<'a> = &'a dyn Fn(&mut Table);

fn facet(
    what: &'static str,
    object: &'static str,
    alter: &'static [&'static str],
    [x, changed, drifted]: [Change<'_>; 3],
) -> Facet {
    Facet {
        what,
        dialects: &Dialect::ALL,
        x: schema(x),
        changed: schema(changed),
        drifted: Some(schema(drifted)),
        none: None,
        alter,
        object,
    }
}

fn facets() -> Vec<Facet> {
    let mut facets = Vec::from(stated());
    facets.extend(left_out());
    facets
}

/// What every entity states.
fn stated() -> [Facet; 3] {
    const TYPED: &[Dialect] = &[Dialect::Postgres, Dialect::MySql, Dialect::MariaDb];
    let of_type =
        |column_type: ColumnType| move |t: &mut Table| with_column(t, "name", |c| c.column_type = column_type.clone());
    let nullable = |nullable| move |t: &mut Table| with_column(t, "weight", |c| c.nullable = nullable);
    let numbered =
        |how: Option<AutoIncrement>| move |t: &mut Table| with_column(t, "id", |c| c.auto_increment.clone_from(&how));
    let [short, long, text] = [ColumnType::string_len(64), ColumnType::string_len(80), ColumnType::Text].map(of_type);
    [
        Facet {
            dialects: TYPED,
            ..facet("type", "name.type of animals", &["alter_column animals.name type"], [&short, &long, &text])
        },
        Facet {
            drifted: None,
            ..facet(
                "nullable",
                "weight.nullable of animals",
                &["alter_column animals.weight nullable"],
                [&nullable(false), &nullable(true), &nullable(true)],
            )
        },
        Facet {
            // SQLite numbers the rows of every integer key.
            dialects: TYPED,
            drifted: None,
            ..facet(
                "auto_increment",
                "id.auto_increment of animals",
                &["alter_column animals.id auto_increment"],
                [&numbered(None), &numbered(Some(AutoIncrement::ByDefault)), &numbered(Some(AutoIncrement::ByDefault))],
            )
        },
    ]
}

/// What an entity can leave out.
fn left_out() -> [Facet; 6] {
    const COMMENTED: &[Dialect] = &[Dialect::Postgres, Dialect::MySql, Dialect::MariaDb];
    let default = |value: i64| move |t: &mut Table| with_column(t, "weight", |c| c.default = Some(value.into()));
    let generated = |sql: &'static str| {
        move |t: &mut Table| {
            with_column(t, "weight", |c| {
                c.generated = Some(Generated { expression: sql.to_owned(), stored: true });
                c.nullable = true;
            });
        }
    };
    let plain = |t: &mut Table| with_column(t, "weight", |c| c.nullable = true);
    let comment = |text: &'static str| move |t: &mut Table| with_column(t, "name", |c| c.comment = Some(text.into()));
    let of_table = |text: &'static str| move |t: &mut Table| t.comment = Some(text.into());
    let collation =
        |name: &'static str| move |t: &mut Table| with_column(t, "name", |c| c.collation = Some(name.to_owned()));
    let on_update = |value: Expression| {
        move |t: &mut Table| {
            with_column(t, "weight", |c| {
                c.column_type = ColumnType::DateTime;
                c.on_update = Some(value.clone());
            });
        }
    };
    let unset = |t: &mut Table| with_column(t, "weight", |c| c.column_type = ColumnType::DateTime);
    let none = Some(schema(|_| ()));
    [
        Facet {
            none: none.clone(),
            ..facet(
                "default",
                "weight.default of animals",
                &["alter_column animals.weight default"],
                [&default(1), &default(2), &default(3)],
            )
        },
        Facet {
            none: Some(schema(plain)),
            // Elsewhere the server writes it in its own words.
            dialects: &[Dialect::Sqlite],
            ..facet(
                "generated",
                "weight.generated of animals",
                &["alter_column animals.weight generated"],
                [&generated("owner_id + 1"), &generated("owner_id + 2"), &generated("owner_id + 3")],
            )
        },
        Facet {
            none: none.clone(),
            dialects: COMMENTED,
            ..facet(
                "comment",
                "name.comment of animals",
                &["alter_column animals.name comment"],
                [&comment("a"), &comment("b"), &comment("c")],
            )
        },
        Facet {
            none: none.clone(),
            dialects: COMMENTED,
            ..facet(
                "comment of a table",
                "comment comment of animals",
                &["set_table_comment animals"],
                [&of_table("a"), &of_table("b"), &of_table("c")],
            )
        },
        Facet {
            none,
            ..facet(
                "collation",
                "name.collation of animals",
                &["alter_column animals.name collation"],
                [&collation("nocase"), &collation("rtrim"), &collation("C")],
            )
        },
        Facet {
            none: Some(schema(unset)),
            dialects: &[Dialect::MySql, Dialect::MariaDb],
            drifted: None,
            ..facet(
                "on_update",
                "weight.on_update of animals",
                &["alter_column animals.weight on_update"],
                [
                    &on_update(Expression::CurrentTimestamp),
                    &on_update(Expression::CurrentDate),
                    &on_update(Expression::CurrentDate),
                ],
            )
        },
    ]
}

#[test]
fn every_row_holds_for_every_facet() {
    for facet in facets() {
        let Facet { x, changed, .. } = &facet;
        let drifted = Found { drifted: texts(&[facet.object]), ..Found::default() };
        let unsaid = Found { unsaid: texts(&[facet.object]), ..Found::default() };
        let alter = changes(facet.alter);
        let already = Found { drifted: texts(&[facet.object]), ..alter.clone() };
        let conflict =
            Found { conflicts: texts(&[facet.object]), labels: [Label::ChangedAndDrifted].into(), ..alter.clone() };
        let mut rows = vec![
            ("x x x", x, x, x, Found::default()),
            ("x' x x", changed, x, x, alter.clone()),
            ("x x x'", x, x, changed, drifted.clone()),
            ("x' x x'", changed, x, changed, already.clone()),
        ];
        if let Some(other) = &facet.drifted {
            rows.push(("x' x x''", changed, x, other, conflict.clone()));
        }
        if let Some(none) = &facet.none {
            rows.extend([
                ("- - -", none, none, none, Found::default()),
                ("x - -", x, none, none, alter.clone()),
                ("x - x", x, none, x, already),
                ("x' - x", changed, none, x, alter.clone()),
                ("x x -", x, x, none, drifted.clone()),
                ("x' x -", changed, x, none, conflict),
                // Silence is not a statement.
                ("- x x", none, x, x, unsaid.clone()),
                ("- - x", none, none, x, unsaid.clone()),
                ("- x -", none, x, none, Found { drifted: drifted.drifted.clone(), ..unsaid.clone() }),
                ("- x x'", none, x, changed, Found { drifted: drifted.drifted.clone(), ..unsaid }),
            ]);
        }
        for dialect in facet.dialects {
            for (row, wanted, recorded, actual, expected) in &rows {
                let found = Found::from(&Case::three(wanted, recorded, actual, *dialect).compare());
                assert_eq!(found, *expected, "{}: {row} on {dialect}", facet.what);
            }
        }
    }
}
