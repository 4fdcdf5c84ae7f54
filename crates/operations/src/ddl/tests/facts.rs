use limbeck_schema::Dialect;

use super::fixture::{server, shelter, steps};
use crate::{
    Op,
    ddl::{
        guard::{Told, facts, no_more_orphans},
        statements,
    },
    prelude::*,
    replay_all,
};

/// What is asked around these steps: each fact in words, with `<` where it is asked before, `>` behind, `=` on both sides.
fn asked(record: fn(&mut Op)) -> Vec<String> {
    let (steps, before) = (steps(record), shelter());
    let groups = statements(&steps, &before, &server(Dialect::Sqlite)).unwrap();
    let mut after = before.clone();
    replay_all(&steps, &mut after, Dialect::Sqlite).unwrap();
    let all: Vec<_> = groups.into_iter().flat_map(|group| group.statements).collect();
    let steps: Vec<_> = steps.iter().collect();
    let shown = facts(&steps, &all, &before, &after).into_iter().map(|fact| match fact.told {
        Told::Before(_) => format!("< {}", fact.words),
        Told::Behind(_) => format!("> {}", fact.words),
        Told::Unchanged(_) => format!("= {}", fact.words),
    });
    shown.collect()
}

/// A row: its name, what is recorded, and what is asked.
type Row = (&'static str, fn(&mut Op), &'static [&'static str]);

#[test]
fn what_sqlite_can_tell_of_a_change_is_asked() {
    let rows: [Row; 10] = [
        ("a table", |op| _ = op.create_table("t", [integer("a")]), &["> t is as the revision makes it"]),
        ("a table that goes", |op| _ = op.drop_table("animals"), &["> table animals is gone"]),
        (
            "another name",
            |op| _ = op.rename_table("animals", "pets"),
            &["> table animals is gone", "> table pets is there"],
        ),
        (
            "a column",
            |op| _ = op.add_column("users", integer("age").null()),
            &["< users does not have age yet", "> users has age"],
        ),
        (
            "another name of a column",
            |op| _ = op.rename_column("users", "email", "mail"),
            &["< users does not have mail yet", "> users has mail", "> users does not have email any more"],
        ),
        (
            "a rebuild",
            |op| _ = op.add_check("animals", check("c", "price < 9")),
            &[
                "< animals has the columns that the revisions before made",
                "< animals has no index, trigger, unique constraint or foreign key that no revision made",
                "= all rows of animals are copied",
                "> animals is as the revision makes it",
                "> index idx-animals-kind is as the revision makes it",
            ],
        ),
        (
            "an index that goes",
            |op| _ = op.drop_index("idx-animals-kind", "animals", ["kind"]),
            &["> index idx-animals-kind is gone"],
        ),
        ("a fill", |op| _ = op.fill_column("animals", "owner_id", 7), &["> no row of animals holds NULL in owner_id"]),
        ("raw SQL", |op| _ = op.execute("DELETE FROM animals"), &[]),
        ("nothing", |op| _ = op.set_table_comment("animals", "none"), &[]),
    ];
    for (name, record, expected) in rows {
        assert_eq!(asked(record), expected, "{name}");
    }
}

#[test]
fn rows_that_refer_to_nothing_are_counted_under_the_names_that_tables_have() {
    let plain = no_more_orphans(&[]);
    assert!(plain.contains("WHERE \"before\".\"child\" = \"now\".\"table\""), "{plain}");
    let renamed = no_more_orphans(&[("it's", "pets"), ("b", "c")]);
    let case = "CASE \"before\".\"parent\" WHEN 'it''s' THEN 'pets' WHEN 'b' THEN 'c' ELSE \"before\".\"parent\" END";
    assert!(renamed.contains(case), "{renamed}");
}
